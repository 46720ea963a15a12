# Every kind of cman message, with its fields; bytes that a sender leaves as they
# were are filled with something that looks like data.  tests/test_cman_cut.py cuts
# them at every length.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
# What was heard of a node before its death is the subject of other stories.
open cman.death.last_heard cman.death.silence cman.death.heard cman.transition.missing
carrier pad:60 ethernet ip:17 udp:6809
fields
only cman.payload cman.trailer _ws.short
# These messages make no conversation; other stories judge how they follow each other.
open src_name tgt_name cman.transition.number cman.transition.master cman.transition.start_frame
open cman.transition.restarts cman.transition.end_frame cman.transition.restarted cman.transition.duration
open seq_gap out_of_sequence join_seq cman.barrier.waiting cman.analysis.duplicate cman.analysis.duplicate_of
open cman.analysis.duplicate_count hello_delta
let alpha = cluster=3169 votes=2 stale:a5
let ip6 = frame.carrier="ethernet ip6:17 udp:6809" ip.ttl=1
let barrier = unused=4922 nodes=0x1fb317f0 stale:a5
let trans = votes=3 expected=7 generation=0x01020304 nodeid=3
let stale = 02000003f017b31f4900ffff

node ludwig  id=1 cluster=6463 ether=02:00:00:00:00:01 ip=192.0.2.1 ip6=2001:db8::1
node all     ether=ff:ff:ff:ff:ff:ff ip=192.0.2.255 ip6=ff02::1

# --- Port 0: acknowledgments, listening ports, barriers.
1:   0      ludwig > all  ACKNOWLEDGE ack=65535 srcid=2 remport=2
# Nobody listens.
2:   +10ms  ludwig > all  ACKNOWLEDGE ack=65535 srcid=2 remport=11 NOLISTENER
# A big-endian machine forgets to swap the flag word.
3:   +10ms  ludwig > all  ACKNOWLEDGE ack=65535 srcid=2 flags=0x100
4:   +10ms  ludwig > all  LISTENREQ tgtid=2 tag=0x1234
5:   +10ms  ludwig > all  LISTENRESP tgtid=2 listening=1 tag=0x1234
6:   +10ms  ludwig > all  LISTENRESP flags=0 tgtid=2 tag=0x1234
7:   +10ms  ludwig > all  PORTCLOSED srcid=3
# A name with its NUL; what was there before lies behind it.
8:   +10ms  ludwig > all  BARRIER subcmd=REGISTER bflags=0x1f $barrier name=TRANSITION.4294967295
9:   +10ms  ludwig > all  BARRIER subcmd=CHANGE bflags=1 $barrier name="my barrier"
10:  +10ms  ludwig > all  BARRIER subcmd=WAIT bflags=0x169 $barrier name=sm.16777218.3.77.3
11:  +10ms  ludwig > all  BARRIER subcmd=COMPLETE bflags=0 $barrier name=sm.33554435.1.RECOV.2
# The longest name leaves room for its NUL only.
12:  +10ms  ludwig > all  BARRIER subcmd=WAIT bflags=0 $barrier name=abcdefghijklmnopqrstuvwxyz012345
# Commands that nobody knows.
13:  +10ms  ludwig > all  INTERNAL cmd=6 tgtid=2  | unknown_command
14:  +10ms  ludwig > all  INTERNAL cmd=0 tgtid=2  | unknown_command
# Bytes behind a message belong to nobody.
15:  +10ms  ludwig > all  BARRIER subcmd=WAIT bflags=0x169 $barrier name=sm.16777218.3.77.3 cafe
           | cman.trailer=cafe

# --- Other ports: an unassigned one, SLM, a service of users, programs.
16:  +10ms  ludwig > all  DATA tgtport=3 NOSIGNAL tgtid=2 010203  | cman.payload=010203
17:  +10ms  ludwig > all  DATA tgtport=12 NOSIGNAL tgtid=2 0102030405060708  | cman.payload=0102030405060708
18:  +10ms  ludwig > all  DATA tgtport=13 NOSIGNAL tgtid=2 ff  | cman.payload=ff
19:  +10ms  ludwig > all  DATA tgtport=200 NOSIGNAL tgtid=2 00112233445566778899aabbccddeeff
           | cman.payload=00112233445566778899aabbccddeeff
20:  +10ms  ludwig > all  DATA tgtport=255 MULTICAST
# A program's port may send to any port: the target decides what the message is.
21:  +10ms  ludwig > all  DATA srcport=1 seq=65535 ack=1 tgtid=2 04020300040000  | cman.payload=04020300040000

