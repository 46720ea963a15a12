# Captures of nodes 1 and 3, merged.  The HELLOs of node 3 at 27, 32, 37 and 42 s are in its own
# file alone: they were sent in time, and lost on the way to node 1, which declares it dead.
# cman-incident has the same from three places.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
only cluster.event
capture sorted
place one    name="eth0 at ludwig"
place three  name="eth0 at mark" delay=60us
node ludwig  ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node johann  ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
node mark    ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3
node all     ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0
let beat = hello_delta=5s

0       ludwig > all     HELLO members=3
         three | copy_of=@-1
1       johann > all     HELLO members=3
         three | copy_of=@-1
2       mark > all       HELLO members=3
         three | copy_of=@-1
5 every 5s x 4:
  0     ludwig > all     HELLO members=3          | $beat
         three | copy_of=@-1
  1     johann > all     HELLO members=3          | $beat
         three | copy_of=@-1
  2     mark > all       HELLO members=3          | $beat
         three | copy_of=@-1
25 every 5s x 3:
  0     ludwig > all     HELLO members=3          | $beat
         three | copy_of=@-1
  1     johann > all     HELLO members=3          | $beat
         three | copy_of=@-1
  2     mark > all       HELLO members=3           at three | $beat
40      ludwig > all     HELLO members=3          | $beat
         three | copy_of=@-1
41      johann > all     HELLO members=3          | $beat
         three | copy_of=@-1
last: 42 mark > all      HELLO members=3           at three | $beat
45      ludwig > all     HELLO members=3          | $beat
         three | copy_of=@-1
46      johann > all     HELLO members=3          | $beat
         three | copy_of=@-1
# What is 60 us between the places is taken for their clocks: the silence is 4.4 s.
46.4    ludwig > all     KILL tgtid=3             | cman.death.last_heard=@last cman.death.silence=4.4s
         one   | kill cluster.event="node 1 kills node 3, last heard 4.4 s ago at eth0 at mark"
         three | copy_of=@-1
# Frame 56: 5 rounds of 3 messages at two places, 4 rounds of 2 at two and 1 at one, and 4 more.
down: 46.4003 ludwig > all NODEDOWN reason=6 nodeid=3 | cman.death.last_heard=@last cman.death.silence=4.4003s
         one   | nodedown cman.death.heard acked_in=@acked
         one   | cluster.event="node 3 is declared DEAD by node 1, though heard in frame 50, 4.4 s before: HELLOs sent in time, 4 lost on the way to eth0 at ludwig: look at the path between nodes 1 and 3"
         three | copy_of=@-1 acked_in=@acked
acked: 46.4005 johann > ludwig  ACKNOWLEDGE ack=12    at one | acks_frame=@down ack_rtt=200us
