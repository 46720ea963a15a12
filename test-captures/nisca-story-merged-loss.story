# Number 2 gets lost between the two points: lan-b, near the receiver, sees only its
# repetition, in which nothing is missing.  What lan-a proves holds for lan-b too.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
place lan-a
place lan-b delay=20us
let c = nisca.circuit.start_frame=@1
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02

1:  0       VAX1 > VAX2  START
      lan-b                                           | copy_of=@1.lan-a
3:  0.0003  VAX2 > VAX1  STACK                        | $c
      lan-b                                           | copy_of=@3.lan-a
5:  0.0006  VAX1 > VAX2  STARTED                      | $c
      lan-b                                           | copy_of=@5.lan-a
7:  0.0009  VAX1 > VAX2  APPL seq=1 ack=0             | $c acked_in=@9
      lan-b                                           | copy_of=@7.lan-a
9:  0.0019  VAX2 > VAX1  APPL seq=1 ack=1             | $c acks_frame=@7 ack_rtt=1ms
                                                      | acked_in=@11
      lan-b                                           | copy_of=@9.lan-a
11: 0.0029  VAX1 > VAX2  APPL seq=2 ack=1 at lan-a    | $c acks_frame=@9 ack_rtt=1ms acked_in=@14
12: 3.0029  VAX1 > VAX2  APPL seq=2 ack=1 RSVP REXMT  | $c retransmission acked_in=@14
                                                      | rexmt_cause=1 rexmt_of=@11 rexmt_delta=3s
      lan-b                                           | copy_of=@12.lan-a
14: 3.0039  VAX2 > VAX1  ACK ack=2                    | $c rsvp_delay=1ms acks_frame=@11
      lan-b                                           | copy_of=@14.lan-a
16: 3.0049  VAX1 > VAX2  APPL seq=3 ack=1             | $c acked_in=@18
      lan-b                                           | copy_of=@16.lan-a
18: 3.0059  VAX2 > VAX1  ACK ack=3                    | $c acks_frame=@16 ack_rtt=1ms
      lan-b                                           | copy_of=@18.lan-a
