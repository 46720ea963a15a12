# Every kind of NISCA message, with its fields: channel control of all types and
# sizes, both transport headers with every combination of flags, and above them
# every PPC opcode, PPD type and SCS message.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
fields
only nisca.dx.dst nisca.dx.src nisca.dx.dst_id nisca.cc.authorize nisca.cc.extension nisca.cc.padding
only nisca.data nisca.scs.connect_data
# Which connection a message belongs to is the subject of other stories.
open nisca.circuit.start_frame nisca.channel.start_frame process

let m1 = minor=1
let m2 = minor=2
let m3 = minor=3
let m5 = minor=5
let m6 = minor=6
let solicit = flags=CC+OK_XMT+AUTHORIZE+6 authorize=0x44332211
let hello = flags=CC+OK_XMT
let ccstart = flags=CC+OK_XMT+AUTHORIZE+2 authorize=0x44332211
let verf = flags=CC+OK_XMT+AUTHORIZE+3 authorize=0x44332211
let vack = flags=CC+OK_XMT+AUTHORIZE+4 authorize=0x44332211
let bye = flags=CC+OK_XMT+AUTHORIZE+1 authorize=0x44332211
# The parts that later versions added; those that are sent to a channel have its number.
let v2 = + cc_service
let v2-solicit = + cc_service service=$4$DUA12:
let v3 = + cc_service + cc_channel chan_seq=0 transmit_time=start lan_hw_addr=02:00:00:00:11:22
let v3-solicit = + cc_service service=$4$DUA12: + cc_channel chan_seq=0 transmit_time=start lan_hw_addr=02:00:00:00:11:22
let v3-channel = + cc_service + cc_channel transmit_time=start lan_hw_addr=02:00:00:00:11:22
let v5 = + cc_service + cc_channel chan_seq=0 transmit_time=start lan_hw_addr=02:00:00:00:11:22 + cc_extension
let v5-solicit = + cc_service service=$4$DUA12: + cc_channel chan_seq=0 transmit_time=start lan_hw_addr=02:00:00:00:11:22 + cc_extension
let v5-channel = + cc_service + cc_channel transmit_time=start lan_hw_addr=02:00:00:00:11:22 + cc_extension
let password = nisca.cc.authorize=1122334400000000
let none = nisca.cc.authorize=0000000000000000
let extension = nisca.cc.extension=1f0064000000
let tr = group=4000 channel=2
let start = + start systemid=0x000500001c01 maxdg=577 maxmsg=217 swvers=V8.4 swincarn=start-1h hwtype=ALPH hwvers=0102030405060708090a0b0c nodename=ORION curtime=start
let scs = credit=3 dst_conid=0x30001 src_conid=0x50002
let appl = scs scs_type=10 credit=3 dst_conid=0x30001 src_conid=0x50002
let block = conid=0x11000001 rspid=0x12000002 blk_length=0x13000003 sname=0x14000004 soff=0x15000005 rname=0x16000006 roff=0x17000007
let confirmed = nisca.blk.conid=0x11000001 nisca.blk.rspid=0x12000002
# Both addresses of a frame, as the DX header has them.
let ANTLIA-all = nisca.dx.src=aa:00:04:00:01:14 nisca.dx.dst=ab:00:04:01:a0:10
let ANTLIA-PEER = nisca.dx.src=aa:00:04:00:01:14 nisca.dx.dst=aa:00:04:00:50:14 nisca.dx.dst_id=5200
let BOOTES-all = nisca.dx.src=aa:00:04:00:02:14 nisca.dx.dst=ab:00:04:01:a0:10
let BOOTES-PEER = nisca.dx.src=aa:00:04:00:02:14 nisca.dx.dst=aa:00:04:00:50:14 nisca.dx.dst_id=5200
let CETUS-all = nisca.dx.src=aa:00:04:00:03:14 nisca.dx.dst=ab:00:04:01:a0:10
let CETUS-PEER = nisca.dx.src=aa:00:04:00:03:14 nisca.dx.dst=aa:00:04:00:50:14 nisca.dx.dst_id=5200
let DRACO-all = nisca.dx.src=aa:00:04:00:05:14 nisca.dx.dst=ab:00:04:01:a0:10
let DRACO-PEER = nisca.dx.src=aa:00:04:00:05:14 nisca.dx.dst=aa:00:04:00:50:14 nisca.dx.dst_id=5200
let LYRA-all = nisca.dx.src=aa:00:04:00:06:14 nisca.dx.dst=ab:00:04:01:a0:10
let LYRA-PEER = nisca.dx.src=aa:00:04:00:06:14 nisca.dx.dst=aa:00:04:00:50:14 nisca.dx.dst_id=5200
let VEGA-PEER = nisca.dx.src=aa:00:04:00:14:14 nisca.dx.dst=aa:00:04:00:50:14 nisca.dx.dst_id=5200
let SEVENCH-PEER = nisca.dx.src=aa:00:04:00:15:14 nisca.dx.dst=aa:00:04:00:50:14 nisca.dx.dst_id=5200
let CRUX-all = nisca.dx.src=aa:00:04:00:16:14 nisca.dx.dst=ab:00:04:01:a0:10
let CRUX9-all = nisca.dx.src=aa:00:04:00:17:14 nisca.dx.dst=ab:00:04:01:a0:10
let PADDED-PEER = nisca.dx.src=aa:00:04:00:1e:14 nisca.dx.dst=aa:00:04:00:50:14 nisca.dx.dst_id=5200
let GEMINI-g1 = nisca.dx.src=aa:00:04:00:28:14 nisca.dx.dst=ab:00:04:01:01:01
let GEMINI-g257 = nisca.dx.src=aa:00:04:00:28:14 nisca.dx.dst=ab:00:04:01:01:02
let GEMINI-g61440 = nisca.dx.src=aa:00:04:00:28:14 nisca.dx.dst=ab:00:04:01:00:f1
let GEMINI-g65279 = nisca.dx.src=aa:00:04:00:28:14 nisca.dx.dst=ab:00:04:01:ff:ff
let GEMINI-g65300 = nisca.dx.src=aa:00:04:00:28:14 nisca.dx.dst=ab:00:04:01:14:00
let GEMINI-g17 = nisca.dx.src=aa:00:04:00:28:14 nisca.dx.dst=ab:00:04:01:11:01
let GEMINI-g65285 = nisca.dx.src=aa:00:04:00:28:14 nisca.dx.dst=ab:00:04:01:05:00
let GEMINI-all = nisca.dx.src=aa:00:04:00:28:14 nisca.dx.dst=ab:00:04:01:a0:10
let TAURUS-all = nisca.dx.src=aa:00:04:00:32:14 nisca.dx.dst=ab:00:04:01:a0:10
let A-B = nisca.dx.src=aa:00:04:00:01:1c nisca.dx.dst=aa:00:04:00:02:1c nisca.dx.dst_id=7170
let B-A = nisca.dx.src=aa:00:04:00:02:1c nisca.dx.dst=aa:00:04:00:01:1c nisca.dx.dst_id=7169
let OLD_A-OLD_B = nisca.dx.src=aa:00:04:00:01:18 nisca.dx.dst=aa:00:04:00:02:18 nisca.dx.dst_id=6146
let OLD_B-OLD_A = nisca.dx.src=aa:00:04:00:02:18 nisca.dx.dst=aa:00:04:00:01:18 nisca.dx.dst_id=6145

