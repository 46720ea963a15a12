# Both slaves go at once, as a blocked port of the master looks too: that is told once, on
# the master's heartbeat at 18 s, the first one 8 s after they were heard at 9.010 and
# 9.020 s.  Later the first comes back (lost: 30 s) and dies again after three heartbeats:
# told.
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
1 every 1s x 9:
  0     node1 > all    MASTER                  | $m1 $beat
  0.010 node2 > node1  SLAVE                   | $m1 $beat
  0.020 node3 > node1  SLAVE                   | $m1 $beat

# Only the master is left.
10 every 1s x 8:
  0     node1 > all    MASTER                  | $m1 $beat
18      node1 > all    MASTER             | $m1 $beat
  | silent_node silent_node.last_frame=@last:node2
19 every 1s x 20:
  0     node1 > all    MASTER                  | $m1 $beat

# Node 2 comes back for three heartbeats: 30 s are 375 % of 8 s.
39      node1 > all    MASTER             | $m1 $beat
39.010  node2 > node1  SLAVE              | $m1 interval=30s missed=29 tolerance_used=375 previous_frame=@prev lost
40      node1 > all    MASTER                  | $m1 $beat
40.01   node2 > node1  SLAVE                   | $m1 $beat
41      node1 > all    MASTER                  | $m1 $beat
41.01   node2 > node1  SLAVE                   | $m1 $beat
42 every 1s x 8:
  0     node1 > all    MASTER                  | $m1 $beat
50      node1 > all    MASTER             | $m1 $beat
  | silent_node silent_node.address=192.0.2.2 silent_node.last_frame=@last:node2
51 every 1s x 19:
  0     node1 > all    MASTER                  | $m1 $beat
