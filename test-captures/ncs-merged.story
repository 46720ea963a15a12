# Two captures merged: the second host is 40 us away and sees all packets too.  Each
# has its own intervals; that the second slave (192.0.2.3) stopped is shown at each and told once.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout ncs_heartbeat
place host1  name="eth0 at node1"
place host2  name="eth0 at node2" delay=40us
let m1 = master=192.0.2.1
node node1  ip=192.0.2.1 ether=02:00:00:00:00:01 ip.id=0x100 members=3
node node2  ip=192.0.2.2 ether=02:00:00:00:00:02 ip.id=0x200 members=3
node node3  ip=192.0.2.3 ether=02:00:00:00:00:03 ip.id=0x300 members=3
node all    ip=255.255.255.255 ether=ff:ff:ff:ff:ff:ff
let beat = interval=1s tolerance_used=13 previous_frame=@prev   # 12.5 % of 8 s

0       node1 > all    MASTER             | $m1
         host2 | copy_of=@-1
0.010   node2 > node1  SLAVE              | $m1
         host2 | copy_of=@-1
0.020   node3 > node1  SLAVE              | $m1
         host2 | copy_of=@-1
1 every 1s x 4:
  0     node1 > all    MASTER                  | $m1 $beat
         host2 | copy_of=@-1
  0.010 node2 > node1  SLAVE                   | $m1 $beat
         host2 | copy_of=@-1
  0.020 node3 > node1  SLAVE                   | $m1 $beat
         host2 | copy_of=@-1

# The second slave is dead, last heard at 4.020 s.
5 every 1s x 8:
  0     node1 > all    MASTER                  | $m1 $beat
         host2 | copy_of=@-1
  0.010 node2 > node1  SLAVE                   | $m1 $beat
         host2 | copy_of=@-1
13      node1 > all    MASTER                  | $m1 $beat   # at 12.000 it was too early
         host1 | silent_node silent_node.address=192.0.2.3 silent_node.last_frame=@last:node3
         host2 | silent_node.address=192.0.2.3 silent_node.last_frame=@last:node3 copy_of=@-1
13.01   node2 > node1  SLAVE                   | $m1 $beat
         host2 | copy_of=@-1
14 every 1s x 6:
  0     node1 > all    MASTER                  | $m1 $beat
         host2 | copy_of=@-1
  0.010 node2 > node1  SLAVE                   | $m1 $beat
         host2 | copy_of=@-1