node ANTLIA   id=5121   ether=aa:00:04:00:01:14
node BOOTES   id=5122   ether=aa:00:04:00:02:14
node CETUS    id=5123   ether=aa:00:04:00:03:14
node DRACO    id=5125   ether=aa:00:04:00:05:14
node LYRA     id=5126   ether=aa:00:04:00:06:14
node VEGA     id=5140   ether=aa:00:04:00:14:14
node SEVENCH  id=5141   ether=aa:00:04:00:15:14
node CRUX     id=5142   ether=aa:00:04:00:16:14
node CRUX9    id=5143   ether=aa:00:04:00:17:14
node PADDED   id=5150   ether=aa:00:04:00:1e:14
node GEMINI   id=5160   ether=aa:00:04:00:28:14
node TAURUS   id=5170   ether=aa:00:04:00:32:14
node PEER     id=5200   ether=aa:00:04:00:50:14
# A and B have NISCA 1.4 or later, OLD_A and OLD_B 1.3.
node A        id=7169   ether=aa:00:04:00:01:1c
node B        id=7170   ether=aa:00:04:00:02:1c
node OLD_A    id=6145   ether=aa:00:04:00:01:18
node OLD_B    id=6146   ether=aa:00:04:00:02:18
# The address of a group; its id is the group + 256, in 16 bits.
node all      id=4256   ether=ab:00:04:01:a0:10
node g1       id=257    ether=ab:00:04:01:01:01
node g257     id=513    ether=ab:00:04:01:01:02
node g61440   id=61696  ether=ab:00:04:01:00:f1
node g65279   id=65535  ether=ab:00:04:01:ff:ff
node g65300   id=20     ether=ab:00:04:01:14:00
node g17      id=273    ether=ab:00:04:01:11:01
node g65285   id=5      ether=ab:00:04:01:05:00
node LAN8     ether=02:00:00:00:00:08
node LAN9     ether=02:00:00:00:00:09
node trigger  ether=01:4c:41:56:63:54
node enable   ether=01:4c:41:56:63:45

