# A subnet of 64 addresses, captured on "any": 10.0.0.63 is its broadcast address, which only
# the packet type of the cooked header tells (1: broadcast).  The master is 10.0.0.1, and
# 10.0.0.63 is none.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout ncs_heartbeat
only cluster.event
carrier cooked ip:224
let m1 = master=10.0.0.1
node node1  ip=10.0.0.1 ether=02:00:00:00:00:01 ip.id=0x100 members=2
node node2  ip=10.0.0.2 ether=02:00:00:00:00:02 ip.id=0x200 members=2
node all    ip=10.0.0.63 ether=ff:ff:ff:ff:ff:ff
let beat = interval=1s tolerance_used=13 previous_frame=@prev   # 12.5 % of 8 s

0       node1 > all    MASTER cooked.direction=1    | $m1 ncs_heartbeat.role=1 cluster.event="node 10.0.0.1 is there, the master"
0.010   node2 > node1  SLAVE cooked.direction=0     | $m1 ncs_heartbeat.role=2 cluster.event="node 10.0.0.2 is there, a slave"
1 every 1s x 10:
  0     node1 > all    MASTER cooked.direction=1    | $m1 $beat ncs_heartbeat.role=1
  0.010 node2 > node1  SLAVE cooked.direction=0     | $m1 $beat ncs_heartbeat.role=2
