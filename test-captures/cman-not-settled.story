# Node 3 is declared dead, and lives.  While the transition that removes it hangs, as node 2 is
# slow to answer, nodes 1 and 2 say other things than node 3 for more than 10 s: that is no split
# yet, as nodes take up the new generation one after the other.  When it is over, and they have
# gone on like that for more than 10 s again, it is one.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
open hello_delta cman.death.last_heard cman.death.silence cman.death.heard kill nodedown acked_in acks_frame ack_rtt  # told elsewhere
node ludwig  ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node johann  ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
node mark    ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3
node all     ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0
let t = number=1 master=1 cman.transition.start_frame=@s

0        ludwig > all    HELLO members=3
0.1      johann > all    HELLO members=3
0.2      mark > all      HELLO members=3
2.2      ludwig > all    NODEDOWN reason=6 nodeid=3
s: 2.5   ludwig > all    STARTTRANS leave=6 nodeid=3       | number=1 master=1 end_frame=@e
5        ludwig > all    HELLO members=2 generation=11
5.1      johann > all    HELLO members=2 generation=11
5.2      mark > all      HELLO members=3
10       ludwig > all    HELLO members=2 generation=11
10.1     johann > all    HELLO members=2 generation=11
10.2     mark > all      HELLO members=3
15       ludwig > all    HELLO members=2 generation=11
15.1     johann > all    HELLO members=2 generation=11
15.2     mark > all      HELLO members=3
17.5     ludwig > all    STARTTRANS why=RESTART nodeid=1 generation=12
                                                           | $t restarts=1 restarted cman.transition.missing=2 end_frame=@e
                                                           | response_in=@a
a: 17.6  johann > all    STARTACK tgtid=1 ack=7 generation=12 | $t restarts=1 end_frame=@e ?response_to ?response_time
e: 18.5  ludwig > all    ENDTRANS quorum=2 total_votes=2 generation=13
                                                           | $t restarts=1 cman.transition.duration=16s
20       ludwig > all    HELLO members=2 generation=13
20.1     johann > all    HELLO members=2 generation=13
20.2     mark > all      HELLO members=3
20.201   ludwig > mark   KILL
25       ludwig > all    HELLO members=2 generation=13
25.1     johann > all    HELLO members=2 generation=13
25.2     mark > all      HELLO members=3
25.201   ludwig > mark   KILL
30       ludwig > all    HELLO members=2 generation=13
# Node 1 has said so since 20 s.
30.1     johann > all    HELLO members=2 generation=13     | split
30.2     mark > all      HELLO members=3
