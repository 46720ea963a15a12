# One name with two system ids, or one system id with two names, in one group; the
# same in two groups is no conflict.  Each is an event once.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
only cluster.event
let from2 = eth.src=from.ether2
node VAX1 id=1025 ether=02:00:00:04:10:01 ether2=02:00:00:04:11:01
node all ether=ab:00:04:01:01:01
node VAX2 id=1026 ether=02:00:00:04:10:02 ether2=02:00:00:04:11:02
node NEW id=1031 ether=02:00:00:04:10:07
node all-257 ether=ab:00:04:01:01:02
node OLD id=1030 ether=02:00:00:04:10:06

1: 0  VAX1 > all      HELLO
2: 0  VAX1 > all      HELLO $from2
3: 0  VAX2 > all      HELLO
4: 0  NEW > all-257   HELLO group=257 nodename=VAX1
5: 0  VAX1 > all-257  HELLO group=257 nodename=OTHER
6: 1  VAX2 > VAX1     CCSTART
7: 2  OLD > all       HELLO nodename=VAX1             | identity_conflict
      | cluster.event="Two nodes are called VAX1: 1.1 and 1.6"
8: 3  VAX2 > all      HELLO nodename=NEWNAM $from2    | identity_conflict
      | cluster.event="Two names for one node: 1.2 calls itself NEWNAM, and had another name before"
9: 4  OLD > all       HELLO nodename=VAX1             | identity_conflict hello_delta=2s hello_previous=@7
10: 5 VAX2 > all      HELLO nodename=NEWNAM $from2    | identity_conflict hello_delta=2s hello_previous=@8
