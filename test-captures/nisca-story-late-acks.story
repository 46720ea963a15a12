# All messages arrive, but the ACKs are late: the ACK of number 2 comes sooner after the copy
# than any round trip takes (Eifel), that of number 3 is followed by another one, for the copy.
# Number 4 was lost: its ACK takes a round trip from the copy, and comes once.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
only cluster.event
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02

1:  0       VAX1 > VAX2  APPL seq=1 ack=0             | acked_in=@2
2:  0.002   VAX2 > VAX1  ACK ack=1                    | acks_frame=@1 ack_rtt=2ms
3:  1       VAX1 > VAX2  APPL seq=2 ack=0             | acked_in=@5
4:  4       VAX1 > VAX2  APPL seq=2 ack=0 RSVP REXMT  | retransmission rexmt_cause=2 rexmt_of=@3 rexmt_delta=3s acked_in=@5
5:  4.0005  VAX2 > VAX1  ACK ack=2                    | acks_frame=@3 rsvp_delay=500us
6:  4.0025  VAX2 > VAX1  ACK ack=2
7:  5       VAX1 > VAX2  APPL seq=3 ack=0             | acked_in=@9
8:  8       VAX1 > VAX2  APPL seq=3 ack=0 RSVP REXMT  | retransmission rexmt_cause=2 rexmt_of=@7 rexmt_delta=3s acked_in=@9
9:  8.002   VAX2 > VAX1  ACK ack=3                    | acks_frame=@7 rsvp_delay=2ms
10: 8.006   VAX2 > VAX1  ACK ack=3
11: 9       VAX1 > VAX2  APPL seq=4 ack=0             | acked_in=@13
12: 12      VAX1 > VAX2  APPL seq=4 ack=0 RSVP REXMT  | retransmission rexmt_cause=1 rexmt_of=@11 rexmt_delta=3s acked_in=@13
13: 12.002  VAX2 > VAX1  ACK ack=4                    | acks_frame=@11 rsvp_delay=2ms
