# Two nodes start at once, with the same generation; the loser passes its reason on, and
# the winner starts again with it.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
node ludwig ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node all ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0
node johann ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
node mark ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3
node clara ip=192.0.2.4 ether=02:00:00:00:00:04 cluster=3169 id=4
node fanny ip=192.0.2.5 ether=02:00:00:00:00:05 cluster=3169 id=5
truth node ludwig 1 77 0 0
truth node johann 2 75 0 0
truth node mark 3 77 0 0
truth node clara 4 71 0 0
truth node fanny 5 66 0 0

1:   0           ludwig > all     STARTTRANS nodeid=5                                 | number=1 master=1 acked_in=@3 response_in=@3 acked_in=@4
                                                                                      | end_frame=@7
2:   0.00005     johann > all     STARTTRANS seq=101 nodeid=5                         | number=1 master=1 cman.transition.start_frame=@1 clash
                                                                                      | end_frame=@7
3:   0.00009     johann > all     STARTACK ack=1 tgtid=1                              | acks_frame=@1 ack_rtt=90us response_to=@1 response_time=90us
                                                                                      | number=1 master=1 cman.transition.start_frame=@1 end_frame=@7
4:   0.00013     mark > all       STARTACK seq=201 ack=1 tgtid=1                      | acks_frame=@1 ack_rtt=130us response_to=@1 response_time=130us
                                                                                      | number=1 master=1 cman.transition.start_frame=@1 end_frame=@7
5:   1.00013     ludwig > all     MASTERVIEW + member name=ludwig + address           | src_name=ludwig number=1 master=1 cman.transition.start_frame=@1
                                    ip=192.0.2.1 + votes nodeid=1 + member name=johann  | acked_in=@6 response_in=@6 end_frame=@7
                                    + address ip=192.0.2.2 + votes nodeid=2 + member
                                    name=mark + address ip=192.0.2.3 + votes nodeid=3
                                    + member name=clara + address ip=192.0.2.4 + votes
                                    nodeid=4 + member name=fanny + address
                                    ip=192.0.2.5 + votes nodeid=5
6:   1.00013     clara > all      VIEWACK seq=301 ack=2 tgtid=1                       | src_name=clara tgt_name=ludwig acks_frame=@5 ack_rtt=0s
                                                                                      | response_to=@5 response_time=0s number=1 master=1
                                                                                      | cman.transition.start_frame=@1 end_frame=@7
7:   1.00043     ludwig > all     ENDTRANS total_votes=5                              | src_name=ludwig number=1 master=1 cman.transition.start_frame=@1
                                                                                      | cman.transition.duration=1.00043s acked_in=@8 acked_in=@9
                                                                                      | acked_in=@10 acked_in=@11
8:   1.000467    johann > ludwig  ACKNOWLEDGE ack=3                                   | src_name=johann acks_frame=@7 ack_rtt=37us
9:   1.000504    mark > ludwig    ACKNOWLEDGE ack=3                                   | src_name=mark acks_frame=@7 ack_rtt=74us
10:  1.000541    clara > ludwig   ACKNOWLEDGE ack=3                                   | src_name=clara acks_frame=@7 ack_rtt=111us
11:  1.000578    fanny > ludwig   ACKNOWLEDGE ack=3                                   | src_name=fanny acks_frame=@7 ack_rtt=148us
12:  1.000758    ludwig > all     WAIT name=TRANSITION.12                             | src_name=ludwig number=1 master=1 cman.transition.start_frame=@1
                                                                                      | end_frame=@7 waiting=1 acked_in=@13 acked_in=@14 acked_in=@15
                                                                                      | acked_in=@16 complete_frame=@37
13:  1.000795    johann > ludwig  ACKNOWLEDGE ack=4 remport=0                         | src_name=johann acks_frame=@12 ack_rtt=37us
14:  1.000832    mark > ludwig    ACKNOWLEDGE ack=4 remport=0                         | src_name=mark acks_frame=@12 ack_rtt=74us
15:  1.000869    clara > ludwig   ACKNOWLEDGE ack=4 remport=0                         | src_name=clara acks_frame=@12 ack_rtt=111us
16:  1.000906    fanny > ludwig   ACKNOWLEDGE ack=4 remport=0                         | src_name=fanny acks_frame=@12 ack_rtt=148us
17:  1.001086    johann > all     WAIT name=TRANSITION.12                             | src_name=johann number=1 master=1 cman.transition.start_frame=@1
                                                                                      | end_frame=@7 cman.barrier.start_frame=@12 waiting=2 acked_in=@18
                                                                                      | acked_in=@19 acked_in=@20 acked_in=@21 complete_frame=@37
18:  1.001123    ludwig > johann  ACKNOWLEDGE ack=103 remport=0                       | src_name=ludwig acks_frame=@17 ack_rtt=37us
19:  1.00116     mark > johann    ACKNOWLEDGE ack=103 remport=0                       | src_name=mark acks_frame=@17 ack_rtt=74us
20:  1.001197    clara > johann   ACKNOWLEDGE ack=103 remport=0                       | src_name=clara acks_frame=@17 ack_rtt=111us
21:  1.001234    fanny > johann   ACKNOWLEDGE ack=103 remport=0                       | src_name=fanny acks_frame=@17 ack_rtt=148us
22:  1.001414    mark > all       WAIT name=TRANSITION.12                             | src_name=mark number=1 master=1 cman.transition.start_frame=@1
                                                                                      | end_frame=@7 cman.barrier.start_frame=@12 waiting=3 acked_in=@23
                                                                                      | acked_in=@24 acked_in=@25 acked_in=@26 complete_frame=@37
23:  1.001451    ludwig > mark    ACKNOWLEDGE ack=202 remport=0                       | src_name=ludwig acks_frame=@22 ack_rtt=37us
24:  1.001488    johann > mark    ACKNOWLEDGE ack=202 remport=0                       | src_name=johann acks_frame=@22 ack_rtt=74us
25:  1.001525    clara > mark     ACKNOWLEDGE ack=202 remport=0                       | src_name=clara acks_frame=@22 ack_rtt=111us
26:  1.001562    fanny > mark     ACKNOWLEDGE ack=202 remport=0                       | src_name=fanny acks_frame=@22 ack_rtt=148us
27:  1.001742    clara > all      WAIT name=TRANSITION.12                             | src_name=clara number=1 master=1 cman.transition.start_frame=@1
                                                                                      | end_frame=@7 cman.barrier.start_frame=@12 waiting=4 acked_in=@28
                                                                                      | acked_in=@29 acked_in=@30 acked_in=@31 complete_frame=@37
28:  1.001779    ludwig > clara   ACKNOWLEDGE ack=302 remport=0                       | src_name=ludwig acks_frame=@27 ack_rtt=37us
29:  1.001816    johann > clara   ACKNOWLEDGE ack=302 remport=0                       | src_name=johann acks_frame=@27 ack_rtt=74us
30:  1.001853    mark > clara     ACKNOWLEDGE ack=302 remport=0                       | src_name=mark acks_frame=@27 ack_rtt=111us
31:  1.00189     fanny > clara    ACKNOWLEDGE ack=302 remport=0                       | src_name=fanny acks_frame=@27 ack_rtt=148us
32:  1.00207     fanny > all      WAIT seq=401 name=TRANSITION.12                     | src_name=fanny number=1 master=1 cman.transition.start_frame=@1
                                                                                      | end_frame=@7 cman.barrier.start_frame=@12 waiting=5 acked_in=@33
                                                                                      | acked_in=@34 acked_in=@35 acked_in=@36 complete_frame=@37
33:  1.002107    ludwig > fanny   ACKNOWLEDGE ack=401 remport=0                       | src_name=ludwig acks_frame=@32 ack_rtt=37us
34:  1.002144    johann > fanny   ACKNOWLEDGE ack=401 remport=0                       | src_name=johann acks_frame=@32 ack_rtt=74us
35:  1.002181    mark > fanny     ACKNOWLEDGE ack=401 remport=0                       | src_name=mark acks_frame=@32 ack_rtt=111us
36:  1.002218    clara > fanny    ACKNOWLEDGE ack=401 remport=0                       | src_name=clara acks_frame=@32 ack_rtt=148us
37:  1.002398    ludwig > all     COMPLETE name=TRANSITION.12                         | src_name=ludwig number=1 master=1 cman.transition.start_frame=@1
                                                                                      | end_frame=@7 cman.barrier.duration=1.64ms
                                                                                      | cman.barrier.start_frame=@12 waiting=5 acked_in=@38 acked_in=@39
                                                                                      | acked_in=@40 acked_in=@41
38:  1.002435    johann > ludwig  ACKNOWLEDGE ack=5 remport=0                         | src_name=johann acks_frame=@37 ack_rtt=37us
39:  1.002472    mark > ludwig    ACKNOWLEDGE ack=5 remport=0                         | src_name=mark acks_frame=@37 ack_rtt=74us
40:  1.002509    clara > ludwig   ACKNOWLEDGE ack=5 remport=0                         | src_name=clara acks_frame=@37 ack_rtt=111us
41:  1.002546    fanny > ludwig   ACKNOWLEDGE ack=5 remport=0                         | src_name=fanny acks_frame=@37 ack_rtt=148us
42:  1.002726    johann > all     COMPLETE name=TRANSITION.12                         | src_name=johann number=1 master=1 cman.transition.start_frame=@1
                                                                                      | end_frame=@7 cman.barrier.duration=1.968ms complete_frame=@37
                                                                                      | cman.barrier.start_frame=@12 waiting=5 acked_in=@43 acked_in=@44
                                                                                      | acked_in=@45 acked_in=@46
