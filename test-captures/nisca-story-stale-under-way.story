# VAX2 forms the channel again (number 2); half a millisecond later comes what VAX1 had sent for
# number 1.  It was under way, and VAX2 took it, but the ACK is lost.  VAX1 sends it again for
# number 1, and VAX2 answers: nothing is said of a stale channel.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
only cluster.event
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02
open nisca.analysis.rexmt_cause nisca.analysis.rexmt_of nisca.analysis.rexmt_delta

1:  0       VAX2 > VAX1  VERF chan_seq=1                        | nisca.channel.vack_frame=@2
2:  0.001   VAX1 > VAX2  VACK chan_seq=1                        | nisca.channel.verf_frame=@1
3:  1       VAX1 > VAX2  APPL seq=1 ack=0 channel=1             | acked_in=@4
4:  1.001   VAX2 > VAX1  ACK ack=1 channel=1                    | acks_frame=@3 ack_rtt=1ms
5:  5       VAX2 > VAX1  VERF chan_seq=2                        | nisca.channel.vack_frame=@7
6:  5.0005  VAX1 > VAX2  APPL seq=2 ack=0 channel=1             | acked_in=@9
7:  5.001   VAX1 > VAX2  VACK chan_seq=1                        | nisca.channel.verf_frame=@5
8:  8       VAX1 > VAX2  APPL seq=2 ack=0 channel=1 RSVP REXMT  | retransmission acked_in=@9
9:  8.001   VAX2 > VAX1  ACK ack=2 channel=1                    | acks_frame=@6 rsvp_delay=1ms
