# Packets of one node out of order by 300 ms, as several receive queues leave them;
# what is said about the frame after that is left open.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout ncs_heartbeat
let m1 = master=192.0.2.1
node node1  ip=192.0.2.1 ether=02:00:00:00:00:01 ip.id=0x100 members=1
node all    ip=255.255.255.255 ether=ff:ff:ff:ff:ff:ff
let beat = interval=1s tolerance_used=13 previous_frame=@prev   # 12.5 % of 8 s

0       node1 > all  MASTER               | $m1
1 every 1s x 4:
  0     node1 > all  MASTER               | $m1 $beat
3.700   node1 > all  MASTER               | $m1 ?interval ?previous_frame ?tolerance_used
5       node1 > all  MASTER               | $m1 ?interval ?previous_frame ?tolerance_used
6 every 1s x 4:
  0     node1 > all  MASTER               | $m1 $beat