# --- Channel control: each type that has a name, in each version of the header.
# NISCA 1.1: 46 bytes.
1:   0      ANTLIA > all     CC-GROUP group=4000 $m1 $solicit  | $ANTLIA-all $password
2:   +10ms  ANTLIA > all     CC-GROUP group=4000 $m1 $hello  | $ANTLIA-all $none
3:   +10ms  ANTLIA > PEER    CC group=4000 $m1 $ccstart  | $ANTLIA-PEER $password
4:   +10ms  ANTLIA > PEER    CC group=4000 $m1 $verf  | $ANTLIA-PEER $password
5:   +10ms  ANTLIA > PEER    CC group=4000 $m1 $vack  | $ANTLIA-PEER $password
6:   +10ms  ANTLIA > all     CC-GROUP group=4000 $m1 $bye  | $ANTLIA-all $password bye
# NISCA 1.2: 62 bytes, with a service, which SOLICIT names.
7:   +10ms  BOOTES > all     CC-GROUP group=4000 $m2 $solicit $v2-solicit  | $BOOTES-all $password
8:   +10ms  BOOTES > all     CC-GROUP group=4000 $m2 $hello $v2  | $BOOTES-all $none
9:   +10ms  BOOTES > PEER    CC group=4000 $m2 $ccstart $v2  | $BOOTES-PEER $password
10:  +10ms  BOOTES > PEER    CC group=4000 $m2 $verf $v2  | $BOOTES-PEER $password
11:  +10ms  BOOTES > PEER    CC group=4000 $m2 $vack $v2  | $BOOTES-PEER $password
12:  +10ms  BOOTES > all     CC-GROUP group=4000 $m2 $bye $v2  | $BOOTES-all $password bye
# NISCA 1.3: 98 bytes, with the channel.  Blanks behind a name are not shown.
13:  +10ms  CETUS > all      CC-GROUP group=4000 $m3 $solicit nodename="CETUS " $v3-solicit  | $CETUS-all $password
14:  +10ms  CETUS > all      CC-GROUP group=4000 $m3 $hello nodename="CETUS " $v3  | $CETUS-all $none
15:  +10ms  CETUS > PEER     CC group=4000 $m3 $ccstart nodename="CETUS " $v3-channel  | $CETUS-PEER $password
16:  +10ms  CETUS > PEER     CC group=4000 $m3 $verf nodename="CETUS " $v3-channel  | $CETUS-PEER $password
17:  +10ms  CETUS > PEER     CC group=4000 $m3 $vack nodename="CETUS " $v3-channel  | $CETUS-PEER $password
18:  +10ms  CETUS > all      CC-GROUP group=4000 $m3 $bye nodename="CETUS " $v3  | $CETUS-all $password bye
# NISCA 1.5 and 1.6: 104 bytes.
19:  +10ms  DRACO > all      CC-GROUP group=4000 $m5 $solicit $v5-solicit  | $DRACO-all $password $extension
20:  +10ms  DRACO > all      CC-GROUP group=4000 $m5 $hello $v5  | $DRACO-all $none $extension
21:  +10ms  DRACO > PEER     CC group=4000 $m5 $ccstart $v5-channel  | $DRACO-PEER $password $extension
22:  +10ms  DRACO > PEER     CC group=4000 $m5 $verf $v5-channel  | $DRACO-PEER $password $extension
23:  +10ms  DRACO > PEER     CC group=4000 $m5 $vack $v5-channel  | $DRACO-PEER $password $extension
24:  +10ms  DRACO > all      CC-GROUP group=4000 $m5 $bye $v5  | $DRACO-all $password $extension bye
25:  +10ms  LYRA > all       CC-GROUP group=4000 $m6 $solicit $v5-solicit  | $LYRA-all $password $extension
26:  +10ms  LYRA > all       CC-GROUP group=4000 $m6 $hello $v5  | $LYRA-all $none $extension
27:  +10ms  LYRA > PEER      CC group=4000 $m6 $ccstart $v5-channel  | $LYRA-PEER $password $extension
28:  +10ms  LYRA > PEER      CC group=4000 $m6 $verf $v5-channel  | $LYRA-PEER $password $extension
29:  +10ms  LYRA > PEER      CC group=4000 $m6 $vack $v5-channel  | $LYRA-PEER $password $extension
30:  +10ms  LYRA > all       CC-GROUP group=4000 $m6 $bye $v5  | $LYRA-all $password $extension bye

