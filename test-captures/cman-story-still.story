# Everything in one instant, as some capture cards have it.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
node ludwig ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node all ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0
node johann ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
truth node ludwig 1 9 2 1
truth node johann 2 5 0 0
truth node mark 3 0 0 0
truth node clara 4 0 0 0
truth node fanny 5 0 0 0

1:  0  ludwig > all     HELLO members=5
2:  0  ludwig > all     HELLO members=5                                     | hello_delta=0s
3:  0  ludwig > all     DATA tgtid=2 REPLYEXP 2001                          | acked_in=@5
4:  0  ludwig > all     DATA seq=3 tgtid=2 2001                             | retransmission retransmission_of=@3 rto=0s ?response_in
5:  0  johann > ludwig  ACKNOWLEDGE ack=3 remport=200                       | acks_frame=@3 ack_rtt=0s
6:  0  ludwig > all     STARTTRANS leave=6 nodeid=5                         | number=1 master=1 acked_in=@7 response_in=@7 end_frame=@10
7:  0  johann > all     STARTACK seq=101 ack=4 tgtid=1                      | acks_frame=@6 ack_rtt=0s response_to=@6 response_time=0s number=1
                                                                            | master=1 cman.transition.start_frame=@6 end_frame=@10
8:  0  ludwig > all     MASTERVIEW + member name=ludwig + address           | src_name=ludwig number=1 master=1 cman.transition.start_frame=@6
                          ip=192.0.2.1 + votes nodeid=1 + member name=johann  | acked_in=@9 response_in=@9 end_frame=@10
                          + address ip=192.0.2.2 + votes nodeid=2 + member
                          name=mark + address ip=192.0.2.3 + votes nodeid=3
                          + member name=clara + address ip=192.0.2.4 + votes
                          nodeid=4
9:  0  johann > all     VIEWACK ack=5 tgtid=1                               | src_name=johann tgt_name=ludwig acks_frame=@8 ack_rtt=0s
                                                                            | response_to=@8 response_time=0s number=1 master=1
                                                                            | cman.transition.start_frame=@6 end_frame=@10
10: 0  ludwig > all     ENDTRANS total_votes=4                              | src_name=ludwig number=1 master=1 cman.transition.start_frame=@6
                                                                            | cman.transition.duration=0s
11: 0  ludwig > all     WAIT name=TRANSITION.12                             | src_name=ludwig number=1 master=1 cman.transition.start_frame=@6
                                                                            | end_frame=@10 waiting=1 complete_frame=@13
12: 0  johann > all     WAIT name=TRANSITION.12                             | src_name=johann number=1 master=1 cman.transition.start_frame=@6
                                                                            | end_frame=@10 cman.barrier.start_frame=@11 waiting=2
                                                                            | complete_frame=@13
13: 0  johann > all     COMPLETE name=TRANSITION.12                         | src_name=johann number=1 master=1 cman.transition.start_frame=@6
                                                                            | end_frame=@10 cman.barrier.duration=0s
                                                                            | cman.barrier.start_frame=@11 waiting=2
14: 0  ludwig > all     COMPLETE name=TRANSITION.12                         | src_name=ludwig number=1 master=1 cman.transition.start_frame=@6
                                                                            | end_frame=@10 cman.barrier.duration=0s complete_frame=@13
                                                                            | cman.barrier.start_frame=@11 waiting=2
