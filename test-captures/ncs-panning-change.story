# Node 3 is started again at 11.02 s with another panning id than its cluster has (TID
# 3075104): a mismatch of that node, and no second cluster on this LAN.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout ncs_heartbeat
only cluster.event
let m1 = master=192.0.2.1
let m3 = master=192.0.2.3
node node1  ip=192.0.2.1 ether=02:00:00:00:00:01 ip.id=0x100 members=3
node node2  ip=192.0.2.2 ether=02:00:00:00:00:02 ip.id=0x200 members=3
node node3  ip=192.0.2.3 ether=02:00:00:00:00:03 ip.id=0x300 members=3
node all    ip=255.255.255.255 ether=ff:ff:ff:ff:ff:ff
let beat = interval=1s tolerance_used=13 previous_frame=@prev   # 12.5 % of 8 s

0       node1 > all    MASTER                  | $m1 cluster.event="node 192.0.2.1 is there, the master"
0.010   node2 > node1  SLAVE                   | $m1 cluster.event="node 192.0.2.2 is there, a slave"
0.020   node3 > node1  SLAVE                   | $m1 cluster.event="node 192.0.2.3 is there, a slave"
1 every 1s x 10:
  0     node1 > all    MASTER                  | $m1 $beat
  0.010 node2 > node1  SLAVE                   | $m1 $beat
  0.020 node3 > node1  SLAVE                   | $m1 $beat
11      node1 > all    MASTER                  | $m1 $beat
11.01   node2 > node1  SLAVE                   | $m1 $beat
11.02   node3 > all    MASTER panning=0x5d77a701 | $m3 panning_change
  | cluster.event="node 192.0.2.3 changed its panning ID from 0x5d77a681 to 0x5d77a701"
12 every 1s x 20:
  0     node1 > all    MASTER                  | $m1 $beat
  0.010 node2 > node1  SLAVE                   | $m1 $beat
  0.020 node3 > all    MASTER panning=0x5d77a701 | $m3 $beat
