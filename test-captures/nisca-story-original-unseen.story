# The capture has only a retransmission of number 31, and only two of number 36: the
# originals were not captured, so nothing is said about round trips.  36 is the next
# number: no gap, and its first copy is no original.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02

1:  0       VAX1 > VAX2  APPL seq=31 ack=30 RSVP REXMT  | retransmission rexmt_cause=3 acked_in=@2
2:  0.0005  VAX2 > VAX1  ACK ack=31                     | acks_frame=@1 rsvp_delay=500us
3:  0.0015  VAX1 > VAX2  APPL seq=32 ack=30             | acked_in=@4
4:  0.0019  VAX2 > VAX1  APPL seq=31 ack=32             | acks_frame=@3 ack_rtt=400us acked_in=@5
5:  0.0023  VAX1 > VAX2  APPL seq=33 ack=31             | acks_frame=@4 ack_rtt=400us acked_in=@6
6:  0.1023  VAX2 > VAX1  ACK ack=33                     | acks_frame=@5 ack_rtt=100ms
7:  0.1073  VAX2 > VAX1  ACK ack=33
8:  0.1573  VAX1 > VAX2  APPL seq=34 ack=31             | acked_in=@9
9:  0.1577  VAX2 > VAX1  APPL seq=32 ack=34             | acks_frame=@8 ack_rtt=400us acked_in=@10
10: 0.1581  VAX1 > VAX2  APPL seq=35 ack=32             | acks_frame=@9 ack_rtt=400us acked_in=@11
11: 0.2581  VAX2 > VAX1  ACK ack=35                     | acks_frame=@10 ack_rtt=100ms
12: 0.2631  VAX2 > VAX1  ACK ack=35
13: 3.3131  VAX1 > VAX2  APPL seq=36 ack=32 RSVP REXMT  | retransmission rexmt_cause=3 acked_in=@15
14: 5.3131  VAX1 > VAX2  APPL seq=36 ack=32 RSVP REXMT  | retransmission rexmt_cause=3 acked_in=@15
15: 5.3136  VAX2 > VAX1  ACK ack=36                     | acks_frame=@13 rsvp_delay=2.0005s
16: 5.3146  VAX1 > VAX2  APPL seq=37 ack=32             | acked_in=@17
17: 5.315   VAX2 > VAX1  APPL seq=33 ack=37             | acks_frame=@16 ack_rtt=400us acked_in=@18
18: 5.3154  VAX1 > VAX2  APPL seq=38 ack=33             | acks_frame=@17 ack_rtt=400us acked_in=@19
19: 5.4154  VAX2 > VAX1  ACK ack=38                     | acks_frame=@18 ack_rtt=100ms
20: 5.4204  VAX2 > VAX1  ACK ack=38
21: 5.4704  VAX1 > VAX2  APPL seq=39 ack=33             | acked_in=@22
22: 5.4708  VAX2 > VAX1  APPL seq=34 ack=39             | acks_frame=@21 ack_rtt=400us acked_in=@23
23: 5.4712  VAX1 > VAX2  APPL seq=40 ack=34             | acks_frame=@22 ack_rtt=400us acked_in=@24
24: 5.5712  VAX2 > VAX1  ACK ack=40                     | acks_frame=@23 ack_rtt=100ms
25: 5.5762  VAX2 > VAX1  ACK ack=40
