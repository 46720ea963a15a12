# A node boots again.  The JOINREQ that starts its count over goes past the capture point;
# but what it sees, STARTTRANS and ENDTRANS, tells that this is not the node of before.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
# What was heard of a node before its death is the subject of other stories.
open cman.death.last_heard cman.death.silence
node ludwig ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node all ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0
node johann ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
node mark ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3
node clara ip=192.0.2.4 ether=02:00:00:00:00:04 cluster=3169 id=4
node fanny ip=192.0.2.5 ether=02:00:00:00:00:05 cluster=3169 id=5
truth node ludwig 1 91 72 0
truth node johann 2 86 72 2
truth node mark 3 99 72 2
truth node clara 4 86 72 2
truth node fanny 5 29 24 0

1:   0.001       ludwig > all   HELLO seq=18 members=5
2:   0.998       johann > all   HELLO seq=118 members=5
3:   1.995       mark > all     HELLO seq=218 members=5
4:   2.992       clara > all    HELLO seq=318 members=5
5:   3.989       fanny > all    HELLO seq=418 members=5
6:   5.001339    ludwig > all   HELLO members=5                                     | hello_delta=5.000339s
7:   5.998565    johann > all   HELLO members=5                                     | hello_delta=5.000565s
8:   6.995       mark > all     HELLO members=5                                     | hello_delta=5s
9:   7.992226    clara > all    HELLO members=5                                     | hello_delta=5.000226s
10:  8.989452    fanny > all    HELLO members=5                                     | hello_delta=5.000452s
11:  10.001791   ludwig > all   HELLO members=5                                     | hello_delta=5.000452s
12:  10.999243   johann > all   HELLO members=5                                     | hello_delta=5.000678s
13:  11.995113   mark > all     HELLO members=5                                     | hello_delta=5.000113s
14:  12.992565   clara > all    HELLO members=5                                     | hello_delta=5.000339s
15:  13.990017   fanny > all    HELLO members=5                                     | hello_delta=5.000565s
16:  15.002356   ludwig > all   HELLO members=5                                     | hello_delta=5.000565s
17:  15.999243   johann > all   HELLO members=5                                     | hello_delta=5s
18:  16.995339   mark > all     HELLO members=5                                     | hello_delta=5.000226s
19:  17.993017   clara > all    HELLO members=5                                     | hello_delta=5.000452s
20:  18.990695   fanny > all    HELLO members=5                                     | hello_delta=5.000678s
21:  20.003034   ludwig > all   HELLO members=5                                     | hello_delta=5.000678s
22:  20.999356   johann > all   HELLO members=5                                     | hello_delta=5.000113s
23:  21.995678   mark > all     HELLO members=5                                     | hello_delta=5.000339s
24:  22.993582   clara > all    HELLO members=5                                     | hello_delta=5.000565s
25:  23.990695   fanny > all    HELLO members=5                                     | hello_delta=5s
26:  25.003034   ludwig > all   HELLO members=5                                     | hello_delta=5s
27:  25.999582   johann > all   HELLO members=5                                     | hello_delta=5.000226s
28:  26.99613    mark > all     HELLO members=5                                     | hello_delta=5.000452s
29:  27.99426    clara > all    HELLO members=5                                     | hello_delta=5.000678s
30:  28.990808   fanny > all    HELLO members=5                                     | hello_delta=5.000113s
31:  30.003147   ludwig > all   HELLO members=5                                     | hello_delta=5.000113s
32:  30.999921   johann > all   HELLO members=5                                     | hello_delta=5.000339s
33:  31.996695   mark > all     HELLO members=5                                     | hello_delta=5.000565s
34:  32.99426    clara > all    HELLO members=5                                     | hello_delta=5s
35:  33.991034   fanny > all    HELLO members=5                                     | hello_delta=5.000226s
36:  35.003373   ludwig > all   HELLO members=5                                     | hello_delta=5.000226s
37:  36.000373   johann > all   HELLO members=5                                     | hello_delta=5.000452s
38:  36.997373   mark > all     HELLO members=5                                     | hello_delta=5.000678s
39:  37.994373   clara > all    HELLO members=5                                     | hello_delta=5.000113s
40:  38.991373   fanny > all    HELLO members=5                                     | hello_delta=5.000339s
41:  40.003712   ludwig > all   HELLO members=5                                     | hello_delta=5.000339s
42:  41.000938   johann > all   HELLO members=5                                     | hello_delta=5.000565s
43:  41.997373   mark > all     HELLO members=5                                     | hello_delta=5s
44:  42.994599   clara > all    HELLO members=5                                     | hello_delta=5.000226s
45:  43.991825   fanny > all    HELLO members=5                                     | hello_delta=5.000452s
46:  45.004164   ludwig > all   HELLO members=5                                     | hello_delta=5.000452s
47:  46.001616   johann > all   HELLO members=5                                     | hello_delta=5.000678s
48:  46.997486   mark > all     HELLO members=5                                     | hello_delta=5.000113s
49:  47.994938   clara > all    HELLO members=5                                     | hello_delta=5.000339s
50:  48.99239    fanny > all    HELLO members=5                                     | hello_delta=5.000565s
51:  50.004729   ludwig > all   HELLO members=5                                     | hello_delta=5.000565s
52:  51.001616   johann > all   HELLO members=5                                     | hello_delta=5s
53:  51.997712   mark > all     HELLO members=5                                     | hello_delta=5.000226s
54:  52.99539    clara > all    HELLO members=5                                     | hello_delta=5.000452s
55:  53.993068   fanny > all    HELLO members=5                                     | hello_delta=5.000678s
56:  55.005407   ludwig > all   HELLO members=5                                     | hello_delta=5.000678s
57:  56.001729   johann > all   HELLO members=5                                     | hello_delta=5.000113s
58:  56.998051   mark > all     HELLO members=5                                     | hello_delta=5.000339s
59:  57.995955   clara > all    HELLO members=5                                     | hello_delta=5.000565s
60:  58.993068   fanny > all    HELLO members=5                                     | hello_delta=5s
61:  60          fanny > all    LEAVE tgtid=1                                       | leave
62:  60.0003     ludwig > all   NODEDOWN nodeid=5                                   | nodedown acked_in=@63
63:  60.000374   mark > ludwig  ACKNOWLEDGE ack=30                                  | acks_frame=@62 ack_rtt=74us
64:  60.000811   ludwig > all   STARTTRANS nodeid=5                                 | number=1 master=1 acked_in=@65 response_in=@65 acked_in=@66
                                                                                    | acked_in=@67 end_frame=@78
