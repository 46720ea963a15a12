# Single messages: what was published, payloads of every interesting length, the
# directory's number, and where the inferred layout holds.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout ncs_heartbeat
# The rhythm of these senders is not the subject; other stories judge it.
open master previous_master master_change other_master two_masters
open interval tolerance_used previous_frame duplicate duplicate_of duplicate_count
open panning_change joining outdated_view
open incarnation_change previous_incarnation previous_incarnation_frame second_panning_id first_panning_id
only ncs_heartbeat.upper_protocol ncs_heartbeat.panning_id ncs_heartbeat.directory_id ncs_heartbeat.incarnation
only ncs_heartbeat.role ncs_heartbeat.version_hint ncs_heartbeat.inferred
only ncs_heartbeat.data
let ones = ncs_heartbeat.role=1 "ncs_heartbeat.version_hint=consistent with NCS 1.01 (NetWare 5.1)"
let zeros = ncs_heartbeat.role=1 "ncs_heartbeat.version_hint=consistent with NCS 1.6 (NetWare 6)"
let slave = ncs_heartbeat.role=2
let head = ncs_heartbeat.panning_id=0x5d77a681 ncs_heartbeat.directory_id=1568122496
let sequencer = ncs_heartbeat.upper_protocol=10205 ncs_heartbeat.panning_id=0x5d77a681 ncs_heartbeat.directory_id=1568122496
let inferred = ncs_heartbeat.inferred ncs_heartbeat.inferred.client=16 ncs_heartbeat.inferred.group=0 ncs_heartbeat.inferred.operation=6 ncs_heartbeat.inferred.sequence=4294967295

# The frame of Novell's TID 10071158; its payload was not published.
node novell  ether=00:60:6d:93:7a:3a ip=155.126.24.136 members=3
node node20  ether=02:00:00:00:00:14 ip=192.0.2.20
node node29  ether=02:00:00:00:00:1d ip=192.0.2.29
node node30  ether=02:00:00:00:00:1e ip=192.0.2.30
node node31  ether=02:00:00:00:00:1f ip=192.0.2.31
node node32  ether=02:00:00:00:00:20 ip=192.0.2.32
node node33  ether=02:00:00:00:00:21 ip=192.0.2.33
node node34  ether=02:00:00:00:00:22 ip=192.0.2.34
node node35  ether=02:00:00:00:00:23 ip=192.0.2.35
node node36  ether=02:00:00:00:00:24 ip=192.0.2.36
node node50  ether=02:00:00:00:00:32 ip=192.0.2.50 members=5
node all     ether=ff:ff:ff:ff:ff:ff ip=255.255.255.255
node zeros   ether=ff:ff:ff:ff:ff:ff ip=0.0.0.0

# --- What was published: both NCS 1.01 and 1.6 broadcast, to different addresses.
1: 0    novell > all  MASTER number=7 ip.id=0x137
  | frame.len=90 ip.checksum=0x8495 $ones
  | $sequencer ncs_heartbeat.incarnation=0x2a
  | ncs_heartbeat.data=10000000000000002a0000009b7e18889b7e18889b7e18880300000006000000ffffffff070000002b000000
  | $inferred ncs_heartbeat.inferred.group_incarnation=0x2a ncs_heartbeat.inferred.head_count=3
  | ncs_heartbeat.inferred.sender=155.126.24.136 ncs_heartbeat.inferred.initiator=155.126.24.136
  | ncs_heartbeat.inferred.message_id=7
  | ncs_heartbeat.inferred.master=155.126.24.136 ncs_heartbeat.inferred.next_sequence=43
2: 1    novell > zeros  MASTER number=7 ip.id=0x137
  | frame.len=90 ip.checksum=0x8495 $zeros
  | $sequencer ncs_heartbeat.incarnation=0x2a
  | ncs_heartbeat.data=10000000000000002a0000009b7e18889b7e18889b7e18880300000006000000ffffffff070000002b000000
  | $inferred ncs_heartbeat.inferred.group_incarnation=0x2a ncs_heartbeat.inferred.head_count=3
  | ncs_heartbeat.inferred.sender=155.126.24.136 ncs_heartbeat.inferred.initiator=155.126.24.136
  | ncs_heartbeat.inferred.message_id=7
  | ncs_heartbeat.inferred.master=155.126.24.136 ncs_heartbeat.inferred.next_sequence=43

# --- Payloads of every interesting length, which fit no known layout: the number of
# --- the upper protocol, the panning id and the incarnation, then 0c 0d 0e ...
# --- An empty one is not handed over by IP.
3: 11   node20 > all  BYTES ip.id=0x1400    | ip.len=20 !ncs_heartbeat
4: 12  node20 > all  BYTES ip.id=0x1403 000027  | ip.len=23 ncs_heartbeat $ones short_payload
5: 13  node20 > all  BYTES ip.id=0x1404     | ip.len=24 ncs_heartbeat $ones short_payload
  000027dd  | ncs_heartbeat.upper_protocol=10205
