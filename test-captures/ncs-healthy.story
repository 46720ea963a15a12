# Ten minutes in which nothing happens: 600 heartbeats of each node.  The master's
# come exactly each second, those of the first slave alternately after 1020 and 980
# ms, those of the second in a pattern of its own.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout ncs_heartbeat
let m1 = master=192.0.2.1
node node1  ip=192.0.2.1 ether=02:00:00:00:00:01 ip.id=0x100 members=3
node node2  ip=192.0.2.2 ether=02:00:00:00:00:02 ip.id=0x200 members=3
node node3  ip=192.0.2.3 ether=02:00:00:00:00:03 ip.id=0x300 members=3
node all    ip=255.255.255.255 ether=ff:ff:ff:ff:ff:ff

# The first eight seconds.
0.000   node1 > all    MASTER            | $m1
0.100   node2 > node1  SLAVE             | $m1
0.400   node3 > node1  SLAVE             | $m1
1.000   node1 > all    MASTER            | $m1 interval=1s tolerance_used=13 previous_frame=@prev
1.120   node2 > node1  SLAVE             | $m1 interval=1.02s tolerance_used=13 previous_frame=@prev
1.440   node3 > node1  SLAVE             | $m1 interval=1.04s tolerance_used=13 previous_frame=@prev
2.000   node1 > all    MASTER            | $m1 interval=1s tolerance_used=13 previous_frame=@prev
2.100   node2 > node1  SLAVE             | $m1 interval=0.98s tolerance_used=12 previous_frame=@prev
2.370   node3 > node1  SLAVE             | $m1 interval=0.93s tolerance_used=12 previous_frame=@prev
3.000   node1 > all    MASTER            | $m1 interval=1s tolerance_used=13 previous_frame=@prev
3.120   node2 > node1  SLAVE             | $m1 interval=1.02s tolerance_used=13 previous_frame=@prev
3.470   node3 > node1  SLAVE             | $m1 interval=1.1s tolerance_used=14 previous_frame=@prev
4.000   node1 > all    MASTER            | $m1 interval=1s tolerance_used=13 previous_frame=@prev
4.100   node2 > node1  SLAVE             | $m1 interval=0.98s tolerance_used=12 previous_frame=@prev
4.405   node3 > node1  SLAVE             | $m1 interval=0.935s tolerance_used=12 previous_frame=@prev
5.000   node1 > all    MASTER            | $m1 interval=1s tolerance_used=13 previous_frame=@prev
5.120   node2 > node1  SLAVE             | $m1 interval=1.02s tolerance_used=13 previous_frame=@prev
5.340   node3 > node1  SLAVE             | $m1 interval=0.935s tolerance_used=12 previous_frame=@prev
6.000   node1 > all    MASTER            | $m1 interval=1s tolerance_used=13 previous_frame=@prev
6.100   node2 > node1  SLAVE             | $m1 interval=0.98s tolerance_used=12 previous_frame=@prev
6.600   node3 > node1  SLAVE             | $m1 interval=1.26s tolerance_used=16 previous_frame=@prev
7.000   node1 > all    MASTER            | $m1 interval=1s tolerance_used=13 previous_frame=@prev
7.120   node2 > node1  SLAVE             | $m1 interval=1.02s tolerance_used=13 previous_frame=@prev
7.411   node3 > node1  SLAVE             | $m1 interval=0.811s tolerance_used=10 previous_frame=@prev

# The same eight seconds over and over.
8 every 8s x 74:
  0.000 node1 > all    MASTER            | $m1 interval=1s tolerance_used=13 previous_frame=@prev
  0.100 node2 > node1  SLAVE             | $m1 interval=0.98s tolerance_used=12 previous_frame=@prev
  0.400 node3 > node1  SLAVE             | $m1 interval=0.989s tolerance_used=12 previous_frame=@prev
  1.000 node1 > all    MASTER            | $m1 interval=1s tolerance_used=13 previous_frame=@prev
  1.120 node2 > node1  SLAVE             | $m1 interval=1.02s tolerance_used=13 previous_frame=@prev
  1.440 node3 > node1  SLAVE             | $m1 interval=1.04s tolerance_used=13 previous_frame=@prev
  2.000 node1 > all    MASTER            | $m1 interval=1s tolerance_used=13 previous_frame=@prev
  2.100 node2 > node1  SLAVE             | $m1 interval=0.98s tolerance_used=12 previous_frame=@prev
  2.370 node3 > node1  SLAVE             | $m1 interval=0.93s tolerance_used=12 previous_frame=@prev
  3.000 node1 > all    MASTER            | $m1 interval=1s tolerance_used=13 previous_frame=@prev
  3.120 node2 > node1  SLAVE             | $m1 interval=1.02s tolerance_used=13 previous_frame=@prev
  3.470 node3 > node1  SLAVE             | $m1 interval=1.1s tolerance_used=14 previous_frame=@prev
  4.000 node1 > all    MASTER            | $m1 interval=1s tolerance_used=13 previous_frame=@prev
  4.100 node2 > node1  SLAVE             | $m1 interval=0.98s tolerance_used=12 previous_frame=@prev
  4.405 node3 > node1  SLAVE             | $m1 interval=0.935s tolerance_used=12 previous_frame=@prev
  5.000 node1 > all    MASTER            | $m1 interval=1s tolerance_used=13 previous_frame=@prev
  5.120 node2 > node1  SLAVE             | $m1 interval=1.02s tolerance_used=13 previous_frame=@prev
  5.340 node3 > node1  SLAVE             | $m1 interval=0.935s tolerance_used=12 previous_frame=@prev
  6.000 node1 > all    MASTER            | $m1 interval=1s tolerance_used=13 previous_frame=@prev
  6.100 node2 > node1  SLAVE             | $m1 interval=0.98s tolerance_used=12 previous_frame=@prev
  6.600 node3 > node1  SLAVE             | $m1 interval=1.26s tolerance_used=16 previous_frame=@prev
  7.000 node1 > all    MASTER            | $m1 interval=1s tolerance_used=13 previous_frame=@prev
  7.120 node2 > node1  SLAVE             | $m1 interval=1.02s tolerance_used=13 previous_frame=@prev
  7.411 node3 > node1  SLAVE             | $m1 interval=0.811s tolerance_used=10 previous_frame=@prev
