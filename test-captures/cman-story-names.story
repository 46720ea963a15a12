# The id 3 is mark's, then another machine's.  Frames keep the name that was right in
# their time.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
# What was heard of a node before its death is the subject of other stories.
open cman.death.last_heard cman.death.silence
node mark ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3
node all ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0
node ludwig ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node johann ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
node n9 ip=192.0.2.9 ether=02:00:00:00:00:09 cluster=3169 id=3
truth node ludwig 1 38 0 0
truth node johann 2 29 0 3
truth node mark 3 13 2 1
truth node otto 3 7 1 0

1:  0          mark > all       HELLO
2:  1          ludwig > all     STARTTRANS why=5 nodeid=2                           | number=1 master=1 acked_in=@3 response_in=@3 acked_in=@4
                                                                                    | end_frame=@14
3:  1.00005    johann > all     STARTACK ack=1 tgtid=1                              | acks_frame=@2 ack_rtt=50us response_to=@2 response_time=50us
                                                                                    | number=1 master=1 cman.transition.start_frame=@2 acked_in=@7
                                                                                    | end_frame=@14
4:  1.0001     mark > all       STARTACK ack=1 tgtid=1                              | acks_frame=@2 ack_rtt=100us response_to=@2 response_time=100us
                                                                                    | number=1 master=1 cman.transition.start_frame=@2 acked_in=@9
                                                                                    | end_frame=@14
5:  1.0003     ludwig > all     MASTERVIEW + member name=ludwig + address           | src_name=ludwig number=1 master=1 cman.transition.start_frame=@2
                                  ip=192.0.2.1 + votes nodeid=1 + member name=johann  | acked_in=@10 response_in=@10 acked_in=@11 end_frame=@14
                                  + address ip=192.0.2.2 + votes nodeid=2 + member
                                  name=mark + address ip=192.0.2.3 + votes nodeid=3
6:  2.00032    johann > all     STARTACK seq=1 ack=1 flags=0 tgtid=1                | src_name=johann tgt_name=ludwig retransmission
                                                                                    | retransmission_of=@3 rto=1.00027s acks_frame=@2 response_to=@2
                                                                                    | number=1 master=1 cman.transition.start_frame=@2 end_frame=@14
                                                                                    | ?response_in ?response_time
7:  2.00034    ludwig > johann  ACKNOWLEDGE ack=1                                   | src_name=ludwig acks_frame=@3 ack_rtt=1.00029s
8:  2.00036    mark > all       STARTACK seq=2 ack=1 flags=0 tgtid=1                | src_name=mark tgt_name=ludwig retransmission retransmission_of=@4
                                                                                    | rto=1.00026s acks_frame=@2 response_to=@2 number=1 master=1
                                                                                    | cman.transition.start_frame=@2 end_frame=@14 ?response_in
                                                                                    | ?response_time
9:  2.00038    ludwig > mark    ACKNOWLEDGE ack=2                                   | src_name=ludwig acks_frame=@4 ack_rtt=1.00028s
10: 2.00043    johann > all     VIEWACK ack=2 tgtid=1                               | src_name=johann tgt_name=ludwig acks_frame=@5 ack_rtt=1.00013s
                                                                                    | response_to=@5 response_time=1.00013s number=1 master=1
                                                                                    | cman.transition.start_frame=@2 acked_in=@12 end_frame=@14
11: 2.00048    mark > all       VIEWACK ack=2 tgtid=1                               | src_name=mark tgt_name=ludwig acks_frame=@5 ack_rtt=1.00018s
                                                                                    | response_to=@5 response_time=1.00018s number=1 master=1
                                                                                    | cman.transition.start_frame=@2 acked_in=@13 end_frame=@14
12: 2.0005     ludwig > johann  ACKNOWLEDGE ack=2                                   | src_name=ludwig acks_frame=@10 ack_rtt=70us
13: 2.00052    ludwig > mark    ACKNOWLEDGE ack=3                                   | src_name=ludwig acks_frame=@11 ack_rtt=40us
14: 2.00082    ludwig > all     ENDTRANS                                            | src_name=ludwig number=1 master=1 cman.transition.start_frame=@2
                                                                                    | cman.transition.duration=1.00082s acked_in=@15 acked_in=@16
