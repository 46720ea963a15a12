# MSCP commands and their end messages over two connections; only those bound to
# MSCP$DISK or MSCP$TAPE are read so.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
only nisca.mscp.cmdref nisca.mscp.opcode nisca.mscp.unit
let c = nisca.circuit.start_frame=@1
let c2 = nisca.circuit.start_frame=@4
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02
node VAX3 id=1027 ether=02:00:00:04:10:03

1:  0       VAX1 > VAX2  START
2:  0.0003  VAX2 > VAX1  STACK                                                             | $c
3:  0.0006  VAX1 > VAX2  STARTED                                                           | $c
4:  0.0009  VAX1 > VAX3  START
5:  0.0012  VAX3 > VAX1  STACK                                                             | $c2
6:  0.0015  VAX1 > VAX3  STARTED                                                           | $c2
7:  0.0018  VAX1 > VAX3  MSCP-TRANSFER dst_conid=0x62030009                                | $c2
                           src_conid=0x10009 cmdref=1 unit=7 command=33                    | nisca.data=0100000007000000210000000002000000000000050002000900036263000000
                           lbn=99                                                          | acked_in=@39
8:  0.0028  VAX1 > VAX2  CONNECT_REQ seq=1 src_conid=0x10009 min_credit=0                  | $c nisca.scs.type=0 nisca.scs.dst_process=MSCP$DISK
                           status=1 dst_process=MSCP$DISK                                  | nisca.scs.src_process=VMS$DISK_CL_DRVR acked_in=@9
                           src_process=VMS$DISK_CL_DRVR data=0123456789abcdef              | response_frame=@9
9:  0.0032  VAX2 > VAX1  CONNECT_RSP dst_conid=0x10009 src_conid=0                         | $c acks_frame=@8 ack_rtt=400us nisca.scs.type=1
                           left_over=MSCP                                                  | process="VMS$DISK_CL_DRVR - MSCP$DISK" nisca.scs.status=1
                                                                                           | acked_in=@11 connect_frame=@8 request_frame=@8
                                                                                           | nisca.scs.response_time=400us
10: 0.0036  VAX2 > VAX1  ACCEPT_REQ dst_conid=0x10009 src_conid=0x62030009                 | $c nisca.scs.type=2 nisca.scs.dst_process=VMS$DISK_CL_DRVR
                           min_credit=0 status=1 dst_process=VMS$DISK_CL_DRVR              | nisca.scs.src_process=MSCP$DISK acked_in=@11 connect_frame=@8
                           src_process=MSCP$DISK data=0123456789abcdef                     | process="VMS$DISK_CL_DRVR - MSCP$DISK" response_frame=@11
11: 0.004   VAX1 > VAX2  ACCEPT_RSP dst_conid=0x62030009 src_conid=0x10009                 | $c acks_frame=@10 ack_rtt=400us nisca.scs.type=3
                                                                                           | process="VMS$DISK_CL_DRVR - MSCP$DISK" nisca.scs.status=1
                                                                                           | acked_in=@13 connect_frame=@8 request_frame=@10
                                                                                           | nisca.scs.response_time=400us
12: 0.0044  VAX1 > VAX2  CONNECT_REQ src_conid=0x2000a min_credit=0                        | $c nisca.scs.type=0 nisca.scs.dst_process=MSCP$TAPE
                           status=1 dst_process=MSCP$TAPE                                  | nisca.scs.src_process=VMS$TAPE_CL_DRVR acked_in=@13
                           src_process=VMS$TAPE_CL_DRVR data=0123456789abcdef              | response_frame=@13
13: 0.0048  VAX2 > VAX1  CONNECT_RSP dst_conid=0x2000a src_conid=0                         | $c acks_frame=@12 ack_rtt=400us nisca.scs.type=1
                           left_over=MSCP                                                  | process="VMS$TAPE_CL_DRVR - MSCP$TAPE" nisca.scs.status=1
                                                                                           | acked_in=@15 connect_frame=@12 request_frame=@12
                                                                                           | nisca.scs.response_time=400us
14: 0.0052  VAX2 > VAX1  ACCEPT_REQ dst_conid=0x2000a src_conid=0x6204000a                 | $c nisca.scs.type=2 nisca.scs.dst_process=VMS$TAPE_CL_DRVR
                           min_credit=0 status=1 dst_process=VMS$TAPE_CL_DRVR              | nisca.scs.src_process=MSCP$TAPE acked_in=@15 connect_frame=@12
                           src_process=MSCP$TAPE data=0123456789abcdef                     | process="VMS$TAPE_CL_DRVR - MSCP$TAPE" response_frame=@15
