# The cluster hangs for ten seconds now and then.  VAX1 and VAX2 have two LANs.  On the second
# one a switch drops frames above 1,000 bytes: small VERFs are answered, padded ones of 1500
# and 1069 bytes are not, 853 are.  Two messages of 1,300 bytes that VAX1 sends over it are
# lost, sent again over it 3 s and 6 s later, and arrive over the first LAN after 9.9 s.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
node VAX1 id=1025 ether=02:00:00:04:10:01 ether2=02:00:00:04:11:01
node VAX2 id=1026 ether=02:00:00:04:10:02 ether2=02:00:00:04:11:02
node all ether=ab:00:04:01:01:01
let one = device_name=EWA
let two = device_name=EWB eth.src=from.ether2
let lan2 = eth.src=from.ether2 eth.dst=to.ether2
let pair2 = device_name=EWB eth.src=from.ether2 eth.dst=to.ether2
# What HELLOs, handshakes and verdicts say is told by other stories.
open nisca.analysis.hello_previous nisca.analysis.hello_delta nisca.channel.no_vack
open nisca.channel.start_frame nisca.channel.verf_frame nisca.channel.vack_frame
open nisca.channel.setup_time nisca.circuit.start_frame nisca.analysis.rexmt_cause
open nisca.analysis.acks_frame nisca.analysis.ack_rtt nisca.analysis.acked_in
open nisca.analysis.rsvp_delay nisca.analysis.rsvp_late

