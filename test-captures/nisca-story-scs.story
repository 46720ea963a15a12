# Connections between processes of two circuits: the names are remembered by the ids,
# which are reused; one connection is refused, and once in the response itself.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
let c = nisca.circuit.start_frame=@1
let c2 = nisca.circuit.start_frame=@4
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02
node VAX3 id=1027 ether=02:00:00:04:10:03

1:  0       VAX1 > VAX2  START
2:  0.0003  VAX2 > VAX1  STACK                                               | $c
3:  0.0006  VAX1 > VAX2  STARTED                                             | $c
4:  0.0009  VAX1 > VAX3  START
5:  0.0012  VAX3 > VAX1  STACK                                               | $c2
6:  0.0015  VAX1 > VAX3  STARTED                                             | $c2
7:  0.0018  VAX1 > VAX2  APPL seq=1 ack=0                                    | $c acked_in=@8
8:  0.0028  VAX2 > VAX1  APPL seq=1 ack=1                                    | $c acks_frame=@7 ack_rtt=1ms acked_in=@9
9:  0.0038  VAX1 > VAX2  CONNECT_REQ src_conid=0x62c50009 min_credit=0       | $c acks_frame=@8 ack_rtt=1ms nisca.scs.type=0
                           status=1 dst_process=VMS$VAXcluster               | nisca.scs.dst_process=VMS$VAXcluster
                           src_process=VMS$VAXcluster data=0123456789abcdef  | nisca.scs.src_process=VMS$VAXcluster acked_in=@10
                                                                             | response_frame=@10
10: 0.0042  VAX2 > VAX1  CONNECT_RSP dst_conid=0x62c50009 src_conid=0        | $c acks_frame=@9 ack_rtt=400us nisca.scs.type=1
                           left_over=VMS$                                    | process="VMS$VAXcluster - VMS$VAXcluster" nisca.scs.status=1
                                                                             | acked_in=@12 connect_frame=@9 request_frame=@9
                                                                             | nisca.scs.response_time=400us
11: 0.0046  VAX2 > VAX1  ACCEPT_REQ dst_conid=0x62c50009                     | $c nisca.scs.type=2 nisca.scs.dst_process=VMS$VAXcluster
                           src_conid=0x33580008 min_credit=0 status=1        | nisca.scs.src_process=VMS$VAXcluster acked_in=@12 connect_frame=@9
                           dst_process=VMS$VAXcluster                        | process="VMS$VAXcluster - VMS$VAXcluster" response_frame=@12
                           src_process=VMS$VAXcluster data=0123456789abcdef
12: 0.005   VAX1 > VAX2  ACCEPT_RSP dst_conid=0x33580008                     | $c acks_frame=@11 ack_rtt=400us nisca.scs.type=3
                           src_conid=0x62c50009                              | process="VMS$VAXcluster - VMS$VAXcluster" nisca.scs.status=1
                                                                             | acked_in=@14 connect_frame=@9 request_frame=@11
                                                                             | nisca.scs.response_time=400us
13: 0.0054  VAX1 > VAX2  CONNECT_REQ src_conid=0x10007 min_credit=0          | $c nisca.scs.type=0 nisca.scs.dst_process=SCA$TRANSPORT
                           status=1 dst_process=SCA$TRANSPORT                | nisca.scs.src_process=SCA$CLIENT acked_in=@14 response_frame=@14
                           src_process=SCA$CLIENT data=0123456789abcdef
14: 0.0058  VAX2 > VAX1  CONNECT_RSP dst_conid=0x10007 src_conid=0           | $c acks_frame=@13 ack_rtt=400us nisca.scs.type=1
                           left_over=SCA$                                    | process="SCA$CLIENT - SCA$TRANSPORT" nisca.scs.status=1
                                                                             | acked_in=@16 connect_frame=@13 request_frame=@13
                                                                             | nisca.scs.response_time=400us