# --- Port 1: joining.
22:  +10ms  ludwig > all  JOINREQ-START seq=18 $alpha nodeid=3 + address ip=192.0.2.3 + name name=mark | second_cluster
# Several addresses.
23:  +10ms  ludwig > all  JOINREQ-START $alpha nodeid=0 num_addrs=3 + address ip=192.0.2.3 + address ip=192.0.2.4 + address ip=192.0.2.5 + name name=mark.example.com
# IPv6.
24:  +10ms  ludwig > all  JOINREQ-START $alpha nodeid=0 num_addrs=2 addr_len=28 $ip6 + address6 ip6=2001:db8::3 + address6 ip6=2001:db8::4 + name name=mark
# A big-endian node writes the family and the scope in its own order.
25:  +10ms  ludwig > all  JOINREQ-START $alpha nodeid=4096 + address-be ip=192.0.2.3 + name name=mark
26:  +10ms  ludwig > all  JOINREQ-START $alpha addr_len=28 + address6-be ip6=2001:db8::3 + name name=mark
# A cluster name of 16 characters has no NUL.
27:  +10ms  ludwig > all  JOINREQ-START cluster=1209 votes=2 cluster_name=cluster-sixteen! stale:a5 nodeid=3 + address ip=192.0.2.3 + name name=mark | second_cluster
# alpha gives 3169.
28:  +10ms  ludwig > all  JOINREQ-START $alpha cluster=3168 nodeid=3 + address ip=192.0.2.3 + name name=mark
           | cluster_name_mismatch
           | second_cluster
29:  +10ms  ludwig > all  JOINACK srcid=2
30:  +10ms  ludwig > all  JOINACK srcid=2 type=2  | joinack_nak
31:  +10ms  ludwig > all  JOINACK srcid=2 type=3

# --- Port 1: views.
32:  +10ms  ludwig > all  MASTERVIEW flags=MULTICAST view_flags=FIRST + member name=johann num_addrs=2 + address ip=192.0.2.2 + address ip=192.0.2.12 + votes expected=3 nodeid=2 + member name=mark state=DEAD + address-be ip=192.0.2.3 + votes votes=255 expected=4294967295 nodeid=3
33:  +10ms  ludwig > all  MASTERVIEW flags=MULTICAST view_flags=0 + member name=no-address state=JOINING num_addrs=0 + votes votes=0 expected=0 nodeid=4
34:  +10ms  ludwig > all  MASTERVIEW view_flags=LAST $ip6 + member name=ludwig + address6 + votes expected=3 nodeid=1
35:  +10ms  ludwig > all  JOINCONF + member name=ludwig + address6-be + votes expected=3 nodeid=1
36:  +10ms  ludwig > all  VIEWACK srcid=2 tgtid=1
37:  +10ms  ludwig > all  VIEWACK srcid=2 tgtid=1 result=0  | viewack_nak
38:  +10ms  ludwig > all  CONFACK srcid=0

# --- Port 1: transitions, for every reason and with several reasons of leaving.
39:  +10ms  ludwig > all  STARTTRANS why=NEWNODE $trans num_addrs=2 + address ip=192.0.2.3 + address ip=192.0.2.13 + name name=mark
40:  +10ms  ludwig > all  STARTTRANS why=NEWNODE $trans num_addrs=1 + address6 ip6=2001:db8::3 + name name=mark
41:  +10ms  ludwig > all  STARTTRANS why=REMNODE leave=FORCE+3 $trans
42:  +10ms  ludwig > all  STARTTRANS why=ANOTHERREMNODE leave=7 $trans
43:  +10ms  ludwig > all  STARTTRANS why=NEWMASTER leave=0 $trans
44:  +10ms  ludwig > all  STARTTRANS why=CHECK leave=5 $trans
45:  +10ms  ludwig > all  STARTTRANS why=RESTART leave=0 $trans
46:  +10ms  ludwig > all  STARTTRANS why=DEADMASTER leave=6 $trans
47:  +10ms  ludwig > all  NOMINATE tgtid=2 leave=6 $trans
48:  +10ms  ludwig > all  NOMINATE tgtid=2 why=NEWNODE $trans num_addrs=1 + address-be ip=192.0.2.3 + name name=mark
49:  +10ms  ludwig > all  STARTACK srcid=2 tgtid=1 generation=0x01020304
50:  +10ms  ludwig > all  ENDTRANS unused=02abcd total_votes=4 generation=0x01020305 nodeid=5

