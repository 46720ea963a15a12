# A satellite asks for its system disk every 3 s, and nobody answers.  The second satellite is
# served with its second question; it asks for a service again much later.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
node VAX1 id=1025 ether=02:00:00:04:10:01
node SAT  id=1050 ether=02:00:00:04:10:50
node SAT2 id=1051 ether=02:00:00:04:10:51
node all ether=ab:00:04:01:01:01
open nisca.channel.start_frame

1:  0      SAT > all    SOLICIT-1.2 service="DUA0:"
2:  0.5    SAT2 > all   SOLICIT-1.2 service="DUA0:"
3:  3      SAT > all    SOLICIT-1.2 service="DUA0:"
4:  3.5    SAT2 > all   SOLICIT-1.2 service="DUA0:"
5:  3.501  VAX1 > SAT2  VERF                            | nisca.channel.vack_frame=@6
6:  3.502  SAT2 > VAX1  VACK                            | nisca.channel.verf_frame=@5
7:  6      SAT > all    SOLICIT-1.2 service="DUA0:"       | solicit_unanswered
                                                        | cluster.event="SAT asks for DUA0: the third time in 6.0 s, and no server answers (group, password, disk, or the path)"
8:  6.5    SAT2 > all   SOLICIT-1.2 service="DUA0:"
9:  9      SAT > all    SOLICIT-1.2 service="DUA0:"
10: 9.5    SAT2 > all   SOLICIT-1.2 service="DUA0:"
