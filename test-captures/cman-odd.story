# Messages of which the sources describe a part: what they say nothing about is open.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
carrier pad:60 ethernet ip:17 udp:6809
fields
only cman.payload cman.trailer _ws.short
open src_name join_seq cman.transition.master cman.transition.number
let alpha = cluster=3169 expected=3 config_version=1 stale:a5
let addresses = ?cman.addr.family ?cman.addr.port ?cman.addr.ipv4 ?cman.addr.ipv6 ?cman.addr.flowinfo ?cman.addr.scope_id ?cman.trailer
let service = ?cman.sm.status ?cman.sm.sevent_id ?cman.sm.sgid ?cman.sm.sgid.level ?cman.sm.lastid ?cman.sm.level ?cman.sm.length ?cman.sm.name ?cman.payload ?cman.trailer

node ludwig  id=1 cluster=6463 ether=02:00:00:00:00:01 ip=192.0.2.1 ip6=2001:db8::1 seq=84
node all     ether=ff:ff:ff:ff:ff:ff ip=192.0.2.255 ip6=ff02::1
# Only the version fields of another version can be relied on; the rest is open.
1:   0      ludwig > all  JOINREQ-START $alpha nodeid=3 version_major=4 02001a99c000020300000000000000006d61726b00
           | cman.version_unsupported ?cman.votes ?cman.num_addrs ?cman.expected_votes ?cman.nodeid ?cman.joinreq.config_version ?cman.joinreq.addr_len ?cman.joinreq.cluster_name ?cman.node.name $addresses
# The address ends where its length says, whatever it holds.
2:   +10ms  ludwig > all  JOINREQ-START $alpha nodeid=3 addr_len=17 02001a99c0000203000000000000000000 + name name=mark
           | $addresses
3:   +10ms  ludwig > all  JOINREQ-START $alpha nodeid=3 num_addrs=65535 addr_len=0 6d61726b00
           | ?cman.node.name $addresses
4:   +10ms  ludwig > all  JOINREQ-START $alpha nodeid=3 addr_len=0xffffffff 02001a99c000020300000000000000006d61726b00
           | cman.truncated_message ?cman.node.name $addresses
# 16 * 0x10000001 is 16 again if 32 bits do not hold it.
5:   +10ms  ludwig > all  JOINREQ-START $alpha nodeid=3 num_addrs=16 addr_len=0x10000001 02001a99c000020300000000000000006d61726b00
           | cman.truncated_message ?cman.node.name $addresses
# A request of sysman and a lock of clvmd.
6:   +10ms  ludwig > all  DATA tgtport=10 tgtid=2 00000005ffffffff01a5a5a56c73202d6c00  | ?cman.payload second_cluster
7:   +10ms  ludwig > all  DATA tgtport=11 tgtid=2 33010102aabbccdd000000000000000500565f766700  | ?cman.payload
# Unknown commands with a body.
8:   +10ms  ludwig > all  MEMBERSHIP cmd=99 tgtid=2 0102030405060708  | unknown_command ?cman.payload
9:   +10ms  ludwig > all  INTERNAL cmd=255 tgtid=2 0102030405060708  | unknown_command ?cman.payload
# Unknown services; nobody knows whether the rest is as ever.
10:  +10ms  ludwig > all  HEADER tgtport=2 tgtid=2 0d 00 0100 00000001 00000000 0100 0000
           | cman.sm.type=13 unknown_command $service
11:  +10ms  ludwig > all  HEADER tgtport=2 tgtid=2 00 00 0100 00000001 00000000 0100 0000
           | cman.sm.type=0 unknown_command $service
# Numbers without a name are no fault.
12:  +10ms  ludwig > all  STARTTRANS flags=MULTICAST why=99 leave=0xe9 votes=255 expected=3 generation=1 nodeid=3 unused=0000