15: 2.000857   johann > ludwig  ACKNOWLEDGE ack=3                                   | src_name=johann acks_frame=@14 ack_rtt=37us
16: 2.000894   mark > ludwig    ACKNOWLEDGE ack=3                                   | src_name=mark acks_frame=@14 ack_rtt=74us
17: 2.001074   ludwig > all     WAIT name=TRANSITION.12                             | src_name=ludwig number=1 master=1 cman.transition.start_frame=@2
                                                                                    | end_frame=@14 waiting=1 acked_in=@18 acked_in=@19
                                                                                    | complete_frame=@26
18: 2.001111   johann > ludwig  ACKNOWLEDGE ack=4 remport=0                         | src_name=johann acks_frame=@17 ack_rtt=37us
19: 2.001148   mark > ludwig    ACKNOWLEDGE ack=4 remport=0                         | src_name=mark acks_frame=@17 ack_rtt=74us
20: 2.001328   johann > all     WAIT name=TRANSITION.12                             | src_name=johann number=1 master=1 cman.transition.start_frame=@2
                                                                                    | end_frame=@14 cman.barrier.start_frame=@17 waiting=2 acked_in=@21
                                                                                    | acked_in=@22 complete_frame=@26
21: 2.001365   ludwig > johann  ACKNOWLEDGE ack=3 remport=0                         | src_name=ludwig acks_frame=@20 ack_rtt=37us
22: 2.001402   mark > johann    ACKNOWLEDGE ack=3 remport=0                         | src_name=mark acks_frame=@20 ack_rtt=74us
23: 2.001582   mark > all       WAIT name=TRANSITION.12                             | src_name=mark number=1 master=1 cman.transition.start_frame=@2
                                                                                    | end_frame=@14 cman.barrier.start_frame=@17 waiting=3 acked_in=@24
                                                                                    | acked_in=@25 complete_frame=@26
24: 2.001619   ludwig > mark    ACKNOWLEDGE ack=4 remport=0                         | src_name=ludwig acks_frame=@23 ack_rtt=37us
25: 2.001656   johann > mark    ACKNOWLEDGE ack=4 remport=0                         | src_name=johann acks_frame=@23 ack_rtt=74us
26: 2.001836   ludwig > all     COMPLETE name=TRANSITION.12                         | src_name=ludwig number=1 master=1 cman.transition.start_frame=@2
                                                                                    | end_frame=@14 cman.barrier.duration=762us
                                                                                    | cman.barrier.start_frame=@17 waiting=3 acked_in=@27 acked_in=@28
27: 2.001873   johann > ludwig  ACKNOWLEDGE ack=5 remport=0                         | src_name=johann acks_frame=@26 ack_rtt=37us
28: 2.00191    mark > ludwig    ACKNOWLEDGE ack=5 remport=0                         | src_name=mark acks_frame=@26 ack_rtt=74us
29: 2.00209    johann > all     COMPLETE name=TRANSITION.12                         | src_name=johann number=1 master=1 cman.transition.start_frame=@2
                                                                                    | end_frame=@14 cman.barrier.duration=1.016ms complete_frame=@26
                                                                                    | cman.barrier.start_frame=@17 waiting=3 acked_in=@30 acked_in=@31
30: 2.002127   ludwig > johann  ACKNOWLEDGE ack=4 remport=0                         | src_name=ludwig acks_frame=@29 ack_rtt=37us
31: 2.002164   mark > johann    ACKNOWLEDGE ack=4 remport=0                         | src_name=mark acks_frame=@29 ack_rtt=74us
32: 2.002344   mark > all       COMPLETE name=TRANSITION.12                         | src_name=mark number=1 master=1 cman.transition.start_frame=@2
                                                                                    | end_frame=@14 cman.barrier.duration=1.27ms complete_frame=@26
                                                                                    | cman.barrier.start_frame=@17 waiting=3 acked_in=@33 acked_in=@34
