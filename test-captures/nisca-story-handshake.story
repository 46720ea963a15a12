# A channel forms, is tested, is formed again by the other node; the second adapters form
# theirs in between.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
let lan2 = eth.src=from.ether2 eth.dst=to.ether2
node VAX1 id=1025 ether=02:00:00:04:10:01 ether2=02:00:00:04:11:01
node all ether=ab:00:04:01:01:01
node VAX2 id=1026 ether=02:00:00:04:10:02 ether2=02:00:00:04:11:02

1:  0        VAX1 > all   HELLO
2:  0.7      VAX2 > VAX1  CCSTART
3:  0.70025  VAX1 > VAX2  VERF           | nisca.channel.start_frame=@2 vack_frame=@4
4:  0.70125  VAX2 > VAX1  VACK           | verf_frame=@3 nisca.channel.start_frame=@2 setup_time=1.25ms
5:  1.10125  VAX2 > all   HELLO
6:  2.00125  VAX2 > VAX1  VERF           | vack_frame=@7 nisca.channel.start_frame=@2
7:  2.00145  VAX1 > VAX2  VACK           | verf_frame=@6 nisca.channel.start_frame=@2
8:  2.30145  VAX1 > VAX2  VERF           | vack_frame=@9 nisca.channel.start_frame=@2
9:  2.30163  VAX2 > VAX1  VACK           | verf_frame=@8 nisca.channel.start_frame=@2
10: 2.60163  VAX2 > VAX1  VERF           | vack_frame=@11 nisca.channel.start_frame=@2
11: 2.60183  VAX1 > VAX2  VACK           | verf_frame=@10 nisca.channel.start_frame=@2
12: 2.90183  VAX1 > VAX2  VERF           | vack_frame=@13 nisca.channel.start_frame=@2
13: 2.90201  VAX2 > VAX1  VACK           | verf_frame=@12 nisca.channel.start_frame=@2
14: 3.20201  VAX2 > VAX1  VERF           | vack_frame=@15 nisca.channel.start_frame=@2
15: 3.20221  VAX1 > VAX2  VACK           | verf_frame=@14 nisca.channel.start_frame=@2
16: 3.50221  VAX1 > VAX2  VERF           | vack_frame=@17 nisca.channel.start_frame=@2
17: 3.50239  VAX2 > VAX1  VACK           | verf_frame=@16 nisca.channel.start_frame=@2
18: 3.80239  VAX2 > VAX1  CCSTART $lan2
19: 3.80264  VAX1 > VAX2  VERF $lan2     | nisca.channel.start_frame=@18 vack_frame=@20
20: 3.80364  VAX2 > VAX1  VACK $lan2     | verf_frame=@19 nisca.channel.start_frame=@18 setup_time=1.25ms
21: 3.90364  VAX2 > VAX1  VERF           | vack_frame=@22 nisca.channel.start_frame=@2
22: 3.90384  VAX1 > VAX2  VACK           | verf_frame=@21 nisca.channel.start_frame=@2
23: 5.90384  VAX1 > VAX2  CCSTART
24: 5.90409  VAX2 > VAX1  VERF           | nisca.channel.start_frame=@23 vack_frame=@25
25: 5.90509  VAX1 > VAX2  VACK           | verf_frame=@24 nisca.channel.start_frame=@23 setup_time=1.25ms
