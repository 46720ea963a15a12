# VAX3 joins the cluster of VAX1 and VAX2, and is silent from 4 s on. Twenty seconds
# later VAX1 removes it. The PH2 to VAX2 is lost with the circuit, and comes again on the
# next one. Then VAX2 changes its votes. The connections stood before the capture began. Real transitions have twelve
# steps, and requests have answers: here is one of each.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
node VAX1 id=1025 ether=02:00:00:04:10:01 seq=100 cnx_seq=264
node VAX2 id=1026 ether=02:00:00:04:10:02 seq=200 cnx_seq=90
node VAX3 id=1027 ether=02:00:00:04:10:03 seq=300 cnx_seq=2
node all  ether=ab:00:04:01:01:01
let t1 = nisca.cnx.transition.number=1 nisca.cnx.transition.coordinator=VAX1
let t2 = nisca.cnx.transition.number=2 nisca.cnx.transition.coordinator=VAX1
let t3 = nisca.cnx.transition.number=3 nisca.cnx.transition.coordinator=VAX2
# What the transport says of numbers and HELLOs is told by other stories; a node has one
# row of numbers here, though it has a circuit with each of the others.
open nisca.analysis.acks_frame nisca.analysis.ack_rtt nisca.analysis.acked_in
open nisca.analysis.ack_unseen nisca.analysis.seq_gap nisca.analysis.out_of_sequence
open nisca.analysis.hello_previous nisca.analysis.hello_delta nisca.analysis.hello_missed
open nisca.analysis.hello_late nisca.analysis.hello_lost nisca.circuit.start_frame
only nisca.cnx.request_frame nisca.cnx.response_time cluster.event
open nisca.scs.process nisca.scs.connect_frame

1:  0        VAX1 > all   HELLO
2:  0.1      VAX2 > all   HELLO
3:  0.2      VAX3 > all   HELLO
4:  1        VAX3 > VAX1  ENTER                            | cluster.event="VAX3 asks VAX1 for membership"
5:  3        VAX1 > VAX3  DESC xtn_id=4 node=1025 csid=0x10001 slot=0   | $t1
6:  +300us   VAX1 > VAX3  DESC xtn_id=4 node=1026 csid=0x10002 slot=1   | $t1
7:  +300us   VAX1 > VAX2  DESC xtn_id=4 node=1027 csid=0x10003 slot=2   | $t1
8:  +300us   VAX1 > VAX2  JOIN xtn_id=4 rspid=0x1e770005 map=0x0e       | $t1 nisca.cnx.response_frame=@9 nisca.cnx.transition.end_frame=@17
                                                           | cluster.event="VAX1 proposes to admit VAX3; members then: VAX1, VAX2, VAX3; quorum 2, expected votes 3 (transition 1)"
9:  +300us   VAX2 > VAX1  JOIN xtn_id=4 rspid=0x1e770005 ANSWER xtn_ack=1    | $t1 nisca.cnx.request_frame=@8 nisca.cnx.response_time=300us
10: +300us   VAX1 > VAX3  JOIN xtn_id=4 rspid=0x1e780005 map=0x0e       | $t1 nisca.cnx.response_frame=@11 nisca.cnx.transition.start_frame=@8
11: +300us   VAX3 > VAX1  JOIN xtn_id=4 rspid=0x1e780005 ANSWER xtn_ack=1    | $t1 nisca.cnx.request_frame=@10 nisca.cnx.response_time=300us
12: +300us   VAX1 > VAX2  PH2 xtn_id=4                     | $t1 nisca.cnx.transition.start_frame=@8 nisca.cnx.transition.joined=VAX3
                                                           | nisca.cnx.transition.commit_time=1.2ms
                                                           | cluster.event="Transition 1 is committed, 1.2 ms after its proposal: joined VAX3; members are VAX1, VAX2, VAX3"
13: +300us   VAX1 > VAX3  PH2 xtn_id=4                     | $t1 nisca.cnx.transition.start_frame=@8
14: +2ms     VAX3 > VAX1  READY xtn_id=4                   | $t1
15: +500ms   VAX2 > VAX1  READY xtn_id=4                   | $t1
16: +200us   VAX1 > VAX2  DOSTEP xtn_id=4                  | $t1 nisca.cnx.transition.start_frame=@8
                                                           | nisca.cnx.step.duration=500.2ms nisca.cnx.step.slowest=VAX2 nisca.cnx.step.wait=500ms
17: +200us   VAX1 > VAX3  DOSTEP xtn_id=4                  | $t1 nisca.cnx.transition.start_frame=@8
18: 4        VAX3 > all   HELLO
4.5 every 3s x 3:
    0        VAX1 > all   HELLO
    0.1      VAX2 > all   HELLO
