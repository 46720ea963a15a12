# HELLOs with intervals around every limit.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
node mark ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3
node all ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0
truth node ludwig 1 0 0 0
truth node johann 2 0 0 0
truth node mark 3 16 16 0

1:  0              mark > all  HELLO
2:  5              mark > all  HELLO  | hello_delta=5s
3:  10.001         mark > all  HELLO  | hello_delta=5.001s
4:  15             mark > all  HELLO  | hello_delta=4.999s
5:  15.1           mark > all  HELLO  | hello_delta=100ms
6:  22.5           mark > all  HELLO  | hello_delta=7.4s
7:  29.999999999   mark > all  HELLO  | hello_delta=7.499999999s
8:  37.5           mark > all  HELLO  | hello_delta=7.500000001s hello_missed=1 hello_late
9:  45.5           mark > all  HELLO  | hello_delta=8s hello_missed=1 hello_late
10: 55.5           mark > all  HELLO  | hello_delta=10s hello_missed=1 hello_late
11: 67.9           mark > all  HELLO  | hello_delta=12.4s hello_missed=1 hello_late
12: 80.5           mark > all  HELLO  | hello_delta=12.6s hello_missed=2 hello_late
13: 101.499999999  mark > all  HELLO  | hello_delta=20.999999999s hello_missed=3 hello_late
14: 122.499999999  mark > all  HELLO  | hello_delta=21s hello_missed=3 hello_lost
15: 182.499999999  mark > all  HELLO  | hello_delta=60s hello_missed=11 hello_lost
16: 187.499999999  mark > all  HELLO  | hello_delta=5s
