# A mirror copies both directions, so that each frame comes twice, 20 us apart: that is how this
# port shows things, and no node sent anything twice.  One message is lost and sent again; a
# padded VERF is not answered, though the small ones are.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
only cluster.event
# That this port shows everything twice is known after ten transmissions: in one pass, the copies
# of the first ones are still called duplicates.
forward nisca.capture.copy_of nisca.analysis.duplicate nisca.analysis.duplicate_of
forward nisca.analysis.duplicate_count
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02
node all ether=ab:00:04:01:01:01

h1: 0        VAX1 > all   HELLO
+20us         again @h1  | copy_of=@h1
k1: 0.4      VAX2 > all   HELLO
+20us         again @k1  | copy_of=@k1
cc: 1        VAX1 > VAX2  CCSTART
+20us         again @cc  | copy_of=@cc
v1: 1.0003   VAX2 > VAX1  VERF  | nisca.channel.start_frame=@cc vack_frame=@w1
+20us         again @v1  | copy_of=@v1
w1: 1.0013   VAX1 > VAX2  VACK  | nisca.channel.start_frame=@cc verf_frame=@v1 setup_time=1.3ms
+20us         again @w1  | copy_of=@w1
m1: 1.5      VAX1 > VAX2  APPL seq=1 ack=0  | acked_in=@a1
+20us         again @m1  | copy_of=@m1
a1: 1.501    VAX2 > VAX1  ACK ack=1  | acks_frame=@m1 ack_rtt=1ms
+20us         again @a1  | copy_of=@a1
h2: 2.5      VAX1 > all   HELLO  | hello_delta=2.5s hello_previous=@h1
+20us         again @h2  | copy_of=@h2
k2: 2.9      VAX2 > all   HELLO  | hello_delta=2.5s hello_previous=@k1
+20us         again @k2  | copy_of=@k2
m2: 3        VAX1 > VAX2  APPL seq=2 ack=0  | acked_in=@a2
+20us         again @m2  | copy_of=@m2
a2: 3.001    VAX2 > VAX1  ACK ack=2  | acks_frame=@m2 ack_rtt=1ms
+20us         again @a2  | copy_of=@a2
h3: 5        VAX1 > all   HELLO  | hello_delta=2.5s hello_previous=@h2
+20us         again @h3  | copy_of=@h3
k3: 5.4      VAX2 > all   HELLO  | hello_delta=2.5s hello_previous=@k2
+20us         again @k3  | copy_of=@k3
m3: 5.5      VAX1 > VAX2  APPL seq=3 ack=0  | acked_in=@a3
+20us         again @m3  | copy_of=@m3
h4: 7.5      VAX1 > all   HELLO  | hello_delta=2.5s hello_previous=@h3
+20us         again @h4  | copy_of=@h4
k4: 7.9      VAX2 > all   HELLO  | hello_delta=2.5s hello_previous=@k3
+20us         again @k4  | copy_of=@k4
r3: 8.5      VAX1 > VAX2  APPL seq=3 ack=0 RSVP REXMT  | retransmission rexmt_cause=1 rexmt_of=@m3 rexmt_delta=3s acked_in=@a3
+20us         again @r3  | copy_of=@r3
a3: 8.501    VAX2 > VAX1  ACK ack=3  | acks_frame=@m3 rsvp_delay=1ms
+20us         again @a3  | copy_of=@a3
p1: 9        VAX1 > VAX2  VERF 00*1380  | nisca.cc.padding nisca.channel.start_frame=@cc
+20us         again @p1  | copy_of=@p1
h5: 10       VAX1 > all   HELLO  | hello_delta=2.5s hello_previous=@h4
+20us         again @h5  | copy_of=@h5
k5: 10.4     VAX2 > all   HELLO  | hello_delta=2.5s hello_previous=@k4
+20us         again @k5  | copy_of=@k5
v2: 12       VAX1 > VAX2  VERF  | nisca.channel.start_frame=@cc vack_frame=@w2
+20us         again @v2  | copy_of=@v2
w2: 12.0002  VAX2 > VAX1  VACK  | nisca.channel.start_frame=@cc verf_frame=@v2
+20us         again @w2  | copy_of=@w2
p2: 15       VAX1 > VAX2  VERF 00*1380  | nisca.cc.padding no_vack nisca.channel.start_frame=@cc
+20us         again @p2  | copy_of=@p2