6: 14  node20 > all  BYTES ip.id=0x1405     | ip.len=25 ncs_heartbeat $ones short_payload
  000027dd  | ncs_heartbeat.upper_protocol=10205
  5d
7: 15  node20 > all  BYTES ip.id=0x1408     | ip.len=28 ncs_heartbeat $ones short_payload
  000027dd  | ncs_heartbeat.upper_protocol=10205
  5d77a681  | ncs_heartbeat.panning_id=0x5d77a681 ncs_heartbeat.directory_id=1568122496
8: 16  node20 > all  BYTES ip.id=0x140b     | ip.len=31 ncs_heartbeat $ones short_payload
  000027dd  | ncs_heartbeat.upper_protocol=10205
  5d77a681  | ncs_heartbeat.panning_id=0x5d77a681 ncs_heartbeat.directory_id=1568122496
  000000
9: 17  node20 > all  BYTES ip.id=0x140c     | ip.len=32 ncs_heartbeat $ones
  000027dd  | ncs_heartbeat.upper_protocol=10205
  5d77a681  | ncs_heartbeat.panning_id=0x5d77a681 ncs_heartbeat.directory_id=1568122496
  0000002a  | ncs_heartbeat.incarnation=0x2a
10: 18  node20 > all  BYTES ip.id=0x1418     | ip.len=44 ncs_heartbeat $ones
  000027dd  | ncs_heartbeat.upper_protocol=10205
  5d77a681  | ncs_heartbeat.panning_id=0x5d77a681 ncs_heartbeat.directory_id=1568122496
  0000002a  | ncs_heartbeat.incarnation=0x2a
  0c0d0e0f1011121314151617
  | ncs_heartbeat.data=0c0d0e0f1011121314151617
11: 19  node20 > all  BYTES ip.id=0x1438     | ip.len=76 ncs_heartbeat $ones
  000027dd  | ncs_heartbeat.upper_protocol=10205
  5d77a681  | ncs_heartbeat.panning_id=0x5d77a681 ncs_heartbeat.directory_id=1568122496
  0000002a  | ncs_heartbeat.incarnation=0x2a
  0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b
  2c2d2e2f3031323334353637
  | ncs_heartbeat.data=0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f3031323334353637
12: 20  node20 > all  BYTES ip.id=0x1450     | ip.len=100 ncs_heartbeat $ones
  000027dd  | ncs_heartbeat.upper_protocol=10205
  5d77a681  | ncs_heartbeat.panning_id=0x5d77a681 ncs_heartbeat.directory_id=1568122496
  0000002a  | ncs_heartbeat.incarnation=0x2a
  0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b
  2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b
  4c4d4e4f
  | ncs_heartbeat.data=0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f
13: 21  node20 > all  BYTES ip.id=0x14c8     | ip.len=220 ncs_heartbeat $ones
  000027dd  | ncs_heartbeat.upper_protocol=10205
  5d77a681  | ncs_heartbeat.panning_id=0x5d77a681 ncs_heartbeat.directory_id=1568122496
  0000002a  | ncs_heartbeat.incarnation=0x2a
  0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b
  2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b
  4c4d4e4f505152535455565758595a5b5c5d5e5f606162636465666768696a6b
  6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b
  8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaab
  acadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7
  | ncs_heartbeat.data=0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7

# --- The directory stores the number on the wire minus one, as a signed number.
14: 22.000  node30 > node29  SLAVE panning=0x5d77a681 incarnation=0xfffffffe ip.id=1   # TID 3075104
  | $slave ncs_heartbeat.upper_protocol=10202 ncs_heartbeat.panning_id=0x5d77a681
  | ncs_heartbeat.directory_id=1568122496 ncs_heartbeat.incarnation=0xfffffffe
  | ncs_heartbeat.data=000027db00000001c000021e
15: 22.001  node31 > node29  SLAVE panning=0x8762bf01 incarnation=0xfffffffe ip.id=1   # the directory's value is in TID 10053468
  | $slave ncs_heartbeat.upper_protocol=10202 ncs_heartbeat.panning_id=0x8762bf01
  | ncs_heartbeat.directory_id=-2023571712 ncs_heartbeat.incarnation=0xfffffffe
  | ncs_heartbeat.data=000027db00000001c000021f
16: 22.002  node32 > node29  SLAVE panning=0x0 incarnation=0xfffffffe ip.id=1
  | $slave ncs_heartbeat.upper_protocol=10202 ncs_heartbeat.panning_id=0x0
  | ncs_heartbeat.directory_id=-1 ncs_heartbeat.incarnation=0xfffffffe
  | ncs_heartbeat.data=000027db00000001c0000220
