# Node 3 acknowledges the STARTTRANS, and never sends STARTACK: its network works.  Its master starts
# the transition again after 15 s, and twice more for the same reason, which was told once.  Then
# node 2 does not answer either: that is news.  The master leaves, with reason INCONSISTENT.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
only cluster.event
node ludwig  ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node johann  ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
node mark    ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3
node all     ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0
let t = number=1 master=1 cman.transition.start_frame=@s

0        ludwig > all    HELLO members=3
0.1      johann > all    HELLO members=3
0.2      mark > all      HELLO members=3
s: 1     ludwig > all    STARTTRANS nodeid=4               | number=1 master=1 acked_in=@k1 acked_in=@a1 response_in=@a1
k1: 1.05 mark > ludwig   ACKNOWLEDGE ack=2                 | acks_frame=@s ack_rtt=50ms
a1: 1.1  johann > all    STARTACK tgtid=1 ack=2            | $t acks_frame=@s ack_rtt=100ms response_to=@s response_time=100ms

# More than five seconds are more than any node takes to answer.
5        ludwig > all    HELLO members=3                   | hello_delta=5s
5.1      johann > all    HELLO members=3                   | hello_delta=5s
5.2      mark > all      HELLO members=3                   | hello_delta=5s
10       ludwig > all    HELLO members=3                   | hello_delta=5s
         | cluster.event="transition 1, which removes node 4, hangs: no answer from node 3, which acknowledges the packets: the network works, its cman is stuck; the transition started in frame 4"
10.1     johann > all    HELLO members=3                   | hello_delta=5s
10.2     mark > all      HELLO members=3                   | hello_delta=5s
15       ludwig > all    HELLO members=3                   | hello_delta=5s
15.1     johann > all    HELLO members=3                   | hello_delta=5s
15.2     mark > all      HELLO members=3                   | hello_delta=5s
r1: 16   ludwig > all    STARTTRANS why=RESTART nodeid=1 generation=12
                                                           | $t restarts=1 restarted cman.transition.missing=3
                                                           | acked_in=@k2 acked_in=@a2 response_in=@a2
k2: 16.05 mark > ludwig  ACKNOWLEDGE ack=6                 | acks_frame=@r1 ack_rtt=50ms
a2: 16.1 johann > all    STARTACK tgtid=1 ack=6 generation=12
                                                           | $t restarts=1 acks_frame=@r1 ack_rtt=100ms response_to=@r1 response_time=100ms
20 every 5s x 3:
  0      ludwig > all    HELLO members=3                   | hello_delta=5s
  0.1    johann > all    HELLO members=3                   | hello_delta=5s
  0.2    mark > all      HELLO members=3                   | hello_delta=5s
r2: 31   ludwig > all    STARTTRANS why=RESTART nodeid=1 generation=13
                                                           | $t restarts=2 restarted cman.transition.missing=3
                                                           | acked_in=@k3 acked_in=@a3 response_in=@a3
k3: 31.05 mark > ludwig  ACKNOWLEDGE ack=10                | acks_frame=@r2 ack_rtt=50ms
a3: 31.1 johann > all    STARTACK tgtid=1 ack=10 generation=13
                                                           | $t restarts=2 acks_frame=@r2 ack_rtt=100ms response_to=@r2 response_time=100ms
35 every 5s x 3:
  0      ludwig > all    HELLO members=3                   | hello_delta=5s
  0.1    johann > all    HELLO members=3                   | hello_delta=5s
  0.2    mark > all      HELLO members=3                   | hello_delta=5s
r3: 46   ludwig > all    STARTTRANS why=RESTART nodeid=1 generation=14
                                                           | $t restarts=3 restarted cman.transition.missing=3 acked_in=@k4
k4: 46.05 mark > ludwig  ACKNOWLEDGE ack=14                | acks_frame=@r3 ack_rtt=50ms
50 every 5s x 3:
  0      ludwig > all    HELLO members=3                   | hello_delta=5s
  0.1    johann > all    HELLO members=3                   | hello_delta=5s
  0.2    mark > all      HELLO members=3                   | hello_delta=5s
r4: 61   ludwig > all    STARTTRANS why=RESTART nodeid=1 generation=15
                                                           | $t restarts=4 restarted cman.transition.missing=2 cman.transition.missing=3
         | cluster.event="node 1 starts the transition again, RESTART: no answer from nodes 2 and 3"
65 every 5s x 3:
  0      ludwig > all    HELLO members=3                   | hello_delta=5s
  0.1    johann > all    HELLO members=3                   | hello_delta=5s
  0.2    mark > all      HELLO members=3                   | hello_delta=5s
76       ludwig > johann LEAVE reason=5                    | leave
         | cluster.event="node 1 leaves the cluster, reason INCONSISTENT: it gives up transition 1 after 4 restarts, no answer from nodes 2 and 3"