43:  1.002763    ludwig > johann  ACKNOWLEDGE ack=104 remport=0                       | src_name=ludwig acks_frame=@42 ack_rtt=37us
44:  1.0028      mark > johann    ACKNOWLEDGE ack=104 remport=0                       | src_name=mark acks_frame=@42 ack_rtt=74us
45:  1.002837    clara > johann   ACKNOWLEDGE ack=104 remport=0                       | src_name=clara acks_frame=@42 ack_rtt=111us
46:  1.002874    fanny > johann   ACKNOWLEDGE ack=104 remport=0                       | src_name=fanny acks_frame=@42 ack_rtt=148us
47:  1.003054    mark > all       COMPLETE name=TRANSITION.12                         | src_name=mark number=1 master=1 cman.transition.start_frame=@1
                                                                                      | end_frame=@7 cman.barrier.duration=2.296ms complete_frame=@37
                                                                                      | cman.barrier.start_frame=@12 waiting=5 acked_in=@48 acked_in=@49
                                                                                      | acked_in=@50 acked_in=@51
48:  1.003091    ludwig > mark    ACKNOWLEDGE ack=203 remport=0                       | src_name=ludwig acks_frame=@47 ack_rtt=37us
49:  1.003128    johann > mark    ACKNOWLEDGE ack=203 remport=0                       | src_name=johann acks_frame=@47 ack_rtt=74us
50:  1.003165    clara > mark     ACKNOWLEDGE ack=203 remport=0                       | src_name=clara acks_frame=@47 ack_rtt=111us
51:  1.003202    fanny > mark     ACKNOWLEDGE ack=203 remport=0                       | src_name=fanny acks_frame=@47 ack_rtt=148us
52:  1.003382    clara > all      COMPLETE name=TRANSITION.12                         | src_name=clara number=1 master=1 cman.transition.start_frame=@1
                                                                                      | end_frame=@7 cman.barrier.duration=2.624ms complete_frame=@37
                                                                                      | cman.barrier.start_frame=@12 waiting=5 acked_in=@53 acked_in=@54
                                                                                      | acked_in=@55 acked_in=@56
53:  1.003419    ludwig > clara   ACKNOWLEDGE ack=303 remport=0                       | src_name=ludwig acks_frame=@52 ack_rtt=37us
54:  1.003456    johann > clara   ACKNOWLEDGE ack=303 remport=0                       | src_name=johann acks_frame=@52 ack_rtt=74us
55:  1.003493    mark > clara     ACKNOWLEDGE ack=303 remport=0                       | src_name=mark acks_frame=@52 ack_rtt=111us
56:  1.00353     fanny > clara    ACKNOWLEDGE ack=303 remport=0                       | src_name=fanny acks_frame=@52 ack_rtt=148us
57:  1.00371     fanny > all      COMPLETE name=TRANSITION.12                         | src_name=fanny number=1 master=1 cman.transition.start_frame=@1
                                                                                      | end_frame=@7 cman.barrier.duration=2.952ms complete_frame=@37
                                                                                      | cman.barrier.start_frame=@12 waiting=5 acked_in=@58 acked_in=@59
                                                                                      | acked_in=@60 acked_in=@61
58:  1.003747    ludwig > fanny   ACKNOWLEDGE ack=402 remport=0                       | src_name=ludwig acks_frame=@57 ack_rtt=37us
59:  1.003784    johann > fanny   ACKNOWLEDGE ack=402 remport=0                       | src_name=johann acks_frame=@57 ack_rtt=74us
60:  1.003821    mark > fanny     ACKNOWLEDGE ack=402 remport=0                       | src_name=mark acks_frame=@57 ack_rtt=111us
61:  1.003858    clara > fanny    ACKNOWLEDGE ack=402 remport=0                       | src_name=clara acks_frame=@57 ack_rtt=148us
62:  61.003858   mark > all       STARTTRANS generation=13 nodeid=5                   | src_name=mark number=2 master=3 end_frame=@68
63:  61.003908   johann > all     STARTTRANS why=1 generation=13 nodeid=5             | src_name=johann number=2 master=2 cman.transition.start_frame=@62
                                    num_addrs=1 + address ip=192.0.2.5 + name         | clash acked_in=@64 response_in=@64 acked_in=@65 end_frame=@68
                                    name=fanny
64:  61.003948   ludwig > all     STARTACK ack=105 tgtid=2 generation=13              | src_name=ludwig tgt_name=johann acks_frame=@63 ack_rtt=40us
                                                                                      | response_to=@63 response_time=40us number=2 master=2
                                                                                      | cman.transition.start_frame=@62 end_frame=@68
65:  61.003988   mark > all       STARTACK ack=105 tgtid=2 generation=13              | src_name=mark tgt_name=johann acks_frame=@63 ack_rtt=80us
                                                                                      | response_to=@63 response_time=80us number=2 master=2
                                                                                      | cman.transition.start_frame=@62 end_frame=@68
66:  62.003988   johann > all     MASTERVIEW + member name=ludwig + address           | src_name=johann number=2 master=2 cman.transition.start_frame=@62
                                    ip=192.0.2.1 + votes nodeid=1 + member name=johann  | acked_in=@67 response_in=@67 end_frame=@68
                                    + address ip=192.0.2.2 + votes nodeid=2 + member
                                    name=mark + address ip=192.0.2.3 + votes nodeid=3
                                    + member name=clara + address ip=192.0.2.4 + votes
                                    nodeid=4 + member name=fanny + address
                                    ip=192.0.2.5 + votes nodeid=5
67:  62.003988   clara > all      VIEWACK ack=106 tgtid=2                             | src_name=clara tgt_name=johann acks_frame=@66 ack_rtt=0s
                                                                                      | response_to=@66 response_time=0s number=2 master=2
                                                                                      | cman.transition.start_frame=@62 end_frame=@68
68:  62.004288   johann > all     ENDTRANS total_votes=5 generation=14                | src_name=johann number=2 master=2 cman.transition.start_frame=@62
                                                                                      | cman.transition.duration=1.00043s acked_in=@69 acked_in=@70
                                                                                      | acked_in=@71 acked_in=@72
69:  62.004325   ludwig > johann  ACKNOWLEDGE ack=107                                 | src_name=ludwig acks_frame=@68 ack_rtt=37us
70:  62.004362   mark > johann    ACKNOWLEDGE ack=107                                 | src_name=mark acks_frame=@68 ack_rtt=74us
71:  62.004399   clara > johann   ACKNOWLEDGE ack=107                                 | src_name=clara acks_frame=@68 ack_rtt=111us
72:  62.004436   fanny > johann   ACKNOWLEDGE ack=107                                 | src_name=fanny acks_frame=@68 ack_rtt=148us
73:  62.004616   ludwig > all     WAIT name=TRANSITION.14                             | src_name=ludwig number=2 master=2 cman.transition.start_frame=@62
                                                                                      | end_frame=@68 waiting=1 acked_in=@74 acked_in=@75 acked_in=@76
                                                                                      | acked_in=@77 complete_frame=@98
74:  62.004653   johann > ludwig  ACKNOWLEDGE ack=7 remport=0                         | src_name=johann acks_frame=@73 ack_rtt=37us
75:  62.00469    mark > ludwig    ACKNOWLEDGE ack=7 remport=0                         | src_name=mark acks_frame=@73 ack_rtt=74us
76:  62.004727   clara > ludwig   ACKNOWLEDGE ack=7 remport=0                         | src_name=clara acks_frame=@73 ack_rtt=111us
77:  62.004764   fanny > ludwig   ACKNOWLEDGE ack=7 remport=0                         | src_name=fanny acks_frame=@73 ack_rtt=148us
78:  62.004944   johann > all     WAIT name=TRANSITION.14                             | src_name=johann number=2 master=2 cman.transition.start_frame=@62
                                                                                      | end_frame=@68 cman.barrier.start_frame=@73 waiting=2 acked_in=@79
                                                                                      | acked_in=@80 acked_in=@81 acked_in=@82 complete_frame=@98
79:  62.004981   ludwig > johann  ACKNOWLEDGE ack=108 remport=0                       | src_name=ludwig acks_frame=@78 ack_rtt=37us
80:  62.005018   mark > johann    ACKNOWLEDGE ack=108 remport=0                       | src_name=mark acks_frame=@78 ack_rtt=74us
81:  62.005055   clara > johann   ACKNOWLEDGE ack=108 remport=0                       | src_name=clara acks_frame=@78 ack_rtt=111us
82:  62.005092   fanny > johann   ACKNOWLEDGE ack=108 remport=0                       | src_name=fanny acks_frame=@78 ack_rtt=148us
83:  62.005272   mark > all       WAIT name=TRANSITION.14                             | src_name=mark number=2 master=2 cman.transition.start_frame=@62
                                                                                      | end_frame=@68 cman.barrier.start_frame=@73 waiting=3 acked_in=@84
                                                                                      | acked_in=@85 acked_in=@86 acked_in=@87 complete_frame=@98
84:  62.005309   ludwig > mark    ACKNOWLEDGE ack=206 remport=0                       | src_name=ludwig acks_frame=@83 ack_rtt=37us
85:  62.005346   johann > mark    ACKNOWLEDGE ack=206 remport=0                       | src_name=johann acks_frame=@83 ack_rtt=74us
86:  62.005383   clara > mark     ACKNOWLEDGE ack=206 remport=0                       | src_name=clara acks_frame=@83 ack_rtt=111us
87:  62.00542    fanny > mark     ACKNOWLEDGE ack=206 remport=0                       | src_name=fanny acks_frame=@83 ack_rtt=148us
88:  62.0056     clara > all      WAIT name=TRANSITION.14                             | src_name=clara number=2 master=2 cman.transition.start_frame=@62
                                                                                      | end_frame=@68 cman.barrier.start_frame=@73 waiting=4 acked_in=@89
                                                                                      | acked_in=@90 acked_in=@91 acked_in=@92 complete_frame=@98
