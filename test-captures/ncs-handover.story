# The master hands over in order, twice.  Node 1 broadcasts at 20 s for the last time, node 2 at
# 20.4 s for the first, and node 1 is its slave from 20.6 s on.  At 29.8 s node 1 takes over again,
# 0.4 s behind the last broadcast of node 2.  Nobody broadcasts again behind its successor: there
# never are two masters.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout ncs_heartbeat
let m1 = master=192.0.2.1
let m2 = master=192.0.2.2
node node1  ip=192.0.2.1 ether=02:00:00:00:00:01 ip.id=0x100 members=3
node node2  ip=192.0.2.2 ether=02:00:00:00:00:02 ip.id=0x200 members=3
node node3  ip=192.0.2.3 ether=02:00:00:00:00:03 ip.id=0x300 members=3
node all    ip=255.255.255.255 ether=ff:ff:ff:ff:ff:ff
let beat = interval=1s tolerance_used=13 previous_frame=@prev   # 12.5 % of 8 s

0       node1 > all    MASTER                  | $m1
0.100   node2 > node1  SLAVE                   | $m1
0.200   node3 > node1  SLAVE                   | $m1
1 every 1s x 19:
  0     node1 > all    MASTER                  | $m1 $beat
  0.100 node2 > node1  SLAVE                   | $m1 $beat
  0.200 node3 > node1  SLAVE                   | $m1 $beat
20      node1 > all    MASTER                  | $m1 $beat
20.100  node2 > node1  SLAVE                   | $m1 $beat
20.200  node3 > node1  SLAVE                   | $m1 $beat
20.400  node2 > all    MASTER  | $m2 interval=300ms tolerance_used=4 previous_frame=@prev
                               | master_change previous_master=192.0.2.1
20.600  node1 > node2  SLAVE   | $m2 interval=600ms tolerance_used=8 previous_frame=@prev
21.200  node3 > node2  SLAVE                   | $m2 $beat
21.400  node2 > all    MASTER                  | $m2 $beat
21.600  node1 > node2  SLAVE                   | $m2 $beat
22 every 1s x 8:
  0.200 node3 > node2  SLAVE                   | $m2 $beat
  0.400 node2 > all    MASTER                  | $m2 $beat
  0.600 node1 > node2  SLAVE                   | $m2 $beat
29.800  node1 > all    MASTER  | $m1 interval=200ms tolerance_used=3 previous_frame=@prev
                               | master_change previous_master=192.0.2.2
30.100  node2 > node1  SLAVE   | $m1 interval=700ms tolerance_used=9 previous_frame=@prev
30.200  node3 > node1  SLAVE                   | $m1 $beat
30.800  node1 > all    MASTER                  | $m1 $beat
31 every 1s x 9:
  0.100 node2 > node1  SLAVE                   | $m1 $beat
  0.200 node3 > node1  SLAVE                   | $m1 $beat
  0.800 node1 > all    MASTER                  | $m1 $beat
