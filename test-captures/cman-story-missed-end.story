# The capture missed an ENDTRANS: two minutes after that transition, the next one is new.
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
truth node ludwig 1 45 29 0
truth node johann 2 41 28 1
truth node mark 3 40 28 1
truth node clara 4 25 24 0
truth node fanny 5 0 0 0

1:   0           ludwig > all     HELLO members=5
2:   0           ludwig > all     STARTTRANS leave=6 nodeid=5                         | number=1 master=1 acked_in=@3 response_in=@3 acked_in=@4
3:   0.00004     johann > all     STARTACK seq=101 ack=2 tgtid=1                      | acks_frame=@2 ack_rtt=40us response_to=@2 response_time=40us
                                                                                      | number=1 master=1 cman.transition.start_frame=@2
4:   0.00008     mark > all       STARTACK seq=201 ack=2 tgtid=1                      | acks_frame=@2 ack_rtt=80us response_to=@2 response_time=80us
                                                                                      | number=1 master=1 cman.transition.start_frame=@2
5:   1.00008     ludwig > all     MASTERVIEW + member name=ludwig + address           | src_name=ludwig number=1 master=1 cman.transition.start_frame=@2
                                    ip=192.0.2.1 + votes nodeid=1 + member name=johann  | acked_in=@6 response_in=@6
                                    + address ip=192.0.2.2 + votes nodeid=2 + member
                                    name=mark + address ip=192.0.2.3 + votes nodeid=3
                                    + member name=clara + address ip=192.0.2.4 + votes
                                    nodeid=4
6:   1.00008     johann > all     VIEWACK ack=3 tgtid=1                               | src_name=johann tgt_name=ludwig acks_frame=@5 ack_rtt=0s
                                                                                      | response_to=@5 response_time=0s number=1 master=1
                                                                                      | cman.transition.start_frame=@2
