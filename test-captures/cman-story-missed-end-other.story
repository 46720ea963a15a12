# The capture missed an ENDTRANS, and another node is the next master: a new transition,
# and no clash.
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
truth node ludwig 1 36 24 1
truth node johann 2 39 24 0
truth node mark 3 36 24 1
truth node clara 4 25 24 0
truth node fanny 5 0 0 0

1:   0           ludwig > all     STARTTRANS leave=6 nodeid=5                         | number=1 master=1 acked_in=@2 response_in=@2 acked_in=@3
2:   0.00004     johann > all     STARTACK seq=101 ack=1 tgtid=1                      | acks_frame=@1 ack_rtt=40us response_to=@1 response_time=40us
                                                                                      | number=1 master=1 cman.transition.start_frame=@1
3:   0.00008     mark > all       STARTACK seq=201 ack=1 tgtid=1                      | acks_frame=@1 ack_rtt=80us response_to=@1 response_time=80us
                                                                                      | number=1 master=1 cman.transition.start_frame=@1
4:   1.002819    ludwig > all     HELLO seq=5 members=4 generation=12                 | seq_gap=3 out_of_sequence
5:   2.002819    johann > all     HELLO seq=104 members=4 generation=12               | seq_gap=2 out_of_sequence
6:   3.002819    mark > all       HELLO seq=204 members=4 generation=12               | seq_gap=2 out_of_sequence
7:   4.002819    clara > all      HELLO seq=303 members=4 generation=12
8:   6.003271    ludwig > all     HELLO members=4 generation=12                       | hello_delta=5.000452s
9:   7.003384    johann > all     HELLO members=4 generation=12                       | hello_delta=5.000565s
10:  8.002819    mark > all       HELLO members=4 generation=12                       | hello_delta=5s
11:  9.002932    clara > all      HELLO members=4 generation=12                       | hello_delta=5.000113s
12:  11.003836   ludwig > all     HELLO members=4 generation=12                       | hello_delta=5.000565s
13:  12.004062   johann > all     HELLO members=4 generation=12                       | hello_delta=5.000678s
14:  13.002932   mark > all       HELLO members=4 generation=12                       | hello_delta=5.000113s
15:  14.003158   clara > all      HELLO members=4 generation=12                       | hello_delta=5.000226s
16:  16.004514   ludwig > all     HELLO members=4 generation=12                       | hello_delta=5.000678s
17:  17.004062   johann > all     HELLO members=4 generation=12                       | hello_delta=5s
18:  18.003158   mark > all       HELLO members=4 generation=12                       | hello_delta=5.000226s
19:  19.003497   clara > all      HELLO members=4 generation=12                       | hello_delta=5.000339s
20:  21.004514   ludwig > all     HELLO members=4 generation=12                       | hello_delta=5s
21:  22.004175   johann > all     HELLO members=4 generation=12                       | hello_delta=5.000113s
22:  23.003497   mark > all       HELLO members=4 generation=12                       | hello_delta=5.000339s
23:  24.003949   clara > all      HELLO members=4 generation=12                       | hello_delta=5.000452s
24:  26.004627   ludwig > all     HELLO members=4 generation=12                       | hello_delta=5.000113s
25:  27.004401   johann > all     HELLO members=4 generation=12                       | hello_delta=5.000226s
26:  28.003949   mark > all       HELLO members=4 generation=12                       | hello_delta=5.000452s
27:  29.004514   clara > all      HELLO members=4 generation=12                       | hello_delta=5.000565s
28:  31.004853   ludwig > all     HELLO members=4 generation=12                       | hello_delta=5.000226s
29:  32.00474    johann > all     HELLO members=4 generation=12                       | hello_delta=5.000339s
30:  33.004514   mark > all       HELLO members=4 generation=12                       | hello_delta=5.000565s
31:  34.005192   clara > all      HELLO members=4 generation=12                       | hello_delta=5.000678s
32:  36.005192   ludwig > all     HELLO members=4 generation=12                       | hello_delta=5.000339s
33:  37.005192   johann > all     HELLO members=4 generation=12                       | hello_delta=5.000452s
34:  38.005192   mark > all       HELLO members=4 generation=12                       | hello_delta=5.000678s
35:  39.005192   clara > all      HELLO members=4 generation=12                       | hello_delta=5s
36:  41.005644   ludwig > all     HELLO members=4 generation=12                       | hello_delta=5.000452s
37:  42.005757   johann > all     HELLO members=4 generation=12                       | hello_delta=5.000565s
38:  43.005192   mark > all       HELLO members=4 generation=12                       | hello_delta=5s
39:  44.005305   clara > all      HELLO members=4 generation=12                       | hello_delta=5.000113s
40:  46.006209   ludwig > all     HELLO members=4 generation=12                       | hello_delta=5.000565s
41:  47.006435   johann > all     HELLO members=4 generation=12                       | hello_delta=5.000678s
42:  48.005305   mark > all       HELLO members=4 generation=12                       | hello_delta=5.000113s
43:  49.005531   clara > all      HELLO members=4 generation=12                       | hello_delta=5.000226s
44:  51.006887   ludwig > all     HELLO members=4 generation=12                       | hello_delta=5.000678s
45:  52.006435   johann > all     HELLO members=4 generation=12                       | hello_delta=5s
46:  53.005531   mark > all       HELLO members=4 generation=12                       | hello_delta=5.000226s
47:  54.00587    clara > all      HELLO members=4 generation=12                       | hello_delta=5.000339s
48:  56.006887   ludwig > all     HELLO members=4 generation=12                       | hello_delta=5s
49:  57.006548   johann > all     HELLO members=4 generation=12                       | hello_delta=5.000113s
50:  58.00587    mark > all       HELLO members=4 generation=12                       | hello_delta=5.000339s
51:  59.006322   clara > all      HELLO members=4 generation=12                       | hello_delta=5.000452s
52:  61.007      ludwig > all     HELLO members=4 generation=12                       | hello_delta=5.000113s
53:  62.006774   johann > all     HELLO members=4 generation=12                       | hello_delta=5.000226s
54:  63.006322   mark > all       HELLO members=4 generation=12                       | hello_delta=5.000452s
55:  64.006887   clara > all      HELLO members=4 generation=12                       | hello_delta=5.000565s
56:  66.007226   ludwig > all     HELLO members=4 generation=12                       | hello_delta=5.000226s
57:  67.007113   johann > all     HELLO members=4 generation=12                       | hello_delta=5.000339s
58:  68.006887   mark > all       HELLO members=4 generation=12                       | hello_delta=5.000565s
59:  69.007565   clara > all      HELLO members=4 generation=12                       | hello_delta=5.000678s
60:  71.007565   ludwig > all     HELLO members=4 generation=12                       | hello_delta=5.000339s
61:  72.007565   johann > all     HELLO members=4 generation=12                       | hello_delta=5.000452s
62:  73.007565   mark > all       HELLO members=4 generation=12                       | hello_delta=5.000678s
63:  74.007565   clara > all      HELLO members=4 generation=12                       | hello_delta=5s
64:  76.008017   ludwig > all     HELLO members=4 generation=12                       | hello_delta=5.000452s
65:  77.00813    johann > all     HELLO members=4 generation=12                       | hello_delta=5.000565s
66:  78.007565   mark > all       HELLO members=4 generation=12                       | hello_delta=5s
67:  79.007678   clara > all      HELLO members=4 generation=12                       | hello_delta=5.000113s
68:  81.008582   ludwig > all     HELLO members=4 generation=12                       | hello_delta=5.000565s
69:  82.008808   johann > all     HELLO members=4 generation=12                       | hello_delta=5.000678s
70:  83.007678   mark > all       HELLO members=4 generation=12                       | hello_delta=5.000113s
71:  84.007904   clara > all      HELLO members=4 generation=12                       | hello_delta=5.000226s
72:  86.00926    ludwig > all     HELLO members=4 generation=12                       | hello_delta=5.000678s
73:  87.008808   johann > all     HELLO members=4 generation=12                       | hello_delta=5s
74:  88.007904   mark > all       HELLO members=4 generation=12                       | hello_delta=5.000226s
75:  89.008243   clara > all      HELLO members=4 generation=12                       | hello_delta=5.000339s
76:  91.00926    ludwig > all     HELLO members=4 generation=12                       | hello_delta=5s
77:  92.008921   johann > all     HELLO members=4 generation=12                       | hello_delta=5.000113s
78:  93.008243   mark > all       HELLO members=4 generation=12                       | hello_delta=5.000339s
79:  94.008695   clara > all      HELLO members=4 generation=12                       | hello_delta=5.000452s
80:  96.009373   ludwig > all     HELLO members=4 generation=12                       | hello_delta=5.000113s
81:  97.009147   johann > all     HELLO members=4 generation=12                       | hello_delta=5.000226s
82:  98.008695   mark > all       HELLO members=4 generation=12                       | hello_delta=5.000452s
83:  99.00926    clara > all      HELLO members=4 generation=12                       | hello_delta=5.000565s
84:  101.009599  ludwig > all     HELLO members=4 generation=12                       | hello_delta=5.000226s
85:  102.009486  johann > all     HELLO members=4 generation=12                       | hello_delta=5.000339s
86:  103.00926   mark > all       HELLO members=4 generation=12                       | hello_delta=5.000565s
87:  104.009938  clara > all      HELLO members=4 generation=12                       | hello_delta=5.000678s
88:  106.009938  ludwig > all     HELLO members=4 generation=12                       | hello_delta=5.000339s
89:  107.009938  johann > all     HELLO members=4 generation=12                       | hello_delta=5.000452s
90:  108.009938  mark > all       HELLO members=4 generation=12                       | hello_delta=5.000678s
91:  109.009938  clara > all      HELLO members=4 generation=12                       | hello_delta=5s
92:  111.01039   ludwig > all     HELLO members=4 generation=12                       | hello_delta=5.000452s
93:  112.010503  johann > all     HELLO members=4 generation=12                       | hello_delta=5.000565s
94:  113.009938  mark > all       HELLO members=4 generation=12                       | hello_delta=5s
95:  114.010051  clara > all      HELLO members=4 generation=12                       | hello_delta=5.000113s
96:  116.010955  ludwig > all     HELLO members=4 generation=12                       | hello_delta=5.000565s
97:  117.011181  johann > all     HELLO members=4 generation=12                       | hello_delta=5.000678s
98:  118.010051  mark > all       HELLO members=4 generation=12                       | hello_delta=5.000113s
99:  119.010277  clara > all      HELLO members=4 generation=12                       | hello_delta=5.000226s
100: 120.002819  clara > all      LEAVE ack=103 tgtid=2                               | leave ack_unseen
101: 120.003119  johann > all     NODEDOWN nodeid=4                                   | nodedown acked_in=@102 acked_in=@103
102: 120.003156  ludwig > johann  ACKNOWLEDGE ack=128                                 | acks_frame=@101 ack_rtt=37us
103: 120.003193  mark > johann    ACKNOWLEDGE ack=128                                 | acks_frame=@101 ack_rtt=74us
104: 120.003593  johann > all     STARTTRANS generation=13 nodeid=4                   | number=2 master=2 acked_in=@105 response_in=@105 acked_in=@106
                                                                                      | end_frame=@116
