# Sequenced messages are enough to know that there was a circuit, although its START was
# not captured.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
let c = nisca.circuit.start_frame=@6
let c2 = nisca.circuit.start_frame=@9
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02
node VAX3 id=1027 ether=02:00:00:04:10:03

1:  0       VAX1 > VAX2  APPL seq=500 ack=499  | acked_in=@2
2:  0.0004  VAX2 > VAX1  APPL seq=500 ack=500  | acks_frame=@1 ack_rtt=400us acked_in=@3
3:  0.0008  VAX1 > VAX2  APPL seq=501 ack=500  | acks_frame=@2 ack_rtt=400us acked_in=@4
4:  0.1008  VAX2 > VAX1  ACK ack=501           | acks_frame=@3 ack_rtt=100ms
5:  0.1058  VAX2 > VAX1  ACK ack=501
6:  0.1558  VAX1 > VAX3  START
7:  0.1561  VAX3 > VAX1  STACK                 | $c
8:  0.1564  VAX1 > VAX3  STARTED               | $c
9:  0.1567  VAX1 > VAX2  START seq=502         | restarted
10: 0.1577  VAX2 > VAX1  STACK                 | $c2
11: 0.1587  VAX1 > VAX2  STARTED               | $c2
12: 0.1597  VAX1 > VAX2  APPL seq=1 ack=0      | $c2 acked_in=@13
13: 0.1601  VAX2 > VAX1  APPL seq=1 ack=1      | $c2 acks_frame=@12 ack_rtt=400us acked_in=@14
14: 0.1605  VAX1 > VAX2  APPL seq=2 ack=1      | $c2 acks_frame=@13 ack_rtt=400us acked_in=@15
15: 0.2605  VAX2 > VAX1  ACK ack=2             | $c2 acks_frame=@14 ack_rtt=100ms
16: 0.2655  VAX2 > VAX1  ACK ack=2             | $c2
17: 0.3155  VAX1 > VAX2  APPL seq=3 ack=1      | $c2 acked_in=@18
18: 0.3159  VAX2 > VAX1  APPL seq=2 ack=3      | $c2 acks_frame=@17 ack_rtt=400us acked_in=@19
19: 0.3163  VAX1 > VAX2  APPL seq=4 ack=2      | $c2 acks_frame=@18 ack_rtt=400us acked_in=@20
20: 0.4163  VAX2 > VAX1  ACK ack=4             | $c2 acks_frame=@19 ack_rtt=100ms
21: 0.4213  VAX2 > VAX1  ACK ack=4             | $c2
