# Captured at the master: spanning tree blocks its port behind 19.03 s, for 34 s.  All others
# are silent at once, which is the path; that the master goes on proves nothing.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout ncs_heartbeat
only cluster.event
let m1 = master=192.0.2.1
node node1  ip=192.0.2.1 ether=02:00:00:00:00:01 ip.id=0x100 members=4
node node2  ip=192.0.2.2 ether=02:00:00:00:00:02 ip.id=0x200 members=4
node node3  ip=192.0.2.3 ether=02:00:00:00:00:03 ip.id=0x300 members=4
node node4  ip=192.0.2.4 ether=02:00:00:00:00:04 ip.id=0x400 members=4
node all    ip=255.255.255.255 ether=ff:ff:ff:ff:ff:ff
let beat = interval=1s tolerance_used=13 previous_frame=@prev   # 12.5 % of 8 s
let lost_all = interval=35s missed=34 tolerance_used=438 previous_frame=@prev lost   # 437.5

0       node1 > all    MASTER                  | $m1 cluster.event="node 192.0.2.1 is there, the master"
0.010   node2 > node1  SLAVE                   | $m1 cluster.event="node 192.0.2.2 is there, a slave"
0.020   node3 > node1  SLAVE                   | $m1 cluster.event="node 192.0.2.3 is there, a slave"
0.030   node4 > node1  SLAVE                   | $m1 cluster.event="node 192.0.2.4 is there, a slave"
1 every 1s x 18:
  0     node1 > all    MASTER                  | $m1 $beat
  0.010 node2 > node1  SLAVE                   | $m1 $beat
  0.020 node3 > node1  SLAVE                   | $m1 $beat
  0.030 node4 > node1  SLAVE                   | $m1 $beat
19      node1 > all    MASTER                  | $m1 $beat
a: 19.01  node2 > node1  SLAVE                 | $m1 $beat
19.02   node3 > node1  SLAVE                   | $m1 $beat
19.03   node4 > node1  SLAVE                   | $m1 $beat
20 every 1s x 8:
  0     node1 > all    MASTER                  | $m1 $beat
28      node1 > all    MASTER                  | $m1 $beat silent_node silent_node.last_frame=@a
  | cluster.event="all 3 nodes but 192.0.2.1 are silent for 9.0 s, since frame 78: look at the path (a blocked port, spanning tree); silent are 192.0.2.2, 192.0.2.3, 192.0.2.4"
29 every 1s x 25:
  0     node1 > all    MASTER                  | $m1 $beat
54      node1 > all    MASTER                  | $m1 $beat
54.01   node2 > node1  SLAVE                   | $m1 $lost_all
  | cluster.event="192.0.2.2 is heard again, the first of the others, after 35.0 s, last heard in frame 78"
54.02   node3 > node1  SLAVE                   | $m1 $lost_all
54.03   node4 > node1  SLAVE                   | $m1 $lost_all
55 every 1s x 5:
  0     node1 > all    MASTER                  | $m1 $beat
  0.010 node2 > node1  SLAVE                   | $m1 $beat
  0.020 node3 > node1  SLAVE                   | $m1 $beat
  0.030 node4 > node1  SLAVE                   | $m1 $beat
