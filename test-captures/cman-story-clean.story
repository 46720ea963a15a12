# Transitions from start to end: a node is killed, one joins, one leaves.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
node ludwig ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node all ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0
node johann ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
node mark ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3
node clara ip=192.0.2.4 ether=02:00:00:00:00:04 cluster=3169 id=4
node fanny ip=192.0.2.5 ether=02:00:00:00:00:05 cluster=3169 id=5
truth node ludwig 1 46 0 2
truth node johann 2 47 0 2
truth node mark 3 45 0 2
truth node clara 4 28 0 2
truth node fanny 5 23 0 1

1:   0           ludwig > all     KILL tgtid=5                                        | kill
2:   0.0003      ludwig > all     NODEDOWN reason=6 nodeid=5                          | nodedown acked_in=@3 acked_in=@4 acked_in=@5
3:   0.000337    johann > ludwig  ACKNOWLEDGE ack=2                                   | acks_frame=@2 ack_rtt=37us
4:   0.000374    mark > ludwig    ACKNOWLEDGE ack=2                                   | acks_frame=@2 ack_rtt=74us
5:   0.000411    clara > ludwig   ACKNOWLEDGE ack=2                                   | acks_frame=@2 ack_rtt=111us
6:   0.000811    ludwig > all     STARTTRANS leave=6 nodeid=5                         | number=1 master=1 acked_in=@7 response_in=@7 acked_in=@8
                                                                                      | acked_in=@9 end_frame=@23
7:   0.000861    johann > all     STARTACK seq=101 ack=3 tgtid=1                      | acks_frame=@6 ack_rtt=50us response_to=@6 response_time=50us
                                                                                      | number=1 master=1 cman.transition.start_frame=@6 acked_in=@12
                                                                                      | end_frame=@23
8:   0.000911    mark > all       STARTACK seq=201 ack=3 tgtid=1                      | acks_frame=@6 ack_rtt=100us response_to=@6 response_time=100us
                                                                                      | number=1 master=1 cman.transition.start_frame=@6 acked_in=@14
                                                                                      | end_frame=@23
9:   0.000961    clara > all      STARTACK seq=301 ack=3 tgtid=1                      | acks_frame=@6 ack_rtt=150us response_to=@6 response_time=150us
                                                                                      | number=1 master=1 cman.transition.start_frame=@6 acked_in=@16
                                                                                      | end_frame=@23
10:  0.001161    ludwig > all     MASTERVIEW + member name=ludwig + address           | src_name=ludwig number=1 master=1 cman.transition.start_frame=@6
                                    ip=192.0.2.1 + votes nodeid=1 + member name=johann  | acked_in=@17 response_in=@17 acked_in=@18 acked_in=@19
                                    + address ip=192.0.2.2 + votes nodeid=2 + member  | end_frame=@23
                                    name=mark + address ip=192.0.2.3 + votes nodeid=3
                                    + member name=clara + address ip=192.0.2.4 + votes
                                    nodeid=4
11:  1.001181    johann > all     STARTACK seq=101 ack=3 flags=0 tgtid=1              | src_name=johann tgt_name=ludwig retransmission
                                                                                      | retransmission_of=@7 rto=1.00032s acks_frame=@6 response_to=@6
                                                                                      | number=1 master=1 cman.transition.start_frame=@6 end_frame=@23
                                                                                      | ?response_in ?response_time
12:  1.001201    ludwig > johann  ACKNOWLEDGE ack=101                                 | src_name=ludwig acks_frame=@7 ack_rtt=1.00034s
13:  1.001221    mark > all       STARTACK seq=201 ack=3 flags=0 tgtid=1              | src_name=mark tgt_name=ludwig retransmission retransmission_of=@8
                                                                                      | rto=1.00031s acks_frame=@6 response_to=@6 number=1 master=1
                                                                                      | cman.transition.start_frame=@6 end_frame=@23 ?response_in
                                                                                      | ?response_time
14:  1.001241    ludwig > mark    ACKNOWLEDGE ack=201                                 | src_name=ludwig acks_frame=@8 ack_rtt=1.00033s
15:  1.001261    clara > all      STARTACK seq=301 ack=3 flags=0 tgtid=1              | src_name=clara tgt_name=ludwig retransmission retransmission_of=@9
                                                                                      | rto=1.0003s acks_frame=@6 response_to=@6 number=1 master=1
                                                                                      | cman.transition.start_frame=@6 end_frame=@23 ?response_in
                                                                                      | ?response_time
16:  1.001281    ludwig > clara   ACKNOWLEDGE ack=301                                 | src_name=ludwig acks_frame=@9 ack_rtt=1.00032s
17:  1.001331    johann > all     VIEWACK ack=4 tgtid=1                               | src_name=johann tgt_name=ludwig acks_frame=@10 ack_rtt=1.00017s
                                                                                      | response_to=@10 response_time=1.00017s number=1 master=1
                                                                                      | cman.transition.start_frame=@6 acked_in=@20 end_frame=@23
18:  1.001381    mark > all       VIEWACK ack=4 tgtid=1                               | src_name=mark tgt_name=ludwig acks_frame=@10 ack_rtt=1.00022s
                                                                                      | response_to=@10 response_time=1.00022s number=1 master=1
                                                                                      | cman.transition.start_frame=@6 acked_in=@21 end_frame=@23
19:  1.001431    clara > all      VIEWACK ack=4 tgtid=1                               | src_name=clara tgt_name=ludwig acks_frame=@10 ack_rtt=1.00027s
                                                                                      | response_to=@10 response_time=1.00027s number=1 master=1
                                                                                      | cman.transition.start_frame=@6 acked_in=@22 end_frame=@23
