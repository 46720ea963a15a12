# Extended numbers do not wrap at 16 bits.  At the end the number jumps by 65536 where
# the capture has a hole: only the extended field tells that it is not 65539.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
node VAX1 id=1025 ether=02:00:00:04:10:01
node all ether=ab:00:04:01:01:01
node VAX2 id=1026 ether=02:00:00:04:10:02

1:  0       VAX1 > all   HELLO
2:  0       VAX2 > all   HELLO
3:  0.01    VAX1 > VAX2  APPL seq=65530 ack=65529             | acked_in=@4
4:  0.0104  VAX2 > VAX1  APPL seq=65530 ack=65530             | acks_frame=@3 ack_rtt=400us acked_in=@5
5:  0.0108  VAX1 > VAX2  APPL seq=65531 ack=65530             | acks_frame=@4 ack_rtt=400us acked_in=@6
6:  0.1108  VAX2 > VAX1  ACK ack=65531                        | acks_frame=@5 ack_rtt=100ms
7:  0.1158  VAX2 > VAX1  ACK ack=65531
8:  0.1658  VAX1 > VAX2  APPL seq=65532 ack=65530             | acked_in=@9
9:  0.1662  VAX2 > VAX1  APPL seq=65531 ack=65532             | acks_frame=@8 ack_rtt=400us acked_in=@10
10: 0.1666  VAX1 > VAX2  APPL seq=65533 ack=65531             | acks_frame=@9 ack_rtt=400us acked_in=@11
11: 0.2666  VAX2 > VAX1  ACK ack=65533                        | acks_frame=@10 ack_rtt=100ms
12: 0.2716  VAX2 > VAX1  ACK ack=65533
13: 0.3216  VAX1 > VAX2  APPL seq=65534 ack=65531             | acked_in=@14
14: 0.322   VAX2 > VAX1  APPL seq=65532 ack=65534             | acks_frame=@13 ack_rtt=400us acked_in=@15
15: 0.3224  VAX1 > VAX2  APPL seq=65535 ack=65532             | acks_frame=@14 ack_rtt=400us acked_in=@16
16: 0.4224  VAX2 > VAX1  ACK ack=65535                        | acks_frame=@15 ack_rtt=100ms
17: 0.4274  VAX2 > VAX1  ACK ack=65535
18: 0.4774  VAX1 > VAX2  APPL seq=65536 ack=65532             | acked_in=@19
19: 0.4778  VAX2 > VAX1  APPL seq=65533 ack=65536             | acks_frame=@18 ack_rtt=400us acked_in=@20
20: 0.4782  VAX1 > VAX2  APPL seq=65537 ack=65533             | acks_frame=@19 ack_rtt=400us acked_in=@21
21: 0.5782  VAX2 > VAX1  ACK ack=65537                        | acks_frame=@20 ack_rtt=100ms
22: 0.5832  VAX2 > VAX1  ACK ack=65537
23: 0.6332  VAX1 > VAX2  APPL seq=65538 ack=65533             | acked_in=@25
24: 3.6332  VAX1 > VAX2  APPL seq=65538 ack=65533 RSVP REXMT  | retransmission rexmt_cause=1 rexmt_of=@23 rexmt_delta=3s
                                                              | acked_in=@25
25: 3.6342  VAX2 > VAX1  ACK ack=65538                        | acks_frame=@23 rsvp_delay=1ms
26: 3.6352  VAX1 > VAX2  APPL seq=131075 ack=65533            | seq_gap=65536 out_of_sequence nisca.tr.seq=3 acked_in=@27
27: 3.6362  VAX2 > VAX1  ACK ack=131075                       | acks_frame=@26 ack_rtt=1ms
