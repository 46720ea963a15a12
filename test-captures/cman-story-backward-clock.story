# The clock of the capturing machine is set back.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
node ludwig ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node all ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0
node johann ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
truth node ludwig 1 4 4 0
truth node johann 2 20 0 0
truth node mark 3 0 0 0
truth node clara 4 0 0 0
truth node fanny 5 0 0 0

1:  100   ludwig > all  HELLO members=5              | ?hello_delta
2:  93    ludwig > all  HELLO members=5              | ?hello_delta
3:  86    ludwig > all  HELLO members=5              | ?hello_delta
4:  79    ludwig > all  HELLO members=5              | ?hello_delta
5:  72    johann > all  DATA seq=101 MULTICAST 2101
6:  71.5  johann > all  DATA MULTICAST 2101
7:  71    johann > all  DATA MULTICAST 2101
8:  70.5  johann > all  DATA MULTICAST 2101
9:  70    johann > all  DATA MULTICAST 2101
10: 69.5  johann > all  DATA MULTICAST 2101
11: 69    johann > all  DATA MULTICAST 2101
12: 68.5  johann > all  DATA MULTICAST 2101
13: 68    johann > all  DATA MULTICAST 2101
14: 67.5  johann > all  DATA MULTICAST 2101
15: 67    johann > all  DATA MULTICAST 2101
16: 66.5  johann > all  DATA MULTICAST 2101
17: 66    johann > all  DATA MULTICAST 2101
18: 65.5  johann > all  DATA MULTICAST 2101
19: 65    johann > all  DATA MULTICAST 2101
20: 64.5  johann > all  DATA MULTICAST 2101
21: 64    johann > all  DATA MULTICAST 2101
22: 63.5  johann > all  DATA MULTICAST 2101
23: 63    johann > all  DATA MULTICAST 2101
24: 62.5  johann > all  DATA MULTICAST 2101