15: 0.0056  VAX1 > VAX2  ACCEPT_RSP dst_conid=0x6204000a src_conid=0x2000a                 | $c acks_frame=@14 ack_rtt=400us nisca.scs.type=3
                                                                                           | process="VMS$TAPE_CL_DRVR - MSCP$TAPE" nisca.scs.status=1
                                                                                           | acked_in=@17 connect_frame=@12 request_frame=@14
                                                                                           | nisca.scs.response_time=400us
16: 0.006   VAX1 > VAX2  CONNECT_REQ src_conid=0x62c50009 min_credit=0                     | $c nisca.scs.type=0 nisca.scs.dst_process=SCA$TRANSPORT
                           status=1 dst_process=SCA$TRANSPORT                              | nisca.scs.src_process=SCA$CLIENT acked_in=@17 response_frame=@17
                           src_process=SCA$CLIENT data=0123456789abcdef
17: 0.0064  VAX2 > VAX1  CONNECT_RSP dst_conid=0x62c50009 src_conid=0                      | $c acks_frame=@16 ack_rtt=400us nisca.scs.type=1
                           left_over=SCA$                                                  | process="SCA$CLIENT - SCA$TRANSPORT" nisca.scs.status=1
                                                                                           | acked_in=@19 connect_frame=@16 request_frame=@16
                                                                                           | nisca.scs.response_time=400us
18: 0.0068  VAX2 > VAX1  ACCEPT_REQ dst_conid=0x62c50009                                   | $c nisca.scs.type=2 nisca.scs.dst_process=SCA$CLIENT
                           src_conid=0x33580008 min_credit=0 status=1                      | nisca.scs.src_process=SCA$TRANSPORT acked_in=@19 connect_frame=@16
                           dst_process=SCA$CLIENT src_process=SCA$TRANSPORT                | process="SCA$CLIENT - SCA$TRANSPORT" response_frame=@19
                           data=0123456789abcdef
19: 0.0072  VAX1 > VAX2  ACCEPT_RSP dst_conid=0x33580008                                   | $c acks_frame=@18 ack_rtt=400us nisca.scs.type=3
                           src_conid=0x62c50009                                            | process="SCA$CLIENT - SCA$TRANSPORT" nisca.scs.status=1
                                                                                           | acked_in=@21 connect_frame=@16 request_frame=@18
                                                                                           | nisca.scs.response_time=400us
20: 0.0076  VAX1 > VAX2  MSCP-TRANSFER dst_conid=0x62030009                                | $c nisca.scs.type=10 process="VMS$DISK_CL_DRVR - MSCP$DISK"
                           src_conid=0x10009 cmdref=1 command=4 bytes=0                    | nisca.mscp.cmdref=1 nisca.mscp.unit=0 nisca.mscp.end=0
                           buffer=000000000000000000000000                                 | nisca.mscp.opcode=4 nisca.mscp.modifiers=0 acked_in=@21
                                                                                           | end_frame=@21 connect_frame=@8 !nisca.mscp.status
21: 0.008   VAX2 > VAX1  MSCP dst_conid=0x10009 src_conid=0x62030009                       | $c acks_frame=@20 ack_rtt=400us nisca.scs.type=10
                           cmdref=1 command=132                                            | process="VMS$DISK_CL_DRVR - MSCP$DISK" nisca.mscp.cmdref=1
                           00000000000000000000000000000000                                | nisca.mscp.unit=0 nisca.mscp.end=1 nisca.mscp.opcode
                                                                                           | nisca.mscp.flags=0 nisca.mscp.status=0 nisca.mscp.status.code=0
                                                                                           | nisca.mscp.status.subcode=0 command_frame=@20
                                                                                           | nisca.mscp.response_time=400us acked_in=@22 connect_frame=@8
                                                                                           | !nisca.mscp.modifiers
