# The frames of nisca-story-ethernet over another link layer: VLAN 100.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
let lan2 = eth.src=from.ether2 eth.dst=to.ether2
carrier pad:64 ethernet vlan:100 type:0x6007
let c = nisca.circuit.start_frame=@5
node VAX1 id=1025 ether=02:00:00:04:10:01 ether2=02:00:00:04:11:01
node all ether=ab:00:04:01:01:01
node VAX2 id=1026 ether=02:00:00:04:10:02 ether2=02:00:00:04:11:02

1:  0         VAX1 > all   HELLO
2:  0.8       VAX2 > VAX1  CCSTART
3:  0.80025   VAX1 > VAX2  VERF                               | nisca.channel.start_frame=@2 vack_frame=@4
4:  0.80125   VAX2 > VAX1  VACK                               | verf_frame=@3 nisca.channel.start_frame=@2 setup_time=1.25ms
5:  0.80225   VAX1 > VAX2  START
6:  0.80255   VAX2 > VAX1  STACK                              | $c
7:  0.80285   VAX1 > VAX2  STARTED                            | $c
8:  0.80315   VAX1 > VAX2  APPL seq=1 ack=0 RSVP              | $c acked_in=@9
9:  0.80415   VAX2 > VAX1  APPL seq=1 ack=1                   | $c rsvp_delay=1ms acks_frame=@8 ack_rtt=1ms acked_in=@10
10: 0.90415   VAX1 > VAX2  ACK ack=1                          | $c acks_frame=@9 ack_rtt=100ms
11: 0.90515   VAX1 > VAX2  APPL seq=2 ack=1                   | $c acked_in=@13
12: 3.90515   VAX1 > VAX2  APPL seq=2 ack=1 RSVP REXMT        | $c retransmission rexmt_cause=1 rexmt_of=@11 rexmt_delta=3s
                                                              | acked_in=@13
13: 3.90615   VAX2 > VAX1  ACK ack=2                          | $c acks_frame=@11 rsvp_delay=1ms
14: 6.90615   VAX1 > VAX2  APPL seq=2 ack=1 RSVP REXMT $lan2  | $c retransmission rexmt_cause=2 rexmt_of=@11 rexmt_delta=6.001s
15: 6.90715   VAX2 > VAX1  ACK ack=2                          | $c rsvp_delay=1ms
16: 6.90815   VAX1 > VAX2  APPL seq=4 ack=1                   | $c seq_gap=1 out_of_sequence acked_in=@18
17: 6.90915   VAX1 > VAX2  APPL seq=4 ack=1                   | $c duplicate duplicate_of=@16 duplicate_count=2 acked_in=@18
18: 6.91015   VAX2 > VAX1  ACK ack=4                          | $c acks_frame=@16 ack_rtt=2ms
19: 6.91115   VAX1 > all   HELLO                              | hello_delta=6.91115s hello_missed=1 hello_late hello_previous=@1
20: 7.91115   VAX1 > VAX2  START seq=5                        | restarted
21: 15.91115  VAX1 > all   HELLO                              | hello_delta=9s hello_missed=2 hello_lost hello_previous=@19
22: 16.91115  VAX1 > all   BYE                                | bye
