# Two clusters on one LAN: both have nodes 1 and 2, and do the same at the same time.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
node johann ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
node all ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0
node ludwig ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node mark ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3
node clara ip=192.0.2.4 ether=02:00:00:00:00:04 cluster=3169 id=4
node n22 ip=192.0.2.22 ether=02:00:00:00:00:16 cluster=1517 id=2
node n21 ip=192.0.2.21 ether=02:00:00:00:00:15 cluster=1517 id=1
truth node ludwig 1 22 0 1
truth node johann 2 28 0 0
truth node mark 3 22 0 1
truth node clara 4 13 0 1
truth node fanny 5 0 0 0
truth node franz 1 7 0 0
truth node anna 2 7 0 0

1:  0          johann > all     KILL seq=101 tgtid=5                                | kill
2:  0.0003     johann > all     NODEDOWN reason=6 nodeid=5                          | nodedown acked_in=@3 acked_in=@4 acked_in=@5
3:  0.000337   ludwig > johann  ACKNOWLEDGE ack=102                                 | acks_frame=@2 ack_rtt=37us
4:  0.000374   mark > johann    ACKNOWLEDGE ack=102                                 | acks_frame=@2 ack_rtt=74us
5:  0.000411   clara > johann   ACKNOWLEDGE ack=102                                 | acks_frame=@2 ack_rtt=111us
6:  0.000811   johann > all     STARTTRANS leave=6 nodeid=5                         | number=1 master=2 acked_in=@7 response_in=@7 acked_in=@8
                                                                                    | acked_in=@9 end_frame=@23
7:  0.000861   ludwig > all     STARTACK ack=103 tgtid=2                            | acks_frame=@6 ack_rtt=50us response_to=@6 response_time=50us
                                                                                    | number=1 master=2 cman.transition.start_frame=@6 acked_in=@12
                                                                                    | end_frame=@23
8:  0.000911   mark > all       STARTACK seq=201 ack=103 tgtid=2                    | acks_frame=@6 ack_rtt=100us response_to=@6 response_time=100us
                                                                                    | number=1 master=2 cman.transition.start_frame=@6 acked_in=@14
                                                                                    | end_frame=@23
9:  0.000961   clara > all      STARTACK seq=301 ack=103 tgtid=2                    | acks_frame=@6 ack_rtt=150us response_to=@6 response_time=150us
                                                                                    | number=1 master=2 cman.transition.start_frame=@6 acked_in=@16
                                                                                    | end_frame=@23
10: 0.001161   johann > all     MASTERVIEW + member name=ludwig + address           | src_name=johann number=1 master=2 cman.transition.start_frame=@6
                                  ip=192.0.2.1 + votes nodeid=1 + member name=johann  | acked_in=@17 response_in=@17 acked_in=@18 acked_in=@19
                                  + address ip=192.0.2.2 + votes nodeid=2 + member  | end_frame=@23
                                  name=mark + address ip=192.0.2.3 + votes nodeid=3
                                  + member name=clara + address ip=192.0.2.4 + votes
                                  nodeid=4
11: 1.001181   ludwig > all     STARTACK seq=1 ack=103 flags=0 tgtid=2              | src_name=ludwig tgt_name=johann retransmission
                                                                                    | retransmission_of=@7 rto=1.00032s acks_frame=@6 response_to=@6
                                                                                    | number=1 master=2 cman.transition.start_frame=@6 end_frame=@23
                                                                                    | ?response_in ?response_time
12: 1.001201   johann > ludwig  ACKNOWLEDGE ack=1                                   | src_name=johann acks_frame=@7 ack_rtt=1.00034s
13: 1.001221   mark > all       STARTACK seq=201 ack=103 flags=0 tgtid=2            | src_name=mark tgt_name=johann retransmission retransmission_of=@8
                                                                                    | rto=1.00031s acks_frame=@6 response_to=@6 number=1 master=2
                                                                                    | cman.transition.start_frame=@6 end_frame=@23 ?response_in
                                                                                    | ?response_time
