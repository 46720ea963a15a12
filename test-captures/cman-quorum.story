# A cluster without quorum is told once: on the ENDTRANS that says the votes; on a HELLO only
# where no ENDTRANS did, and never of a node that had no quorum before.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
only cluster.event
node ludwig  ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node johann  ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
node mark    ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3
node anna    ip=192.0.2.33 ether=02:00:00:00:00:33 cluster=3169 id=9
node all     ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0

# Three nodes, two votes needed.  Node 3 is gone: two votes are enough.
0       ludwig > all  HELLO members=3
0.1     johann > all  HELLO members=3
s: 1    ludwig > all  STARTTRANS nodeid=3                | number=1 master=1 end_frame=@e
e: 2    ludwig > all  ENDTRANS quorum=2 total_votes=2    | number=1 master=1 cman.transition.start_frame=@s cman.transition.duration=1s
5       ludwig > all  HELLO members=2 generation=12      | hello_delta=5s
hj: 5.1 johann > all  HELLO members=2 generation=12      | hello_delta=5s

# Node 2 is gone, too.  The last node says so in its ENDTRANS; its HELLOs are no news.
#
# Nobody's LEAVE is in the file, as that goes to one node: that each is out is told by the first
# frame which shows that all have left the barrier, which is not in the file either.
t: 6    ludwig > all  STARTTRANS nodeid=2 generation=13  | number=2 master=1 end_frame=@f
                                                         | cman.death.last_heard=@hj cman.death.silence=900ms
         | cluster.event="node 3 is out of the cluster: transition 1, master node 1, took 1.0 s"
f: 7    ludwig > all  ENDTRANS quorum=2 total_votes=1 generation=14
                                                         | number=2 master=1 cman.transition.start_frame=@t cman.transition.duration=1s inquorate
         | cluster.event="no quorum under master node 1: 1 vote, 2 needed"
10      ludwig > all  HELLO members=1 generation=14 hello_flags=0  | hello_delta=5s
15      ludwig > all  HELLO members=1 generation=14 hello_flags=0  | hello_delta=5s

# It has quorum again, and loses it without an ENDTRANS: the last of two nodes has nobody to
# send one to.
20      ludwig > all  HELLO members=2 generation=16      | hello_delta=5s
         | cluster.event="node 1 has quorum again: 2 members"
25      ludwig > all  HELLO members=1 generation=16 hello_flags=0  | hello_delta=5s inquorate
         | cluster.event="node 1 has lost quorum: 1 member"
30      ludwig > all  HELLO members=1 generation=16 hello_flags=0  | hello_delta=5s

# A node that boots never had it.
31      anna > all    HELLO members=1 generation=1 hello_flags=0
36      anna > all    HELLO members=1 generation=1 hello_flags=0   | hello_delta=5s
