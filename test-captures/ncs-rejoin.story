# The second slave (192.0.2.3) dies after 19.020 s; the others have a new view at
# 32 s, but the first slave (192.0.2.2) needs three heartbeats more for it.  At 60 s
# the dead node is back, without a view for two heartbeats.
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
1 every 1s x 19:
  0     node1 > all    MASTER                  | $m1 $beat
  0.010 node2 > node1  SLAVE                   | $m1 $beat
  0.020 node3 > node1  SLAVE                   | $m1 $beat

# Node 3 is dead.
20 every 1s x 8:
  0     node1 > all    MASTER                  | $m1 $beat
  0.010 node2 > node1  SLAVE                   | $m1 $beat
# At 27.000 and 27.010 the silence is shorter than 8 s.
28      node1 > all    MASTER                  | $m1 $beat silent_node silent_node.address=192.0.2.3 silent_node.last_frame=@last:node3
28.01   node2 > node1  SLAVE                   | $m1 $beat
29 every 1s x 3:
  0     node1 > all    MASTER                  | $m1 $beat
  0.010 node2 > node1  SLAVE                   | $m1 $beat

# The master has a new view, node 2 follows later.
32      node1 > all    MASTER incarnation=0x2b | $m1 $beat incarnation_change previous_incarnation=0x2a previous_incarnation_frame=@prev
32.010  node2 > node1  SLAVE              | $m1 $beat
33      node1 > all    MASTER incarnation=0x2b | $m1 $beat
33.010  node2 > node1  SLAVE              | $m1 $beat
# More than a period, and half of one for the rhythm, after the others left it.
34      node1 > all    MASTER incarnation=0x2b | $m1 $beat
34.010  node2 > node1  SLAVE              | $m1 $beat outdated_view
35      node1 > all    MASTER incarnation=0x2b | $m1 $beat
35.010  node2 > node1  SLAVE incarnation=0x2b | $m1 $beat incarnation_change previous_incarnation=0x2a previous_incarnation_frame=@prev
36 every 1s x 24:
  0     node1 > all    MASTER incarnation=0x2b | $m1 $beat
  0.010 node2 > node1  SLAVE incarnation=0x2b  | $m1 $beat

# Node 3 is back after 41 s (512.5 % of 8 s), at first without a view.
60      node1 > all    MASTER incarnation=0x2b | $m1 $beat
60.010  node2 > node1  SLAVE incarnation=0x2b | $m1 $beat
60.020  node3 > node1  SLAVE incarnation=0xffffffff
  | $m1 interval=41s missed=40 tolerance_used=513 previous_frame=@prev lost
  | incarnation_change previous_incarnation=0x2a previous_incarnation_frame=@prev
61      node1 > all    MASTER incarnation=0x2b | $m1 $beat
61.010  node2 > node1  SLAVE incarnation=0x2b | $m1 $beat
61.020  node3 > node1  SLAVE incarnation=0xffffffff | $m1 $beat

# All three in a new view.
62      node1 > all    MASTER incarnation=0x2c | $m1 $beat incarnation_change previous_incarnation=0x2b previous_incarnation_frame=@prev
62.01   node2 > node1  SLAVE incarnation=0x2c  | $m1 $beat incarnation_change previous_incarnation=0x2b previous_incarnation_frame=@prev
62.02   node3 > node1  SLAVE incarnation=0x2c  | $m1 $beat incarnation_change previous_incarnation=0xffffffff previous_incarnation_frame=@prev
63 every 1s x 17:
  0     node1 > all    MASTER incarnation=0x2c | $m1 $beat
  0.010 node2 > node1  SLAVE incarnation=0x2c  | $m1 $beat
  0.020 node3 > node1  SLAVE incarnation=0x2c  | $m1 $beat
