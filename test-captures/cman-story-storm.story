# One HELLO of node 2, 50,000 equal HELLOs of node 1 in 2.5 s, and 5 s after its first,
# one more of each.  tests/test_cman_stories.py knows what this means; only the first
# and the last frames are judged here.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
open duplicate duplicate_of duplicate_count hello_delta
node one  id=1 ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=6463 seq=99
node two  id=2 ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=6463 seq=199
node all  ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff
let here = members=2 generation=4 ip.id=0

1: 0   two > all  HELLO $here
2: 0   one > all  HELLO $here
0.00005 every 50us x 49999:
    0  again @2
5      two > all  HELLO $here   | hello_delta=5s
5      one > all  HELLO $here   | hello_delta=5s
