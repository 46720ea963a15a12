# All messages arrive, but the ACKs are late: the ACK of number 9 comes sooner after the copy
# than any round trip takes (Eifel), that of number 10 is followed by another one, for the copy.
# Number 11 was lost: its ACK takes a round trip from the copy, and comes once.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
only cluster.event
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02

0 every 100ms x 8:
  0     VAX1 > VAX2  APPL seq={i} ack=0              | acked_in=@+1
  0.002 VAX2 > VAX1  ACK ack={i}                     | acks_frame=@-1 ack_rtt=2ms
17: 1       VAX1 > VAX2  APPL seq=9 ack=0             | acked_in=@19
18: 4       VAX1 > VAX2  APPL seq=9 ack=0 RSVP REXMT  | retransmission rexmt_cause=2 rexmt_of=@17 rexmt_delta=3s acked_in=@19
19: 4.0005  VAX2 > VAX1  ACK ack=9                    | acks_frame=@17 rsvp_delay=500us
20: 4.0025  VAX2 > VAX1  ACK ack=9
21: 5       VAX1 > VAX2  APPL seq=10 ack=0            | acked_in=@23
22: 8       VAX1 > VAX2  APPL seq=10 ack=0 RSVP REXMT | retransmission rexmt_cause=2 rexmt_of=@21 rexmt_delta=3s acked_in=@23
23: 8.002   VAX2 > VAX1  ACK ack=10                   | acks_frame=@21 rsvp_delay=2ms
24: 8.006   VAX2 > VAX1  ACK ack=10
25: 9       VAX1 > VAX2  APPL seq=11 ack=0            | acked_in=@27
26: 12      VAX1 > VAX2  APPL seq=11 ack=0 RSVP REXMT | retransmission rexmt_cause=1 rexmt_of=@25 rexmt_delta=3s acked_in=@27
27: 12.002  VAX2 > VAX1  ACK ack=11                   | acks_frame=@25 rsvp_delay=2ms