105: 120.003643  ludwig > all     STARTACK ack=129 tgtid=2 generation=13              | acks_frame=@104 ack_rtt=50us response_to=@104 response_time=50us
                                                                                      | number=2 master=2 cman.transition.start_frame=@104 acked_in=@109
                                                                                      | end_frame=@116
106: 120.003693  mark > all       STARTACK ack=129 tgtid=2 generation=13              | acks_frame=@104 ack_rtt=100us response_to=@104 response_time=100us
                                                                                      | number=2 master=2 cman.transition.start_frame=@104 acked_in=@111
                                                                                      | end_frame=@116
107: 120.003893  johann > all     MASTERVIEW + member name=ludwig + address           | src_name=johann number=2 master=2 cman.transition.start_frame=@104
                                    ip=192.0.2.1 + votes nodeid=1 + member name=johann  | acked_in=@112 response_in=@112 acked_in=@113 end_frame=@116
                                    + address ip=192.0.2.2 + votes nodeid=2 + member
                                    name=mark + address ip=192.0.2.3 + votes nodeid=3
108: 121.003913  ludwig > all     STARTACK seq=29 ack=129 flags=0 tgtid=2             | src_name=ludwig tgt_name=johann retransmission
                                    generation=13                                     | retransmission_of=@105 rto=1.00027s acks_frame=@104
                                                                                      | response_to=@104 number=2 master=2
                                                                                      | cman.transition.start_frame=@104 end_frame=@116 ?response_in
                                                                                      | ?response_time
