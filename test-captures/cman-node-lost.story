# A node dies.  Node 3 sends its last HELLO at 22 s.  Node 1 hears nothing for longer than
# deadnode_timeout (21 s), kills it at 46.4 s, declares it DEAD, and starts a transition.
# README begins with this capture.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
node ludwig  ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node johann  ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
node mark    ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3
node all     ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0
let beat = hello_delta=5s

0       ludwig > all     HELLO members=3
1       johann > all     HELLO members=3
2       mark > all       HELLO members=3
5 every 5s x 3:
  0     ludwig > all     HELLO members=3          | $beat
  1     johann > all     HELLO members=3          | $beat
  2     mark > all       HELLO members=3          | $beat
20      ludwig > all     HELLO members=3          | $beat
21      johann > all     HELLO members=3          | $beat
last: 22 mark > all      HELLO members=3          | $beat
25 every 5s x 4:
  0     ludwig > all     HELLO members=3          | $beat
  1     johann > all     HELLO members=3          | $beat

# 23 s after the last one: longer than deadnode_timeout.
45      ludwig > all     HELLO members=3          | $beat cman.silent_node cman.silent.last_frame=@last
46      johann > all     HELLO members=3          | $beat

# 24.4 s are five timers less a bit: four HELLOs are missing.
46.4    ludwig > all     KILL tgtid=3             | kill cman.death.last_heard=@last cman.death.silence=24.4s cman.death.missed=4
down: 46.4003 ludwig > all     NODEDOWN reason=6 nodeid=3
                                                  | nodedown cman.death.last_heard=@last cman.death.silence=24.4003s
                                                  | cman.death.missed=4 acked_in=@acked
acked: 46.4005 johann > ludwig ACKNOWLEDGE ack=12   | acks_frame=@down ack_rtt=200us