65:  60.000861   johann > all   STARTACK ack=31 tgtid=1                             | acks_frame=@64 ack_rtt=50us response_to=@64 response_time=50us
                                                                                    | number=1 master=1 cman.transition.start_frame=@64 end_frame=@78
66:  60.000911   mark > all     STARTACK ack=31 tgtid=1                             | acks_frame=@64 ack_rtt=100us response_to=@64 response_time=100us
                                                                                    | number=1 master=1 cman.transition.start_frame=@64 acked_in=@72
                                                                                    | end_frame=@78
67:  60.000961   clara > all    STARTACK ack=31 tgtid=1                             | acks_frame=@64 ack_rtt=150us response_to=@64 response_time=150us
                                                                                    | number=1 master=1 cman.transition.start_frame=@64 end_frame=@78
68:  60.001161   ludwig > all   MASTERVIEW + member name=ludwig + address           | src_name=ludwig number=1 master=1 cman.transition.start_frame=@64
                                  ip=192.0.2.1 + votes nodeid=1 + member name=johann  | acked_in=@74 response_in=@74 acked_in=@75 acked_in=@76
                                  + address ip=192.0.2.2 + votes nodeid=2 + member  | end_frame=@78
                                  name=mark + address ip=192.0.2.3 + votes nodeid=3
                                  + member name=clara + address ip=192.0.2.4 + votes
                                  nodeid=4
69:  60.005407   ludwig > all   HELLO members=4 generation=11                       | src_name=ludwig hello_delta=5s
70:  61.001181   johann > all   STARTACK seq=130 ack=31 flags=0 tgtid=1             | src_name=johann tgt_name=ludwig retransmission
                                                                                    | retransmission_of=@65 rto=1.00032s acks_frame=@64 response_to=@64
                                                                                    | number=1 master=1 cman.transition.start_frame=@64 end_frame=@78
                                                                                    | ?response_in ?response_time
71:  61.001221   mark > all     STARTACK seq=230 ack=31 flags=0 tgtid=1             | src_name=mark tgt_name=ludwig retransmission retransmission_of=@66
                                                                                    | rto=1.00031s acks_frame=@64 response_to=@64 number=1 master=1
                                                                                    | cman.transition.start_frame=@64 end_frame=@78 ?response_in
                                                                                    | ?response_time
72:  61.001241   ludwig > mark  ACKNOWLEDGE ack=230                                 | src_name=ludwig acks_frame=@66 ack_rtt=1.00033s
73:  61.001261   clara > all    STARTACK seq=330 ack=31 flags=0 tgtid=1             | src_name=clara tgt_name=ludwig retransmission
                                                                                    | retransmission_of=@67 rto=1.0003s acks_frame=@64 response_to=@64
                                                                                    | number=1 master=1 cman.transition.start_frame=@64 end_frame=@78
                                                                                    | ?response_in ?response_time
74:  61.001331   johann > all   VIEWACK ack=32 tgtid=1                              | src_name=johann tgt_name=ludwig acks_frame=@68 ack_rtt=1.00017s
                                                                                    | response_to=@68 response_time=1.00017s number=1 master=1
                                                                                    | cman.transition.start_frame=@64 end_frame=@78
75:  61.001381   mark > all     VIEWACK ack=32 tgtid=1                              | src_name=mark tgt_name=ludwig acks_frame=@68 ack_rtt=1.00022s
                                                                                    | response_to=@68 response_time=1.00022s number=1 master=1
                                                                                    | cman.transition.start_frame=@64 acked_in=@77 end_frame=@78
