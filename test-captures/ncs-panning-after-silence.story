# Node 3 goes after 11.02 s, and is started at 40 s with another panning id than its cluster has:
# it is alone there, without a view.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout ncs_heartbeat
only cluster.event
let m1 = master=192.0.2.1
node node1  ip=192.0.2.1 ether=02:00:00:00:00:01 ip.id=0x100 members=3
node node2  ip=192.0.2.2 ether=02:00:00:00:00:02 ip.id=0x200 members=3
node node3  ip=192.0.2.3 ether=02:00:00:00:00:03 ip.id=0x300 members=3
node all    ip=255.255.255.255 ether=ff:ff:ff:ff:ff:ff
let beat = interval=1s tolerance_used=13 previous_frame=@prev   # 12.5 % of 8 s

0       node1 > all    MASTER                  | $m1 cluster.event="node 192.0.2.1 is there, the master"
0.010   node2 > node1  SLAVE                   | $m1 cluster.event="node 192.0.2.2 is there, a slave"
0.020   node3 > node1  SLAVE                   | $m1 cluster.event="node 192.0.2.3 is there, a slave"
1 every 1s x 11:
  0     node1 > all    MASTER                  | $m1 $beat
  0.010 node2 > node1  SLAVE                   | $m1 $beat
  0.020 node3 > node1  SLAVE                   | $m1 $beat
12 every 1s x 8:
  0     node1 > all    MASTER                  | $m1 $beat
  0.010 node2 > node1  SLAVE                   | $m1 $beat
20      node1 > all    MASTER                  | $m1 $beat silent_node silent_node.address=192.0.2.3 silent_node.last_frame=@last:node3
  | cluster.event="node 192.0.2.3 is silent for 9.0 s, its last heartbeat is in frame 36"
20.01   node2 > node1  SLAVE                   | $m1 $beat
21 every 1s x 19:
  0     node1 > all    MASTER                  | $m1 $beat
  0.010 node2 > node1  SLAVE                   | $m1 $beat
40      node1 > all    MASTER                  | $m1 $beat
40.01   node2 > node1  SLAVE                   | $m1 $beat
40.02   node3 > all    MASTER panning=0x5d77a701 incarnation=0xffffffff | panning_change
  | cluster.event="node 192.0.2.3 changed its panning ID from 0x5d77a681 to 0x5d77a701; it has no view any more, as after a restart"
41 every 1s x 10:
  0     node1 > all    MASTER                  | $m1 $beat
  0.010 node2 > node1  SLAVE                   | $m1 $beat
  0.020 node3 > all    MASTER panning=0x5d77a701 incarnation=0xffffffff | $beat