7:   2.002819    ludwig > all     HELLO seq=7 members=4 generation=12                 | src_name=ludwig seq_gap=3 out_of_sequence hello_delta=2.002819s
8:   3.002819    johann > all     HELLO seq=105 members=4 generation=12               | src_name=johann seq_gap=2 out_of_sequence
9:   4.002819    mark > all       HELLO seq=204 members=4 generation=12               | src_name=mark seq_gap=2 out_of_sequence
10:  5.002819    clara > all      HELLO seq=303 members=4 generation=12               | src_name=clara
11:  7.003497    ludwig > all     HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000678s
12:  8.003497    johann > all     HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000678s
13:  9.002819    mark > all       HELLO members=4 generation=12                       | src_name=mark hello_delta=5s
14:  10.002932   clara > all      HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000113s
15:  12.003497   ludwig > all     HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5s
16:  13.003497   johann > all     HELLO members=4 generation=12                       | src_name=johann hello_delta=5s
17:  14.002932   mark > all       HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000113s
18:  15.003158   clara > all      HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000226s
19:  17.00361    ludwig > all     HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000113s
20:  18.00361    johann > all     HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000113s
21:  19.003158   mark > all       HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000226s
22:  20.003497   clara > all      HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000339s
23:  22.003836   ludwig > all     HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000226s
24:  23.003836   johann > all     HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000226s
25:  24.003497   mark > all       HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000339s
26:  25.003949   clara > all      HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000452s
27:  27.004175   ludwig > all     HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000339s
28:  28.004175   johann > all     HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000339s
29:  29.003949   mark > all       HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000452s
30:  30.004514   clara > all      HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000565s
31:  32.004627   ludwig > all     HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000452s
32:  33.004627   johann > all     HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000452s
33:  34.004514   mark > all       HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000565s
34:  35.005192   clara > all      HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000678s
35:  37.005192   ludwig > all     HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000565s
36:  38.005192   johann > all     HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000565s
37:  39.005192   mark > all       HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000678s
38:  40.005192   clara > all      HELLO members=4 generation=12                       | src_name=clara hello_delta=5s
39:  42.00587    ludwig > all     HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000678s
40:  43.00587    johann > all     HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000678s
41:  44.005192   mark > all       HELLO members=4 generation=12                       | src_name=mark hello_delta=5s
42:  45.005305   clara > all      HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000113s
43:  47.00587    ludwig > all     HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5s
44:  48.00587    johann > all     HELLO members=4 generation=12                       | src_name=johann hello_delta=5s
45:  49.005305   mark > all       HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000113s
46:  50.005531   clara > all      HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000226s
47:  52.005983   ludwig > all     HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000113s
48:  53.005983   johann > all     HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000113s
49:  54.005531   mark > all       HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000226s
50:  55.00587    clara > all      HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000339s
51:  57.006209   ludwig > all     HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000226s
52:  58.006209   johann > all     HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000226s
53:  59.00587    mark > all       HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000339s
54:  60.006322   clara > all      HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000452s
55:  62.006548   ludwig > all     HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000339s
56:  63.006548   johann > all     HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000339s
57:  64.006322   mark > all       HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000452s
58:  65.006887   clara > all      HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000565s
59:  67.007      ludwig > all     HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000452s
60:  68.007      johann > all     HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000452s
61:  69.006887   mark > all       HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000565s
62:  70.007565   clara > all      HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000678s
63:  72.007565   ludwig > all     HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000565s
64:  73.007565   johann > all     HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000565s
65:  74.007565   mark > all       HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000678s
66:  75.007565   clara > all      HELLO members=4 generation=12                       | src_name=clara hello_delta=5s
67:  77.008243   ludwig > all     HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000678s
68:  78.008243   johann > all     HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000678s
69:  79.007565   mark > all       HELLO members=4 generation=12                       | src_name=mark hello_delta=5s
70:  80.007678   clara > all      HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000113s
71:  82.008243   ludwig > all     HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5s
72:  83.008243   johann > all     HELLO members=4 generation=12                       | src_name=johann hello_delta=5s
73:  84.007678   mark > all       HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000113s
74:  85.007904   clara > all      HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000226s
75:  87.008356   ludwig > all     HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000113s
76:  88.008356   johann > all     HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000113s
77:  89.007904   mark > all       HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000226s
78:  90.008243   clara > all      HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000339s
79:  92.008582   ludwig > all     HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000226s
80:  93.008582   johann > all     HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000226s
81:  94.008243   mark > all       HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000339s
82:  95.008695   clara > all      HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000452s
83:  97.008921   ludwig > all     HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000339s
84:  98.008921   johann > all     HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000339s
85:  99.008695   mark > all       HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000452s
86:  100.00926   clara > all      HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000565s
87:  102.009373  ludwig > all     HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000452s
88:  103.009373  johann > all     HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000452s
89:  104.00926   mark > all       HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000565s
90:  105.009938  clara > all      HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000678s
91:  107.009938  ludwig > all     HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000565s
92:  108.009938  johann > all     HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000565s
93:  109.009938  mark > all       HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000678s
94:  110.009938  clara > all      HELLO members=4 generation=12                       | src_name=clara hello_delta=5s
95:  112.010616  ludwig > all     HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5.000678s
96:  113.010616  johann > all     HELLO members=4 generation=12                       | src_name=johann hello_delta=5.000678s
97:  114.009938  mark > all       HELLO members=4 generation=12                       | src_name=mark hello_delta=5s
98:  115.010051  clara > all      HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000113s
99:  117.010616  ludwig > all     HELLO members=4 generation=12                       | src_name=ludwig hello_delta=5s
100: 118.010616  johann > all     HELLO members=4 generation=12                       | src_name=johann hello_delta=5s
101: 119.010051  mark > all       HELLO members=4 generation=12                       | src_name=mark hello_delta=5.000113s
102: 120.010277  clara > all      HELLO members=4 generation=12                       | src_name=clara hello_delta=5.000226s
103: 121.002819  clara > all      LEAVE ack=6 tgtid=1                                 | leave src_name=clara tgt_name=ludwig ack_unseen
104: 121.003119  ludwig > all     NODEDOWN nodeid=4                                   | nodedown src_name=ludwig acked_in=@105 acked_in=@106
105: 121.003156  johann > ludwig  ACKNOWLEDGE ack=31                                  | src_name=johann acks_frame=@104 ack_rtt=37us
106: 121.003193  mark > ludwig    ACKNOWLEDGE ack=31                                  | src_name=mark acks_frame=@104 ack_rtt=74us
107: 121.003593  ludwig > all     STARTTRANS generation=13 nodeid=4                   | src_name=ludwig number=2 master=1 acked_in=@108 response_in=@108
                                                                                      | acked_in=@109 end_frame=@119
108: 121.003643  johann > all     STARTACK ack=32 tgtid=1 generation=13               | src_name=johann tgt_name=ludwig acks_frame=@107 ack_rtt=50us
                                                                                      | response_to=@107 response_time=50us number=2 master=1
                                                                                      | cman.transition.start_frame=@107 acked_in=@112 end_frame=@119
