# A circuit is started over after it worked: the START on an established circuit is a
# restart, a START that was not answered before is none.  Numbers begin at 1 each time.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
let c = nisca.circuit.start_frame=@2
let c2 = nisca.circuit.start_frame=@22
let c3 = nisca.circuit.start_frame=@40
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02

1:  0        VAX1 > VAX2  START
2:  2        VAX1 > VAX2  START
3:  2.001    VAX2 > VAX1  STACK             | nisca.circuit.start_frame
4:  2.002    VAX1 > VAX2  STARTED           | nisca.circuit.start_frame
5:  2.003    VAX1 > VAX2  APPL seq=1 ack=0  | $c acked_in=@6
6:  2.0034   VAX2 > VAX1  APPL seq=1 ack=1  | $c acks_frame=@5 ack_rtt=400us acked_in=@7
7:  2.0038   VAX1 > VAX2  APPL seq=2 ack=1  | $c acks_frame=@6 ack_rtt=400us acked_in=@8
8:  2.1038   VAX2 > VAX1  ACK ack=2         | $c acks_frame=@7 ack_rtt=100ms
9:  2.1088   VAX2 > VAX1  ACK ack=2         | $c
10: 2.1588   VAX1 > VAX2  APPL seq=3 ack=1  | $c acked_in=@11
11: 2.1592   VAX2 > VAX1  APPL seq=2 ack=3  | $c acks_frame=@10 ack_rtt=400us acked_in=@12
12: 2.1596   VAX1 > VAX2  APPL seq=4 ack=2  | $c acks_frame=@11 ack_rtt=400us acked_in=@13
13: 2.2596   VAX2 > VAX1  ACK ack=4         | $c acks_frame=@12 ack_rtt=100ms
14: 2.2646   VAX2 > VAX1  ACK ack=4         | $c
15: 2.3146   VAX1 > VAX2  APPL seq=5 ack=2  | $c acked_in=@16
16: 2.315    VAX2 > VAX1  APPL seq=3 ack=5  | $c acks_frame=@15 ack_rtt=400us acked_in=@17
17: 2.3154   VAX1 > VAX2  APPL seq=6 ack=3  | $c acks_frame=@16 ack_rtt=400us acked_in=@18
18: 2.4154   VAX2 > VAX1  ACK ack=6         | $c acks_frame=@17 ack_rtt=100ms
19: 2.4204   VAX2 > VAX1  ACK ack=6         | $c
20: 2.4704   VAX1 > VAX2  APPL seq=7 ack=3  | $c
21: 22.4704  VAX2 > VAX1  START seq=4       | restarted
22: 23.4704  VAX2 > VAX1  START
23: 23.4714  VAX1 > VAX2  STACK             | nisca.circuit.start_frame
24: 23.4724  VAX2 > VAX1  STARTED           | nisca.circuit.start_frame
25: 23.4734  VAX1 > VAX2  APPL seq=1 ack=0  | $c2 acked_in=@26
26: 23.4738  VAX2 > VAX1  APPL seq=1 ack=1  | $c2 acks_frame=@25 ack_rtt=400us acked_in=@27
27: 23.4742  VAX1 > VAX2  APPL seq=2 ack=1  | $c2 acks_frame=@26 ack_rtt=400us acked_in=@28
28: 23.5742  VAX2 > VAX1  ACK ack=2         | $c2 acks_frame=@27 ack_rtt=100ms
29: 23.5792  VAX2 > VAX1  ACK ack=2         | $c2
30: 23.6292  VAX1 > VAX2  APPL seq=3 ack=1  | $c2 acked_in=@31
31: 23.6296  VAX2 > VAX1  APPL seq=2 ack=3  | $c2 acks_frame=@30 ack_rtt=400us acked_in=@32
32: 23.63    VAX1 > VAX2  APPL seq=4 ack=2  | $c2 acks_frame=@31 ack_rtt=400us acked_in=@33
33: 23.73    VAX2 > VAX1  ACK ack=4         | $c2 acks_frame=@32 ack_rtt=100ms
34: 23.735   VAX2 > VAX1  ACK ack=4         | $c2
35: 23.785   VAX1 > VAX2  APPL seq=5 ack=2  | $c2 acked_in=@36
36: 23.7854  VAX2 > VAX1  APPL seq=3 ack=5  | $c2 acks_frame=@35 ack_rtt=400us acked_in=@37
37: 23.7858  VAX1 > VAX2  APPL seq=6 ack=3  | $c2 acks_frame=@36 ack_rtt=400us acked_in=@38
38: 23.8858  VAX2 > VAX1  ACK ack=6         | $c2 acks_frame=@37 ack_rtt=100ms
39: 23.8908  VAX2 > VAX1  ACK ack=6         | $c2
40: 23.9408  VAX1 > VAX2  START seq=7       | restarted
41: 23.9418  VAX2 > VAX1  STACK             | $c3
42: 23.9428  VAX1 > VAX2  START             | restarted