15: 0.0062  VAX2 > VAX1  ACCEPT_REQ dst_conid=0x10007 src_conid=0x20007      | $c nisca.scs.type=2 nisca.scs.dst_process=SCA$CLIENT
                           min_credit=0 status=1 dst_process=SCA$CLIENT      | nisca.scs.src_process=SCA$TRANSPORT acked_in=@16 connect_frame=@13
                           src_process=SCA$TRANSPORT data=0123456789abcdef   | process="SCA$CLIENT - SCA$TRANSPORT" response_frame=@16
16: 0.0066  VAX1 > VAX2  ACCEPT_RSP dst_conid=0x20007 src_conid=0x10007      | $c acks_frame=@15 ack_rtt=400us nisca.scs.type=3
                                                                             | process="SCA$CLIENT - SCA$TRANSPORT" nisca.scs.status=1
                                                                             | acked_in=@19 connect_frame=@13 request_frame=@15
                                                                             | nisca.scs.response_time=400us
17: 0.007   VAX1 > VAX2  SCS dst_conid=0x20007 src_conid=0x10007 a1a2a3a4    | $c nisca.scs.type=10 process="SCA$CLIENT - SCA$TRANSPORT"
                                                                             | nisca.data=a1a2a3a4 acked_in=@19 connect_frame=@13
18: 0.0074  VAX1 > VAX2  SCS dst_conid=0x20007 src_conid=0x10007             | $c nisca.scs.type=10 process="SCA$CLIENT - SCA$TRANSPORT"
                           b1b2b3b4b5b6                                      | nisca.data=b1b2b3b4b5b6 acked_in=@19 connect_frame=@13
19: 0.0078  VAX2 > VAX1  SCS dst_conid=0x10007 src_conid=0x20007 a1a2a3a4    | $c acks_frame=@18 ack_rtt=400us nisca.scs.type=10
                                                                             | process="SCA$CLIENT - SCA$TRANSPORT" nisca.data=a1a2a3a4
                                                                             | acked_in=@21 connect_frame=@13
20: 0.0082  VAX2 > VAX1  SCS dst_conid=0x10007 src_conid=0x20007             | $c nisca.scs.type=10 process="SCA$CLIENT - SCA$TRANSPORT"
                           b1b2b3b4b5b6                                      | nisca.data=b1b2b3b4b5b6 acked_in=@21 connect_frame=@13
21: 0.0086  VAX1 > VAX2  CREDIT_REQ dst_conid=0x20007 src_conid=0x10007      | $c acks_frame=@20 ack_rtt=400us nisca.scs.type=8
                                                                             | process="SCA$CLIENT - SCA$TRANSPORT" acked_in=@22
                                                                             | connect_frame=@13 response_frame=@22
22: 0.009   VAX2 > VAX1  CREDIT_RSP dst_conid=0x10007 src_conid=0x20007      | $c acks_frame=@21 ack_rtt=400us nisca.scs.type=9
                                                                             | process="SCA$CLIENT - SCA$TRANSPORT" acked_in=@24
                                                                             | connect_frame=@13 request_frame=@21 nisca.scs.response_time=400us
23: 0.0094  VAX2 > VAX1  CREDIT_REQ dst_conid=0x10007 src_conid=0x20007      | $c nisca.scs.type=8 process="SCA$CLIENT - SCA$TRANSPORT"
                                                                             | acked_in=@24 connect_frame=@13 response_frame=@24
24: 0.0098  VAX1 > VAX2  CREDIT_RSP dst_conid=0x20007 src_conid=0x10007      | $c acks_frame=@23 ack_rtt=400us nisca.scs.type=9
                                                                             | process="SCA$CLIENT - SCA$TRANSPORT" acked_in=@39
                                                                             | connect_frame=@13 request_frame=@23 nisca.scs.response_time=400us
25: 0.0102  VAX1 > VAX3  CONNECT_REQ seq=1 src_conid=0x10007 min_credit=0    | $c2 nisca.scs.type=0 nisca.scs.dst_process=ANOTHER$TWO
                           status=1 dst_process=ANOTHER$TWO                  | nisca.scs.src_process=ANOTHER$ONE acked_in=@26 response_frame=@26
                           src_process=ANOTHER$ONE data=0123456789abcdef