14: 1.001241   johann > mark    ACKNOWLEDGE ack=201                                 | src_name=johann acks_frame=@8 ack_rtt=1.00033s
15: 1.001261   clara > all      STARTACK seq=301 ack=103 flags=0 tgtid=2            | src_name=clara tgt_name=johann retransmission retransmission_of=@9
                                                                                    | rto=1.0003s acks_frame=@6 response_to=@6 number=1 master=2
                                                                                    | cman.transition.start_frame=@6 end_frame=@23 ?response_in
                                                                                    | ?response_time
16: 1.001281   johann > clara   ACKNOWLEDGE ack=301                                 | src_name=johann acks_frame=@9 ack_rtt=1.00032s
17: 1.001331   ludwig > all     VIEWACK ack=104 tgtid=2                             | src_name=ludwig tgt_name=johann acks_frame=@10 ack_rtt=1.00017s
                                                                                    | response_to=@10 response_time=1.00017s number=1 master=2
                                                                                    | cman.transition.start_frame=@6 acked_in=@20 end_frame=@23
18: 1.001381   mark > all       VIEWACK ack=104 tgtid=2                             | src_name=mark tgt_name=johann acks_frame=@10 ack_rtt=1.00022s
                                                                                    | response_to=@10 response_time=1.00022s number=1 master=2
                                                                                    | cman.transition.start_frame=@6 acked_in=@21 end_frame=@23
19: 1.001431   clara > all      VIEWACK ack=104 tgtid=2                             | src_name=clara tgt_name=johann acks_frame=@10 ack_rtt=1.00027s
                                                                                    | response_to=@10 response_time=1.00027s number=1 master=2
                                                                                    | cman.transition.start_frame=@6 acked_in=@22 end_frame=@23
20: 1.001451   johann > ludwig  ACKNOWLEDGE ack=2                                   | src_name=johann acks_frame=@17 ack_rtt=120us
21: 1.001471   johann > mark    ACKNOWLEDGE ack=202                                 | src_name=johann acks_frame=@18 ack_rtt=90us
22: 1.001491   johann > clara   ACKNOWLEDGE ack=302                                 | src_name=johann acks_frame=@19 ack_rtt=60us
23: 1.001791   johann > all     ENDTRANS total_votes=4                              | src_name=johann number=1 master=2 cman.transition.start_frame=@6
                                                                                    | cman.transition.duration=1.00098s acked_in=@24 acked_in=@25
                                                                                    | acked_in=@26
24: 1.001828   ludwig > johann  ACKNOWLEDGE ack=105                                 | src_name=ludwig acks_frame=@23 ack_rtt=37us
25: 1.001865   mark > johann    ACKNOWLEDGE ack=105                                 | src_name=mark acks_frame=@23 ack_rtt=74us
26: 1.001902   clara > johann   ACKNOWLEDGE ack=105                                 | src_name=clara acks_frame=@23 ack_rtt=111us
27: 1.002082   ludwig > all     WAIT name=TRANSITION.12                             | src_name=ludwig number=1 master=2 cman.transition.start_frame=@6
                                                                                    | end_frame=@23 waiting=1 acked_in=@28 acked_in=@29 acked_in=@30
                                                                                    | complete_frame=@43
28: 1.002119   johann > ludwig  ACKNOWLEDGE ack=3 remport=0                         | src_name=johann acks_frame=@27 ack_rtt=37us
29: 1.002156   mark > ludwig    ACKNOWLEDGE ack=3 remport=0                         | src_name=mark acks_frame=@27 ack_rtt=74us
30: 1.002193   clara > ludwig   ACKNOWLEDGE ack=3 remport=0                         | src_name=clara acks_frame=@27 ack_rtt=111us
31: 1.002373   johann > all     WAIT name=TRANSITION.12                             | src_name=johann number=1 master=2 cman.transition.start_frame=@6
                                                                                    | end_frame=@23 cman.barrier.start_frame=@27 waiting=2 acked_in=@32
                                                                                    | acked_in=@33 acked_in=@34 complete_frame=@43
