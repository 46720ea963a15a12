# The capturing host's clock is set back by an hour.  Nothing can be said about the
# interval across that (open); later intervals are right again.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout ncs_heartbeat
let m1 = master=192.0.2.1
node node1  ip=192.0.2.1 ether=02:00:00:00:00:01 ip.id=0x100 members=3
node node2  ip=192.0.2.2 ether=02:00:00:00:00:02 ip.id=0x200 members=3
node node3  ip=192.0.2.3 ether=02:00:00:00:00:03 ip.id=0x300 members=3
node all    ip=255.255.255.255 ether=ff:ff:ff:ff:ff:ff
let beat = interval=1s tolerance_used=13 previous_frame=@prev   # 12.5 % of 8 s

7200    node1 > all    MASTER                  | $m1
7200.01 node2 > node1  SLAVE                   | $m1
7200.02 node3 > node1  SLAVE                   | $m1
7201 every 1s x 19:
  0     node1 > all    MASTER                  | $m1 $beat
  0.010 node2 > node1  SLAVE                   | $m1 $beat
  0.020 node3 > node1  SLAVE                   | $m1 $beat

# An hour back.
3620    node1 > all    MASTER                  | $m1 ?interval ?previous_frame
3620.01 node2 > node1  SLAVE                   | $m1 ?interval ?previous_frame
3620.02 node3 > node1  SLAVE                   | $m1 ?interval ?previous_frame
3621 every 1s x 19:
  0     node1 > all    MASTER                  | $m1 $beat
  0.010 node2 > node1  SLAVE                   | $m1 $beat
  0.020 node3 > node1  SLAVE                   | $m1 $beat
