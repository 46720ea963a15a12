# A heartbeat of the shortest kind, 24 bytes, over Ethernet: plain, with one VLAN tag, with two, and over LLC and SNAP:
# each time alone, and with two bytes behind it that belong to nobody.  The carrier must
# make no difference; tests/test_carriers.py compares the trees.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout ncs_heartbeat
carrier ethernet ip:224
fields
only ncs_heartbeat.data ncs_heartbeat.role ncs_heartbeat.directory_id
let payload = ncs_heartbeat.role=1 ncs_heartbeat.directory_id=1245391899 ncs_heartbeat.data=000027db00000005c0000204
let tag = frame.carrier="ethernet vlan:100 ip:224"
let tags = frame.carrier="ethernet qinq:200 vlan:100 ip:224"
let snap = frame.carrier="ethernet snap ip:224"
let padded = frame.carrier="ethernet pad:46 ip:224"
let padded-tag = frame.carrier="ethernet vlan:100 pad:46 ip:224"
let padded-tags = frame.carrier="ethernet qinq:200 vlan:100 pad:46 ip:224"
let padded-snap = frame.carrier="ethernet snap pad:46 ip:224"
# The frames are 20 s apart, which other stories judge.
open ncs_heartbeat.master ncs_heartbeat.analysis.tolerance_used ncs_heartbeat.analysis.previous_frame
open ncs_heartbeat.analysis.missed ncs_heartbeat.analysis.lost ncs_heartbeat.analysis.interval

node d    ether=02:00:00:00:00:04 ip=192.0.2.4
node all  ether=ff:ff:ff:ff:ff:ff ip=255.255.255.255

1:  0    d > all  SLAVE panning=0x4a3b2c1c incarnation=0x102 number=5 ip.id=0x137  | $payload
2:  20   d > all  SLAVE panning=0x4a3b2c1c incarnation=0x102 number=5 ip.id=0x137 eth.trailer=beef  | $payload
3:  40   d > all  SLAVE panning=0x4a3b2c1c incarnation=0x102 number=5 ip.id=0x137 $tag  | $payload
4:  60   d > all  SLAVE panning=0x4a3b2c1c incarnation=0x102 number=5 ip.id=0x137 $tag eth.trailer=beef  | $payload
5:  80   d > all  SLAVE panning=0x4a3b2c1c incarnation=0x102 number=5 ip.id=0x137 $tags  | $payload
6:  100  d > all  SLAVE panning=0x4a3b2c1c incarnation=0x102 number=5 ip.id=0x137 $tags eth.trailer=beef  | $payload
7:  120  d > all  SLAVE panning=0x4a3b2c1c incarnation=0x102 number=5 ip.id=0x137 $snap  | $payload
8:  140  d > all  SLAVE panning=0x4a3b2c1c incarnation=0x102 number=5 ip.id=0x137 $snap eth.trailer=beef  | $payload

# With the padding of an Ethernet adapter.
9:  160  d > all  SLAVE panning=0x4a3b2c1c incarnation=0x102 number=5 ip.id=0x137 $padded  | $payload
10: 180  d > all  SLAVE panning=0x4a3b2c1c incarnation=0x102 number=5 ip.id=0x137 $padded eth.trailer=beef  | $payload
11: 200  d > all  SLAVE panning=0x4a3b2c1c incarnation=0x102 number=5 ip.id=0x137 $padded-tag  | $payload
12: 220  d > all  SLAVE panning=0x4a3b2c1c incarnation=0x102 number=5 ip.id=0x137 $padded-tag eth.trailer=beef  | $payload
13: 240  d > all  SLAVE panning=0x4a3b2c1c incarnation=0x102 number=5 ip.id=0x137 $padded-tags  | $payload
14: 260  d > all  SLAVE panning=0x4a3b2c1c incarnation=0x102 number=5 ip.id=0x137 $padded-tags eth.trailer=beef  | $payload
15: 280  d > all  SLAVE panning=0x4a3b2c1c incarnation=0x102 number=5 ip.id=0x137 $padded-snap  | $payload
16: 300  d > all  SLAVE panning=0x4a3b2c1c incarnation=0x102 number=5 ip.id=0x137 $padded-snap eth.trailer=beef  | $payload

# In two fragments.
17: 320  d > all  SLAVE panning=0x4a3b2c1c incarnation=0x102 number=5 ip.id=0x137 ip.fragment=0:8
18: 340  d > all  SLAVE panning=0x4a3b2c1c incarnation=0x102 number=5 ip.id=0x137 ip.fragment=8:16  | $payload
19: 360  d > all  SLAVE panning=0x4a3b2c1c incarnation=0x102 number=5 ip.id=0x137 ip.fragment=0:8 eth.trailer=beef
20: 380  d > all  SLAVE panning=0x4a3b2c1c incarnation=0x102 number=5 ip.id=0x137 ip.fragment=8:16 eth.trailer=beef  | $payload
21: 400  d > all  SLAVE panning=0x4a3b2c1c incarnation=0x102 number=5 ip.id=0x137 ip.fragment=0:8 $tag
22: 420  d > all  SLAVE panning=0x4a3b2c1c incarnation=0x102 number=5 ip.id=0x137 ip.fragment=8:16 $tag  | $payload
23: 440  d > all  SLAVE panning=0x4a3b2c1c incarnation=0x102 number=5 ip.id=0x137 ip.fragment=0:8 $tag eth.trailer=beef
24: 460  d > all  SLAVE panning=0x4a3b2c1c incarnation=0x102 number=5 ip.id=0x137 ip.fragment=8:16 $tag eth.trailer=beef  | $payload
25: 480  d > all  SLAVE panning=0x4a3b2c1c incarnation=0x102 number=5 ip.id=0x137 ip.fragment=0:8 $tags
26: 500  d > all  SLAVE panning=0x4a3b2c1c incarnation=0x102 number=5 ip.id=0x137 ip.fragment=8:16 $tags  | $payload
27: 520  d > all  SLAVE panning=0x4a3b2c1c incarnation=0x102 number=5 ip.id=0x137 ip.fragment=0:8 $tags eth.trailer=beef
28: 540  d > all  SLAVE panning=0x4a3b2c1c incarnation=0x102 number=5 ip.id=0x137 ip.fragment=8:16 $tags eth.trailer=beef  | $payload
29: 560  d > all  SLAVE panning=0x4a3b2c1c incarnation=0x102 number=5 ip.id=0x137 ip.fragment=0:8 $snap
30: 580  d > all  SLAVE panning=0x4a3b2c1c incarnation=0x102 number=5 ip.id=0x137 ip.fragment=8:16 $snap  | $payload
31: 600  d > all  SLAVE panning=0x4a3b2c1c incarnation=0x102 number=5 ip.id=0x137 ip.fragment=0:8 $snap eth.trailer=beef
32: 620  d > all  SLAVE panning=0x4a3b2c1c incarnation=0x102 number=5 ip.id=0x137 ip.fragment=8:16 $snap eth.trailer=beef  | $payload
