# NISCA's HELLO and an acknowledgment in Linux cooked captures, version 2:
# each time alone, and with two bytes behind it that belong to nobody.  The carrier must
# make no difference; tests/test_carriers.py compares the trees.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
carrier cooked2 type:0x6007
fields
only nisca.data nisca.cc.padding nisca.cc.extension
# The header of NISCA 1.3, the one of OpenVMS V5.5.
let hello = group=257 transmit_time=start device_name=EIA lan_hw_addr=08:00:2b:11:22:33 device_type=33
let to_all = nisca.dx.dst=ab:00:04:01:01:02 nisca.dx.src=aa:00:04:00:06:04
let to_beta = nisca.dx.dst=aa:00:04:00:07:04 nisca.dx.src=aa:00:04:00:06:04 nisca.dx.dst_id=1031
let padded = frame.carrier="cooked2 pad:46 type:0x6007"
# The frames are 100 s apart, which other stories judge.
open hello_previous hello_delta hello_missed hello_lost

node ALPHA  id=1030 ether=aa:00:04:00:06:04
node BETA   id=1031 ether=aa:00:04:00:07:04
node all    ether=ab:00:04:01:01:02

1:  0    ALPHA > all  HELLO-1.3 $hello cooked.direction=1  | $to_all
2:  100   ALPHA > all  HELLO-1.3 $hello cooked.direction=1 eth.trailer=beef  | $to_all

# Shorter than an Ethernet frame may be; captured on the sender, without padding.
3:  200   ALPHA > BETA  ACK group=257 ack=2345 channel=6 cooked.direction=1  | $to_beta
4:  300   ALPHA > BETA  ACK group=257 ack=2345 channel=6 cooked.direction=1 eth.trailer=beef  | $to_beta

# With the padding of an Ethernet adapter.
5:  400   ALPHA > BETA  ACK group=257 ack=2345 channel=6 $padded cooked.direction=1  | $to_beta
6:  500  ALPHA > BETA  ACK group=257 ack=2345 channel=6 $padded cooked.direction=1 eth.trailer=beef  | $to_beta
