# Requests and their answers: listening ports, a service group that is joined with all
# members as responders and left again, two nodes that ask with the same event id at once,
# and two that ask to join.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
node ludwig ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node all ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0
node johann ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
node mark ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3
node fourth ip=192.0.2.4 ether=02:00:00:00:00:04 cluster=3169 id=0
node fifth ip=192.0.2.5 ether=02:00:00:00:00:05 cluster=3169 id=0
truth node ludwig 1 10 0 0
truth node johann 2 10 0 1
truth node mark 3 9 0 0
truth node fourth 4 0 0 0
truth node fifth 5 0 0 0

1:  0         ludwig > all     LISTENREQ tgtid=2 tag=4660                        | acked_in=@2 response_in=@5
2:  0.0002    johann > ludwig  ACKNOWLEDGE ack=1 remport=0                       | acks_frame=@1 ack_rtt=200us
3:  0.0002    ludwig > all     LISTENREQ tgtid=3 tag=4661                        | acked_in=@4 response_in=@7
4:  0.0005    mark > all       LISTENRESP ack=2 tgtid=1 listening=1 tag=0x4444   | acks_frame=@3 ack_rtt=300us
5:  0.0005    johann > all     LISTENRESP ack=1 tgtid=1 listening=1 tag=4660     | acks_frame=@1 duplicate_ack response_to=@1 response_time=500us
6:  1.0005    johann > all     LISTENRESP seq=1 ack=1 tgtid=1 listening=1        | retransmission retransmission_of=@5 rto=1s acks_frame=@1
                                 tag=4660                                        | response_to=@1 ?response_in ?response_time
7:  2.0005    mark > all       LISTENRESP ack=2 tgtid=1 listening=1 tag=4661     | acks_frame=@3 duplicate_ack response_to=@3 response_time=2.0003s
8:  7.0005    ludwig > all     SERVICE type=1 event=7 sgid=0 length=7 MULTICAST  | acked_in=@9 response_in=@9 acked_in=@10
                                 + service_name name="clvmd 1"
9:  7.0006    mark > all       SERVICE ack=3 tgtid=1 type=2 status=1 event=7     | acks_frame=@8 ack_rtt=100us response_to=@8 response_time=100us
                                                                                 | acked_in=@12
10: 7.0007    johann > all     SERVICE ack=3 tgtid=1 type=2 status=1 event=7     | acks_frame=@8 ack_rtt=200us response_to=@8 response_time=200us
                                                                                 | acked_in=@11
11: 7.0008    ludwig > all     SERVICE ack=2 tgtid=2 type=3 event=7 length=4     | acks_frame=@10 ack_rtt=100us acked_in=@14 response_in=@14
                                 + member_count
12: 7.0008    ludwig > all     SERVICE ack=3 tgtid=3 type=3 event=7 length=4     | acks_frame=@9 ack_rtt=200us acked_in=@13 response_in=@13
                                 + member_count
13: 7.0009    mark > all       SERVICE ack=5 tgtid=1 type=4 status=1 event=7     | acks_frame=@12 ack_rtt=100us response_to=@12 response_time=100us
                                                                                 | acked_in=@23
14: 7.001     johann > all     SERVICE ack=4 tgtid=1 type=4 status=1 event=7     | acks_frame=@11 ack_rtt=200us response_to=@11 response_time=200us
15: 7.001     johann > all     SERVICE ack=4 tgtid=1 type=4 event=8              | acks_frame=@11 duplicate_ack acked_in=@16
16: 7.001     ludwig > all     SERVICE ack=4 tgtid=2 type=5 event=7              | acks_frame=@15 ack_rtt=0s
17: 8.001     johann > all     SERVICE tgtid=3 type=6 event=9                    | acked_in=@18 response_in=@18
18: 8.00115   mark > all       SERVICE ack=5 tgtid=2 type=7 status=1 event=9     | acks_frame=@17 ack_rtt=150us response_to=@17 response_time=150us
                                                                                 | acked_in=@19
19: 8.00115   johann > all     SERVICE ack=5 tgtid=3 type=8 event=9              | acks_frame=@18 ack_rtt=0s acked_in=@20 response_in=@20
20: 8.0013    mark > all       SERVICE ack=6 tgtid=2 type=9 status=1 event=9     | acks_frame=@19 ack_rtt=150us response_to=@19 response_time=150us
                                                                                 | acked_in=@21
21: 8.0013    johann > all     SERVICE ack=6 tgtid=3 type=10 event=9             | acks_frame=@20 ack_rtt=0s acked_in=@22 response_in=@22
22: 8.00145   mark > all       SERVICE ack=7 tgtid=2 type=11 status=1 event=9    | acks_frame=@21 ack_rtt=150us response_to=@21 response_time=150us
                                                                                 | acked_in=@25
23: 8.00145   ludwig > all     SERVICE ack=4 tgtid=3 type=12                     | acks_frame=@13 ack_rtt=1.00055s
24: 13.00145  ludwig > all     SERVICE ack=4 tgtid=3 type=6 event=7              | acks_frame=@13 duplicate_ack acked_in=@27 response_in=@27
25: 13.00145  johann > all     SERVICE ack=7 tgtid=3 type=6 event=7              | acks_frame=@22 ack_rtt=5s acked_in=@26 response_in=@26
26: 13.00155  mark > all       SERVICE ack=8 tgtid=2 type=7 status=1 event=7     | acks_frame=@25 ack_rtt=100us response_to=@25 response_time=100us
27: 13.00165  mark > all       SERVICE ack=8 tgtid=1 type=7 status=1 event=7     | acks_frame=@24 ack_rtt=200us response_to=@24 response_time=200us
28: 18.00165  fourth > ludwig  JOINREQ nodeid=4                                  | response_in=@31 ?src_name
29: 18.00165  fifth > ludwig   JOINREQ nodeid=5                                  | response_in=@30 ?src_name
30: 18.00195  ludwig > fifth   JOINACK type=3                                    | response_to=@29 response_time=300us
31: 18.00225  ludwig > fourth  JOINACK type=3                                    | response_to=@28 response_time=600us
