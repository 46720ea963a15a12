# Nodes that ask to join, are asked to wait, are refused, or begin to count at odd numbers.
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
2:  0   fresh > ludwig    JOINREQ nodeid=4                   | response_in=@3 ?src_name
3:  0   ludwig > fresh    JOINACK type=3                     | response_to=@2 response_time=0s
4:  1   fresh > ludwig    JOINREQ nodeid=4                   | response_in=@5 ?src_name
5:  1   ludwig > fresh    JOINACK type=2                     | joinack_nak response_to=@4 response_time=0s
6:  2   used > ludwig     JOINREQ seq=7 nodeid=5             | join_seq response_in=@7 ?src_name
7:  2   ludwig > used     JOINACK type=3                     | response_to=@6 response_time=0s
8:  3   used > ludwig     JOINREQ nodeid=5                   | ?src_name
9:  4   careful > all     NEWCLUSTER seq=4                   | ?src_name
10: 5   careful > all     NEWCLUSTER                         | ?src_name
11: 6   careful > all     NEWCLUSTER                         | ?src_name
12: 7   careful > ludwig  JOINREQ nodeid=6                   | ?src_name
13: 8   odd > ludwig      JOINREQ ack=77                     | join_seq ?src_name
14: 9   johann > all      HELLO
15: 10  mark > all        DATA NOACK MULTICAST 1001
16: 10  mark > all        DATA seq=502 NOACK MULTICAST 1002  | seq_gap=500 out_of_sequence
17: 11  mark > ludwig     JOINREQ                            | ?src_name
18: 12  mark > ludwig     JOINREQ seq=1                      | ?src_name
19: 13  mark > all        DATA NOACK MULTICAST 1003          | src_name=mark
