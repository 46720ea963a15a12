# A capture without Ethernet addresses.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout ncs_heartbeat
carrier ip:224
capture micro
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
node node1  ip=192.0.2.1 members=3
node ones   ip=255.255.255.255
node zeros  ip=0.0.0.0
node group  ip=239.0.2.1
node node9  ip=192.0.2.9

0  node1 > ones  MASTER number=1 ip.id=1   | $ones $sequencer ncs_heartbeat.incarnation=0x2a
  | $inferred ncs_heartbeat.inferred.group_incarnation=0x2a ncs_heartbeat.inferred.head_count=3
  | ncs_heartbeat.inferred.sender=192.0.2.1 ncs_heartbeat.inferred.initiator=192.0.2.1
  | ncs_heartbeat.inferred.message_id=1
1  node1 > zeros  MASTER number=1 ip.id=1   | $zeros $sequencer ncs_heartbeat.incarnation=0x2a
  | $inferred ncs_heartbeat.inferred.group_incarnation=0x2a ncs_heartbeat.inferred.head_count=3
  | ncs_heartbeat.inferred.sender=192.0.2.1 ncs_heartbeat.inferred.initiator=192.0.2.1
  | ncs_heartbeat.inferred.message_id=1
2  node1 > group  MASTER number=1 ip.id=1   | ncs_heartbeat.role=1 $sequencer ncs_heartbeat.incarnation=0x2a
  | $inferred ncs_heartbeat.inferred.group_incarnation=0x2a ncs_heartbeat.inferred.head_count=3
  | ncs_heartbeat.inferred.sender=192.0.2.1 ncs_heartbeat.inferred.initiator=192.0.2.1
  | ncs_heartbeat.inferred.message_id=1
3  node1 > node9  MASTER number=1 ip.id=1   | $slave $sequencer ncs_heartbeat.incarnation=0x2a
  | $inferred ncs_heartbeat.inferred.group_incarnation=0x2a ncs_heartbeat.inferred.head_count=3
  | ncs_heartbeat.inferred.sender=192.0.2.1 ncs_heartbeat.inferred.initiator=192.0.2.1
  | ncs_heartbeat.inferred.message_id=1
