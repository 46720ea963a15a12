# A cluster is split as in cman-halves, and the mirror shows less of it: the STARTACKs of
# nodes 4 and 5, in the half of node 3, are not in the file.  Node 4's ACK of the ENDTRANS says
# in which half it is.  Nothing says so of node 5: it counts at neither barrier, as both have
# the same name.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
place mirror
node ludwig  ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node johann  ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
node mark    ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3
node clara   ip=192.0.2.4 ether=02:00:00:00:00:04 cluster=3169 id=4
node anton   ip=192.0.2.5 ether=02:00:00:00:00:05 cluster=3169 id=5
node all     ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0
let a = number=1 master=1 cman.transition.start_frame=@a
let b = number=2 master=3 cman.transition.start_frame=@b

h1: 0   ludwig > all  HELLO members=5
0.1     johann > all  HELLO members=5
h3: 0.2 mark > all    HELLO members=5
0.3     clara > all   HELLO members=5
0.4     anton > all   HELLO members=5

# Numbers 2 of nodes 4 and 5 are their STARTACKs.
a: 2      ludwig > all  STARTTRANS leave=6 nodeid=3   | number=1 master=1 acked_in=@a1 response_in=@a1 end_frame=@ea
                                                      | cman.death.heard cman.death.last_heard=@h3 cman.death.silence=1.8s
a1: 2.1   johann > all  STARTACK tgtid=1 ack=2        | $a acks_frame=@a ack_rtt=100ms response_to=@a response_time=100ms end_frame=@ea
b: 2.5    mark > all    STARTTRANS leave=6 nodeid=1   | number=2 master=3 end_frame=@eb
                                                      | cman.death.heard cman.death.last_heard=@h1 cman.death.silence=2.5s
2.6       clara > all   STARTACK tgtid=3 ack=2   at nowhere
2.6       anton > all   STARTACK tgtid=3 ack=2   at nowhere
ea: 3     ludwig > all  ENDTRANS quorum=2 total_votes=2   | $a cman.transition.duration=1s
eb: 3.5   mark > all    ENDTRANS quorum=2 total_votes=3   | $b cman.transition.duration=1s acked_in=@k
k: 3.55   clara > mark  ACKNOWLEDGE ack=3             | acks_frame=@eb ack_rtt=50ms

wa: 3.6   ludwig > all  WAIT name=TRANSITION.12       | $a end_frame=@ea waiting=1 complete_frame=@ca
wb: 3.7   mark > all    WAIT name=TRANSITION.12       | $b end_frame=@eb waiting=1 complete_frame=@cb
3.75      anton > all   WAIT name=TRANSITION.12       | seq_gap=1 out_of_sequence
3.8       johann > all  WAIT name=TRANSITION.12       | $a end_frame=@ea waiting=2 cman.barrier.start_frame=@wa complete_frame=@ca
3.9       clara > all   WAIT name=TRANSITION.12       | $b end_frame=@eb waiting=2 cman.barrier.start_frame=@wb complete_frame=@cb
                                                      | seq_gap=1 out_of_sequence
ca: 4     ludwig > all  COMPLETE name=TRANSITION.12   | $a end_frame=@ea waiting=2 cman.barrier.start_frame=@wa cman.barrier.duration=400ms
cb: 4.1   mark > all    COMPLETE name=TRANSITION.12   | $b end_frame=@eb waiting=2 cman.barrier.start_frame=@wb cman.barrier.duration=400ms
