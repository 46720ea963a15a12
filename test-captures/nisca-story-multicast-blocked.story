# A switch drops multicasts: two capture points, one at the port of each node.  VAX2's HELLOs
# do not come to VAX1's port from 4 s to 16 s, VAX1's come; what goes to one node comes all the
# time.  VAX2 sent in time, and nobody is silent.  HELLOs were missing for longer than the listen
# timeout when y5 came to port2; a5, the next frame of VAX2, shows that the way is open.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
only cluster.event
capture sorted
place port1
place port2  delay=20us
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02
node all ether=ab:00:04:01:01:01

x0: 0.0      VAX1 > all   HELLO
      port2 | copy_of=@x0.port1
y0: 0.5      VAX2 > all   HELLO
      port2 | copy_of=@y0.port1
m0: 1.0      VAX1 > VAX2  APPL ack=0  | acked_in=@a0
      port2 | copy_of=@m0.port1
a0: +1ms     VAX2 > VAX1  ACK        | acks_frame=@m0 ack_rtt=1ms
      port2 | copy_of=@a0.port1
x1: 2.5      VAX1 > all   HELLO  | hello_delta=2.5s hello_previous=@x0
      port2 | copy_of=@x1.port1
y1: 3.0      VAX2 > all   HELLO
      port1 | hello_delta=2.5s hello_previous=@y0.port1
      port2 | hello_delta=2.5s hello_previous=@y0.port2 copy_of=@y1.port1
m1: 3.5      VAX1 > VAX2  APPL ack=0  | acked_in=@a1
      port2 | copy_of=@m1.port1
a1: +1ms     VAX2 > VAX1  ACK        | acks_frame=@m1 ack_rtt=1ms
      port2 | copy_of=@a1.port1
x2: 5.0      VAX1 > all   HELLO  | hello_delta=2.5s hello_previous=@x1
      port2 | copy_of=@x2.port1
y2: 5.5      VAX2 > all   HELLO  at port2  | hello_delta=2.5s hello_previous=@y1.port2
m2: 6.0      VAX1 > VAX2  APPL ack=0  | acked_in=@a2
      port2 | copy_of=@m2.port1
a2: +1ms     VAX2 > VAX1  ACK        | acks_frame=@m2 ack_rtt=1ms
      port2 | copy_of=@a2.port1
x3: 7.5      VAX1 > all   HELLO  | hello_delta=2.5s hello_previous=@x2
      port2 | copy_of=@x3.port1
y3: 8.0      VAX2 > all   HELLO  at port2  | hello_delta=2.5s hello_previous=@y2.port2
m3: 8.5      VAX1 > VAX2  APPL ack=0  | acked_in=@a3
      port2 | copy_of=@m3.port1
a3: +1ms     VAX2 > VAX1  ACK        | acks_frame=@m3 ack_rtt=1ms
      port2 | copy_of=@a3.port1
x4: 10.0     VAX1 > all   HELLO  | hello_delta=2.5s hello_previous=@x3
      port2 | copy_of=@x4.port1
y4: 10.5     VAX2 > all   HELLO  at port2  | hello_delta=2.5s hello_previous=@y3.port2
m4: 11.0     VAX1 > VAX2  APPL ack=0  | acked_in=@a4
      port2 | copy_of=@m4.port1
a4: +1ms     VAX2 > VAX1  ACK        | acks_frame=@m4 ack_rtt=1ms
      port2 | copy_of=@a4.port1
x5: 12.5     VAX1 > all   HELLO  | hello_delta=2.5s hello_previous=@x4
      port2 | copy_of=@x5.port1
y5: 13.0     VAX2 > all   HELLO  at port2  | hello_delta=2.5s hello_previous=@y4.port2
m5: 13.5     VAX1 > VAX2  APPL ack=0  | acked_in=@a5
      port2 | copy_of=@m5.port1
a5: +1ms     VAX2 > VAX1  ACK        | acks_frame=@m5 ack_rtt=1ms
      port1 | cluster.event="port1 sees no HELLO of VAX2, adapter EWB (02:00:00:04:10:02), for 10.5 s, since frame 11: others see them, they are lost on the way there; what it sends to one node still comes there: look for a switch that drops multicasts"
      port2 | copy_of=@a5.port1
x6: 15.0     VAX1 > all   HELLO  | hello_delta=2.5s hello_previous=@x5
      port2 | copy_of=@x6.port1
y6: 15.5     VAX2 > all   HELLO  at port2  | hello_delta=2.5s hello_previous=@y5.port2
m6: 16.0     VAX1 > VAX2  APPL ack=0  | acked_in=@a6
      port2 | copy_of=@m6.port1
a6: +1ms     VAX2 > VAX1  ACK        | acks_frame=@m6 ack_rtt=1ms
      port2 | copy_of=@a6.port1
x7: 17.5     VAX1 > all   HELLO  | hello_delta=2.5s hello_previous=@x6
      port2 | copy_of=@x7.port1
y7: 18.0     VAX2 > all   HELLO
      port1 | hello_delta=15s hello_missed=4 hello_lost hello_previous=@y1.port1 cluster.event="port1 saw no HELLO of VAX2, adapter EWB (02:00:00:04:10:02), for 15.0 s, since frame 11: they were sent in time, and lost on the way there"
      port2 | hello_delta=2.5s hello_previous=@y6.port2 copy_of=@y7.port1
m7: 18.5     VAX1 > VAX2  APPL ack=0  | acked_in=@a7
      port2 | copy_of=@m7.port1
a7: +1ms     VAX2 > VAX1  ACK        | acks_frame=@m7 ack_rtt=1ms
      port2 | copy_of=@a7.port1
x8: 20.0     VAX1 > all   HELLO  | hello_delta=2.5s hello_previous=@x7
      port2 | copy_of=@x8.port1
y8: 20.5     VAX2 > all   HELLO
      port1 | hello_delta=2.5s hello_previous=@y7.port1
      port2 | hello_delta=2.5s hello_previous=@y7.port2 copy_of=@y8.port1
m8: 21.0     VAX1 > VAX2  APPL ack=0  | acked_in=@a8
      port2 | copy_of=@m8.port1
a8: +1ms     VAX2 > VAX1  ACK        | acks_frame=@m8 ack_rtt=1ms
      port2 | copy_of=@a8.port1
