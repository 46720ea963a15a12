# The cable between two nodes is pulled behind 19.01 s.  Both live on, each seen at its own
# place only.  Node 2 gives the master up and broadcasts itself from 28.01 s on.  At 29 s node 1
# broadcasts again: a split, and no silent node.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout ncs_heartbeat
only cluster.event
capture sorted
place one  name="eth0 at node1"
place two  name="eth0 at node2" delay=200us
let m1 = master=192.0.2.1
let m2 = master=192.0.2.2
let old = previous_incarnation=0x2a previous_incarnation_frame=@prev
node node1  ip=192.0.2.1 ether=02:00:00:00:00:01 ip.id=0x100 members=2
node node2  ip=192.0.2.2 ether=02:00:00:00:00:02 ip.id=0x200 members=2
node all    ip=255.255.255.255 ether=ff:ff:ff:ff:ff:ff
let beat = interval=1s tolerance_used=13 previous_frame=@prev   # 12.5 % of 8 s

0       node1 > all    MASTER
         one | $m1 cluster.event="node 192.0.2.1 is there, the master"
         two | $m1 copy_of=@-1
0.010   node2 > node1  SLAVE
         one | $m1 cluster.event="node 192.0.2.2 is there, a slave"
         two | $m1 copy_of=@-1
1 every 1s x 19:
  0     node1 > all    MASTER                  | $m1 $beat
         two | copy_of=@-1
  0.010 node2 > node1  SLAVE                   | $m1 $beat
         two | copy_of=@-1
20 every 1s x 4:
  0     node1 > all    MASTER       at one     | $m1 $beat
  0.010 node2 > node1  SLAVE        at two     | $m1 $beat
# Half a tolerance, by the clock of the place that sees nothing.
24      node1 > all    MASTER       at one     | $m1 $beat
  | cluster.event="node 192.0.2.1 goes on, but is not seen at eth0 at node2 for 5.0 s, since frame 78: look at the path there"
24.010  node2 > node1  SLAVE        at two     | $m1 $beat
  | cluster.event="node 192.0.2.2 goes on, but is not seen at eth0 at node1 for 5.0 s, since frame 79: look at the path there"
25 every 1s x 3:
  0     node1 > all    MASTER       at one     | $m1 $beat
  0.010 node2 > node1  SLAVE        at two     | $m1 $beat
28      node1 > all    MASTER       at one     | $m1 $beat
28.01   node2 > all    MASTER       at two     | $m2 $beat
  | master_change previous_master=192.0.2.1
  | cluster.event="192.0.2.2 broadcasts as a master, 10 ms behind the master 192.0.2.1: a handover, or the begin of a split; it is the highest known address"
29      node1 > all    MASTER       at one     | $m1 $beat two_masters other_master=192.0.2.2
  | cluster.event="two masters: 192.0.2.1 and 192.0.2.2 both broadcast (split), since frame 98"
29.01   node2 > all    MASTER       at two     | $m2 $beat
# Each goes on in a view of its own.
30      node1 > all    MASTER incarnation=0x2b at one | $m1 $beat incarnation_change $old
  | cluster.event="a new view, 0x0000002b after 0x0000002a, first shown by node 192.0.2.1"
30.01   node2 > all    MASTER incarnation=0x2c at two | $m2 $beat incarnation_change $old
  | cluster.event="a new view, 0x0000002c after 0x0000002a, first shown by node 192.0.2.2"
31 every 1s x 2:
  0     node1 > all    MASTER incarnation=0x2b at one | $m1 $beat
  0.010 node2 > all    MASTER incarnation=0x2c at two | $m2 $beat
33      node1 > all    MASTER incarnation=0x2b at one | $m1 $beat
  | cluster.event="1 member of view 0x0000002c: 192.0.2.2; in another view: 192.0.2.1"
33.01   node2 > all    MASTER incarnation=0x2c at two | $m2 $beat
34 every 1s x 5:
  0     node1 > all    MASTER incarnation=0x2b at one | $m1 $beat
  0.010 node2 > all    MASTER incarnation=0x2c at two | $m2 $beat
