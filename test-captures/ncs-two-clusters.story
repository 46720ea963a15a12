# Two clusters on one LAN, each with a master of its own: no split brain.  The second
# cluster is started 2 s later.  Its slave (192.0.2.12) is last heard at 19.510 s; its
# own master tells at 28.500 s, not the others, who speak earlier.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout ncs_heartbeat
let m1 = master=192.0.2.1
let m11 = master=192.0.2.11
let other = panning=0x8762bf01
node node1  ip=192.0.2.1 ether=02:00:00:00:00:01 ip.id=0x100 members=2
node node2  ip=192.0.2.2 ether=02:00:00:00:00:02 ip.id=0x200 members=2
node node11  ip=192.0.2.11 ether=02:00:00:00:00:0b ip.id=0xb00 members=2
node node12  ip=192.0.2.12 ether=02:00:00:00:00:0c ip.id=0xc00 members=2
node all    ip=255.255.255.255 ether=ff:ff:ff:ff:ff:ff
let beat = interval=1s tolerance_used=13 previous_frame=@prev   # 12.5 % of 8 s

0       node1 > all     MASTER            | $m1
0.010   node2 > node1   SLAVE             | $m1
1       node1 > all     MASTER            | $m1 $beat
1.010   node2 > node1   SLAVE             | $m1 $beat
2       node1 > all     MASTER            | $m1 $beat
2.010   node2 > node1   SLAVE             | $m1 $beat
2.500   node11 > all    MASTER $other     | $m11 second_panning_id first_panning_id=0x5d77a681
2.510   node12 > node11  SLAVE $other     | $m11
3 every 1s x 17:
  0     node1 > all     MASTER            | $m1 $beat
  0.010 node2 > node1   SLAVE             | $m1 $beat
  0.500 node11 > all    MASTER $other     | $m11 $beat
  0.510 node12 > node11  SLAVE $other     | $m11 $beat

# 192.0.2.12 is dead.
20 every 1s x 8:
  0     node1 > all     MASTER            | $m1 $beat
  0.010 node2 > node1   SLAVE             | $m1 $beat
  0.500 node11 > all    MASTER $other     | $m11 $beat
28      node1 > all     MASTER            | $m1 $beat
28.010  node2 > node1   SLAVE             | $m1 $beat
28.500  node11 > all    MASTER $other     | $m11 $beat
  | silent_node silent_node.address=192.0.2.12 silent_node.last_frame=@last:node12
29 every 1s x 11:
  0     node1 > all     MASTER            | $m1 $beat
  0.010 node2 > node1   SLAVE             | $m1 $beat
  0.500 node11 > all    MASTER $other     | $m11 $beat