1:   0.0000   VAX1 > all   HELLO $one
2:   0.3000   VAX1 > all   HELLO $two
3:   0.6000   VAX2 > all   HELLO $one
4:   0.9000   VAX2 > all   HELLO $two
5:   1.0000   VAX1 > VAX2  CCSTART $one
6:   1.0003   VAX2 > VAX1  VERF $one
7:   1.0010   VAX1 > VAX2  VACK $one
8:   1.2000   VAX1 > VAX2  CCSTART $pair2
9:   1.2003   VAX2 > VAX1  VERF $pair2
10:  1.2010   VAX1 > VAX2  VACK $pair2
11:  2.0000   VAX1 > VAX2  START
12:  2.0003   VAX2 > VAX1  STACK
13:  2.0006   VAX1 > VAX2  STARTED
14:  3.0000   VAX1 > all   HELLO $one
15:  3.0500   VAX1 > VAX2  APPL seq=1 ack=0
16:  3.0508   VAX2 > VAX1  ACK ack=1
17:  3.3000   VAX1 > all   HELLO $two
18:  3.6000   VAX2 > all   HELLO $one
19:  3.9000   VAX2 > all   HELLO $two
20:  4.1000   VAX1 > VAX2  VERF $pair2 00*1380
21:  5.0500   VAX1 > VAX2  APPL seq=2 ack=0
22:  5.0508   VAX2 > VAX1  ACK ack=2
23:  5.2000   VAX1 > VAX2  VERF $pair2
24:  5.2003   VAX2 > VAX1  VACK $pair2
25:  5.6000   VAX1 > VAX2  VERF $pair2 00*1380
26:  6.0000   VAX1 > all   HELLO $one
27:  6.3000   VAX1 > all   HELLO $two
28:  6.6000   VAX2 > all   HELLO $one
29:  6.9000   VAX2 > all   HELLO $two
30:  7.0500   VAX1 > VAX2  APPL seq=3 ack=0
31:  7.0508   VAX2 > VAX1  ACK ack=3
32:  7.1000   VAX1 > VAX2  VERF $pair2 00*1380
33:  8.2000   VAX1 > VAX2  VERF $pair2
34:  8.2003   VAX2 > VAX1  VACK $pair2
35:  8.6000   VAX1 > VAX2  VERF $pair2 00*1380
36:  9.0000   VAX1 > all   HELLO $one
37:  9.0500   VAX1 > VAX2  APPL seq=4 ack=0
38:  9.0508   VAX2 > VAX1  ACK ack=4
39:  9.3000   VAX1 > all   HELLO $two
40:  9.6000   VAX2 > all   HELLO $one
41:  9.9000   VAX2 > all   HELLO $two
42:  10.1000  VAX1 > VAX2  VERF $pair2 00*949
43:  11.0500  VAX1 > VAX2  APPL seq=5 ack=0
44:  11.0508  VAX2 > VAX1  ACK ack=5
45:  11.2000  VAX1 > VAX2  VERF $pair2
46:  11.2003  VAX2 > VAX1  VACK $pair2
47:  11.6000  VAX1 > VAX2  VERF $pair2 00*949
48:  12.0000  VAX1 > all   HELLO $one
49:  12.3000  VAX1 > all   HELLO $two
50:  12.6000  VAX2 > all   HELLO $one
51:  12.9000  VAX2 > all   HELLO $two
52:  13.0500  VAX1 > VAX2  APPL seq=6 ack=0
53:  13.0508  VAX2 > VAX1  ACK ack=6
54:  13.1000  VAX1 > VAX2  VERF $pair2 00*949
55:  14.2000  VAX1 > VAX2  VERF $pair2
56:  14.2003  VAX2 > VAX1  VACK $pair2
57:  14.6000  VAX1 > VAX2  VERF $pair2 00*949
58:  15.0000  VAX1 > all   HELLO $one
59:  15.3000  VAX1 > all   HELLO $two
60:  15.6000  VAX2 > all   HELLO $one
61:  15.9000  VAX2 > all   HELLO $two
62:  16.1000  VAX1 > VAX2  VERF $pair2 00*733
63:  16.1003  VAX2 > VAX1  VACK $pair2                                   | big_lost cluster.event="The path from VAX1 (EWB) to VAX2 (EWB) loses big packets: test packets (VERF) of 853 bytes are answered, of 1069 not (8 since frame 20)"
64:  18.0000  VAX1 > all   HELLO $one
65:  18.0200  VAX1 > VAX2  APPL seq=7 ack=0 $lan2 00*1220
66:  18.3000  VAX1 > all   HELLO $two
67:  18.6000  VAX2 > all   HELLO $one
68:  18.9000  VAX2 > all   HELLO $two
69:  21.0000  VAX1 > all   HELLO $one
70:  21.0200  again @65 ack=0 RSVP REXMT                                 | retransmission rexmt_of=@65 rexmt_delta=3s
71:  21.3000  VAX1 > all   HELLO $two
72:  21.6000  VAX2 > all   HELLO $one
73:  21.9000  VAX2 > all   HELLO $two
74:  24.0000  VAX1 > all   HELLO $one
75:  24.0200  again @65 ack=0 RSVP REXMT                                 | retransmission rexmt_of=@65 rexmt_delta=6s
76:  24.3000  VAX1 > all   HELLO $two
77:  24.6000  VAX2 > all   HELLO $one
78:  24.9000  VAX2 > all   HELLO $two
79:  27.0000  VAX1 > all   HELLO $one
80:  27.3000  VAX1 > all   HELLO $two
81:  27.6000  VAX2 > all   HELLO $one
82:  27.9000  VAX2 > all   HELLO $two
83:  27.9200  VAX1 > VAX2  APPL seq=7 ack=0 RSVP REXMT 00*1220        | retransmission rexmt_of=@65 rexmt_delta=9.9s
84:  27.9208  VAX2 > VAX1  ACK ack=7                                    | nisca.ack.late nisca.ack.wait=9.9008s nisca.ack.message=@65 nisca.ack.tries=4
      | cluster.event="VAX1 waited 9.9 s for an ACK of VAX2: message 7 in frame 65 was sent 4 times (3 times from adapter EWB to EWB, once from EWA to EWA); VAX2's HELLOs went on"
