# A node joins a cluster of one member: there is no STARTTRANS.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
node ludwig ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node all ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0
node johann ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
truth node ludwig 1 9 1 0
truth node johann 2 5 0 0

1:  0          ludwig > all     HELLO members=1 generation=1
2:  0          johann > ludwig  JOINREQ                                       | response_in=@3 ?src_name
3:  0.001      ludwig > johann  JOINACK                                       | response_to=@2 response_time=1ms
4:  0.002      ludwig > johann  JOINCONF + member name=ludwig + address       | src_name=ludwig response_in=@5
                                  ip=192.0.2.1 + votes nodeid=1
5:  0.002      johann > ludwig  CONFACK srcid=0                               | response_to=@4 response_time=0s ?src_name
6:  0.0023     ludwig > all     ENDTRANS quorum=2 total_votes=2 generation=2 nodeid=2  | src_name=ludwig number=1 acked_in=@7 ?master
7:  0.002337   johann > ludwig  ACKNOWLEDGE ack=4 srcid=0                     | acks_frame=@6 ack_rtt=37us ?src_name
8:  0.002517   ludwig > all     WAIT name=TRANSITION.2                        | src_name=ludwig number=1 end_frame=@6 waiting=1 acked_in=@9
                                                                              | complete_frame=@12 ?master
9:  0.002554   johann > ludwig  ACKNOWLEDGE ack=5 remport=0                   | src_name=johann acks_frame=@8 ack_rtt=37us
10: 0.002734   johann > all     WAIT name=TRANSITION.2                        | src_name=johann number=1 end_frame=@6 cman.barrier.start_frame=@8
                                                                              | waiting=2 acked_in=@11 complete_frame=@12 ?master
11: 0.002771   ludwig > johann  ACKNOWLEDGE ack=3 remport=0                   | src_name=ludwig acks_frame=@10 ack_rtt=37us
12: 0.002951   ludwig > all     COMPLETE name=TRANSITION.2                    | src_name=ludwig number=1 end_frame=@6 cman.barrier.duration=434us
                                                                              | cman.barrier.start_frame=@8 waiting=2 acked_in=@13 ?master
                                                                              | ?acked_in
13: 0.002988   johann > ludwig  ACKNOWLEDGE ack=6 remport=0                   | src_name=johann acks_frame=@12 ack_rtt=37us
14: 0.003168   johann > all     COMPLETE name=TRANSITION.2                    | src_name=johann number=1 end_frame=@6 cman.barrier.duration=651us
                                                                              | complete_frame=@12 cman.barrier.start_frame=@8 waiting=2
                                                                              | acked_in=@15 ?master
15: 0.003205   ludwig > johann  ACKNOWLEDGE ack=4 remport=0                   | src_name=ludwig acks_frame=@14 ack_rtt=37us
16: 60.003205  johann > all     LEAVE ack=6 tgtid=1                           | leave src_name=johann tgt_name=ludwig ?acks_frame ?ack_rtt
                                                                              | ?duplicate_ack
17: 60.003205  ludwig > all     NODEDOWN nodeid=2                             | nodedown src_name=ludwig