32: 1.00241    ludwig > johann  ACKNOWLEDGE ack=106 remport=0                       | src_name=ludwig acks_frame=@31 ack_rtt=37us
33: 1.002447   mark > johann    ACKNOWLEDGE ack=106 remport=0                       | src_name=mark acks_frame=@31 ack_rtt=74us
34: 1.002484   clara > johann   ACKNOWLEDGE ack=106 remport=0                       | src_name=clara acks_frame=@31 ack_rtt=111us
35: 1.002664   mark > all       WAIT name=TRANSITION.12                             | src_name=mark number=1 master=2 cman.transition.start_frame=@6
                                                                                    | end_frame=@23 cman.barrier.start_frame=@27 waiting=3 acked_in=@36
                                                                                    | acked_in=@37 acked_in=@38 complete_frame=@43
36: 1.002701   ludwig > mark    ACKNOWLEDGE ack=203 remport=0                       | src_name=ludwig acks_frame=@35 ack_rtt=37us
37: 1.002738   johann > mark    ACKNOWLEDGE ack=203 remport=0                       | src_name=johann acks_frame=@35 ack_rtt=74us
38: 1.002775   clara > mark     ACKNOWLEDGE ack=203 remport=0                       | src_name=clara acks_frame=@35 ack_rtt=111us
39: 1.002955   clara > all      WAIT name=TRANSITION.12                             | src_name=clara number=1 master=2 cman.transition.start_frame=@6
                                                                                    | end_frame=@23 cman.barrier.start_frame=@27 waiting=4 acked_in=@40
                                                                                    | acked_in=@41 acked_in=@42 complete_frame=@43
40: 1.002992   ludwig > clara   ACKNOWLEDGE ack=303 remport=0                       | src_name=ludwig acks_frame=@39 ack_rtt=37us
41: 1.003029   johann > clara   ACKNOWLEDGE ack=303 remport=0                       | src_name=johann acks_frame=@39 ack_rtt=74us
42: 1.003066   mark > clara     ACKNOWLEDGE ack=303 remport=0                       | src_name=mark acks_frame=@39 ack_rtt=111us
43: 1.003246   ludwig > all     COMPLETE name=TRANSITION.12                         | src_name=ludwig number=1 master=2 cman.transition.start_frame=@6
                                                                                    | end_frame=@23 cman.barrier.duration=1.164ms
                                                                                    | cman.barrier.start_frame=@27 waiting=4 acked_in=@44 acked_in=@45
                                                                                    | acked_in=@46
44: 1.003283   johann > ludwig  ACKNOWLEDGE ack=4 remport=0                         | src_name=johann acks_frame=@43 ack_rtt=37us
45: 1.00332    mark > ludwig    ACKNOWLEDGE ack=4 remport=0                         | src_name=mark acks_frame=@43 ack_rtt=74us
46: 1.003357   clara > ludwig   ACKNOWLEDGE ack=4 remport=0                         | src_name=clara acks_frame=@43 ack_rtt=111us
47: 1.003537   johann > all     COMPLETE name=TRANSITION.12                         | src_name=johann number=1 master=2 cman.transition.start_frame=@6
                                                                                    | end_frame=@23 cman.barrier.duration=1.455ms complete_frame=@43
                                                                                    | cman.barrier.start_frame=@27 waiting=4 acked_in=@48 acked_in=@49
                                                                                    | acked_in=@50