22: 0.0084  VAX1 > VAX2  MSCP dst_conid=0x62030009 src_conid=0x10009                       | $c acks_frame=@21 ack_rtt=400us nisca.scs.type=10
                           cmdref=2 unit=7 command=3 modifiers=1                           | process="VMS$DISK_CL_DRVR - MSCP$DISK" nisca.mscp.cmdref=2
                                                                                           | nisca.mscp.unit=7 nisca.mscp.end=0 nisca.mscp.opcode=3
                                                                                           | nisca.mscp.modifiers=1 acked_in=@23 end_frame=@23 connect_frame=@8
                                                                                           | !nisca.mscp.status
23: 0.0118  VAX2 > VAX1  MSCP-TRANSFER dst_conid=0x10009                                   | $c acks_frame=@22 ack_rtt=3.4ms nisca.scs.type=10
                           src_conid=0x62030009 cmdref=2 unit=7 command=131                | process="VMS$DISK_CL_DRVR - MSCP$DISK" nisca.mscp.cmdref=2
                           mflags=32 modifiers=35 bytes=0                                  | nisca.mscp.unit=7 nisca.mscp.end=1 nisca.mscp.opcode
                           buffer=000000000000000000000000                                 | nisca.mscp.flags=32 nisca.mscp.status=35 nisca.mscp.status.code=3
                           0000000000000000000000000000000000000000                        | nisca.mscp.status.subcode=1 command_frame=@22
                                                                                           | nisca.mscp.response_time=3.4ms acked_in=@24 connect_frame=@8
                                                                                           | !nisca.mscp.modifiers
24: 0.0122  VAX1 > VAX2  MSCP-TRANSFER dst_conid=0x62030009                                | $c acks_frame=@23 ack_rtt=400us nisca.scs.type=10
                           src_conid=0x10009 cmdref=3 unit=7 command=9                     | process="VMS$DISK_CL_DRVR - MSCP$DISK" nisca.mscp.cmdref=3
                           bytes=0 buffer=000000000000000000000000 00000000                | nisca.mscp.unit=7 nisca.mscp.end=0 nisca.mscp.opcode=9
                                                                                           | nisca.mscp.modifiers=0 acked_in=@25 end_frame=@25 connect_frame=@8
                                                                                           | !nisca.mscp.status
25: 0.0126  VAX2 > VAX1  MSCP-TRANSFER dst_conid=0x10009                                   | $c acks_frame=@24 ack_rtt=400us nisca.scs.type=10
                           src_conid=0x62030009 cmdref=3 unit=7 command=137                | process="VMS$DISK_CL_DRVR - MSCP$DISK" nisca.mscp.cmdref=3
                           mflags=32 modifiers=8192 bytes=0                                | nisca.mscp.unit=7 nisca.mscp.end=1 nisca.mscp.opcode
                           buffer=000000000000000000000000                                 | nisca.mscp.flags=32 nisca.mscp.status=8192
                           000000000000000000000000                                        | nisca.mscp.status.code=0 nisca.mscp.status.subcode=256
                                                                                           | command_frame=@24 nisca.mscp.response_time=400us acked_in=@26
                                                                                           | connect_frame=@8 !nisca.mscp.modifiers
26: 0.013   VAX1 > VAX2  MSCP-TRANSFER dst_conid=0x62030009                                | $c acks_frame=@25 ack_rtt=400us nisca.scs.type=10
                           src_conid=0x10009 cmdref=4 unit=7 command=33                    | process="VMS$DISK_CL_DRVR - MSCP$DISK" nisca.mscp.cmdref=4
                           bytes=0x10200 lbn=0x12345678                                    | nisca.mscp.unit=7 nisca.mscp.end=0 nisca.mscp.opcode=33
                                                                                           | nisca.mscp.modifiers=0 nisca.mscp.byte_count=66048
                                                                                           | nisca.mscp.lbn=305419896 acked_in=@28 end_frame=@29
                                                                                           | connect_frame=@8 !nisca.mscp.status
27: 0.0134  VAX1 > VAX2  MSCP-TRANSFER dst_conid=0x62030009                                | $c nisca.scs.type=10 process="VMS$DISK_CL_DRVR - MSCP$DISK"
                           src_conid=0x10009 cmdref=5 unit=8 command=34                    | nisca.mscp.cmdref=5 nisca.mscp.unit=8 nisca.mscp.end=0
                           modifiers=0x8000 lbn=99                                         | nisca.mscp.opcode=34 nisca.mscp.modifiers=32768
                                                                                           | nisca.mscp.byte_count=512 nisca.mscp.lbn=99 acked_in=@28
                                                                                           | end_frame=@28 connect_frame=@8 !nisca.mscp.status
