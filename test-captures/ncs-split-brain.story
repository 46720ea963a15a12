# Two halves: node 1 goes on as the master and node 2 follows it; node 3 broadcasts
# from 20.020 s on and node 4 follows that.  Until node 1 broadcasts again, at 21 s, that
# may be a change of the master.  The master that a reader knows is the last one that
# broadcast.  At 35 s the first half is fenced.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout ncs_heartbeat
let m1 = master=192.0.2.1
let m3 = master=192.0.2.3
let told = ?silent_node ?silent_node.address ?silent_node.last_frame
node node1  ip=192.0.2.1 ether=02:00:00:00:00:01 ip.id=0x100 members=4
node node2  ip=192.0.2.2 ether=02:00:00:00:00:02 ip.id=0x200 members=4
node node3  ip=192.0.2.3 ether=02:00:00:00:00:03 ip.id=0x300 members=4
node node4  ip=192.0.2.4 ether=02:00:00:00:00:04 ip.id=0x400 members=4
node all    ip=255.255.255.255 ether=ff:ff:ff:ff:ff:ff
let beat = interval=1s tolerance_used=13 previous_frame=@prev   # 12.5 % of 8 s

0       node1 > all    MASTER                  | $m1
0.010   node2 > node1  SLAVE                   | $m1
0.020   node3 > node1  SLAVE                   | $m1
0.030   node4 > node1  SLAVE                   | $m1
1 every 1s x 19:
  0     node1 > all    MASTER                  | $m1 $beat
  0.010 node2 > node1  SLAVE                   | $m1 $beat
  0.020 node3 > node1  SLAVE                   | $m1 $beat
  0.030 node4 > node1  SLAVE                   | $m1 $beat

# The cluster is split, which is told once while it lasts.
20      node1 > all    MASTER             | $m1 $beat
20.010  node2 > node1  SLAVE              | $m1 $beat
20.020  node3 > all    MASTER             | $m3 $beat master_change previous_master=192.0.2.1
20.030  node4 > node3  SLAVE              | $m3 $beat
21      node1 > all    MASTER             | $m1 $beat two_masters other_master=192.0.2.3
21.010  node2 > node1  SLAVE              | $m1 $beat
21.020  node3 > all    MASTER             | $m3 $beat
21.030  node4 > node3  SLAVE              | $m3 $beat
22 every 1s x 13:
  0     node1 > all    MASTER             | $m1 $beat
  0.010 node2 > node1  SLAVE              | $m1 $beat
  0.020 node3 > all    MASTER             | $m3 $beat
  0.030 node4 > node3  SLAVE              | $m3 $beat

# The first half is fenced.
35 every 1s x 8:
  0.020 node3 > all    MASTER             | $m3 $beat $told
  0.030 node4 > node3  SLAVE              | $m3 $beat $told
43 every 1s x 17:
  0.020 node3 > all    MASTER             | $m3 $beat $told
  0.030 node4 > node3  SLAVE              | $m3 $beat $told
