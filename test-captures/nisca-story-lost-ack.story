# The acknowledgment of number 5 passed the capture point, and got lost behind it:
# 3 s later the message is sent again, and its ACK was lost or late.  Then the same in
# the other direction, acknowledged by a later message.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
let c = nisca.circuit.start_frame=@1
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02

1:  0       VAX1 > VAX2  START
2:  0.0003  VAX2 > VAX1  STACK                         | $c
3:  0.0006  VAX1 > VAX2  STARTED                       | $c
4:  0.0009  VAX1 > VAX2  APPL seq=1 ack=0              | $c acked_in=@5
5:  0.0013  VAX2 > VAX1  APPL seq=1 ack=1              | $c acks_frame=@4 ack_rtt=400us acked_in=@6
6:  0.0017  VAX1 > VAX2  APPL seq=2 ack=1              | $c acks_frame=@5 ack_rtt=400us acked_in=@7
7:  0.1017  VAX2 > VAX1  ACK ack=2                     | $c acks_frame=@6 ack_rtt=100ms
8:  0.1067  VAX2 > VAX1  ACK ack=2                     | $c
9:  0.1567  VAX1 > VAX2  APPL seq=3 ack=1              | $c acked_in=@10
10: 0.1571  VAX2 > VAX1  APPL seq=2 ack=3              | $c acks_frame=@9 ack_rtt=400us acked_in=@11
11: 0.1575  VAX1 > VAX2  APPL seq=4 ack=2              | $c acks_frame=@10 ack_rtt=400us acked_in=@12
12: 0.2575  VAX2 > VAX1  ACK ack=4                     | $c acks_frame=@11 ack_rtt=100ms
13: 0.2625  VAX2 > VAX1  ACK ack=4                     | $c
14: 0.3125  VAX1 > VAX2  APPL seq=5 ack=2              | $c acked_in=@15
15: 0.313   VAX2 > VAX1  ACK ack=5                     | $c acks_frame=@14 ack_rtt=500us
16: 3.313   VAX1 > VAX2  APPL seq=5 ack=2 RSVP REXMT   | $c retransmission rexmt_cause=2 rexmt_of=@14 rexmt_delta=3.0005s
17: 3.3135  VAX2 > VAX1  ACK ack=5                     | $c rsvp_delay=500us
18: 3.3145  VAX1 > VAX2  APPL seq=6 ack=2              | $c acked_in=@19
19: 3.3149  VAX2 > VAX1  APPL seq=3 ack=6              | $c acks_frame=@18 ack_rtt=400us acked_in=@20
20: 3.3153  VAX1 > VAX2  APPL seq=7 ack=3              | $c acks_frame=@19 ack_rtt=400us acked_in=@21
21: 3.4153  VAX2 > VAX1  ACK ack=7                     | $c acks_frame=@20 ack_rtt=100ms
22: 3.4203  VAX2 > VAX1  ACK ack=7                     | $c
23: 3.4703  VAX1 > VAX2  APPL seq=8 ack=3              | $c acked_in=@24
24: 3.4707  VAX2 > VAX1  APPL seq=4 ack=8              | $c acks_frame=@23 ack_rtt=400us acked_in=@25
25: 3.4711  VAX1 > VAX2  APPL seq=9 ack=4              | $c acks_frame=@24 ack_rtt=400us acked_in=@26
26: 3.5711  VAX2 > VAX1  ACK ack=9                     | $c acks_frame=@25 ack_rtt=100ms
27: 3.5761  VAX2 > VAX1  ACK ack=9                     | $c
28: 3.6261  VAX2 > VAX1  APPL seq=5 ack=9              | $c acked_in=@29
29: 3.6266  VAX1 > VAX2  APPL seq=10 ack=5             | $c acks_frame=@28 ack_rtt=500us acked_in=@30
30: 6.6266  VAX2 > VAX1  APPL seq=5 ack=10 RSVP REXMT  | $c acks_frame=@29 ack_rtt=3s retransmission rexmt_cause=2
                                                       | rexmt_of=@28 rexmt_delta=3.0005s
31: 6.6276  VAX1 > VAX2  APPL seq=11 ack=5             | $c acked_in=@32 rsvp_delay=1ms
32: 6.628   VAX2 > VAX1  APPL seq=6 ack=11             | $c acks_frame=@31 ack_rtt=400us acked_in=@33
33: 6.6284  VAX1 > VAX2  APPL seq=12 ack=6             | $c acks_frame=@32 ack_rtt=400us acked_in=@34
34: 6.7284  VAX2 > VAX1  ACK ack=12                    | $c acks_frame=@33 ack_rtt=100ms
35: 6.7334  VAX2 > VAX1  ACK ack=12                    | $c