28: 0.0238  VAX2 > VAX1  MSCP-TRANSFER dst_conid=0x10009                                   | $c acks_frame=@27 ack_rtt=10.4ms nisca.scs.type=10
                           src_conid=0x62030009 cmdref=5 unit=8 command=162                | process="VMS$DISK_CL_DRVR - MSCP$DISK" nisca.mscp.cmdref=5
                           lbn=99 00000000                                                 | nisca.mscp.unit=8 nisca.mscp.end=1 nisca.mscp.opcode
                                                                                           | nisca.mscp.flags=0 nisca.mscp.status=0 nisca.mscp.status.code=0
                                                                                           | nisca.mscp.status.subcode=0 nisca.mscp.byte_count=512
                                                                                           | command_frame=@27 nisca.mscp.response_time=10.4ms acked_in=@30
                                                                                           | connect_frame=@8 !nisca.mscp.modifiers
29: 0.0242  VAX2 > VAX1  MSCP-TRANSFER dst_conid=0x10009                                   | $c nisca.scs.type=10 process="VMS$DISK_CL_DRVR - MSCP$DISK"
                           src_conid=0x62030009 cmdref=4 unit=7 command=161                | nisca.mscp.cmdref=4 nisca.mscp.unit=7 nisca.mscp.end=1
                           mflags=32 modifiers=232 bytes=0x10200                           | nisca.mscp.opcode nisca.mscp.flags=32 nisca.mscp.status=232
                           lbn=0x12345678                                                  | nisca.mscp.status.code=8 nisca.mscp.status.subcode=7
                                                                                           | nisca.mscp.byte_count=66048 command_frame=@26
                                                                                           | nisca.mscp.response_time=11.2ms acked_in=@30 connect_frame=@8
                                                                                           | !nisca.mscp.modifiers
30: 0.0246  VAX1 > VAX2  MSCP-TRANSFER dst_conid=0x62030009                                | $c acks_frame=@29 ack_rtt=400us nisca.scs.type=10
                           src_conid=0x10009 cmdref=4 unit=7 command=33                    | process="VMS$DISK_CL_DRVR - MSCP$DISK" nisca.mscp.cmdref=4
                           bytes=4 lbn=1                                                   | nisca.mscp.unit=7 nisca.mscp.end=0 nisca.mscp.opcode=33
                                                                                           | nisca.mscp.modifiers=0 nisca.mscp.byte_count=4 nisca.mscp.lbn=1
                                                                                           | acked_in=@31 end_frame=@31 connect_frame=@8 !nisca.mscp.status
31: 0.025   VAX2 > VAX1  MSCP-TRANSFER opcode=21 ppd_length=46                             | $c acks_frame=@30 ack_rtt=400us nisca.scs.type=10
                           dst_conid=0x10009 src_conid=0x62030009 cmdref=4                 | process="VMS$DISK_CL_DRVR - MSCP$DISK" nisca.mscp.cmdref=4
                           unit=7 command=161 bytes=4 lbn=1                                | nisca.mscp.unit=7 nisca.mscp.end=1 nisca.mscp.opcode
                           09000362090000000400000001000000000000000200000000000000d1d2d3d4  | nisca.mscp.flags=0 nisca.mscp.status=0 nisca.mscp.status.code=0
                                                                                           | nisca.mscp.status.subcode=0 nisca.mscp.byte_count=4
                                                                                           | nisca.blk.rspid=9 command_frame=@30 nisca.mscp.response_time=400us
                                                                                           | acked_in=@33 connect_frame=@8 !nisca.mscp.modifiers
32: 0.0254  VAX2 > VAX1  MSCP dst_conid=0x10009 src_conid=0x62030009 unit=7                | $c nisca.scs.type=10 process="VMS$DISK_CL_DRVR - MSCP$DISK"
                           command=64 00000000000000000000000000000000                     | nisca.mscp.cmdref=0 nisca.mscp.opcode=64 nisca.mscp.unit=7
                                                                                           | acked_in=@33 connect_frame=@8
33: 0.0258  VAX1 > VAX2  MSCP-TRANSFER dst_conid=0x33580008                                | $c acks_frame=@32 ack_rtt=400us nisca.scs.type=10
                           src_conid=0x62c50009 cmdref=1 unit=7 command=33                 | process="SCA$CLIENT - SCA$TRANSPORT"
                           lbn=99                                                          | nisca.data=0100000007000000210000000002000000000000050002000900036263000000
                                                                                           | acked_in=@37 connect_frame=@16