89:  62.005637   ludwig > clara   ACKNOWLEDGE ack=305 remport=0                       | src_name=ludwig acks_frame=@88 ack_rtt=37us
90:  62.005674   johann > clara   ACKNOWLEDGE ack=305 remport=0                       | src_name=johann acks_frame=@88 ack_rtt=74us
91:  62.005711   mark > clara     ACKNOWLEDGE ack=305 remport=0                       | src_name=mark acks_frame=@88 ack_rtt=111us
92:  62.005748   fanny > clara    ACKNOWLEDGE ack=305 remport=0                       | src_name=fanny acks_frame=@88 ack_rtt=148us
93:  62.005928   fanny > all      WAIT name=TRANSITION.14                             | src_name=fanny number=2 master=2 cman.transition.start_frame=@62
                                                                                      | end_frame=@68 cman.barrier.start_frame=@73 waiting=5 acked_in=@94
                                                                                      | acked_in=@95 acked_in=@96 acked_in=@97 complete_frame=@98
94:  62.005965   ludwig > fanny   ACKNOWLEDGE ack=403 remport=0                       | src_name=ludwig acks_frame=@93 ack_rtt=37us
95:  62.006002   johann > fanny   ACKNOWLEDGE ack=403 remport=0                       | src_name=johann acks_frame=@93 ack_rtt=74us
96:  62.006039   mark > fanny     ACKNOWLEDGE ack=403 remport=0                       | src_name=mark acks_frame=@93 ack_rtt=111us
97:  62.006076   clara > fanny    ACKNOWLEDGE ack=403 remport=0                       | src_name=clara acks_frame=@93 ack_rtt=148us
98:  62.006256   ludwig > all     COMPLETE name=TRANSITION.14                         | src_name=ludwig number=2 master=2 cman.transition.start_frame=@62
                                                                                      | end_frame=@68 cman.barrier.duration=1.64ms
                                                                                      | cman.barrier.start_frame=@73 waiting=5 acked_in=@99 acked_in=@100
                                                                                      | acked_in=@101 acked_in=@102
99:  62.006293   johann > ludwig  ACKNOWLEDGE ack=8 remport=0                         | src_name=johann acks_frame=@98 ack_rtt=37us
100: 62.00633    mark > ludwig    ACKNOWLEDGE ack=8 remport=0                         | src_name=mark acks_frame=@98 ack_rtt=74us
101: 62.006367   clara > ludwig   ACKNOWLEDGE ack=8 remport=0                         | src_name=clara acks_frame=@98 ack_rtt=111us
102: 62.006404   fanny > ludwig   ACKNOWLEDGE ack=8 remport=0                         | src_name=fanny acks_frame=@98 ack_rtt=148us
103: 62.006584   johann > all     COMPLETE name=TRANSITION.14                         | src_name=johann number=2 master=2 cman.transition.start_frame=@62
                                                                                      | end_frame=@68 cman.barrier.duration=1.968ms complete_frame=@98
                                                                                      | cman.barrier.start_frame=@73 waiting=5 acked_in=@104 acked_in=@105
                                                                                      | acked_in=@106 acked_in=@107
104: 62.006621   ludwig > johann  ACKNOWLEDGE ack=109 remport=0                       | src_name=ludwig acks_frame=@103 ack_rtt=37us
105: 62.006658   mark > johann    ACKNOWLEDGE ack=109 remport=0                       | src_name=mark acks_frame=@103 ack_rtt=74us
106: 62.006695   clara > johann   ACKNOWLEDGE ack=109 remport=0                       | src_name=clara acks_frame=@103 ack_rtt=111us
107: 62.006732   fanny > johann   ACKNOWLEDGE ack=109 remport=0                       | src_name=fanny acks_frame=@103 ack_rtt=148us
108: 62.006912   mark > all       COMPLETE name=TRANSITION.14                         | src_name=mark number=2 master=2 cman.transition.start_frame=@62
                                                                                      | end_frame=@68 cman.barrier.duration=2.296ms complete_frame=@98
                                                                                      | cman.barrier.start_frame=@73 waiting=5 acked_in=@109 acked_in=@110
                                                                                      | acked_in=@111 acked_in=@112
109: 62.006949   ludwig > mark    ACKNOWLEDGE ack=207 remport=0                       | src_name=ludwig acks_frame=@108 ack_rtt=37us
110: 62.006986   johann > mark    ACKNOWLEDGE ack=207 remport=0                       | src_name=johann acks_frame=@108 ack_rtt=74us
111: 62.007023   clara > mark     ACKNOWLEDGE ack=207 remport=0                       | src_name=clara acks_frame=@108 ack_rtt=111us
112: 62.00706    fanny > mark     ACKNOWLEDGE ack=207 remport=0                       | src_name=fanny acks_frame=@108 ack_rtt=148us
113: 62.00724    clara > all      COMPLETE name=TRANSITION.14                         | src_name=clara number=2 master=2 cman.transition.start_frame=@62
                                                                                      | end_frame=@68 cman.barrier.duration=2.624ms complete_frame=@98
                                                                                      | cman.barrier.start_frame=@73 waiting=5 acked_in=@114 acked_in=@115
                                                                                      | acked_in=@116 acked_in=@117
114: 62.007277   ludwig > clara   ACKNOWLEDGE ack=306 remport=0                       | src_name=ludwig acks_frame=@113 ack_rtt=37us
115: 62.007314   johann > clara   ACKNOWLEDGE ack=306 remport=0                       | src_name=johann acks_frame=@113 ack_rtt=74us
116: 62.007351   mark > clara     ACKNOWLEDGE ack=306 remport=0                       | src_name=mark acks_frame=@113 ack_rtt=111us
117: 62.007388   fanny > clara    ACKNOWLEDGE ack=306 remport=0                       | src_name=fanny acks_frame=@113 ack_rtt=148us
118: 62.007568   fanny > all      COMPLETE name=TRANSITION.14                         | src_name=fanny number=2 master=2 cman.transition.start_frame=@62
                                                                                      | end_frame=@68 cman.barrier.duration=2.952ms complete_frame=@98
                                                                                      | cman.barrier.start_frame=@73 waiting=5 acked_in=@119 acked_in=@120
                                                                                      | acked_in=@121 acked_in=@122
119: 62.007605   ludwig > fanny   ACKNOWLEDGE ack=404 remport=0                       | src_name=ludwig acks_frame=@118 ack_rtt=37us
120: 62.007642   johann > fanny   ACKNOWLEDGE ack=404 remport=0                       | src_name=johann acks_frame=@118 ack_rtt=74us
121: 62.007679   mark > fanny     ACKNOWLEDGE ack=404 remport=0                       | src_name=mark acks_frame=@118 ack_rtt=111us
122: 62.007716   clara > fanny    ACKNOWLEDGE ack=404 remport=0                       | src_name=clara acks_frame=@118 ack_rtt=148us
123: 122.007716  ludwig > all     STARTTRANS why=5 generation=15 nodeid=5             | src_name=ludwig number=3 master=1 end_frame=@129
124: 122.007766  mark > all       STARTTRANS generation=15 nodeid=5                   | src_name=mark number=3 master=3 cman.transition.start_frame=@123
                                                                                      | clash acked_in=@125 response_in=@125 acked_in=@126 end_frame=@129
125: 122.007806  ludwig > all     STARTACK ack=208 tgtid=3 generation=15              | src_name=ludwig tgt_name=mark acks_frame=@124 ack_rtt=40us
                                                                                      | response_to=@124 response_time=40us number=3 master=3
                                                                                      | cman.transition.start_frame=@123 end_frame=@129
126: 122.007846  johann > all     STARTACK ack=208 tgtid=3 generation=15              | src_name=johann tgt_name=mark acks_frame=@124 ack_rtt=80us
                                                                                      | response_to=@124 response_time=80us number=3 master=3
                                                                                      | cman.transition.start_frame=@123 end_frame=@129
127: 123.007846  mark > all       MASTERVIEW + member name=ludwig + address           | src_name=mark number=3 master=3 cman.transition.start_frame=@123
                                    ip=192.0.2.1 + votes nodeid=1 + member name=johann  | acked_in=@128 response_in=@128 end_frame=@129
                                    + address ip=192.0.2.2 + votes nodeid=2 + member
                                    name=mark + address ip=192.0.2.3 + votes nodeid=3
                                    + member name=clara + address ip=192.0.2.4 + votes
                                    nodeid=4 + member name=fanny + address
                                    ip=192.0.2.5 + votes nodeid=5
128: 123.007846  clara > all      VIEWACK ack=209 tgtid=3                             | src_name=clara tgt_name=mark acks_frame=@127 ack_rtt=0s
                                                                                      | response_to=@127 response_time=0s number=3 master=3
                                                                                      | cman.transition.start_frame=@123 end_frame=@129
129: 123.008146  mark > all       ENDTRANS total_votes=5 generation=16                | src_name=mark number=3 master=3 cman.transition.start_frame=@123
                                                                                      | cman.transition.duration=1.00043s acked_in=@130 acked_in=@131
                                                                                      | acked_in=@132 acked_in=@133
130: 123.008183  ludwig > mark    ACKNOWLEDGE ack=210                                 | src_name=ludwig acks_frame=@129 ack_rtt=37us
131: 123.00822   johann > mark    ACKNOWLEDGE ack=210                                 | src_name=johann acks_frame=@129 ack_rtt=74us
132: 123.008257  clara > mark     ACKNOWLEDGE ack=210                                 | src_name=clara acks_frame=@129 ack_rtt=111us
133: 123.008294  fanny > mark     ACKNOWLEDGE ack=210                                 | src_name=fanny acks_frame=@129 ack_rtt=148us
134: 123.008474  ludwig > all     WAIT name=TRANSITION.16                             | src_name=ludwig number=3 master=3 cman.transition.start_frame=@123
                                                                                      | end_frame=@129 waiting=1 acked_in=@135 acked_in=@136 acked_in=@137
                                                                                      | acked_in=@138 complete_frame=@159
