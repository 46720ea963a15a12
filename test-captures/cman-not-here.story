# What a place does not have.  Node 5 fails, and node 6 does not answer the STARTTRANS that
# removes it; so node 1 starts again after 15 s.  Nodes 2, 3 and 4 have answered.  But since the
# sixth second this place receives nothing from node 2, such as its NODEDOWN of node 5 and its
# answer; and the answer of node 4 was lost on the way here, as the numbers of node 4 show.
# Node 5 itself is not waited for.  Two HELLOs of node 2 are no rhythm yet that could break off.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
capture sorted
only cluster.event
node ludwig  ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node johann  ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
node mark    ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3
node clara   ip=192.0.2.4 ether=02:00:00:00:00:04 cluster=3169 id=4
node anton   ip=192.0.2.5 ether=02:00:00:00:00:05 cluster=3169 id=5
node paul    ip=192.0.2.6 ether=02:00:00:00:00:06 cluster=3169 id=6
node all     ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0
let t = number=1 master=1 cman.transition.start_frame=@s

0        ludwig > all    HELLO members=6
0.1      johann > all    HELLO members=6
0.2      mark > all      HELLO members=6
0.3      clara > all     HELLO members=6
0.4      anton > all     HELLO members=6
0.5      paul > all      HELLO members=6
5.1      johann > all    HELLO members=6                   | hello_delta=5s
5 every 5s x 3:
  0      ludwig > all    HELLO members=6                   | hello_delta=5s
  0.2    mark > all      HELLO members=6                   | hello_delta=5s
  0.3    clara > all     HELLO members=6                   | hello_delta=5s
  0.4    anton > all     HELLO members=6                   | hello_delta=5s
  0.5    paul > all      HELLO members=6                   | hello_delta=5s
20       ludwig > all    HELLO members=6                   | hello_delta=5s
20.2     mark > all      HELLO members=6                   | hello_delta=5s
20.3     clara > all     HELLO members=6                   | hello_delta=5s
h5: 20.4 anton > all     HELLO members=6                   | hello_delta=5s
20.5     paul > all      HELLO members=6                   | hello_delta=5s
s: 21    ludwig > all    STARTTRANS leave=7 nodeid=5       | number=1 master=1 acked_in=@a response_in=@a
                                                           | cman.death.last_heard=@h5 cman.death.silence=600ms
         | cluster.event="node 5 is declared NORESPONSE by node 1, last heard 600 ms ago"
a: 21.1  mark > all      STARTACK tgtid=1 ack=6            | $t acks_frame=@s ack_rtt=100ms response_to=@s response_time=100ms
25       ludwig > all    HELLO members=6                   | hello_delta=5s
25.2     mark > all      HELLO members=6                   | hello_delta=5s
# Her fifth HELLO had number 5, her answer number 6.
25.3     clara > all     HELLO members=6 seq=7             | hello_delta=5s seq_gap=1 out_of_sequence
25.5     paul > all      HELLO members=6                   | hello_delta=5s
30       ludwig > all    HELLO members=6                   | hello_delta=5s
         | cluster.event="transition 1, which removes node 5, hangs: no answer from node 6, whose HELLOs go on; the transition started in frame 28"
30.2     mark > all      HELLO members=6                   | hello_delta=5s
30.3     clara > all     HELLO members=6                   | hello_delta=5s
30.5     paul > all      HELLO members=6                   | hello_delta=5s
35       ludwig > all    HELLO members=6                   | hello_delta=5s
35.2     mark > all      HELLO members=6                   | hello_delta=5s
35.3     clara > all     HELLO members=6                   | hello_delta=5s
35.5     paul > all      HELLO members=6                   | hello_delta=5s
36       ludwig > all    STARTTRANS why=RESTART nodeid=1 generation=12
                                                           | $t restarts=1 restarted cman.transition.missing=6
