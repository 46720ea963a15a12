# The path from VAX1 to VAX2 does not carry more than 1,000 bytes.  VAX1 tries 1500 and 1069
# bytes, and small VERFs in between are answered; then 853 bytes are answered.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02
# A smaller size asks anew: that frame 7 had no answer, either, shows frame 8.
forward nisca.channel.no_vack

1:  0      VAX1 > VAX2  VERF                         | nisca.channel.vack_frame=@2
2:  0.0002 VAX2 > VAX1  VACK                         | nisca.channel.verf_frame=@1
3:  1      VAX1 > VAX2  VERF 00*1380
4:  3      VAX1 > VAX2  VERF 00*1380                 | no_vack
5:  5      VAX1 > VAX2  VERF                         | nisca.channel.vack_frame=@6
6:  5.0002 VAX2 > VAX1  VACK                         | nisca.channel.verf_frame=@5
7:  7      VAX1 > VAX2  VERF 00*949                  | no_vack
8:  9      VAX1 > VAX2  VERF 00*949                  | no_vack
9:  11     VAX1 > VAX2  VERF 00*733               | nisca.channel.vack_frame=@10
10: 11.0002 VAX2 > VAX1  VACK                        | nisca.channel.verf_frame=@9 nisca.path.big_lost
                                                     | cluster.event="The path from VAX1 (EWB) to VAX2 (EWB) loses big packets: test packets (VERF) of 853 bytes are answered, of 1069 not (4 since frame 3)"