# --- Types that have no name (6 is SOLICIT).
31:  +10ms  VEGA > PEER      CC group=4000 $m6 flags=CC+OK_XMT+5 $v5  | $VEGA-PEER $none $extension
32:  +10ms  VEGA > PEER      CC group=4000 $m6 flags=CC+OK_XMT+7 $v5  | $VEGA-PEER $none $extension
33:  +10ms  VEGA > PEER      CC group=4000 $m6 flags=CC+OK_XMT+8 $v5  | $VEGA-PEER $none $extension
34:  +10ms  VEGA > PEER      CC group=4000 $m6 flags=CC+OK_XMT+9 $v5  | $VEGA-PEER $none $extension
35:  +10ms  VEGA > PEER      CC group=4000 $m6 flags=CC+OK_XMT+10 $v5  | $VEGA-PEER $none $extension
36:  +10ms  VEGA > PEER      CC group=4000 $m6 flags=CC+OK_XMT+11 $v5  | $VEGA-PEER $none $extension
37:  +10ms  VEGA > PEER      CC group=4000 $m6 flags=CC+OK_XMT+12 $v5  | $VEGA-PEER $none $extension
38:  +10ms  VEGA > PEER      CC group=4000 $m6 flags=CC+OK_XMT+13 $v5  | $VEGA-PEER $none $extension
39:  +10ms  VEGA > PEER      CC group=4000 $m6 flags=CC+OK_XMT+14 $v5  | $VEGA-PEER $none $extension
40:  +10ms  VEGA > PEER      CC group=4000 $m6 flags=CC+OK_XMT+15 $v5  | $VEGA-PEER $none $extension

# --- Every field with a value of its own, unknown ones among them.
41: +10ms SEVENCH > PEER  CC group=4000 minor=6 flags=CC+NO_XMT+AUTHORIZE+4 authorize=0x44332211
       reason=7 maint=0x01020304 eco=0x0506 port_fcn=0x0a0b0c0d sta_info=0x12345678
       rst_port=02:00:00:00:33:44 pipe_quota=255 p_srv=6 r_srv=0x8001
       + cc_service service=FIFTEEN_LETTERS
       + cc_channel chan_seq=0x1234 bus_buffer=65535 transmit_time=start device_name="EW  "
         lan_hw_addr=02:00:00:00:11:22 device_type=200 node_hw_type=9
       + cc_extension extension=0x0102 extension2=0x0304 extension3=0x0506
           | $SEVENCH-PEER $password nisca.cc.extension=020104030605

# --- Headers that are not exactly what a version has.
# 1.4 is not known from any document; the size of 1.3 tells what is there.
42:  +10ms  CRUX > all       CC-GROUP group=4000 minor=4 $hello $v3  | $CRUX-all $none
# 1.9 has 8 bytes more than 1.5.
43:  +10ms  CRUX9 > all      CC-GROUP group=4000 minor=9 $hello $v5 c1c2c3c4c5c6c7c8
           | $CRUX9-all $none $extension nisca.data=c1c2c3c4c5c6c7c8

# --- A size test: VERF, then zeros.
44:  +10ms  PADDED > PEER    CC group=4000 $m5 $verf $v5 00*1380
           | $PADDED-PEER $password $extension nisca.cc.padding