48: 1.003574   ludwig > johann  ACKNOWLEDGE ack=107 remport=0                       | src_name=ludwig acks_frame=@47 ack_rtt=37us
49: 1.003611   mark > johann    ACKNOWLEDGE ack=107 remport=0                       | src_name=mark acks_frame=@47 ack_rtt=74us
50: 1.003648   clara > johann   ACKNOWLEDGE ack=107 remport=0                       | src_name=clara acks_frame=@47 ack_rtt=111us
51: 1.003828   mark > all       COMPLETE name=TRANSITION.12                         | src_name=mark number=1 master=2 cman.transition.start_frame=@6
                                                                                    | end_frame=@23 cman.barrier.duration=1.746ms complete_frame=@43
                                                                                    | cman.barrier.start_frame=@27 waiting=4 acked_in=@52 acked_in=@53
                                                                                    | acked_in=@54
52: 1.003865   ludwig > mark    ACKNOWLEDGE ack=204 remport=0                       | src_name=ludwig acks_frame=@51 ack_rtt=37us
53: 1.003902   johann > mark    ACKNOWLEDGE ack=204 remport=0                       | src_name=johann acks_frame=@51 ack_rtt=74us
54: 1.003939   clara > mark     ACKNOWLEDGE ack=204 remport=0                       | src_name=clara acks_frame=@51 ack_rtt=111us
55: 1.004119   clara > all      COMPLETE name=TRANSITION.12                         | src_name=clara number=1 master=2 cman.transition.start_frame=@6
                                                                                    | end_frame=@23 cman.barrier.duration=2.037ms complete_frame=@43
                                                                                    | cman.barrier.start_frame=@27 waiting=4 acked_in=@56 acked_in=@57
                                                                                    | acked_in=@58
56: 1.004156   ludwig > clara   ACKNOWLEDGE ack=304 remport=0                       | src_name=ludwig acks_frame=@55 ack_rtt=37us
57: 1.004193   johann > clara   ACKNOWLEDGE ack=304 remport=0                       | src_name=johann acks_frame=@55 ack_rtt=74us
58: 1.00423    mark > clara     ACKNOWLEDGE ack=304 remport=0                       | src_name=mark acks_frame=@55 ack_rtt=111us
59: 31.00423   ludwig > all     STARTTRANS leave=6 generation=13 nodeid=4           | src_name=ludwig number=2 master=1 acked_in=@62 response_in=@62
                                                                                    | acked_in=@63 end_frame=@79
60: 31.00423   n22 > all        STARTTRANS seq=101 leave=6 nodeid=5                 | number=1 master=2 acked_in=@61 response_in=@61 end_frame=@66 second_cluster
61: 31.00433   n21 > all        STARTACK seq=41 ack=101 tgtid=2                     | acks_frame=@60 ack_rtt=100us response_to=@60 response_time=100us
                                                                                    | number=1 master=2 cman.transition.start_frame=@60 end_frame=@66
62: 31.00433   johann > all     STARTACK ack=5 tgtid=1 generation=13                | src_name=johann tgt_name=ludwig acks_frame=@59 ack_rtt=100us
                                                                                    | response_to=@59 response_time=100us number=2 master=1
                                                                                    | cman.transition.start_frame=@59 end_frame=@79
63: 31.00433   mark > all       STARTACK ack=5 tgtid=1 generation=13                | src_name=mark tgt_name=ludwig acks_frame=@59 ack_rtt=100us
                                                                                    | response_to=@59 response_time=100us number=2 master=1
                                                                                    | cman.transition.start_frame=@59 end_frame=@79
64: 32.00433   n22 > all        MASTERVIEW + member name=franz + address            | src_name=anna number=1 master=2 cman.transition.start_frame=@60
                                  ip=192.0.2.21 + votes nodeid=1 + member name=anna  | acked_in=@65 response_in=@65 end_frame=@66
                                  + address ip=192.0.2.22 + votes nodeid=2
65: 32.00433   n21 > all        VIEWACK ack=102 tgtid=2                             | src_name=franz tgt_name=anna acks_frame=@64 ack_rtt=0s
                                                                                    | response_to=@64 response_time=0s number=1 master=2
                                                                                    | cman.transition.start_frame=@60 end_frame=@66