20:  1.001451    ludwig > johann  ACKNOWLEDGE ack=102                                 | src_name=ludwig acks_frame=@17 ack_rtt=120us
21:  1.001471    ludwig > mark    ACKNOWLEDGE ack=202                                 | src_name=ludwig acks_frame=@18 ack_rtt=90us
22:  1.001491    ludwig > clara   ACKNOWLEDGE ack=302                                 | src_name=ludwig acks_frame=@19 ack_rtt=60us
23:  1.001791    ludwig > all     ENDTRANS total_votes=4                              | src_name=ludwig number=1 master=1 cman.transition.start_frame=@6
                                                                                      | cman.transition.duration=1.00098s acked_in=@24 acked_in=@25
                                                                                      | acked_in=@26
24:  1.001828    johann > ludwig  ACKNOWLEDGE ack=5                                   | src_name=johann acks_frame=@23 ack_rtt=37us
25:  1.001865    mark > ludwig    ACKNOWLEDGE ack=5                                   | src_name=mark acks_frame=@23 ack_rtt=74us
26:  1.001902    clara > ludwig   ACKNOWLEDGE ack=5                                   | src_name=clara acks_frame=@23 ack_rtt=111us
27:  1.002082    ludwig > all     WAIT name=TRANSITION.12                             | src_name=ludwig number=1 master=1 cman.transition.start_frame=@6
                                                                                      | end_frame=@23 waiting=1 acked_in=@28 acked_in=@29 acked_in=@30
                                                                                      | complete_frame=@43
28:  1.002119    johann > ludwig  ACKNOWLEDGE ack=6 remport=0                         | src_name=johann acks_frame=@27 ack_rtt=37us
29:  1.002156    mark > ludwig    ACKNOWLEDGE ack=6 remport=0                         | src_name=mark acks_frame=@27 ack_rtt=74us
30:  1.002193    clara > ludwig   ACKNOWLEDGE ack=6 remport=0                         | src_name=clara acks_frame=@27 ack_rtt=111us
31:  1.002373    johann > all     WAIT name=TRANSITION.12                             | src_name=johann number=1 master=1 cman.transition.start_frame=@6
                                                                                      | end_frame=@23 cman.barrier.start_frame=@27 waiting=2 acked_in=@32
                                                                                      | acked_in=@33 acked_in=@34 complete_frame=@43
32:  1.00241     ludwig > johann  ACKNOWLEDGE ack=103 remport=0                       | src_name=ludwig acks_frame=@31 ack_rtt=37us
33:  1.002447    mark > johann    ACKNOWLEDGE ack=103 remport=0                       | src_name=mark acks_frame=@31 ack_rtt=74us
34:  1.002484    clara > johann   ACKNOWLEDGE ack=103 remport=0                       | src_name=clara acks_frame=@31 ack_rtt=111us
35:  1.002664    mark > all       WAIT name=TRANSITION.12                             | src_name=mark number=1 master=1 cman.transition.start_frame=@6
                                                                                      | end_frame=@23 cman.barrier.start_frame=@27 waiting=3 acked_in=@36
                                                                                      | acked_in=@37 acked_in=@38 complete_frame=@43
36:  1.002701    ludwig > mark    ACKNOWLEDGE ack=203 remport=0                       | src_name=ludwig acks_frame=@35 ack_rtt=37us
37:  1.002738    johann > mark    ACKNOWLEDGE ack=203 remport=0                       | src_name=johann acks_frame=@35 ack_rtt=74us
38:  1.002775    clara > mark     ACKNOWLEDGE ack=203 remport=0                       | src_name=clara acks_frame=@35 ack_rtt=111us
39:  1.002955    clara > all      WAIT name=TRANSITION.12                             | src_name=clara number=1 master=1 cman.transition.start_frame=@6
                                                                                      | end_frame=@23 cman.barrier.start_frame=@27 waiting=4 acked_in=@40
                                                                                      | acked_in=@41 acked_in=@42 complete_frame=@43
40:  1.002992    ludwig > clara   ACKNOWLEDGE ack=303 remport=0                       | src_name=ludwig acks_frame=@39 ack_rtt=37us
41:  1.003029    johann > clara   ACKNOWLEDGE ack=303 remport=0                       | src_name=johann acks_frame=@39 ack_rtt=74us
42:  1.003066    mark > clara     ACKNOWLEDGE ack=303 remport=0                       | src_name=mark acks_frame=@39 ack_rtt=111us
43:  1.003246    ludwig > all     COMPLETE name=TRANSITION.12                         | src_name=ludwig number=1 master=1 cman.transition.start_frame=@6
                                                                                      | end_frame=@23 cman.barrier.duration=1.164ms
                                                                                      | cman.barrier.start_frame=@27 waiting=4 acked_in=@44 acked_in=@45
                                                                                      | acked_in=@46
44:  1.003283    johann > ludwig  ACKNOWLEDGE ack=7 remport=0                         | src_name=johann acks_frame=@43 ack_rtt=37us
45:  1.00332     mark > ludwig    ACKNOWLEDGE ack=7 remport=0                         | src_name=mark acks_frame=@43 ack_rtt=74us
46:  1.003357    clara > ludwig   ACKNOWLEDGE ack=7 remport=0                         | src_name=clara acks_frame=@43 ack_rtt=111us
47:  1.003537    johann > all     COMPLETE name=TRANSITION.12                         | src_name=johann number=1 master=1 cman.transition.start_frame=@6
                                                                                      | end_frame=@23 cman.barrier.duration=1.455ms complete_frame=@43
                                                                                      | cman.barrier.start_frame=@27 waiting=4 acked_in=@48 acked_in=@49
                                                                                      | acked_in=@50
