# The path takes small frames only: the padded VERF comes four times, then a smaller one,
# until one is answered.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
# A smaller size asks anew: that it is not answered, either, shows the frame behind it.
forward nisca.channel.no_vack
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02

1:  0         VAX1 > VAX2  CCSTART
2:  0.00025   VAX2 > VAX1  VERF             | nisca.channel.start_frame=@1 vack_frame=@3
3:  0.00125   VAX1 > VAX2  VACK             | verf_frame=@2 nisca.channel.start_frame=@1 setup_time=1.25ms
4:  6.00125   VAX1 > VAX2  VERF 00*1380  | nisca.cc.padding nisca.channel.start_frame=@1
5:  12.00125  VAX1 > VAX2  VERF 00*1380  | nisca.cc.padding no_vack nisca.channel.start_frame=@1
6:  18.00125  VAX1 > VAX2  VERF 00*1380  | nisca.cc.padding no_vack nisca.channel.start_frame=@1
7:  24.00125  VAX1 > VAX2  VERF 00*1380  | nisca.cc.padding no_vack nisca.channel.start_frame=@1
8:  30.00125  VAX1 > VAX2  VERF 00*949   | nisca.cc.padding no_vack nisca.channel.start_frame=@1
9:  36.00125  VAX1 > VAX2  VERF 00*949   | nisca.cc.padding no_vack nisca.channel.start_frame=@1
10: 42.00125  VAX1 > VAX2  VERF 00*949   | nisca.cc.padding no_vack nisca.channel.start_frame=@1
11: 48.00125  VAX1 > VAX2  VERF 00*949   | nisca.cc.padding no_vack nisca.channel.start_frame=@1
12: 54.00125  VAX1 > VAX2  VERF 00*733   | nisca.cc.padding no_vack nisca.channel.start_frame=@1
13: 60.00125  VAX1 > VAX2  VERF 00*733   | nisca.cc.padding no_vack nisca.channel.start_frame=@1
14: 66.00125  VAX1 > VAX2  VERF 00*733   | nisca.cc.padding no_vack nisca.channel.start_frame=@1
15: 72.00125  VAX1 > VAX2  VERF 00*733   | nisca.cc.padding no_vack nisca.channel.start_frame=@1
16: 78.00125  VAX1 > VAX2  VERF 00*625   | nisca.cc.padding vack_frame=@17
                                            | nisca.channel.start_frame=@1
17: 78.00145  VAX2 > VAX1  VACK             | verf_frame=@16 nisca.channel.start_frame=@1 big_lost
                                            | cluster.event="The path from VAX1 (EWB) to VAX2 (EWB) loses big packets: test packets (VERF) of 745 bytes are answered, of 853 not (12 since frame 4)"
18: 84.00145  VAX1 > VAX2  VERF 00*625   | vack_frame=@19 nisca.channel.start_frame=@1
19: 84.00165  VAX2 > VAX1  VACK             | verf_frame=@18 nisca.channel.start_frame=@1