66: 32.00463   n22 > all        ENDTRANS quorum=2 total_votes=2                           | src_name=anna number=1 master=2 cman.transition.start_frame=@60
                                                                                    | cman.transition.duration=1.0004s acked_in=@67
67: 32.004667  n21 > n22        ACKNOWLEDGE ack=103                                 | src_name=franz acks_frame=@66 ack_rtt=37us
68: 32.004847  n21 > all        WAIT name=TRANSITION.12                             | src_name=franz number=1 master=2 cman.transition.start_frame=@60
                                                                                    | end_frame=@66 waiting=1 acked_in=@69 complete_frame=@72
69: 32.004884  n22 > n21        ACKNOWLEDGE ack=43 remport=0                        | src_name=anna acks_frame=@68 ack_rtt=37us
70: 32.005064  n22 > all        WAIT name=TRANSITION.12                             | src_name=anna number=1 master=2 cman.transition.start_frame=@60
                                                                                    | end_frame=@66 cman.barrier.start_frame=@68 waiting=2 acked_in=@71
                                                                                    | complete_frame=@72
71: 32.005101  n21 > n22        ACKNOWLEDGE ack=104 remport=0                       | src_name=franz acks_frame=@70 ack_rtt=37us
72: 32.005281  n21 > all        COMPLETE name=TRANSITION.12                         | src_name=franz number=1 master=2 cman.transition.start_frame=@60
                                                                                    | end_frame=@66 cman.barrier.duration=434us
                                                                                    | cman.barrier.start_frame=@68 waiting=2 acked_in=@73
73: 32.005318  n22 > n21        ACKNOWLEDGE ack=44 remport=0                        | src_name=anna acks_frame=@72 ack_rtt=37us
74: 32.005498  n22 > all        COMPLETE name=TRANSITION.12                         | src_name=anna number=1 master=2 cman.transition.start_frame=@60
                                                                                    | end_frame=@66 cman.barrier.duration=651us complete_frame=@72
                                                                                    | cman.barrier.start_frame=@68 waiting=2 acked_in=@75
75: 32.005535  n21 > n22        ACKNOWLEDGE ack=105 remport=0                       | src_name=franz acks_frame=@74 ack_rtt=37us
76: 32.005535  ludwig > all     MASTERVIEW + member name=ludwig + address           | src_name=ludwig number=2 master=1 cman.transition.start_frame=@59
                                  ip=192.0.2.1 + votes nodeid=1 + member name=johann  | acked_in=@77 response_in=@77 acked_in=@78 end_frame=@79
                                  + address ip=192.0.2.2 + votes nodeid=2 + member
                                  name=mark + address ip=192.0.2.3 + votes nodeid=3
77: 32.005535  johann > all     VIEWACK ack=6 tgtid=1                               | src_name=johann tgt_name=ludwig acks_frame=@76 ack_rtt=0s
                                                                                    | response_to=@76 response_time=0s number=2 master=1
                                                                                    | cman.transition.start_frame=@59 end_frame=@79
78: 32.005535  mark > all       VIEWACK ack=6 tgtid=1 result=0                      | viewack_nak src_name=mark tgt_name=ludwig acks_frame=@76
                                                                                    | ack_rtt=0s response_to=@76 response_time=0s number=2 master=1
                                                                                    | cman.transition.start_frame=@59 end_frame=@79
79: 32.005835  ludwig > all     ENDTRANS generation=14                              | src_name=ludwig number=2 master=1 cman.transition.start_frame=@59
                                                                                    | cman.transition.duration=1.001605s acked_in=@80 acked_in=@81
80: 32.005872  johann > ludwig  ACKNOWLEDGE ack=7                                   | src_name=johann acks_frame=@79 ack_rtt=37us
81: 32.005909  mark > ludwig    ACKNOWLEDGE ack=7                                   | src_name=mark acks_frame=@79 ack_rtt=74us
82: 32.006089  ludwig > all     WAIT name=TRANSITION.14                             | src_name=ludwig number=2 master=1 cman.transition.start_frame=@59
                                                                                    | end_frame=@79 waiting=1 acked_in=@83 acked_in=@84
                                                                                    | complete_frame=@91
