# The slave's heartbeats have gaps, the other's come each second.  What an interval
# must be called is worked out by hand: missed is the interval rounded to whole
# seconds, less one; 8 s are 100 %.  Where the one is silent for 8 s, the other's
# next heartbeat tells.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout ncs_heartbeat
let m1 = master=192.0.2.1
node node1  ip=192.0.2.1 ether=02:00:00:00:00:01 ip.id=0x100 members=2
node node2  ip=192.0.2.2 ether=02:00:00:00:00:02 ip.id=0x200 members=2
node all    ip=255.255.255.255 ether=ff:ff:ff:ff:ff:ff
let beat = interval=1s tolerance_used=13 previous_frame=@prev   # 12.5 % of 8 s

0       node2 > node1  SLAVE             # to an address that nobody has sent from so far
0.2505  node1 > all    MASTER  | $m1
1.001   node2 > node1  SLAVE   | $m1 interval=1001ms tolerance_used=13 previous_frame=@prev   # 12.51
1.2505  node1 > all    MASTER  | $m1 $beat
1.991   node2 > node1  SLAVE   | $m1 interval=990ms tolerance_used=12 previous_frame=@prev   # 12.38
2.2505  node1 > all    MASTER  | $m1 $beat
3.2505  node1 > all    MASTER  | $m1 $beat
3.49    node2 > node1  SLAVE   | $m1 interval=1499ms tolerance_used=19 previous_frame=@prev   # 18.74; rounds to 1
4.2505  node1 > all    MASTER  | $m1 $beat
4.99    node2 > node1  SLAVE   | $m1 interval=1500ms tolerance_used=19 previous_frame=@prev missed=1   # 18.75; not above one and a half periods; rounds to 2
5.2505  node1 > all    MASTER  | $m1 $beat
6.2505  node1 > all    MASTER  | $m1 $beat
6.491   node2 > node1  SLAVE   | $m1 interval=1501ms tolerance_used=19 previous_frame=@prev missed=1 late   # 18.76
6.891   node2 > node1  SLAVE   | $m1 interval=400ms tolerance_used=5 previous_frame=@prev
7.2505  node1 > all    MASTER  | $m1 $beat
8.2505  node1 > all    MASTER  | $m1 $beat
8.491   node2 > node1  SLAVE   | $m1 interval=1600ms tolerance_used=20 previous_frame=@prev missed=1 late
9.2505  node1 > all    MASTER  | $m1 $beat
10.2505 node1 > all    MASTER  | $m1 $beat
10.891  node2 > node1  SLAVE   | $m1 interval=2400ms tolerance_used=30 previous_frame=@prev missed=1 late
11.2505 node1 > all    MASTER  | $m1 $beat
12.2505 node1 > all    MASTER  | $m1 $beat
13.2505 node1 > all    MASTER  | $m1 $beat
13.491  node2 > node1  SLAVE   | $m1 interval=2600ms tolerance_used=33 previous_frame=@prev missed=2 late   # 32.5
14.2505 every 1s x 8:
  0     node1 > all    MASTER  | $m1 $beat
21.391  node2 > node1  SLAVE   | $m1 interval=7900ms tolerance_used=99 previous_frame=@prev missed=7 late   # 98.75; rounds to 8
22.2505 every 1s x 8:
  0     node1 > all    MASTER  | $m1 $beat
29.39   node2 > node1  SLAVE   | $m1 interval=7999ms tolerance_used=100 previous_frame=@prev missed=7 late   # 99.99: nearly cast out
30.2505 every 1s x 8:
  0     node1 > all    MASTER  | $m1 $beat
37.39   node2 > node1  SLAVE   | $m1 interval=8000ms tolerance_used=100 previous_frame=@prev missed=7 lost
38.2505 node1 > all    MASTER  | $m1 $beat
38.4    node2 > node1  SLAVE   | $m1 interval=1010ms tolerance_used=13 previous_frame=@prev   # 12.63
39.2505 every 1s x 8:
  0     node1 > all    MASTER  | $m1 $beat
47.2505 node1 > all    MASTER  | $m1 $beat silent_node silent_node.address=192.0.2.2 silent_node.last_frame=@last:node2
48.2505 every 1s x 22:
  0     node1 > all    MASTER  | $m1 $beat
69.4    node2 > node1  SLAVE   | $m1 interval=31000ms tolerance_used=388 previous_frame=@prev missed=30 lost   # 387.5
70.2505 node1 > all    MASTER  | $m1 $beat
70.41   node2 > node1  SLAVE   | $m1 interval=1010ms tolerance_used=13 previous_frame=@prev   # 12.63
