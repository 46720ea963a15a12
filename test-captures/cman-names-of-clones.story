# Two clones of a cluster on two VLANs of a trunk: equal cluster number and node ids, other names.
# Each has a view of its own, which names its nodes, and no node of the other.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
open hello_delta  # the rhythm is the matter of cman-story-hello
node a1   ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node a2   ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
node b1   ip=198.51.100.1 ether=02:00:00:00:01:01 cluster=3169 id=1
node b2   ip=198.51.100.2 ether=02:00:00:00:01:02 cluster=3169 id=2
node all  ip=255.255.255.255 ether=ff:ff:ff:ff:ff:ff id=0
let one = frame.carrier="ethernet vlan:5 ip:17 udp:6809"
let two = frame.carrier="ethernet vlan:6 ip:17 udp:6809"

0         a1 > all  HELLO members=2 $one
0.1       a2 > all  HELLO members=2 $one
0.2       b1 > all  HELLO members=2 $two
0.3       b2 > all  HELLO members=2 $two
2         a1 > all  MASTERVIEW $one + member name=ludwig + address ip=192.0.2.1 + votes nodeid=1
                      + member name=johann + address ip=192.0.2.2 + votes nodeid=2  | src_name=ludwig
# The name of its node 1 is not known yet: no view of this VLAN has come.
2.05      b1 > all  HELLO members=2 $two
2.1       b1 > all  MASTERVIEW $two + member name=clara + address ip=198.51.100.1 + votes nodeid=1
                      + member name=robert + address ip=198.51.100.2 + votes nodeid=2  | src_name=clara
5         a1 > all  HELLO members=2 $one   | src_name=ludwig
5.1       a2 > all  HELLO members=2 $one   | src_name=johann
5.2       b1 > all  HELLO members=2 $two   | src_name=clara
5.3       b2 > all  HELLO members=2 $two   | src_name=robert
