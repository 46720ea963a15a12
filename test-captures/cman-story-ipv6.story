# Acknowledgments, numbers that two nodes have in common, and joins over IPv6.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
carrier ethernet ip6:17 udp:6809
node ludwig ip6=2001:db8::1 ether=02:00:00:00:00:01 ip=192.0.2.1 cluster=3169 id=1
node all ip6=ff02::1 ether=ff:ff:ff:ff:ff:ff id=0
node johann ip6=2001:db8::2 ether=02:00:00:00:00:02 ip=192.0.2.2 cluster=3169 id=2
node mark ip6=2001:db8::3 ether=02:00:00:00:00:03 ip=192.0.2.3 cluster=3169 id=3
node fourth ip6=2001:db8::4 ether=02:00:00:00:00:04 ip=192.0.2.4 cluster=3169 id=0
node fifth ip6=2001:db8::5 ether=02:00:00:00:00:05 ip=192.0.2.5 cluster=3169 id=0
truth node ludwig 1 6 0 0
truth node johann 2 5 0 1
truth node mark 3 6 0 0
truth node fourth 4 0 0 0
truth node fifth 5 0 0 0

1:  0        ludwig > all     DATA MULTICAST 0901              | acked_in=@2 acked_in=@3
2:  0.00013  johann > ludwig  ACKNOWLEDGE ack=1 remport=200    | acks_frame=@1 ack_rtt=130us
3:  0.00015  mark > ludwig    ACKNOWLEDGE ack=1 remport=200    | acks_frame=@1 ack_rtt=150us
4:  1.00015                   again @3                         | acks_frame=@1 duplicate_ack
5:  2.00015  ludwig > all     DATA tgtid=2 REPLYEXP 0902       | acked_in=@6
6:  2.0004   johann > all     DATA ack=2 tgtid=1 0903          | acks_frame=@5 ack_rtt=250us acked_in=@9
7:  2.0054   johann > all     DATA ack=2 tgtid=1 NOACK 0904    | acks_frame=@5 duplicate_ack
8:  3.0054                    again @6                         | retransmission retransmission_of=@6 rto=1.005s acks_frame=@5
                                                               | ?response_in
9:  3.0054   ludwig > johann  ACKNOWLEDGE ack=1 remport=200    | acks_frame=@6 ack_rtt=1.005s
10: 4.0054   ludwig > all     DATA seq=101 MULTICAST 0a01      | seq_gap=98 out_of_sequence acked_in=@12
11: 4.0054   johann > all     DATA seq=101 MULTICAST 0a01      | seq_gap=98 out_of_sequence acked_in=@13
12: 4.0055   mark > ludwig    ACKNOWLEDGE ack=101 remport=200  | acks_frame=@10 ack_rtt=100us
13: 4.0056   mark > johann    ACKNOWLEDGE ack=101 remport=200  | acks_frame=@11 ack_rtt=200us
14: 5.0056   mark > all       DATA ack=101 tgtid=2 0a02        | acks_frame=@11 duplicate_ack
15: 5.0056   mark > all       DATA ack=101 tgtid=1 0a03        | acks_frame=@10 duplicate_ack
16: 6.0056   fourth > ludwig  JOINREQ nodeid=4                 | response_in=@19 ?src_name
17: 6.0056   fifth > ludwig   JOINREQ nodeid=5                 | response_in=@18 ?src_name
18: 6.0059   ludwig > fifth   JOINACK type=3                   | response_to=@17 response_time=300us
19: 6.0062   ludwig > fourth  JOINACK type=3                   | response_to=@16 response_time=600us
