# Number 105 is lost; all that is outstanding is sent again, as old nodes do: 105 and
# 106.  Whether 106 was lost, too, nobody knows: had it arrived, no ACK would have said so
# before the copy of 105 came.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02

1:  0        VAX1 > VAX2  APPL seq=100 ack=99              | acked_in=@2
2:  0.0004   VAX2 > VAX1  APPL seq=100 ack=100             | acks_frame=@1 ack_rtt=400us acked_in=@3
3:  0.0008   VAX1 > VAX2  APPL seq=101 ack=100             | acks_frame=@2 ack_rtt=400us acked_in=@4
4:  0.1008   VAX2 > VAX1  ACK ack=101                      | acks_frame=@3 ack_rtt=100ms
5:  0.1058   VAX2 > VAX1  ACK ack=101
6:  0.1558   VAX1 > VAX2  APPL seq=102 ack=100             | acked_in=@7
7:  0.1562   VAX2 > VAX1  APPL seq=101 ack=102             | acks_frame=@6 ack_rtt=400us acked_in=@8
8:  0.1566   VAX1 > VAX2  APPL seq=103 ack=101             | acks_frame=@7 ack_rtt=400us acked_in=@9
9:  0.2566   VAX2 > VAX1  ACK ack=103                      | acks_frame=@8 ack_rtt=100ms
10: 0.2616   VAX2 > VAX1  ACK ack=103
11: 0.3116   VAX1 > VAX2  APPL seq=104 ack=101             | acked_in=@14
12: 0.3126   VAX1 > VAX2  APPL seq=105 ack=101             | acked_in=@17
13: 0.3136   VAX1 > VAX2  APPL seq=106 ack=101             | acked_in=@17
14: 0.3146   VAX2 > VAX1  ACK ack=104                      | acks_frame=@11 ack_rtt=3ms
15: 3.3146   VAX1 > VAX2  APPL seq=105 ack=101 RSVP REXMT  | retransmission rexmt_cause=1 rexmt_of=@12 rexmt_delta=3.002s
                                                           | acked_in=@17
16: 3.31461  VAX1 > VAX2  APPL seq=106 ack=101 RSVP REXMT  | retransmission rexmt_of=@13 rexmt_delta=3.00101s
                                                           | acked_in=@17
17: 3.31511  VAX2 > VAX1  ACK ack=106                      | acks_frame=@13 rsvp_delay=510us
18: 3.31611  VAX1 > VAX2  APPL seq=107 ack=101             | acked_in=@19
19: 3.31651  VAX2 > VAX1  APPL seq=102 ack=107             | acks_frame=@18 ack_rtt=400us acked_in=@20
20: 3.31691  VAX1 > VAX2  APPL seq=108 ack=102             | acks_frame=@19 ack_rtt=400us acked_in=@21
21: 3.41691  VAX2 > VAX1  ACK ack=108                      | acks_frame=@20 ack_rtt=100ms
22: 3.42191  VAX2 > VAX1  ACK ack=108
23: 3.47191  VAX1 > VAX2  APPL seq=109 ack=102             | acked_in=@24
24: 3.47231  VAX2 > VAX1  APPL seq=103 ack=109             | acks_frame=@23 ack_rtt=400us acked_in=@25
25: 3.47271  VAX1 > VAX2  APPL seq=110 ack=103             | acks_frame=@24 ack_rtt=400us acked_in=@26
26: 3.57271  VAX2 > VAX1  ACK ack=110                      | acks_frame=@25 ack_rtt=100ms
27: 3.57771  VAX2 > VAX1  ACK ack=110