# --- Port 1: the rest.
51:  +10ms  ludwig > all  HELLO members=300 generation=4000000000
# Inquorate.
52:  +10ms  ludwig > all  HELLO hello_flags=0 members=300 generation=4000000000  | inquorate
# To the master.
53:  +10ms  ludwig > all  HELLO flags=0 tgtid=2 hello_flags=MASTER+QUORATE members=300 generation=4000000000
54:  +10ms  ludwig > all  LEAVE srcid=3 tgtid=1 reason=FORCE+3  | leave
55:  +10ms  ludwig > all  LEAVE srcid=3 tgtid=1  | leave
56:  +10ms  ludwig > all  NODEDOWN reason=FORCE+7 nodeid=3  | nodedown
57:  +10ms  ludwig > all  KILL flags=0 tgtid=3  | kill
58:  +10ms  ludwig > all  RECONFIG param=1 value=9
59:  +10ms  ludwig > all  RECONFIG param=2 value=0
60:  +10ms  ludwig > all  RECONFIG param=3 value=0x12345678
61:  +10ms  ludwig > all  NEWCLUSTER srcid=0 value=0xc01d2f04

# --- Flags and ids.
62:  +10ms  ludwig > all  CONFACK flags=NOACK+QUEUE+MULTICAST+ALLINT+REPLYEXP+BCASTSELF+COMPAT+MSG srcid=2147483647 tgtid=-1
# A bit that has no name.
63:  +10ms  ludwig > all  CONFACK flags=0x40000+NOSIGNAL srcid=-2147483647 tgtid=2147483647

# --- Commands that no document describes, and unknown ones.
64:  +10ms  ludwig > all  JOINREJ 0102030405  | cman.payload=0102030405
65:  +10ms  ludwig > all  TRANSITION aabbcc  | cman.payload=aabbcc
66:  +10ms  ludwig > all  MEMBERSHIP cmd=19 tgtid=2  | unknown_command
67:  +10ms  ludwig > all  MEMBERSHIP cmd=0 tgtid=2  | unknown_command

# --- Bytes behind a message.
68:  +10ms  ludwig > all  HELLO members=300 generation=4000000000 deadbeef  | cman.trailer=deadbeef
69:  +10ms  ludwig > all  KILL flags=0 tgtid=3 01  | kill cman.trailer=01
70:  +10ms  ludwig > all  STARTTRANS leave=6 $trans 00  | cman.trailer=00
71:  +10ms  ludwig > all  JOINREQ-START $alpha nodeid=3 + address ip=192.0.2.3 + name name=mark 1234
           | cman.trailer=1234

# --- Port 2: services.
72:  +10ms  ludwig > all  SERVICE type=1 MULTICAST event=0x102 sgid=0 level=0 length=7 + service_name name=default
73:  +10ms  ludwig > all  SERVICE type=1 MULTICAST event=0x102 sgid=0 level=2 length=33 + service_name name=abcdefghijklmnopqrstuvwxyz0123456
# Positive, negative, wait.
74:  +10ms  ludwig > all  SERVICE type=2 status=1 event=0x102 tgtid=2 lastid=7 level=1
75:  +10ms  ludwig > all  SERVICE type=2 status=2 event=0x102 tgtid=2 sgid=0 lastid=7 level=0
76:  +10ms  ludwig > all  SERVICE type=2 status=3 event=0x102 tgtid=2 sgid=0 level=0
77:  +10ms  ludwig > all  SERVICE type=3 status=0 event=0x102 tgtid=2 level=1 length=4 + member_count
# The rest of such a reply was never set by its sender.
78:  +10ms  ludwig > all  SERVICE-STALE type=4 status=1 event=0x102 tgtid=2 $stale
79:  +10ms  ludwig > all  SERVICE type=5 status=0 event=0x102 tgtid=2 sgid=0x02000003 level=2
80:  +10ms  ludwig > all  SERVICE type=6 status=0 event=0xffff tgtid=2 sgid=0x03000004 level=3
81:  +10ms  ludwig > all  SERVICE-STALE type=7 status=2 event=0xffff tgtid=2 $stale
82:  +10ms  ludwig > all  SERVICE type=8 status=0 event=1 tgtid=2 sgid=1 level=0
83:  +10ms  ludwig > all  SERVICE-STALE type=9 status=1 event=1 tgtid=2 $stale
84:  +10ms  ludwig > all  SERVICE type=10 status=0 event=1 tgtid=2 sgid=0xff000001 level=0
85:  +10ms  ludwig > all  SERVICE-STALE type=11 status=1 event=1 tgtid=2 $stale
86:  +10ms  ludwig > all  SERVICE type=12 status=0 event=0 tgtid=2 level=1
# Bytes behind a message.
87:  +10ms  ludwig > all  SERVICE type=1 MULTICAST event=0x102 sgid=0 level=0 length=7 + service_name name=default + nothing 6162
           | cman.trailer=6162
88:  +10ms  ludwig > all  SERVICE-STALE type=4 status=1 event=0x102 tgtid=2 $stale 00  | cman.trailer=00