85:  28.5500  VAX1 > VAX2  APPL seq=8 ack=0
86:  28.5508  VAX2 > VAX1  ACK ack=8
87:  29.5500  VAX1 > VAX2  APPL seq=9 ack=0
88:  29.5508  VAX2 > VAX1  ACK ack=9
89:  30.0000  VAX1 > all   HELLO $one
90:  30.3000  VAX1 > all   HELLO $two
91:  30.5500  VAX1 > VAX2  APPL seq=10 ack=0
92:  30.5508  VAX2 > VAX1  ACK ack=10
93:  30.6000  VAX2 > all   HELLO $one
94:  30.9000  VAX2 > all   HELLO $two
95:  31.5500  VAX1 > VAX2  APPL seq=11 ack=0
96:  31.5508  VAX2 > VAX1  ACK ack=11
97:  33.0000  VAX1 > all   HELLO $one
98:  33.3000  VAX1 > all   HELLO $two
99:  33.6000  VAX2 > all   HELLO $one
100: 33.9000  VAX2 > all   HELLO $two
101: 35.0200  VAX1 > VAX2  APPL seq=12 ack=0 $lan2 00*1220
102: 36.0000  VAX1 > all   HELLO $one
103: 36.3000  VAX1 > all   HELLO $two
104: 36.6000  VAX2 > all   HELLO $one
105: 36.9000  VAX2 > all   HELLO $two
106: 38.0200  again @101 ack=0 RSVP REXMT                                | retransmission rexmt_of=@101 rexmt_delta=3s
107: 39.0000  VAX1 > all   HELLO $one
108: 39.3000  VAX1 > all   HELLO $two
109: 39.6000  VAX2 > all   HELLO $one
110: 39.9000  VAX2 > all   HELLO $two
111: 41.0200  again @101 ack=0 RSVP REXMT                                | retransmission rexmt_of=@101 rexmt_delta=6s
112: 42.0000  VAX1 > all   HELLO $one
113: 42.3000  VAX1 > all   HELLO $two
114: 42.6000  VAX2 > all   HELLO $one
115: 42.9000  VAX2 > all   HELLO $two
116: 44.9200  VAX1 > VAX2  APPL seq=12 ack=0 RSVP REXMT 00*1220       | retransmission rexmt_of=@101 rexmt_delta=9.9s
117: 44.9208  VAX2 > VAX1  ACK ack=12                                   | nisca.ack.late nisca.ack.wait=9.9008s nisca.ack.message=@101 nisca.ack.tries=4
      | cluster.event="VAX1 waited 9.9 s for an ACK of VAX2: message 12 in frame 101 was sent 4 times (3 times from adapter EWB to EWB, once from EWA to EWA); VAX2's HELLOs went on"
118: 45.0000  VAX1 > all   HELLO $one
119: 45.3000  VAX1 > all   HELLO $two
120: 45.6000  VAX2 > all   HELLO $one
121: 45.9000  VAX2 > all   HELLO $two
122: 46.1500  VAX1 > VAX2  APPL seq=13 ack=0
123: 46.1508  VAX2 > VAX1  ACK ack=13
124: 47.1500  VAX1 > VAX2  APPL seq=14 ack=0
125: 47.1508  VAX2 > VAX1  ACK ack=14
126: 48.0000  VAX1 > all   HELLO $one
127: 48.1500  VAX1 > VAX2  APPL seq=15 ack=0
128: 48.1508  VAX2 > VAX1  ACK ack=15
129: 48.3000  VAX1 > all   HELLO $two
130: 48.6000  VAX2 > all   HELLO $one
131: 48.9000  VAX2 > all   HELLO $two
132: 51.0000  VAX1 > all   HELLO $one
133: 51.3000  VAX1 > all   HELLO $two
134: 51.6000  VAX2 > all   HELLO $one
135: 51.9000  VAX2 > all   HELLO $two