109: 121.003693  mark > all       STARTACK ack=32 tgtid=1 generation=13               | src_name=mark tgt_name=ludwig acks_frame=@107 ack_rtt=100us
                                                                                      | response_to=@107 response_time=100us number=2 master=1
                                                                                      | cman.transition.start_frame=@107 acked_in=@114 end_frame=@119
110: 121.003893  ludwig > all     MASTERVIEW + member name=ludwig + address           | src_name=ludwig number=2 master=1 cman.transition.start_frame=@107
                                    ip=192.0.2.1 + votes nodeid=1 + member name=johann  | acked_in=@115 response_in=@115 acked_in=@116 end_frame=@119
                                    + address ip=192.0.2.2 + votes nodeid=2 + member
                                    name=mark + address ip=192.0.2.3 + votes nodeid=3
111: 122.003913  johann > all     STARTACK seq=129 ack=32 flags=0 tgtid=1             | src_name=johann tgt_name=ludwig retransmission
                                    generation=13                                     | retransmission_of=@108 rto=1.00027s acks_frame=@107
                                                                                      | response_to=@107 number=2 master=1
                                                                                      | cman.transition.start_frame=@107 end_frame=@119 ?response_in
                                                                                      | ?response_time
112: 122.003933  ludwig > johann  ACKNOWLEDGE ack=129                                 | src_name=ludwig acks_frame=@108 ack_rtt=1.00029s
113: 122.003953  mark > all       STARTACK seq=228 ack=32 flags=0 tgtid=1             | src_name=mark tgt_name=ludwig retransmission
                                    generation=13                                     | retransmission_of=@109 rto=1.00026s acks_frame=@107
                                                                                      | response_to=@107 number=2 master=1
                                                                                      | cman.transition.start_frame=@107 end_frame=@119 ?response_in
                                                                                      | ?response_time
114: 122.003973  ludwig > mark    ACKNOWLEDGE ack=228                                 | src_name=ludwig acks_frame=@109 ack_rtt=1.00028s
115: 122.004023  johann > all     VIEWACK ack=33 tgtid=1                              | src_name=johann tgt_name=ludwig acks_frame=@110 ack_rtt=1.00013s
                                                                                      | response_to=@110 response_time=1.00013s number=2 master=1
                                                                                      | cman.transition.start_frame=@107 acked_in=@117 end_frame=@119
116: 122.004073  mark > all       VIEWACK ack=33 tgtid=1                              | src_name=mark tgt_name=ludwig acks_frame=@110 ack_rtt=1.00018s
                                                                                      | response_to=@110 response_time=1.00018s number=2 master=1
                                                                                      | cman.transition.start_frame=@107 acked_in=@118 end_frame=@119
117: 122.004093  ludwig > johann  ACKNOWLEDGE ack=130                                 | src_name=ludwig acks_frame=@115 ack_rtt=70us
118: 122.004113  ludwig > mark    ACKNOWLEDGE ack=229                                 | src_name=ludwig acks_frame=@116 ack_rtt=40us
119: 122.004413  ludwig > all     ENDTRANS generation=14                              | src_name=ludwig number=2 master=1 cman.transition.start_frame=@107
                                                                                      | cman.transition.duration=1.00082s acked_in=@120 acked_in=@121
120: 122.00445   johann > ludwig  ACKNOWLEDGE ack=34                                  | src_name=johann acks_frame=@119 ack_rtt=37us
121: 122.004487  mark > ludwig    ACKNOWLEDGE ack=34                                  | src_name=mark acks_frame=@119 ack_rtt=74us
122: 122.004667  ludwig > all     WAIT name=TRANSITION.14                             | src_name=ludwig number=2 master=1 cman.transition.start_frame=@107
                                                                                      | end_frame=@119 waiting=1 acked_in=@123 acked_in=@124
                                                                                      | complete_frame=@131
123: 122.004704  johann > ludwig  ACKNOWLEDGE ack=35 remport=0                        | src_name=johann acks_frame=@122 ack_rtt=37us
124: 122.004741  mark > ludwig    ACKNOWLEDGE ack=35 remport=0                        | src_name=mark acks_frame=@122 ack_rtt=74us
125: 122.004921  johann > all     WAIT name=TRANSITION.14                             | src_name=johann number=2 master=1 cman.transition.start_frame=@107
                                                                                      | end_frame=@119 cman.barrier.start_frame=@122 waiting=2
                                                                                      | acked_in=@126 acked_in=@127 complete_frame=@131
