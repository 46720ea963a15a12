# Message 3 is sent five times in 12 s, and never acknowledged, while VAX2's HELLOs go on.
# Then the circuit starts over; message 1 of the new one is acknowledged.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02
node all ether=ab:00:04:01:01:01
let c = nisca.circuit.start_frame=@2
open nisca.analysis.rexmt_cause nisca.analysis.hello_previous nisca.analysis.hello_delta

1:  0      VAX2 > all   HELLO
2:  0.5    VAX1 > VAX2  START
3:  0.501  VAX2 > VAX1  STACK                        | $c
4:  0.502  VAX1 > VAX2  STARTED                      | $c
5:  1      VAX1 > VAX2  APPL seq=1 ack=0             | $c acked_in=@6
6:  1.001  VAX2 > VAX1  ACK ack=1                    | $c acks_frame=@5 ack_rtt=1ms
7:  2      VAX1 > VAX2  APPL seq=2 ack=0             | $c acked_in=@8
8:  2.001  VAX2 > VAX1  ACK ack=2                    | $c acks_frame=@7 ack_rtt=1ms
9:  3      VAX2 > all   HELLO
10: 4      VAX1 > VAX2  APPL seq=3 ack=0             | $c
11: 6      VAX2 > all   HELLO
12: 7      VAX1 > VAX2  APPL seq=3 ack=0 RSVP REXMT  | $c retransmission rexmt_of=@10 rexmt_delta=3s
13: 9      VAX2 > all   HELLO
14: 10     VAX1 > VAX2  APPL seq=3 ack=0 RSVP REXMT  | $c retransmission rexmt_of=@10 rexmt_delta=6s
15: 12     VAX2 > all   HELLO
16: 13     VAX1 > VAX2  APPL seq=3 ack=0 RSVP REXMT  | $c retransmission rexmt_of=@10 rexmt_delta=9s
17: 15     VAX2 > all   HELLO
18: 16     VAX1 > VAX2  APPL seq=3 ack=0 RSVP REXMT  | $c retransmission rexmt_of=@10 rexmt_delta=12s
19: 18     VAX2 > all   HELLO
20: 20     VAX1 > VAX2  START                        | nisca.circuit.restarted nisca.circuit.broken
                                                     | nisca.circuit.unacked=@10 nisca.circuit.tries=5
                                                     | cluster.event="The circuit from VAX1 to VAX2 broke: message 3 in frame 10 was sent 5 times (from adapter 02:00:00:04:10:01 to EWB) in 12.0 s and never acknowledged; VAX2's HELLOs went on"
21: 20.001 VAX2 > VAX1  STACK                        | nisca.circuit.start_frame=@20
22: 20.002 VAX1 > VAX2  STARTED                      | nisca.circuit.start_frame=@20
                                                     | cluster.event="The circuit between VAX1 and VAX2 works again, 16.0 s after message 3 in frame 10, with which it broke"
23: 21     VAX1 > VAX2  APPL seq=1 ack=0             | nisca.circuit.start_frame=@20 acked_in=@24
24: 21.001 VAX2 > VAX1  ACK ack=1                    | nisca.circuit.start_frame=@20 acks_frame=@23 ack_rtt=1ms
