# Nodes that do not get in: one whose JOINACK is lost, one whose JOINCONF is, one whose
# configuration is old.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
open src_name tgt_name  # names are the matter of cman-story-names
node ludwig  ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1 seq=100
node johann  ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2 seq=200
node mark    ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=0
node clara   ip=192.0.2.4 ether=02:00:00:00:00:04 cluster=3169 id=0
node anton   ip=192.0.2.5 ether=02:00:00:00:00:05 cluster=3169 id=0
node all     ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0

0        ludwig > all     HELLO members=2

# RECONFIG says version 7.  Anton has 6: refused, and told once as long as nothing changes.
1        ludwig > all     RECONFIG param=3 value=7
r1: 2    anton > ludwig   JOINREQ nodeid=5 config_version=6  | response_in=@n1
n1: 2.1  ludwig > anton   JOINACK type=2                     | joinack_nak response_to=@r1 response_time=100ms
r2: 4    anton > ludwig   JOINREQ nodeid=5 config_version=6  | response_in=@n2
n2: 4.1  ludwig > anton   JOINACK type=2                     | response_to=@r2 response_time=100ms

# Mark's JOINACK does not arrive: it asks again at the next HELLO, within 30 s.
5        ludwig > all     HELLO members=2                    | hello_delta=5s
r3: 5.1  mark > ludwig    JOINREQ nodeid=3 config_version=7  | response_in=@ok3
ok3: 5.2 ludwig > mark    JOINACK                            | response_to=@r3 response_time=100ms
10       ludwig > all     HELLO members=2                    | hello_delta=5s
r4: 10.1 mark > ludwig    JOINREQ nodeid=3 config_version=7  | cman.join.ok_lost response_in=@w4
# Asked to wait; then what it sends is no proof of anything.
w4: 10.2 ludwig > mark    JOINACK type=3                     | response_to=@r4 response_time=100ms
15       ludwig > all     HELLO members=2                    | hello_delta=5s
15.1     mark > ludwig    JOINREQ nodeid=3 config_version=7

# Clara is let in, and confirms nothing: JOINCONF three times, 5 s apart.
20       ludwig > all     HELLO members=2                    | hello_delta=5s
r5: 20.1 clara > ludwig   JOINREQ nodeid=4 config_version=7  | response_in=@ok5
ok5: 20.2 ludwig > clara  JOINACK                            | response_to=@r5 response_time=100ms
s: 20.2  ludwig > all     STARTTRANS why=NEWNODE nodeid=4 num_addrs=1 unused=0000 + address ip=192.0.2.4 + name name=clara
                                                             | number=1 master=1 acked_in=@sa response_in=@sa end_frame=@e
sa: 20.3 johann > all     STARTACK tgtid=1 ack=112    | number=1 master=1 cman.transition.start_frame=@s end_frame=@e
                                                             | acks_frame=@s ack_rtt=100ms response_to=@s response_time=100ms
20.4     ludwig > clara   JOINCONF + member name=ludwig + address ip=192.0.2.1 + votes nodeid=1
                                                             | number=1 master=1 cman.transition.start_frame=@s end_frame=@e
25       ludwig > all     HELLO members=2 generation=11      | hello_delta=5s
25.4     ludwig > clara   JOINCONF + member name=ludwig + address ip=192.0.2.1 + votes nodeid=1
                                                             | number=1 master=1 cman.transition.start_frame=@s end_frame=@e
30       ludwig > all     HELLO members=2 generation=11      | hello_delta=5s
30.4     ludwig > clara   JOINCONF + member name=ludwig + address ip=192.0.2.1 + votes nodeid=1
                                                             | number=1 master=1 cman.transition.start_frame=@s end_frame=@e
35       ludwig > all     HELLO members=2 generation=11      | hello_delta=5s
# The master takes it out again.  The WAIT that comes with it answers nothing.
x: 35.4  ludwig > all     STARTTRANS why=REMNODE nodeid=4 generation=12
                                                             | number=1 master=1 cman.transition.start_frame=@s restarts=1
                                                             | cman.join.failed acked_in=@xa response_in=@xa end_frame=@e
35.4     ludwig > clara   JOINACK type=3
xa: 35.5 johann > all     STARTACK tgtid=1 ack=119 generation=12
                                                             | number=1 master=1 cman.transition.start_frame=@s restarts=1 end_frame=@e
                                                             | acks_frame=@x ack_rtt=100ms response_to=@x response_time=100ms
e: 36    ludwig > all     ENDTRANS quorum=2 total_votes=2 generation=13
                                                             | number=1 master=1 cman.transition.start_frame=@s restarts=1 cman.transition.duration=15.8s
w: 36.001 johann > all    WAIT name=TRANSITION.13            | number=1 master=1 cman.transition.start_frame=@s restarts=1 waiting=1 complete_frame=@c end_frame=@e
36.002   ludwig > all     WAIT name=TRANSITION.13            | number=1 master=1 cman.transition.start_frame=@s restarts=1 waiting=2 cman.barrier.start_frame=@w complete_frame=@c end_frame=@e
c: 36.003 johann > all    COMPLETE name=TRANSITION.13        | number=1 master=1 cman.transition.start_frame=@s restarts=1 waiting=2 cman.barrier.start_frame=@w cman.barrier.duration=2ms end_frame=@e
36.004   ludwig > all     COMPLETE name=TRANSITION.13        | number=1 master=1 cman.transition.start_frame=@s restarts=1 waiting=2 cman.barrier.start_frame=@w cman.barrier.duration=3ms complete_frame=@c end_frame=@e
