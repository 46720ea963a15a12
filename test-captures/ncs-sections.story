# The second capture shows again what the first one has (copy_of), and follows in a section of its own. It saw only what the
# master broadcast, so it knows nothing of slaves.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout ncs_heartbeat
place eth0
let m1 = master=192.0.2.1
node node1  ip=192.0.2.1 ether=02:00:00:00:00:01 ip.id=0x100 members=2
node node2  ip=192.0.2.2 ether=02:00:00:00:00:02 ip.id=0x200 members=2
node all    ip=255.255.255.255 ether=ff:ff:ff:ff:ff:ff
let beat = interval=1s tolerance_used=13 previous_frame=@prev   # 12.5 % of 8 s

one: 0  node1 > all    MASTER             | $m1
0.010   node2 > node1  SLAVE              | $m1
1 every 1s x 19:
  0     node1 > all    MASTER             | $m1 $beat
  0.010 node2 > node1  SLAVE              | $m1 $beat
section
first: 0  node1 > all    MASTER number=1 ip.id=0x101 | $m1 copy_of=@one
1       node1 > all    MASTER             | $m1 $beat ?copy_of
2 every 1s x 18:
  0     node1 > all    MASTER             | $m1 $beat ?copy_of
