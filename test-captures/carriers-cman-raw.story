# cman's HELLO and a program's message as raw IP:
# each time alone, and with two bytes behind it that belong to nobody.  The carrier must
# make no difference; tests/test_carriers.py compares the trees.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
carrier ip:17 udp:6809
fields
only cman.payload cman.trailer
let hello = seq=4660 hello_flags=MASTER+QUORATE generation=77
# The largest payload that a sender accepts: more than one Ethernet frame.
let program = tgtport=14 seq=4661 tgtid=3 payload=5a*1500
let ip6 = frame.carrier="ip6:17 udp:6809"

node b    id=2 cluster=11111 ether=02:00:00:00:00:02 ip=192.0.2.2 ip6=2001:db8::2
node all  ether=ff:ff:ff:ff:ff:ff ip=192.0.2.255
node group  ether=01:00:5e:00:02:01 ip6=ff02::200:1

# IPv4.
1:  0    b > all  HELLO $hello ip.id=0x4321
2:  20   b > all  HELLO $hello ip.id=0x4321 eth.trailer=beef

# IPv6, to a multicast group.
3:  40   b > group  HELLO $hello ip.ttl=10 $ip6
4:  60   b > group  HELLO $hello ip.ttl=10 $ip6 eth.trailer=beef

# The same in two fragments.
5:  80   b > all  HELLO $hello ip.id=0x4321 ip.fragment=0:16
6:  100  b > all  HELLO $hello ip.id=0x4321 ip.fragment=16:20
7:  120  b > all  HELLO $hello ip.id=0x4321 ip.fragment=0:16 eth.trailer=beef
8:  140  b > all  HELLO $hello ip.id=0x4321 ip.fragment=16:20 eth.trailer=beef

# The first fragment fills an Ethernet frame with LLC and SNAP.
9:  160  b > all  PROGRAM $program ip.id=0x4321 ip.fragment=0:1472
10: 180  b > all  PROGRAM $program ip.id=0x4321 ip.fragment=1472:56
11: 200  b > all  PROGRAM $program ip.id=0x4321 ip.fragment=0:1472 eth.trailer=beef
12: 220  b > all  PROGRAM $program ip.id=0x4321 ip.fragment=1472:56 eth.trailer=beef
