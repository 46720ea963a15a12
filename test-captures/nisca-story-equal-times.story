# Many frames at the same time: the order of the frames decides.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
let c = nisca.circuit.start_frame=@5
node VAX1 id=1025 ether=02:00:00:04:10:01
node all ether=ab:00:04:01:01:01
node VAX2 id=1026 ether=02:00:00:04:10:02

1:  0        VAX1 > all   HELLO
2:  0        VAX2 > VAX1  CCSTART
3:  0.00025  VAX1 > VAX2  VERF                          | nisca.channel.start_frame=@2 vack_frame=@4
4:  0.00125  VAX2 > VAX1  VACK                          | verf_frame=@3 nisca.channel.start_frame=@2 setup_time=1.25ms
5:  0.00125  VAX1 > VAX2  START
6:  0.00125  VAX2 > VAX1  STACK                         | $c
7:  0.00125  VAX1 > VAX2  STARTED                       | $c
8:  0.00125  VAX1 > VAX2  APPL seq=1 ack=0              | $c acked_in=@10
9:  0.00125  VAX1 > VAX2  APPL seq=2 ack=0              | $c acked_in=@10
10: 0.00125  VAX2 > VAX1  ACK ack=2                     | $c acks_frame=@9 ack_rtt=0s
11: 0.00125  VAX1 > VAX2  APPL seq=3 ack=0 RSVP         | $c acked_in=@13
12: 0.00125  VAX1 > VAX2  APPL seq=4 ack=0              | $c acked_in=@13
13: 0.00125  VAX2 > VAX1  ACK ack=4                     | $c rsvp_delay=0s acks_frame=@12 ack_rtt=0s
14: 0.00125  VAX1 > VAX2  APPL seq=5 ack=0              | $c acked_in=@16
15: 0.00125  VAX1 > VAX2  APPL seq=6 ack=0              | $c acked_in=@16
16: 0.00125  VAX2 > VAX1  ACK ack=6                     | $c acks_frame=@15 ack_rtt=0s
17: 0.00125  VAX1 > VAX2  APPL seq=7 ack=0 RSVP         | $c acked_in=@19
18: 0.00125  VAX1 > VAX2  APPL seq=8 ack=0              | $c acked_in=@19
19: 0.00125  VAX2 > VAX1  ACK ack=8                     | $c rsvp_delay=0s acks_frame=@18 ack_rtt=0s
20: 0.00125  VAX1 > VAX2  APPL seq=9 ack=0              | $c acked_in=@22
21: 0.00125  VAX1 > VAX2  APPL seq=10 ack=0             | $c acked_in=@22
22: 0.00125  VAX2 > VAX1  ACK ack=10                    | $c acks_frame=@21 ack_rtt=0s
23: 0.00125  VAX1 > VAX2  APPL seq=11 ack=0 RSVP        | $c acked_in=@25
24: 0.00125  VAX1 > VAX2  APPL seq=12 ack=0             | $c acked_in=@25
25: 0.00125  VAX2 > VAX1  ACK ack=12                    | $c rsvp_delay=0s acks_frame=@24 ack_rtt=0s
26: 0.00125  VAX1 > VAX2  APPL seq=13 ack=0             | $c acked_in=@28
27: 0.00125  VAX1 > VAX2  APPL seq=14 ack=0             | $c acked_in=@28
28: 0.00125  VAX2 > VAX1  ACK ack=14                    | $c acks_frame=@27 ack_rtt=0s
29: 0.00125  VAX1 > VAX2  APPL seq=15 ack=0 RSVP        | $c acked_in=@31
30: 0.00125  VAX1 > VAX2  APPL seq=16 ack=0             | $c acked_in=@31
31: 0.00125  VAX2 > VAX1  ACK ack=16                    | $c rsvp_delay=0s acks_frame=@30 ack_rtt=0s
32: 0.00125  VAX1 > VAX2  APPL seq=17 ack=0             | $c acked_in=@34
33: 0.00125  VAX1 > VAX2  APPL seq=18 ack=0             | $c acked_in=@34
34: 0.00125  VAX2 > VAX1  ACK ack=18                    | $c acks_frame=@33 ack_rtt=0s
35: 0.00125  VAX1 > VAX2  APPL seq=19 ack=0 RSVP        | $c acked_in=@37
36: 0.00125  VAX1 > VAX2  APPL seq=20 ack=0             | $c acked_in=@37
37: 0.00125  VAX2 > VAX1  ACK ack=20                    | $c rsvp_delay=0s acks_frame=@36 ack_rtt=0s
38: 0.00125  VAX1 > all   HELLO                         | hello_delta=1.25ms hello_previous=@1
39: 0.00125  VAX1 > VAX2  APPL seq=21 ack=0             | $c acked_in=@41
40: 0.00125  VAX1 > VAX2  APPL seq=21 ack=0 RSVP REXMT  | $c retransmission rexmt_cause=1 rexmt_of=@39 rexmt_delta=0s
                                                        | acked_in=@41
41: 0.00125  VAX2 > VAX1  ACK ack=21                    | $c acks_frame=@39 rsvp_delay=0s
42: 0.00125  VAX1 > VAX2  APPL seq=21 ack=0 RSVP REXMT  | $c duplicate duplicate_of=@40 duplicate_count=2