48:  1.003574    ludwig > johann  ACKNOWLEDGE ack=104 remport=0                       | src_name=ludwig acks_frame=@47 ack_rtt=37us
49:  1.003611    mark > johann    ACKNOWLEDGE ack=104 remport=0                       | src_name=mark acks_frame=@47 ack_rtt=74us
50:  1.003648    clara > johann   ACKNOWLEDGE ack=104 remport=0                       | src_name=clara acks_frame=@47 ack_rtt=111us
51:  1.003828    mark > all       COMPLETE name=TRANSITION.12                         | src_name=mark number=1 master=1 cman.transition.start_frame=@6
                                                                                      | end_frame=@23 cman.barrier.duration=1.746ms complete_frame=@43
                                                                                      | cman.barrier.start_frame=@27 waiting=4 acked_in=@52 acked_in=@53
                                                                                      | acked_in=@54
52:  1.003865    ludwig > mark    ACKNOWLEDGE ack=204 remport=0                       | src_name=ludwig acks_frame=@51 ack_rtt=37us
53:  1.003902    johann > mark    ACKNOWLEDGE ack=204 remport=0                       | src_name=johann acks_frame=@51 ack_rtt=74us
54:  1.003939    clara > mark     ACKNOWLEDGE ack=204 remport=0                       | src_name=clara acks_frame=@51 ack_rtt=111us
55:  1.004119    clara > all      COMPLETE name=TRANSITION.12                         | src_name=clara number=1 master=1 cman.transition.start_frame=@6
                                                                                      | end_frame=@23 cman.barrier.duration=2.037ms complete_frame=@43
                                                                                      | cman.barrier.start_frame=@27 waiting=4 acked_in=@56 acked_in=@57
                                                                                      | acked_in=@58
56:  1.004156    ludwig > clara   ACKNOWLEDGE ack=304 remport=0                       | src_name=ludwig acks_frame=@55 ack_rtt=37us
57:  1.004193    johann > clara   ACKNOWLEDGE ack=304 remport=0                       | src_name=johann acks_frame=@55 ack_rtt=74us
58:  1.00423     mark > clara     ACKNOWLEDGE ack=304 remport=0                       | src_name=mark acks_frame=@55 ack_rtt=111us
59:  61.00423    fanny > johann   JOINREQ                                             | response_in=@60 ?src_name
60:  61.00463    johann > fanny   JOINACK                                             | src_name=johann response_to=@59 response_time=400us
61:  61.00473    johann > all     STARTTRANS why=1 generation=13 nodeid=5             | src_name=johann number=2 master=2 acked_in=@62 response_in=@62
                                    num_addrs=1 + address ip=192.0.2.5 + name         | acked_in=@63 acked_in=@64 end_frame=@80
                                    name=fanny
62:  61.00478    ludwig > all     STARTACK ack=106 tgtid=2 generation=13              | src_name=ludwig tgt_name=johann acks_frame=@61 ack_rtt=50us
                                                                                      | response_to=@61 response_time=50us number=2 master=2
                                                                                      | cman.transition.start_frame=@61 acked_in=@67 end_frame=@80
63:  61.00483    mark > all       STARTACK ack=106 tgtid=2 generation=13              | src_name=mark tgt_name=johann acks_frame=@61 ack_rtt=100us
                                                                                      | response_to=@61 response_time=100us number=2 master=2
                                                                                      | cman.transition.start_frame=@61 acked_in=@69 end_frame=@80
64:  61.00488    clara > all      STARTACK ack=106 tgtid=2 generation=13              | src_name=clara tgt_name=johann acks_frame=@61 ack_rtt=150us
                                                                                      | response_to=@61 response_time=150us number=2 master=2
                                                                                      | cman.transition.start_frame=@61 acked_in=@71 end_frame=@80
65:  61.00508    johann > all     MASTERVIEW + member name=ludwig + address           | src_name=johann number=2 master=2 cman.transition.start_frame=@61
                                    ip=192.0.2.1 + votes nodeid=1 + member name=johann  | acked_in=@72 response_in=@72 acked_in=@73 acked_in=@74
                                    + address ip=192.0.2.2 + votes nodeid=2 + member  | end_frame=@80
                                    name=mark + address ip=192.0.2.3 + votes nodeid=3
                                    + member name=clara + address ip=192.0.2.4 + votes
                                    nodeid=4
66:  62.0051     ludwig > all     STARTACK seq=8 ack=106 flags=0 tgtid=2              | src_name=ludwig tgt_name=johann retransmission
                                    generation=13                                     | retransmission_of=@62 rto=1.00032s acks_frame=@61 response_to=@61
                                                                                      | number=2 master=2 cman.transition.start_frame=@61 end_frame=@80
                                                                                      | ?response_in ?response_time
67:  62.00512    johann > ludwig  ACKNOWLEDGE ack=8                                   | src_name=johann acks_frame=@62 ack_rtt=1.00034s
68:  62.00514    mark > all       STARTACK seq=205 ack=106 flags=0 tgtid=2            | src_name=mark tgt_name=johann retransmission retransmission_of=@63
                                    generation=13                                     | rto=1.00031s acks_frame=@61 response_to=@61 number=2 master=2
                                                                                      | cman.transition.start_frame=@61 end_frame=@80 ?response_in
                                                                                      | ?response_time
