# A heartbeat of the shortest kind, 24 bytes, in Linux cooked captures, version 2:
# each time alone, and with two bytes behind it that belong to nobody.  The carrier must
# make no difference; tests/test_carriers.py compares the trees.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout ncs_heartbeat
carrier cooked2 ip:224
fields
only ncs_heartbeat.data ncs_heartbeat.role ncs_heartbeat.directory_id
let payload = ncs_heartbeat.role=1 ncs_heartbeat.directory_id=1245391899 ncs_heartbeat.data=000027db00000005c0000204
let padded = frame.carrier="cooked2 pad:46 ip:224"
# The frames are 20 s apart, which other stories judge.
open ncs_heartbeat.master ncs_heartbeat.analysis.tolerance_used ncs_heartbeat.analysis.previous_frame
open ncs_heartbeat.analysis.missed ncs_heartbeat.analysis.lost ncs_heartbeat.analysis.interval

node d    ether=02:00:00:00:00:04 ip=192.0.2.4
node all  ether=ff:ff:ff:ff:ff:ff ip=255.255.255.255

1:  0    d > all  SLAVE panning=0x4a3b2c1c incarnation=0x102 number=5 ip.id=0x137 cooked.direction=1  | $payload
2:  20   d > all  SLAVE panning=0x4a3b2c1c incarnation=0x102 number=5 ip.id=0x137 cooked.direction=1 eth.trailer=beef  | $payload

# With the padding of an Ethernet adapter.
3:  40   d > all  SLAVE panning=0x4a3b2c1c incarnation=0x102 number=5 ip.id=0x137 $padded cooked.direction=1  | $payload
4:  60   d > all  SLAVE panning=0x4a3b2c1c incarnation=0x102 number=5 ip.id=0x137 $padded cooked.direction=1 eth.trailer=beef  | $payload

# In two fragments.
5:  80   d > all  SLAVE panning=0x4a3b2c1c incarnation=0x102 number=5 ip.id=0x137 ip.fragment=0:8 cooked.direction=1
6:  100  d > all  SLAVE panning=0x4a3b2c1c incarnation=0x102 number=5 ip.id=0x137 ip.fragment=8:16 cooked.direction=1  | $payload
7:  120  d > all  SLAVE panning=0x4a3b2c1c incarnation=0x102 number=5 ip.id=0x137 ip.fragment=0:8 cooked.direction=1 eth.trailer=beef
8:  140  d > all  SLAVE panning=0x4a3b2c1c incarnation=0x102 number=5 ip.id=0x137 ip.fragment=8:16 cooked.direction=1 eth.trailer=beef  | $payload