26: 0.0106  VAX3 > VAX1  CONNECT_RSP dst_conid=0x10007 src_conid=0           | $c2 acks_frame=@25 ack_rtt=400us nisca.scs.type=1
                           left_over=ANOT                                    | process="ANOTHER$ONE - ANOTHER$TWO" nisca.scs.status=1
                                                                             | acked_in=@28 connect_frame=@25 request_frame=@25
                                                                             | nisca.scs.response_time=400us
27: 0.011   VAX3 > VAX1  ACCEPT_REQ dst_conid=0x10007 src_conid=0x20007      | $c2 nisca.scs.type=2 nisca.scs.dst_process=ANOTHER$ONE
                           min_credit=0 status=1 dst_process=ANOTHER$ONE     | nisca.scs.src_process=ANOTHER$TWO acked_in=@28 connect_frame=@25
                           src_process=ANOTHER$TWO data=0123456789abcdef     | process="ANOTHER$ONE - ANOTHER$TWO" response_frame=@28
28: 0.0114  VAX1 > VAX3  ACCEPT_RSP dst_conid=0x20007 src_conid=0x10007      | $c2 acks_frame=@27 ack_rtt=400us nisca.scs.type=3
                                                                             | process="ANOTHER$ONE - ANOTHER$TWO" nisca.scs.status=1
                                                                             | acked_in=@31 connect_frame=@25 request_frame=@27
                                                                             | nisca.scs.response_time=400us
29: 0.0118  VAX1 > VAX3  SCS dst_conid=0x20007 src_conid=0x10007 a1a2a3a4    | $c2 nisca.scs.type=10 process="ANOTHER$ONE - ANOTHER$TWO"
                                                                             | nisca.data=a1a2a3a4 acked_in=@31 connect_frame=@25
30: 0.0122  VAX1 > VAX3  SCS dst_conid=0x20007 src_conid=0x10007             | $c2 nisca.scs.type=10 process="ANOTHER$ONE - ANOTHER$TWO"
                           b1b2b3b4b5b6                                      | nisca.data=b1b2b3b4b5b6 acked_in=@31 connect_frame=@25
31: 0.0126  VAX3 > VAX1  SCS dst_conid=0x10007 src_conid=0x20007 a1a2a3a4    | $c2 acks_frame=@30 ack_rtt=400us nisca.scs.type=10
                                                                             | process="ANOTHER$ONE - ANOTHER$TWO" nisca.data=a1a2a3a4
                                                                             | acked_in=@33 connect_frame=@25
32: 0.013   VAX3 > VAX1  SCS dst_conid=0x10007 src_conid=0x20007             | $c2 nisca.scs.type=10 process="ANOTHER$ONE - ANOTHER$TWO"
                           b1b2b3b4b5b6                                      | nisca.data=b1b2b3b4b5b6 acked_in=@33 connect_frame=@25
33: 0.0134  VAX1 > VAX3  CREDIT_REQ dst_conid=0x20007 src_conid=0x10007      | $c2 acks_frame=@32 ack_rtt=400us nisca.scs.type=8
                                                                             | process="ANOTHER$ONE - ANOTHER$TWO" acked_in=@34 connect_frame=@25
                                                                             | response_frame=@34
34: 0.0138  VAX3 > VAX1  CREDIT_RSP dst_conid=0x10007 src_conid=0x20007      | $c2 acks_frame=@33 ack_rtt=400us nisca.scs.type=9
                                                                             | process="ANOTHER$ONE - ANOTHER$TWO" acked_in=@36 connect_frame=@25
                                                                             | request_frame=@33 nisca.scs.response_time=400us
35: 0.0142  VAX3 > VAX1  CREDIT_REQ dst_conid=0x10007 src_conid=0x20007      | $c2 nisca.scs.type=8 process="ANOTHER$ONE - ANOTHER$TWO"
                                                                             | acked_in=@36 connect_frame=@25 response_frame=@36
36: 0.0146  VAX1 > VAX3  CREDIT_RSP dst_conid=0x20007 src_conid=0x10007      | $c2 acks_frame=@35 ack_rtt=400us nisca.scs.type=9
                                                                             | process="ANOTHER$ONE - ANOTHER$TWO" acked_in=@67 connect_frame=@25
                                                                             | request_frame=@35 nisca.scs.response_time=400us
