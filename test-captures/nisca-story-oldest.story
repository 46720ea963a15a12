# NISCA 1.0 has a transport header of 6 bytes: an ACK has Length 20, and nothing is missing.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
fields
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02

1: 0      VAX1 > VAX2  APPL-1.3 seq=5 ack=1  | acked_in=@2
2: 0.01   VAX2 > VAX1  ACK-1.0 ack=5         | acks_frame=@1 ack_rtt=10ms nisca.length=20 !nisca.tr.chan_seq
3: 1      VAX1 > VAX2  APPL-1.3 seq=6 ack=1  | acked_in=@4
4: 1.01   VAX2 > VAX1  ACK-1.0 ack=6         | acks_frame=@3 ack_rtt=10ms nisca.length=20 !nisca.tr.chan_seq