45:  +10ms  PADDED > PEER    CC group=4000 $m3 $verf $v3 00*739  | $PADDED-PEER $password nisca.cc.padding
46:  +10ms  PADDED > PEER    CC group=4000 $m2 $verf $v2 00*36  | $PADDED-PEER $password nisca.cc.padding
# Seen once on a real LAN: bytes that are not zero between the zeros.  No document says
# whether they are padding or data.
47:  +10ms  PADDED > PEER    CC group=4000 $m5 $verf $v5 00*300 5a*55 00*270
           | $PADDED-PEER $password $extension ?nisca.cc.padding ?nisca.data

# --- Groups: the multicast address ends in the group + 256, in 16 bits.
48:  +10ms  GEMINI > g1      CC-GROUP group=1 $m5 $hello $v5  | $GEMINI-g1 $none $extension
49:  +10ms  GEMINI > g257    CC-GROUP group=257 $m5 $hello $v5  | $GEMINI-g257 $none $extension
50:  +10ms  GEMINI > g61440  CC-GROUP group=61440 $m5 $hello $v5  | $GEMINI-g61440 $none $extension
51:  +10ms  GEMINI > g65279  CC-GROUP group=65279 $m5 $hello $v5  | $GEMINI-g65279 $none $extension
# From 65280 on the sum does not fit; such a pair is not judged.
52:  +10ms  GEMINI > g65300  CC-GROUP group=65300 $m5 $hello $v5  | $GEMINI-g65300 $none $extension
53:  +10ms  GEMINI > g17     CC-GROUP group=65535 $m5 $hello $v5  | $GEMINI-g17 $none $extension
# The second HELLO of this group.
54:  +10ms  GEMINI > g1      CC-GROUP group=257 $m5 $hello $v5
           | $GEMINI-g1 $none $extension nisca.multicast_group_mismatch hello_previous=@49 hello_delta=50ms
# AB-00-04-01-05-00, as if the last bytes were the group itself.
55:  +10ms  GEMINI > g65285  CC-GROUP group=5 $m5 $hello $v5
           | $GEMINI-g65285 $none $extension nisca.multicast_group_mismatch
56:  +10ms  GEMINI > all     CC-GROUP group=4001 $m5 $hello $v5
           | $GEMINI-all $none $extension nisca.multicast_group_mismatch

# --- A frame that is longer than Length says, for no reason of Ethernet's.
57:  +10ms  TAURUS > all     CC-GROUP group=4000 $m3 $hello $v3 eth.trailer=e1e2e3
           | $TAURUS-all $none eth.trailer=e1e2e3

# --- "OpenVMS Cluster Systems", appendix F: one analyzer starts the others.
58:  +10ms  LAN9 > trigger   ANALYZER text="Distributed trigger for troubleshooting the Local Area VMScluster Protocol: NISCA"
59:  +10ms  LAN9 > enable    ANALYZER text="Distributed enable for troubleshooting the Local Area VMScluster Protocol: NISCA"
60:  +10ms  LAN9 > LAN8      ANALYZER text="Distributed trigger, sent to one analyzer only, for tests"
61:  +10ms  LAN9 > trigger   ANALYZER text="Any other text of an analyzer, long enough for Ethernet"

# --- The transport.  A circuit is made; all from A, which is odd but keeps the capture simple.
62:  +10ms  A > B            DATAGRAM $tr ack=0 seq=1 ppd_type=0 $start  | $A-B
63:  +10ms  A > B            DATAGRAM $tr ack=0 seq=1 ppd_type=1 $start  | $A-B
64:  +10ms  A > B            DATAGRAM $tr ack=0 seq=1 ppd_type=2  | $A-B
65:  +10ms  B > A            TR $tr flags=CTL+ACK ack=0x21234 seq=0x35678  | $B-A
# Messages with data, with RSVP, and a retransmission: no acknowledgment came at all, so nobody
# knows why.
66:  +10ms  A > B            TR $tr flags=CTL+DATA+SEQ+ACK ack=0x10001 seq=1 + ppd + $appl a1a2
           | $A-B nisca.data=a1a2
67:  +10ms  A > B            TR $tr flags=CTL+DATA+SEQ+ACK+RSVP ack=0x10001 seq=2 + ppd + $appl a1a2
           | $A-B nisca.data=a1a2
