# Messages whose numbers lie, and totem on the port of cman.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
carrier pad:60 ethernet ip:17 udp:6809
fields
only cman.payload cman.trailer _ws.short
open src_name join_seq cman.transition.master cman.transition.number
let alpha = cluster=3169 expected=3 config_version=1 stale:a5
let rest = cman.votes=1 cman.expected_votes=3
let totem = 010000000a0000010200c00002010000000000000000

node ludwig  id=1 cluster=6463 ether=02:00:00:00:00:01 ip=192.0.2.1 ip6=2001:db8::1 seq=96
node all     ether=ff:ff:ff:ff:ff:ff ip=192.0.2.255 ip6=ff02::1

# --- Numbers that lie.
1:   0      ludwig > all  JOINREQ-START $alpha nodeid=3 num_addrs=65535 + address ip=192.0.2.3 + address ip=192.0.2.4
           | cman.truncated_message
# One address too few.
2:   +10ms  ludwig > all  JOINREQ-START $alpha nodeid=3 num_addrs=2 addr_len=28 + address6 ip6=2001:db8::3
           | cman.truncated_message
3:   +10ms  ludwig > all  MASTERVIEW flags=MULTICAST + member name=ludwig num_addrs=65535 + address ip=192.0.2.1 + address ip=192.0.2.2 + address-be ip=192.0.2.3
           | cman.truncated_message
           | second_cluster
# A name of 200 bytes.
4:   +10ms  ludwig > all  MASTERVIEW flags=MULTICAST + member name=ludwig num_addrs=0 + votes expected=3 nodeid=1 + nothing c86a6f68616e6e
           | cman.truncated_message
# The node id has 3 bytes.
5:   +10ms  ludwig > all  MASTERVIEW flags=MULTICAST + member name=ludwig num_addrs=1 + address ip=192.0.2.1 + nothing 01 03000000 010000
           | $rest cman.truncated_message
6:   +10ms  ludwig > all  STARTTRANS why=NEWNODE expected=3 generation=1 nodeid=3 num_addrs=65535 unused=0000 + address ip=192.0.2.3
           | cman.truncated_message
# A name of 100 bytes, of 65535, of 3.
7:   +10ms  ludwig > all  SERVICE type=1 MULTICAST event=1 sgid=0 length=100 64656661756c74
           | cman.truncated_message
8:   +10ms  ludwig > all  SERVICE type=1 MULTICAST event=1 sgid=0 length=65535 64656661756c74
           | cman.truncated_message
9:   +10ms  ludwig > all  SERVICE type=1 MULTICAST event=1 sgid=0 length=3 + service_name name=def + nothing 61756c74
           | cman.trailer=61756c74

# --- Clear-text totem of RHEL 5 and 6 on the same port: type, encapsulated, mark of byte
# --- order, node.  It is none of ours.
10:  +10ms  ludwig > all  BYTES 0000 22ff $totem 00*40 frame.carrier="ethernet ip:17 udp:6809"  | !cman
11:  +10ms  ludwig > all  BYTES 0000 ff22 $totem 00*40 frame.carrier="ethernet ip:17 udp:6809"  | !cman
12:  +10ms  ludwig > all  BYTES 0100 22ff $totem 00*40 frame.carrier="ethernet ip:17 udp:6809"  | !cman
13:  +10ms  ludwig > all  BYTES 0100 ff22 $totem 00*40 frame.carrier="ethernet ip:17 udp:6809"  | !cman
14:  +10ms  ludwig > all  BYTES 0200 22ff $totem 00*40 frame.carrier="ethernet ip:17 udp:6809"  | !cman
15:  +10ms  ludwig > all  BYTES 0200 ff22 $totem 00*40 frame.carrier="ethernet ip:17 udp:6809"  | !cman
16:  +10ms  ludwig > all  BYTES 0300 22ff $totem 00*40 frame.carrier="ethernet ip:17 udp:6809"  | !cman
17:  +10ms  ludwig > all  BYTES 0300 ff22 $totem 00*40 frame.carrier="ethernet ip:17 udp:6809"  | !cman
18:  +10ms  ludwig > all  BYTES 0400 22ff $totem 00*40 frame.carrier="ethernet ip:17 udp:6809"  | !cman
19:  +10ms  ludwig > all  BYTES 0400 ff22 $totem 00*40 frame.carrier="ethernet ip:17 udp:6809"  | !cman
20:  +10ms  ludwig > all  BYTES 0500 22ff $totem 00*40 frame.carrier="ethernet ip:17 udp:6809"  | !cman
21:  +10ms  ludwig > all  BYTES 0500 ff22 $totem 00*40 frame.carrier="ethernet ip:17 udp:6809"  | !cman
