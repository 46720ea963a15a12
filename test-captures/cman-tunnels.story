# Two clones of a cluster on two VLANs of a trunk: equal cluster number and node ids.  Node 3 of
# the second is silent for 35 s, and comes back.  Then node 3 of both leaves at once: two clean
# transitions.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
only cluster.event
node ludwig   ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node johann   ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
node mark     ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3
node ludwig2  ip=198.51.100.1 ether=02:00:00:00:01:01 cluster=3169 id=1
node johann2  ip=198.51.100.2 ether=02:00:00:00:01:02 cluster=3169 id=2
node mark2    ip=198.51.100.3 ether=02:00:00:00:01:03 cluster=3169 id=3
node all      ip=255.255.255.255 ether=ff:ff:ff:ff:ff:ff id=0
let one = frame.carrier="ethernet vlan:5 ip:17 udp:6809"
let two = frame.carrier="ethernet vlan:6 ip:17 udp:6809"
let beat = hello_delta=5s
let a = number=1 master=1 cman.transition.start_frame=@s1
let b = number=1 master=1 cman.transition.start_frame=@s2

0         ludwig > all    HELLO $one
0.1       johann > all    HELLO $one
0.2       mark > all      HELLO $one
0.3       ludwig2 > all   HELLO $two
0.4       johann2 > all   HELLO $two
0.5       mark2 > all     HELLO $two
5         ludwig > all    HELLO $one     | $beat
5.1       johann > all    HELLO $one     | $beat
5.2       mark > all      HELLO $one     | $beat
5.3       ludwig2 > all   HELLO $two     | $beat
5.4       johann2 > all   HELLO $two     | $beat
5.5       mark2 > all     HELLO $two     | $beat
10        ludwig > all    HELLO $one     | $beat
10.1      johann > all    HELLO $one     | $beat
10.2      mark > all      HELLO $one     | $beat
10.3      ludwig2 > all   HELLO $two     | $beat
10.4      johann2 > all   HELLO $two     | $beat
last: 10.5 mark2 > all    HELLO $two     | $beat
15 every 5s x 4:
  0       ludwig > all    HELLO $one     | $beat
  0.1     johann > all    HELLO $one     | $beat
  0.2     mark > all      HELLO $one     | $beat
  0.3     ludwig2 > all   HELLO $two     | $beat
  0.4     johann2 > all   HELLO $two     | $beat
# 21 s after 10.5 s have passed at 31.5 s: the next frame of its cluster is at 35.3 s.
35        ludwig > all    HELLO $one     | $beat
35.1      johann > all    HELLO $one     | $beat
35.2      mark > all      HELLO $one     | $beat
35.3      ludwig2 > all   HELLO $two     | $beat silent_node cman.silent.last_frame=@last
                                         | cluster.event="node 3 is silent: no HELLO for 24.8 s, the last in frame 18"
35.4      johann2 > all   HELLO $two     | $beat
40        ludwig > all    HELLO $one     | $beat
40.1      johann > all    HELLO $one     | $beat
40.2      mark > all      HELLO $one     | $beat
40.3      ludwig2 > all   HELLO $two     | $beat
40.4      johann2 > all   HELLO $two     | $beat
45        ludwig > all    HELLO $one     | $beat
45.1      johann > all    HELLO $one     | $beat
h1: 45.2  mark > all      HELLO $one     | $beat
45.3      ludwig2 > all   HELLO $two     | $beat
45.4      johann2 > all   HELLO $two     | $beat
h2: 45.5  mark2 > all     HELLO $two     | hello_delta=35s hello_missed=6 hello_lost
                                         | cluster.event="node 3 is heard again after 35.0 s, last heard in frame 18"

46        mark > ludwig   LEAVE $one     | leave cluster.event="node 3 leaves the cluster, reason DOWN (in order, as at a shutdown: nobody killed it in this file)"
46.0001   mark2 > ludwig2 LEAVE $two     | leave cluster.event="node 3 leaves the cluster, reason DOWN (in order, as at a shutdown: nobody killed it in this file)"
s1: 46.001 ludwig > all   STARTTRANS nodeid=3 $one  | number=1 master=1 acked_in=@a1 response_in=@a1 end_frame=@e1
                                         | cman.death.last_heard=@h1 cman.death.silence=0.801s
s2: 46.002 ludwig2 > all  STARTTRANS nodeid=3 $two  | number=1 master=1 acked_in=@a2 response_in=@a2 end_frame=@e2
                                         | cman.death.last_heard=@h2 cman.death.silence=0.502s
a1: 46.003 johann > all   STARTACK tgtid=1 ack=11 $one  | $a end_frame=@e1 acks_frame=@s1 ack_rtt=2ms response_to=@s1 response_time=2ms
a2: 46.004 johann2 > all  STARTACK tgtid=1 ack=11 $two  | $b end_frame=@e2 acks_frame=@s2 ack_rtt=2ms response_to=@s2 response_time=2ms
e1: 47    ludwig > all    ENDTRANS $one  | $a cman.transition.duration=0.999s
e2: 47.001 ludwig2 > all  ENDTRANS $two  | $b cman.transition.duration=0.999s
w1: 47.002 ludwig > all   WAIT name=TRANSITION.12 $one  | $a end_frame=@e1 waiting=1 complete_frame=@c1
w2: 47.003 ludwig2 > all  WAIT name=TRANSITION.12 $two  | $b end_frame=@e2 waiting=1 complete_frame=@c2
47.004    johann > all    WAIT name=TRANSITION.12 $one  | $a end_frame=@e1 waiting=2 cman.barrier.start_frame=@w1 complete_frame=@c1
47.005    johann2 > all   WAIT name=TRANSITION.12 $two  | $b end_frame=@e2 waiting=2 cman.barrier.start_frame=@w2 complete_frame=@c2
c1: 47.006 ludwig > all   COMPLETE name=TRANSITION.12 $one | $a end_frame=@e1 waiting=2 cman.barrier.start_frame=@w1 cman.barrier.duration=4ms
c2: 47.007 ludwig2 > all  COMPLETE name=TRANSITION.12 $two | $b end_frame=@e2 waiting=2 cman.barrier.start_frame=@w2 cman.barrier.duration=4ms
