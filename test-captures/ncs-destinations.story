# One master message to every kind of destination, and over what may carry it.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout ncs_heartbeat
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
node node40  ether=02:00:00:00:00:28 ip=192.0.2.40 members=3
node node41  ether=02:00:00:00:00:29 ip=192.0.2.41
node node43  ether=02:00:00:00:00:2b ip=192.0.2.43 members=3
node node44  ether=02:00:00:00:00:2c ip=192.0.2.44 ip6=2001:db8::2c members=3
node group   ether=01:00:5e:00:02:01 ip=239.0.2.1 ip6=ff02::200:1
node subnet  ether=ff:ff:ff:ff:ff:ff ip=192.0.2.255
node one     ether=02:00:00:00:00:2a ip=255.255.255.255
node all     ether=ff:ff:ff:ff:ff:ff ip=255.255.255.255

0    node40 > group  MASTER number=1 ip.id=1     | ncs_heartbeat.role=1 $sequencer ncs_heartbeat.incarnation=0x2a
  | $inferred ncs_heartbeat.inferred.group_incarnation=0x2a ncs_heartbeat.inferred.head_count=3
  | ncs_heartbeat.inferred.sender=192.0.2.40 ncs_heartbeat.inferred.initiator=192.0.2.40
  | ncs_heartbeat.inferred.message_id=1
1    node40 > node41  MASTER number=1 ip.id=1    | ncs_heartbeat.role=2 $sequencer ncs_heartbeat.incarnation=0x2a
  | $inferred ncs_heartbeat.inferred.group_incarnation=0x2a ncs_heartbeat.inferred.head_count=3
  | ncs_heartbeat.inferred.sender=192.0.2.40 ncs_heartbeat.inferred.initiator=192.0.2.40
  | ncs_heartbeat.inferred.message_id=1
# Only Ethernet says that this is a broadcast.
2    node40 > subnet  MASTER number=1 ip.id=1    | ncs_heartbeat.role=1 $sequencer ncs_heartbeat.incarnation=0x2a
  | $inferred ncs_heartbeat.inferred.group_incarnation=0x2a ncs_heartbeat.inferred.head_count=3
  | ncs_heartbeat.inferred.sender=192.0.2.40 ncs_heartbeat.inferred.initiator=192.0.2.40
  | ncs_heartbeat.inferred.message_id=1
# All ones, but sent to one adapter.
3    node40 > one  MASTER number=1 ip.id=1       | $ones $sequencer ncs_heartbeat.incarnation=0x2a
  | $inferred ncs_heartbeat.inferred.group_incarnation=0x2a ncs_heartbeat.inferred.head_count=3
  | ncs_heartbeat.inferred.sender=192.0.2.40 ncs_heartbeat.inferred.initiator=192.0.2.40
  | ncs_heartbeat.inferred.message_id=1
5    node43 > all  MASTER number=1 ip.id=1 frame.carrier="ethernet vlan:42 ip:224"
  | vlan.id=42 $ones $sequencer ncs_heartbeat.incarnation=0x2a
  | $inferred ncs_heartbeat.inferred.group_incarnation=0x2a ncs_heartbeat.inferred.head_count=3
  | ncs_heartbeat.inferred.sender=192.0.2.43 ncs_heartbeat.inferred.initiator=192.0.2.43
  | ncs_heartbeat.inferred.message_id=1
# The addresses inside are of IPv4, and this sender has none.
6    node44 > group  MASTER number=1 frame.carrier="ethernet ip6:224" ip.ttl=64
  | ncs_heartbeat.role=1 $sequencer ncs_heartbeat.incarnation=0x2a !ncs_heartbeat.master