76:  61.001431   clara > all    VIEWACK ack=32 tgtid=1                              | src_name=clara tgt_name=ludwig acks_frame=@68 ack_rtt=1.00027s
                                                                                    | response_to=@68 response_time=1.00027s number=1 master=1
                                                                                    | cman.transition.start_frame=@64 end_frame=@78
77:  61.001471   ludwig > mark  ACKNOWLEDGE ack=231                                 | src_name=ludwig acks_frame=@75 ack_rtt=90us
78:  61.001791   ludwig > all   ENDTRANS total_votes=4                              | src_name=ludwig number=1 master=1 cman.transition.start_frame=@64
                                                                                    | cman.transition.duration=1.00098s acked_in=@79
79:  61.001865   mark > ludwig  ACKNOWLEDGE ack=34                                  | src_name=mark acks_frame=@78 ack_rtt=74us
80:  61.001955   johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000226s
81:  61.002082   ludwig > all   WAIT name=TRANSITION.12                             | src_name=ludwig number=1 master=1 cman.transition.start_frame=@64
                                                                                    | end_frame=@78 waiting=1 acked_in=@82 complete_frame=@91
82:  61.002156   mark > ludwig  ACKNOWLEDGE ack=35 remport=0                        | src_name=mark acks_frame=@81 ack_rtt=74us
83:  61.002373   johann > all   WAIT name=TRANSITION.12                             | src_name=johann number=1 master=1 cman.transition.start_frame=@64
                                                                                    | end_frame=@78 cman.barrier.start_frame=@81 waiting=2 acked_in=@84
                                                                                    | complete_frame=@91
84:  61.002447   mark > johann  ACKNOWLEDGE ack=133 remport=0                       | src_name=mark acks_frame=@83 ack_rtt=74us
85:  61.002664   mark > all     WAIT name=TRANSITION.12                             | src_name=mark number=1 master=1 cman.transition.start_frame=@64
                                                                                    | end_frame=@78 cman.barrier.start_frame=@81 waiting=3 acked_in=@86
                                                                                    | acked_in=@87 acked_in=@88 complete_frame=@91
86:  61.002701   ludwig > mark  ACKNOWLEDGE ack=232 remport=0                       | src_name=ludwig acks_frame=@85 ack_rtt=37us
87:  61.002738   johann > mark  ACKNOWLEDGE ack=232 remport=0                       | src_name=johann acks_frame=@85 ack_rtt=74us
88:  61.002775   clara > mark   ACKNOWLEDGE ack=232 remport=0                       | src_name=clara acks_frame=@85 ack_rtt=111us
89:  61.002955   clara > all    WAIT name=TRANSITION.12                             | src_name=clara number=1 master=1 cman.transition.start_frame=@64
                                                                                    | end_frame=@78 cman.barrier.start_frame=@81 waiting=4 acked_in=@90
                                                                                    | complete_frame=@91
90:  61.003066   mark > clara   ACKNOWLEDGE ack=332 remport=0                       | src_name=mark acks_frame=@89 ack_rtt=111us
91:  61.003246   ludwig > all   COMPLETE name=TRANSITION.12                         | src_name=ludwig number=1 master=1 cman.transition.start_frame=@64
                                                                                    | end_frame=@78 cman.barrier.duration=1.164ms
                                                                                    | cman.barrier.start_frame=@81 waiting=4 acked_in=@92
92:  61.00332    mark > ludwig  ACKNOWLEDGE ack=36 remport=0                        | src_name=mark acks_frame=@91 ack_rtt=74us
93:  61.003537   johann > all   COMPLETE name=TRANSITION.12                         | src_name=johann number=1 master=1 cman.transition.start_frame=@64
                                                                                    | end_frame=@78 cman.barrier.duration=1.455ms complete_frame=@91
                                                                                    | cman.barrier.start_frame=@81 waiting=4 acked_in=@94
94:  61.003611   mark > johann  ACKNOWLEDGE ack=134 remport=0                       | src_name=mark acks_frame=@93 ack_rtt=74us
95:  61.003828   mark > all     COMPLETE name=TRANSITION.12                         | src_name=mark number=1 master=1 cman.transition.start_frame=@64
                                                                                    | end_frame=@78 cman.barrier.duration=1.746ms complete_frame=@91
                                                                                    | cman.barrier.start_frame=@81 waiting=4 acked_in=@96 acked_in=@97
                                                                                    | acked_in=@98
96:  61.003865   ludwig > mark  ACKNOWLEDGE ack=233 remport=0                       | src_name=ludwig acks_frame=@95 ack_rtt=37us
97:  61.003902   johann > mark  ACKNOWLEDGE ack=233 remport=0                       | src_name=johann acks_frame=@95 ack_rtt=74us
98:  61.003939   clara > mark   ACKNOWLEDGE ack=233 remport=0                       | src_name=clara acks_frame=@95 ack_rtt=111us
99:  61.004119   clara > all    COMPLETE name=TRANSITION.12                         | src_name=clara number=1 master=1 cman.transition.start_frame=@64
                                                                                    | end_frame=@78 cman.barrier.duration=2.037ms complete_frame=@91
                                                                                    | cman.barrier.start_frame=@81 waiting=4 acked_in=@100
