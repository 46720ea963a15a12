# VAX2 forms the channel again (number 2), and VAX1 goes on with number 1: VAX2 ignores message 2
# and its repetition.  The first time it may have been under way; the second time it is said.
# Number 2 is heard, 6 s after it was first sent.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
only cluster.event
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02
open nisca.analysis.rexmt_cause nisca.analysis.rexmt_of nisca.analysis.rexmt_delta

1:  0      VAX2 > VAX1  VERF chan_seq=1                        | nisca.channel.vack_frame=@2
2:  0.001  VAX1 > VAX2  VACK chan_seq=1                        | nisca.channel.verf_frame=@1
3:  1      VAX1 > VAX2  APPL seq=1 ack=0 channel=1             | acked_in=@4
4:  1.001  VAX2 > VAX1  ACK ack=1 channel=1                    | acks_frame=@3 ack_rtt=1ms
5:  5      VAX2 > VAX1  VERF chan_seq=2                        | nisca.channel.vack_frame=@6
6:  5.001  VAX1 > VAX2  VACK chan_seq=1                        | nisca.channel.verf_frame=@5
7:  6      VAX1 > VAX2  APPL seq=2 ack=0 channel=1             | acked_in=@10
8:  9      VAX1 > VAX2  APPL seq=2 ack=0 channel=1 RSVP REXMT  | retransmission acked_in=@10 nisca.channel.stale
      | cluster.event="VAX1 sends again for an old channel: VAX2 has formed a new one, and ignores it"
9:  12     VAX1 > VAX2  APPL seq=2 ack=0 channel=2 RSVP REXMT  | retransmission acked_in=@10
10: 12.001 VAX2 > VAX1  ACK ack=2 channel=1                    | acks_frame=@7 rsvp_delay=3.001s
      | nisca.ack.late nisca.ack.wait=6.001s nisca.ack.message=@7 nisca.ack.tries=3
      | cluster.event="VAX1 waited 6.0 s for an ACK of VAX2: message 2 in frame 7 was sent 3 times (from adapter EWB to EWB); VAX2 was heard meanwhile"
