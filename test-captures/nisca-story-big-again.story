# The path from VAX1 to VAX2 does not carry big packets until 20 s.  Then VAX1 tries a larger size,
# as it does now and then, and has an answer.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
only cluster.event
# A smaller size asks anew: that frame 5 had no answer, either, shows frame 6.
forward nisca.channel.no_vack
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02

1:  0       VAX1 > VAX2  VERF           | vack_frame=@2
2:  0.0002  VAX2 > VAX1  VACK           | verf_frame=@1
3:  2       VAX1 > VAX2  VERF 00*1380
4:  4       VAX1 > VAX2  VERF 00*1380   | no_vack
5:  6       VAX1 > VAX2  VERF 00*949    | no_vack
6:  8       VAX1 > VAX2  VERF 00*949    | no_vack
7:  10      VAX1 > VAX2  VERF 00*733    | vack_frame=@8
8:  10.0002 VAX2 > VAX1  VACK           | verf_frame=@7 big_lost
      | cluster.event="The path from VAX1 (EWB) to VAX2 (EWB) loses big packets: test packets (VERF) of 853 bytes are answered, of 1069 not (4 since frame 3)"
9:  14      VAX1 > VAX2  VERF           | vack_frame=@10
10: 14.0002 VAX2 > VAX1  VACK           | verf_frame=@9
11: 20      VAX1 > VAX2  VERF 00*949    | vack_frame=@12
12: 20.0002 VAX2 > VAX1  VACK           | verf_frame=@11
      | cluster.event="The path from VAX1 (EWB) to VAX2 (EWB) carries bigger packets again: test packets (VERF) of 1069 bytes are answered, as they were not from frame 3 to frame 6"
13: 22      VAX1 > VAX2  VERF 00*1380   | vack_frame=@14
14: 22.0002 VAX2 > VAX1  VACK           | verf_frame=@13
15: 24      VAX1 > VAX2  VERF 00*1380   | vack_frame=@16
16: 24.0002 VAX2 > VAX1  VACK           | verf_frame=@15
17: 25.5    VAX1 > VAX2  VERF
