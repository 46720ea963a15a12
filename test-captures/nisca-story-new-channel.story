# A VERF is not answered, as the path is cut.  The channel is formed again: the first VERF of the
# new one repeats no question.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
only cluster.event
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02

1:  0        VAX1 > VAX2  CCSTART chan_seq=1
2:  0.00025  VAX2 > VAX1  VERF chan_seq=1  | nisca.channel.start_frame=@1 vack_frame=@3
3:  0.00125  VAX1 > VAX2  VACK chan_seq=1  | nisca.channel.start_frame=@1 verf_frame=@2 setup_time=1.25ms
4:  3        VAX1 > VAX2  VERF chan_seq=1  | nisca.channel.start_frame=@1 vack_frame=@5
5:  3.0002   VAX2 > VAX1  VACK chan_seq=1  | nisca.channel.start_frame=@1 verf_frame=@4
6:  7        VAX1 > VAX2  VERF chan_seq=1  | nisca.channel.start_frame=@1
7:  17       VAX1 > VAX2  CCSTART chan_seq=2
8:  17.00025 VAX2 > VAX1  VERF chan_seq=2  | nisca.channel.start_frame=@7 vack_frame=@9
9:  17.00125 VAX1 > VAX2  VACK chan_seq=2  | nisca.channel.start_frame=@7 verf_frame=@8 setup_time=1.25ms
    | cluster.event="The channel from VAX1 (EWB) to VAX2 (EWB) is formed again, 14.0 s behind the last answer (VACK) on it, frame 5"
10: 22       VAX1 > VAX2  VERF chan_seq=2  | nisca.channel.start_frame=@7 vack_frame=@11
11: 22.0002  VAX2 > VAX1  VACK chan_seq=2  | nisca.channel.start_frame=@7 verf_frame=@10