135: 123.008511  johann > ludwig  ACKNOWLEDGE ack=11 remport=0                        | src_name=johann acks_frame=@134 ack_rtt=37us
136: 123.008548  mark > ludwig    ACKNOWLEDGE ack=11 remport=0                        | src_name=mark acks_frame=@134 ack_rtt=74us
137: 123.008585  clara > ludwig   ACKNOWLEDGE ack=11 remport=0                        | src_name=clara acks_frame=@134 ack_rtt=111us
138: 123.008622  fanny > ludwig   ACKNOWLEDGE ack=11 remport=0                        | src_name=fanny acks_frame=@134 ack_rtt=148us
139: 123.008802  johann > all     WAIT name=TRANSITION.16                             | src_name=johann number=3 master=3 cman.transition.start_frame=@123
                                                                                      | end_frame=@129 cman.barrier.start_frame=@134 waiting=2
                                                                                      | acked_in=@140 acked_in=@141 acked_in=@142 acked_in=@143
                                                                                      | complete_frame=@159
140: 123.008839  ludwig > johann  ACKNOWLEDGE ack=111 remport=0                       | src_name=ludwig acks_frame=@139 ack_rtt=37us
141: 123.008876  mark > johann    ACKNOWLEDGE ack=111 remport=0                       | src_name=mark acks_frame=@139 ack_rtt=74us
142: 123.008913  clara > johann   ACKNOWLEDGE ack=111 remport=0                       | src_name=clara acks_frame=@139 ack_rtt=111us
143: 123.00895   fanny > johann   ACKNOWLEDGE ack=111 remport=0                       | src_name=fanny acks_frame=@139 ack_rtt=148us
144: 123.00913   mark > all       WAIT name=TRANSITION.16                             | src_name=mark number=3 master=3 cman.transition.start_frame=@123
                                                                                      | end_frame=@129 cman.barrier.start_frame=@134 waiting=3
                                                                                      | acked_in=@145 acked_in=@146 acked_in=@147 acked_in=@148
                                                                                      | complete_frame=@159
145: 123.009167  ludwig > mark    ACKNOWLEDGE ack=211 remport=0                       | src_name=ludwig acks_frame=@144 ack_rtt=37us
146: 123.009204  johann > mark    ACKNOWLEDGE ack=211 remport=0                       | src_name=johann acks_frame=@144 ack_rtt=74us
147: 123.009241  clara > mark     ACKNOWLEDGE ack=211 remport=0                       | src_name=clara acks_frame=@144 ack_rtt=111us
148: 123.009278  fanny > mark     ACKNOWLEDGE ack=211 remport=0                       | src_name=fanny acks_frame=@144 ack_rtt=148us
149: 123.009458  clara > all      WAIT name=TRANSITION.16                             | src_name=clara number=3 master=3 cman.transition.start_frame=@123
                                                                                      | end_frame=@129 cman.barrier.start_frame=@134 waiting=4
                                                                                      | acked_in=@150 acked_in=@151 acked_in=@152 acked_in=@153
                                                                                      | complete_frame=@159
150: 123.009495  ludwig > clara   ACKNOWLEDGE ack=308 remport=0                       | src_name=ludwig acks_frame=@149 ack_rtt=37us
151: 123.009532  johann > clara   ACKNOWLEDGE ack=308 remport=0                       | src_name=johann acks_frame=@149 ack_rtt=74us
152: 123.009569  mark > clara     ACKNOWLEDGE ack=308 remport=0                       | src_name=mark acks_frame=@149 ack_rtt=111us
153: 123.009606  fanny > clara    ACKNOWLEDGE ack=308 remport=0                       | src_name=fanny acks_frame=@149 ack_rtt=148us
154: 123.009786  fanny > all      WAIT name=TRANSITION.16                             | src_name=fanny number=3 master=3 cman.transition.start_frame=@123
                                                                                      | end_frame=@129 cman.barrier.start_frame=@134 waiting=5
                                                                                      | acked_in=@155 acked_in=@156 acked_in=@157 acked_in=@158
                                                                                      | complete_frame=@159
155: 123.009823  ludwig > fanny   ACKNOWLEDGE ack=405 remport=0                       | src_name=ludwig acks_frame=@154 ack_rtt=37us
156: 123.00986   johann > fanny   ACKNOWLEDGE ack=405 remport=0                       | src_name=johann acks_frame=@154 ack_rtt=74us
157: 123.009897  mark > fanny     ACKNOWLEDGE ack=405 remport=0                       | src_name=mark acks_frame=@154 ack_rtt=111us
158: 123.009934  clara > fanny    ACKNOWLEDGE ack=405 remport=0                       | src_name=clara acks_frame=@154 ack_rtt=148us
159: 123.010114  ludwig > all     COMPLETE name=TRANSITION.16                         | src_name=ludwig number=3 master=3 cman.transition.start_frame=@123
                                                                                      | end_frame=@129 cman.barrier.duration=1.64ms
                                                                                      | cman.barrier.start_frame=@134 waiting=5 acked_in=@160
                                                                                      | acked_in=@161 acked_in=@162 acked_in=@163
160: 123.010151  johann > ludwig  ACKNOWLEDGE ack=12 remport=0                        | src_name=johann acks_frame=@159 ack_rtt=37us
161: 123.010188  mark > ludwig    ACKNOWLEDGE ack=12 remport=0                        | src_name=mark acks_frame=@159 ack_rtt=74us
162: 123.010225  clara > ludwig   ACKNOWLEDGE ack=12 remport=0                        | src_name=clara acks_frame=@159 ack_rtt=111us
163: 123.010262  fanny > ludwig   ACKNOWLEDGE ack=12 remport=0                        | src_name=fanny acks_frame=@159 ack_rtt=148us
164: 123.010442  johann > all     COMPLETE name=TRANSITION.16                         | src_name=johann number=3 master=3 cman.transition.start_frame=@123
                                                                                      | end_frame=@129 cman.barrier.duration=1.968ms complete_frame=@159
                                                                                      | cman.barrier.start_frame=@134 waiting=5 acked_in=@165
                                                                                      | acked_in=@166 acked_in=@167 acked_in=@168
165: 123.010479  ludwig > johann  ACKNOWLEDGE ack=112 remport=0                       | src_name=ludwig acks_frame=@164 ack_rtt=37us
166: 123.010516  mark > johann    ACKNOWLEDGE ack=112 remport=0                       | src_name=mark acks_frame=@164 ack_rtt=74us
167: 123.010553  clara > johann   ACKNOWLEDGE ack=112 remport=0                       | src_name=clara acks_frame=@164 ack_rtt=111us
168: 123.01059   fanny > johann   ACKNOWLEDGE ack=112 remport=0                       | src_name=fanny acks_frame=@164 ack_rtt=148us
169: 123.01077   mark > all       COMPLETE name=TRANSITION.16                         | src_name=mark number=3 master=3 cman.transition.start_frame=@123
                                                                                      | end_frame=@129 cman.barrier.duration=2.296ms complete_frame=@159
                                                                                      | cman.barrier.start_frame=@134 waiting=5 acked_in=@170
                                                                                      | acked_in=@171 acked_in=@172 acked_in=@173
170: 123.010807  ludwig > mark    ACKNOWLEDGE ack=212 remport=0                       | src_name=ludwig acks_frame=@169 ack_rtt=37us
171: 123.010844  johann > mark    ACKNOWLEDGE ack=212 remport=0                       | src_name=johann acks_frame=@169 ack_rtt=74us
172: 123.010881  clara > mark     ACKNOWLEDGE ack=212 remport=0                       | src_name=clara acks_frame=@169 ack_rtt=111us
173: 123.010918  fanny > mark     ACKNOWLEDGE ack=212 remport=0                       | src_name=fanny acks_frame=@169 ack_rtt=148us
174: 123.011098  clara > all      COMPLETE name=TRANSITION.16                         | src_name=clara number=3 master=3 cman.transition.start_frame=@123
                                                                                      | end_frame=@129 cman.barrier.duration=2.624ms complete_frame=@159
                                                                                      | cman.barrier.start_frame=@134 waiting=5 acked_in=@175
                                                                                      | acked_in=@176 acked_in=@177 acked_in=@178
175: 123.011135  ludwig > clara   ACKNOWLEDGE ack=309 remport=0                       | src_name=ludwig acks_frame=@174 ack_rtt=37us
176: 123.011172  johann > clara   ACKNOWLEDGE ack=309 remport=0                       | src_name=johann acks_frame=@174 ack_rtt=74us
177: 123.011209  mark > clara     ACKNOWLEDGE ack=309 remport=0                       | src_name=mark acks_frame=@174 ack_rtt=111us
178: 123.011246  fanny > clara    ACKNOWLEDGE ack=309 remport=0                       | src_name=fanny acks_frame=@174 ack_rtt=148us
179: 123.011426  fanny > all      COMPLETE name=TRANSITION.16                         | src_name=fanny number=3 master=3 cman.transition.start_frame=@123
                                                                                      | end_frame=@129 cman.barrier.duration=2.952ms complete_frame=@159
                                                                                      | cman.barrier.start_frame=@134 waiting=5 acked_in=@180
                                                                                      | acked_in=@181 acked_in=@182 acked_in=@183
180: 123.011463  ludwig > fanny   ACKNOWLEDGE ack=406 remport=0                       | src_name=ludwig acks_frame=@179 ack_rtt=37us
181: 123.0115    johann > fanny   ACKNOWLEDGE ack=406 remport=0                       | src_name=johann acks_frame=@179 ack_rtt=74us
182: 123.011537  mark > fanny     ACKNOWLEDGE ack=406 remport=0                       | src_name=mark acks_frame=@179 ack_rtt=111us
183: 123.011574  clara > fanny    ACKNOWLEDGE ack=406 remport=0                       | src_name=clara acks_frame=@179 ack_rtt=148us
184: 183.011574  mark > all       STARTTRANS generation=17 nodeid=5                   | src_name=mark number=4 master=3 acked_in=@186 response_in=@186
                                                                                      | acked_in=@187 end_frame=@190
