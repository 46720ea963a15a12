# Two files put together by mergecap -a: the second capture begins again, in a section of its own.
# What it shows again is a copy, and belongs to its own section.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
place eth0
node ludwig  ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=6463 id=1 seq=6
node johann  ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=6463 id=2 seq=54
node all     ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0

1: 0        ludwig > all  HELLO generation=4
2: 1.25     ludwig > all  DATA MULTICAST 0402030004000000              | acked_in=@3
3: 2.5      johann > all  DATA NOACK tgtid=1 ack=8 0402030004000000    | acks_frame=@2 ack_rtt=1.25s
4: 3.75     ludwig > all  HELLO generation=4                           | hello_delta=3.75s
section
5: 0.00002  again @1                                                   | copy_of=@1
6: 1.25002  again @2                                                   | copy_of=@2 acked_in=@7
7: 2.50002  again @3                                                   | copy_of=@3 acks_frame=@6 ack_rtt=1.25s
8: 3.75002  again @4                                                   | copy_of=@4 hello_delta=3.75s
