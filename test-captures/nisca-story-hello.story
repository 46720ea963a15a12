# One node's HELLOs with intervals around every limit: more than 3.5 s is late, 8 s or
# more is lost; missed is the interval in periods of 3 s, rounded, less one.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
node VAX1 id=1025 ether=02:00:00:04:10:01
node all ether=ab:00:04:01:01:01

1:  0       VAX1 > all  HELLO
2:  3       VAX1 > all  HELLO  | hello_delta=3s hello_previous=@1
3:  5.25    VAX1 > all  HELLO  | hello_delta=2.25s hello_previous=@2
4:  6.79    VAX1 > all  HELLO  | hello_delta=1.54s hello_previous=@3
5:  9.95    VAX1 > all  HELLO  | hello_delta=3.16s hello_previous=@4
6:  13.45   VAX1 > all  HELLO  | hello_delta=3.5s hello_previous=@5
7:  16.951  VAX1 > all  HELLO  | hello_delta=3.501s hello_late hello_previous=@6
8:  20.951  VAX1 > all  HELLO  | hello_delta=4s hello_late hello_previous=@7
9:  25.951  VAX1 > all  HELLO  | hello_delta=5s hello_missed=1 hello_late hello_previous=@8
10: 33.95   VAX1 > all  HELLO  | hello_delta=7.999s hello_missed=2 hello_late hello_previous=@9
11: 41.95   VAX1 > all  HELLO  | hello_delta=8s hello_missed=2 hello_lost hello_previous=@10
12: 49.951  VAX1 > all  HELLO  | hello_delta=8.001s hello_missed=2 hello_lost hello_previous=@11
13: 59.051  VAX1 > all  HELLO  | hello_delta=9.1s hello_missed=2 hello_lost hello_previous=@12
14: 89.051  VAX1 > all  HELLO  | hello_delta=30s hello_missed=9 hello_lost hello_previous=@13
15: 92.051  VAX1 > all  HELLO  | hello_delta=3s hello_previous=@14
16: 92.052  VAX1 > all  HELLO  | hello_delta=1ms hello_previous=@15
17: 95.052  VAX1 > all  HELLO  | hello_delta=3s hello_previous=@16