185: 183.011624  ludwig > all     STARTTRANS why=5 generation=17 nodeid=5             | src_name=ludwig number=4 master=3 cman.transition.start_frame=@184
                                                                                      | clash end_frame=@190
186: 183.011664  ludwig > all     STARTACK ack=213 tgtid=3 generation=17              | src_name=ludwig tgt_name=mark acks_frame=@184 ack_rtt=90us
                                                                                      | response_to=@184 response_time=90us number=4 master=3
                                                                                      | cman.transition.start_frame=@184 end_frame=@190
187: 183.011704  johann > all     STARTACK ack=213 tgtid=3 generation=17              | src_name=johann tgt_name=mark acks_frame=@184 ack_rtt=130us
                                                                                      | response_to=@184 response_time=130us number=4 master=3
                                                                                      | cman.transition.start_frame=@184 end_frame=@190
188: 184.011704  mark > all       MASTERVIEW + member name=ludwig + address           | src_name=mark number=4 master=3 cman.transition.start_frame=@184
                                    ip=192.0.2.1 + votes nodeid=1 + member name=johann  | acked_in=@189 response_in=@189 end_frame=@190
                                    + address ip=192.0.2.2 + votes nodeid=2 + member
                                    name=mark + address ip=192.0.2.3 + votes nodeid=3
                                    + member name=clara + address ip=192.0.2.4 + votes
                                    nodeid=4 + member name=fanny + address
                                    ip=192.0.2.5 + votes nodeid=5
189: 184.011704  clara > all      VIEWACK ack=214 tgtid=3                             | src_name=clara tgt_name=mark acks_frame=@188 ack_rtt=0s
                                                                                      | response_to=@188 response_time=0s number=4 master=3
                                                                                      | cman.transition.start_frame=@184 end_frame=@190
190: 184.012004  mark > all       ENDTRANS total_votes=5 generation=18                | src_name=mark number=4 master=3 cman.transition.start_frame=@184
                                                                                      | cman.transition.duration=1.00043s acked_in=@191 acked_in=@192
                                                                                      | acked_in=@193 acked_in=@194
191: 184.012041  ludwig > mark    ACKNOWLEDGE ack=215                                 | src_name=ludwig acks_frame=@190 ack_rtt=37us
192: 184.012078  johann > mark    ACKNOWLEDGE ack=215                                 | src_name=johann acks_frame=@190 ack_rtt=74us
193: 184.012115  clara > mark     ACKNOWLEDGE ack=215                                 | src_name=clara acks_frame=@190 ack_rtt=111us
194: 184.012152  fanny > mark     ACKNOWLEDGE ack=215                                 | src_name=fanny acks_frame=@190 ack_rtt=148us
195: 184.012332  ludwig > all     WAIT name=TRANSITION.18                             | src_name=ludwig number=4 master=3 cman.transition.start_frame=@184
                                                                                      | end_frame=@190 waiting=1 acked_in=@196 acked_in=@197 acked_in=@198
                                                                                      | acked_in=@199 complete_frame=@220
196: 184.012369  johann > ludwig  ACKNOWLEDGE ack=15 remport=0                        | src_name=johann acks_frame=@195 ack_rtt=37us
197: 184.012406  mark > ludwig    ACKNOWLEDGE ack=15 remport=0                        | src_name=mark acks_frame=@195 ack_rtt=74us
198: 184.012443  clara > ludwig   ACKNOWLEDGE ack=15 remport=0                        | src_name=clara acks_frame=@195 ack_rtt=111us
199: 184.01248   fanny > ludwig   ACKNOWLEDGE ack=15 remport=0                        | src_name=fanny acks_frame=@195 ack_rtt=148us
200: 184.01266   johann > all     WAIT name=TRANSITION.18                             | src_name=johann number=4 master=3 cman.transition.start_frame=@184
                                                                                      | end_frame=@190 cman.barrier.start_frame=@195 waiting=2
                                                                                      | acked_in=@201 acked_in=@202 acked_in=@203 acked_in=@204
                                                                                      | complete_frame=@220
201: 184.012697  ludwig > johann  ACKNOWLEDGE ack=114 remport=0                       | src_name=ludwig acks_frame=@200 ack_rtt=37us
202: 184.012734  mark > johann    ACKNOWLEDGE ack=114 remport=0                       | src_name=mark acks_frame=@200 ack_rtt=74us
203: 184.012771  clara > johann   ACKNOWLEDGE ack=114 remport=0                       | src_name=clara acks_frame=@200 ack_rtt=111us
204: 184.012808  fanny > johann   ACKNOWLEDGE ack=114 remport=0                       | src_name=fanny acks_frame=@200 ack_rtt=148us
205: 184.012988  mark > all       WAIT name=TRANSITION.18                             | src_name=mark number=4 master=3 cman.transition.start_frame=@184
                                                                                      | end_frame=@190 cman.barrier.start_frame=@195 waiting=3
                                                                                      | acked_in=@206 acked_in=@207 acked_in=@208 acked_in=@209
                                                                                      | complete_frame=@220
206: 184.013025  ludwig > mark    ACKNOWLEDGE ack=216 remport=0                       | src_name=ludwig acks_frame=@205 ack_rtt=37us
207: 184.013062  johann > mark    ACKNOWLEDGE ack=216 remport=0                       | src_name=johann acks_frame=@205 ack_rtt=74us
208: 184.013099  clara > mark     ACKNOWLEDGE ack=216 remport=0                       | src_name=clara acks_frame=@205 ack_rtt=111us
209: 184.013136  fanny > mark     ACKNOWLEDGE ack=216 remport=0                       | src_name=fanny acks_frame=@205 ack_rtt=148us
210: 184.013316  clara > all      WAIT name=TRANSITION.18                             | src_name=clara number=4 master=3 cman.transition.start_frame=@184
                                                                                      | end_frame=@190 cman.barrier.start_frame=@195 waiting=4
                                                                                      | acked_in=@211 acked_in=@212 acked_in=@213 acked_in=@214
                                                                                      | complete_frame=@220
211: 184.013353  ludwig > clara   ACKNOWLEDGE ack=311 remport=0                       | src_name=ludwig acks_frame=@210 ack_rtt=37us
212: 184.01339   johann > clara   ACKNOWLEDGE ack=311 remport=0                       | src_name=johann acks_frame=@210 ack_rtt=74us
213: 184.013427  mark > clara     ACKNOWLEDGE ack=311 remport=0                       | src_name=mark acks_frame=@210 ack_rtt=111us
214: 184.013464  fanny > clara    ACKNOWLEDGE ack=311 remport=0                       | src_name=fanny acks_frame=@210 ack_rtt=148us
215: 184.013644  fanny > all      WAIT name=TRANSITION.18                             | src_name=fanny number=4 master=3 cman.transition.start_frame=@184
                                                                                      | end_frame=@190 cman.barrier.start_frame=@195 waiting=5
                                                                                      | acked_in=@216 acked_in=@217 acked_in=@218 acked_in=@219
                                                                                      | complete_frame=@220
216: 184.013681  ludwig > fanny   ACKNOWLEDGE ack=407 remport=0                       | src_name=ludwig acks_frame=@215 ack_rtt=37us
217: 184.013718  johann > fanny   ACKNOWLEDGE ack=407 remport=0                       | src_name=johann acks_frame=@215 ack_rtt=74us
218: 184.013755  mark > fanny     ACKNOWLEDGE ack=407 remport=0                       | src_name=mark acks_frame=@215 ack_rtt=111us
219: 184.013792  clara > fanny    ACKNOWLEDGE ack=407 remport=0                       | src_name=clara acks_frame=@215 ack_rtt=148us
220: 184.013972  ludwig > all     COMPLETE name=TRANSITION.18                         | src_name=ludwig number=4 master=3 cman.transition.start_frame=@184
                                                                                      | end_frame=@190 cman.barrier.duration=1.64ms
                                                                                      | cman.barrier.start_frame=@195 waiting=5 acked_in=@221
                                                                                      | acked_in=@222 acked_in=@223 acked_in=@224
221: 184.014009  johann > ludwig  ACKNOWLEDGE ack=16 remport=0                        | src_name=johann acks_frame=@220 ack_rtt=37us
222: 184.014046  mark > ludwig    ACKNOWLEDGE ack=16 remport=0                        | src_name=mark acks_frame=@220 ack_rtt=74us
223: 184.014083  clara > ludwig   ACKNOWLEDGE ack=16 remport=0                        | src_name=clara acks_frame=@220 ack_rtt=111us
224: 184.01412   fanny > ludwig   ACKNOWLEDGE ack=16 remport=0                        | src_name=fanny acks_frame=@220 ack_rtt=148us
225: 184.0143    johann > all     COMPLETE name=TRANSITION.18                         | src_name=johann number=4 master=3 cman.transition.start_frame=@184
                                                                                      | end_frame=@190 cman.barrier.duration=1.968ms complete_frame=@220
                                                                                      | cman.barrier.start_frame=@195 waiting=5 acked_in=@226
                                                                                      | acked_in=@227 acked_in=@228 acked_in=@229
