# 20,000 heartbeats in 20 s, each of a node that is never heard again, half of them in a cluster of
# their own; and one after a minute.  Only to see that it takes no time and memory beyond reason.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout ncs_heartbeat
carrier ethernet ip:224
only _ws.malformed
open everything
node stranger  ether=02:00:00:00:00:01
node all       ip=255.255.255.255 ether=ff:ff:ff:ff:ff:ff
let heartbeat = stranger > all BYTES + panning upper=10205

0 every 2ms x 9999:
    0     $heartbeat incarnation={2*i-2} 00*44 ip.id={2*i-2} ip.src=10.0.{2*i-1/256}.{2*i-1%256}
    0.001 $heartbeat panning={2*i-1} incarnation={2*i-1} 00*44 ip.id={2*i-1} ip.src=10.0.{2*i/256}.{2*i%256}
19.998    $heartbeat incarnation=19998 00*44 ip.id=19998 ip.src=10.0.78.31
60        $heartbeat panning=19999 incarnation=19999 00*44 ip.id=19999 ip.src=10.0.78.32
