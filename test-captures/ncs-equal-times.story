# All packets of a round with the same time, and a node that sends twice.
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
0       node2 > node1  SLAVE              | $m1
0       node3 > node1  SLAVE              | $m1
0       node2 > node1  SLAVE              | $m1 interval=0s previous_frame=@prev ?tolerance_used
1 every 1s x 4:
  0     node1 > all    MASTER             | $m1 $beat
  0     node2 > node1  SLAVE              | $m1 $beat
  0     node3 > node1  SLAVE              | $m1 $beat
  0     node2 > node1  SLAVE              | $m1 interval=0s previous_frame=@prev ?tolerance_used   # 0 %

# The first slave stops; 8.000 s later is soon enough to tell.
5 every 1s x 7:
  0     node1 > all    MASTER             | $m1 $beat
  0     node3 > node1  SLAVE              | $m1 $beat
12      node1 > all    MASTER             | $m1 $beat
  | silent_node silent_node.address=192.0.2.2 silent_node.last_frame=@last:node2
12      node3 > node1  SLAVE              | $m1 $beat
