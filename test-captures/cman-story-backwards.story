# The largest steps are told apart on their own, where nothing else happens: a step of
# 32768 or more is one backwards.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
node ludwig ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node all ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0
node johann ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
truth node ludwig 1 3 0 0
truth node johann 2 4 0 0
truth node mark 3 0 0 0

1: 1  ludwig > all  DATA NOACK MULTICAST 0e01
2: 1  ludwig > all  DATA seq=0x8001 NOACK MULTICAST 0f01  | out_of_sequence
3: 2  ludwig > all  DATA seq=4 NOACK MULTICAST 0e01       | seq_gap=2 out_of_sequence
4: 2  johann > all  DATA seq=0xfffd NOACK MULTICAST 0f02
5: 2  johann > all  DATA seq=2 NOACK MULTICAST 0f03       | seq_gap=3 out_of_sequence
6: 2  johann > all  DATA seq=0xfffe NOACK MULTICAST 0f04  | out_of_sequence
7: 2  johann > all  DATA seq=3 NOACK MULTICAST 0f05