83: 32.006126  johann > ludwig  ACKNOWLEDGE ack=8 remport=0                         | src_name=johann acks_frame=@82 ack_rtt=37us
84: 32.006163  mark > ludwig    ACKNOWLEDGE ack=8 remport=0                         | src_name=mark acks_frame=@82 ack_rtt=74us
85: 32.006343  johann > all     WAIT name=TRANSITION.14                             | src_name=johann number=2 master=1 cman.transition.start_frame=@59
                                                                                    | end_frame=@79 cman.barrier.start_frame=@82 waiting=2 acked_in=@86
                                                                                    | acked_in=@87 complete_frame=@91
86: 32.00638   ludwig > johann  ACKNOWLEDGE ack=110 remport=0                       | src_name=ludwig acks_frame=@85 ack_rtt=37us
87: 32.006417  mark > johann    ACKNOWLEDGE ack=110 remport=0                       | src_name=mark acks_frame=@85 ack_rtt=74us
88: 32.006597  mark > all       WAIT name=TRANSITION.14                             | src_name=mark number=2 master=1 cman.transition.start_frame=@59
                                                                                    | end_frame=@79 cman.barrier.start_frame=@82 waiting=3 acked_in=@89
                                                                                    | acked_in=@90 complete_frame=@91
89: 32.006634  ludwig > mark    ACKNOWLEDGE ack=207 remport=0                       | src_name=ludwig acks_frame=@88 ack_rtt=37us
90: 32.006671  johann > mark    ACKNOWLEDGE ack=207 remport=0                       | src_name=johann acks_frame=@88 ack_rtt=74us
91: 32.006851  ludwig > all     COMPLETE name=TRANSITION.14                         | src_name=ludwig number=2 master=1 cman.transition.start_frame=@59
                                                                                    | end_frame=@79 cman.barrier.duration=762us
                                                                                    | cman.barrier.start_frame=@82 waiting=3 acked_in=@92 acked_in=@93
92: 32.006888  johann > ludwig  ACKNOWLEDGE ack=9 remport=0                         | src_name=johann acks_frame=@91 ack_rtt=37us
93: 32.006925  mark > ludwig    ACKNOWLEDGE ack=9 remport=0                         | src_name=mark acks_frame=@91 ack_rtt=74us
94: 32.007105  johann > all     COMPLETE name=TRANSITION.14                         | src_name=johann number=2 master=1 cman.transition.start_frame=@59
                                                                                    | end_frame=@79 cman.barrier.duration=1.016ms complete_frame=@91
                                                                                    | cman.barrier.start_frame=@82 waiting=3 acked_in=@95 acked_in=@96
95: 32.007142  ludwig > johann  ACKNOWLEDGE ack=111 remport=0                       | src_name=ludwig acks_frame=@94 ack_rtt=37us
96: 32.007179  mark > johann    ACKNOWLEDGE ack=111 remport=0                       | src_name=mark acks_frame=@94 ack_rtt=74us
97: 32.007359  mark > all       COMPLETE name=TRANSITION.14                         | src_name=mark number=2 master=1 cman.transition.start_frame=@59
                                                                                    | end_frame=@79 cman.barrier.duration=1.27ms complete_frame=@91
                                                                                    | cman.barrier.start_frame=@82 waiting=3 acked_in=@98 acked_in=@99
98: 32.007396  ludwig > mark    ACKNOWLEDGE ack=208 remport=0                       | src_name=ludwig acks_frame=@97 ack_rtt=37us
99: 32.007433  johann > mark    ACKNOWLEDGE ack=208 remport=0                       | src_name=johann acks_frame=@97 ack_rtt=74us