226: 184.014337  ludwig > johann  ACKNOWLEDGE ack=115 remport=0                       | src_name=ludwig acks_frame=@225 ack_rtt=37us
227: 184.014374  mark > johann    ACKNOWLEDGE ack=115 remport=0                       | src_name=mark acks_frame=@225 ack_rtt=74us
228: 184.014411  clara > johann   ACKNOWLEDGE ack=115 remport=0                       | src_name=clara acks_frame=@225 ack_rtt=111us
229: 184.014448  fanny > johann   ACKNOWLEDGE ack=115 remport=0                       | src_name=fanny acks_frame=@225 ack_rtt=148us
230: 184.014628  mark > all       COMPLETE name=TRANSITION.18                         | src_name=mark number=4 master=3 cman.transition.start_frame=@184
                                                                                      | end_frame=@190 cman.barrier.duration=2.296ms complete_frame=@220
                                                                                      | cman.barrier.start_frame=@195 waiting=5 acked_in=@231
                                                                                      | acked_in=@232 acked_in=@233 acked_in=@234
231: 184.014665  ludwig > mark    ACKNOWLEDGE ack=217 remport=0                       | src_name=ludwig acks_frame=@230 ack_rtt=37us
232: 184.014702  johann > mark    ACKNOWLEDGE ack=217 remport=0                       | src_name=johann acks_frame=@230 ack_rtt=74us
233: 184.014739  clara > mark     ACKNOWLEDGE ack=217 remport=0                       | src_name=clara acks_frame=@230 ack_rtt=111us
234: 184.014776  fanny > mark     ACKNOWLEDGE ack=217 remport=0                       | src_name=fanny acks_frame=@230 ack_rtt=148us
235: 184.014956  clara > all      COMPLETE name=TRANSITION.18                         | src_name=clara number=4 master=3 cman.transition.start_frame=@184
                                                                                      | end_frame=@190 cman.barrier.duration=2.624ms complete_frame=@220
                                                                                      | cman.barrier.start_frame=@195 waiting=5 acked_in=@236
                                                                                      | acked_in=@237 acked_in=@238 acked_in=@239
236: 184.014993  ludwig > clara   ACKNOWLEDGE ack=312 remport=0                       | src_name=ludwig acks_frame=@235 ack_rtt=37us
237: 184.01503   johann > clara   ACKNOWLEDGE ack=312 remport=0                       | src_name=johann acks_frame=@235 ack_rtt=74us
238: 184.015067  mark > clara     ACKNOWLEDGE ack=312 remport=0                       | src_name=mark acks_frame=@235 ack_rtt=111us
239: 184.015104  fanny > clara    ACKNOWLEDGE ack=312 remport=0                       | src_name=fanny acks_frame=@235 ack_rtt=148us
240: 184.015284  fanny > all      COMPLETE name=TRANSITION.18                         | src_name=fanny number=4 master=3 cman.transition.start_frame=@184
                                                                                      | end_frame=@190 cman.barrier.duration=2.952ms complete_frame=@220
                                                                                      | cman.barrier.start_frame=@195 waiting=5 acked_in=@241
                                                                                      | acked_in=@242 acked_in=@243 acked_in=@244
241: 184.015321  ludwig > fanny   ACKNOWLEDGE ack=408 remport=0                       | src_name=ludwig acks_frame=@240 ack_rtt=37us
242: 184.015358  johann > fanny   ACKNOWLEDGE ack=408 remport=0                       | src_name=johann acks_frame=@240 ack_rtt=74us
243: 184.015395  mark > fanny     ACKNOWLEDGE ack=408 remport=0                       | src_name=mark acks_frame=@240 ack_rtt=111us
244: 184.015432  clara > fanny    ACKNOWLEDGE ack=408 remport=0                       | src_name=clara acks_frame=@240 ack_rtt=148us
245: 244.015432  johann > all     STARTTRANS why=5 generation=19 nodeid=5             | src_name=johann number=5 master=2 end_frame=@251
246: 244.015482  ludwig > all     STARTTRANS why=5 generation=19 nodeid=5             | src_name=ludwig number=5 master=1 cman.transition.start_frame=@245
                                                                                      | clash acked_in=@247 response_in=@247 acked_in=@248 end_frame=@251
247: 244.015522  johann > all     STARTACK ack=17 tgtid=1 generation=19               | src_name=johann tgt_name=ludwig acks_frame=@246 ack_rtt=40us
                                                                                      | response_to=@246 response_time=40us number=5 master=1
                                                                                      | cman.transition.start_frame=@245 end_frame=@251
248: 244.015562  mark > all       STARTACK ack=17 tgtid=1 generation=19               | src_name=mark tgt_name=ludwig acks_frame=@246 ack_rtt=80us
                                                                                      | response_to=@246 response_time=80us number=5 master=1
                                                                                      | cman.transition.start_frame=@245 end_frame=@251
249: 245.015562  ludwig > all     MASTERVIEW + member name=ludwig + address           | src_name=ludwig number=5 master=1 cman.transition.start_frame=@245
                                    ip=192.0.2.1 + votes nodeid=1 + member name=johann  | acked_in=@250 response_in=@250 end_frame=@251
                                    + address ip=192.0.2.2 + votes nodeid=2 + member
                                    name=mark + address ip=192.0.2.3 + votes nodeid=3
                                    + member name=clara + address ip=192.0.2.4 + votes
                                    nodeid=4 + member name=fanny + address
                                    ip=192.0.2.5 + votes nodeid=5
250: 245.015562  clara > all      VIEWACK ack=18 tgtid=1                              | src_name=clara tgt_name=ludwig acks_frame=@249 ack_rtt=0s
                                                                                      | response_to=@249 response_time=0s number=5 master=1
                                                                                      | cman.transition.start_frame=@245 end_frame=@251
251: 245.015862  ludwig > all     ENDTRANS total_votes=5 generation=20                | src_name=ludwig number=5 master=1 cman.transition.start_frame=@245
                                                                                      | cman.transition.duration=1.00043s acked_in=@252 acked_in=@253
                                                                                      | acked_in=@254 acked_in=@255
252: 245.015899  johann > ludwig  ACKNOWLEDGE ack=19                                  | src_name=johann acks_frame=@251 ack_rtt=37us
253: 245.015936  mark > ludwig    ACKNOWLEDGE ack=19                                  | src_name=mark acks_frame=@251 ack_rtt=74us
254: 245.015973  clara > ludwig   ACKNOWLEDGE ack=19                                  | src_name=clara acks_frame=@251 ack_rtt=111us
255: 245.01601   fanny > ludwig   ACKNOWLEDGE ack=19                                  | src_name=fanny acks_frame=@251 ack_rtt=148us
256: 245.01619   ludwig > all     WAIT name=TRANSITION.20                             | src_name=ludwig number=5 master=1 cman.transition.start_frame=@245
                                                                                      | end_frame=@251 waiting=1 acked_in=@257 acked_in=@258 acked_in=@259
                                                                                      | acked_in=@260 complete_frame=@281
257: 245.016227  johann > ludwig  ACKNOWLEDGE ack=20 remport=0                        | src_name=johann acks_frame=@256 ack_rtt=37us
258: 245.016264  mark > ludwig    ACKNOWLEDGE ack=20 remport=0                        | src_name=mark acks_frame=@256 ack_rtt=74us
259: 245.016301  clara > ludwig   ACKNOWLEDGE ack=20 remport=0                        | src_name=clara acks_frame=@256 ack_rtt=111us
260: 245.016338  fanny > ludwig   ACKNOWLEDGE ack=20 remport=0                        | src_name=fanny acks_frame=@256 ack_rtt=148us
261: 245.016518  johann > all     WAIT name=TRANSITION.20                             | src_name=johann number=5 master=1 cman.transition.start_frame=@245
                                                                                      | end_frame=@251 cman.barrier.start_frame=@256 waiting=2
                                                                                      | acked_in=@262 acked_in=@263 acked_in=@264 acked_in=@265
                                                                                      | complete_frame=@281
262: 245.016555  ludwig > johann  ACKNOWLEDGE ack=118 remport=0                       | src_name=ludwig acks_frame=@261 ack_rtt=37us
263: 245.016592  mark > johann    ACKNOWLEDGE ack=118 remport=0                       | src_name=mark acks_frame=@261 ack_rtt=74us
264: 245.016629  clara > johann   ACKNOWLEDGE ack=118 remport=0                       | src_name=clara acks_frame=@261 ack_rtt=111us
265: 245.016666  fanny > johann   ACKNOWLEDGE ack=118 remport=0                       | src_name=fanny acks_frame=@261 ack_rtt=148us
266: 245.016846  mark > all       WAIT name=TRANSITION.20                             | src_name=mark number=5 master=1 cman.transition.start_frame=@245
                                                                                      | end_frame=@251 cman.barrier.start_frame=@256 waiting=3
                                                                                      | acked_in=@267 acked_in=@268 acked_in=@269 acked_in=@270
                                                                                      | complete_frame=@281
267: 245.016883  ludwig > mark    ACKNOWLEDGE ack=219 remport=0                       | src_name=ludwig acks_frame=@266 ack_rtt=37us
268: 245.01692   johann > mark    ACKNOWLEDGE ack=219 remport=0                       | src_name=johann acks_frame=@266 ack_rtt=74us
269: 245.016957  clara > mark     ACKNOWLEDGE ack=219 remport=0                       | src_name=clara acks_frame=@266 ack_rtt=111us
270: 245.016994  fanny > mark     ACKNOWLEDGE ack=219 remport=0                       | src_name=fanny acks_frame=@266 ack_rtt=148us
271: 245.017174  clara > all      WAIT name=TRANSITION.20                             | src_name=clara number=5 master=1 cman.transition.start_frame=@245
                                                                                      | end_frame=@251 cman.barrier.start_frame=@256 waiting=4
                                                                                      | acked_in=@272 acked_in=@273 acked_in=@274 acked_in=@275
                                                                                      | complete_frame=@281