100: 61.00423    mark > clara   ACKNOWLEDGE ack=333 remport=0                       | src_name=mark acks_frame=@99 ack_rtt=111us
101: 61.998503   mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000452s
102: 62.996633   clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000678s
103: 65.005859   ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000452s
104: 66.00252    johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000565s
105: 66.998729   mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000226s
106: 67.997085   clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000452s
107: 70.005972   ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000113s
108: 71.002633   johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000113s
109: 71.999068   mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000339s
110: 72.99765    clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000565s
111: 75.006198   ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000226s
112: 76.002859   johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000226s
113: 76.99952    mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000452s
114: 77.998328   clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000678s
115: 80.006537   ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000339s
116: 81.003198   johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000339s
117: 82.000085   mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000565s
118: 82.998328   clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5s
119: 85.006989   ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000452s
120: 86.00365    johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000452s
121: 87.000763   mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000678s
122: 87.998441   clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000113s
123: 90.007554   ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000565s
124: 91.004215   johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000565s
125: 92.000763   mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5s
126: 92.998667   clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000226s
127: 95.008232   ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000678s
128: 96.004893   johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000678s
129: 97.000876   mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000113s
130: 97.999006   clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000339s
131: 100.008232  ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5s
132: 101.004893  johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5s
133: 102.001102  mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000226s
134: 102.999458  clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000452s
135: 105.008345  ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000113s
136: 106.005006  johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000113s
137: 107.001441  mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000339s
138: 108.000023  clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000565s
139: 110.008571  ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000226s
140: 111.005232  johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000226s
141: 112.001893  mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000452s
142: 113.000701  clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000678s
143: 115.00891   ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000339s
144: 116.005571  johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000339s
145: 117.002458  mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000565s
146: 118.000701  clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5s
147: 120.009362  ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000452s
148: 121.006023  johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000452s
149: 122.003136  mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000678s
150: 123.000814  clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000113s
151: 125.009927  ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000565s
152: 126.006588  johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000565s
153: 127.003136  mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5s
154: 128.00104   clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000226s
155: 130.010605  ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000678s
156: 131.007266  johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000678s
157: 132.003249  mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000113s
158: 133.001379  clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000339s
159: 135.010605  ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5s
160: 136.007266  johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5s
161: 137.003475  mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000226s
162: 138.001831  clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000452s
163: 140.010718  ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000113s
164: 141.007379  johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000113s
165: 142.003814  mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000339s
166: 143.002396  clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000565s
167: 145.010944  ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000226s
168: 146.007605  johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000226s
169: 147.004266  mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000452s
170: 148.003074  clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000678s
171: 150.011283  ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000339s
172: 151.007944  johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000339s
173: 152.004831  mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000565s
174: 153.003074  clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5s
175: 155.011735  ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000452s
176: 156.008396  johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000452s
177: 157.005509  mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000678s
178: 158.003187  clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000113s
179: 160.0123    ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000565s
180: 161.008961  johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000565s
181: 162.005509  mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5s
182: 163.003413  clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000226s
183: 165.012978  ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000678s
184: 166.009639  johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000678s
185: 167.005622  mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000113s
186: 168.003752  clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000339s
187: 170.012978  ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5s
188: 171.009639  johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5s
189: 172.005848  mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000226s
190: 173.004204  clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000452s
191: 175.013091  ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000113s
192: 176.009752  johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000113s
193: 177.006187  mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000339s
194: 178.004769  clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000565s
195: 180.013317  ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000226s
196: 181.009978  johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000226s
197: 182.006639  mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000452s
198: 183.005447  clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000678s
199: 185.013656  ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000339s
200: 186.010317  johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000339s
201: 187.007204  mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000565s
202: 188.005447  clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5s
203: 190.014108  ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000452s
204: 191.010769  johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000452s
205: 192.007882  mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000678s
206: 193.00556   clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000113s
207: 195.014673  ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000565s
208: 196.011334  johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000565s
209: 197.007882  mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5s
210: 198.005786  clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000226s
211: 200.015351  ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000678s
212: 201.012012  johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000678s
213: 202.007995  mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000113s
214: 203.006125  clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000339s
215: 205.015351  ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5s
216: 206.012012  johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5s
217: 207.008221  mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000226s
218: 208.006577  clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000452s
219: 210.015464  ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000113s
220: 211.012125  johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000113s
221: 212.00856   mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000339s
222: 213.007142  clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000565s
223: 215.01569   ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000226s
224: 216.012351  johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000226s
225: 217.009012  mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000452s
226: 218.00782   clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000678s
227: 220.016029  ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000339s
228: 221.01269   johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000339s
229: 222.009577  mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000565s
230: 223.00782   clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5s
231: 225.016481  ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000452s
232: 226.013142  johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000452s
233: 227.010255  mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000678s
234: 228.007933  clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000113s
235: 230.017046  ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000565s
236: 231.013707  johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000565s
237: 232.010255  mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5s
238: 233.008159  clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000226s
239: 235.017724  ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000678s
240: 236.014385  johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000678s
241: 237.010368  mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000113s
242: 238.008498  clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000339s
243: 240.017724  ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5s
244: 241.014385  johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5s
245: 242.010594  mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000226s
246: 243.00895   clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000452s
247: 245.017837  ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000113s
248: 246.014498  johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000113s
249: 247.010933  mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000339s
250: 248.009515  clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000565s
251: 250.018063  ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000226s
252: 251.014724  johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000226s
253: 252.011385  mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000452s
254: 253.010193  clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000678s
255: 255.018402  ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000339s
256: 256.015063  johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000339s
257: 257.01195   mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000565s
258: 258.010193  clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5s
259: 260.018854  ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000452s
260: 261.015515  johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000452s
261: 262.012628  mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000678s
262: 263.010306  clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000113s
263: 265.019419  ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000565s
264: 266.01608   johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000565s
265: 267.012628  mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5s
266: 268.010532  clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000226s
267: 270.020097  ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000678s
268: 271.016758  johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000678s
269: 272.012741  mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000113s
270: 273.010871  clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000339s
271: 275.020097  ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5s
272: 276.016758  johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5s
273: 277.012967  mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000226s
274: 278.011323  clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000452s
275: 280.02021   ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000113s
276: 281.016871  johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000113s
277: 282.013306  mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000339s
278: 283.011888  clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000565s
279: 285.020436  ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000226s
280: 286.017097  johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000226s
281: 287.013758  mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000452s
282: 288.012566  clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000678s
283: 290.020775  ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000339s
284: 291.017436  johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000339s
285: 292.014323  mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000565s
286: 293.012566  clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5s
287: 295.021227  ludwig > all   HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000452s
288: 296.017888  johann > all   HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000452s
289: 297.015001  mark > all     HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000678s
290: 298.012679  clara > all    HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000113s
291: 300.0005    ludwig > all   STARTTRANS seq=85 why=1 generation=13 nodeid=5      | src_name=ludwig seq_gap=1 out_of_sequence number=2 master=1
                                  num_addrs=1 + address ip=192.0.2.5 + name         | acked_in=@292 response_in=@292 acked_in=@293 acked_in=@294
                                  name=fanny                                        | end_frame=@305