69:  62.00516    johann > mark    ACKNOWLEDGE ack=205                                 | src_name=johann acks_frame=@63 ack_rtt=1.00033s
70:  62.00518    clara > all      STARTACK seq=305 ack=106 flags=0 tgtid=2            | src_name=clara tgt_name=johann retransmission
                                    generation=13                                     | retransmission_of=@64 rto=1.0003s acks_frame=@61 response_to=@61
                                                                                      | number=2 master=2 cman.transition.start_frame=@61 end_frame=@80
                                                                                      | ?response_in ?response_time
71:  62.0052     johann > clara   ACKNOWLEDGE ack=305                                 | src_name=johann acks_frame=@64 ack_rtt=1.00032s
72:  62.00525    ludwig > all     VIEWACK ack=107 tgtid=2                             | src_name=ludwig tgt_name=johann acks_frame=@65 ack_rtt=1.00017s
                                                                                      | response_to=@65 response_time=1.00017s number=2 master=2
                                                                                      | cman.transition.start_frame=@61 acked_in=@75 end_frame=@80
73:  62.0053     mark > all       VIEWACK ack=107 tgtid=2                             | src_name=mark tgt_name=johann acks_frame=@65 ack_rtt=1.00022s
                                                                                      | response_to=@65 response_time=1.00022s number=2 master=2
                                                                                      | cman.transition.start_frame=@61 acked_in=@76 end_frame=@80
74:  62.00535    clara > all      VIEWACK ack=107 tgtid=2                             | src_name=clara tgt_name=johann acks_frame=@65 ack_rtt=1.00027s
                                                                                      | response_to=@65 response_time=1.00027s number=2 master=2
                                                                                      | cman.transition.start_frame=@61 acked_in=@77 end_frame=@80
75:  62.00537    johann > ludwig  ACKNOWLEDGE ack=9                                   | src_name=johann acks_frame=@72 ack_rtt=120us
76:  62.00539    johann > mark    ACKNOWLEDGE ack=206                                 | src_name=johann acks_frame=@73 ack_rtt=90us
77:  62.00541    johann > clara   ACKNOWLEDGE ack=306                                 | src_name=johann acks_frame=@74 ack_rtt=60us
78:  62.00571    johann > fanny   JOINCONF + member name=ludwig + address             | src_name=johann number=2 master=2 cman.transition.start_frame=@61
                                    ip=192.0.2.1 + votes nodeid=1 + member name=johann  | response_in=@79 end_frame=@80
                                    + address ip=192.0.2.2 + votes nodeid=2 + member
                                    name=mark + address ip=192.0.2.3 + votes nodeid=3
                                    + member name=clara + address ip=192.0.2.4 + votes
                                    nodeid=4
79:  62.0058     fanny > johann   CONFACK srcid=0                                     | response_to=@78 response_time=90us number=2 master=2
                                                                                      | cman.transition.start_frame=@61 end_frame=@80 ?src_name
80:  62.0061     johann > all     ENDTRANS total_votes=5 generation=14 nodeid=5       | src_name=johann number=2 master=2 cman.transition.start_frame=@61
                                                                                      | cman.transition.duration=1.00137s acked_in=@81 acked_in=@82
                                                                                      | acked_in=@83 acked_in=@84
81:  62.006137   ludwig > johann  ACKNOWLEDGE ack=109                                 | src_name=ludwig acks_frame=@80 ack_rtt=37us
82:  62.006174   mark > johann    ACKNOWLEDGE ack=109                                 | src_name=mark acks_frame=@80 ack_rtt=74us
83:  62.006211   clara > johann   ACKNOWLEDGE ack=109                                 | src_name=clara acks_frame=@80 ack_rtt=111us
84:  62.006248   fanny > johann   ACKNOWLEDGE ack=109 srcid=0                         | acks_frame=@80 ack_rtt=148us ?src_name
85:  62.006428   ludwig > all     WAIT name=TRANSITION.14                             | src_name=ludwig number=2 master=2 cman.transition.start_frame=@61
                                                                                      | end_frame=@80 waiting=1 acked_in=@86 acked_in=@87 acked_in=@88
                                                                                      | acked_in=@89 complete_frame=@110
86:  62.006465   johann > ludwig  ACKNOWLEDGE ack=10 remport=0                        | src_name=johann acks_frame=@85 ack_rtt=37us
87:  62.006502   mark > ludwig    ACKNOWLEDGE ack=10 remport=0                        | src_name=mark acks_frame=@85 ack_rtt=74us
88:  62.006539   clara > ludwig   ACKNOWLEDGE ack=10 remport=0                        | src_name=clara acks_frame=@85 ack_rtt=111us
89:  62.006576   fanny > ludwig   ACKNOWLEDGE ack=10 remport=0                        | src_name=fanny acks_frame=@85 ack_rtt=148us
90:  62.006756   johann > all     WAIT name=TRANSITION.14                             | src_name=johann number=2 master=2 cman.transition.start_frame=@61
                                                                                      | end_frame=@80 cman.barrier.start_frame=@85 waiting=2 acked_in=@91
                                                                                      | acked_in=@92 acked_in=@93 acked_in=@94 complete_frame=@110
