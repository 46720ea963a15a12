# An open channel stops to answer its tests.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02
node VAX3 id=1027 ether=02:00:00:04:10:03

1:  0         VAX1 > VAX2  CCSTART
2:  0.00025   VAX2 > VAX1  VERF     | nisca.channel.start_frame=@1 vack_frame=@3
3:  0.00125   VAX1 > VAX2  VACK     | verf_frame=@2 nisca.channel.start_frame=@1 setup_time=1.25ms
4:  4.00125   VAX1 > VAX2  VERF     | vack_frame=@5 nisca.channel.start_frame=@1
5:  4.00145   VAX2 > VAX1  VACK     | verf_frame=@4 nisca.channel.start_frame=@1
6:  8.00145   VAX1 > VAX2  VERF     | nisca.channel.start_frame=@1
7:  13.00145  VAX1 > VAX2  VERF     | no_vack nisca.channel.start_frame=@1
8:  18.00145  VAX1 > VAX2  VERF     | no_vack nisca.channel.start_frame=@1
9:  23.00145  VAX3 > VAX2  CCSTART
10: 23.0017   VAX2 > VAX3  VERF     | nisca.channel.start_frame=@9 vack_frame=@11
11: 23.0027   VAX3 > VAX2  VACK     | verf_frame=@10 nisca.channel.start_frame=@9 setup_time=1.25ms
