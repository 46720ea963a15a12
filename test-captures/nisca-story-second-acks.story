# Messages 2 and 3 are lost.  The ACK for 4 has the number 2 again, which says nothing of the
# copy of 2.  Then 5 is lost, and 6 waits for it at VAX2: the ACK for the copy of 5 covers both,
# and the copy of 6, which was needless, is answered with the same number.  The copy of 7 is
# answered sooner than any message before; but these were few, so it may be the answer to the
# message or to its copy.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02

1:  0       VAX1 > VAX2  APPL seq=1 ack=0             | acked_in=@2
2:  0.0004  VAX2 > VAX1  ACK ack=1                    | acks_frame=@1 ack_rtt=400us
3:  1       VAX1 > VAX2  APPL seq=2 ack=0             | acked_in=@6
4:  1.5     VAX1 > VAX2  APPL seq=3 ack=0             | acked_in=@10
5:  2.4     VAX1 > VAX2  APPL seq=2 ack=0 RSVP REXMT  | retransmission rexmt_cause=1 rexmt_of=@3 rexmt_delta=1.4s acked_in=@6
6:  2.4004  VAX2 > VAX1  ACK ack=2                    | acks_frame=@3 rsvp_delay=400us
7:  2.6     VAX1 > VAX2  APPL seq=4 ack=0             | acked_in=@10
8:  2.6004  VAX2 > VAX1  ACK ack=2
9:  2.9     VAX1 > VAX2  APPL seq=3 ack=0 RSVP REXMT  | retransmission rexmt_cause=1 rexmt_of=@4 rexmt_delta=1.4s acked_in=@10
10: 2.9004  VAX2 > VAX1  ACK ack=4                    | acks_frame=@7 ack_rtt=300.4ms rsvp_delay=400us

11: 4       VAX1 > VAX2  APPL seq=5 ack=0             | acked_in=@14
12: 4.1     VAX1 > VAX2  APPL seq=6 ack=0             | acked_in=@14
13: 5.4     VAX1 > VAX2  APPL seq=5 ack=0 RSVP REXMT  | retransmission rexmt_cause=1 rexmt_of=@11 rexmt_delta=1.4s acked_in=@14
14: 5.4004  VAX2 > VAX1  ACK ack=6                    | acks_frame=@12 ack_rtt=1.3004s rsvp_delay=400us
15: 5.5     VAX1 > VAX2  APPL seq=6 ack=0 RSVP REXMT  | retransmission rexmt_cause=2 rexmt_of=@12 rexmt_delta=1.4s
16: 5.5004  VAX2 > VAX1  ACK ack=6                    | rsvp_delay=400us

17: 7       VAX1 > VAX2  APPL seq=7 ack=0             | acked_in=@19
18: 8.4     VAX1 > VAX2  APPL seq=7 ack=0 RSVP REXMT  | retransmission rexmt_of=@17 rexmt_delta=1.4s acked_in=@19
19: 8.4001  VAX2 > VAX1  ACK ack=7                    | acks_frame=@17 rsvp_delay=100us