25: 13.5     VAX1 > all   HELLO
26: 13.6     VAX2 > all   HELLO                            # 10 s after the last step
                                                           | cluster.event="Transition 1 is over: 1 step in 504 ms (VAX2 was ready last); the last one came 10.1 s ago"
16.5 every 3s x 3:
    0        VAX1 > all   HELLO
    0.1      VAX2 > all   HELLO
33: 24       VAX1 > VAX2  RECONFIG xtn_id=5 rspid=0x1e790005 map=0x06   | $t2 nisca.cnx.response_frame=@34 nisca.cnx.transition.end_frame=@51
                                                           | cluster.event="VAX1 proposes to remove VAX3; members then: VAX1, VAX2; quorum 2, votes 2 (transition 2)"
34: +300us   VAX2 > VAX1  RECONFIG xtn_id=5 rspid=0x1e790005 ANSWER xtn_ack=1    | $t2 nisca.cnx.request_frame=@33 nisca.cnx.response_time=300us
35: +300us   VAX1 > VAX2  PH2 xtn_id=5 code=RECONFIG       | $t2 nisca.cnx.transition.start_frame=@33 nisca.cnx.removed
                                                           | nisca.cnx.transition.removed=VAX3 nisca.cnx.transition.commit_time=600us
                                                           | cluster.event="Transition 2 is committed, 0.6 ms after its proposal: removed VAX3 (20.0 s after its last frame, frame 18); members are VAX1, VAX2"
25.5 every 3s x 4:
    0        VAX1 > all   HELLO
    0.1      VAX2 > all   HELLO
44: 38       VAX1 > VAX2  START                            | nisca.circuit.restarted nisca.circuit.broken
                                                           | nisca.circuit.unacked=@35 nisca.circuit.tries=1
                                                           | cluster.event="The circuit from VAX1 to VAX2 broke: message 111 in frame 35 was sent once (from adapter EWB to EWB) and never acknowledged; VAX2's HELLOs went on"
45: +300us   VAX2 > VAX1  STACK
46: +300us   VAX1 > VAX2  STARTED
                                                           | cluster.event="The circuit between VAX1 and VAX2 works again, 14.0 s after message 111 in frame 35, with which it broke"
47: +300us   VAX1 > VAX2  CNX_CONNECT_REQ src_conid=0x10009 cnx_type=RECONNECT received=93
                                                           | cluster.event="VAX1 asks to make its connection to VAX2 again; it has received messages up to 93"
48: +300us   VAX2 > VAX1  CNX_ACCEPT_REQ dst_conid=0x10009 src_conid=0x20009 cnx_type=RECONNECT received=274
49: +300us   VAX1 > VAX2  PH2 dst_conid=0x20009 src_conid=0x10009 xtn_id=5 code=RECONFIG cnx_seq=275
                                                           | $t2 nisca.cnx.transition.start_frame=@33 nisca.cnx.resent nisca.cnx.resent_of=@35 nisca.cnx.resent_delta=14.0009s
                                                           | cluster.event="VAX1 sends PH2 (number 275) to VAX2 again, 14.0 s later: it was lost with the connection before"
50: +300us   VAX2 > VAX1  READY dst_conid=0x10009 src_conid=0x20009 xtn_id=5     | $t2
51: +300us   VAX1 > VAX2  DOSTEP dst_conid=0x20009 src_conid=0x10009 xtn_id=5    | $t2 nisca.cnx.transition.start_frame=@33
                                                           | nisca.cnx.step.duration=300us
52: 50       VAX1 > all   HELLO                            | cluster.event="Transition 2 is over: 1 step in 14.0 s; the last one came 12.0 s ago"
# VAX2 changes its votes; no frame of a real node tells to what.
53: +1s      VAX2 > VAX1  QUORUM dst_conid=0x10009 src_conid=0x20009 xtn_id=6 rspid=0x1e7a0005   | $t3 nisca.cnx.response_frame=@54
                                                           | cluster.event="VAX2 proposes to change votes or quorum (transition 3)"
54: +300us   VAX1 > VAX2  QUORUM dst_conid=0x20009 src_conid=0x10009 xtn_id=6 rspid=0x1e7a0005 ANSWER xtn_ack=1 | $t3 nisca.cnx.request_frame=@53 nisca.cnx.response_time=300us
55: +300us   VAX2 > VAX1  PH2 dst_conid=0x10009 src_conid=0x20009 xtn_id=6 code=QUORUM   | $t3 nisca.cnx.transition.start_frame=@53
                                                           | nisca.cnx.transition.commit_time=600us
                                                           | cluster.event="Transition 3 is committed, 0.6 ms after its proposal"
