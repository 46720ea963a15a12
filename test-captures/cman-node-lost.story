# A node dies.  Node 3 sends its last HELLO at 22 s.  Node 1 hears nothing for longer than
# deadnode_timeout (21 s), kills it at 46.4 s, declares it DEAD, and starts a transition, which
# takes a second.
# README begins with this capture.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
node ludwig  ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node johann  ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
node mark    ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3
node all     ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0
let beat = hello_delta=5s
let death = cman.death.last_heard=@last cman.death.missed=4
let part = number=1 master=1 cman.transition.start_frame=@start end_frame=@end

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

# The two that are left agree within a second, and go on.
start: 46.4007 ludwig > all    STARTTRANS leave=6 nodeid=3
                                                  | $death cman.death.silence=24.4007s number=1 master=1
                                                  | acked_in=@go response_in=@go end_frame=@end
go: 46.4009 johann > all    STARTACK tgtid=1 ack=13
                                                  | $part acks_frame=@start ack_rtt=200us response_to=@start response_time=200us
view: 46.4011 ludwig > all  MASTERVIEW + member name=ludwig + address ip=192.0.2.1 + votes nodeid=1
                            + member name=johann + address ip=192.0.2.2 + votes nodeid=2
                            + member name=mark state=3 + address ip=192.0.2.3 + votes nodeid=3
                                                  | $part src_name=ludwig acked_in=@agree response_in=@agree
agree: 47.4002 johann > all VIEWACK tgtid=1 ack=14
                                                  | $part src_name=johann tgt_name=ludwig acks_frame=@view ack_rtt=999.1ms response_to=@view response_time=999.1ms
end: 47.4007 ludwig > all   ENDTRANS quorum=2 total_votes=2
                                                  | number=1 master=1 cman.transition.start_frame=@start cman.transition.duration=1s src_name=ludwig
wait: 47.4009 johann > all  WAIT name=TRANSITION.12
                                                  | $part src_name=johann waiting=1 complete_frame=@done
47.4011 ludwig > all        WAIT name=TRANSITION.12
                                                  | $part src_name=ludwig waiting=2 cman.barrier.start_frame=@wait complete_frame=@done
done: 47.4013 johann > all  COMPLETE name=TRANSITION.12
                                                  | $part src_name=johann waiting=2 cman.barrier.start_frame=@wait cman.barrier.duration=400us
47.4015 ludwig > all        COMPLETE name=TRANSITION.12
                                                  | $part src_name=ludwig waiting=2 cman.barrier.start_frame=@wait cman.barrier.duration=600us complete_frame=@done
50      ludwig > all        HELLO members=2 generation=12  | $beat src_name=ludwig
51      johann > all        HELLO members=2 generation=12  | $beat src_name=johann
