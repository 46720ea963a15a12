# One packet of the slave several times: nobody sends an IP identification twice within
# 10 s, so these are copies, however slow; and its payload in a packet of its own.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout ncs_heartbeat
let m1 = master=192.0.2.1
node node1  ip=192.0.2.1 ether=02:00:00:00:00:01 ip.id=0x100 members=2
node node2  ip=192.0.2.2 ether=02:00:00:00:00:02 ip.id=0x200 members=2
node all    ip=255.255.255.255 ether=ff:ff:ff:ff:ff:ff
let beat = interval=1s tolerance_used=13 previous_frame=@prev   # 12.5 % of 8 s

0       node1 > all    MASTER             | $m1
0.010   node2 > node1  SLAVE              | $m1
1       node1 > all    MASTER             | $m1 $beat
1.010   node2 > node1  SLAVE              | $m1 $beat
2       node1 > all    MASTER             | $m1 $beat
a: 2.010  node2 > node1  SLAVE            | $m1 $beat

# Again after 30 us, and a third time after 4 ms.
+30us   again @a                          | $m1 duplicate duplicate_of=@a duplicate_count=2
2.014   again @a                          | $m1 duplicate duplicate_of=@a duplicate_count=3

# Intervals count from the originals.
3       node1 > all    MASTER             | $m1 $beat
b: 3.010  node2 > node1  SLAVE            | $m1 interval=1s tolerance_used=13 previous_frame=@a
3.020   again @b                          | $m1 duplicate duplicate_of=@b duplicate_count=2

# A slow loop is no sign of life.
4       node1 > all    MASTER             | $m1 $beat
c: 4.010  node2 > node1  SLAVE            | $m1 interval=1s tolerance_used=13 previous_frame=@b
4.060   again @c                          | $m1 duplicate duplicate_of=@c duplicate_count=2

# The payload of 5.010 in another packet: another identification.
5       node1 > all    MASTER             | $m1 $beat
e: 5.010  node2 > node1  SLAVE            | $m1 interval=1s tolerance_used=13 previous_frame=@c
f: 5.015  node2 > node1  SLAVE number=6   | $m1 interval=5ms previous_frame=@e ?tolerance_used   # 0 %
6       node1 > all    MASTER             | $m1 $beat
6.010   node2 > node1  SLAVE              | $m1 interval=995ms tolerance_used=12 previous_frame=@f
