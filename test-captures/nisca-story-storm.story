# 20,000 copies of one message, 3 us apart: a loop between bridges.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
let c = nisca.circuit.start_frame=@1
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02

1:  0        VAX1 > VAX2  START
2:  0.0003   VAX2 > VAX1  STACK             | $c
3:  0.0006   VAX1 > VAX2  STARTED           | $c
4:  0.0009   VAX1 > VAX2  APPL seq=1 ack=0  | $c acked_in=@5
5:  0.0013   VAX2 > VAX1  APPL seq=1 ack=1  | $c acks_frame=@4 ack_rtt=400us acked_in=@6
6:  0.0017   VAX1 > VAX2  APPL seq=2 ack=1  | $c acks_frame=@5 ack_rtt=400us acked_in=@7
7:  0.1017   VAX2 > VAX1  ACK ack=2         | $c acks_frame=@6 ack_rtt=100ms
8:  0.1567   VAX1 > VAX2  APPL seq=3 ack=1  | $c acked_in=@ack

0.156703 every 3us x 20000:
    0        again @8                       | $c duplicate duplicate_of=@8 acked_in=@ack
                                              | ?duplicate_count   # 2 to 20,001

# Seen more than once before its ACK: no round trip.
ack: 0.2177  VAX2 > VAX1  ACK ack=3         | $c acks_frame=@8 ack_rtt=61ms
a: 0.2187    VAX1 > VAX2  APPL seq=4 ack=1  | $c acked_in=@b
b: 0.2191    VAX2 > VAX1  APPL seq=2 ack=4  | $c acks_frame=@a ack_rtt=400us acked_in=@c
c: 0.2195    VAX1 > VAX2  APPL seq=5 ack=2  | $c acks_frame=@b ack_rtt=400us acked_in=@d
d: 0.3195    VAX2 > VAX1  ACK ack=5         | $c acks_frame=@c ack_rtt=100ms
