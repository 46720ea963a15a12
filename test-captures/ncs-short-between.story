# A message that is cut short on purpose has no incarnation: it is a sign of life,
# but no change of view.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout ncs_heartbeat
let m1 = master=192.0.2.1
node node1  ip=192.0.2.1 ether=02:00:00:00:00:01 ip.id=0x100 members=1
node all    ip=255.255.255.255 ether=ff:ff:ff:ff:ff:ff
let beat = interval=1s tolerance_used=13 previous_frame=@prev   # 12.5 % of 8 s

0       node1 > all  MASTER               | $m1
1 every 1s x 2:
  0     node1 > all  MASTER               | $m1 $beat
3       node1 > all  SHORT upper=10205 ip.id=0x7777 | $m1 $beat short_payload
4       node1 > all  MASTER ip.id=0x104   | $m1 $beat
5 every 1s x 2:
  0     node1 > all  MASTER               | $m1 $beat
