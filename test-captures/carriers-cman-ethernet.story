# cman's HELLO and a program's message over Ethernet: plain, with one VLAN tag, with two, and over LLC and SNAP:
# each time alone, and with two bytes behind it that belong to nobody.  The carrier must
# make no difference; tests/test_carriers.py compares the trees.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
carrier ethernet ip:17 udp:6809
fields
only cman.payload cman.trailer
let hello = seq=4660 hello_flags=MASTER+QUORATE generation=77
# The largest payload that a sender accepts: more than one Ethernet frame.
let program = tgtport=14 seq=4661 tgtid=3 payload=5a*1500
let tag = frame.carrier="ethernet vlan:100 ip:17 udp:6809"
let tags = frame.carrier="ethernet qinq:200 vlan:100 ip:17 udp:6809"
let snap = frame.carrier="ethernet snap ip:17 udp:6809"
let ip6 = frame.carrier="ethernet ip6:17 udp:6809"
let ip6-tag = frame.carrier="ethernet vlan:100 ip6:17 udp:6809"
let ip6-tags = frame.carrier="ethernet qinq:200 vlan:100 ip6:17 udp:6809"
let ip6-snap = frame.carrier="ethernet snap ip6:17 udp:6809"

node b    id=2 cluster=11111 ether=02:00:00:00:00:02 ip=192.0.2.2 ip6=2001:db8::2
node all  ether=ff:ff:ff:ff:ff:ff ip=192.0.2.255
node group  ether=01:00:5e:00:02:01 ip6=ff02::200:1

# IPv4.
1:  0    b > all  HELLO $hello ip.id=0x4321
2:  20   b > all  HELLO $hello ip.id=0x4321 eth.trailer=beef
3:  40   b > all  HELLO $hello ip.id=0x4321 $tag
4:  60   b > all  HELLO $hello ip.id=0x4321 $tag eth.trailer=beef
5:  80   b > all  HELLO $hello ip.id=0x4321 $tags
6:  100  b > all  HELLO $hello ip.id=0x4321 $tags eth.trailer=beef
7:  120  b > all  HELLO $hello ip.id=0x4321 $snap
8:  140  b > all  HELLO $hello ip.id=0x4321 $snap eth.trailer=beef

# IPv6, to a multicast group.
9:  160  b > group  HELLO $hello ip.ttl=10 $ip6
10: 180  b > group  HELLO $hello ip.ttl=10 $ip6 eth.trailer=beef
11: 200  b > group  HELLO $hello ip.ttl=10 $ip6-tag
12: 220  b > group  HELLO $hello ip.ttl=10 $ip6-tag eth.trailer=beef
13: 240  b > group  HELLO $hello ip.ttl=10 $ip6-tags
14: 260  b > group  HELLO $hello ip.ttl=10 $ip6-tags eth.trailer=beef
15: 280  b > group  HELLO $hello ip.ttl=10 $ip6-snap
16: 300  b > group  HELLO $hello ip.ttl=10 $ip6-snap eth.trailer=beef

# The same in two fragments.
17: 320  b > all  HELLO $hello ip.id=0x4321 ip.fragment=0:16
18: 340  b > all  HELLO $hello ip.id=0x4321 ip.fragment=16:20
19: 360  b > all  HELLO $hello ip.id=0x4321 ip.fragment=0:16 eth.trailer=beef
20: 380  b > all  HELLO $hello ip.id=0x4321 ip.fragment=16:20 eth.trailer=beef
21: 400  b > all  HELLO $hello ip.id=0x4321 ip.fragment=0:16 $tag
22: 420  b > all  HELLO $hello ip.id=0x4321 ip.fragment=16:20 $tag
23: 440  b > all  HELLO $hello ip.id=0x4321 ip.fragment=0:16 $tag eth.trailer=beef
24: 460  b > all  HELLO $hello ip.id=0x4321 ip.fragment=16:20 $tag eth.trailer=beef
25: 480  b > all  HELLO $hello ip.id=0x4321 ip.fragment=0:16 $tags
26: 500  b > all  HELLO $hello ip.id=0x4321 ip.fragment=16:20 $tags
27: 520  b > all  HELLO $hello ip.id=0x4321 ip.fragment=0:16 $tags eth.trailer=beef
28: 540  b > all  HELLO $hello ip.id=0x4321 ip.fragment=16:20 $tags eth.trailer=beef
29: 560  b > all  HELLO $hello ip.id=0x4321 ip.fragment=0:16 $snap
30: 580  b > all  HELLO $hello ip.id=0x4321 ip.fragment=16:20 $snap
31: 600  b > all  HELLO $hello ip.id=0x4321 ip.fragment=0:16 $snap eth.trailer=beef
32: 620  b > all  HELLO $hello ip.id=0x4321 ip.fragment=16:20 $snap eth.trailer=beef

# The first fragment fills an Ethernet frame with LLC and SNAP.
33: 640  b > all  PROGRAM $program ip.id=0x4321 ip.fragment=0:1472
34: 660  b > all  PROGRAM $program ip.id=0x4321 ip.fragment=1472:56
35: 680  b > all  PROGRAM $program ip.id=0x4321 ip.fragment=0:1472 eth.trailer=beef
36: 700  b > all  PROGRAM $program ip.id=0x4321 ip.fragment=1472:56 eth.trailer=beef
37: 720  b > all  PROGRAM $program ip.id=0x4321 ip.fragment=0:1472 $tag
38: 740  b > all  PROGRAM $program ip.id=0x4321 ip.fragment=1472:56 $tag
39: 760  b > all  PROGRAM $program ip.id=0x4321 ip.fragment=0:1472 $tag eth.trailer=beef
40: 780  b > all  PROGRAM $program ip.id=0x4321 ip.fragment=1472:56 $tag eth.trailer=beef
41: 800  b > all  PROGRAM $program ip.id=0x4321 ip.fragment=0:1472 $tags
42: 820  b > all  PROGRAM $program ip.id=0x4321 ip.fragment=1472:56 $tags
43: 840  b > all  PROGRAM $program ip.id=0x4321 ip.fragment=0:1472 $tags eth.trailer=beef
44: 860  b > all  PROGRAM $program ip.id=0x4321 ip.fragment=1472:56 $tags eth.trailer=beef
45: 880  b > all  PROGRAM $program ip.id=0x4321 ip.fragment=0:1472 $snap
46: 900  b > all  PROGRAM $program ip.id=0x4321 ip.fragment=1472:56 $snap
47: 920  b > all  PROGRAM $program ip.id=0x4321 ip.fragment=0:1472 $snap eth.trailer=beef
48: 940  b > all  PROGRAM $program ip.id=0x4321 ip.fragment=1472:56 $snap eth.trailer=beef
