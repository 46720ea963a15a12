# The usual small tests are answered all the time, the padded ones never.  It is open
# whether a small one counts as a repetition.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02

1:  0         VAX1 > VAX2  CCSTART
2:  0.00025   VAX2 > VAX1  VERF             | nisca.channel.start_frame=@1 vack_frame=@3
3:  0.00125   VAX1 > VAX2  VACK             | verf_frame=@2 nisca.channel.start_frame=@1 setup_time=1.25ms
4:  2.00125   VAX1 > VAX2  VERF 00*1380  | nisca.channel.start_frame=@1
5:  4.00125   VAX2 > VAX1  VERF             | vack_frame=@6 nisca.channel.start_frame=@1
6:  4.00145   VAX1 > VAX2  VACK             | verf_frame=@5 nisca.channel.start_frame=@1
7:  6.00145   VAX1 > VAX2  VERF             | vack_frame=@8 nisca.channel.start_frame=@1
8:  6.00165   VAX2 > VAX1  VACK             | verf_frame=@7 nisca.channel.start_frame=@1
9:  8.00165   VAX1 > VAX2  VERF 00*1380  | no_vack nisca.channel.start_frame=@1
10: 10.00165  VAX2 > VAX1  VERF             | vack_frame=@11 nisca.channel.start_frame=@1
11: 10.00185  VAX1 > VAX2  VACK             | verf_frame=@10 nisca.channel.start_frame=@1
12: 12.00185  VAX1 > VAX2  VERF             | vack_frame=@13 nisca.channel.start_frame=@1
13: 12.00205  VAX2 > VAX1  VACK             | verf_frame=@12 nisca.channel.start_frame=@1
14: 14.00205  VAX1 > VAX2  VERF 00*1380  | no_vack nisca.channel.start_frame=@1
15: 16.00205  VAX2 > VAX1  VERF             | vack_frame=@16 nisca.channel.start_frame=@1
16: 16.00225  VAX1 > VAX2  VACK             | verf_frame=@15 nisca.channel.start_frame=@1
17: 18.00225  VAX1 > VAX2  VERF             | vack_frame=@18 nisca.channel.start_frame=@1
18: 18.00245  VAX2 > VAX1  VACK             | verf_frame=@17 nisca.channel.start_frame=@1
19: 20.00245  VAX1 > VAX2  VERF 00*1380  | no_vack nisca.channel.start_frame=@1
20: 22.00245  VAX2 > VAX1  VERF             | vack_frame=@21 nisca.channel.start_frame=@1
21: 22.00265  VAX1 > VAX2  VACK             | verf_frame=@20 nisca.channel.start_frame=@1
22: 24.00265  VAX1 > VAX2  VERF             | vack_frame=@23 nisca.channel.start_frame=@1
23: 24.00285  VAX2 > VAX1  VACK             | verf_frame=@22 nisca.channel.start_frame=@1
