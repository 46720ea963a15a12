# A bridge loop: the master's packet 20,000 times in 0.1 s, 5 us apart.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout ncs_heartbeat
let m1 = master=192.0.2.1
node node1  ip=192.0.2.1 ether=02:00:00:00:00:01 ip.id=0x100 members=3
node node2  ip=192.0.2.2 ether=02:00:00:00:00:02 ip.id=0x200 members=3
node node3  ip=192.0.2.3 ether=02:00:00:00:00:03 ip.id=0x300 members=3
node all    ip=255.255.255.255 ether=ff:ff:ff:ff:ff:ff
let beat = interval=1s tolerance_used=13 previous_frame=@prev   # 12.5 % of 8 s

0       node1 > all    MASTER             | $m1
0.010   node2 > node1  SLAVE              | $m1
0.020   node3 > node1  SLAVE              | $m1
1 every 1s x 4:
  0     node1 > all    MASTER                  | $m1 $beat
  0.010 node2 > node1  SLAVE                   | $m1 $beat
  0.020 node3 > node1  SLAVE                   | $m1 $beat

storm: 5  node1 > all    MASTER           | $m1 $beat
5.000005 every 5us x 19999:
  0     again @storm                      | $m1 duplicate duplicate_of=@storm ?duplicate_count
5.150   node2 > node1  SLAVE              | $m1 interval=1.14s tolerance_used=14 previous_frame=@prev   # 14.25
5.160   node3 > node1  SLAVE              | $m1 interval=1.14s tolerance_used=14 previous_frame=@prev
6       node1 > all    MASTER             | $m1 interval=1s tolerance_used=13 previous_frame=@storm
6.010   node2 > node1  SLAVE              | $m1 interval=860ms tolerance_used=11 previous_frame=@prev   # 10.75
6.020   node3 > node1  SLAVE              | $m1 interval=860ms tolerance_used=11 previous_frame=@prev
7 every 1s x 3:
  0     node1 > all    MASTER                  | $m1 $beat
  0.010 node2 > node1  SLAVE                   | $m1 $beat
  0.020 node3 > node1  SLAVE                   | $m1 $beat
