# What is a retransmission and what is not: half a second tells it from a copy; numbers
# are a node's own, and a cluster's own; a number that comes again for another message
# means nothing by itself.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
node ludwig ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node all ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0
node johann ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
node mark ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3
node franz ip=192.0.2.4 ether=02:00:00:00:00:04 cluster=1517 id=1
truth node ludwig 1 27 3 8
truth node johann 2 3 0 0
truth node mark 3 5 0 1
truth node franz 1 1 0 0

1:  0              ludwig > all     DATA tgtid=2 REPLYEXP 0101
2:  0.001          ludwig > all     DATA seq=1 tgtid=2 0101                    | retransmission retransmission_of=@1 rto=1ms ?response_in
3:  1.001          ludwig > all     DATA MULTICAST 0102                        | acked_in=@10
4:  1.501          ludwig > all     HELLO
5:  2.001          ludwig > all     DATA seq=2 MULTICAST 0102                  | retransmission retransmission_of=@3 rto=1s ?response_in
6:  2.501          ludwig > all     HELLO seq=4                                | hello_delta=1s
7:  3.001          ludwig > all     DATA seq=2 MULTICAST 0102                  | retransmission retransmission_of=@3 rto=2s ?response_in
8:  3.501          ludwig > all     HELLO seq=5                                | hello_delta=1s
9:  4.001          ludwig > all     DATA seq=2 MULTICAST 0102                  | retransmission retransmission_of=@3 rto=3s ?response_in
10: 4.001          johann > ludwig  ACKNOWLEDGE ack=2 remport=200              | acks_frame=@3 ack_rtt=3s
11: 5.001          ludwig > all     DATA seq=6 tgtid=2 0201
12: 5.501          ludwig > all     DATA seq=6 tgtid=2 0201                    | retransmission retransmission_of=@11 rto=500ms ?response_in
13: 6.501          ludwig > all     DATA tgtid=2 0202
14: 7.000999999                     again @13                                  | duplicate duplicate_of=@13 duplicate_count=2
15: 8.000999999    ludwig > all     DATA tgtid=2 0203
16: 17.900999999   ludwig > all     DATA seq=8 tgtid=2 0203                    | retransmission retransmission_of=@15 rto=9.9s ?response_in
17: 18.900999999   ludwig > all     DATA MULTICAST BCASTSELF 0301
18: 19.900999999   ludwig > all     DATA seq=9 NOACK MULTICAST BCASTSELF 0301  | retransmission retransmission_of=@17 rto=1s ?response_in
19: 20.900999999   ludwig > all     DATA seq=9 NOACK MULTICAST BCASTSELF 0301  | retransmission retransmission_of=@17 rto=2s ?response_in
20: 21.900999999   mark > all       DATA tgtid=2 REPLYEXP 0401
21: 22.900999999   mark > all       DATA seq=1 tgtid=2 REPLYEXP 0401           | retransmission retransmission_of=@20 rto=1s ?response_in
22: 23.900999999   mark > all       DATA tgtid=2 REPLYEXP 0402                 | acked_in=@24
23: 24.100999999                    again @22                                  | duplicate duplicate_of=@22 duplicate_count=2
24: 24.100999999   johann > all     DATA ack=2 tgtid=3 0403                    | acks_frame=@22 ack_rtt=200ms acked_in=@25
25: 24.100999999   mark > johann    ACKNOWLEDGE ack=1 flags=0x100 remport=200  | acks_frame=@24 ack_rtt=0s
26: 25.100999999   ludwig > all     DATA MULTICAST 0501
27: 35.600999999   ludwig > all     DATA seq=10 MULTICAST 0501
28: 55.600999999   ludwig > all     DATA MULTICAST 0502
29: 56.600999999   ludwig > all     DATA seq=11 MULTICAST 050205
30: 76.600999999   ludwig > all     DATA tgtid=2 0503
31: 77.600999999   ludwig > all     DATA tgtport=201 seq=12 tgtid=2 0503
32: 97.600999999   ludwig > all     DATA NOACK MULTICAST 0504
33: 98.600999999                    again @32                                  | duplicate duplicate_of=@32 duplicate_count=2
34: 118.600999999  ludwig > all     DATA seq=1001 MULTICAST 0601               | seq_gap=987 out_of_sequence
35: 119.600999999  johann > all     DATA seq=1001 MULTICAST 0601               | seq_gap=999 out_of_sequence
36: 120.600999999  franz > all      DATA seq=1001 MULTICAST 0601                 | second_cluster
