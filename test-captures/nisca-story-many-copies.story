# Number 3 is sent five times: twice it is lost, then its acknowledgment is lost twice.
# The ACKs after that say nothing new.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
let lan2 = eth.src=from.ether2 eth.dst=to.ether2
let c = nisca.circuit.start_frame=@1
node VAX1 id=1025 ether=02:00:00:04:10:01 ether2=02:00:00:04:11:01
node VAX2 id=1026 ether=02:00:00:04:10:02 ether2=02:00:00:04:11:02

1:  0       VAX1 > VAX2  START
2:  0.0003  VAX2 > VAX1  STACK                              | $c
3:  0.0006  VAX1 > VAX2  STARTED                            | $c
4:  0.0009  VAX1 > VAX2  APPL seq=1 ack=0                   | $c acked_in=@5
5:  0.0013  VAX2 > VAX1  APPL seq=1 ack=1                   | $c acks_frame=@4 ack_rtt=400us acked_in=@6
6:  0.0017  VAX1 > VAX2  APPL seq=2 ack=1                   | $c acks_frame=@5 ack_rtt=400us acked_in=@7
7:  0.1017  VAX2 > VAX1  ACK ack=2                          | $c acks_frame=@6 ack_rtt=100ms
8:  0.1067  VAX2 > VAX1  ACK ack=2                          | $c
9:  0.1567  VAX1 > VAX2  APPL seq=3 ack=1                   | $c acked_in=@12
10: 1.1567  VAX1 > VAX2  APPL seq=3 ack=1 RSVP REXMT        | $c retransmission rexmt_cause=1 rexmt_of=@9 rexmt_delta=1s
                                                            | acked_in=@12
11: 3.1567  VAX1 > VAX2  APPL seq=3 ack=1 RSVP REXMT $lan2  | $c retransmission rexmt_cause=1 rexmt_of=@9 rexmt_delta=3s
                                                            | acked_in=@12
12: 3.1572  VAX2 > VAX1  ACK ack=3                          | $c acks_frame=@9 rsvp_delay=2.0005s
13: 6.1572  VAX1 > VAX2  APPL seq=3 ack=1 RSVP REXMT        | $c retransmission rexmt_cause=2 rexmt_of=@9 rexmt_delta=6.0005s
14: 6.1577  VAX2 > VAX1  ACK ack=3                          | $c rsvp_delay=500us
15: 9.1577  VAX1 > VAX2  APPL seq=3 ack=1 RSVP REXMT        | $c retransmission rexmt_cause=2 rexmt_of=@9 rexmt_delta=9.001s
16: 9.1582  VAX2 > VAX1  ACK ack=3                          | $c rsvp_delay=500us
17: 9.1592  VAX1 > VAX2  APPL seq=4 ack=1                   | $c acked_in=@18
18: 9.1596  VAX2 > VAX1  APPL seq=2 ack=4                   | $c acks_frame=@17 ack_rtt=400us acked_in=@19
19: 9.16    VAX1 > VAX2  APPL seq=5 ack=2                   | $c acks_frame=@18 ack_rtt=400us acked_in=@20
20: 9.26    VAX2 > VAX1  ACK ack=5                          | $c acks_frame=@19 ack_rtt=100ms
21: 9.265   VAX2 > VAX1  ACK ack=5                          | $c
