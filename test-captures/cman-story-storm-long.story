# A loop sends one HELLO of node 2 again every 40 ms, for 45 s.  All are copies of that one, however
# long it takes.  The HELLOs that the nodes send meanwhile are not, and are in time.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
capture sorted
node ludwig  ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node johann  ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
node mark    ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3
node all     ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0

0.1      ludwig > all    HELLO
0.2      johann > all    HELLO
0.3      mark > all      HELLO
5.1      ludwig > all    HELLO     | hello_delta=5s
5.2      johann > all    HELLO     | hello_delta=5s
5.3      mark > all      HELLO     | hello_delta=5s
10.1     ludwig > all    HELLO     | hello_delta=5s
s: 10.2  johann > all    HELLO     | hello_delta=5s
10.3     mark > all      HELLO     | hello_delta=5s
15 every 5s x 10:
  0.1    ludwig > all    HELLO     | hello_delta=5s
  0.2    johann > all    HELLO     | hello_delta=5s
  0.3    mark > all      HELLO     | hello_delta=5s
10.21 every 40ms x 1125:
  0      again @s                  | duplicate duplicate_of=@s duplicate_count={i+1}
