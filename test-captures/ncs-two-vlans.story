# Two clones of a cluster on two VLANs: the addresses and the panning id of both are equal, and
# each is healthy.  Nothing is said but who is there, in either.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout ncs_heartbeat
only cluster.event
let m1 = master=192.0.2.1
node node1  ip=192.0.2.1 ether=02:00:00:00:00:01 ip.id=0x100 members=2
node node2  ip=192.0.2.2 ether=02:00:00:00:00:02 ip.id=0x200 members=2
node clone1 ip=192.0.2.1 ether=02:00:00:00:01:01 ip.id=0x7100 members=2
node clone2 ip=192.0.2.2 ether=02:00:00:00:01:02 ip.id=0x7200 members=2
node all    ip=255.255.255.255 ether=ff:ff:ff:ff:ff:ff
let one = frame.carrier="ethernet vlan:10 ip:224"
let two = frame.carrier="ethernet vlan:20 ip:224" incarnation=0x51
let beat = interval=1s tolerance_used=13 previous_frame=@prev   # 12.5 % of 8 s

0       node1 > all    MASTER $one                  | $m1 ?cluster.event
0.010   node2 > node1  SLAVE $one                   | $m1 ?cluster.event
0.450   clone1 > all   MASTER $two                  | $m1 ?cluster.event
0.460   clone2 > clone1 SLAVE $two                  | $m1 ?cluster.event
1 every 1s x 60:
  0     node1 > all    MASTER $one                  | $m1 $beat
  0.010 node2 > node1  SLAVE $one                   | $m1 $beat
  0.450 clone1 > all   MASTER $two                  | $m1 $beat
  0.460 clone2 > clone1 SLAVE $two                  | $m1 $beat