272: 245.017211  ludwig > clara   ACKNOWLEDGE ack=314 remport=0                       | src_name=ludwig acks_frame=@271 ack_rtt=37us
273: 245.017248  johann > clara   ACKNOWLEDGE ack=314 remport=0                       | src_name=johann acks_frame=@271 ack_rtt=74us
274: 245.017285  mark > clara     ACKNOWLEDGE ack=314 remport=0                       | src_name=mark acks_frame=@271 ack_rtt=111us
275: 245.017322  fanny > clara    ACKNOWLEDGE ack=314 remport=0                       | src_name=fanny acks_frame=@271 ack_rtt=148us
276: 245.017502  fanny > all      WAIT name=TRANSITION.20                             | src_name=fanny number=5 master=1 cman.transition.start_frame=@245
                                                                                      | end_frame=@251 cman.barrier.start_frame=@256 waiting=5
                                                                                      | acked_in=@277 acked_in=@278 acked_in=@279 acked_in=@280
                                                                                      | complete_frame=@281
277: 245.017539  ludwig > fanny   ACKNOWLEDGE ack=409 remport=0                       | src_name=ludwig acks_frame=@276 ack_rtt=37us
278: 245.017576  johann > fanny   ACKNOWLEDGE ack=409 remport=0                       | src_name=johann acks_frame=@276 ack_rtt=74us
279: 245.017613  mark > fanny     ACKNOWLEDGE ack=409 remport=0                       | src_name=mark acks_frame=@276 ack_rtt=111us
280: 245.01765   clara > fanny    ACKNOWLEDGE ack=409 remport=0                       | src_name=clara acks_frame=@276 ack_rtt=148us
281: 245.01783   ludwig > all     COMPLETE name=TRANSITION.20                         | src_name=ludwig number=5 master=1 cman.transition.start_frame=@245
                                                                                      | end_frame=@251 cman.barrier.duration=1.64ms
                                                                                      | cman.barrier.start_frame=@256 waiting=5 acked_in=@282
                                                                                      | acked_in=@283 acked_in=@284 acked_in=@285
282: 245.017867  johann > ludwig  ACKNOWLEDGE ack=21 remport=0                        | src_name=johann acks_frame=@281 ack_rtt=37us
283: 245.017904  mark > ludwig    ACKNOWLEDGE ack=21 remport=0                        | src_name=mark acks_frame=@281 ack_rtt=74us
284: 245.017941  clara > ludwig   ACKNOWLEDGE ack=21 remport=0                        | src_name=clara acks_frame=@281 ack_rtt=111us
285: 245.017978  fanny > ludwig   ACKNOWLEDGE ack=21 remport=0                        | src_name=fanny acks_frame=@281 ack_rtt=148us
286: 245.018158  johann > all     COMPLETE name=TRANSITION.20                         | src_name=johann number=5 master=1 cman.transition.start_frame=@245
                                                                                      | end_frame=@251 cman.barrier.duration=1.968ms complete_frame=@281
                                                                                      | cman.barrier.start_frame=@256 waiting=5 acked_in=@287
                                                                                      | acked_in=@288 acked_in=@289 acked_in=@290
287: 245.018195  ludwig > johann  ACKNOWLEDGE ack=119 remport=0                       | src_name=ludwig acks_frame=@286 ack_rtt=37us
288: 245.018232  mark > johann    ACKNOWLEDGE ack=119 remport=0                       | src_name=mark acks_frame=@286 ack_rtt=74us
289: 245.018269  clara > johann   ACKNOWLEDGE ack=119 remport=0                       | src_name=clara acks_frame=@286 ack_rtt=111us
290: 245.018306  fanny > johann   ACKNOWLEDGE ack=119 remport=0                       | src_name=fanny acks_frame=@286 ack_rtt=148us
291: 245.018486  mark > all       COMPLETE name=TRANSITION.20                         | src_name=mark number=5 master=1 cman.transition.start_frame=@245
                                                                                      | end_frame=@251 cman.barrier.duration=2.296ms complete_frame=@281
                                                                                      | cman.barrier.start_frame=@256 waiting=5 acked_in=@292
                                                                                      | acked_in=@293 acked_in=@294 acked_in=@295
292: 245.018523  ludwig > mark    ACKNOWLEDGE ack=220 remport=0                       | src_name=ludwig acks_frame=@291 ack_rtt=37us
293: 245.01856   johann > mark    ACKNOWLEDGE ack=220 remport=0                       | src_name=johann acks_frame=@291 ack_rtt=74us
294: 245.018597  clara > mark     ACKNOWLEDGE ack=220 remport=0                       | src_name=clara acks_frame=@291 ack_rtt=111us
295: 245.018634  fanny > mark     ACKNOWLEDGE ack=220 remport=0                       | src_name=fanny acks_frame=@291 ack_rtt=148us
296: 245.018814  clara > all      COMPLETE name=TRANSITION.20                         | src_name=clara number=5 master=1 cman.transition.start_frame=@245
                                                                                      | end_frame=@251 cman.barrier.duration=2.624ms complete_frame=@281
                                                                                      | cman.barrier.start_frame=@256 waiting=5 acked_in=@297
                                                                                      | acked_in=@298 acked_in=@299 acked_in=@300
297: 245.018851  ludwig > clara   ACKNOWLEDGE ack=315 remport=0                       | src_name=ludwig acks_frame=@296 ack_rtt=37us
298: 245.018888  johann > clara   ACKNOWLEDGE ack=315 remport=0                       | src_name=johann acks_frame=@296 ack_rtt=74us
299: 245.018925  mark > clara     ACKNOWLEDGE ack=315 remport=0                       | src_name=mark acks_frame=@296 ack_rtt=111us
300: 245.018962  fanny > clara    ACKNOWLEDGE ack=315 remport=0                       | src_name=fanny acks_frame=@296 ack_rtt=148us
301: 245.019142  fanny > all      COMPLETE name=TRANSITION.20                         | src_name=fanny number=5 master=1 cman.transition.start_frame=@245
                                                                                      | end_frame=@251 cman.barrier.duration=2.952ms complete_frame=@281
                                                                                      | cman.barrier.start_frame=@256 waiting=5 acked_in=@302
                                                                                      | acked_in=@303 acked_in=@304 acked_in=@305
302: 245.019179  ludwig > fanny   ACKNOWLEDGE ack=410 remport=0                       | src_name=ludwig acks_frame=@301 ack_rtt=37us
303: 245.019216  johann > fanny   ACKNOWLEDGE ack=410 remport=0                       | src_name=johann acks_frame=@301 ack_rtt=74us
304: 245.019253  mark > fanny     ACKNOWLEDGE ack=410 remport=0                       | src_name=mark acks_frame=@301 ack_rtt=111us
305: 245.01929   clara > fanny    ACKNOWLEDGE ack=410 remport=0                       | src_name=clara acks_frame=@301 ack_rtt=148us
306: 305.01929   mark > all       STARTTRANS leave=6 generation=21 nodeid=5           | src_name=mark number=6 master=3 end_frame=@312
307: 305.01934   ludwig > all     STARTTRANS why=1 generation=21 nodeid=4             | src_name=ludwig number=6 master=1 cman.transition.start_frame=@306
                                    num_addrs=1 + address ip=192.0.2.4 + name         | clash acked_in=@308 end_frame=@312
                                    name=clara
308: 305.01939   mark > all       NOMINATE ack=22 tgtid=1 generation=21 nodeid=5      | src_name=mark tgt_name=ludwig acks_frame=@307 ack_rtt=50us
                                                                                      | number=6 master=1 cman.transition.start_frame=@306 end_frame=@312
309: 305.01944   ludwig > all     STARTTRANS why=4 generation=22 nodeid=5             | src_name=ludwig number=6 master=1 cman.transition.start_frame=@306
                                                                                      | restarts=1 restarted acked_in=@310 response_in=@310 acked_in=@311
                                                                                      | end_frame=@312
310: 305.01948   johann > all     STARTACK ack=23 tgtid=1 generation=22               | src_name=johann tgt_name=ludwig acks_frame=@309 ack_rtt=40us
                                                                                      | response_to=@309 response_time=40us number=6 master=1
                                                                                      | cman.transition.start_frame=@306 restarts=1 end_frame=@312
311: 305.01952   mark > all       STARTACK ack=23 tgtid=1 generation=22               | src_name=mark tgt_name=ludwig acks_frame=@309 ack_rtt=80us
                                                                                      | response_to=@309 response_time=80us number=6 master=1
                                                                                      | cman.transition.start_frame=@306 restarts=1 end_frame=@312
312: 306.01982   ludwig > all     ENDTRANS total_votes=5 generation=23                | src_name=ludwig number=6 master=1 cman.transition.start_frame=@306
                                                                                      | restarts=1 cman.transition.duration=1.00053s acked_in=@313
                                                                                      | acked_in=@314 acked_in=@315 acked_in=@316
313: 306.019857  johann > ludwig  ACKNOWLEDGE ack=24                                  | src_name=johann acks_frame=@312 ack_rtt=37us
314: 306.019894  mark > ludwig    ACKNOWLEDGE ack=24                                  | src_name=mark acks_frame=@312 ack_rtt=74us
315: 306.019931  clara > ludwig   ACKNOWLEDGE ack=24                                  | src_name=clara acks_frame=@312 ack_rtt=111us
316: 306.019968  fanny > ludwig   ACKNOWLEDGE ack=24                                  | src_name=fanny acks_frame=@312 ack_rtt=148us
317: 306.020148  ludwig > all     WAIT name=TRANSITION.23                             | src_name=ludwig number=6 master=1 cman.transition.start_frame=@306
                                                                                      | restarts=1 end_frame=@312 waiting=1 acked_in=@318 acked_in=@319
                                                                                      | acked_in=@320 acked_in=@321 complete_frame=@342
