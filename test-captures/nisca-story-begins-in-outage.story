# The capture begins while nodes send again what was lost before.  What they had sent by then is not
# missing: 15 to 17 of VAX1, of which the ACK tells, and what lies between VAX2's 57, which is sent
# again, and 64.  Number 19 is missing.  One ACK covers 64 and 57, and none between them is here.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02

1:  0       VAX1 > VAX2  APPL seq=14 ack=56 REXMT | retransmission rexmt_cause=3 acked_in=@2
2:  0.0006  VAX2 > VAX1  ACK ack=17
3:  0.1     VAX2 > VAX1  APPL seq=64 ack=17       | acked_in=@6
4:  0.1006  VAX1 > VAX2  ACK ack=56
5:  0.2     VAX2 > VAX1  APPL seq=57 ack=17 REXMT | retransmission rexmt_cause=3 acked_in=@6
6:  0.2006  VAX1 > VAX2  ACK ack=64               | acks_frame=@3 ack_rtt=100.6ms
7:  0.3     VAX1 > VAX2  APPL seq=18 ack=64       | acked_in=@8
8:  0.3006  VAX2 > VAX1  ACK ack=18               | acks_frame=@7 ack_rtt=600us
9:  0.4     VAX1 > VAX2  APPL seq=20 ack=64       | seq_gap=1 out_of_sequence acked_in=@10
10: 0.4006  VAX2 > VAX1  ACK ack=20               | acks_frame=@9 ack_rtt=600us
11: 0.5     VAX2 > VAX1  APPL seq=67 ack=20       | seq_gap=2 out_of_sequence acked_in=@12
12: 0.5006  VAX1 > VAX2  ACK ack=67               | acks_frame=@11 ack_rtt=600us