91:  62.006793   ludwig > johann  ACKNOWLEDGE ack=110 remport=0                       | src_name=ludwig acks_frame=@90 ack_rtt=37us
92:  62.00683    mark > johann    ACKNOWLEDGE ack=110 remport=0                       | src_name=mark acks_frame=@90 ack_rtt=74us
93:  62.006867   clara > johann   ACKNOWLEDGE ack=110 remport=0                       | src_name=clara acks_frame=@90 ack_rtt=111us
94:  62.006904   fanny > johann   ACKNOWLEDGE ack=110 remport=0                       | src_name=fanny acks_frame=@90 ack_rtt=148us
95:  62.007084   mark > all       WAIT name=TRANSITION.14                             | src_name=mark number=2 master=2 cman.transition.start_frame=@61
                                                                                      | end_frame=@80 cman.barrier.start_frame=@85 waiting=3 acked_in=@96
                                                                                      | acked_in=@97 acked_in=@98 acked_in=@99 complete_frame=@110
96:  62.007121   ludwig > mark    ACKNOWLEDGE ack=207 remport=0                       | src_name=ludwig acks_frame=@95 ack_rtt=37us
97:  62.007158   johann > mark    ACKNOWLEDGE ack=207 remport=0                       | src_name=johann acks_frame=@95 ack_rtt=74us
98:  62.007195   clara > mark     ACKNOWLEDGE ack=207 remport=0                       | src_name=clara acks_frame=@95 ack_rtt=111us
99:  62.007232   fanny > mark     ACKNOWLEDGE ack=207 remport=0                       | src_name=fanny acks_frame=@95 ack_rtt=148us
100: 62.007412   clara > all      WAIT name=TRANSITION.14                             | src_name=clara number=2 master=2 cman.transition.start_frame=@61
                                                                                      | end_frame=@80 cman.barrier.start_frame=@85 waiting=4 acked_in=@101
                                                                                      | acked_in=@102 acked_in=@103 acked_in=@104 complete_frame=@110
101: 62.007449   ludwig > clara   ACKNOWLEDGE ack=307 remport=0                       | src_name=ludwig acks_frame=@100 ack_rtt=37us
102: 62.007486   johann > clara   ACKNOWLEDGE ack=307 remport=0                       | src_name=johann acks_frame=@100 ack_rtt=74us
103: 62.007523   mark > clara     ACKNOWLEDGE ack=307 remport=0                       | src_name=mark acks_frame=@100 ack_rtt=111us
104: 62.00756    fanny > clara    ACKNOWLEDGE ack=307 remport=0                       | src_name=fanny acks_frame=@100 ack_rtt=148us
105: 62.00774    fanny > all      WAIT name=TRANSITION.14                             | src_name=fanny number=2 master=2 cman.transition.start_frame=@61
                                                                                      | end_frame=@80 cman.barrier.start_frame=@85 waiting=5 acked_in=@106
                                                                                      | acked_in=@107 acked_in=@108 acked_in=@109 complete_frame=@110
106: 62.007777   ludwig > fanny   ACKNOWLEDGE ack=3 remport=0                         | src_name=ludwig acks_frame=@105 ack_rtt=37us
107: 62.007814   johann > fanny   ACKNOWLEDGE ack=3 remport=0                         | src_name=johann acks_frame=@105 ack_rtt=74us
108: 62.007851   mark > fanny     ACKNOWLEDGE ack=3 remport=0                         | src_name=mark acks_frame=@105 ack_rtt=111us
109: 62.007888   clara > fanny    ACKNOWLEDGE ack=3 remport=0                         | src_name=clara acks_frame=@105 ack_rtt=148us
110: 62.008068   ludwig > all     COMPLETE name=TRANSITION.14                         | src_name=ludwig number=2 master=2 cman.transition.start_frame=@61
                                                                                      | end_frame=@80 cman.barrier.duration=1.64ms
                                                                                      | cman.barrier.start_frame=@85 waiting=5 acked_in=@111 acked_in=@112
                                                                                      | acked_in=@113 acked_in=@114
111: 62.008105   johann > ludwig  ACKNOWLEDGE ack=11 remport=0                        | src_name=johann acks_frame=@110 ack_rtt=37us
112: 62.008142   mark > ludwig    ACKNOWLEDGE ack=11 remport=0                        | src_name=mark acks_frame=@110 ack_rtt=74us
113: 62.008179   clara > ludwig   ACKNOWLEDGE ack=11 remport=0                        | src_name=clara acks_frame=@110 ack_rtt=111us
114: 62.008216   fanny > ludwig   ACKNOWLEDGE ack=11 remport=0                        | src_name=fanny acks_frame=@110 ack_rtt=148us
115: 62.008396   johann > all     COMPLETE name=TRANSITION.14                         | src_name=johann number=2 master=2 cman.transition.start_frame=@61
                                                                                      | end_frame=@80 cman.barrier.duration=1.968ms complete_frame=@110
                                                                                      | cman.barrier.start_frame=@85 waiting=5 acked_in=@116 acked_in=@117
                                                                                      | acked_in=@118 acked_in=@119
116: 62.008433   ludwig > johann  ACKNOWLEDGE ack=111 remport=0                       | src_name=ludwig acks_frame=@115 ack_rtt=37us
117: 62.00847    mark > johann    ACKNOWLEDGE ack=111 remport=0                       | src_name=mark acks_frame=@115 ack_rtt=74us
118: 62.008507   clara > johann   ACKNOWLEDGE ack=111 remport=0                       | src_name=clara acks_frame=@115 ack_rtt=111us
119: 62.008544   fanny > johann   ACKNOWLEDGE ack=111 remport=0                       | src_name=fanny acks_frame=@115 ack_rtt=148us
120: 62.008724   mark > all       COMPLETE name=TRANSITION.14                         | src_name=mark number=2 master=2 cman.transition.start_frame=@61
                                                                                      | end_frame=@80 cman.barrier.duration=2.296ms complete_frame=@110
                                                                                      | cman.barrier.start_frame=@85 waiting=5 acked_in=@121 acked_in=@122
                                                                                      | acked_in=@123 acked_in=@124 ?acked_in
