# A slower loop that outlasts the period: from 5.0 to 7.5 s each packet of the master
# comes by every 5 ms, while it sends new ones at 6 and 7 s.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout ncs_heartbeat
let m1 = master=192.0.2.1
node node1  ip=192.0.2.1 ether=02:00:00:00:00:01 ip.id=0x100 members=1
node all    ip=255.255.255.255 ether=ff:ff:ff:ff:ff:ff
let beat = interval=1s tolerance_used=13 previous_frame=@prev   # 12.5 % of 8 s

0       node1 > all  MASTER               | $m1
1 every 1s x 4:
  0     node1 > all  MASTER               | $m1 $beat
a: 5.000009  node1 > all  MASTER | $m1 interval=1.000009s tolerance_used=13 previous_frame=@prev
5.005 every 5ms x 199:
  1us   again @a                          | $m1 duplicate duplicate_of=@a ?duplicate_count
6.000001  again @a                        | $m1 duplicate duplicate_of=@a ?duplicate_count
b: 6.000009  node1 > all  MASTER | $m1 interval=1s tolerance_used=13 previous_frame=@a
6.005 every 5ms x 199:
  1us   again @a                          | $m1 duplicate duplicate_of=@a ?duplicate_count
  2us   again @b                          | $m1 duplicate duplicate_of=@b ?duplicate_count
7.000001  again @a                        | $m1 duplicate duplicate_of=@a ?duplicate_count
7.000002  again @b                        | $m1 duplicate duplicate_of=@b ?duplicate_count
c: 7.000009  node1 > all  MASTER | $m1 interval=1s tolerance_used=13 previous_frame=@b
7.005 every 5ms x 99:
  1us   again @a                          | $m1 duplicate duplicate_of=@a ?duplicate_count
  2us   again @b                          | $m1 duplicate duplicate_of=@b ?duplicate_count
  3us   again @c                          | $m1 duplicate duplicate_of=@c ?duplicate_count
8.000009  node1 > all  MASTER             | $m1 interval=1s tolerance_used=13 previous_frame=@c
