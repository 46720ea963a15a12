# A switch in between relearns its spanning tree: nobody is heard for 31 s, then all
# are.  That is one outage of all, and no node fell silent.
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
1 every 1s x 29:
  0     node1 > all    MASTER                  | $m1 $beat
  0.010 node2 > node1  SLAVE                   | $m1 $beat
  0.020 node3 > node1  SLAVE                   | $m1 $beat

# Nobody is heard.
60      node1 > all    MASTER                  | $m1 interval=31s missed=30 tolerance_used=388 previous_frame=@prev lost   # 387.5 %
60.01   node2 > node1  SLAVE                   | $m1 interval=31s missed=30 tolerance_used=388 previous_frame=@prev lost   # 387.5 %
60.02   node3 > node1  SLAVE                   | $m1 interval=31s missed=30 tolerance_used=388 previous_frame=@prev lost   # 387.5 %
61 every 1s x 29:
  0     node1 > all    MASTER                  | $m1 $beat
  0.010 node2 > node1  SLAVE                   | $m1 $beat
  0.020 node3 > node1  SLAVE                   | $m1 $beat