109: 121.003933  johann > ludwig  ACKNOWLEDGE ack=29                                  | src_name=johann acks_frame=@105 ack_rtt=1.00029s
110: 121.003953  mark > all       STARTACK seq=228 ack=129 flags=0 tgtid=2            | src_name=mark tgt_name=johann retransmission
                                    generation=13                                     | retransmission_of=@106 rto=1.00026s acks_frame=@104
                                                                                      | response_to=@104 number=2 master=2
                                                                                      | cman.transition.start_frame=@104 end_frame=@116 ?response_in
                                                                                      | ?response_time
111: 121.003973  johann > mark    ACKNOWLEDGE ack=228                                 | src_name=johann acks_frame=@106 ack_rtt=1.00028s
112: 121.004023  ludwig > all     VIEWACK ack=130 tgtid=2                             | src_name=ludwig tgt_name=johann acks_frame=@107 ack_rtt=1.00013s
                                                                                      | response_to=@107 response_time=1.00013s number=2 master=2
                                                                                      | cman.transition.start_frame=@104 acked_in=@114 end_frame=@116
113: 121.004073  mark > all       VIEWACK ack=130 tgtid=2                             | src_name=mark tgt_name=johann acks_frame=@107 ack_rtt=1.00018s
                                                                                      | response_to=@107 response_time=1.00018s number=2 master=2
                                                                                      | cman.transition.start_frame=@104 acked_in=@115 end_frame=@116