17: 22.003  node33 > node29  SLAVE panning=0x1 incarnation=0xfffffffe ip.id=1
  | $slave ncs_heartbeat.upper_protocol=10202 ncs_heartbeat.panning_id=0x1
  | ncs_heartbeat.directory_id=0 ncs_heartbeat.incarnation=0xfffffffe
  | ncs_heartbeat.data=000027db00000001c0000221
18: 22.004  node34 > node29  SLAVE panning=0x80000000 incarnation=0xfffffffe ip.id=1
  | $slave ncs_heartbeat.upper_protocol=10202 ncs_heartbeat.panning_id=0x80000000
  | ncs_heartbeat.directory_id=2147483647 ncs_heartbeat.incarnation=0xfffffffe
  | ncs_heartbeat.data=000027db00000001c0000222
19: 22.005  node35 > node29  SLAVE panning=0x80000001 incarnation=0xfffffffe ip.id=1
  | $slave ncs_heartbeat.upper_protocol=10202 ncs_heartbeat.panning_id=0x80000001
  | ncs_heartbeat.directory_id=-2147483648 ncs_heartbeat.incarnation=0xfffffffe
  | ncs_heartbeat.data=000027db00000001c0000223
20: 22.006  node36 > node29  SLAVE panning=0xffffffff incarnation=0xfffffffe ip.id=1
  | $slave ncs_heartbeat.upper_protocol=10202 ncs_heartbeat.panning_id=0xffffffff
  | ncs_heartbeat.directory_id=-2 ncs_heartbeat.incarnation=0xfffffffe
  | ncs_heartbeat.data=000027db00000001c0000224

# --- The inferred layout: where its checks hold, and where they do not.
21: 23  node50 > all  MASTER incarnation=0x12345678 number=9 ip.id=23
  | $ones $sequencer ncs_heartbeat.incarnation=0x12345678
  | ncs_heartbeat.data=100000000000000078563412c0000232c0000232c00002320500000006000000ffffffff0900000079563412
  | $inferred ncs_heartbeat.inferred.group_incarnation=0x12345678 ncs_heartbeat.inferred.head_count=5
  | ncs_heartbeat.inferred.sender=192.0.2.50 ncs_heartbeat.inferred.initiator=192.0.2.50
  | ncs_heartbeat.inferred.message_id=9
# The ancestor copies this header in the sender's own byte order.
22: 24  node50 > all  BYTES ip.id=24
  000027dd 5d77a681 12345678
  00000010 00000000 12345678 c0000232 c0000232 c0000232   # client, group, incarnation, addresses
  00000005 00000006 ffffffff 00000009 12345679            # members, operation, sequence, numbers
  | $ones $sequencer ncs_heartbeat.incarnation=0x12345678
  | ncs_heartbeat.data=000000100000000012345678c0000232c0000232c00002320000000500000006ffffffff0000000912345679
  | $inferred ncs_heartbeat.inferred.group_incarnation=0x12345678 ncs_heartbeat.inferred.head_count=5
  | ncs_heartbeat.inferred.sender=192.0.2.50 ncs_heartbeat.inferred.initiator=192.0.2.50
  | ncs_heartbeat.inferred.message_id=9
# Another incarnation of the group: not the layout.
23: 25  node50 > all  MASTER incarnation=0x12345678 number=9 group_incarnation=0x12345679 ip.id=25
  | $ones $sequencer ncs_heartbeat.incarnation=0x12345678
  | ncs_heartbeat.data=100000000000000079563412c0000232c0000232c00002320500000006000000ffffffff0900000079563412
# The sender in it is not the IP source.
24: 26  node50 > all  MASTER incarnation=0x12345678 number=9 sender=192.0.2.51 ip.id=26
  | $ones $sequencer ncs_heartbeat.incarnation=0x12345678
  | ncs_heartbeat.data=100000000000000078563412c0000233c0000232c00002320500000006000000ffffffff0900000079563412
# 80 bytes: with a list of members, perhaps.
25: 27  node50 > all  MASTER incarnation=0x12345678 number=9 00*24 ip.id=27
  | $ones $sequencer ncs_heartbeat.incarnation=0x12345678
  | ncs_heartbeat.data=100000000000000078563412c0000232c0000232c00002320500000006000000ffffffff0900000079563412000000000000000000000000000000000000000000000000
# Nothing tells the byte order here; the servers were x86.
26: 28  node50 > all  MASTER incarnation=0xffffffff number=10 ip.id=28
  | $ones $sequencer ncs_heartbeat.incarnation=0xffffffff
  | ncs_heartbeat.data=1000000000000000ffffffffc0000232c0000232c00002320500000006000000ffffffff0a00000000000000
  | $inferred ncs_heartbeat.inferred.group_incarnation=0xffffffff ncs_heartbeat.inferred.head_count=5
  | ncs_heartbeat.inferred.sender=192.0.2.50 ncs_heartbeat.inferred.initiator=192.0.2.50
  | ncs_heartbeat.inferred.message_id=10