292: 300.00055   johann > all   STARTACK ack=85 tgtid=1 generation=13               | src_name=johann tgt_name=ludwig acks_frame=@291 ack_rtt=50us
                                                                                    | response_to=@291 response_time=50us number=2 master=1
                                                                                    | cman.transition.start_frame=@291 end_frame=@305
293: 300.0006    mark > all     STARTACK ack=85 tgtid=1 generation=13               | src_name=mark tgt_name=ludwig acks_frame=@291 ack_rtt=100us
                                                                                    | response_to=@291 response_time=100us number=2 master=1
                                                                                    | cman.transition.start_frame=@291 acked_in=@299 end_frame=@305
294: 300.00065   clara > all    STARTACK ack=85 tgtid=1 generation=13               | src_name=clara tgt_name=ludwig acks_frame=@291 ack_rtt=150us
                                                                                    | response_to=@291 response_time=150us number=2 master=1
                                                                                    | cman.transition.start_frame=@291 end_frame=@305
295: 300.00085   ludwig > all   MASTERVIEW + member name=ludwig + address           | src_name=ludwig number=2 master=1 cman.transition.start_frame=@291
                                  ip=192.0.2.1 + votes nodeid=1 + member name=johann  | acked_in=@301 response_in=@301 acked_in=@302 acked_in=@303
                                  + address ip=192.0.2.2 + votes nodeid=2 + member  | end_frame=@305
                                  name=mark + address ip=192.0.2.3 + votes nodeid=3
                                  + member name=clara + address ip=192.0.2.4 + votes
                                  nodeid=4
296: 300.021792  ludwig > all   HELLO members=4 generation=13                       | src_name=ludwig hello_delta=5.000565s
297: 301.00087   johann > all   STARTACK seq=182 ack=85 flags=0 tgtid=1             | src_name=johann tgt_name=ludwig retransmission
                                  generation=13                                     | retransmission_of=@292 rto=1.00032s acks_frame=@291
                                                                                    | response_to=@291 number=2 master=1
                                                                                    | cman.transition.start_frame=@291 end_frame=@305 ?response_in
                                                                                    | ?response_time
298: 301.00091   mark > all     STARTACK seq=282 ack=85 flags=0 tgtid=1             | src_name=mark tgt_name=ludwig retransmission
                                  generation=13                                     | retransmission_of=@293 rto=1.00031s acks_frame=@291
                                                                                    | response_to=@291 number=2 master=1
                                                                                    | cman.transition.start_frame=@291 end_frame=@305 ?response_in
                                                                                    | ?response_time