37: 0.015   VAX1 > VAX2  SCS seq=10 dst_conid=0x33580008                     | $c nisca.scs.type=10 process="VMS$VAXcluster - VMS$VAXcluster"
                           src_conid=0x62c50009 a1a2a3a4                     | nisca.data=a1a2a3a4 acked_in=@39 connect_frame=@9
38: 0.0154  VAX1 > VAX2  SCS dst_conid=0x33580008 src_conid=0x62c50009       | $c nisca.scs.type=10 process="VMS$VAXcluster - VMS$VAXcluster"
                           b1b2b3b4b5b6                                      | nisca.data=b1b2b3b4b5b6 acked_in=@39 connect_frame=@9
39: 0.0158  VAX2 > VAX1  SCS dst_conid=0x62c50009 src_conid=0x33580008       | $c acks_frame=@38 ack_rtt=400us nisca.scs.type=10
                           a1a2a3a4                                          | process="VMS$VAXcluster - VMS$VAXcluster" nisca.data=a1a2a3a4
                                                                             | acked_in=@41 connect_frame=@9
40: 0.0162  VAX2 > VAX1  SCS dst_conid=0x62c50009 src_conid=0x33580008       | $c nisca.scs.type=10 process="VMS$VAXcluster - VMS$VAXcluster"
                           b1b2b3b4b5b6                                      | nisca.data=b1b2b3b4b5b6 acked_in=@41 connect_frame=@9
41: 0.0166  VAX1 > VAX2  CREDIT_REQ dst_conid=0x33580008                     | $c acks_frame=@40 ack_rtt=400us nisca.scs.type=8
                           src_conid=0x62c50009                              | process="VMS$VAXcluster - VMS$VAXcluster" acked_in=@42
                                                                             | connect_frame=@9 response_frame=@42
42: 0.017   VAX2 > VAX1  CREDIT_RSP dst_conid=0x62c50009                     | $c acks_frame=@41 ack_rtt=400us nisca.scs.type=9
                           src_conid=0x33580008                              | process="VMS$VAXcluster - VMS$VAXcluster" acked_in=@44
                                                                             | connect_frame=@9 request_frame=@41 nisca.scs.response_time=400us
43: 0.0174  VAX2 > VAX1  CREDIT_REQ dst_conid=0x62c50009                     | $c nisca.scs.type=8 process="VMS$VAXcluster - VMS$VAXcluster"
                           src_conid=0x33580008                              | acked_in=@44 connect_frame=@9 response_frame=@44
44: 0.0178  VAX1 > VAX2  CREDIT_RSP dst_conid=0x33580008                     | $c acks_frame=@43 ack_rtt=400us nisca.scs.type=9
                           src_conid=0x62c50009                              | process="VMS$VAXcluster - VMS$VAXcluster" acked_in=@47
                                                                             | connect_frame=@9 request_frame=@43 nisca.scs.response_time=400us
45: 0.0182  VAX1 > VAX2  SCS dst_conid=0x20007 src_conid=0x10007 a1a2a3a4    | $c nisca.scs.type=10 process="SCA$CLIENT - SCA$TRANSPORT"
                                                                             | nisca.data=a1a2a3a4 acked_in=@47 connect_frame=@13
46: 0.0186  VAX1 > VAX2  SCS dst_conid=0x20007 src_conid=0x10007             | $c nisca.scs.type=10 process="SCA$CLIENT - SCA$TRANSPORT"
                           b1b2b3b4b5b6                                      | nisca.data=b1b2b3b4b5b6 acked_in=@47 connect_frame=@13
47: 0.019   VAX2 > VAX1  SCS dst_conid=0x10007 src_conid=0x20007 a1a2a3a4    | $c acks_frame=@46 ack_rtt=400us nisca.scs.type=10
                                                                             | process="SCA$CLIENT - SCA$TRANSPORT" nisca.data=a1a2a3a4
                                                                             | acked_in=@49 connect_frame=@13
