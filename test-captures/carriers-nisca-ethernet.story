# NISCA's HELLO and an acknowledgment over Ethernet: plain, with one VLAN tag, with two, and over LLC and SNAP:
# each time alone, and with two bytes behind it that belong to nobody.  The carrier must
# make no difference; tests/test_carriers.py compares the trees.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
carrier ethernet type:0x6007
fields
only nisca.data nisca.cc.padding nisca.cc.extension
# The header of NISCA 1.3, the one of OpenVMS V5.5.
let hello = group=257 transmit_time=start device_name=EIA lan_hw_addr=08:00:2b:11:22:33 device_type=33
let to_all = nisca.dx.dst=ab:00:04:01:01:02 nisca.dx.src=aa:00:04:00:06:04
let to_beta = nisca.dx.dst=aa:00:04:00:07:04 nisca.dx.src=aa:00:04:00:06:04 nisca.dx.dst_id=1031
let tag = frame.carrier="ethernet vlan:100 type:0x6007"
let tags = frame.carrier="ethernet qinq:200 vlan:100 type:0x6007"
let snap = frame.carrier="ethernet snap type:0x6007"
let padded = frame.carrier="ethernet pad:46 type:0x6007"
let padded-tag = frame.carrier="ethernet vlan:100 pad:46 type:0x6007"
let padded-tags = frame.carrier="ethernet qinq:200 vlan:100 pad:46 type:0x6007"
let padded-snap = frame.carrier="ethernet snap pad:46 type:0x6007"
# The frames are 100 s apart, which other stories judge.
open hello_previous hello_delta hello_missed hello_lost

node ALPHA  id=1030 ether=aa:00:04:00:06:04
node BETA   id=1031 ether=aa:00:04:00:07:04
node all    ether=ab:00:04:01:01:02

1:  0    ALPHA > all  HELLO-1.3 $hello  | $to_all
2:  100   ALPHA > all  HELLO-1.3 $hello eth.trailer=beef  | $to_all
3:  200   ALPHA > all  HELLO-1.3 $hello $tag  | $to_all
4:  300   ALPHA > all  HELLO-1.3 $hello $tag eth.trailer=beef  | $to_all
5:  400   ALPHA > all  HELLO-1.3 $hello $tags  | $to_all
6:  500  ALPHA > all  HELLO-1.3 $hello $tags eth.trailer=beef  | $to_all
7:  600  ALPHA > all  HELLO-1.3 $hello $snap  | $to_all
8:  700  ALPHA > all  HELLO-1.3 $hello $snap eth.trailer=beef  | $to_all

# Shorter than an Ethernet frame may be; captured on the sender, without padding.
9:  800  ALPHA > BETA  ACK group=257 ack=2345 channel=6  | $to_beta
10: 900  ALPHA > BETA  ACK group=257 ack=2345 channel=6 eth.trailer=beef  | $to_beta
11: 1000  ALPHA > BETA  ACK group=257 ack=2345 channel=6 $tag  | $to_beta
12: 1100  ALPHA > BETA  ACK group=257 ack=2345 channel=6 $tag eth.trailer=beef  | $to_beta
13: 1200  ALPHA > BETA  ACK group=257 ack=2345 channel=6 $tags  | $to_beta
14: 1300  ALPHA > BETA  ACK group=257 ack=2345 channel=6 $tags eth.trailer=beef  | $to_beta
15: 1400  ALPHA > BETA  ACK group=257 ack=2345 channel=6 $snap  | $to_beta
16: 1500  ALPHA > BETA  ACK group=257 ack=2345 channel=6 $snap eth.trailer=beef  | $to_beta

# With the padding of an Ethernet adapter.
17: 1600  ALPHA > BETA  ACK group=257 ack=2345 channel=6 $padded  | $to_beta
18: 1700  ALPHA > BETA  ACK group=257 ack=2345 channel=6 $padded eth.trailer=beef  | $to_beta
19: 1800  ALPHA > BETA  ACK group=257 ack=2345 channel=6 $padded-tag  | $to_beta
20: 1900  ALPHA > BETA  ACK group=257 ack=2345 channel=6 $padded-tag eth.trailer=beef  | $to_beta
21: 2000  ALPHA > BETA  ACK group=257 ack=2345 channel=6 $padded-tags  | $to_beta
22: 2100  ALPHA > BETA  ACK group=257 ack=2345 channel=6 $padded-tags eth.trailer=beef  | $to_beta
23: 2200  ALPHA > BETA  ACK group=257 ack=2345 channel=6 $padded-snap  | $to_beta
24: 2300  ALPHA > BETA  ACK group=257 ack=2345 channel=6 $padded-snap eth.trailer=beef  | $to_beta
