# Text that is none, and messages that nothing is known of.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
carrier ethernet ip:17 udp:6809
open src_name join_seq cman.barrier.waiting
open cman.transition.master cman.transition.number cman.transition.start_frame
let nasty = 1b5b33316d726564070a090dffc32573256e9b7f

node ludwig  id=1 cluster=6463 ether=02:00:00:00:00:01 ip=192.0.2.1 ip6=2001:db8::1 seq=333
node all     ether=ff:ff:ff:ff:ff:ff ip=192.0.2.255 ip6=ff02::1

# --- Text that is none: an escape sequence, a bell, a new line, a tab, invalid UTF-8, a percent
# --- format.  In the names of a cluster and a node, of a view, a barrier, a service, a transition.
1:   0      ludwig > all  HEADER tgtport=1 NOACK cluster=3169 srcid=0 02 01 0100 03000000 03000000 05000000 00000000 01000000 01000000 10000000 1b5b33316d726564070a090dffc3 a5a5 02001a99c00002030000000000000000 $nasty 00
2:   +10ms  ludwig > all  MASTERVIEW flags=MULTICAST + nothing 14 $nasty 02 0000 01 03000000 01000000 | second_cluster
3:   +10ms  ludwig > all  HEADER tgtport=0 MULTICAST 0504 0000 00000000 00000000 $nasty 00*16
4:   +10ms  ludwig > all  HEADER tgtport=2 MULTICAST 01 00 0100 00000000 00000000 0100 1400 $nasty
5:   +10ms  ludwig > all  HEADER tgtport=1 MULTICAST 0a010001 03000000 01000000 03000000 0000 0000 $nasty 00

# --- Nothing is known of these but that they do no harm.
# Requests of sysman and clvmd that are too short, and one whose length lies.
6:   +10ms  ludwig > all  DATA tgtport=10 tgtid=2 000000  | ?cman.truncated_message
7:   +10ms  ludwig > all  DATA tgtport=11 tgtid=2 3301  | ?cman.truncated_message
8:   +10ms  ludwig > all  DATA tgtport=11 tgtid=2 33010102aabbccdd00000000ffffffff00565f766700
           | ?cman.truncated_message
# An address of an unknown family: without an address length nobody can say whether it is complete.
9:   +10ms  ludwig > all  MASTERVIEW flags=MULTICAST + member name=ludwig + nothing 07001a99c00002030000000000000000 01 03000000 01000000
           | ?cman.truncated_message
# No byte at all.
10:  +10ms  ludwig > all  BYTES  | !cman
