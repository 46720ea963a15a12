# Frames 1 and 2 are one packet of 80 bytes; of the packet in frame 3 only the first 8
# bytes were sent.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout ncs_heartbeat
carrier ethernet ip:224
# The rhythm of these senders is not the subject; other stories judge it.
open master previous_master master_change other_master two_masters
open interval tolerance_used previous_frame duplicate duplicate_of duplicate_count
open incarnation_change previous_incarnation previous_incarnation_frame second_panning_id first_panning_id
only ncs_heartbeat.upper_protocol ncs_heartbeat.panning_id ncs_heartbeat.directory_id ncs_heartbeat.incarnation
only ncs_heartbeat.role ncs_heartbeat.version_hint ncs_heartbeat.inferred
let ones = ncs_heartbeat.role=1 "ncs_heartbeat.version_hint=consistent with NCS 1.01 (NetWare 5.1)"
let zeros = ncs_heartbeat.role=1 "ncs_heartbeat.version_hint=consistent with NCS 1.6 (NetWare 6)"
let slave = ncs_heartbeat.role=2
let head = ncs_heartbeat.panning_id=0x5d77a681 ncs_heartbeat.directory_id=1568122496
let sequencer = ncs_heartbeat.upper_protocol=10205 ncs_heartbeat.panning_id=0x5d77a681 ncs_heartbeat.directory_id=1568122496
let inferred = ncs_heartbeat.inferred ncs_heartbeat.inferred.client=16 ncs_heartbeat.inferred.group=0 ncs_heartbeat.inferred.operation=6 ncs_heartbeat.inferred.sequence=4294967295
node node1  ether=02:00:00:00:00:01 ip=192.0.2.1 members=3
node all    ether=ff:ff:ff:ff:ff:ff ip=255.255.255.255

1: 0      node1 > all  MASTER number=1 00*24 ip.id=0x77 ip.fragment=0:56
2: 0.056  node1 > all  MASTER number=1 00*24 ip.id=0x77 ip.fragment=56:24
  | $ones $sequencer ncs_heartbeat.incarnation=0x2a
3: 1      node1 > all  MASTER number=1 00*24 ip.id=0x78 ip.fragment=0:8
