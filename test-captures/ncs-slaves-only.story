# The other way round: slaves whose master is never heard.  An address that nobody sends
# from is no master: it might be the broadcast address of a small subnet.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout ncs_heartbeat
node node1  ip=192.0.2.1 ether=02:00:00:00:00:01 ip.id=0x100 members=3
node node2  ip=192.0.2.2 ether=02:00:00:00:00:02 ip.id=0x200 members=3
node node3  ip=192.0.2.3 ether=02:00:00:00:00:03 ip.id=0x300 members=3
node all    ip=255.255.255.255 ether=ff:ff:ff:ff:ff:ff
let beat = interval=1s tolerance_used=13 previous_frame=@prev   # 12.5 % of 8 s

0.010   node2 > node1  SLAVE
0.020   node3 > node1  SLAVE
1 every 1s x 59:
  0.010 node2 > node1  SLAVE                   | $beat
  0.020 node3 > node1  SLAVE                   | $beat
