# Look-ups in SCS$DIRECTORY: there, and not there; the bytes of a look-up on another
# connection are none.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
only nisca.dir.name nisca.dir.status
let c = nisca.circuit.start_frame=@1
let c2 = nisca.circuit.start_frame=@4
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02
node VAX3 id=1027 ether=02:00:00:04:10:03

1:  0       VAX1 > VAX2  START
2:  0.0003  VAX2 > VAX1  STACK                                             | $c
3:  0.0006  VAX1 > VAX2  STARTED                                           | $c
4:  0.0009  VAX1 > VAX3  START
5:  0.0012  VAX3 > VAX1  STACK                                             | $c2
6:  0.0015  VAX1 > VAX3  STARTED                                           | $c2
7:  0.0018  VAX1 > VAX2  CONNECT_REQ src_conid=0x63050008 min_credit=0     | $c nisca.scs.type=0 nisca.scs.dst_process=SCS$DIRECTORY
                           status=1 dst_process=SCS$DIRECTORY              | nisca.scs.src_process=SCS$DIR_LOOKUP acked_in=@8 response_frame=@8
                           src_process=SCS$DIR_LOOKUP data=0123456789abcdef
8:  0.0022  VAX2 > VAX1  CONNECT_RSP dst_conid=0x63050008 src_conid=0      | $c acks_frame=@7 ack_rtt=400us nisca.scs.type=1
                           left_over=SCS$                                  | process="SCS$DIR_LOOKUP - SCS$DIRECTORY" nisca.scs.status=1
                                                                           | acked_in=@10 connect_frame=@7 request_frame=@7
                                                                           | nisca.scs.response_time=400us
9:  0.0026  VAX2 > VAX1  ACCEPT_REQ dst_conid=0x63050008                   | $c nisca.scs.type=2 nisca.scs.dst_process=SCS$DIR_LOOKUP
                           src_conid=0x33590007 min_credit=0 status=1      | nisca.scs.src_process=SCS$DIRECTORY acked_in=@10 connect_frame=@7
                           dst_process=SCS$DIR_LOOKUP                      | process="SCS$DIR_LOOKUP - SCS$DIRECTORY" response_frame=@10
                           src_process=SCS$DIRECTORY data=0123456789abcdef
10: 0.003   VAX1 > VAX2  ACCEPT_RSP dst_conid=0x33590007                   | $c acks_frame=@9 ack_rtt=400us nisca.scs.type=3
                           src_conid=0x63050008                            | process="SCS$DIR_LOOKUP - SCS$DIRECTORY" nisca.scs.status=1
                                                                           | acked_in=@12 connect_frame=@7 request_frame=@9
                                                                           | nisca.scs.response_time=400us
11: 0.0034  VAX1 > VAX2  CONNECT_REQ src_conid=0x62c50009 min_credit=0     | $c nisca.scs.type=0 nisca.scs.dst_process=SCA$TRANSPORT
                           status=1 dst_process=SCA$TRANSPORT              | nisca.scs.src_process=SCA$CLIENT acked_in=@12 response_frame=@12
                           src_process=SCA$CLIENT data=0123456789abcdef
12: 0.0038  VAX2 > VAX1  CONNECT_RSP dst_conid=0x62c50009 src_conid=0      | $c acks_frame=@11 ack_rtt=400us nisca.scs.type=1
                           left_over=SCA$                                  | process="SCA$CLIENT - SCA$TRANSPORT" nisca.scs.status=1
                                                                           | acked_in=@14 connect_frame=@11 request_frame=@11
                                                                           | nisca.scs.response_time=400us
13: 0.0042  VAX2 > VAX1  ACCEPT_REQ dst_conid=0x62c50009                   | $c nisca.scs.type=2 nisca.scs.dst_process=SCA$CLIENT
                           src_conid=0x33580008 min_credit=0 status=1      | nisca.scs.src_process=SCA$TRANSPORT acked_in=@14 connect_frame=@11
                           dst_process=SCA$CLIENT src_process=SCA$TRANSPORT  | process="SCA$CLIENT - SCA$TRANSPORT" response_frame=@14
                           data=0123456789abcdef
14: 0.0046  VAX1 > VAX2  ACCEPT_RSP dst_conid=0x33580008                   | $c acks_frame=@13 ack_rtt=400us nisca.scs.type=3
                           src_conid=0x62c50009                            | process="SCA$CLIENT - SCA$TRANSPORT" nisca.scs.status=1
                                                                           | acked_in=@16 connect_frame=@11 request_frame=@13
                                                                           | nisca.scs.response_time=400us
