# For the table of nodes.  Five heartbeats of a slave, at 0, 1, 2, 3 and 8 s: intervals
# 1, 1, 1, 5 with the mean 2, mean absolute deviation 1.5, 4 missed, the longest ends at
# the last frame.  Ten of the master, one in 1.1 s: 8 x 1.0 and 1 x 1.1.  And a cluster of
# one with one packet.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout ncs_heartbeat
let m1 = master=192.0.2.1
node node1  ip=192.0.2.1 ether=02:00:00:00:00:01 ip.id=0x100 members=2
node node2  ip=192.0.2.2 ether=02:00:00:00:00:02 ip.id=0x200 members=2
node node77  ip=192.0.2.77 ether=02:00:00:00:00:4d ip.id=0x4d00 members=2
node all    ip=255.255.255.255 ether=ff:ff:ff:ff:ff:ff
let beat = interval=1s tolerance_used=13 previous_frame=@prev   # 12.5 % of 8 s

0       node1 > all    MASTER                | $m1
0.010   node2 > node1  SLAVE                 | $m1
1 every 1s x 3:
  0     node1 > all    MASTER                | $m1 $beat
  0.010 node2 > node1  SLAVE                 | $m1 $beat
3.500   node77 > all   MASTER members=1 panning=0x100 | master=192.0.2.77 second_panning_id first_panning_id=0x5d77a681
4       node1 > all    MASTER                | $m1 $beat
11: 5.1 node1 > all    MASTER                | $m1 interval=1.1s tolerance_used=14 previous_frame=@prev   # 13.75
6.1     node1 > all    MASTER                | $m1 $beat
7.1     node1 > all    MASTER                | $m1 $beat
14: 8.010  node2 > node1  SLAVE              | $m1 interval=5s missed=4 tolerance_used=63 previous_frame=@prev late   # 62.5
8.1     node1 > all    MASTER                | $m1 $beat
9.1     node1 > all    MASTER                | $m1 $beat
