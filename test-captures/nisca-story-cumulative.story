# One acknowledgment covers many; numbers are those of a circuit that began long
# before the capture did.  The last message is never acknowledged.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
let lan2 = eth.src=from.ether2 eth.dst=to.ether2
node VAX2 id=1026 ether=02:00:00:04:10:02 ether2=02:00:00:04:11:02
node VAX1 id=1025 ether=02:00:00:04:10:01 ether2=02:00:00:04:11:01

1:  0        VAX2 > VAX1  ACK ack=4710
2:  0.001    VAX1 > VAX2  APPL seq=4711 ack=4710                  | acked_in=@3
3:  0.0014   VAX2 > VAX1  APPL seq=4711 ack=4711                  | acks_frame=@2 ack_rtt=400us acked_in=@4
4:  0.0018   VAX1 > VAX2  APPL seq=4712 ack=4711                  | acks_frame=@3 ack_rtt=400us acked_in=@5
5:  0.1018   VAX2 > VAX1  ACK ack=4712                            | acks_frame=@4 ack_rtt=100ms
6:  0.1068   VAX2 > VAX1  ACK ack=4712
7:  0.1568   VAX1 > VAX2  APPL seq=4713 ack=4711                  | acked_in=@8
8:  0.1572   VAX2 > VAX1  APPL seq=4712 ack=4713                  | acks_frame=@7 ack_rtt=400us acked_in=@9
9:  0.1576   VAX1 > VAX2  APPL seq=4714 ack=4712                  | acks_frame=@8 ack_rtt=400us acked_in=@10
10: 0.2576   VAX2 > VAX1  ACK ack=4714                            | acks_frame=@9 ack_rtt=100ms
11: 0.2626   VAX2 > VAX1  ACK ack=4714
12: 0.3126   VAX1 > VAX2  APPL seq=4715 ack=4712                  | acked_in=@17
13: 0.31263  VAX1 > VAX2  APPL seq=4716 ack=4712                  | acked_in=@17
14: 0.31266  VAX1 > VAX2  APPL seq=4717 ack=0 flags=DATA+SEQ+CTL  | acked_in=@17
15: 0.31269  VAX1 > VAX2  APPL seq=4718 ack=4712                  | acked_in=@17
16: 0.31272  VAX1 > VAX2  APPL seq=4719 ack=4712                  | acked_in=@17
17: 0.31275  VAX2 > VAX1  ACK ack=4719                            | acks_frame=@16 ack_rtt=30us
18: 0.31375  VAX2 > VAX1  APPL seq=4713 ack=4719                  | acked_in=@19
19: 0.31475  VAX1 > VAX2  ACK ack=4713 $lan2                      | acks_frame=@18 ack_rtt=1ms
20: 0.31575  VAX1 > VAX2  APPL seq=4720 ack=4713 $lan2            | acked_in=@22
21: 0.31675  VAX1 > VAX2  APPL seq=4721 ack=4713                  | acked_in=@22
22: 0.31775  VAX2 > VAX1  ACK ack=4721 $lan2                      | acks_frame=@21 ack_rtt=1ms
23: 0.31875  VAX1 > VAX2  APPL seq=4722 ack=4713
