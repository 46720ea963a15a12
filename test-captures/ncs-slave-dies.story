# The first slave is last heard at 19.010 s.  The second slave's heartbeat at
# 27.020 s is the first one 8 s later; twelve seconds after the silence began,
# the others have a new view.
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

# The first slave is dead.
20 every 1s x 7:
  0     node1 > all    MASTER                  | $m1 $beat
  0.020 node3 > node1  SLAVE                   | $m1 $beat
27      node1 > all    MASTER                  | $m1 $beat
27.02   node3 > node1  SLAVE                   | $m1 $beat silent_node silent_node.address=192.0.2.2 silent_node.last_frame=@last:node2
28 every 1s x 4:
  0     node1 > all    MASTER                  | $m1 $beat
  0.020 node3 > node1  SLAVE                   | $m1 $beat

# A new view without it.
32      node1 > all    MASTER incarnation=0x2b | $m1 $beat incarnation_change previous_incarnation=0x2a previous_incarnation_frame=@prev
32.02   node3 > node1  SLAVE incarnation=0x2b  | $m1 $beat incarnation_change previous_incarnation=0x2a previous_incarnation_frame=@prev
33 every 1s x 27:
  0     node1 > all    MASTER incarnation=0x2b | $m1 $beat
  0.020 node3 > node1  SLAVE incarnation=0x2b  | $m1 $beat
