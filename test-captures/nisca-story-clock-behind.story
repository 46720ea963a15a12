# Two analyzers; the clock of the second one is 1 ms behind, more than VAX2 takes to answer.
# Number 2 is lost between the two.  By the times as captured, VAX2 has acknowledged it before
# it was sent again.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
only cluster.event
capture sorted
place a
place b  delay=-900us   # on the way for 100us
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02
node all ether=ab:00:04:01:01:01

h1: 0        VAX1 > all   HELLO
        a | copy_of=@h1.b
m1: 1        VAX1 > VAX2  APPL seq=1 ack=0             | acked_in=@a1
        a | copy_of=@m1.b
a1: 1.0005   VAX2 > VAX1  ACK ack=1                    | acks_frame=@m1 ack_rtt=500us
        a | copy_of=@a1.b
m2: 2        VAX1 > VAX2  APPL seq=2 ack=0  at a       | acked_in=@a2
h2: 2.5      VAX1 > all   HELLO                        | hello_delta=2.5s hello_previous=@h1
        a | copy_of=@h2.b
r2: 5        VAX1 > VAX2  APPL seq=2 ack=0 RSVP REXMT  | retransmission rexmt_cause=1 rexmt_of=@m2 rexmt_delta=3s acked_in=@a2
        a | copy_of=@r2.b
a2: 5.0005   VAX2 > VAX1  ACK ack=2                    | acks_frame=@m2 rsvp_delay=500us
        a | copy_of=@a2.b
