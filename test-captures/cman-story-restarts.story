# Transitions that restart, the last of them with the right ack but the generation of the
# STARTTRANS before: no acceptance.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
node ludwig ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node all ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0
node johann ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
node mark ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3
node clara ip=192.0.2.4 ether=02:00:00:00:00:04 cluster=3169 id=0
truth node ludwig 1 6 1 1
truth node johann 2 17 0 0
truth node mark 3 17 0 1
truth node clara 4 0 0 0
truth node fanny 5 0 0 0

1:  0          ludwig > all   HELLO
2:  0          ludwig > all   STARTTRANS leave=6 nodeid=5                       | number=1 master=1 acked_in=@3 response_in=@3 acked_in=@4
                                                                                | end_frame=@18
3:  0.00004    johann > all   STARTACK seq=101 ack=2 tgtid=1                    | acks_frame=@2 ack_rtt=40us response_to=@2 response_time=40us
                                                                                | number=1 master=1 cman.transition.start_frame=@2 end_frame=@18
4:  0.00008    mark > all     STARTACK seq=201 ack=2 tgtid=1                    | acks_frame=@2 ack_rtt=80us response_to=@2 response_time=80us
                                                                                | number=1 master=1 cman.transition.start_frame=@2 end_frame=@18
5:  2.00008    ludwig > all   STARTTRANS why=3 generation=12 nodeid=4           | number=1 master=1 cman.transition.start_frame=@2 restarts=1
                                                                                | restarted acked_in=@6 response_in=@6 acked_in=@7 end_frame=@18
6:  2.00012    johann > all   STARTACK ack=3 tgtid=1 generation=12              | acks_frame=@5 ack_rtt=40us response_to=@5 response_time=40us
                                                                                | number=1 master=1 cman.transition.start_frame=@2 restarts=1
                                                                                | end_frame=@18
7:  2.00016    mark > all     STARTACK ack=3 tgtid=1 generation=12              | acks_frame=@5 ack_rtt=80us response_to=@5 response_time=80us
                                                                                | number=1 master=1 cman.transition.start_frame=@2 restarts=1
                                                                                | end_frame=@18
8:  17.00016   ludwig > all   STARTTRANS why=6 generation=13 nodeid=1           | number=1 master=1 cman.transition.start_frame=@2 restarts=2
                                                                                | restarted acked_in=@9 acked_in=@11 response_in=@11 acked_in=@12
                                                                                | end_frame=@18
9:  17.00016   clara > all    STARTACK seq=301 ack=4 tgtid=1 unused=000000      | acks_frame=@8 ack_rtt=0s number=1 master=1
                                generation=12                                   | cman.transition.start_frame=@2 restarts=2 end_frame=@18 ?src_name
10: 18.00016   ludwig > all   STARTTRANS seq=4 flags=MULTICAST why=6            | retransmission retransmission_of=@8 rto=1s number=1 master=1
                                generation=13 nodeid=1                          | cman.transition.start_frame=@2 restarts=2 end_frame=@18
                                                                                | ?response_in
11: 18.0002    johann > all   STARTACK ack=4 tgtid=1 generation=13              | acks_frame=@8 ack_rtt=1.00004s response_to=@8
                                                                                | response_time=1.00004s number=1 master=1
                                                                                | cman.transition.start_frame=@2 restarts=2 end_frame=@18
12: 18.00024   mark > all     STARTACK ack=4 tgtid=1 generation=13              | acks_frame=@8 ack_rtt=1.00008s response_to=@8
                                                                                | response_time=1.00008s number=1 master=1
                                                                                | cman.transition.start_frame=@2 restarts=2 end_frame=@18
13: 33.00024   johann > all   STARTTRANS why=7 generation=14 nodeid=1           | number=1 master=2 cman.transition.start_frame=@2 restarts=3
                                                                                | restarted acked_in=@14 response_in=@14 acked_in=@15 end_frame=@18
14: 33.00028   ludwig > all   STARTACK ack=104 tgtid=2 generation=14            | acks_frame=@13 ack_rtt=40us response_to=@13 response_time=40us
                                                                                | number=1 master=2 cman.transition.start_frame=@2 restarts=3
                                                                                | end_frame=@18
15: 33.00032   mark > all     STARTACK ack=104 tgtid=2 generation=14            | acks_frame=@13 ack_rtt=80us response_to=@13 response_time=80us
                                                                                | number=1 master=2 cman.transition.start_frame=@2 restarts=3
                                                                                | end_frame=@18
16: 34.00032   johann > all   MASTERVIEW + member name=johann + address         | src_name=johann number=1 master=2 cman.transition.start_frame=@2
                                ip=192.0.2.2 + votes nodeid=2 + member name=mark  | restarts=3 acked_in=@17 response_in=@17 end_frame=@18
                                + address ip=192.0.2.3 + votes nodeid=3
17: 34.00032   mark > all     VIEWACK ack=105 tgtid=2                           | src_name=mark tgt_name=johann acks_frame=@16 ack_rtt=0s
                                                                                | response_to=@16 response_time=0s number=1 master=2
                                                                                | cman.transition.start_frame=@2 restarts=3 end_frame=@18
18: 34.00062   johann > all   ENDTRANS quorum=2 total_votes=2 generation=15              | src_name=johann number=1 master=2 cman.transition.start_frame=@2
                                                                                | restarts=3 cman.transition.duration=34.00062s acked_in=@19
19: 34.000657  mark > johann  ACKNOWLEDGE ack=106                               | src_name=mark acks_frame=@18 ack_rtt=37us
20: 34.000837  johann > all   WAIT name=TRANSITION.15                           | src_name=johann number=1 master=2 cman.transition.start_frame=@2
                                                                                | restarts=3 end_frame=@18 waiting=1 acked_in=@21 complete_frame=@24