48: 0.0194  VAX2 > VAX1  SCS dst_conid=0x10007 src_conid=0x20007             | $c nisca.scs.type=10 process="SCA$CLIENT - SCA$TRANSPORT"
                           b1b2b3b4b5b6                                      | nisca.data=b1b2b3b4b5b6 acked_in=@49 connect_frame=@13
49: 0.0198  VAX1 > VAX2  CREDIT_REQ dst_conid=0x20007 src_conid=0x10007      | $c acks_frame=@48 ack_rtt=400us nisca.scs.type=8
                                                                             | process="SCA$CLIENT - SCA$TRANSPORT" acked_in=@50
                                                                             | connect_frame=@13 response_frame=@50
50: 0.0202  VAX2 > VAX1  CREDIT_RSP dst_conid=0x10007 src_conid=0x20007      | $c acks_frame=@49 ack_rtt=400us nisca.scs.type=9
                                                                             | process="SCA$CLIENT - SCA$TRANSPORT" acked_in=@52
                                                                             | connect_frame=@13 request_frame=@49 nisca.scs.response_time=400us
51: 0.0206  VAX2 > VAX1  CREDIT_REQ dst_conid=0x10007 src_conid=0x20007      | $c nisca.scs.type=8 process="SCA$CLIENT - SCA$TRANSPORT"
                                                                             | acked_in=@52 connect_frame=@13 response_frame=@52
52: 0.021   VAX1 > VAX2  CREDIT_RSP dst_conid=0x20007 src_conid=0x10007      | $c acks_frame=@51 ack_rtt=400us nisca.scs.type=9
                                                                             | process="SCA$CLIENT - SCA$TRANSPORT" acked_in=@54
                                                                             | connect_frame=@13 request_frame=@51 nisca.scs.response_time=400us
53: 0.0214  VAX1 > VAX2  APPL seq=18 ack=17                                  | $c acked_in=@54
54: 0.0224  VAX2 > VAX1  APPL seq=18 ack=18                                  | $c acks_frame=@53 ack_rtt=1ms acked_in=@55
55: 0.0234  VAX1 > VAX2  CONNECT_REQ src_conid=0x30003 min_credit=0          | $c acks_frame=@54 ack_rtt=1ms nisca.scs.type=0
                           status=1 dst_process=NOT$THERE src_process=ASKER  | nisca.scs.dst_process=NOT$THERE nisca.scs.src_process=ASKER
                           data=0123456789abcdef                             | acked_in=@56 response_frame=@56
56: 0.0238  VAX2 > VAX1  CONNECT_RSP dst_conid=0x30003 src_conid=0           | $c acks_frame=@55 ack_rtt=400us nisca.scs.type=1
                           left_over=NOT$                                    | process="ASKER - NOT$THERE" nisca.scs.status=1 acked_in=@58
                                                                             | connect_frame=@55 request_frame=@55 nisca.scs.response_time=400us
57: 0.0242  VAX2 > VAX1  REJECT_REQ dst_conid=0x30003 src_conid=0x40004      | $c nisca.scs.type=4 process="ASKER - NOT$THERE"
                           status=10                                         | nisca.scs.status=10 rejected acked_in=@58 connect_frame=@55
                                                                             | response_frame=@58
58: 0.0246  VAX1 > VAX2  REJECT_RSP dst_conid=0x40004 src_conid=0x30003      | $c acks_frame=@57 ack_rtt=400us nisca.scs.type=5
                                                                             | process="ASKER - NOT$THERE" acked_in=@60 connect_frame=@55
                                                                             | request_frame=@57 nisca.scs.response_time=400us
59: 0.025   VAX1 > VAX2  CONNECT_REQ src_conid=0x30003 min_credit=0          | $c nisca.scs.type=0 nisca.scs.dst_process=NOT$THERE
                           status=1 dst_process=NOT$THERE src_process=ASKER  | nisca.scs.src_process=ASKER acked_in=@60 response_frame=@60
                           data=0123456789abcdef
