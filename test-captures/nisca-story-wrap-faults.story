# Between nodes of NISCA 1.3, whose numbers have 16 bits: a gap (65533), a lost message
# (65535), a lost ACK (0), a copy, and a gap of two (1, 2), all around the wrap.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
node VAX1 id=1025 ether=02:00:00:04:10:01
node all ether=ab:00:04:01:01:01
node VAX2 id=1026 ether=02:00:00:04:10:02

1:  0       VAX1 > all   HELLO-1.3 nodename=VAXA
2:  0.01    VAX2 > all   HELLO-1.3 nodename=VAXB
3:  0.01    VAX1 > VAX2  APPL-1.3 seq=65531 ack=65530                   | acked_in=@4
4:  0.0104  VAX2 > VAX1  APPL-1.3 seq=65531 ack=65531                   | acks_frame=@3 ack_rtt=400us acked_in=@5
5:  0.0108  VAX1 > VAX2  APPL-1.3 seq=65532 ack=65531                   | acks_frame=@4 ack_rtt=400us acked_in=@6
6:  0.1108  VAX2 > VAX1  ACK-1.3 ack=65532                              | acks_frame=@5 ack_rtt=100ms
7:  0.1158  VAX2 > VAX1  ACK-1.3 ack=65532
8:  0.1658  VAX1 > VAX2  APPL-1.3 seq=65534 ack=65531                   | seq_gap=1 out_of_sequence acked_in=@11
9:  0.1668  VAX1 > VAX2  APPL-1.3 seq=65535 ack=65531                   | acked_in=@13
10: 0.1678  VAX1 > VAX2  APPL-1.3 seq=0 ack=65531 message=0x10000       | acked_in=@13
11: 0.1688  VAX2 > VAX1  ACK-1.3 ack=65534                              | acks_frame=@8 ack_rtt=3ms
12: 3.1688  VAX1 > VAX2  APPL-1.3 seq=65535 ack=65531 RSVP REXMT        | retransmission acked_in=@13 rexmt_cause=1 rexmt_of=@9 rexmt_delta=3.002s
13: 3.1698  VAX2 > VAX1  ACK-1.3 ack=0                                  | rsvp_delay=1ms acks_frame=@10 ack_rtt=3.002s
14: 6.1698  VAX1 > VAX2  APPL-1.3 seq=0 ack=65531 message=0x10000 RSVP  | retransmission rexmt_cause=2 rexmt_of=@10 rexmt_delta=6.002s
                           REXMT
15: 6.1708  VAX1 > VAX2  APPL-1.3 seq=0 ack=65531 message=0x10000       | duplicate duplicate_of=@10 duplicate_count=3 # with 10 and 14
16: 6.1718  VAX1 > VAX2  APPL-1.3 seq=3 ack=65531 message=0x10003       | seq_gap=2 out_of_sequence acked_in=@17
17: 6.1728  VAX2 > VAX1  ACK-1.3 ack=3                                  | acks_frame=@16 ack_rtt=1ms rsvp_delay=3ms
18: 6.1738  VAX1 > VAX2  APPL-1.3 seq=4 ack=65531 message=0x10004       | acked_in=@19
19: 6.1742  VAX2 > VAX1  APPL-1.3 seq=65532 ack=4                       | acks_frame=@18 ack_rtt=400us acked_in=@20
20: 6.1746  VAX1 > VAX2  APPL-1.3 seq=5 ack=65532 message=0x10005       | acks_frame=@19 ack_rtt=400us acked_in=@21
21: 6.2746  VAX2 > VAX1  ACK-1.3 ack=5                                  | acks_frame=@20 ack_rtt=100ms
22: 6.2796  VAX2 > VAX1  ACK-1.3 ack=5
23: 6.3296  VAX1 > VAX2  APPL-1.3 seq=6 ack=65532 message=0x10006       | acked_in=@24
24: 6.33    VAX2 > VAX1  APPL-1.3 seq=65533 ack=6                       | acks_frame=@23 ack_rtt=400us acked_in=@25
25: 6.3304  VAX1 > VAX2  APPL-1.3 seq=7 ack=65533 message=0x10007       | acks_frame=@24 ack_rtt=400us acked_in=@26
26: 6.4304  VAX2 > VAX1  ACK-1.3 ack=7                                  | acks_frame=@25 ack_rtt=100ms
27: 6.4354  VAX2 > VAX1  ACK-1.3 ack=7
