# Each adapter has a rhythm of its own, and each group: one of them fails.  VAX1's first one is
# silent from 12 s on; frame 24 is the first 8 s later, and VAX1 is heard over its second one.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
only cluster.event
let from2 = eth.src=from.ether2
node VAX1 id=1025 ether=02:00:00:04:10:01 ether2=02:00:00:04:11:01
node all ether=ab:00:04:01:01:01
node VAX2 id=1026 ether=02:00:00:04:10:02
node all-257 ether=ab:00:04:01:01:02

1:  0     VAX1 > all      HELLO
2:  0.5   VAX1 > all      HELLO $from2
3:  1     VAX2 > all      HELLO
4:  1.5   VAX1 > all-257  HELLO group=257
5:  3     VAX1 > all      HELLO            | hello_delta=3s hello_previous=@1
6:  3.5   VAX1 > all      HELLO $from2     | hello_delta=3s hello_previous=@2
7:  4     VAX2 > all      HELLO            | hello_delta=3s hello_previous=@3
8:  6     VAX1 > all      HELLO            | hello_delta=3s hello_previous=@5
9:  6.5   VAX1 > all      HELLO $from2     | hello_delta=3s hello_previous=@6
10: 7     VAX2 > all      HELLO            | hello_delta=3s hello_previous=@7
11: 7.5   VAX1 > all-257  HELLO group=257  | hello_delta=6s hello_missed=1 hello_late hello_previous=@4
12: 9     VAX1 > all      HELLO            | hello_delta=3s hello_previous=@8
13: 9.5   VAX1 > all      HELLO $from2     | hello_delta=3s hello_previous=@9
14: 10    VAX2 > all      HELLO            | hello_delta=3s hello_previous=@10
15: 12    VAX1 > all      HELLO            | hello_delta=3s hello_previous=@12
16: 12.5  VAX1 > all      HELLO $from2     | hello_delta=3s hello_previous=@13
17: 13    VAX2 > all      HELLO            | hello_delta=3s hello_previous=@14
18: 13.5  VAX1 > all-257  HELLO group=257  | hello_delta=6s hello_missed=1 hello_late hello_previous=@11
19: 15.5  VAX1 > all      HELLO $from2     | hello_delta=3s hello_previous=@16
20: 16    VAX2 > all      HELLO            | hello_delta=3s hello_previous=@17
21: 18.5  VAX1 > all      HELLO $from2     | hello_delta=3s hello_previous=@19
22: 19    VAX2 > all      HELLO            | hello_delta=3s hello_previous=@20
23: 19.5  VAX1 > all-257  HELLO group=257  | hello_delta=6s hello_missed=1 hello_late hello_previous=@18
24: 21.5  VAX1 > all      HELLO $from2     | hello_delta=3s hello_previous=@21 hello_lost
      | cluster.event="VAX1: adapter EWB (02:00:00:04:10:01) is silent: no HELLO for 9.5 s, the last is frame 15; another adapter is heard"
25: 22    VAX2 > all      HELLO            | hello_delta=3s hello_previous=@22
26: 24.5  VAX1 > all      HELLO $from2     | hello_delta=3s hello_previous=@24
27: 25    VAX2 > all      HELLO            | hello_delta=3s hello_previous=@25
28: 25.5  VAX1 > all-257  HELLO group=257  | hello_delta=6s hello_missed=1 hello_late hello_previous=@23
29: 27    VAX1 > all      HELLO            | hello_delta=15s hello_missed=4 hello_lost hello_previous=@15
      | cluster.event="VAX1: HELLOs of adapter EWB (02:00:00:04:10:01) are heard again, after 15.0 s, last heard in frame 15; other frames of VAX1 were heard meanwhile"
30: 27.5  VAX1 > all      HELLO $from2     | hello_delta=3s hello_previous=@26
31: 28    VAX2 > all      HELLO            | hello_delta=3s hello_previous=@27
32: 30    VAX1 > all      HELLO            | hello_delta=3s hello_previous=@29
33: 30.5  VAX1 > all      HELLO $from2     | hello_delta=3s hello_previous=@30
34: 31    VAX2 > all      HELLO            | hello_delta=3s hello_previous=@31
35: 31.5  VAX1 > all-257  HELLO group=257  | hello_delta=6s hello_missed=1 hello_late hello_previous=@28
36: 33    VAX1 > all      HELLO            | hello_delta=3s hello_previous=@32
37: 33.5  VAX1 > all      HELLO $from2     | hello_delta=3s hello_previous=@33
38: 34    VAX2 > all      HELLO            | hello_delta=3s hello_previous=@34
39: 36    VAX1 > all      HELLO            | hello_delta=3s hello_previous=@36
40: 36.5  VAX1 > all      HELLO $from2     | hello_delta=3s hello_previous=@37
41: 37    VAX2 > all      HELLO            | hello_delta=3s hello_previous=@38
42: 37.5  VAX1 > all-257  HELLO group=257  | hello_delta=6s hello_missed=1 hello_late hello_previous=@35
43: 39    VAX1 > all      HELLO            | hello_delta=3s hello_previous=@39
44: 39.5  VAX1 > all      HELLO $from2     | hello_delta=3s hello_previous=@40
45: 40    VAX2 > all      HELLO            | hello_delta=3s hello_previous=@41
46: 42    VAX1 > all      HELLO            | hello_delta=3s hello_previous=@43
47: 42.5  VAX1 > all      HELLO $from2     | hello_delta=3s hello_previous=@44
48: 43    VAX2 > all      HELLO            | hello_delta=3s hello_previous=@45
49: 43.5  VAX1 > all-257  HELLO group=257  | hello_delta=6s hello_missed=1 hello_late hello_previous=@42
50: 45    VAX1 > all      HELLO            | hello_delta=3s hello_previous=@46
51: 45.5  VAX1 > all      HELLO $from2     | hello_delta=3s hello_previous=@47
52: 46    VAX2 > all      HELLO            | hello_delta=3s hello_previous=@48
53: 48    VAX1 > all      HELLO            | hello_delta=3s hello_previous=@50
54: 48.5  VAX1 > all      HELLO $from2     | hello_delta=3s hello_previous=@51
55: 49    VAX2 > all      HELLO            | hello_delta=3s hello_previous=@52
56: 49.5  VAX1 > all-257  HELLO group=257  | hello_delta=6s hello_missed=1 hello_late hello_previous=@49
57: 51    VAX1 > all      HELLO            | hello_delta=3s hello_previous=@53
58: 51.5  VAX1 > all      HELLO $from2     | hello_delta=3s hello_previous=@54
59: 52    VAX2 > all      HELLO            | hello_delta=3s hello_previous=@55
60: 54    VAX1 > all      HELLO            | hello_delta=3s hello_previous=@57
61: 54.5  VAX1 > all      HELLO $from2     | hello_delta=3s hello_previous=@58
62: 55    VAX2 > all      HELLO            | hello_delta=3s hello_previous=@59
63: 55.5  VAX1 > all-257  HELLO group=257  | hello_delta=6s hello_missed=1 hello_late hello_previous=@56
64: 57    VAX1 > all      HELLO            | hello_delta=3s hello_previous=@60
65: 57.5  VAX1 > all      HELLO $from2     | hello_delta=3s hello_previous=@61
66: 58    VAX2 > all      HELLO            | hello_delta=3s hello_previous=@62