60: 0.0254  VAX2 > VAX1  CONNECT_RSP dst_conid=0x30003 src_conid=0           | $c acks_frame=@59 ack_rtt=400us nisca.scs.type=1
                           status=10 left_over=NOT$                          | process="ASKER - NOT$THERE" nisca.scs.status=10 rejected
                                                                             | acked_in=@61 connect_frame=@59 request_frame=@59
                                                                             | nisca.scs.response_time=400us
61: 0.0258  VAX1 > VAX2  DISCONNECT_REQ dst_conid=0x20007 src_conid=0x10007  | $c acks_frame=@60 ack_rtt=400us nisca.scs.type=6
                           status=0                                          | process="SCA$CLIENT - SCA$TRANSPORT" nisca.scs.status=0 disconnect
                                                                             | acked_in=@62 connect_frame=@13 response_frame=@62
62: 0.0262  VAX2 > VAX1  DISCONNECT_RSP dst_conid=0x10007 src_conid=0x20007  | $c acks_frame=@61 ack_rtt=400us nisca.scs.type=7
                                                                             | process="SCA$CLIENT - SCA$TRANSPORT" acked_in=@64
                                                                             | connect_frame=@13 request_frame=@61 nisca.scs.response_time=400us
63: 0.0266  VAX2 > VAX1  DISCONNECT_REQ dst_conid=0x10007 src_conid=0x20007  | $c nisca.scs.type=6 process="SCA$CLIENT - SCA$TRANSPORT"
                                                                             | nisca.scs.status=1 disconnect acked_in=@64 connect_frame=@13
                                                                             | response_frame=@64
64: 0.027   VAX1 > VAX2  DISCONNECT_RSP dst_conid=0x20007 src_conid=0x10007  | $c acks_frame=@63 ack_rtt=400us nisca.scs.type=7
                                                                             | process="SCA$CLIENT - SCA$TRANSPORT" acked_in=@74
                                                                             | connect_frame=@13 request_frame=@63 nisca.scs.response_time=400us
65: 0.0274  VAX1 > VAX3  SCS seq=7 dst_conid=0x20007 src_conid=0x10007       | $c2 nisca.scs.type=10 process="ANOTHER$ONE - ANOTHER$TWO"
                           a1a2a3a4                                          | nisca.data=a1a2a3a4 acked_in=@67 connect_frame=@25
66: 0.0278  VAX1 > VAX3  SCS dst_conid=0x20007 src_conid=0x10007             | $c2 nisca.scs.type=10 process="ANOTHER$ONE - ANOTHER$TWO"
                           b1b2b3b4b5b6                                      | nisca.data=b1b2b3b4b5b6 acked_in=@67 connect_frame=@25
67: 0.0282  VAX3 > VAX1  SCS dst_conid=0x10007 src_conid=0x20007 a1a2a3a4    | $c2 acks_frame=@66 ack_rtt=400us nisca.scs.type=10
                                                                             | process="ANOTHER$ONE - ANOTHER$TWO" nisca.data=a1a2a3a4
                                                                             | acked_in=@69 connect_frame=@25
68: 0.0286  VAX3 > VAX1  SCS dst_conid=0x10007 src_conid=0x20007             | $c2 nisca.scs.type=10 process="ANOTHER$ONE - ANOTHER$TWO"
                           b1b2b3b4b5b6                                      | nisca.data=b1b2b3b4b5b6 acked_in=@69 connect_frame=@25
69: 0.029   VAX1 > VAX3  CREDIT_REQ dst_conid=0x20007 src_conid=0x10007      | $c2 acks_frame=@68 ack_rtt=400us nisca.scs.type=8
                                                                             | process="ANOTHER$ONE - ANOTHER$TWO" acked_in=@70 connect_frame=@25
                                                                             | response_frame=@70
70: 0.0294  VAX3 > VAX1  CREDIT_RSP dst_conid=0x10007 src_conid=0x20007      | $c2 acks_frame=@69 ack_rtt=400us nisca.scs.type=9
                                                                             | process="ANOTHER$ONE - ANOTHER$TWO" acked_in=@72 connect_frame=@25
                                                                             | request_frame=@69 nisca.scs.response_time=400us