114: 121.004093  johann > ludwig  ACKNOWLEDGE ack=30                                  | src_name=johann acks_frame=@112 ack_rtt=70us
115: 121.004113  johann > mark    ACKNOWLEDGE ack=229                                 | src_name=johann acks_frame=@113 ack_rtt=40us
116: 121.004413  johann > all     ENDTRANS generation=14                              | src_name=johann number=2 master=2 cman.transition.start_frame=@104
                                                                                      | cman.transition.duration=1.00082s acked_in=@117 acked_in=@118
117: 121.00445   ludwig > johann  ACKNOWLEDGE ack=131                                 | src_name=ludwig acks_frame=@116 ack_rtt=37us
118: 121.004487  mark > johann    ACKNOWLEDGE ack=131                                 | src_name=mark acks_frame=@116 ack_rtt=74us
119: 121.004667  ludwig > all     WAIT name=TRANSITION.14                             | src_name=ludwig number=2 master=2 cman.transition.start_frame=@104
                                                                                      | end_frame=@116 waiting=1 acked_in=@120 acked_in=@121
                                                                                      | complete_frame=@128
120: 121.004704  johann > ludwig  ACKNOWLEDGE ack=31 remport=0                        | src_name=johann acks_frame=@119 ack_rtt=37us
121: 121.004741  mark > ludwig    ACKNOWLEDGE ack=31 remport=0                        | src_name=mark acks_frame=@119 ack_rtt=74us
122: 121.004921  johann > all     WAIT name=TRANSITION.14                             | src_name=johann number=2 master=2 cman.transition.start_frame=@104
                                                                                      | end_frame=@116 cman.barrier.start_frame=@119 waiting=2
                                                                                      | acked_in=@123 acked_in=@124 complete_frame=@128
123: 121.004958  ludwig > johann  ACKNOWLEDGE ack=132 remport=0                       | src_name=ludwig acks_frame=@122 ack_rtt=37us
124: 121.004995  mark > johann    ACKNOWLEDGE ack=132 remport=0                       | src_name=mark acks_frame=@122 ack_rtt=74us
125: 121.005175  mark > all       WAIT name=TRANSITION.14                             | src_name=mark number=2 master=2 cman.transition.start_frame=@104
                                                                                      | end_frame=@116 cman.barrier.start_frame=@119 waiting=3
                                                                                      | acked_in=@126 acked_in=@127 complete_frame=@128
126: 121.005212  ludwig > mark    ACKNOWLEDGE ack=230 remport=0                       | src_name=ludwig acks_frame=@125 ack_rtt=37us
127: 121.005249  johann > mark    ACKNOWLEDGE ack=230 remport=0                       | src_name=johann acks_frame=@125 ack_rtt=74us
128: 121.005429  ludwig > all     COMPLETE name=TRANSITION.14                         | src_name=ludwig number=2 master=2 cman.transition.start_frame=@104
                                                                                      | end_frame=@116 cman.barrier.duration=762us
                                                                                      | cman.barrier.start_frame=@119 waiting=3 acked_in=@129
                                                                                      | acked_in=@130
129: 121.005466  johann > ludwig  ACKNOWLEDGE ack=32 remport=0                        | src_name=johann acks_frame=@128 ack_rtt=37us
130: 121.005503  mark > ludwig    ACKNOWLEDGE ack=32 remport=0                        | src_name=mark acks_frame=@128 ack_rtt=74us
131: 121.005683  johann > all     COMPLETE name=TRANSITION.14                         | src_name=johann number=2 master=2 cman.transition.start_frame=@104
                                                                                      | end_frame=@116 cman.barrier.duration=1.016ms complete_frame=@128
                                                                                      | cman.barrier.start_frame=@119 waiting=3 acked_in=@132
                                                                                      | acked_in=@133
132: 121.00572   ludwig > johann  ACKNOWLEDGE ack=133 remport=0                       | src_name=ludwig acks_frame=@131 ack_rtt=37us
133: 121.005757  mark > johann    ACKNOWLEDGE ack=133 remport=0                       | src_name=mark acks_frame=@131 ack_rtt=74us
134: 121.005937  mark > all       COMPLETE name=TRANSITION.14                         | src_name=mark number=2 master=2 cman.transition.start_frame=@104
                                                                                      | end_frame=@116 cman.barrier.duration=1.27ms complete_frame=@128
                                                                                      | cman.barrier.start_frame=@119 waiting=3 acked_in=@135
                                                                                      | acked_in=@136
135: 121.005974  ludwig > mark    ACKNOWLEDGE ack=231 remport=0                       | src_name=ludwig acks_frame=@134 ack_rtt=37us
136: 121.006011  johann > mark    ACKNOWLEDGE ack=231 remport=0                       | src_name=johann acks_frame=@134 ack_rtt=74us
