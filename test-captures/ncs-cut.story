# A snap length is no fault of the sender: what is whole is shown.
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
carrier ethernet ip:224
node node1  ether=02:00:00:00:00:01 ip=192.0.2.1 members=3
node node2  ether=02:00:00:00:00:02 ip=192.0.2.2 members=3
node node3  ether=02:00:00:00:00:03 ip=192.0.2.3 members=3
node node4  ether=02:00:00:00:00:04 ip=192.0.2.4 members=3
node node5  ether=02:00:00:00:00:05 ip=192.0.2.5 members=3
node node6  ether=02:00:00:00:00:06 ip=192.0.2.6 members=3
node node7  ether=02:00:00:00:00:07 ip=192.0.2.7 members=3
node node8  ether=02:00:00:00:00:08 ip=192.0.2.8 members=3
node node9  ether=02:00:00:00:00:09 ip=192.0.2.9 members=3
node node10  ether=02:00:00:00:00:0a ip=192.0.2.10 members=3
node node11  ether=02:00:00:00:00:0b ip=192.0.2.11 members=3
node node99  ether=02:00:00:00:00:63 ip=192.0.2.99 members=3

0  node1 > node99  MASTER number=1 ip.id=1 frame.snap=34   # 0 bytes of the message
  | _ws.short $slave
1  node2 > node99  MASTER number=1 ip.id=1 frame.snap=37   # 3 bytes of the message
  | _ws.short $slave
2  node3 > node99  MASTER number=1 ip.id=1 frame.snap=38   # 4 bytes of the message
  | _ws.short $slave ncs_heartbeat.upper_protocol=10205
3  node4 > node99  MASTER number=1 ip.id=1 frame.snap=41   # 7 bytes of the message
  | _ws.short $slave ncs_heartbeat.upper_protocol=10205
4  node5 > node99  MASTER number=1 ip.id=1 frame.snap=42   # 8 bytes of the message
  | _ws.short $slave ncs_heartbeat.upper_protocol=10205 ncs_heartbeat.panning_id=0x5d77a681 ncs_heartbeat.directory_id=1568122496
5  node6 > node99  MASTER number=1 ip.id=1 frame.snap=45   # 11 bytes of the message
  | _ws.short $slave ncs_heartbeat.upper_protocol=10205 ncs_heartbeat.panning_id=0x5d77a681 ncs_heartbeat.directory_id=1568122496
6  node7 > node99  MASTER number=1 ip.id=1 frame.snap=46   # 12 bytes of the message
  | _ws.short $slave ncs_heartbeat.upper_protocol=10205 ncs_heartbeat.panning_id=0x5d77a681 ncs_heartbeat.directory_id=1568122496 ncs_heartbeat.incarnation=0x2a
7  node8 > node99  MASTER number=1 ip.id=1 frame.snap=47   # 13 bytes of the message
  | _ws.short $slave ncs_heartbeat.upper_protocol=10205 ncs_heartbeat.panning_id=0x5d77a681 ncs_heartbeat.directory_id=1568122496 ncs_heartbeat.incarnation=0x2a
8  node9 > node99  MASTER number=1 ip.id=1 frame.snap=58   # 24 bytes of the message
  | _ws.short $slave ncs_heartbeat.upper_protocol=10205 ncs_heartbeat.panning_id=0x5d77a681 ncs_heartbeat.directory_id=1568122496 ncs_heartbeat.incarnation=0x2a
9  node10 > node99  MASTER number=1 ip.id=1 frame.snap=74   # 40 bytes of the message
  | _ws.short $slave ncs_heartbeat.upper_protocol=10205 ncs_heartbeat.panning_id=0x5d77a681 ncs_heartbeat.directory_id=1568122496 ncs_heartbeat.incarnation=0x2a
10  node11 > node99  MASTER number=1 ip.id=1 frame.snap=89   # 55 bytes of the message
  | _ws.short $slave ncs_heartbeat.upper_protocol=10205 ncs_heartbeat.panning_id=0x5d77a681 ncs_heartbeat.directory_id=1568122496 ncs_heartbeat.incarnation=0x2a
