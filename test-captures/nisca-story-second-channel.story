# Number 5 is lost as the first channel fails; it is sent again by the second adapters,
# as are what follows and the acknowledgments.
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
9:  0.1567  VAX1 > VAX2  APPL seq=3 ack=1                   | $c acked_in=@10
10: 0.1571  VAX2 > VAX1  APPL seq=2 ack=3                   | $c acks_frame=@9 ack_rtt=400us acked_in=@11
11: 0.1575  VAX1 > VAX2  APPL seq=4 ack=2                   | $c acks_frame=@10 ack_rtt=400us acked_in=@12
12: 0.2575  VAX2 > VAX1  ACK ack=4                          | $c acks_frame=@11 ack_rtt=100ms
13: 0.2625  VAX2 > VAX1  ACK ack=4                          | $c
14: 0.3125  VAX1 > VAX2  APPL seq=5 ack=2                   | $c acked_in=@16
15: 1.8125  VAX1 > VAX2  APPL seq=5 ack=2 RSVP REXMT $lan2  | $c retransmission rexmt_cause=1 rexmt_of=@14 rexmt_delta=1.5s
                                                            | acked_in=@16
16: 1.813   VAX2 > VAX1  ACK ack=5 $lan2                    | $c acks_frame=@14 rsvp_delay=500us
17: 1.814   VAX1 > VAX2  APPL seq=6 ack=2 $lan2             | $c acked_in=@18
18: 1.815   VAX2 > VAX1  ACK ack=6 $lan2                    | $c acks_frame=@17 ack_rtt=1ms
19: 1.816   VAX1 > VAX2  APPL seq=7 ack=2                   | $c acked_in=@20
20: 1.8164  VAX2 > VAX1  APPL seq=3 ack=7                   | $c acks_frame=@19 ack_rtt=400us acked_in=@21
21: 1.8168  VAX1 > VAX2  APPL seq=8 ack=3                   | $c acks_frame=@20 ack_rtt=400us acked_in=@22
22: 1.9168  VAX2 > VAX1  ACK ack=8                          | $c acks_frame=@21 ack_rtt=100ms
23: 1.9218  VAX2 > VAX1  ACK ack=8                          | $c