121: 62.008761   ludwig > mark    ACKNOWLEDGE ack=208 remport=0                       | src_name=ludwig acks_frame=@120 ack_rtt=37us
122: 62.008798   johann > mark    ACKNOWLEDGE ack=208 remport=0                       | src_name=johann acks_frame=@120 ack_rtt=74us
123: 62.008835   clara > mark     ACKNOWLEDGE ack=208 remport=0                       | src_name=clara acks_frame=@120 ack_rtt=111us
124: 62.008872   fanny > mark     ACKNOWLEDGE ack=208 remport=0                       | src_name=fanny acks_frame=@120 ack_rtt=148us
125: 62.009052   clara > all      COMPLETE name=TRANSITION.14                         | src_name=clara number=2 master=2 cman.transition.start_frame=@61
                                                                                      | end_frame=@80 cman.barrier.duration=2.624ms complete_frame=@110
                                                                                      | cman.barrier.start_frame=@85 waiting=5 acked_in=@126 acked_in=@127
                                                                                      | acked_in=@128 acked_in=@129
126: 62.009089   ludwig > clara   ACKNOWLEDGE ack=308 remport=0                       | src_name=ludwig acks_frame=@125 ack_rtt=37us
127: 62.009126   johann > clara   ACKNOWLEDGE ack=308 remport=0                       | src_name=johann acks_frame=@125 ack_rtt=74us
128: 62.009163   mark > clara     ACKNOWLEDGE ack=308 remport=0                       | src_name=mark acks_frame=@125 ack_rtt=111us
129: 62.0092     fanny > clara    ACKNOWLEDGE ack=308 remport=0                       | src_name=fanny acks_frame=@125 ack_rtt=148us
130: 62.00938    fanny > all      COMPLETE name=TRANSITION.14                         | src_name=fanny number=2 master=2 cman.transition.start_frame=@61
                                                                                      | end_frame=@80 cman.barrier.duration=2.952ms complete_frame=@110
                                                                                      | cman.barrier.start_frame=@85 waiting=5 acked_in=@131 acked_in=@132
                                                                                      | acked_in=@133 acked_in=@134
131: 62.009417   ludwig > fanny   ACKNOWLEDGE ack=4 remport=0                         | src_name=ludwig acks_frame=@130 ack_rtt=37us
132: 62.009454   johann > fanny   ACKNOWLEDGE ack=4 remport=0                         | src_name=johann acks_frame=@130 ack_rtt=74us
133: 62.009491   mark > fanny     ACKNOWLEDGE ack=4 remport=0                         | src_name=mark acks_frame=@130 ack_rtt=111us
134: 62.009528   clara > fanny    ACKNOWLEDGE ack=4 remport=0                         | src_name=clara acks_frame=@130 ack_rtt=148us
135: 122.009528  clara > all      LEAVE ack=208 tgtid=3                               | leave src_name=clara tgt_name=mark ?acks_frame ?ack_rtt
                                                                                      | ?duplicate_ack
136: 122.009828  mark > all       NODEDOWN nodeid=4                                   | nodedown src_name=mark acked_in=@137 acked_in=@138 acked_in=@139
137: 122.009865  ludwig > mark    ACKNOWLEDGE ack=209                                 | src_name=ludwig acks_frame=@136 ack_rtt=37us
138: 122.009902  johann > mark    ACKNOWLEDGE ack=209                                 | src_name=johann acks_frame=@136 ack_rtt=74us
139: 122.009939  fanny > mark     ACKNOWLEDGE ack=209                                 | src_name=fanny acks_frame=@136 ack_rtt=111us
140: 122.010339  mark > all       STARTTRANS generation=15 nodeid=4                   | src_name=mark number=3 master=3 acked_in=@141 response_in=@141
                                                                                      | acked_in=@142 acked_in=@143 end_frame=@157
141: 122.010389  ludwig > all     STARTACK ack=210 tgtid=3 generation=15              | src_name=ludwig tgt_name=mark acks_frame=@140 ack_rtt=50us
                                                                                      | response_to=@140 response_time=50us number=3 master=3
                                                                                      | cman.transition.start_frame=@140 acked_in=@146 end_frame=@157
142: 122.010439  johann > all     STARTACK ack=210 tgtid=3 generation=15              | src_name=johann tgt_name=mark acks_frame=@140 ack_rtt=100us
                                                                                      | response_to=@140 response_time=100us number=3 master=3
                                                                                      | cman.transition.start_frame=@140 acked_in=@148 end_frame=@157
143: 122.010489  fanny > all      STARTACK ack=210 tgtid=3 generation=15              | src_name=fanny tgt_name=mark acks_frame=@140 ack_rtt=150us
                                                                                      | response_to=@140 response_time=150us number=3 master=3
                                                                                      | cman.transition.start_frame=@140 acked_in=@150 end_frame=@157