21: 34.000874  mark > johann  ACKNOWLEDGE ack=107 remport=0                     | src_name=mark acks_frame=@20 ack_rtt=37us
22: 34.001054  mark > all     WAIT name=TRANSITION.15                           | src_name=mark number=1 master=2 cman.transition.start_frame=@2
                                                                                | restarts=3 end_frame=@18 cman.barrier.start_frame=@20 waiting=2
                                                                                | acked_in=@23 complete_frame=@24
23: 34.001091  johann > mark  ACKNOWLEDGE ack=206 remport=0                     | src_name=johann acks_frame=@22 ack_rtt=37us
24: 34.001271  johann > all   COMPLETE name=TRANSITION.15                       | src_name=johann number=1 master=2 cman.transition.start_frame=@2
                                                                                | restarts=3 end_frame=@18 cman.barrier.duration=434us
                                                                                | cman.barrier.start_frame=@20 waiting=2 acked_in=@25
25: 34.001308  mark > johann  ACKNOWLEDGE ack=108 remport=0                     | src_name=mark acks_frame=@24 ack_rtt=37us
26: 34.001488  mark > all     COMPLETE name=TRANSITION.15                       | src_name=mark number=1 master=2 cman.transition.start_frame=@2
                                                                                | restarts=3 end_frame=@18 cman.barrier.duration=651us
                                                                                | complete_frame=@24 cman.barrier.start_frame=@20 waiting=2
                                                                                | acked_in=@27
27: 34.001525  johann > mark  ACKNOWLEDGE ack=207 remport=0                     | src_name=johann acks_frame=@26 ack_rtt=37us
28: 35.001525  mark > all     VIEWACK seq=205 ack=105 tgtid=2                   | src_name=mark tgt_name=johann retransmission retransmission_of=@17
                                                                                | rto=1.001205s acks_frame=@16 response_to=@16 number=1 master=2
                                                                                | cman.transition.start_frame=@2 restarts=3 end_frame=@18
                                                                                | ?response_in ?response_time
29: 65.001525  johann > all   STARTTRANS why=1 generation=16 nodeid=5           | src_name=johann number=2 master=2 acked_in=@30 response_in=@30
                                num_addrs=1 + address ip=192.0.2.5 + name       | acked_in=@31 end_frame=@33
                                name=fanny
30: 65.001565  ludwig > all   STARTACK ack=109 srcid=0 tgtid=2 generation=16    | tgt_name=johann acks_frame=@29 ack_rtt=40us response_to=@29
                                                                                | response_time=40us number=2 master=2
                                                                                | cman.transition.start_frame=@29 end_frame=@33 ?src_name
31: 65.001605  mark > all     STARTACK seq=208 ack=109 tgtid=2 generation=16    | src_name=mark tgt_name=johann acks_frame=@29 ack_rtt=80us
                                                                                | response_to=@29 response_time=80us number=2 master=2
                                                                                | cman.transition.start_frame=@29 end_frame=@33
32: 80.001605  johann > all   STARTTRANS why=1 generation=17 nodeid=5           | src_name=johann number=2 master=2 cman.transition.start_frame=@29
                                num_addrs=1 + address ip=192.0.2.5 + name       | restarts=1 restarted end_frame=@33
                                name=fanny
33: 80.001905  johann > all   ENDTRANS quorum=2 total_votes=2 generation=18              | src_name=johann number=2 master=2 cman.transition.start_frame=@29
                                                                                | restarts=1 cman.transition.duration=15.00038s acked_in=@34
34: 80.001942  mark > johann  ACKNOWLEDGE ack=111                               | src_name=mark acks_frame=@33 ack_rtt=37us
35: 80.002122  johann > all   WAIT name=TRANSITION.18                           | src_name=johann number=2 master=2 cman.transition.start_frame=@29
                                                                                | restarts=1 end_frame=@33 waiting=1 acked_in=@36 complete_frame=@39
36: 80.002159  mark > johann  ACKNOWLEDGE ack=112 remport=0                     | src_name=mark acks_frame=@35 ack_rtt=37us
37: 80.002339  mark > all     WAIT name=TRANSITION.18                           | src_name=mark number=2 master=2 cman.transition.start_frame=@29
                                                                                | restarts=1 end_frame=@33 cman.barrier.start_frame=@35 waiting=2
                                                                                | acked_in=@38 complete_frame=@39
38: 80.002376  johann > mark  ACKNOWLEDGE ack=209 remport=0                     | src_name=johann acks_frame=@37 ack_rtt=37us
39: 80.002556  johann > all   COMPLETE name=TRANSITION.18                       | src_name=johann number=2 master=2 cman.transition.start_frame=@29
                                                                                | restarts=1 end_frame=@33 cman.barrier.duration=434us
                                                                                | cman.barrier.start_frame=@35 waiting=2 acked_in=@40
40: 80.002593  mark > johann  ACKNOWLEDGE ack=113 remport=0                     | src_name=mark acks_frame=@39 ack_rtt=37us
41: 80.002773  mark > all     COMPLETE name=TRANSITION.18                       | src_name=mark number=2 master=2 cman.transition.start_frame=@29
                                                                                | restarts=1 end_frame=@33 cman.barrier.duration=651us
                                                                                | complete_frame=@39 cman.barrier.start_frame=@35 waiting=2
                                                                                | acked_in=@42
42: 80.00281   johann > mark  ACKNOWLEDGE ack=210 remport=0                     | src_name=johann acks_frame=@41 ack_rtt=37us
