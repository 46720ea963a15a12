# Number 3 was overtaken and fills the gap: neither missing, nor a copy, nor sent again.  Whether the late
# frame itself is out of sequence is open.  When it comes once more, it is a copy.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
let c = nisca.circuit.start_frame=@1
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02

1:  0       VAX1 > VAX2  START
2:  0.0003  VAX2 > VAX1  STACK              | $c
3:  0.0006  VAX1 > VAX2  STARTED            | $c
4:  0.0009  VAX1 > VAX2  APPL seq=1 ack=0   | $c acked_in=@5
5:  0.0013  VAX2 > VAX1  APPL seq=1 ack=1   | $c acks_frame=@4 ack_rtt=400us acked_in=@6
6:  0.0017  VAX1 > VAX2  APPL seq=2 ack=1   | $c acks_frame=@5 ack_rtt=400us acked_in=@7
7:  0.1017  VAX2 > VAX1  ACK ack=2          | $c acks_frame=@6 ack_rtt=100ms
8:  0.1067  VAX2 > VAX1  ACK ack=2          | $c
9:  0.1567  VAX1 > VAX2  APPL seq=4 ack=1   | $c acked_in=@11
10: 0.1568  VAX1 > VAX2  APPL seq=3 ack=1   | $c acked_in=@11
11: 0.1569  VAX2 > VAX1  ACK ack=4          | $c acks_frame=@9 ack_rtt=200us
12: 0.1579  VAX1 > VAX2  APPL seq=5 ack=1   | $c acked_in=@13
13: 0.1583  VAX2 > VAX1  APPL seq=2 ack=5   | $c acks_frame=@12 ack_rtt=400us acked_in=@14
14: 0.1587  VAX1 > VAX2  APPL seq=6 ack=2   | $c acks_frame=@13 ack_rtt=400us acked_in=@15
15: 0.2587  VAX2 > VAX1  ACK ack=6          | $c acks_frame=@14 ack_rtt=100ms
16: 0.2637  VAX2 > VAX1  ACK ack=6          | $c
17: 0.3137  VAX1 > VAX2  APPL seq=7 ack=2   | $c acked_in=@18
18: 0.3141  VAX2 > VAX1  APPL seq=3 ack=7   | $c acks_frame=@17 ack_rtt=400us acked_in=@19
19: 0.3145  VAX1 > VAX2  APPL seq=8 ack=3   | $c acks_frame=@18 ack_rtt=400us acked_in=@20
20: 0.4145  VAX2 > VAX1  ACK ack=8          | $c acks_frame=@19 ack_rtt=100ms
21: 0.4195  VAX2 > VAX1  ACK ack=8          | $c
22: 0.4695  VAX1 > VAX2  APPL seq=3 ack=3   | $c duplicate duplicate_of=@10 duplicate_count=2
23: 0.4705  VAX1 > VAX2  APPL seq=9 ack=3   | $c acked_in=@24
24: 0.4709  VAX2 > VAX1  APPL seq=4 ack=9   | $c acks_frame=@23 ack_rtt=400us acked_in=@25
25: 0.4713  VAX1 > VAX2  APPL seq=10 ack=4  | $c acks_frame=@24 ack_rtt=400us acked_in=@26
26: 0.5713  VAX2 > VAX1  ACK ack=10         | $c acks_frame=@25 ack_rtt=100ms
27: 0.5763  VAX2 > VAX1  ACK ack=10         | $c