299: 301.00093   ludwig > mark  ACKNOWLEDGE ack=282                                 | src_name=ludwig acks_frame=@293 ack_rtt=1.00033s
300: 301.00095   clara > all    STARTACK seq=382 ack=85 flags=0 tgtid=1             | src_name=clara tgt_name=ludwig retransmission
                                  generation=13                                     | retransmission_of=@294 rto=1.0003s acks_frame=@291
                                                                                    | response_to=@291 number=2 master=1
                                                                                    | cman.transition.start_frame=@291 end_frame=@305 ?response_in
                                                                                    | ?response_time
301: 301.00102   johann > all   VIEWACK ack=86 tgtid=1                              | src_name=johann tgt_name=ludwig acks_frame=@295 ack_rtt=1.00017s
                                                                                    | response_to=@295 response_time=1.00017s number=2 master=1
                                                                                    | cman.transition.start_frame=@291 end_frame=@305
302: 301.00107   mark > all     VIEWACK ack=86 tgtid=1                              | src_name=mark tgt_name=ludwig acks_frame=@295 ack_rtt=1.00022s
                                                                                    | response_to=@295 response_time=1.00022s number=2 master=1
                                                                                    | cman.transition.start_frame=@291 acked_in=@304 end_frame=@305
303: 301.00112   clara > all    VIEWACK ack=86 tgtid=1                              | src_name=clara tgt_name=ludwig acks_frame=@295 ack_rtt=1.00027s
                                                                                    | response_to=@295 response_time=1.00027s number=2 master=1
                                                                                    | cman.transition.start_frame=@291 end_frame=@305
304: 301.00116   ludwig > mark  ACKNOWLEDGE ack=283                                 | src_name=ludwig acks_frame=@302 ack_rtt=90us
305: 301.00187   ludwig > all   ENDTRANS seq=89 total_votes=5 generation=14         | src_name=ludwig seq_gap=1 out_of_sequence number=2 master=1
                                  nodeid=5                                          | cman.transition.start_frame=@291 cman.transition.duration=1.00137s
                                                                                    | acked_in=@306
306: 301.001944  mark > ludwig  ACKNOWLEDGE ack=89                                  | src_name=mark acks_frame=@305 ack_rtt=74us
307: 301.002198  ludwig > all   WAIT name=TRANSITION.14                             | src_name=ludwig number=2 master=1 cman.transition.start_frame=@291
                                                                                    | end_frame=@305 waiting=1 acked_in=@308 complete_frame=@320
308: 301.002272  mark > ludwig  ACKNOWLEDGE ack=90 remport=0                        | src_name=mark acks_frame=@307 ack_rtt=74us
309: 301.002526  johann > all   WAIT name=TRANSITION.14                             | src_name=johann number=2 master=1 cman.transition.start_frame=@291
                                                                                    | end_frame=@305 cman.barrier.start_frame=@307 waiting=2
                                                                                    | acked_in=@310 complete_frame=@320
310: 301.0026    mark > johann  ACKNOWLEDGE ack=184 remport=0                       | src_name=mark acks_frame=@309 ack_rtt=74us
311: 301.002854  mark > all     WAIT name=TRANSITION.14                             | src_name=mark number=2 master=1 cman.transition.start_frame=@291
                                                                                    | end_frame=@305 cman.barrier.start_frame=@307 waiting=3
                                                                                    | acked_in=@312 acked_in=@313 acked_in=@314 acked_in=@315
                                                                                    | complete_frame=@320
312: 301.002891  ludwig > mark  ACKNOWLEDGE ack=284 remport=0                       | src_name=ludwig acks_frame=@311 ack_rtt=37us
313: 301.002928  johann > mark  ACKNOWLEDGE ack=284 remport=0                       | src_name=johann acks_frame=@311 ack_rtt=74us
314: 301.002965  clara > mark   ACKNOWLEDGE ack=284 remport=0                       | src_name=clara acks_frame=@311 ack_rtt=111us
315: 301.003002  fanny > mark   ACKNOWLEDGE ack=284 remport=0                       | src_name=fanny acks_frame=@311 ack_rtt=148us
316: 301.003182  clara > all    WAIT name=TRANSITION.14                             | src_name=clara number=2 master=1 cman.transition.start_frame=@291
                                                                                    | end_frame=@305 cman.barrier.start_frame=@307 waiting=4
                                                                                    | acked_in=@317 complete_frame=@320
317: 301.003293  mark > clara   ACKNOWLEDGE ack=384 remport=0                       | src_name=mark acks_frame=@316 ack_rtt=111us
318: 301.00351   fanny > all    WAIT seq=3 name=TRANSITION.14                       | src_name=fanny number=2 master=1 cman.transition.start_frame=@291
                                                                                    | end_frame=@305 cman.barrier.start_frame=@307 waiting=5
                                                                                    | acked_in=@319 complete_frame=@320 ?seq_gap ?out_of_sequence