33: 2.002381   ludwig > mark    ACKNOWLEDGE ack=5 remport=0                         | src_name=ludwig acks_frame=@32 ack_rtt=37us
34: 2.002418   johann > mark    ACKNOWLEDGE ack=5 remport=0                         | src_name=johann acks_frame=@32 ack_rtt=74us
35: 2.002418   mark > all       HELLO generation=12                                 | src_name=mark hello_delta=2.002418s
36: 2.002418   ludwig > all     KILL ack=5 tgtid=3                                  | kill src_name=ludwig tgt_name=mark acks_frame=@32 duplicate_ack
37: 3.002418   mark > all       LEAVE ack=5 tgtid=1                                 | leave src_name=mark tgt_name=ludwig acks_frame=@26 duplicate_ack
38: 3.002718   ludwig > all     NODEDOWN nodeid=3                                   | nodedown src_name=ludwig acked_in=@39
39: 3.002755   johann > ludwig  ACKNOWLEDGE ack=7                                   | src_name=johann acks_frame=@38 ack_rtt=37us
40: 3.003155   ludwig > all     STARTTRANS generation=13 nodeid=3                   | src_name=ludwig number=2 master=1 acked_in=@41 response_in=@41
                                                                                    | end_frame=@47
41: 3.003205   johann > all     STARTACK ack=8 tgtid=1 generation=13                | src_name=johann tgt_name=ludwig acks_frame=@40 ack_rtt=50us
                                                                                    | response_to=@40 response_time=50us number=2 master=1
                                                                                    | cman.transition.start_frame=@40 acked_in=@44 end_frame=@47
42: 3.003405   ludwig > all     MASTERVIEW + member name=ludwig + address           | src_name=ludwig number=2 master=1 cman.transition.start_frame=@40
                                  ip=192.0.2.1 + votes nodeid=1 + member name=johann  | acked_in=@45 response_in=@45 end_frame=@47
                                  + address ip=192.0.2.2 + votes nodeid=2
43: 4.003425   johann > all     STARTACK seq=5 ack=8 flags=0 tgtid=1 generation=13  | src_name=johann tgt_name=ludwig retransmission
                                                                                    | retransmission_of=@41 rto=1.00022s acks_frame=@40 response_to=@40
                                                                                    | number=2 master=1 cman.transition.start_frame=@40 end_frame=@47
                                                                                    | ?response_in ?response_time
44: 4.003445   ludwig > johann  ACKNOWLEDGE ack=5                                   | src_name=ludwig acks_frame=@41 ack_rtt=1.00024s
45: 4.003495   johann > all     VIEWACK ack=9 tgtid=1                               | src_name=johann tgt_name=ludwig acks_frame=@42 ack_rtt=1.00009s
                                                                                    | response_to=@42 response_time=1.00009s number=2 master=1
                                                                                    | cman.transition.start_frame=@40 acked_in=@46 end_frame=@47
46: 4.003515   ludwig > johann  ACKNOWLEDGE ack=6                                   | src_name=ludwig acks_frame=@45 ack_rtt=20us
47: 4.003815   ludwig > all     ENDTRANS quorum=2 total_votes=2 generation=14             | src_name=ludwig number=2 master=1 cman.transition.start_frame=@40
                                                                                    | cman.transition.duration=1.00066s acked_in=@48
48: 4.003852   johann > ludwig  ACKNOWLEDGE ack=10                                  | src_name=johann acks_frame=@47 ack_rtt=37us
49: 4.004032   ludwig > all     WAIT name=TRANSITION.14                             | src_name=ludwig number=2 master=1 cman.transition.start_frame=@40
                                                                                    | end_frame=@47 waiting=1 acked_in=@50 complete_frame=@53
50: 4.004069   johann > ludwig  ACKNOWLEDGE ack=11 remport=0                        | src_name=johann acks_frame=@49 ack_rtt=37us
51: 4.004249   johann > all     WAIT name=TRANSITION.14                             | src_name=johann number=2 master=1 cman.transition.start_frame=@40
                                                                                    | end_frame=@47 cman.barrier.start_frame=@49 waiting=2 acked_in=@52
                                                                                    | complete_frame=@53
52: 4.004286   ludwig > johann  ACKNOWLEDGE ack=7 remport=0                         | src_name=ludwig acks_frame=@51 ack_rtt=37us
53: 4.004466   ludwig > all     COMPLETE name=TRANSITION.14                         | src_name=ludwig number=2 master=1 cman.transition.start_frame=@40
                                                                                    | end_frame=@47 cman.barrier.duration=434us
                                                                                    | cman.barrier.start_frame=@49 waiting=2 acked_in=@54
