# A switch fails between nodes 1 and 2, and nodes 3 and 4; a mirror shows both sides.  Each
# half removes a node of the other, has a barrier of its own, and goes on with two members.
# All four say generation 12 and two members then: more than can be one cluster.  Who starts
# is declared dead by the other half, so it is no clash.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
node ludwig  ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node johann  ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
node mark    ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3
node clara   ip=192.0.2.4 ether=02:00:00:00:00:04 cluster=3169 id=4
node all     ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0
let a = number=1 cman.transition.start_frame=@a
let b = number=2 cman.transition.start_frame=@b
let first = master=1
let second = master=3

h1: 0   ludwig > all  HELLO members=4
0.1     johann > all  HELLO members=4
h3: 0.2 mark > all    HELLO members=4
0.3     clara > all   HELLO members=4

# Both are declared dead soon after their last HELLO, which the mirror shows.
a: 2      ludwig > all  STARTTRANS leave=6 nodeid=3   | number=1 $first acked_in=@a1 response_in=@a1 end_frame=@a3
                                                      | cman.death.heard cman.death.last_heard=@h3 cman.death.silence=1.8s
a1: 2.1   johann > all  STARTACK tgtid=1 ack=2  | $a $first acks_frame=@a ack_rtt=100ms response_to=@a response_time=100ms end_frame=@a3
b: 2.5    mark > all    STARTTRANS leave=6 nodeid=1   | number=2 $second acked_in=@b1 response_in=@b1 end_frame=@b3
                                                      | cman.death.heard cman.death.last_heard=@h1 cman.death.silence=2.5s
b1: 2.6   clara > all   STARTACK tgtid=3 ack=2    | $b $second acks_frame=@b ack_rtt=100ms response_to=@b response_time=100ms end_frame=@b3
a3: 3     ludwig > all  ENDTRANS quorum=2 total_votes=2     | $a $first cman.transition.duration=1s
b3: 3.5   mark > all    ENDTRANS quorum=2 total_votes=2     | $b $second cman.transition.duration=1s

# One barrier of one name in each half: each is complete when its two nodes are there.
wa: 3.6   ludwig > all  WAIT name=TRANSITION.12       | $a $first end_frame=@a3 waiting=1 complete_frame=@ca
wb: 3.7   mark > all    WAIT name=TRANSITION.12       | $b $second end_frame=@b3 waiting=1 complete_frame=@cb
3.8       johann > all  WAIT name=TRANSITION.12       | $a $first end_frame=@a3 waiting=2 cman.barrier.start_frame=@wa complete_frame=@ca
3.9       clara > all   WAIT name=TRANSITION.12       | $b $second end_frame=@b3 waiting=2 cman.barrier.start_frame=@wb complete_frame=@cb
ca: 4     ludwig > all  COMPLETE name=TRANSITION.12   | $a $first end_frame=@a3 waiting=2 cman.barrier.start_frame=@wa cman.barrier.duration=400ms
cb: 4.1   mark > all    COMPLETE name=TRANSITION.12   | $b $second end_frame=@b3 waiting=2 cman.barrier.start_frame=@wb cman.barrier.duration=400ms

# Told once, when both have said so for longer than two hello_timers: since 5.2 s, so at
# 15.3 s; node 3's HELLO at 15.2 s is 10.0 s behind its first.
5       ludwig > all  HELLO members=2 generation=12   | hello_delta=5s
5.1     johann > all  HELLO members=2 generation=12   | hello_delta=5s
5.2     mark > all    HELLO members=2 generation=12   | hello_delta=5s
5.3     clara > all   HELLO members=2 generation=12   | hello_delta=5s
10      ludwig > all  HELLO members=2 generation=12   | hello_delta=5s
10.1    johann > all  HELLO members=2 generation=12   | hello_delta=5s
10.2    mark > all    HELLO members=2 generation=12   | hello_delta=5s
10.3    clara > all   HELLO members=2 generation=12   | hello_delta=5s
15      ludwig > all  HELLO members=2 generation=12   | hello_delta=5s
15.1    johann > all  HELLO members=2 generation=12   | hello_delta=5s
15.2    mark > all    HELLO members=2 generation=12   | hello_delta=5s
15.3    clara > all   HELLO members=2 generation=12   | hello_delta=5s cman.split
20      ludwig > all  HELLO members=2 generation=12   | hello_delta=5s
20.1    johann > all  HELLO members=2 generation=12   | hello_delta=5s
20.2    mark > all    HELLO members=2 generation=12   | hello_delta=5s
20.3    clara > all   HELLO members=2 generation=12   | hello_delta=5s