319: 301.003621  mark > fanny   ACKNOWLEDGE ack=3 remport=0                         | src_name=mark acks_frame=@318 ack_rtt=111us
320: 301.003838  ludwig > all   COMPLETE name=TRANSITION.14                         | src_name=ludwig number=2 master=1 cman.transition.start_frame=@291
                                                                                    | end_frame=@305 cman.barrier.duration=1.64ms
                                                                                    | cman.barrier.start_frame=@307 waiting=5 acked_in=@321
321: 301.003912  mark > ludwig  ACKNOWLEDGE ack=91 remport=0                        | src_name=mark acks_frame=@320 ack_rtt=74us
322: 301.004166  johann > all   COMPLETE name=TRANSITION.14                         | src_name=johann number=2 master=1 cman.transition.start_frame=@291
                                                                                    | end_frame=@305 cman.barrier.duration=1.968ms complete_frame=@320
                                                                                    | cman.barrier.start_frame=@307 waiting=5 acked_in=@323
323: 301.00424   mark > johann  ACKNOWLEDGE ack=185 remport=0                       | src_name=mark acks_frame=@322 ack_rtt=74us
324: 301.004494  mark > all     COMPLETE name=TRANSITION.14                         | src_name=mark number=2 master=1 cman.transition.start_frame=@291
                                                                                    | end_frame=@305 cman.barrier.duration=2.296ms complete_frame=@320
                                                                                    | cman.barrier.start_frame=@307 waiting=5 acked_in=@325
                                                                                    | acked_in=@326 acked_in=@327 acked_in=@328
325: 301.004531  ludwig > mark  ACKNOWLEDGE ack=285 remport=0                       | src_name=ludwig acks_frame=@324 ack_rtt=37us
326: 301.004568  johann > mark  ACKNOWLEDGE ack=285 remport=0                       | src_name=johann acks_frame=@324 ack_rtt=74us
327: 301.004605  clara > mark   ACKNOWLEDGE ack=285 remport=0                       | src_name=clara acks_frame=@324 ack_rtt=111us
328: 301.004642  fanny > mark   ACKNOWLEDGE ack=285 remport=0                       | src_name=fanny acks_frame=@324 ack_rtt=148us
329: 301.004822  clara > all    COMPLETE name=TRANSITION.14                         | src_name=clara number=2 master=1 cman.transition.start_frame=@291
                                                                                    | end_frame=@305 cman.barrier.duration=2.624ms complete_frame=@320
                                                                                    | cman.barrier.start_frame=@307 waiting=5 acked_in=@330
330: 301.004933  mark > clara   ACKNOWLEDGE ack=385 remport=0                       | src_name=mark acks_frame=@329 ack_rtt=111us
331: 301.00515   fanny > all    COMPLETE name=TRANSITION.14                         | src_name=fanny number=2 master=1 cman.transition.start_frame=@291
                                                                                    | end_frame=@305 cman.barrier.duration=2.952ms complete_frame=@320
                                                                                    | cman.barrier.start_frame=@307 waiting=5 acked_in=@332
