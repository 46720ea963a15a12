# From VAX1: 7 messages lost, 5 acknowledgments lost, 4 originals not in the capture, 11
# gaps of one number each; from VAX2: nothing at all.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
let c = nisca.circuit.start_frame=@1
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02

1:  0        VAX1 > VAX2  START
2:  0.0003   VAX2 > VAX1  STACK                         | $c
3:  0.0006   VAX1 > VAX2  STARTED                       | $c
4:  0.0009   VAX1 > VAX2  APPL seq=1 ack=0              | $c acked_in=@7
5:  0.1009   VAX1 > VAX2  APPL seq=2 ack=0              | $c acked_in=@7
6:  3.1019   VAX1 > VAX2  APPL seq=2 ack=0 RSVP REXMT   | $c retransmission rexmt_cause=1 rexmt_of=@5 rexmt_delta=3.001s
                                                        | acked_in=@7
7:  3.1029   VAX2 > VAX1  ACK ack=2                     | $c acks_frame=@5 rsvp_delay=1ms
8:  3.2029   VAX1 > VAX2  APPL seq=3 ack=0              | $c acked_in=@10
9:  6.2039   VAX1 > VAX2  APPL seq=3 ack=0 RSVP REXMT   | $c retransmission rexmt_cause=1 rexmt_of=@8 rexmt_delta=3.001s
                                                        | acked_in=@10
10: 6.2049   VAX2 > VAX1  ACK ack=3                     | $c acks_frame=@8 rsvp_delay=1ms
11: 6.3049   VAX1 > VAX2  APPL seq=4 ack=0              | $c acked_in=@13
12: 9.3059   VAX1 > VAX2  APPL seq=4 ack=0 RSVP REXMT   | $c retransmission rexmt_cause=1 rexmt_of=@11 rexmt_delta=3.001s
                                                        | acked_in=@13
13: 9.3069   VAX2 > VAX1  ACK ack=4                     | $c acks_frame=@11 rsvp_delay=1ms
14: 9.4069   VAX1 > VAX2  APPL seq=5 ack=0              | $c acked_in=@16
15: 12.4079  VAX1 > VAX2  APPL seq=5 ack=0 RSVP REXMT   | $c retransmission rexmt_cause=1 rexmt_of=@14 rexmt_delta=3.001s
                                                        | acked_in=@16
16: 12.4089  VAX2 > VAX1  ACK ack=5                     | $c acks_frame=@14 rsvp_delay=1ms
17: 12.5089  VAX1 > VAX2  APPL seq=6 ack=0              | $c acked_in=@19
18: 15.5099  VAX1 > VAX2  APPL seq=6 ack=0 RSVP REXMT   | $c retransmission rexmt_cause=1 rexmt_of=@17 rexmt_delta=3.001s
                                                        | acked_in=@19
19: 15.5109  VAX2 > VAX1  ACK ack=6                     | $c acks_frame=@17 rsvp_delay=1ms
20: 15.6109  VAX1 > VAX2  APPL seq=7 ack=0              | $c acked_in=@22
21: 18.6119  VAX1 > VAX2  APPL seq=7 ack=0 RSVP REXMT   | $c retransmission rexmt_cause=1 rexmt_of=@20 rexmt_delta=3.001s
                                                        | acked_in=@22
22: 18.6129  VAX2 > VAX1  ACK ack=7                     | $c acks_frame=@20 rsvp_delay=1ms
23: 18.7129  VAX1 > VAX2  APPL seq=8 ack=0              | $c acked_in=@25
24: 21.7139  VAX1 > VAX2  APPL seq=8 ack=0 RSVP REXMT   | $c retransmission rexmt_cause=1 rexmt_of=@23 rexmt_delta=3.001s
                                                        | acked_in=@25