68:  +10ms  A > B            TR $tr flags=CTL+DATA+SEQ+ACK+RSVP+REXMT ack=0x10001 seq=2 + ppd + $appl a1a2
           | $A-B nisca.data=a1a2 retransmission rexmt_of=@67 rexmt_delta=10ms
# The header of NISCA 1.3: numbers of 16 bits.  This node has the name that A has said.
69:  +10ms  OLD_A > OLD_B    DATAGRAM-1.3 $tr ack=0 seq=1 ppd_type=0 $start  | $OLD_A-OLD_B identity_conflict
70:  +10ms  OLD_A > OLD_B    DATAGRAM-1.3 $tr ack=0 seq=1 ppd_type=1 $start  | $OLD_A-OLD_B identity_conflict
71:  +10ms  OLD_A > OLD_B    DATAGRAM-1.3 $tr ack=0 seq=1 ppd_type=2  | $OLD_A-OLD_B
72:  +10ms  OLD_B > OLD_A    TR-1.3 $tr flags=ACK ack=0x1234 seq=0x5678  | $OLD_B-OLD_A
73:  +10ms  OLD_A > OLD_B    TR-1.3 $tr flags=DATA+SEQ+ACK ack=1 seq=1 + ppd + $appl a1a2
           | $OLD_A-OLD_B nisca.data=a1a2 acked_in=@76
74:  +10ms  OLD_A > OLD_B    TR-1.3 $tr flags=DATA+SEQ+ACK+RSVP ack=1 seq=2 + ppd + $appl a1a2
           | $OLD_A-OLD_B nisca.data=a1a2 acked_in=@76
75:  +10ms  OLD_A > OLD_B    TR-1.3 $tr flags=DATA+SEQ+ACK+RSVP+REXMT ack=1 seq=2 + ppd + $appl a1a2
           | $OLD_A-OLD_B nisca.data=a1a2 retransmission rexmt_of=@74 rexmt_delta=10ms rexmt_cause=1 acked_in=@76

# --- An extended header that lacks one of its marks (CTL, 18, 25 bytes) is a classic one; what
# --- follows is data that nobody knows.  The first acknowledges more than the capture has; the
# second may be for any of these, and says nothing of the copies of 2.
76:  +10ms  OLD_B > OLD_A    TR-1.3 $tr flags=CTL+ACK ack=0x1234 seq=0x5678 pad_data_len=17 00341202007856030034120200010000
           | $OLD_B-OLD_A nisca.data=00341202007856030034120200010000 ack_unseen rsvp_delay=20ms
77:  +10ms  OLD_B > OLD_A    TR-1.3 $tr flags=ACK ack=0x1234 seq=0x5678 00341202007856030034120200010000
           | $OLD_B-OLD_A nisca.data=00341202007856030034120200010000
78:  +10ms  OLD_B > OLD_A    TR-1.3 $tr flags=CTL+ACK ack=0x1234 seq=0x5678 003412020078560300341202000100
           | $OLD_B-OLD_A nisca.data=003412020078560300341202000100

# --- Headers alone, with other flags.
79:  +10ms  B > A            TR $tr flags=CTL+NAK ack=0x21234 seq=0x35678  | $B-A
80:  +10ms  OLD_B > OLD_A    TR-1.3 $tr flags=NAK ack=0x1234 seq=0x5678  | $OLD_B-OLD_A
81:  +10ms  OLD_B > OLD_A    TR-1.3 $tr flags=0 ack=0x1234 seq=0x5678  | $OLD_B-OLD_A

# --- SCS messages.
82:  +10ms  A > B            CONNECT_REQ $tr ack=1 seq=3 credit=3 src_conid=0x30001 min_credit=4 status=1 dst_process=SCA$TRANSPORT src_process=SIXTEEN_LETTERS_ data=0123456789abcdef
           | $A-B nisca.scs.connect_data=30313233343536373839616263646566
83:  +10ms  A > B            ACCEPT_REQ $tr ack=1 seq=4 $scs min_credit=4 status=1 dst_process=SCA$TRANSPORT src_process=SIXTEEN_LETTERS_ data=0123456789abcdef
           | $A-B nisca.scs.connect_data=30313233343536373839616263646566