332: 301.005261  mark > fanny   ACKNOWLEDGE ack=4 remport=0                         | src_name=mark acks_frame=@331 ack_rtt=111us
333: 301.018453  johann > all   HELLO members=5 generation=14                       | src_name=johann hello_delta=5.000565s
334: 302.015001  mark > all     HELLO members=5 generation=14                       | src_name=mark hello_delta=5s
335: 303.010298  fanny > all    HELLO members=5 generation=14                       | src_name=fanny
336: 303.012905  clara > all    HELLO members=5 generation=14                       | src_name=clara hello_delta=5.000226s
337: 305.022018  ludwig > all   HELLO members=5 generation=14                       | src_name=ludwig hello_delta=5.000226s
338: 306.018792  johann > all   HELLO members=5 generation=14                       | src_name=johann hello_delta=5.000339s
339: 307.015566  mark > all     HELLO members=5 generation=14                       | src_name=mark hello_delta=5.000565s
340: 308.01075   fanny > all    HELLO members=5 generation=14                       | src_name=fanny hello_delta=5.000452s
341: 308.012905  clara > all    HELLO members=5 generation=14                       | src_name=clara hello_delta=5s
342: 310.022018  ludwig > all   HELLO members=5 generation=14                       | src_name=ludwig hello_delta=5s
343: 311.019244  johann > all   HELLO members=5 generation=14                       | src_name=johann hello_delta=5.000452s
344: 312.016244  mark > all     HELLO members=5 generation=14                       | src_name=mark hello_delta=5.000678s
345: 313.011315  fanny > all    HELLO members=5 generation=14                       | src_name=fanny hello_delta=5.000565s
346: 313.013018  clara > all    HELLO members=5 generation=14                       | src_name=clara hello_delta=5.000113s
347: 315.022131  ludwig > all   HELLO members=5 generation=14                       | src_name=ludwig hello_delta=5.000113s
348: 316.019809  johann > all   HELLO members=5 generation=14                       | src_name=johann hello_delta=5.000565s
349: 317.016244  mark > all     HELLO members=5 generation=14                       | src_name=mark hello_delta=5s
350: 318.011993  fanny > all    HELLO members=5 generation=14                       | src_name=fanny hello_delta=5.000678s
351: 318.013244  clara > all    HELLO members=5 generation=14                       | src_name=clara hello_delta=5.000226s
352: 320.022357  ludwig > all   HELLO members=5 generation=14                       | src_name=ludwig hello_delta=5.000226s
353: 321.020487  johann > all   HELLO members=5 generation=14                       | src_name=johann hello_delta=5.000678s
354: 322.016357  mark > all     HELLO members=5 generation=14                       | src_name=mark hello_delta=5.000113s
355: 323.011993  fanny > all    HELLO members=5 generation=14                       | src_name=fanny hello_delta=5s
356: 323.013583  clara > all    HELLO members=5 generation=14                       | src_name=clara hello_delta=5.000339s
357: 325.022696  ludwig > all   HELLO members=5 generation=14                       | src_name=ludwig hello_delta=5.000339s
358: 326.020487  johann > all   HELLO members=5 generation=14                       | src_name=johann hello_delta=5s
359: 327.016583  mark > all     HELLO members=5 generation=14                       | src_name=mark hello_delta=5.000226s
360: 328.012106  fanny > all    HELLO members=5 generation=14                       | src_name=fanny hello_delta=5.000113s
361: 328.014035  clara > all    HELLO members=5 generation=14                       | src_name=clara hello_delta=5.000452s
362: 330.023148  ludwig > all   HELLO members=5 generation=14                       | src_name=ludwig hello_delta=5.000452s
363: 331.0206    johann > all   HELLO members=5 generation=14                       | src_name=johann hello_delta=5.000113s
364: 332.016922  mark > all     HELLO members=5 generation=14                       | src_name=mark hello_delta=5.000339s
365: 333.012332  fanny > all    HELLO members=5 generation=14                       | src_name=fanny hello_delta=5.000226s
366: 333.0146    clara > all    HELLO members=5 generation=14                       | src_name=clara hello_delta=5.000565s
367: 335.023713  ludwig > all   HELLO members=5 generation=14                       | src_name=ludwig hello_delta=5.000565s
368: 336.020826  johann > all   HELLO members=5 generation=14                       | src_name=johann hello_delta=5.000226s
369: 337.017374  mark > all     HELLO members=5 generation=14                       | src_name=mark hello_delta=5.000452s
370: 338.012671  fanny > all    HELLO members=5 generation=14                       | src_name=fanny hello_delta=5.000339s
371: 338.015278  clara > all    HELLO members=5 generation=14                       | src_name=clara hello_delta=5.000678s
372: 340.024391  ludwig > all   HELLO members=5 generation=14                       | src_name=ludwig hello_delta=5.000678s
373: 341.021165  johann > all   HELLO members=5 generation=14                       | src_name=johann hello_delta=5.000339s
374: 342.017939  mark > all     HELLO members=5 generation=14                       | src_name=mark hello_delta=5.000565s
375: 343.013123  fanny > all    HELLO members=5 generation=14                       | src_name=fanny hello_delta=5.000452s
376: 343.015278  clara > all    HELLO members=5 generation=14                       | src_name=clara hello_delta=5s
377: 345.024391  ludwig > all   HELLO members=5 generation=14                       | src_name=ludwig hello_delta=5s
378: 346.021617  johann > all   HELLO members=5 generation=14                       | src_name=johann hello_delta=5.000452s
379: 347.018617  mark > all     HELLO members=5 generation=14                       | src_name=mark hello_delta=5.000678s
380: 348.013688  fanny > all    HELLO members=5 generation=14                       | src_name=fanny hello_delta=5.000565s
381: 348.015391  clara > all    HELLO members=5 generation=14                       | src_name=clara hello_delta=5.000113s
382: 350.024504  ludwig > all   HELLO members=5 generation=14                       | src_name=ludwig hello_delta=5.000113s
383: 351.022182  johann > all   HELLO members=5 generation=14                       | src_name=johann hello_delta=5.000565s
384: 352.018617  mark > all     HELLO members=5 generation=14                       | src_name=mark hello_delta=5s
385: 353.014366  fanny > all    HELLO members=5 generation=14                       | src_name=fanny hello_delta=5.000678s
386: 353.015617  clara > all    HELLO members=5 generation=14                       | src_name=clara hello_delta=5.000226s
387: 355.02473   ludwig > all   HELLO members=5 generation=14                       | src_name=ludwig hello_delta=5.000226s
388: 356.02286   johann > all   HELLO members=5 generation=14                       | src_name=johann hello_delta=5.000678s
389: 357.01873   mark > all     HELLO members=5 generation=14                       | src_name=mark hello_delta=5.000113s
390: 358.014366  fanny > all    HELLO members=5 generation=14                       | src_name=fanny hello_delta=5s
391: 358.015956  clara > all    HELLO members=5 generation=14                       | src_name=clara hello_delta=5.000339s
