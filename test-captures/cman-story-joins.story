# Nodes that ask to join, are asked to wait, are refused, or begin to count at odd numbers.
# Who asks again does so within 33 s: after 46 s of watching, a first JOINREQ is the first.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
node ludwig ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node all ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0
node fresh ip=192.0.2.4 ether=02:00:00:00:00:04 cluster=3169 id=0
node used ip=192.0.2.5 ether=02:00:00:00:00:05 cluster=3169 id=0
node careful ip=192.0.2.6 ether=02:00:00:00:00:06 cluster=3169 id=0
node odd ip=192.0.2.7 ether=02:00:00:00:00:07 cluster=3169 id=0
node johann ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
node mark ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3
truth node ludwig 1 4 1 0
truth node johann 2 1 1 0
truth node mark 3 3 0 0
truth node fresh 4 0 0 0
truth node used 5 0 0 0
truth node careful 6 0 0 0
truth node odd 0 0 0 0

1:  0   ludwig > all      HELLO
2:  50   fresh > ludwig    JOINREQ nodeid=4                   | response_in=@3 ?src_name
3:  50   ludwig > fresh    JOINACK type=3                     | response_to=@2 response_time=0s
4:  51   fresh > ludwig    JOINREQ nodeid=4                   | response_in=@5 ?src_name
5:  51   ludwig > fresh    JOINACK type=2                     | joinack_nak response_to=@4 response_time=0s
6:  52   used > ludwig     JOINREQ seq=7 nodeid=5             | join_seq response_in=@7 ?src_name
7:  52   ludwig > used     JOINACK type=3                     | response_to=@6 response_time=0s
8:  53   used > ludwig     JOINREQ nodeid=5                   | ?src_name
9:  54   careful > all     NEWCLUSTER seq=4                   | ?src_name
10: 55   careful > all     NEWCLUSTER                         | ?src_name
11: 56   careful > all     NEWCLUSTER                         | ?src_name
12: 57   careful > ludwig  JOINREQ nodeid=6                   | ?src_name
13: 58   odd > ludwig      JOINREQ ack=77                     | join_seq ?src_name
14: 59   johann > all      HELLO
15: 60  mark > all        DATA NOACK MULTICAST 1001
16: 60  mark > all        DATA seq=502 NOACK MULTICAST 1002  | seq_gap=500 out_of_sequence
17: 61  mark > ludwig     JOINREQ                            | ?src_name
18: 62  mark > ludwig     JOINREQ seq=1                      | ?src_name
19: 63  mark > all        DATA NOACK MULTICAST 1003          | src_name=mark
