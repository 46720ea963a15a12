# Two LANs, one circuit: each place sees the messages of its LAN, and the answer may go by
# the other.  Nobody saw number 21: the gap is one, whatever LAN it was sent on.  A round
# trip over both LANs has the difference of two clocks in it.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
let lan2 = eth.src=from.ether2 eth.dst=to.ether2
place lan-a
place lan-b
let c = nisca.circuit.start_frame=@1
node VAX1 id=1025 ether=02:00:00:04:10:01 ether2=02:00:00:04:11:01
node VAX2 id=1026 ether=02:00:00:04:10:02 ether2=02:00:00:04:11:02

1:  0        VAX1 > VAX2  START at lan-a
2:  0.0003   VAX2 > VAX1  STACK at lan-a                    | $c
3:  0.0006   VAX1 > VAX2  STARTED at lan-a                  | $c
4:  0.0009   VAX1 > VAX2  APPL seq=1 ack=0 at lan-a        | $c acked_in=@5
5:  0.0019   VAX2 > VAX1  ACK ack=1 at lan-a               | $c acks_frame=@4 ack_rtt=1ms
6:  0.01192  VAX1 > VAX2  APPL seq=2 ack=0 $lan2 at lan-b  | $c acked_in=@7
7:  0.0129   VAX2 > VAX1  ACK ack=2 at lan-a               | $c acks_frame=@6 ?ack_rtt
8:  0.0229   VAX1 > VAX2  APPL seq=3 ack=0 at lan-a        | $c acked_in=@9
9:  0.02392  VAX2 > VAX1  ACK ack=3 $lan2 at lan-b         | $c acks_frame=@8 ?ack_rtt
10: 0.0339   VAX1 > VAX2  APPL seq=4 ack=0 at lan-a        | $c acked_in=@11
11: 0.03492  VAX2 > VAX1  ACK ack=4 $lan2 at lan-b         | $c acks_frame=@10 ?ack_rtt
12: 0.04492  VAX1 > VAX2  APPL seq=5 ack=0 $lan2 at lan-b  | $c acked_in=@13
13: 0.0459   VAX2 > VAX1  ACK ack=5 at lan-a               | $c acks_frame=@12 ?ack_rtt
14: 0.0559   VAX1 > VAX2  APPL seq=6 ack=0 at lan-a        | $c acked_in=@15
15: 0.0569   VAX2 > VAX1  ACK ack=6 at lan-a               | $c acks_frame=@14 ack_rtt=1ms
16: 0.0669   VAX1 > VAX2  APPL seq=7 ack=0 at lan-a        | $c acked_in=@17
17: 0.06792  VAX2 > VAX1  ACK ack=7 $lan2 at lan-b         | $c acks_frame=@16 ?ack_rtt
18: 0.07792  VAX1 > VAX2  APPL seq=8 ack=0 $lan2 at lan-b  | $c acked_in=@19
19: 0.07892  VAX2 > VAX1  ACK ack=8 $lan2 at lan-b         | $c acks_frame=@18 ack_rtt=1ms
20: 0.0889   VAX1 > VAX2  APPL seq=9 ack=0 at lan-a        | $c acked_in=@21
21: 0.0899   VAX2 > VAX1  ACK ack=9 at lan-a               | $c acks_frame=@20 ack_rtt=1ms
22: 0.0999   VAX1 > VAX2  APPL seq=10 ack=0 at lan-a       | $c acked_in=@23
23: 0.1009   VAX2 > VAX1  ACK ack=10 at lan-a              | $c acks_frame=@22 ack_rtt=1ms
24: 0.11092  VAX1 > VAX2  APPL seq=11 ack=0 $lan2 at lan-b | $c acked_in=@25
25: 0.11192  VAX2 > VAX1  ACK ack=11 $lan2 at lan-b        | $c acks_frame=@24 ack_rtt=1ms
26: 0.1219   VAX1 > VAX2  APPL seq=12 ack=0 at lan-a       | $c acked_in=@27
27: 0.12292  VAX2 > VAX1  ACK ack=12 $lan2 at lan-b        | $c acks_frame=@26 ?ack_rtt
28: 0.1329   VAX1 > VAX2  APPL seq=13 ack=0 at lan-a       | $c acked_in=@29
29: 0.1339   VAX2 > VAX1  ACK ack=13 at lan-a              | $c acks_frame=@28 ack_rtt=1ms
30: 0.14392  VAX1 > VAX2  APPL seq=14 ack=0 $lan2 at lan-b | $c acked_in=@31
31: 0.1449   VAX2 > VAX1  ACK ack=14 at lan-a              | $c acks_frame=@30 ?ack_rtt
32: 0.1549   VAX1 > VAX2  APPL seq=15 ack=0 at lan-a       | $c acked_in=@33
33: 0.15592  VAX2 > VAX1  ACK ack=15 $lan2 at lan-b        | $c acks_frame=@32 ?ack_rtt
34: 0.1659   VAX1 > VAX2  APPL seq=16 ack=0 at lan-a       | $c acked_in=@35
35: 0.16692  VAX2 > VAX1  ACK ack=16 $lan2 at lan-b        | $c acks_frame=@34 ?ack_rtt
36: 0.17692  VAX1 > VAX2  APPL seq=17 ack=0 $lan2 at lan-b | $c acked_in=@37
37: 0.1779   VAX2 > VAX1  ACK ack=17 at lan-a              | $c acks_frame=@36 ?ack_rtt
38: 0.1879   VAX1 > VAX2  APPL seq=18 ack=0 at lan-a       | $c acked_in=@39
39: 0.1889   VAX2 > VAX1  ACK ack=18 at lan-a              | $c acks_frame=@38 ack_rtt=1ms
40: 0.1989   VAX1 > VAX2  APPL seq=19 ack=0 at lan-a       | $c acked_in=@41
41: 0.19992  VAX2 > VAX1  ACK ack=19 $lan2 at lan-b        | $c acks_frame=@40 ?ack_rtt
42: 0.20992  VAX1 > VAX2  APPL seq=20 ack=0 $lan2 at lan-b | $c acked_in=@43
43: 0.21092  VAX2 > VAX1  ACK ack=20 $lan2 at lan-b        | $c acks_frame=@42 ack_rtt=1ms
44: 0.2209   VAX1 > VAX2  APPL seq=22 ack=0 at lan-a        | $c seq_gap out_of_sequence