71: 0.0298  VAX3 > VAX1  CREDIT_REQ dst_conid=0x10007 src_conid=0x20007      | $c2 nisca.scs.type=8 process="ANOTHER$ONE - ANOTHER$TWO"
                                                                             | acked_in=@72 connect_frame=@25 response_frame=@72
72: 0.0302  VAX1 > VAX3  CREDIT_RSP dst_conid=0x20007 src_conid=0x10007      | $c2 acks_frame=@71 ack_rtt=400us nisca.scs.type=9
                                                                             | process="ANOTHER$ONE - ANOTHER$TWO" connect_frame=@25
                                                                             | request_frame=@71 nisca.scs.response_time=400us
73: 0.0306  VAX1 > VAX2  CONNECT_REQ seq=24 src_conid=0x10007 min_credit=0   | $c nisca.scs.type=0 nisca.scs.dst_process=LATER$SERVER
                           status=1 dst_process=LATER$SERVER                 | nisca.scs.src_process=LATER$CLIENT acked_in=@74 response_frame=@74
                           src_process=LATER$CLIENT data=0123456789abcdef
74: 0.031   VAX2 > VAX1  CONNECT_RSP dst_conid=0x10007 src_conid=0           | $c acks_frame=@73 ack_rtt=400us nisca.scs.type=1
                           left_over=LATE                                    | process="LATER$CLIENT - LATER$SERVER" nisca.scs.status=1
                                                                             | acked_in=@76 connect_frame=@73 request_frame=@73
                                                                             | nisca.scs.response_time=400us
75: 0.0314  VAX2 > VAX1  ACCEPT_REQ dst_conid=0x10007 src_conid=0x20007      | $c nisca.scs.type=2 nisca.scs.dst_process=LATER$CLIENT
                           min_credit=0 status=1 dst_process=LATER$CLIENT    | nisca.scs.src_process=LATER$SERVER acked_in=@76 connect_frame=@73
                           src_process=LATER$SERVER data=0123456789abcdef    | process="LATER$CLIENT - LATER$SERVER" response_frame=@76
76: 0.0318  VAX1 > VAX2  ACCEPT_RSP dst_conid=0x20007 src_conid=0x10007      | $c acks_frame=@75 ack_rtt=400us nisca.scs.type=3
                                                                             | process="LATER$CLIENT - LATER$SERVER" nisca.scs.status=1
                                                                             | acked_in=@79 connect_frame=@73 request_frame=@75
                                                                             | nisca.scs.response_time=400us
77: 0.0322  VAX1 > VAX2  SCS dst_conid=0x20007 src_conid=0x10007 a1a2a3a4    | $c nisca.scs.type=10 process="LATER$CLIENT - LATER$SERVER"
                                                                             | nisca.data=a1a2a3a4 acked_in=@79 connect_frame=@73
78: 0.0326  VAX1 > VAX2  SCS dst_conid=0x20007 src_conid=0x10007             | $c nisca.scs.type=10 process="LATER$CLIENT - LATER$SERVER"
                           b1b2b3b4b5b6                                      | nisca.data=b1b2b3b4b5b6 acked_in=@79 connect_frame=@73
79: 0.033   VAX2 > VAX1  SCS dst_conid=0x10007 src_conid=0x20007 a1a2a3a4    | $c acks_frame=@78 ack_rtt=400us nisca.scs.type=10
                                                                             | process="LATER$CLIENT - LATER$SERVER" nisca.data=a1a2a3a4
                                                                             | acked_in=@81 connect_frame=@73
80: 0.0334  VAX2 > VAX1  SCS dst_conid=0x10007 src_conid=0x20007             | $c nisca.scs.type=10 process="LATER$CLIENT - LATER$SERVER"
                           b1b2b3b4b5b6                                      | nisca.data=b1b2b3b4b5b6 acked_in=@81 connect_frame=@73
81: 0.0338  VAX1 > VAX2  CREDIT_REQ dst_conid=0x20007 src_conid=0x10007      | $c acks_frame=@80 ack_rtt=400us nisca.scs.type=8
                                                                             | process="LATER$CLIENT - LATER$SERVER" acked_in=@82
                                                                             | connect_frame=@73 response_frame=@82