25: 21.7149  VAX2 > VAX1  ACK ack=8                     | $c acks_frame=@23 rsvp_delay=1ms
26: 21.8149  VAX1 > VAX2  APPL seq=9 ack=0              | $c acked_in=@27
27: 21.8159  VAX2 > VAX1  ACK ack=9                     | $c acks_frame=@26 ack_rtt=1ms
28: 24.8159  VAX1 > VAX2  APPL seq=9 ack=0 RSVP REXMT   | $c retransmission rexmt_cause=2 rexmt_of=@26 rexmt_delta=3.001s
29: 24.8169  VAX2 > VAX1  ACK ack=9                     | $c rsvp_delay=1ms
30: 24.9169  VAX1 > VAX2  APPL seq=10 ack=0             | $c acked_in=@31
31: 24.9179  VAX2 > VAX1  ACK ack=10                    | $c acks_frame=@30 ack_rtt=1ms
32: 27.9179  VAX1 > VAX2  APPL seq=10 ack=0 RSVP REXMT  | $c retransmission rexmt_cause=2 rexmt_of=@30 rexmt_delta=3.001s
33: 27.9189  VAX2 > VAX1  ACK ack=10                    | $c rsvp_delay=1ms
34: 28.0189  VAX1 > VAX2  APPL seq=11 ack=0             | $c acked_in=@35
35: 28.0199  VAX2 > VAX1  ACK ack=11                    | $c acks_frame=@34 ack_rtt=1ms
36: 31.0199  VAX1 > VAX2  APPL seq=11 ack=0 RSVP REXMT  | $c retransmission rexmt_cause=2 rexmt_of=@34 rexmt_delta=3.001s
37: 31.0209  VAX2 > VAX1  ACK ack=11                    | $c rsvp_delay=1ms
38: 31.1209  VAX1 > VAX2  APPL seq=12 ack=0             | $c acked_in=@39
39: 31.1219  VAX2 > VAX1  ACK ack=12                    | $c acks_frame=@38 ack_rtt=1ms
40: 34.1219  VAX1 > VAX2  APPL seq=12 ack=0 RSVP REXMT  | $c retransmission rexmt_cause=2 rexmt_of=@38 rexmt_delta=3.001s
41: 34.1229  VAX2 > VAX1  ACK ack=12                    | $c rsvp_delay=1ms
42: 34.2229  VAX1 > VAX2  APPL seq=13 ack=0             | $c acked_in=@43
43: 34.2239  VAX2 > VAX1  ACK ack=13                    | $c acks_frame=@42 ack_rtt=1ms
44: 37.2239  VAX1 > VAX2  APPL seq=13 ack=0 RSVP REXMT  | $c retransmission rexmt_cause=2 rexmt_of=@42 rexmt_delta=3.001s
45: 37.2249  VAX2 > VAX1  ACK ack=13                    | $c rsvp_delay=1ms
46: 40.3259  VAX1 > VAX2  APPL seq=14 ack=0 RSVP REXMT  | $c retransmission rexmt_cause=3 acked_in=@47
47: 40.3269  VAX2 > VAX1  ACK ack=14                    | $c acks_frame=@46 rsvp_delay=1ms
48: 43.4279  VAX1 > VAX2  APPL seq=15 ack=0 RSVP REXMT  | $c retransmission rexmt_cause=3 acked_in=@49
49: 43.4289  VAX2 > VAX1  ACK ack=15                    | $c acks_frame=@48 rsvp_delay=1ms
50: 46.5299  VAX1 > VAX2  APPL seq=16 ack=0 RSVP REXMT  | $c retransmission rexmt_cause=3 acked_in=@51
51: 46.5309  VAX2 > VAX1  ACK ack=16                    | $c acks_frame=@50 rsvp_delay=1ms
52: 49.6319  VAX1 > VAX2  APPL seq=17 ack=0 RSVP REXMT  | $c retransmission rexmt_cause=3 acked_in=@53
53: 49.6329  VAX2 > VAX1  ACK ack=17                    | $c acks_frame=@52 rsvp_delay=1ms
54: 49.6429  VAX1 > VAX2  APPL seq=19 ack=0             | $c seq_gap=1 out_of_sequence
55: 49.6529  VAX1 > VAX2  APPL seq=21 ack=0             | $c seq_gap=1 out_of_sequence
56: 49.6629  VAX1 > VAX2  APPL seq=23 ack=0             | $c seq_gap=1 out_of_sequence
57: 49.6729  VAX1 > VAX2  APPL seq=25 ack=0             | $c seq_gap=1 out_of_sequence
58: 49.6829  VAX1 > VAX2  APPL seq=27 ack=0             | $c seq_gap=1 out_of_sequence
59: 49.6929  VAX1 > VAX2  APPL seq=29 ack=0             | $c seq_gap=1 out_of_sequence
60: 49.7029  VAX1 > VAX2  APPL seq=31 ack=0             | $c seq_gap=1 out_of_sequence
61: 49.7129  VAX1 > VAX2  APPL seq=33 ack=0             | $c seq_gap=1 out_of_sequence
62: 49.7229  VAX1 > VAX2  APPL seq=35 ack=0             | $c seq_gap=1 out_of_sequence
63: 49.7329  VAX1 > VAX2  APPL seq=37 ack=0             | $c seq_gap=1 out_of_sequence
64: 49.7429  VAX1 > VAX2  APPL seq=39 ack=0             | $c seq_gap=1 out_of_sequence
