# Two of three nodes capture, and each misses what the other one saw: that is no retransmission, ACK
# or request where it is seen for the first time.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
capture sorted
place ludwig  of=ludwig name=ludwig-eth0 delay=30us
place johann  of=johann name=johann-eth0 delay=40us
node ludwig  ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1 seq=17
node johann  ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2 seq=117
node mark    ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3 seq=217
node all     ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0

0.1       ludwig > all    HELLO
          johann | copy_of=@-1
1.1       johann > all    HELLO
          ludwig | copy_of=@-1
2.1       mark > all      HELLO
          johann | copy_of=@-1
5.1       ludwig > all    HELLO                      | hello_delta=5s
          johann | copy_of=@-1
5.9       johann > all    HELLO                      | hello_delta=4.8s
          ludwig | copy_of=@-1
# mark acknowledges it, and johann has not seen it; nor has it seen mark's ACK.
data: 6   ludwig > all    DATA MULTICAST 3001  at ludwig    | acked_in=@mark acked_in=@johann
mark: 6.1 mark > ludwig   ACKNOWLEDGE ack=20 remport=200    | acks_frame=@data ack_rtt=100.03ms
again: 7  again @data                                       | retransmission retransmission_of=@data rto=1s
          johann | copy_of=@-1
# How long an ACK from one place to the other takes depends on how far apart their clocks are taken to be.
johann: 7.0001 johann > ludwig  ACKNOWLEDGE ack=20 remport=200  | acks_frame=@data ?ack_rtt
          ludwig | copy_of=@-1
7.1       mark > all      HELLO                      | hello_delta=5s
          johann | copy_of=@-1
10.1      ludwig > all    HELLO                      | hello_delta=5s
          johann | copy_of=@-1
# And the other way round.
request: 17  johann > all  DATA tgtid=1 ack=20 REPLYEXP 3002  at johann  | acks_frame=@data duplicate_ack acked_in=@answer
answer: 17.001 ludwig > all  DATA tgtid=2 ack=120 NOACK 3003  | acks_frame=@request ?ack_rtt
          johann | copy_of=@-1