82: 0.0342  VAX2 > VAX1  CREDIT_RSP dst_conid=0x10007 src_conid=0x20007      | $c acks_frame=@81 ack_rtt=400us nisca.scs.type=9
                                                                             | process="LATER$CLIENT - LATER$SERVER" acked_in=@84
                                                                             | connect_frame=@73 request_frame=@81 nisca.scs.response_time=400us
83: 0.0346  VAX2 > VAX1  CREDIT_REQ dst_conid=0x10007 src_conid=0x20007      | $c nisca.scs.type=8 process="LATER$CLIENT - LATER$SERVER"
                                                                             | acked_in=@84 connect_frame=@73 response_frame=@84
84: 0.035   VAX1 > VAX2  CREDIT_RSP dst_conid=0x20007 src_conid=0x10007      | $c acks_frame=@83 ack_rtt=400us nisca.scs.type=9
                                                                             | process="LATER$CLIENT - LATER$SERVER" acked_in=@85
                                                                             | connect_frame=@73 request_frame=@83 nisca.scs.response_time=400us
85: 0.0354  VAX2 > VAX1  DISCONNECT_REQ dst_conid=0x10007 src_conid=0x20007  | $c acks_frame=@84 ack_rtt=400us nisca.scs.type=6
                           status=0                                          | process="LATER$CLIENT - LATER$SERVER" nisca.scs.status=0
                                                                             | disconnect acked_in=@86 connect_frame=@73 response_frame=@86
86: 0.0358  VAX1 > VAX2  DISCONNECT_RSP dst_conid=0x20007 src_conid=0x10007  | $c acks_frame=@85 ack_rtt=400us nisca.scs.type=7
                                                                             | process="LATER$CLIENT - LATER$SERVER" acked_in=@88
                                                                             | connect_frame=@73 request_frame=@85 nisca.scs.response_time=400us
87: 0.0362  VAX1 > VAX2  DISCONNECT_REQ dst_conid=0x20007 src_conid=0x10007  | $c nisca.scs.type=6 process="LATER$CLIENT - LATER$SERVER"
                                                                             | nisca.scs.status=1 disconnect acked_in=@88 connect_frame=@73
                                                                             | response_frame=@88
88: 0.0366  VAX2 > VAX1  DISCONNECT_RSP dst_conid=0x10007 src_conid=0x20007  | $c acks_frame=@87 ack_rtt=400us nisca.scs.type=7
                                                                             | process="LATER$CLIENT - LATER$SERVER" acked_in=@89
                                                                             | connect_frame=@73 request_frame=@87 nisca.scs.response_time=400us
89: 0.037   VAX1 > VAX2  DISCONNECT_REQ dst_conid=0x33580008                 | $c acks_frame=@88 ack_rtt=400us nisca.scs.type=6
                           src_conid=0x62c50009 status=0                     | process="VMS$VAXcluster - VMS$VAXcluster" nisca.scs.status=0
                                                                             | disconnect acked_in=@90 connect_frame=@9 response_frame=@90
90: 0.0374  VAX2 > VAX1  DISCONNECT_RSP dst_conid=0x62c50009                 | $c acks_frame=@89 ack_rtt=400us nisca.scs.type=7
                           src_conid=0x33580008                              | process="VMS$VAXcluster - VMS$VAXcluster" acked_in=@92
                                                                             | connect_frame=@9 request_frame=@89 nisca.scs.response_time=400us
91: 0.0378  VAX2 > VAX1  DISCONNECT_REQ dst_conid=0x62c50009                 | $c nisca.scs.type=6 process="VMS$VAXcluster - VMS$VAXcluster"
                           src_conid=0x33580008                              | nisca.scs.status=1 disconnect acked_in=@92 connect_frame=@9
                                                                             | response_frame=@92
92: 0.0382  VAX1 > VAX2  DISCONNECT_RSP dst_conid=0x33580008                 | $c acks_frame=@91 ack_rtt=400us nisca.scs.type=7
                           src_conid=0x62c50009                              | process="VMS$VAXcluster - VMS$VAXcluster" connect_frame=@9
                                                                             | request_frame=@91 nisca.scs.response_time=400us