54: 4.004503   johann > ludwig  ACKNOWLEDGE ack=12 remport=0                        | src_name=johann acks_frame=@53 ack_rtt=37us
55: 4.004683   johann > all     COMPLETE name=TRANSITION.14                         | src_name=johann number=2 master=1 cman.transition.start_frame=@40
                                                                                    | end_frame=@47 cman.barrier.duration=651us complete_frame=@53
                                                                                    | cman.barrier.start_frame=@49 waiting=2 acked_in=@56
56: 4.00472    ludwig > johann  ACKNOWLEDGE ack=8 remport=0                         | src_name=ludwig acks_frame=@55 ack_rtt=37us
57: 34.00472   n9 > ludwig      JOINREQ name=otto                                   | response_in=@58 ?src_name
58: 34.00512   ludwig > n9      JOINACK                                             | src_name=ludwig response_to=@57 response_time=400us
59: 34.00522   ludwig > all     STARTTRANS why=1 generation=15 nodeid=3             | src_name=ludwig number=3 master=1 acked_in=@60 response_in=@60
                                  num_addrs=1 + address ip=192.0.2.9 + name         | end_frame=@68
                                  name=otto
60: 34.00527   johann > all     STARTACK ack=14 tgtid=1 generation=15               | src_name=johann tgt_name=ludwig acks_frame=@59 ack_rtt=50us
                                                                                    | response_to=@59 response_time=50us number=3 master=1
                                                                                    | cman.transition.start_frame=@59 acked_in=@63 end_frame=@68
61: 34.00547   ludwig > all     MASTERVIEW + member name=ludwig + address           | src_name=ludwig number=3 master=1 cman.transition.start_frame=@59
                                  ip=192.0.2.1 + votes nodeid=1 + member name=johann  | acked_in=@64 response_in=@64 end_frame=@68
                                  + address ip=192.0.2.2 + votes nodeid=2
62: 35.00549   johann > all     STARTACK seq=9 ack=14 flags=0 tgtid=1               | src_name=johann tgt_name=ludwig retransmission
                                  generation=15                                     | retransmission_of=@60 rto=1.00022s acks_frame=@59 response_to=@59
                                                                                    | number=3 master=1 cman.transition.start_frame=@59 end_frame=@68
                                                                                    | ?response_in ?response_time
63: 35.00551   ludwig > johann  ACKNOWLEDGE ack=9                                   | src_name=ludwig acks_frame=@60 ack_rtt=1.00024s
64: 35.00556   johann > all     VIEWACK ack=15 tgtid=1                              | src_name=johann tgt_name=ludwig acks_frame=@61 ack_rtt=1.00009s
                                                                                    | response_to=@61 response_time=1.00009s number=3 master=1
                                                                                    | cman.transition.start_frame=@59 acked_in=@65 end_frame=@68
65: 35.00558   ludwig > johann  ACKNOWLEDGE ack=10                                  | src_name=ludwig acks_frame=@64 ack_rtt=20us
66: 35.00588   ludwig > n9      JOINCONF + member name=ludwig + address             | src_name=ludwig number=3 master=1 cman.transition.start_frame=@59
                                  ip=192.0.2.1 + votes nodeid=1 + member name=johann  | response_in=@67 end_frame=@68
                                  + address ip=192.0.2.2 + votes nodeid=2
67: 35.00597   n9 > ludwig      CONFACK srcid=0                                     | response_to=@66 response_time=90us number=3 master=1
                                                                                    | cman.transition.start_frame=@59 end_frame=@68 ?src_name
68: 35.00627   ludwig > all     ENDTRANS generation=16 nodeid=3                     | src_name=ludwig number=3 master=1 cman.transition.start_frame=@59
                                                                                    | cman.transition.duration=1.00105s acked_in=@69 acked_in=@70