34: 0.0262  VAX1 > VAX3  MSCP-TRANSFER seq=2 dst_conid=0x62030009                          | $c2
                           src_conid=0x10009 cmdref=1 unit=7 command=33                    | nisca.data=0100000007000000210000000002000000000000050002000900036263000000
                           lbn=99                                                          | acked_in=@39
35: 0.0272  VAX1 > VAX2  MSCP-TRANSFER seq=14 dst_conid=0x62030009                         | $c nisca.scs.type=10 process="VMS$DISK_CL_DRVR - MSCP$DISK"
                           src_conid=0x10009 cmdref=77 unit=1 command=9                    | nisca.mscp.cmdref=77 nisca.mscp.unit=1 nisca.mscp.end=0
                           bytes=0 buffer=000000000000000000000000 00000000                | nisca.mscp.opcode=9 nisca.mscp.modifiers=0 acked_in=@37
                                                                                           | end_frame=@37 connect_frame=@8 !nisca.mscp.status
36: 0.0276  VAX1 > VAX2  MSCP-TRANSFER dst_conid=0x6204000a                                | $c nisca.scs.type=10 process="VMS$TAPE_CL_DRVR - MSCP$TAPE"
                           src_conid=0x2000a cmdref=77 unit=2 command=9                    | nisca.mscp.cmdref=77 nisca.mscp.unit=2 nisca.mscp.end=0
                           bytes=0 buffer=000000000000000000000000 00000000                | nisca.mscp.opcode=9 nisca.mscp.modifiers=0 acked_in=@37
                                                                                           | end_frame=@38 connect_frame=@12 !nisca.mscp.status
37: 0.033   VAX2 > VAX1  MSCP-TRANSFER dst_conid=0x10009                                   | $c acks_frame=@36 ack_rtt=5.4ms nisca.scs.type=10
                           src_conid=0x62030009 cmdref=77 unit=1 command=137               | process="VMS$DISK_CL_DRVR - MSCP$DISK" nisca.mscp.cmdref=77
                           bytes=0 buffer=000000000000000000000000                         | nisca.mscp.unit=1 nisca.mscp.end=1 nisca.mscp.opcode
                           000000000000000000000000                                        | nisca.mscp.flags=0 nisca.mscp.status=0 nisca.mscp.status.code=0
                                                                                           | nisca.mscp.status.subcode=0 command_frame=@35
                                                                                           | nisca.mscp.response_time=5.8ms acked_in=@53 connect_frame=@8
                                                                                           | !nisca.mscp.modifiers
38: 0.0334  VAX2 > VAX1  MSCP-TRANSFER dst_conid=0x2000a                                   | $c nisca.scs.type=10 process="VMS$TAPE_CL_DRVR - MSCP$TAPE"
                           src_conid=0x6204000a cmdref=77 unit=2 command=137               | nisca.mscp.cmdref=77 nisca.mscp.unit=2 nisca.mscp.end=1
                           mflags=32 modifiers=3 bytes=0                                   | nisca.mscp.opcode nisca.mscp.flags=32 nisca.mscp.status=3
                           buffer=000000000000000000000000                                 | nisca.mscp.status.code=3 nisca.mscp.status.subcode=0
                           000000000000000000000000                                        | command_frame=@36 nisca.mscp.response_time=5.8ms acked_in=@53
                                                                                           | connect_frame=@12 !nisca.mscp.modifiers
39: 0.0338  VAX3 > VAX1  ACCEPT_REQ ack=2 dst_conid=0x5000b                                | $c2 acks_frame=@34 ack_rtt=7.6ms nisca.scs.type=2
                           src_conid=0x6205000b min_credit=0 status=1                      | nisca.scs.dst_process=VMS$DISK_CL_DRVR
                           dst_process=VMS$DISK_CL_DRVR src_process=MSCP$DISK              | nisca.scs.src_process=MSCP$DISK acked_in=@40 response_frame=@40
                           data=0123456789abcdef
40: 0.0342  VAX1 > VAX3  ACCEPT_RSP seq=3 dst_conid=0x6205000b                             | $c2 acks_frame=@39 ack_rtt=400us nisca.scs.type=3 process
                           src_conid=0x5000b                                               | nisca.scs.status=1 acked_in=@42 request_frame=@39
                                                                                           | nisca.scs.response_time=400us
