# A name appears from the frame on that tells it: VAX1's HELLO, and VAX2's.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
node VAX1 id=1025 ether=02:00:00:04:10:01
node all ether=ab:00:04:01:01:01
node VAX2 id=1026 ether=02:00:00:04:10:02

1:  0     VAX1 > VAX2  APPL seq=5 ack=1   | !nisca.src_name !nisca.dst_name acked_in=@2
2:  0.01  VAX2 > VAX1  ACK ack=5          | !nisca.src_name !nisca.dst_name acks_frame=@1 ack_rtt=10ms
3:  1     VAX1 > all   HELLO              | nisca.src_name=VAX1 !nisca.dst_name
4:  1.5   VAX1 > VAX2  APPL seq=6 ack=1   | nisca.src_name=VAX1 !nisca.dst_name acked_in=@5
5:  1.51  VAX2 > VAX1  ACK ack=6          | !nisca.src_name nisca.dst_name=VAX1 acks_frame=@4 ack_rtt=10ms
6:  2     VAX2 > all   HELLO              | nisca.src_name=VAX2 !nisca.dst_name
7:  2.5   VAX1 > VAX2  APPL seq=7 ack=1   | nisca.src_name=VAX1 nisca.dst_name=VAX2 acked_in=@8
8:  2.51  VAX2 > VAX1  ACK ack=7          | nisca.src_name=VAX2 nisca.dst_name=VAX1 acks_frame=@7 ack_rtt=10ms
