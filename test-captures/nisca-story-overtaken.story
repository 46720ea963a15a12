# Messages of one burst overtake each other, two by two and three by three, as over two LANs.
# All arrive within 2 ms: none was missing.  In one pass a frame knows only those before it.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
only cluster.event
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02

1:  0      VAX1 > VAX2  APPL seq=1 ack=0  | acked_in=@2
2:  0.001  VAX2 > VAX1  ACK ack=1         | acks_frame=@1 ack_rtt=1ms
3:  1      VAX1 > VAX2  APPL seq=3 ack=0  | acked_in=@5
4:  1.001  VAX1 > VAX2  APPL seq=2 ack=0  | acked_in=@5
5:  1.01   VAX2 > VAX1  ACK ack=3         | acks_frame=@3 ack_rtt=10ms
6:  2      VAX1 > VAX2  APPL seq=6 ack=0  | acked_in=@9
7:  2.001  VAX1 > VAX2  APPL seq=5 ack=0  | acked_in=@9
8:  2.002  VAX1 > VAX2  APPL seq=4 ack=0  | acked_in=@9
9:  2.01   VAX2 > VAX1  ACK ack=6         | acks_frame=@6 ack_rtt=10ms
10: 3      VAX1 > VAX2  APPL seq=7 ack=0  | acked_in=@11
11: 3.001  VAX2 > VAX1  ACK ack=7         | acks_frame=@10 ack_rtt=1ms
