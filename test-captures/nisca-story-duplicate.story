# Number 3 comes three more times as it was (REXMT clear), the last time behind a later
# message: copies that no node sent.  An ACK frame has no number that could be seen twice.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
let c = nisca.circuit.start_frame=@1
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02

1:  0        VAX1 > VAX2  START
2:  0.0003   VAX2 > VAX1  STACK             | $c
3:  0.0006   VAX1 > VAX2  STARTED           | $c
4:  0.0009   VAX1 > VAX2  APPL seq=1 ack=0  | $c acked_in=@5
5:  0.0013   VAX2 > VAX1  APPL seq=1 ack=1  | $c acks_frame=@4 ack_rtt=400us acked_in=@6
6:  0.0017   VAX1 > VAX2  APPL seq=2 ack=1  | $c acks_frame=@5 ack_rtt=400us acked_in=@7
7:  0.1017   VAX2 > VAX1  ACK ack=2         | $c acks_frame=@6 ack_rtt=100ms
8:  0.1067   VAX2 > VAX1  ACK ack=2         | $c
9:  0.1567   VAX1 > VAX2  APPL seq=3 ack=1  | $c acked_in=@14
10: 0.15672  VAX1 > VAX2  APPL seq=3 ack=1  | $c duplicate duplicate_of=@9 duplicate_count=2 acked_in=@14
11: 0.15674  VAX1 > VAX2  APPL seq=3 ack=1  | $c duplicate duplicate_of=@9 duplicate_count=3 acked_in=@14
12: 0.15774  VAX1 > VAX2  APPL seq=4 ack=1  | $c acked_in=@14
13: 0.15874  VAX1 > VAX2  APPL seq=3 ack=1  | $c duplicate duplicate_of=@9 duplicate_count=4 acked_in=@14
14: 0.15974  VAX2 > VAX1  ACK ack=4         | $c acks_frame=@12 ack_rtt=2ms
15: 0.15976  VAX2 > VAX1  ACK ack=4         | $c
16: 0.16076  VAX1 > VAX2  APPL seq=5 ack=1  | $c acked_in=@17
17: 0.16116  VAX2 > VAX1  APPL seq=2 ack=5  | $c acks_frame=@16 ack_rtt=400us acked_in=@18
18: 0.16156  VAX1 > VAX2  APPL seq=6 ack=2  | $c acks_frame=@17 ack_rtt=400us acked_in=@19
19: 0.26156  VAX2 > VAX1  ACK ack=6         | $c acks_frame=@18 ack_rtt=100ms
20: 0.26656  VAX2 > VAX1  ACK ack=6         | $c
21: 0.31656  VAX1 > VAX2  APPL seq=7 ack=2  | $c acked_in=@22
22: 0.31696  VAX2 > VAX1  APPL seq=3 ack=7  | $c acks_frame=@21 ack_rtt=400us acked_in=@23
23: 0.31736  VAX1 > VAX2  APPL seq=8 ack=3  | $c acks_frame=@22 ack_rtt=400us acked_in=@24
24: 0.41736  VAX2 > VAX1  ACK ack=8         | $c acks_frame=@23 ack_rtt=100ms
25: 0.42236  VAX2 > VAX1  ACK ack=8         | $c