41: 0.0346  VAX1 > VAX3  MSCP-TRANSFER dst_conid=0x6205000b                                | $c2 nisca.scs.type=10 process nisca.mscp.cmdref=500
                           src_conid=0x5000b cmdref=500 command=4 bytes=0                  | nisca.mscp.unit=0 nisca.mscp.end=0 nisca.mscp.opcode=4
                           buffer=000000000000000000000000                                 | nisca.mscp.modifiers=0 acked_in=@42 end_frame=@42
                                                                                           | !nisca.mscp.status
42: 0.035   VAX3 > VAX1  MSCP dst_conid=0x5000b src_conid=0x6205000b                       | $c2 acks_frame=@41 ack_rtt=400us nisca.scs.type=10 process
                           cmdref=500 command=132                                          | nisca.mscp.cmdref=500 nisca.mscp.unit=0 nisca.mscp.end=1
                           00000000000000000000000000000000                                | nisca.mscp.opcode nisca.mscp.flags=0 nisca.mscp.status=0
                                                                                           | nisca.mscp.status.code=0 nisca.mscp.status.subcode=0
                                                                                           | command_frame=@41 nisca.mscp.response_time=400us acked_in=@43
                                                                                           | !nisca.mscp.modifiers
43: 0.0354  VAX1 > VAX3  MSCP dst_conid=0x6205000b src_conid=0x5000b                       | $c2 acks_frame=@42 ack_rtt=400us nisca.scs.type=10 process
                           cmdref=501 unit=7 command=3 modifiers=1                         | nisca.mscp.cmdref=501 nisca.mscp.unit=7 nisca.mscp.end=0
                                                                                           | nisca.mscp.opcode=3 nisca.mscp.modifiers=1 acked_in=@44
                                                                                           | end_frame=@44 !nisca.mscp.status
44: 0.0388  VAX3 > VAX1  MSCP-TRANSFER dst_conid=0x5000b                                   | $c2 acks_frame=@43 ack_rtt=3.4ms nisca.scs.type=10 process
                           src_conid=0x6205000b cmdref=501 unit=7 command=131              | nisca.mscp.cmdref=501 nisca.mscp.unit=7 nisca.mscp.end=1
                           mflags=32 modifiers=35 bytes=0                                  | nisca.mscp.opcode nisca.mscp.flags=32 nisca.mscp.status=35
                           buffer=000000000000000000000000                                 | nisca.mscp.status.code=3 nisca.mscp.status.subcode=1
                           0000000000000000000000000000000000000000                        | command_frame=@43 nisca.mscp.response_time=3.4ms acked_in=@45
                                                                                           | !nisca.mscp.modifiers
45: 0.0392  VAX1 > VAX3  MSCP-TRANSFER dst_conid=0x6205000b                                | $c2 acks_frame=@44 ack_rtt=400us nisca.scs.type=10 process
                           src_conid=0x5000b cmdref=502 unit=7 command=9                   | nisca.mscp.cmdref=502 nisca.mscp.unit=7 nisca.mscp.end=0
                           bytes=0 buffer=000000000000000000000000 00000000                | nisca.mscp.opcode=9 nisca.mscp.modifiers=0 acked_in=@46
                                                                                           | end_frame=@46 !nisca.mscp.status
46: 0.0396  VAX3 > VAX1  MSCP-TRANSFER dst_conid=0x5000b                                   | $c2 acks_frame=@45 ack_rtt=400us nisca.scs.type=10 process
                           src_conid=0x6205000b cmdref=502 unit=7 command=137              | nisca.mscp.cmdref=502 nisca.mscp.unit=7 nisca.mscp.end=1
                           mflags=32 modifiers=8192 bytes=0                                | nisca.mscp.opcode nisca.mscp.flags=32 nisca.mscp.status=8192
                           buffer=000000000000000000000000                                 | nisca.mscp.status.code=0 nisca.mscp.status.subcode=256
                           000000000000000000000000                                        | command_frame=@45 nisca.mscp.response_time=400us acked_in=@47
                                                                                           | !nisca.mscp.modifiers