69: 35.006307  johann > ludwig  ACKNOWLEDGE ack=17                                  | src_name=johann acks_frame=@68 ack_rtt=37us
70: 35.006344  n9 > ludwig      ACKNOWLEDGE ack=17 srcid=0                          | acks_frame=@68 ack_rtt=74us ?src_name
71: 35.006524  ludwig > all     WAIT name=TRANSITION.16                             | src_name=ludwig number=3 master=1 cman.transition.start_frame=@59
                                                                                    | end_frame=@68 waiting=1 acked_in=@72 acked_in=@73
                                                                                    | complete_frame=@80
72: 35.006561  johann > ludwig  ACKNOWLEDGE ack=18 remport=0                        | src_name=johann acks_frame=@71 ack_rtt=37us
73: 35.006598  n9 > ludwig      ACKNOWLEDGE ack=18 remport=0                        | src_name=otto acks_frame=@71 ack_rtt=74us
74: 35.006778  johann > all     WAIT name=TRANSITION.16                             | src_name=johann number=3 master=1 cman.transition.start_frame=@59
                                                                                    | end_frame=@68 cman.barrier.start_frame=@71 waiting=2 acked_in=@75
                                                                                    | acked_in=@76 complete_frame=@80
75: 35.006815  ludwig > johann  ACKNOWLEDGE ack=11 remport=0                        | src_name=ludwig acks_frame=@74 ack_rtt=37us
76: 35.006852  n9 > johann      ACKNOWLEDGE ack=11 remport=0                        | src_name=otto acks_frame=@74 ack_rtt=74us
77: 35.007032  n9 > all         WAIT name=TRANSITION.16                             | src_name=otto number=3 master=1 cman.transition.start_frame=@59
                                                                                    | end_frame=@68 cman.barrier.start_frame=@71 waiting=3 acked_in=@78
                                                                                    | acked_in=@79 complete_frame=@80
78: 35.007069  ludwig > n9      ACKNOWLEDGE ack=3 remport=0                         | src_name=ludwig acks_frame=@77 ack_rtt=37us
79: 35.007106  johann > n9      ACKNOWLEDGE ack=3 remport=0                         | src_name=johann acks_frame=@77 ack_rtt=74us
80: 35.007286  ludwig > all     COMPLETE name=TRANSITION.16                         | src_name=ludwig number=3 master=1 cman.transition.start_frame=@59
                                                                                    | end_frame=@68 cman.barrier.duration=762us
                                                                                    | cman.barrier.start_frame=@71 waiting=3 acked_in=@81 acked_in=@82
81: 35.007323  johann > ludwig  ACKNOWLEDGE ack=19 remport=0                        | src_name=johann acks_frame=@80 ack_rtt=37us
82: 35.00736   n9 > ludwig      ACKNOWLEDGE ack=19 remport=0                        | src_name=otto acks_frame=@80 ack_rtt=74us
83: 35.00754   johann > all     COMPLETE name=TRANSITION.16                         | src_name=johann number=3 master=1 cman.transition.start_frame=@59
                                                                                    | end_frame=@68 cman.barrier.duration=1.016ms complete_frame=@80
                                                                                    | cman.barrier.start_frame=@71 waiting=3 acked_in=@84 acked_in=@85
84: 35.007577  ludwig > johann  ACKNOWLEDGE ack=12 remport=0                        | src_name=ludwig acks_frame=@83 ack_rtt=37us
85: 35.007614  n9 > johann      ACKNOWLEDGE ack=12 remport=0                        | src_name=otto acks_frame=@83 ack_rtt=74us
86: 35.007794  n9 > all         COMPLETE name=TRANSITION.16                         | src_name=otto number=3 master=1 cman.transition.start_frame=@59
                                                                                    | end_frame=@68 cman.barrier.duration=1.27ms complete_frame=@80
                                                                                    | cman.barrier.start_frame=@71 waiting=3 acked_in=@87 acked_in=@88
87: 35.007831  ludwig > n9      ACKNOWLEDGE ack=4 remport=0                         | src_name=ludwig acks_frame=@86 ack_rtt=37us
88: 35.007868  johann > n9      ACKNOWLEDGE ack=4 remport=0                         | src_name=johann acks_frame=@86 ack_rtt=74us
89: 35.007868  n9 > all         HELLO generation=16                                 | src_name=otto
90: 35.007868  ludwig > all     KILL ack=4 tgtid=3                                  | kill src_name=ludwig tgt_name=otto acks_frame=@86 duplicate_ack
