# The capture begins in the middle of a transition.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
node johann ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
node all ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0
node mark ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3
node ludwig ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node clara ip=192.0.2.4 ether=02:00:00:00:00:04 cluster=3169 id=4
truth node ludwig 1 10 0 0
truth node johann 2 11 0 0
truth node mark 3 10 0 0
truth node clara 4 9 0 0
truth node fanny 5 0 0 0

1:  0.00004   johann > all     STARTACK seq=101 ack=1 tgtid=1 generation=10        | ?number ?master ?end_frame
2:  0.00008   mark > all       STARTACK seq=201 ack=1 tgtid=1 generation=10        | ?number ?master ?end_frame
3:  1.00008   ludwig > all     MASTERVIEW seq=2 + member name=ludwig + address     | src_name=ludwig acked_in=@4 response_in=@4 ?number ?master
                                 ip=192.0.2.1 + votes nodeid=1 + member name=johann  | ?end_frame
                                 + address ip=192.0.2.2 + votes nodeid=2 + member
                                 name=mark + address ip=192.0.2.3 + votes nodeid=3
                                 + member name=clara + address ip=192.0.2.4 + votes
                                 nodeid=4
4:  1.00018   johann > all     VIEWACK ack=2 tgtid=1                               | src_name=johann tgt_name=ludwig acks_frame=@3 ack_rtt=100us
                                                                                   | response_to=@3 response_time=100us ?number ?master ?end_frame
5:  1.00048   ludwig > all     ENDTRANS total_votes=4 generation=11                | src_name=ludwig acked_in=@6 acked_in=@7 acked_in=@8 ?number
                                                                                   | ?master ?end_frame
6:  1.000517  johann > ludwig  ACKNOWLEDGE ack=3                                   | src_name=johann acks_frame=@5 ack_rtt=37us
7:  1.000554  mark > ludwig    ACKNOWLEDGE ack=3                                   | src_name=mark acks_frame=@5 ack_rtt=74us
8:  1.000591  clara > ludwig   ACKNOWLEDGE ack=3                                   | src_name=clara acks_frame=@5 ack_rtt=111us
9:  1.000771  ludwig > all     WAIT name=TRANSITION.11                             | src_name=ludwig waiting=1 acked_in=@10 acked_in=@11 acked_in=@12
                                                                                   | complete_frame=@25 ?number ?master ?end_frame
10: 1.000808  johann > ludwig  ACKNOWLEDGE ack=4 remport=0                         | src_name=johann acks_frame=@9 ack_rtt=37us
11: 1.000845  mark > ludwig    ACKNOWLEDGE ack=4 remport=0                         | src_name=mark acks_frame=@9 ack_rtt=74us
12: 1.000882  clara > ludwig   ACKNOWLEDGE ack=4 remport=0                         | src_name=clara acks_frame=@9 ack_rtt=111us
13: 1.001062  johann > all     WAIT name=TRANSITION.11                             | src_name=johann cman.barrier.start_frame=@9 waiting=2 acked_in=@14
                                                                                   | acked_in=@15 acked_in=@16 complete_frame=@25 ?number ?master
                                                                                   | ?end_frame
14: 1.001099  ludwig > johann  ACKNOWLEDGE ack=103 remport=0                       | src_name=ludwig acks_frame=@13 ack_rtt=37us
15: 1.001136  mark > johann    ACKNOWLEDGE ack=103 remport=0                       | src_name=mark acks_frame=@13 ack_rtt=74us
16: 1.001173  clara > johann   ACKNOWLEDGE ack=103 remport=0                       | src_name=clara acks_frame=@13 ack_rtt=111us
17: 1.001353  mark > all       WAIT name=TRANSITION.11                             | src_name=mark cman.barrier.start_frame=@9 waiting=3 acked_in=@18
                                                                                   | acked_in=@19 acked_in=@20 complete_frame=@25 ?number ?master
                                                                                   | ?end_frame