15: 0.005   VAX1 > VAX2  LOOKUP dst_conid=0x33590007 src_conid=0x63050008  | $c nisca.scs.type=10 process="SCS$DIR_LOOKUP - SCS$DIRECTORY"
                           dir_name=MSCP$DISK                              | nisca.dir.status=0 nisca.dir.name=MSCP$DISK acked_in=@16
                                                                           | connect_frame=@7
16: 0.0054  VAX2 > VAX1  LOOKUP dst_conid=0x63050008 src_conid=0x33590007  | $c acks_frame=@15 ack_rtt=400us nisca.scs.type=10
                           dir_status=1 dir_name=MSCP$DISK                 | process="SCS$DIR_LOOKUP - SCS$DIRECTORY" nisca.dir.status=1
                           result=0102030405060708090a0b0c0d0e0f10         | nisca.dir.name=MSCP$DISK acked_in=@17 connect_frame=@7
17: 0.0058  VAX1 > VAX2  LOOKUP dst_conid=0x33590007 src_conid=0x63050008  | $c acks_frame=@16 ack_rtt=400us nisca.scs.type=10
                           dir_name=MSCP$TAPE                              | process="SCS$DIR_LOOKUP - SCS$DIRECTORY" nisca.dir.status=0
                                                                           | nisca.dir.name=MSCP$TAPE acked_in=@18 connect_frame=@7
18: 0.0062  VAX2 > VAX1  LOOKUP dst_conid=0x63050008 src_conid=0x33590007  | $c acks_frame=@17 ack_rtt=400us nisca.scs.type=10
                           dir_name=MSCP$TAPE                              | process="SCS$DIR_LOOKUP - SCS$DIRECTORY" nisca.dir.status=0
                           result=4e4f542050524553454e542048455245         | nisca.dir.name=MSCP$TAPE nisca.dir.result="NOT PRESENT HERE"
                                                                           | acked_in=@19 connect_frame=@7
19: 0.0066  VAX1 > VAX2  LOOKUP dst_conid=0x33580008 src_conid=0x62c50009  | $c acks_frame=@18 ack_rtt=400us nisca.scs.type=10
                           dir_name=MSCP$DISK                              | process="SCA$CLIENT - SCA$TRANSPORT"
                                                                           | nisca.data=000000004d534350244449534b2020202020202000000000000000000000000000000000
                                                                           | acked_in=@21 connect_frame=@11
20: 0.007   VAX1 > VAX2  LOOKUP dst_conid=0x33590007 src_conid=0x63050008  | $c nisca.scs.type=10 process="SCS$DIR_LOOKUP - SCS$DIRECTORY"
                           dir_name=VMS$VAXcluster                         | nisca.dir.status=0 nisca.dir.name=VMS$VAXcluster acked_in=@21
                                                                           | connect_frame=@7
21: 0.0074  VAX2 > VAX1  LOOKUP dst_conid=0x63050008 src_conid=0x33590007  | $c acks_frame=@20 ack_rtt=400us nisca.scs.type=10
                           dir_status=1 dir_name=VMS$VAXcluster            | process="SCS$DIR_LOOKUP - SCS$DIRECTORY" nisca.dir.status=1
                           result=0102030405060708090a0b0c0d0e0f10         | nisca.dir.name=VMS$VAXcluster acked_in=@22 connect_frame=@7
22: 0.0078  VAX1 > VAX2  DISCONNECT_REQ dst_conid=0x33590007               | $c acks_frame=@21 ack_rtt=400us nisca.scs.type=6
                           src_conid=0x63050008 status=0                   | process="SCS$DIR_LOOKUP - SCS$DIRECTORY" nisca.scs.status=0
                                                                           | disconnect acked_in=@23 connect_frame=@7 response_frame=@23
23: 0.0082  VAX2 > VAX1  DISCONNECT_RSP dst_conid=0x63050008               | $c acks_frame=@22 ack_rtt=400us nisca.scs.type=7
                           src_conid=0x33590007                            | process="SCS$DIR_LOOKUP - SCS$DIRECTORY" acked_in=@25
                                                                           | connect_frame=@7 request_frame=@22 nisca.scs.response_time=400us
24: 0.0086  VAX2 > VAX1  DISCONNECT_REQ dst_conid=0x63050008               | $c nisca.scs.type=6 process="SCS$DIR_LOOKUP - SCS$DIRECTORY"
                           src_conid=0x33590007                            | nisca.scs.status=1 disconnect acked_in=@25 connect_frame=@7
                                                                           | response_frame=@25
25: 0.009   VAX1 > VAX2  DISCONNECT_RSP dst_conid=0x33590007               | $c acks_frame=@24 ack_rtt=400us nisca.scs.type=7
                           src_conid=0x63050008                            | process="SCS$DIR_LOOKUP - SCS$DIRECTORY" connect_frame=@7
                                                                           | request_frame=@24 nisca.scs.response_time=400us
