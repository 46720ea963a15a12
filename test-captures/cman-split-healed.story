# A switch parts node 3 from nodes 1 and 2, as in cman-partition.  The path is mended, node 3 is
# started again, and joins.  The split is over when node 3 says what the others say: 35 s after its
# first HELLO that contradicted them.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
open everything  # but the events: other stories know deaths and joins
only cluster.event
forward cluster.event  # the split proves that node 3 misses the others, too
node ludwig  ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node johann  ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
node mark    ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3
node all     ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0

0        ludwig > all    HELLO members=3
0.1      johann > all    HELLO members=3
0.2      mark > all      HELLO members=3
2.2      ludwig > all    NODEDOWN reason=6 nodeid=3                 | ?cluster.event
2.5      ludwig > all    STARTTRANS leave=6 nodeid=3                | ?cluster.event
2.6      johann > all    STARTACK tgtid=1 ack=3
3.5      ludwig > all    ENDTRANS quorum=2 total_votes=2
3.501    johann > all    WAIT name=TRANSITION.12
3.502    ludwig > all    WAIT name=TRANSITION.12
3.503    johann > all    COMPLETE name=TRANSITION.12
3.504    ludwig > all    COMPLETE name=TRANSITION.12                | ?cluster.event
5        ludwig > all    HELLO members=2 generation=12
5.1      johann > all    HELLO members=2 generation=12
5.2      mark > all      HELLO members=1 generation=12 hello_flags=0 | ?cluster.event
10       ludwig > all    HELLO members=2 generation=12
10.1     johann > all    HELLO members=2 generation=12
10.2     mark > all      HELLO members=1 generation=12 hello_flags=0
15       ludwig > all    HELLO members=2 generation=12
15.1     johann > all    HELLO members=2 generation=12
15.3     mark > all      HELLO members=1 generation=12 hello_flags=0 | ?cluster.event
20       ludwig > all    HELLO members=2 generation=12
20.1     johann > all    HELLO members=2 generation=12
25       ludwig > all    HELLO members=2 generation=12
25.1     johann > all    HELLO members=2 generation=12

30       ludwig > all    HELLO members=2 generation=12
30.1     mark > ludwig   JOINREQ seq=1 name=mark
30.2     ludwig > mark   JOINACK
30.3     ludwig > all    STARTTRANS why=NEWNODE nodeid=3 generation=13
30.4     johann > all    STARTACK tgtid=1 ack=13 generation=13
31.4     ludwig > all    ENDTRANS quorum=2 total_votes=3 generation=14 nodeid=3
31.5     ludwig > all    WAIT name=TRANSITION.14
31.501   johann > all    WAIT name=TRANSITION.14
31.502   mark > all      WAIT name=TRANSITION.14
31.503   ludwig > all    COMPLETE name=TRANSITION.14
31.504   johann > all    COMPLETE name=TRANSITION.14
31.505   mark > all      COMPLETE name=TRANSITION.14                | ?cluster.event
40       ludwig > all    HELLO members=3 generation=14
40.1     johann > all    HELLO members=3 generation=14
40.2     mark > all      HELLO members=3 generation=14              | ?cluster.event
45       ludwig > all    HELLO members=3 generation=14
         | cluster.event="the cluster is no longer split: all nodes agree again (generation 14, 3 members), since frame 39 at the latest, 35.0 s after the sides first contradicted each other"