47: 0.04    VAX1 > VAX3  MSCP-TRANSFER dst_conid=0x6205000b                                | $c2 acks_frame=@46 ack_rtt=400us nisca.scs.type=10 process
                           src_conid=0x5000b cmdref=503 unit=7 command=33                  | nisca.mscp.cmdref=503 nisca.mscp.unit=7 nisca.mscp.end=0
                           bytes=0x10200 lbn=0x12345678                                    | nisca.mscp.opcode=33 nisca.mscp.modifiers=0
                                                                                           | nisca.mscp.byte_count=66048 nisca.mscp.lbn=305419896 acked_in=@49
                                                                                           | end_frame=@50 !nisca.mscp.status
48: 0.0404  VAX1 > VAX3  MSCP-TRANSFER dst_conid=0x6205000b                                | $c2 nisca.scs.type=10 process nisca.mscp.cmdref=504
                           src_conid=0x5000b cmdref=504 unit=8 command=34                  | nisca.mscp.unit=8 nisca.mscp.end=0 nisca.mscp.opcode=34
                           modifiers=0x8000 lbn=99                                         | nisca.mscp.modifiers=32768 nisca.mscp.byte_count=512
                                                                                           | nisca.mscp.lbn=99 acked_in=@49 end_frame=@49 !nisca.mscp.status
49: 0.0508  VAX3 > VAX1  MSCP-TRANSFER dst_conid=0x5000b                                   | $c2 acks_frame=@48 ack_rtt=10.4ms nisca.scs.type=10 process
                           src_conid=0x6205000b cmdref=504 unit=8 command=162              | nisca.mscp.cmdref=504 nisca.mscp.unit=8 nisca.mscp.end=1
                           lbn=99 00000000                                                 | nisca.mscp.opcode nisca.mscp.flags=0 nisca.mscp.status=0
                                                                                           | nisca.mscp.status.code=0 nisca.mscp.status.subcode=0
                                                                                           | nisca.mscp.byte_count=512 command_frame=@48
                                                                                           | nisca.mscp.response_time=10.4ms acked_in=@51 !nisca.mscp.modifiers
50: 0.0512  VAX3 > VAX1  MSCP-TRANSFER dst_conid=0x5000b                                   | $c2 nisca.scs.type=10 process nisca.mscp.cmdref=503
                           src_conid=0x6205000b cmdref=503 unit=7 command=161              | nisca.mscp.unit=7 nisca.mscp.end=1 nisca.mscp.opcode
                           mflags=32 modifiers=232 bytes=0x10200                           | nisca.mscp.flags=32 nisca.mscp.status=232 nisca.mscp.status.code=8
                           lbn=0x12345678                                                  | nisca.mscp.status.subcode=7 nisca.mscp.byte_count=66048
                                                                                           | command_frame=@47 nisca.mscp.response_time=11.2ms acked_in=@51
                                                                                           | !nisca.mscp.modifiers
51: 0.0516  VAX1 > VAX3  MSCP-TRANSFER dst_conid=0x6205000b                                | $c2 acks_frame=@50 ack_rtt=400us nisca.scs.type=10 process
                           src_conid=0x5000b cmdref=503 unit=7 command=33                  | nisca.mscp.cmdref=503 nisca.mscp.unit=7 nisca.mscp.end=0
                           bytes=4 lbn=1                                                   | nisca.mscp.opcode=33 nisca.mscp.modifiers=0
                                                                                           | nisca.mscp.byte_count=4 nisca.mscp.lbn=1 acked_in=@52
                                                                                           | end_frame=@52 !nisca.mscp.status
52: 0.052   VAX3 > VAX1  MSCP-TRANSFER opcode=21 ppd_length=46                             | $c2 acks_frame=@51 ack_rtt=400us nisca.scs.type=10 process
                           dst_conid=0x5000b src_conid=0x6205000b cmdref=503               | nisca.mscp.cmdref=503 nisca.mscp.unit=7 nisca.mscp.end=1
                           unit=7 command=161 bytes=4 lbn=1                                | nisca.mscp.opcode nisca.mscp.flags=0 nisca.mscp.status=0
                           09000362090000000400000001000000000000000200000000000000d1d2d3d4  | nisca.mscp.status.code=0 nisca.mscp.status.subcode=0
                                                                                           | nisca.mscp.byte_count=4 nisca.blk.rspid=9 command_frame=@51
                                                                                           | nisca.mscp.response_time=400us !nisca.mscp.modifiers