318: 306.020185  johann > ludwig  ACKNOWLEDGE ack=25 remport=0                        | src_name=johann acks_frame=@317 ack_rtt=37us
319: 306.020222  mark > ludwig    ACKNOWLEDGE ack=25 remport=0                        | src_name=mark acks_frame=@317 ack_rtt=74us
320: 306.020259  clara > ludwig   ACKNOWLEDGE ack=25 remport=0                        | src_name=clara acks_frame=@317 ack_rtt=111us
321: 306.020296  fanny > ludwig   ACKNOWLEDGE ack=25 remport=0                        | src_name=fanny acks_frame=@317 ack_rtt=148us
322: 306.020476  johann > all     WAIT name=TRANSITION.23                             | src_name=johann number=6 master=1 cman.transition.start_frame=@306
                                                                                      | restarts=1 end_frame=@312 cman.barrier.start_frame=@317 waiting=2
                                                                                      | acked_in=@323 acked_in=@324 acked_in=@325 acked_in=@326
                                                                                      | complete_frame=@342
323: 306.020513  ludwig > johann  ACKNOWLEDGE ack=121 remport=0                       | src_name=ludwig acks_frame=@322 ack_rtt=37us
324: 306.02055   mark > johann    ACKNOWLEDGE ack=121 remport=0                       | src_name=mark acks_frame=@322 ack_rtt=74us
325: 306.020587  clara > johann   ACKNOWLEDGE ack=121 remport=0                       | src_name=clara acks_frame=@322 ack_rtt=111us
326: 306.020624  fanny > johann   ACKNOWLEDGE ack=121 remport=0                       | src_name=fanny acks_frame=@322 ack_rtt=148us
327: 306.020804  mark > all       WAIT name=TRANSITION.23                             | src_name=mark number=6 master=1 cman.transition.start_frame=@306
                                                                                      | restarts=1 end_frame=@312 cman.barrier.start_frame=@317 waiting=3
                                                                                      | acked_in=@328 acked_in=@329 acked_in=@330 acked_in=@331
                                                                                      | complete_frame=@342
328: 306.020841  ludwig > mark    ACKNOWLEDGE ack=224 remport=0                       | src_name=ludwig acks_frame=@327 ack_rtt=37us
329: 306.020878  johann > mark    ACKNOWLEDGE ack=224 remport=0                       | src_name=johann acks_frame=@327 ack_rtt=74us
330: 306.020915  clara > mark     ACKNOWLEDGE ack=224 remport=0                       | src_name=clara acks_frame=@327 ack_rtt=111us
331: 306.020952  fanny > mark     ACKNOWLEDGE ack=224 remport=0                       | src_name=fanny acks_frame=@327 ack_rtt=148us
332: 306.021132  clara > all      WAIT name=TRANSITION.23                             | src_name=clara number=6 master=1 cman.transition.start_frame=@306
                                                                                      | restarts=1 end_frame=@312 cman.barrier.start_frame=@317 waiting=4
                                                                                      | acked_in=@333 acked_in=@334 acked_in=@335 acked_in=@336
                                                                                      | complete_frame=@342
333: 306.021169  ludwig > clara   ACKNOWLEDGE ack=316 remport=0                       | src_name=ludwig acks_frame=@332 ack_rtt=37us
334: 306.021206  johann > clara   ACKNOWLEDGE ack=316 remport=0                       | src_name=johann acks_frame=@332 ack_rtt=74us
335: 306.021243  mark > clara     ACKNOWLEDGE ack=316 remport=0                       | src_name=mark acks_frame=@332 ack_rtt=111us
336: 306.02128   fanny > clara    ACKNOWLEDGE ack=316 remport=0                       | src_name=fanny acks_frame=@332 ack_rtt=148us
337: 306.02146   fanny > all      WAIT name=TRANSITION.23                             | src_name=fanny number=6 master=1 cman.transition.start_frame=@306
                                                                                      | restarts=1 end_frame=@312 cman.barrier.start_frame=@317 waiting=5
                                                                                      | acked_in=@338 acked_in=@339 acked_in=@340 acked_in=@341
                                                                                      | complete_frame=@342
338: 306.021497  ludwig > fanny   ACKNOWLEDGE ack=411 remport=0                       | src_name=ludwig acks_frame=@337 ack_rtt=37us
339: 306.021534  johann > fanny   ACKNOWLEDGE ack=411 remport=0                       | src_name=johann acks_frame=@337 ack_rtt=74us
340: 306.021571  mark > fanny     ACKNOWLEDGE ack=411 remport=0                       | src_name=mark acks_frame=@337 ack_rtt=111us
341: 306.021608  clara > fanny    ACKNOWLEDGE ack=411 remport=0                       | src_name=clara acks_frame=@337 ack_rtt=148us
342: 306.021788  ludwig > all     COMPLETE name=TRANSITION.23                         | src_name=ludwig number=6 master=1 cman.transition.start_frame=@306
                                                                                      | restarts=1 end_frame=@312 cman.barrier.duration=1.64ms
                                                                                      | cman.barrier.start_frame=@317 waiting=5 acked_in=@343
                                                                                      | acked_in=@344 acked_in=@345 acked_in=@346
343: 306.021825  johann > ludwig  ACKNOWLEDGE ack=26 remport=0                        | src_name=johann acks_frame=@342 ack_rtt=37us
344: 306.021862  mark > ludwig    ACKNOWLEDGE ack=26 remport=0                        | src_name=mark acks_frame=@342 ack_rtt=74us
345: 306.021899  clara > ludwig   ACKNOWLEDGE ack=26 remport=0                        | src_name=clara acks_frame=@342 ack_rtt=111us
346: 306.021936  fanny > ludwig   ACKNOWLEDGE ack=26 remport=0                        | src_name=fanny acks_frame=@342 ack_rtt=148us
347: 306.022116  johann > all     COMPLETE name=TRANSITION.23                         | src_name=johann number=6 master=1 cman.transition.start_frame=@306
                                                                                      | restarts=1 end_frame=@312 cman.barrier.duration=1.968ms
                                                                                      | complete_frame=@342 cman.barrier.start_frame=@317 waiting=5
                                                                                      | acked_in=@348 acked_in=@349 acked_in=@350 acked_in=@351
348: 306.022153  ludwig > johann  ACKNOWLEDGE ack=122 remport=0                       | src_name=ludwig acks_frame=@347 ack_rtt=37us
349: 306.02219   mark > johann    ACKNOWLEDGE ack=122 remport=0                       | src_name=mark acks_frame=@347 ack_rtt=74us
350: 306.022227  clara > johann   ACKNOWLEDGE ack=122 remport=0                       | src_name=clara acks_frame=@347 ack_rtt=111us
351: 306.022264  fanny > johann   ACKNOWLEDGE ack=122 remport=0                       | src_name=fanny acks_frame=@347 ack_rtt=148us
352: 306.022444  mark > all       COMPLETE name=TRANSITION.23                         | src_name=mark number=6 master=1 cman.transition.start_frame=@306
                                                                                      | restarts=1 end_frame=@312 cman.barrier.duration=2.296ms
                                                                                      | complete_frame=@342 cman.barrier.start_frame=@317 waiting=5
                                                                                      | acked_in=@353 acked_in=@354 acked_in=@355 acked_in=@356
353: 306.022481  ludwig > mark    ACKNOWLEDGE ack=225 remport=0                       | src_name=ludwig acks_frame=@352 ack_rtt=37us
354: 306.022518  johann > mark    ACKNOWLEDGE ack=225 remport=0                       | src_name=johann acks_frame=@352 ack_rtt=74us
355: 306.022555  clara > mark     ACKNOWLEDGE ack=225 remport=0                       | src_name=clara acks_frame=@352 ack_rtt=111us
356: 306.022592  fanny > mark     ACKNOWLEDGE ack=225 remport=0                       | src_name=fanny acks_frame=@352 ack_rtt=148us
357: 306.022772  clara > all      COMPLETE name=TRANSITION.23                         | src_name=clara number=6 master=1 cman.transition.start_frame=@306
                                                                                      | restarts=1 end_frame=@312 cman.barrier.duration=2.624ms
                                                                                      | complete_frame=@342 cman.barrier.start_frame=@317 waiting=5
                                                                                      | acked_in=@358 acked_in=@359 acked_in=@360 acked_in=@361
358: 306.022809  ludwig > clara   ACKNOWLEDGE ack=317 remport=0                       | src_name=ludwig acks_frame=@357 ack_rtt=37us
359: 306.022846  johann > clara   ACKNOWLEDGE ack=317 remport=0                       | src_name=johann acks_frame=@357 ack_rtt=74us
360: 306.022883  mark > clara     ACKNOWLEDGE ack=317 remport=0                       | src_name=mark acks_frame=@357 ack_rtt=111us
361: 306.02292   fanny > clara    ACKNOWLEDGE ack=317 remport=0                       | src_name=fanny acks_frame=@357 ack_rtt=148us
362: 306.0231    fanny > all      COMPLETE name=TRANSITION.23                         | src_name=fanny number=6 master=1 cman.transition.start_frame=@306
                                                                                      | restarts=1 end_frame=@312 cman.barrier.duration=2.952ms
                                                                                      | complete_frame=@342 cman.barrier.start_frame=@317 waiting=5
                                                                                      | acked_in=@363 acked_in=@364 acked_in=@365 acked_in=@366
363: 306.023137  ludwig > fanny   ACKNOWLEDGE ack=412 remport=0                       | src_name=ludwig acks_frame=@362 ack_rtt=37us
364: 306.023174  johann > fanny   ACKNOWLEDGE ack=412 remport=0                       | src_name=johann acks_frame=@362 ack_rtt=74us
365: 306.023211  mark > fanny     ACKNOWLEDGE ack=412 remport=0                       | src_name=mark acks_frame=@362 ack_rtt=111us
366: 306.023248  clara > fanny    ACKNOWLEDGE ack=412 remport=0                       | src_name=clara acks_frame=@362 ack_rtt=148us