84:  +10ms  A > B            SCS $tr ack=1 seq=5 scs_type=10 $scs a1a2a3a4a5a6  | $A-B nisca.data=a1a2a3a4a5a6
85:  +10ms  A > B            DATAGRAM $tr ack=0 seq=6 ppd_type=3 + scs scs_type=11 $scs a1a2a3a4a5a6
           | $A-B nisca.data=a1a2a3a4a5a6
86:  +10ms  A > B            SCS $tr ack=1 seq=6 scs_type=10 $scs  | $A-B
87:  +10ms  A > B            SCS $tr ack=1 seq=7 scs_type=8 $scs  | $A-B
88:  +10ms  A > B            SCS $tr ack=1 seq=8 scs_type=9 $scs  | $A-B
# Statuses: 1 is success.
89:  +10ms  A > B            CONNECT_RSP $tr ack=1 seq=9 $scs left_over=SCA$  | $A-B
90:  +10ms  A > B            ACCEPT_RSP $tr ack=1 seq=10 $scs  | $A-B
# What the documents say of the others, and one that none knows.
91:  +10ms  A > B            CONNECT_RSP $tr ack=1 seq=11 $scs status=10 left_over=SCA$  | $A-B rejected
92:  +10ms  A > B            CONNECT_RSP $tr ack=1 seq=12 $scs status=18 left_over=SCA$  | $A-B rejected
93:  +10ms  A > B            CONNECT_RSP $tr ack=1 seq=13 $scs status=25 left_over=SCA$  | $A-B rejected
94:  +10ms  A > B            CONNECT_RSP $tr ack=1 seq=14 $scs status=26 left_over=SCA$  | $A-B rejected
95:  +10ms  A > B            CONNECT_RSP $tr ack=1 seq=15 $scs status=33 left_over=SCA$  | $A-B rejected
96:  +10ms  A > B            CONNECT_RSP $tr ack=1 seq=16 $scs status=41 left_over=SCA$  | $A-B rejected
97:  +10ms  A > B            CONNECT_RSP $tr ack=1 seq=17 $scs status=42 left_over=SCA$  | $A-B rejected
98:  +10ms  A > B            CONNECT_RSP $tr ack=1 seq=18 $scs status=77 left_over=SCA$  | $A-B rejected
99:  +10ms  A > B            ACCEPT_RSP $tr ack=1 seq=19 $scs status=18  | $A-B rejected
100: +10ms  A > B            REJECT_REQ $tr ack=1 seq=20 $scs status=10  | $A-B rejected
101: +10ms  A > B            REJECT_RSP $tr ack=1 seq=21 $scs  | $A-B
# The reason of a disconnect.
102: +10ms  A > B            DISCONNECT_REQ $tr ack=1 seq=22 $scs status=0  | $A-B disconnect
103: +10ms  A > B            DISCONNECT_REQ $tr ack=1 seq=23 $scs status=1  | $A-B disconnect
104: +10ms  A > B            DISCONNECT_RSP $tr ack=1 seq=24 $scs  | $A-B
# Types that nobody knows.
105: +10ms  A > B            SCS $tr ack=1 seq=25 scs_type=12 $scs a1a2a3a4a5a6  | $A-B nisca.data=a1a2a3a4a5a6
106: +10ms  A > B            SCS $tr ack=1 seq=26 scs_type=500 $scs a1a2a3a4a5a6  | $A-B nisca.data=a1a2a3a4a5a6

