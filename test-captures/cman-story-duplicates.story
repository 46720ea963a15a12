# Copies of one frame within half a second.  A HELLO goes out through all interfaces (ALLINT):
# from the second one it is a copy, and no duplicate.  An ACK that comes again within 50 ms is a
# duplicate; later it is an ACK of its own.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
node ludwig ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node all ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0
node n101 ip=192.0.2.101 ether=02:00:00:00:00:65 cluster=3169 id=1
node johann ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
node mark ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3
truth node ludwig 1 12 3 1
truth node johann 2 1 0 0
truth node mark 3 8 0 0

1:  0         ludwig > all     HELLO
2:  0.00002   n101 > all       HELLO                            | copy_of=@1
3:  5         ludwig > all     HELLO                            | hello_delta=5s
4:  5.00002   n101 > all       HELLO                            | copy_of=@3
5:  10        ludwig > all     HELLO                            | hello_delta=5s
6:  10.00002  n101 > all       HELLO                            | copy_of=@5
7:  15        ludwig > all     DATA tgtid=2 0701                | acked_in=@12
8:  15.0001                    again @7                         | duplicate duplicate_of=@7 duplicate_count=2
9:  15.0002                    again @7                         | duplicate duplicate_of=@7 duplicate_count=3
10: 15.0003                    again @7                         | duplicate duplicate_of=@7 duplicate_count=4
11: 16.0003   ludwig > all     DATA seq=4 tgtid=2 0701          | retransmission retransmission_of=@7 rto=1.0003s ?response_in
12: 16.0003   johann > ludwig  ACKNOWLEDGE ack=4 remport=200    | acks_frame=@7 ack_rtt=1.0003s
13: 17.0003   mark > all       DATA NOACK MULTICAST 0801
14: 22.0003                    again @13                        | duplicate duplicate_of=@13 duplicate_count=2
15: 26.9003                    again @13                        | duplicate duplicate_of=@13 duplicate_count=3
16: 37.4003   mark > all       DATA seq=1 NOACK MULTICAST 0801  # 10.5 s after the latest copy
17: 38.5003   ludwig > all     DATA tgtid=3 0802                | acked_in=@18
18: 38.5003   mark > ludwig    ACKNOWLEDGE ack=5 remport=200    | acks_frame=@17 ack_rtt=0s
19: 38.50031                   again @18                        | duplicate duplicate_of=@18 duplicate_count=2 acks_frame=@17
20: 38.5704   mark > ludwig    ACKNOWLEDGE ack=5 remport=200    | acks_frame=@17 duplicate_ack
21: 39.50031  mark > all       DATA NOACK MULTICAST 0803
22: 39.50031  mark > all       DATA NOACK MULTICAST 0803
