# NISCA 1.0 has a transport header of 6 bytes: an ACK has Length 20, and nothing is missing.
# Messages have their data behind those 6 bytes, where the length of what follows fits; other
# nodes have 9.  Number 7 is lost, and sent again: all verdicts are those of any version.
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
5: 2      VAX1 > VAX2  APPL-1.0 seq=7 ack=1  | acked_in=@7 !nisca.tr.chan_seq
6: 5      VAX1 > VAX2  APPL-1.0 seq=7 ack=1 RSVP REXMT
              | retransmission rexmt_cause=1 rexmt_of=@5 rexmt_delta=3s acked_in=@7 !nisca.tr.chan_seq
7: 5.01   VAX2 > VAX1  APPL-1.0 seq=2 ack=7  | acks_frame=@5 rsvp_delay=10ms acked_in=@8 !nisca.tr.chan_seq
8: 5.02   VAX1 > VAX2  ACK-1.0 ack=2         | acks_frame=@7 ack_rtt=10ms !nisca.tr.chan_seq
9: 6      VAX1 > VAX2  DATAGRAM-1.0 ppd_type=2 ack=0 seq=0  | !nisca.tr.chan_seq
