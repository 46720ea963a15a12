# Messages that ask for an acknowledgment at once (RSVP), answered in 300 us, just
# below a second, in a second, later, and by a message.  Late is more than one second.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
let c = nisca.circuit.start_frame=@1
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02

1:  0         VAX1 > VAX2  START
2:  0.0003    VAX2 > VAX1  STACK                   | $c
3:  0.0006    VAX1 > VAX2  STARTED                 | $c
4:  0.0009    VAX1 > VAX2  APPL seq=1 ack=0        | $c acked_in=@5
5:  0.0013    VAX2 > VAX1  APPL seq=1 ack=1        | $c acks_frame=@4 ack_rtt=400us acked_in=@6
6:  0.0017    VAX1 > VAX2  APPL seq=2 ack=1        | $c acks_frame=@5 ack_rtt=400us acked_in=@7
7:  0.1017    VAX2 > VAX1  ACK ack=2               | $c acks_frame=@6 ack_rtt=100ms
8:  0.1067    VAX2 > VAX1  ACK ack=2               | $c
9:  0.1567    VAX1 > VAX2  APPL seq=3 ack=1 RSVP   | $c acked_in=@10
10: 0.157     VAX2 > VAX1  ACK ack=3               | $c rsvp_delay=300us acks_frame=@9 ack_rtt=300us
11: 0.158     VAX2 > VAX1  ACK ack=3               | $c
12: 0.159     VAX1 > VAX2  APPL seq=4 ack=1        | $c acked_in=@13
13: 0.1594    VAX2 > VAX1  APPL seq=2 ack=4        | $c acks_frame=@12 ack_rtt=400us acked_in=@14
14: 0.1598    VAX1 > VAX2  APPL seq=5 ack=2        | $c acks_frame=@13 ack_rtt=400us acked_in=@15
15: 0.2598    VAX2 > VAX1  ACK ack=5               | $c acks_frame=@14 ack_rtt=100ms
16: 0.2648    VAX2 > VAX1  ACK ack=5               | $c
17: 0.3148    VAX1 > VAX2  APPL seq=6 ack=2 RSVP   | $c acked_in=@18
18: 1.314799  VAX2 > VAX1  ACK ack=6               | $c rsvp_delay=999.999ms acks_frame=@17 ack_rtt=999.999ms
19: 1.315799  VAX2 > VAX1  ACK ack=6               | $c
20: 1.316799  VAX1 > VAX2  APPL seq=7 ack=2        | $c acked_in=@21
21: 1.317199  VAX2 > VAX1  APPL seq=3 ack=7        | $c acks_frame=@20 ack_rtt=400us acked_in=@22
22: 1.317599  VAX1 > VAX2  APPL seq=8 ack=3        | $c acks_frame=@21 ack_rtt=400us acked_in=@23
23: 1.417599  VAX2 > VAX1  ACK ack=8               | $c acks_frame=@22 ack_rtt=100ms
24: 1.422599  VAX2 > VAX1  ACK ack=8               | $c
25: 1.472599  VAX1 > VAX2  APPL seq=9 ack=3 RSVP   | $c acked_in=@26
26: 2.472599  VAX2 > VAX1  ACK ack=9               | $c rsvp_delay=1s acks_frame=@25 ack_rtt=1s
27: 2.473599  VAX2 > VAX1  ACK ack=9               | $c
28: 2.474599  VAX1 > VAX2  APPL seq=10 ack=3       | $c acked_in=@29
29: 2.474999  VAX2 > VAX1  APPL seq=4 ack=10       | $c acks_frame=@28 ack_rtt=400us acked_in=@30
30: 2.475399  VAX1 > VAX2  APPL seq=11 ack=4       | $c acks_frame=@29 ack_rtt=400us acked_in=@31
31: 2.575399  VAX2 > VAX1  ACK ack=11              | $c acks_frame=@30 ack_rtt=100ms
32: 2.580399  VAX2 > VAX1  ACK ack=11              | $c
33: 2.630399  VAX1 > VAX2  APPL seq=12 ack=4 RSVP  | $c acked_in=@34
34: 3.6304    VAX2 > VAX1  ACK ack=12              | $c rsvp_delay=1.000001s rsvp_late acks_frame=@33 ack_rtt=1.000001s
35: 3.6314    VAX2 > VAX1  ACK ack=12              | $c
36: 3.6324    VAX1 > VAX2  APPL seq=13 ack=4       | $c acked_in=@37
37: 3.6328    VAX2 > VAX1  APPL seq=5 ack=13       | $c acks_frame=@36 ack_rtt=400us acked_in=@38
38: 3.6332    VAX1 > VAX2  APPL seq=14 ack=5       | $c acks_frame=@37 ack_rtt=400us acked_in=@39
39: 3.7332    VAX2 > VAX1  ACK ack=14              | $c acks_frame=@38 ack_rtt=100ms
40: 3.7382    VAX2 > VAX1  ACK ack=14              | $c
41: 3.7882    VAX1 > VAX2  APPL seq=15 ack=5 RSVP  | $c acked_in=@42
42: 6.2882    VAX2 > VAX1  ACK ack=15              | $c rsvp_delay=2.5s rsvp_late acks_frame=@41 ack_rtt=2.5s
43: 6.2892    VAX2 > VAX1  ACK ack=15              | $c
44: 6.2902    VAX1 > VAX2  APPL seq=16 ack=5 RSVP  | $c acked_in=@47
45: 6.3902    VAX2 > VAX1  APPL seq=6 ack=15       | $c acked_in=@46
46: 6.4902    VAX1 > VAX2  APPL seq=17 ack=6       | $c acks_frame=@45 ack_rtt=100ms acked_in=@47
47: 7.9902    VAX2 > VAX1  APPL seq=7 ack=17       | $c rsvp_delay=1.7s rsvp_late acks_frame=@46 ack_rtt=1.5s
                                                   | acked_in=@48
48: 7.9912    VAX1 > VAX2  ACK ack=7               | $c acks_frame=@47 ack_rtt=1ms
49: 7.9922    VAX2 > VAX1  APPL seq=8 ack=17 RSVP  | $c acked_in=@50
50: 7.9924    VAX1 > VAX2  ACK ack=8               | $c rsvp_delay=200us acks_frame=@49 ack_rtt=200us