144: 122.010689  mark > all       MASTERVIEW + member name=ludwig + address           | src_name=mark number=3 master=3 cman.transition.start_frame=@140
                                    ip=192.0.2.1 + votes nodeid=1 + member name=johann  | acked_in=@151 response_in=@151 acked_in=@152 acked_in=@153
                                    + address ip=192.0.2.2 + votes nodeid=2 + member  | end_frame=@157
                                    name=mark + address ip=192.0.2.3 + votes nodeid=3
                                    + member name=fanny + address ip=192.0.2.5 + votes
                                    nodeid=5
145: 123.010709  ludwig > all     STARTACK seq=12 ack=210 flags=0 tgtid=3             | src_name=ludwig tgt_name=mark retransmission
                                    generation=15                                     | retransmission_of=@141 rto=1.00032s acks_frame=@140
                                                                                      | response_to=@140 number=3 master=3
                                                                                      | cman.transition.start_frame=@140 end_frame=@157 ?response_in
                                                                                      | ?response_time
146: 123.010729  mark > ludwig    ACKNOWLEDGE ack=12                                  | src_name=mark acks_frame=@141 ack_rtt=1.00034s
147: 123.010749  johann > all     STARTACK seq=112 ack=210 flags=0 tgtid=3            | src_name=johann tgt_name=mark retransmission
                                    generation=15                                     | retransmission_of=@142 rto=1.00031s acks_frame=@140
                                                                                      | response_to=@140 number=3 master=3
                                                                                      | cman.transition.start_frame=@140 end_frame=@157 ?response_in
                                                                                      | ?response_time
148: 123.010769  mark > johann    ACKNOWLEDGE ack=112                                 | src_name=mark acks_frame=@142 ack_rtt=1.00033s
149: 123.010789  fanny > all      STARTACK seq=5 ack=210 flags=0 tgtid=3              | src_name=fanny tgt_name=mark retransmission retransmission_of=@143
                                    generation=15                                     | rto=1.0003s acks_frame=@140 response_to=@140 number=3 master=3
                                                                                      | cman.transition.start_frame=@140 end_frame=@157 ?response_in
                                                                                      | ?response_time
150: 123.010809  mark > fanny     ACKNOWLEDGE ack=5                                   | src_name=mark acks_frame=@143 ack_rtt=1.00032s
151: 123.010859  ludwig > all     VIEWACK ack=211 tgtid=3                             | src_name=ludwig tgt_name=mark acks_frame=@144 ack_rtt=1.00017s
                                                                                      | response_to=@144 response_time=1.00017s number=3 master=3
                                                                                      | cman.transition.start_frame=@140 acked_in=@154 end_frame=@157
152: 123.010909  johann > all     VIEWACK ack=211 tgtid=3                             | src_name=johann tgt_name=mark acks_frame=@144 ack_rtt=1.00022s
                                                                                      | response_to=@144 response_time=1.00022s number=3 master=3
                                                                                      | cman.transition.start_frame=@140 acked_in=@155 end_frame=@157
153: 123.010959  fanny > all      VIEWACK ack=211 tgtid=3                             | src_name=fanny tgt_name=mark acks_frame=@144 ack_rtt=1.00027s
                                                                                      | response_to=@144 response_time=1.00027s number=3 master=3
                                                                                      | cman.transition.start_frame=@140 acked_in=@156 end_frame=@157
154: 123.010979  mark > ludwig    ACKNOWLEDGE ack=13                                  | src_name=mark acks_frame=@151 ack_rtt=120us
155: 123.010999  mark > johann    ACKNOWLEDGE ack=113                                 | src_name=mark acks_frame=@152 ack_rtt=90us
156: 123.011019  mark > fanny     ACKNOWLEDGE ack=6                                   | src_name=mark acks_frame=@153 ack_rtt=60us
157: 123.011319  mark > all       ENDTRANS total_votes=4 generation=16                | src_name=mark number=3 master=3 cman.transition.start_frame=@140
                                                                                      | cman.transition.duration=1.00098s acked_in=@158 acked_in=@159
                                                                                      | acked_in=@160
158: 123.011356  ludwig > mark    ACKNOWLEDGE ack=212                                 | src_name=ludwig acks_frame=@157 ack_rtt=37us
159: 123.011393  johann > mark    ACKNOWLEDGE ack=212                                 | src_name=johann acks_frame=@157 ack_rtt=74us
160: 123.01143   fanny > mark     ACKNOWLEDGE ack=212                                 | src_name=fanny acks_frame=@157 ack_rtt=111us
161: 123.01161   ludwig > all     WAIT name=TRANSITION.16                             | src_name=ludwig number=3 master=3 cman.transition.start_frame=@140
                                                                                      | end_frame=@157 waiting=1 acked_in=@162 acked_in=@163 acked_in=@164
                                                                                      | complete_frame=@177
162: 123.011647  johann > ludwig  ACKNOWLEDGE ack=14 remport=0                        | src_name=johann acks_frame=@161 ack_rtt=37us
163: 123.011684  mark > ludwig    ACKNOWLEDGE ack=14 remport=0                        | src_name=mark acks_frame=@161 ack_rtt=74us
164: 123.011721  fanny > ludwig   ACKNOWLEDGE ack=14 remport=0                        | src_name=fanny acks_frame=@161 ack_rtt=111us
165: 123.011901  johann > all     WAIT name=TRANSITION.16                             | src_name=johann number=3 master=3 cman.transition.start_frame=@140
                                                                                      | end_frame=@157 cman.barrier.start_frame=@161 waiting=2
                                                                                      | acked_in=@166 acked_in=@167 acked_in=@168 complete_frame=@177
