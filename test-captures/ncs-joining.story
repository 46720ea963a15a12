# Node 3 tries to join from 5.02 s on, but a firewall drops what comes in: it has no view
# (incarnation 0xffffffff), and nobody hears it.  At 8.02 s it has tried for three periods,
# at 9.02 s for more.
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
1 every 1s x 4:
  0     node1 > all    MASTER                  | $m1 $beat
  0.010 node2 > node1  SLAVE                   | $m1 $beat
5       node1 > all    MASTER                  | $m1 $beat
5.01    node2 > node1  SLAVE                   | $m1 $beat
5.02    node3 > node1  SLAVE incarnation=0xffffffff | $m1 cluster.event="node 192.0.2.3 is there, without a view"
6 every 1s x 3:
  0     node1 > all    MASTER                  | $m1 $beat
  0.010 node2 > node1  SLAVE                   | $m1 $beat
  0.020 node3 > node1  SLAVE incarnation=0xffffffff | $m1 $beat
9       node1 > all    MASTER                  | $m1 $beat
9.01    node2 > node1  SLAVE                   | $m1 $beat
9.02    node3 > node1  SLAVE incarnation=0xffffffff | $m1 $beat joining
  | cluster.event="node 192.0.2.3 tries to join for 4.0 s and is not let in: it knows the master 192.0.2.1, but nothing shows that this hears it: look at the path from 192.0.2.3 to 192.0.2.1 (a firewall?)"
10 every 1s x 30:
  0     node1 > all    MASTER                  | $m1 $beat
  0.010 node2 > node1  SLAVE                   | $m1 $beat
  0.020 node3 > node1  SLAVE incarnation=0xffffffff | $m1 $beat