126: 122.004958  ludwig > johann  ACKNOWLEDGE ack=131 remport=0                       | src_name=ludwig acks_frame=@125 ack_rtt=37us
127: 122.004995  mark > johann    ACKNOWLEDGE ack=131 remport=0                       | src_name=mark acks_frame=@125 ack_rtt=74us
128: 122.005175  mark > all       WAIT name=TRANSITION.14                             | src_name=mark number=2 master=1 cman.transition.start_frame=@107
                                                                                      | end_frame=@119 cman.barrier.start_frame=@122 waiting=3
                                                                                      | acked_in=@129 acked_in=@130 complete_frame=@131
129: 122.005212  ludwig > mark    ACKNOWLEDGE ack=230 remport=0                       | src_name=ludwig acks_frame=@128 ack_rtt=37us
130: 122.005249  johann > mark    ACKNOWLEDGE ack=230 remport=0                       | src_name=johann acks_frame=@128 ack_rtt=74us
131: 122.005429  ludwig > all     COMPLETE name=TRANSITION.14                         | src_name=ludwig number=2 master=1 cman.transition.start_frame=@107
                                                                                      | end_frame=@119 cman.barrier.duration=762us
                                                                                      | cman.barrier.start_frame=@122 waiting=3 acked_in=@132
                                                                                      | acked_in=@133
132: 122.005466  johann > ludwig  ACKNOWLEDGE ack=36 remport=0                        | src_name=johann acks_frame=@131 ack_rtt=37us
133: 122.005503  mark > ludwig    ACKNOWLEDGE ack=36 remport=0                        | src_name=mark acks_frame=@131 ack_rtt=74us
134: 122.005683  johann > all     COMPLETE name=TRANSITION.14                         | src_name=johann number=2 master=1 cman.transition.start_frame=@107
                                                                                      | end_frame=@119 cman.barrier.duration=1.016ms complete_frame=@131
                                                                                      | cman.barrier.start_frame=@122 waiting=3 acked_in=@135
                                                                                      | acked_in=@136
135: 122.00572   ludwig > johann  ACKNOWLEDGE ack=132 remport=0                       | src_name=ludwig acks_frame=@134 ack_rtt=37us
136: 122.005757  mark > johann    ACKNOWLEDGE ack=132 remport=0                       | src_name=mark acks_frame=@134 ack_rtt=74us
137: 122.005937  mark > all       COMPLETE name=TRANSITION.14                         | src_name=mark number=2 master=1 cman.transition.start_frame=@107
                                                                                      | end_frame=@119 cman.barrier.duration=1.27ms complete_frame=@131
                                                                                      | cman.barrier.start_frame=@122 waiting=3 acked_in=@138
                                                                                      | acked_in=@139
138: 122.005974  ludwig > mark    ACKNOWLEDGE ack=231 remport=0                       | src_name=ludwig acks_frame=@137 ack_rtt=37us
139: 122.006011  johann > mark    ACKNOWLEDGE ack=231 remport=0                       | src_name=johann acks_frame=@137 ack_rtt=74us
140: 122.010729  ludwig > all     HELLO generation=14                                 | src_name=ludwig hello_delta=5.000113s
141: 123.010729  johann > all     HELLO generation=14                                 | src_name=johann hello_delta=5.000113s
142: 124.010277  mark > all       HELLO generation=14                                 | src_name=mark hello_delta=5.000226s
143: 127.010842  ludwig > all     HELLO generation=14                                 | src_name=ludwig hello_delta=5.000113s
144: 128.011407  johann > all     HELLO generation=14                                 | src_name=johann hello_delta=5.000678s
145: 129.010277  mark > all       HELLO generation=14                                 | src_name=mark hello_delta=5s
146: 132.011068  ludwig > all     HELLO generation=14                                 | src_name=ludwig hello_delta=5.000226s
147: 133.011407  johann > all     HELLO generation=14                                 | src_name=johann hello_delta=5s
148: 134.01039   mark > all       HELLO generation=14                                 | src_name=mark hello_delta=5.000113s
149: 137.011407  ludwig > all     HELLO generation=14                                 | src_name=ludwig hello_delta=5.000339s
150: 138.01152   johann > all     HELLO generation=14                                 | src_name=johann hello_delta=5.000113s
151: 139.010616  mark > all       HELLO generation=14                                 | src_name=mark hello_delta=5.000226s