# --- Block transfers; 7 to 10 are requests, which have no data.
107: +10ms  A > B            BLOCK $tr ack=1 seq=27 opcode=3 $block b1b2b3b4b5  | $A-B nisca.data=b1b2b3b4b5
108: +10ms  A > B            BLOCK $tr ack=1 seq=28 opcode=4 $block b1b2b3b4b5  | $A-B nisca.data=b1b2b3b4b5
109: +10ms  A > B            BLOCK $tr ack=1 seq=29 opcode=5 $block b1b2b3b4b5  | $A-B nisca.data=b1b2b3b4b5
110: +10ms  A > B            BLOCK $tr ack=1 seq=30 opcode=7 $block  | $A-B
111: +10ms  A > B            BLOCK $tr ack=1 seq=31 opcode=8 $block  | $A-B
112: +10ms  A > B            BLOCK $tr ack=1 seq=32 opcode=9 $block  | $A-B
113: +10ms  A > B            BLOCK $tr ack=1 seq=33 opcode=10 $block  | $A-B
114: +10ms  A > B            BLOCK $tr ack=1 seq=34 opcode=11 $block b1b2b3b4b5  | $A-B nisca.data=b1b2b3b4b5
115: +10ms  A > B            BLOCK $tr ack=1 seq=35 opcode=12 $block b1b2b3b4b5  | $A-B nisca.data=b1b2b3b4b5
116: +10ms  A > B            BLOCK $tr ack=1 seq=36 opcode=13 $block b1b2b3b4b5  | $A-B nisca.data=b1b2b3b4b5
# Confirmations: the connection and the request only.
117: +10ms  A > B            PPC $tr ack=1 seq=37 opcode=14 0100001102000012  | $A-B $confirmed
118: +10ms  A > B            PPC $tr ack=1 seq=38 opcode=15 0100001102000012  | $A-B $confirmed
119: +10ms  A > B            PPC $tr ack=1 seq=39 opcode=22 0100001102000012  | $A-B $confirmed
# A message, then a descriptor and the last data of its transfer.
120: +10ms  A > B            SCS $tr ack=1 seq=40 opcode=20 ppd_length=rest-33 scs_type=10 credit=1 dst_conid=0x30001 src_conid=0x50002 a1a2a3a4 + block $block b1b2b3b4b5
           | $A-B nisca.data=a1a2a3a4 nisca.data=b1b2b3b4b5
121: +10ms  A > B            SCS $tr ack=1 seq=41 opcode=21 ppd_length=rest-33 scs_type=10 credit=1 dst_conid=0x30001 src_conid=0x50002 a1a2a3a4 + block $block b1b2b3b4b5
           | $A-B nisca.data=a1a2a3a4 nisca.data=b1b2b3b4b5
# Opcodes without a known layout.
122: +10ms  A > B            PPC $tr ack=1 seq=42 opcode=1 d1d2d3d4d5d6d7  | $A-B nisca.data=d1d2d3d4d5d6d7
123: +10ms  A > B            PPC $tr ack=1 seq=43 opcode=6 d1d2d3d4d5d6d7  | $A-B nisca.data=d1d2d3d4d5d6d7
124: +10ms  A > B            PPC $tr ack=1 seq=44 opcode=16 d1d2d3d4d5d6d7  | $A-B nisca.data=d1d2d3d4d5d6d7
125: +10ms  A > B            PPC $tr ack=1 seq=45 opcode=17 d1d2d3d4d5d6d7  | $A-B nisca.data=d1d2d3d4d5d6d7
126: +10ms  A > B            PPC $tr ack=1 seq=46 opcode=18 d1d2d3d4d5d6d7  | $A-B nisca.data=d1d2d3d4d5d6d7
127: +10ms  A > B            PPC $tr ack=1 seq=47 opcode=19 d1d2d3d4d5d6d7  | $A-B nisca.data=d1d2d3d4d5d6d7
128: +10ms  A > B            PPC $tr ack=1 seq=48 opcode=23 d1d2d3d4d5d6d7  | $A-B nisca.data=d1d2d3d4d5d6d7
129: +10ms  A > B            PPC $tr ack=1 seq=49 opcode=200 d1d2d3d4d5d6d7  | $A-B nisca.data=d1d2d3d4d5d6d7

# --- PPD types without a layout of their own: an error log, a node stop, and two that nobody knows.
130: +10ms  A > B            DATAGRAM $tr ack=0 seq=50 ppd_type=5 f1f2f3f4f5  | $A-B nisca.data=f1f2f3f4f5
131: +10ms  A > B            DATAGRAM $tr ack=0 seq=50 ppd_type=6 f1f2f3f4f5  | $A-B nisca.data=f1f2f3f4f5
132: +10ms  A > B            DATAGRAM $tr ack=0 seq=50 ppd_type=7 f1f2f3f4f5  | $A-B nisca.data=f1f2f3f4f5
133: +10ms  A > B            DATAGRAM $tr ack=0 seq=50 ppd_type=300 f1f2f3f4f5  | $A-B nisca.data=f1f2f3f4f5

# --- Bytes after the message that its PPD length does not cover: a checksum?
134: +10ms  A > B            SCS $tr ack=1 seq=50 scs_type=10 ppd_length=rest-4 $scs a1a2 c1c2c3c4
           | $A-B nisca.data=a1a2 nisca.data=c1c2c3c4
