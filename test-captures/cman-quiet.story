# A healthy hour: three nodes, nothing but their HELLOs.  No filter for a diagnosis finds
# anything here (tests/test_cman_filters.py).
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
node ludwig  ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1 seq=100
node johann  ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2 seq=200
node mark    ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3 seq=65000
node all     ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0

0       ludwig > all     HELLO members=3
1       johann > all     HELLO members=3
2       mark > all       HELLO members=3
# The counter of node 3 wraps on the way.
5 every 5s x 719:
  0     ludwig > all     HELLO members=3          | hello_delta=5s
  1     johann > all     HELLO members=3          | hello_delta=5s
  2     mark > all       HELLO members=3          | hello_delta=5s