166: 123.011938  ludwig > johann  ACKNOWLEDGE ack=114 remport=0                       | src_name=ludwig acks_frame=@165 ack_rtt=37us
167: 123.011975  mark > johann    ACKNOWLEDGE ack=114 remport=0                       | src_name=mark acks_frame=@165 ack_rtt=74us
168: 123.012012  fanny > johann   ACKNOWLEDGE ack=114 remport=0                       | src_name=fanny acks_frame=@165 ack_rtt=111us
169: 123.012192  mark > all       WAIT name=TRANSITION.16                             | src_name=mark number=3 master=3 cman.transition.start_frame=@140
                                                                                      | end_frame=@157 cman.barrier.start_frame=@161 waiting=3
                                                                                      | acked_in=@170 acked_in=@171 acked_in=@172 complete_frame=@177
170: 123.012229  ludwig > mark    ACKNOWLEDGE ack=213 remport=0                       | src_name=ludwig acks_frame=@169 ack_rtt=37us
171: 123.012266  johann > mark    ACKNOWLEDGE ack=213 remport=0                       | src_name=johann acks_frame=@169 ack_rtt=74us
172: 123.012303  fanny > mark     ACKNOWLEDGE ack=213 remport=0                       | src_name=fanny acks_frame=@169 ack_rtt=111us
173: 123.012483  fanny > all      WAIT name=TRANSITION.16                             | src_name=fanny number=3 master=3 cman.transition.start_frame=@140
                                                                                      | end_frame=@157 cman.barrier.start_frame=@161 waiting=4
                                                                                      | acked_in=@174 acked_in=@175 acked_in=@176 complete_frame=@177
174: 123.01252   ludwig > fanny   ACKNOWLEDGE ack=7 remport=0                         | src_name=ludwig acks_frame=@173 ack_rtt=37us
175: 123.012557  johann > fanny   ACKNOWLEDGE ack=7 remport=0                         | src_name=johann acks_frame=@173 ack_rtt=74us
176: 123.012594  mark > fanny     ACKNOWLEDGE ack=7 remport=0                         | src_name=mark acks_frame=@173 ack_rtt=111us
177: 123.012774  ludwig > all     COMPLETE name=TRANSITION.16                         | src_name=ludwig number=3 master=3 cman.transition.start_frame=@140
                                                                                      | end_frame=@157 cman.barrier.duration=1.164ms
                                                                                      | cman.barrier.start_frame=@161 waiting=4 acked_in=@178
                                                                                      | acked_in=@179 acked_in=@180
178: 123.012811  johann > ludwig  ACKNOWLEDGE ack=15 remport=0                        | src_name=johann acks_frame=@177 ack_rtt=37us
179: 123.012848  mark > ludwig    ACKNOWLEDGE ack=15 remport=0                        | src_name=mark acks_frame=@177 ack_rtt=74us
180: 123.012885  fanny > ludwig   ACKNOWLEDGE ack=15 remport=0                        | src_name=fanny acks_frame=@177 ack_rtt=111us
181: 123.013065  johann > all     COMPLETE name=TRANSITION.16                         | src_name=johann number=3 master=3 cman.transition.start_frame=@140
                                                                                      | end_frame=@157 cman.barrier.duration=1.455ms complete_frame=@177
                                                                                      | cman.barrier.start_frame=@161 waiting=4 acked_in=@182
                                                                                      | acked_in=@183 acked_in=@184
182: 123.013102  ludwig > johann  ACKNOWLEDGE ack=115 remport=0                       | src_name=ludwig acks_frame=@181 ack_rtt=37us
183: 123.013139  mark > johann    ACKNOWLEDGE ack=115 remport=0                       | src_name=mark acks_frame=@181 ack_rtt=74us
184: 123.013176  fanny > johann   ACKNOWLEDGE ack=115 remport=0                       | src_name=fanny acks_frame=@181 ack_rtt=111us
185: 123.013356  mark > all       COMPLETE name=TRANSITION.16                         | src_name=mark number=3 master=3 cman.transition.start_frame=@140
                                                                                      | end_frame=@157 cman.barrier.duration=1.746ms complete_frame=@177
                                                                                      | cman.barrier.start_frame=@161 waiting=4 acked_in=@186
                                                                                      | acked_in=@187 acked_in=@188
186: 123.013393  ludwig > mark    ACKNOWLEDGE ack=214 remport=0                       | src_name=ludwig acks_frame=@185 ack_rtt=37us
187: 123.01343   johann > mark    ACKNOWLEDGE ack=214 remport=0                       | src_name=johann acks_frame=@185 ack_rtt=74us
188: 123.013467  fanny > mark     ACKNOWLEDGE ack=214 remport=0                       | src_name=fanny acks_frame=@185 ack_rtt=111us
189: 123.013647  fanny > all      COMPLETE name=TRANSITION.16                         | src_name=fanny number=3 master=3 cman.transition.start_frame=@140
                                                                                      | end_frame=@157 cman.barrier.duration=2.037ms complete_frame=@177
                                                                                      | cman.barrier.start_frame=@161 waiting=4 acked_in=@190
                                                                                      | acked_in=@191 acked_in=@192
190: 123.013684  ludwig > fanny   ACKNOWLEDGE ack=8 remport=0                         | src_name=ludwig acks_frame=@189 ack_rtt=37us
191: 123.013721  johann > fanny   ACKNOWLEDGE ack=8 remport=0                         | src_name=johann acks_frame=@189 ack_rtt=74us
192: 123.013758  mark > fanny     ACKNOWLEDGE ack=8 remport=0                         | src_name=mark acks_frame=@189 ack_rtt=111us
