# The master (192.0.2.1) is last heard at 29.000 s and is told silent at 37.010 s;
# the node with the highest address (192.0.2.4) takes over at 37.700 s.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout ncs_heartbeat
let m = master=192.0.2.1
let n = master=192.0.2.4
node node1  ip=192.0.2.1 ether=02:00:00:00:00:01 ip.id=0x100 members=4
node node2  ip=192.0.2.2 ether=02:00:00:00:00:02 ip.id=0x200 members=4
node node3  ip=192.0.2.3 ether=02:00:00:00:00:03 ip.id=0x300 members=4
node node4  ip=192.0.2.4 ether=02:00:00:00:00:04 ip.id=0x400 members=4
node all    ip=255.255.255.255 ether=ff:ff:ff:ff:ff:ff
let beat = interval=1s tolerance_used=13 previous_frame=@prev   # 12.5 % of 8 s

0       node1 > all    MASTER                  | $m
0.010   node2 > node1  SLAVE                   | $m
0.020   node3 > node1  SLAVE                   | $m
0.030   node4 > node1  SLAVE                   | $m
1 every 1s x 29:
  0     node1 > all    MASTER                  | $m $beat
  0.010 node2 > node1  SLAVE                   | $m $beat
  0.020 node3 > node1  SLAVE                   | $m $beat
  0.030 node4 > node1  SLAVE                   | $m $beat

# The master is dead; the slaves go on sending to it.
30 every 1s x 7:
  0.010 node2 > node1  SLAVE                   | $m $beat
  0.020 node3 > node1  SLAVE                   | $m $beat
  0.030 node4 > node1  SLAVE                   | $m $beat
37.01   node2 > node1  SLAVE                   | $m $beat silent_node silent_node.address=192.0.2.1 silent_node.last_frame=@last:node1
37.02   node3 > node1  SLAVE                   | $m $beat
37.03   node4 > node1  SLAVE                   | $m $beat

# Node 4 takes over, out of its turn; the others turn to it in the next round.
37.7    node4 > all    MASTER             | $n interval=670ms tolerance_used=8 previous_frame=@prev master_change previous_master=192.0.2.1
38.010   node2 > node4  SLAVE              | $n $beat
38.020   node3 > node4  SLAVE              | $n $beat
38.030   node4 > all    MASTER             | $n interval=330ms tolerance_used=4 previous_frame=@prev
39 every 1s x 6:
  0.010 node2 > node4  SLAVE                   | $n $beat
  0.020 node3 > node4  SLAVE                   | $n $beat
  0.030 node4 > all    MASTER                  | $n $beat

# A new view.
45.01   node2 > node4  SLAVE incarnation=0x30  | $n $beat incarnation_change previous_incarnation=0x2a previous_incarnation_frame=@prev
45.02   node3 > node4  SLAVE incarnation=0x30  | $n $beat incarnation_change previous_incarnation=0x2a previous_incarnation_frame=@prev
45.03   node4 > all    MASTER incarnation=0x30 | $n $beat incarnation_change previous_incarnation=0x2a previous_incarnation_frame=@prev
46 every 1s x 14:
  0.010 node2 > node4  SLAVE incarnation=0x30  | $n $beat
  0.020 node3 > node4  SLAVE incarnation=0x30  | $n $beat
  0.030 node4 > all    MASTER incarnation=0x30 | $n $beat