53: 0.0524  VAX1 > VAX2  MSCP-TRANSFER seq=16 dst_conid=0x62030009                         | $c acks_frame=@38 ack_rtt=19ms nisca.scs.type=10
                           src_conid=0x10009 cmdref=78 unit=1 command=9                    | process="VMS$DISK_CL_DRVR - MSCP$DISK" nisca.mscp.cmdref=78
                           bytes=0 buffer=000000000000000000000000 00000000                | nisca.mscp.unit=1 nisca.mscp.end=0 nisca.mscp.opcode=9
                                                                                           | nisca.mscp.modifiers=0 acked_in=@55 connect_frame=@8
                                                                                           | !nisca.mscp.status
54: 0.0528  VAX1 > VAX2  DISCONNECT_REQ dst_conid=0x62030009                               | $c nisca.scs.type=6 process="VMS$DISK_CL_DRVR - MSCP$DISK"
                           src_conid=0x10009 status=0                                      | nisca.scs.status=0 disconnect acked_in=@55 connect_frame=@8
                                                                                           | response_frame=@55
55: 0.0532  VAX2 > VAX1  DISCONNECT_RSP dst_conid=0x10009                                  | $c acks_frame=@54 ack_rtt=400us nisca.scs.type=7
                           src_conid=0x62030009                                            | process="VMS$DISK_CL_DRVR - MSCP$DISK" acked_in=@57
                                                                                           | connect_frame=@8 request_frame=@54 nisca.scs.response_time=400us
56: 0.0536  VAX2 > VAX1  DISCONNECT_REQ dst_conid=0x10009                                  | $c nisca.scs.type=6 process="VMS$DISK_CL_DRVR - MSCP$DISK"
                           src_conid=0x62030009                                            | nisca.scs.status=1 disconnect acked_in=@57 connect_frame=@8
                                                                                           | response_frame=@57
57: 0.054   VAX1 > VAX2  DISCONNECT_RSP dst_conid=0x62030009                               | $c acks_frame=@56 ack_rtt=400us nisca.scs.type=7
                           src_conid=0x10009                                               | process="VMS$DISK_CL_DRVR - MSCP$DISK" acked_in=@59
                                                                                           | connect_frame=@8 request_frame=@56 nisca.scs.response_time=400us
58: 0.0544  VAX1 > VAX2  CONNECT_REQ src_conid=0x10009 min_credit=0                        | $c nisca.scs.type=0 nisca.scs.dst_process=SCA$TRANSPORT
                           status=1 dst_process=SCA$TRANSPORT                              | nisca.scs.src_process=SCA$CLIENT acked_in=@59 response_frame=@59
                           src_process=SCA$CLIENT data=0123456789abcdef
59: 0.0548  VAX2 > VAX1  CONNECT_RSP dst_conid=0x10009 src_conid=0                         | $c acks_frame=@58 ack_rtt=400us nisca.scs.type=1
                           left_over=SCA$                                                  | process="SCA$CLIENT - SCA$TRANSPORT" nisca.scs.status=1
                                                                                           | acked_in=@61 connect_frame=@58 request_frame=@58
                                                                                           | nisca.scs.response_time=400us
60: 0.0552  VAX2 > VAX1  ACCEPT_REQ dst_conid=0x10009 src_conid=0x62030009                 | $c nisca.scs.type=2 nisca.scs.dst_process=SCA$CLIENT
                           min_credit=0 status=1 dst_process=SCA$CLIENT                    | nisca.scs.src_process=SCA$TRANSPORT acked_in=@61 connect_frame=@58
                           src_process=SCA$TRANSPORT data=0123456789abcdef                 | process="SCA$CLIENT - SCA$TRANSPORT" response_frame=@61
61: 0.0556  VAX1 > VAX2  ACCEPT_RSP dst_conid=0x62030009 src_conid=0x10009                 | $c acks_frame=@60 ack_rtt=400us nisca.scs.type=3
                                                                                           | process="SCA$CLIENT - SCA$TRANSPORT" nisca.scs.status=1
                                                                                           | connect_frame=@58 request_frame=@60 nisca.scs.response_time=400us
62: 0.056   VAX1 > VAX2  MSCP-TRANSFER dst_conid=0x62030009                                | $c nisca.scs.type=10 process="SCA$CLIENT - SCA$TRANSPORT"
                           src_conid=0x10009 cmdref=1 unit=7 command=33                    | nisca.data=0100000007000000210000000002000000000000050002000900036263000000
                           lbn=99                                                          | connect_frame=@58
