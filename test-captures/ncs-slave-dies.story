# The first slave is last heard at 19.010 s.  The second slave's heartbeat at
# 27.020 s is the first one 8 s later; twelve seconds after the silence began,
# the others have a new view.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout ncs_heartbeat
node node1  ip=192.0.2.1 ether=02:00:00:00:00:01 ip.id=0x100
node node2  ip=192.0.2.2 ether=02:00:00:00:00:02 ip.id=0x200
node node3  ip=192.0.2.3 ether=02:00:00:00:00:03 ip.id=0x300
node all    ip=255.255.255.255 ether=ff:ff:ff:ff:ff:ff
let beat = interval=1s tolerance_used=13 previous_frame=@prev   # 12.5 % of 8 s
let known = master=192.0.2.1

0       node1 > all    MASTER               | $known
0.010   node2 > node1  SLAVE                | $known
0.020   node3 > node1  SLAVE                | $known
1 every 1s x 19:
  0       node1 > all    MASTER             | $known $beat
  0.010   node2 > node1  SLAVE              | $known $beat
  0.020   node3 > node1  SLAVE              | $known $beat

# The first slave is dead.
20 every 1s x 7:
  0       node1 > all    MASTER             | $known $beat
  0.020   node3 > node1  SLAVE              | $known $beat
27      node1 > all    MASTER               | $known $beat
27.020  node3 > node1  SLAVE                | $known $beat silent_node
28 every 1s x 4:
  0       node1 > all    MASTER             | $known $beat
  0.020   node3 > node1  SLAVE              | $known $beat

# A new view without it.
32      node1 > all    MASTER incarnation=0x2b  | $known $beat incarnation_change
32.020  node3 > node1  SLAVE  incarnation=0x2b  | $known $beat incarnation_change
33 every 1s x 27:
  0       node1 > all    MASTER incarnation=0x2b  | $known $beat
  0.020   node3 > node1  SLAVE  incarnation=0x2b  | $known $beat
