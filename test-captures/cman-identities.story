# Two machines that have one node id never notice each other.  A machine that moves to
# another address is no second one.  A cluster of another number on the LAN is said once.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
node first   ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1 seq=10
node second  ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=1 seq=5000
node mover   ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3 seq=900
node moved   ip=192.0.2.30 ether=02:00:00:00:00:03 cluster=3169 id=3
node other   ip=192.0.2.4 ether=02:00:00:00:00:04 cluster=6463 id=4
node all     ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0

# Both form a cluster of one, and have node id 1.  That is told when both are heard again.
0       first > all   HELLO members=1 generation=1
0.7     second > all  HELLO members=1 generation=1
1       mover > all   HELLO members=2
2       other > all   HELLO members=1                  | second_cluster
5       first > all   HELLO members=1 generation=1     | hello_delta=5s identity_conflict
5.7     second > all  HELLO members=1 generation=1     | hello_delta=5s
6       mover > all   HELLO members=2                  | hello_delta=5s
7       other > all   HELLO members=1                  | hello_delta=5s
10      first > all   HELLO members=1 generation=1     | hello_delta=5s
10.7    second > all  HELLO members=1 generation=1     | hello_delta=5s
11      mover > all   HELLO members=2                  | hello_delta=5s

# Node 3 boots with another address, and is not heard at the old one any more.
60      moved > all   HELLO members=2                  | ?hello_delta ?hello_missed ?hello_lost ?out_of_sequence
65      moved > all   HELLO members=2                  | hello_delta=5s
70      moved > all   HELLO members=2                  | hello_delta=5s
