# Messages that the capture missed, and the receiver had: one, ten, and one that is
# acknowledged without having been seen.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
let c = nisca.circuit.start_frame=@1
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02

1:  0       VAX1 > VAX2  START
2:  0.0003  VAX2 > VAX1  STACK               | $c
3:  0.0006  VAX1 > VAX2  STARTED             | $c
4:  0.0009  VAX1 > VAX2  APPL seq=1 ack=0    | $c acked_in=@5
5:  0.0013  VAX2 > VAX1  APPL seq=1 ack=1    | $c acks_frame=@4 ack_rtt=400us acked_in=@6
6:  0.0017  VAX1 > VAX2  APPL seq=2 ack=1    | $c acks_frame=@5 ack_rtt=400us acked_in=@7
7:  0.1017  VAX2 > VAX1  ACK ack=2           | $c acks_frame=@6 ack_rtt=100ms
8:  0.1067  VAX2 > VAX1  ACK ack=2           | $c
9:  0.1567  VAX1 > VAX2  APPL seq=4 ack=1    | $c seq_gap=1 out_of_sequence acked_in=@10
10: 0.1577  VAX2 > VAX1  ACK ack=4           | $c acks_frame=@9 ack_rtt=1ms
11: 0.1587  VAX2 > VAX1  APPL seq=12 ack=4   | $c seq_gap=10 out_of_sequence acked_in=@12
12: 0.1597  VAX1 > VAX2  ACK ack=12          | $c acks_frame=@11 ack_rtt=1ms
13: 0.1607  VAX1 > VAX2  APPL seq=5 ack=12   | $c acked_in=@14
14: 0.1611  VAX2 > VAX1  APPL seq=13 ack=5   | $c acks_frame=@13 ack_rtt=400us acked_in=@15
15: 0.1615  VAX1 > VAX2  APPL seq=6 ack=13   | $c acks_frame=@14 ack_rtt=400us acked_in=@16
16: 0.2615  VAX2 > VAX1  ACK ack=6           | $c acks_frame=@15 ack_rtt=100ms
17: 0.2665  VAX2 > VAX1  ACK ack=6           | $c
18: 0.3165  VAX2 > VAX1  ACK ack=7           | $c ack_unseen
19: 0.3175  VAX1 > VAX2  APPL seq=8 ack=13   | $c seq_gap=1 out_of_sequence acked_in=@20
20: 0.3185  VAX2 > VAX1  ACK ack=8           | $c acks_frame=@19 ack_rtt=1ms
21: 0.3195  VAX1 > VAX2  APPL seq=9 ack=13   | $c acked_in=@22
22: 0.3199  VAX2 > VAX1  APPL seq=14 ack=9   | $c acks_frame=@21 ack_rtt=400us acked_in=@23
23: 0.3203  VAX1 > VAX2  APPL seq=10 ack=14  | $c acks_frame=@22 ack_rtt=400us acked_in=@24
24: 0.4203  VAX2 > VAX1  ACK ack=10          | $c acks_frame=@23 ack_rtt=100ms
25: 0.4253  VAX2 > VAX1  ACK ack=10          | $c