18: 1.00139   ludwig > mark    ACKNOWLEDGE ack=202 remport=0                       | src_name=ludwig acks_frame=@17 ack_rtt=37us
19: 1.001427  johann > mark    ACKNOWLEDGE ack=202 remport=0                       | src_name=johann acks_frame=@17 ack_rtt=74us
20: 1.001464  clara > mark     ACKNOWLEDGE ack=202 remport=0                       | src_name=clara acks_frame=@17 ack_rtt=111us
21: 1.001644  clara > all      WAIT seq=301 name=TRANSITION.11                     | src_name=clara cman.barrier.start_frame=@9 waiting=4 acked_in=@22
                                                                                   | acked_in=@23 acked_in=@24 complete_frame=@25 ?number ?master
                                                                                   | ?end_frame
22: 1.001681  ludwig > clara   ACKNOWLEDGE ack=301 remport=0                       | src_name=ludwig acks_frame=@21 ack_rtt=37us
23: 1.001718  johann > clara   ACKNOWLEDGE ack=301 remport=0                       | src_name=johann acks_frame=@21 ack_rtt=74us
24: 1.001755  mark > clara     ACKNOWLEDGE ack=301 remport=0                       | src_name=mark acks_frame=@21 ack_rtt=111us
25: 1.001935  ludwig > all     COMPLETE name=TRANSITION.11                         | src_name=ludwig cman.barrier.duration=1.164ms
                                                                                   | cman.barrier.start_frame=@9 waiting=4 acked_in=@26 acked_in=@27
                                                                                   | acked_in=@28 ?number ?master ?end_frame
26: 1.001972  johann > ludwig  ACKNOWLEDGE ack=5 remport=0                         | src_name=johann acks_frame=@25 ack_rtt=37us
27: 1.002009  mark > ludwig    ACKNOWLEDGE ack=5 remport=0                         | src_name=mark acks_frame=@25 ack_rtt=74us
28: 1.002046  clara > ludwig   ACKNOWLEDGE ack=5 remport=0                         | src_name=clara acks_frame=@25 ack_rtt=111us
29: 1.002226  johann > all     COMPLETE name=TRANSITION.11                         | src_name=johann cman.barrier.duration=1.455ms complete_frame=@25
                                                                                   | cman.barrier.start_frame=@9 waiting=4 acked_in=@30 acked_in=@31
                                                                                   | acked_in=@32 ?number ?master ?end_frame
30: 1.002263  ludwig > johann  ACKNOWLEDGE ack=104 remport=0                       | src_name=ludwig acks_frame=@29 ack_rtt=37us
31: 1.0023    mark > johann    ACKNOWLEDGE ack=104 remport=0                       | src_name=mark acks_frame=@29 ack_rtt=74us
32: 1.002337  clara > johann   ACKNOWLEDGE ack=104 remport=0                       | src_name=clara acks_frame=@29 ack_rtt=111us
33: 1.002517  mark > all       COMPLETE name=TRANSITION.11                         | src_name=mark cman.barrier.duration=1.746ms complete_frame=@25
                                                                                   | cman.barrier.start_frame=@9 waiting=4 acked_in=@34 acked_in=@35
                                                                                   | acked_in=@36 ?number ?master ?end_frame
34: 1.002554  ludwig > mark    ACKNOWLEDGE ack=203 remport=0                       | src_name=ludwig acks_frame=@33 ack_rtt=37us
35: 1.002591  johann > mark    ACKNOWLEDGE ack=203 remport=0                       | src_name=johann acks_frame=@33 ack_rtt=74us
36: 1.002628  clara > mark     ACKNOWLEDGE ack=203 remport=0                       | src_name=clara acks_frame=@33 ack_rtt=111us
37: 1.002808  clara > all      COMPLETE name=TRANSITION.11                         | src_name=clara cman.barrier.duration=2.037ms complete_frame=@25
                                                                                   | cman.barrier.start_frame=@9 waiting=4 acked_in=@38 acked_in=@39
                                                                                   | acked_in=@40 ?number ?master ?end_frame
38: 1.002845  ludwig > clara   ACKNOWLEDGE ack=302 remport=0                       | src_name=ludwig acks_frame=@37 ack_rtt=37us
39: 1.002882  johann > clara   ACKNOWLEDGE ack=302 remport=0                       | src_name=johann acks_frame=@37 ack_rtt=74us
40: 1.002919  mark > clara     ACKNOWLEDGE ack=302 remport=0                       | src_name=mark acks_frame=@37 ack_rtt=111us
