# A switch parts node 3 from nodes 1 and 2; a mirror shows both sides.  Node 3 declares the
# others dead, and they declare it dead: neither is deaf.  Each side goes on with a view of its
# own.  Then the path is mended.  Node 3 is no member for the others any more: they kill it at
# each of its HELLOs, which it does not obey, as they are no members for it.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
open hello_delta  # the rhythm is the matter of cman-story-hello
node ludwig  ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node johann  ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
node mark    ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3
node all     ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0
let a = number=1 master=1 cman.transition.start_frame=@s

h1: 0     ludwig > all   HELLO members=3
h2: 0.1   johann > all   HELLO members=3
h3: 0.2   mark > all     HELLO members=3

# Each had not heard the other for 21 s, which the mirror did 2 s before.  So the first of these
# lines blames nobody but the path, as soon as the second is known: with -2
# (tests/test_cman_stories.py has the words).
d1: 2.2   ludwig > all   NODEDOWN reason=6 nodeid=3   | nodedown cman.death.heard cman.death.last_heard=@h3 cman.death.silence=2s
                                                      | acked_in=@k1
k1: 2.201 johann > ludwig ACKNOWLEDGE ack=2           | acks_frame=@d1 ack_rtt=1ms
d2: 2.3   mark > all     NODEDOWN reason=6 nodeid=1   | nodedown cman.death.heard cman.death.last_heard=@h1 cman.death.silence=2.3s
d3: 2.4   mark > all     NODEDOWN reason=6 nodeid=2   | nodedown cman.death.heard cman.death.last_heard=@h2 cman.death.silence=2.3s

s: 2.5    ludwig > all   STARTTRANS leave=6 nodeid=3  | number=1 master=1 acked_in=@sa response_in=@sa end_frame=@e
                                                      | cman.death.last_heard=@h3 cman.death.silence=2.3s
sa: 2.6   johann > all   STARTACK tgtid=1 ack=3       | $a acks_frame=@s ack_rtt=100ms response_to=@s response_time=100ms end_frame=@e
e: 3.5    ludwig > all   ENDTRANS quorum=2 total_votes=2 | $a cman.transition.duration=1s
w: 3.501  johann > all   WAIT name=TRANSITION.12         | $a waiting=1 complete_frame=@c end_frame=@e
3.502     ludwig > all   WAIT name=TRANSITION.12         | $a waiting=2 cman.barrier.start_frame=@w complete_frame=@c end_frame=@e
c: 3.503  johann > all   COMPLETE name=TRANSITION.12     | $a waiting=2 cman.barrier.start_frame=@w cman.barrier.duration=2ms end_frame=@e
3.504     ludwig > all   COMPLETE name=TRANSITION.12     | $a waiting=2 cman.barrier.start_frame=@w cman.barrier.duration=3ms complete_frame=@c end_frame=@e

# Node 3 is alone, without quorum.
5         ludwig > all   HELLO members=2 generation=12
5.1       johann > all   HELLO members=2 generation=12
5.2       mark > all     HELLO members=1 generation=12 hello_flags=0
         | inquorate
10        ludwig > all   HELLO members=2 generation=12
10.1      johann > all   HELLO members=2 generation=12
10.2      mark > all     HELLO members=1 generation=12 hello_flags=0
# All say so for longer than 10 s now.
15        ludwig > all   HELLO members=2 generation=12
15.1      johann > all   HELLO members=2 generation=12
15.3      mark > all     HELLO members=1 generation=12 hello_flags=0
         | split

# The path is mended.
20        ludwig > all   HELLO members=2 generation=12
20.1      johann > all   HELLO members=2 generation=12
z: 20.3   mark > all     HELLO members=1 generation=12 hello_flags=0
20.301    ludwig > mark  KILL                         | kill cman.death.last_heard=@z cman.death.silence=1ms
20.302    johann > mark  KILL                         | cman.death.last_heard=@z cman.death.silence=2ms
y: 25.3   mark > all     HELLO members=1 generation=12 hello_flags=0
25.301    ludwig > mark  KILL                         | cman.death.last_heard=@y cman.death.silence=1ms
