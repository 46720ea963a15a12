# Two captures of one LAN, the first one with tcpdump's old snap length of 68: its frames do not
# have the time at which a node sent them, and are the same transmissions.  Nothing counts twice.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
capture sorted
place old  snap=68
place new  delay=40us
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02
node all ether=ab:00:04:01:01:01

h1: 0       VAX1 > all   HELLO
      new | copy_of=@h1.old
k1: 0.4     VAX2 > all   HELLO
      new | copy_of=@k1.old
c: 1       VAX1 > VAX2  CCSTART
      new | copy_of=@c.old
v: 1.0003  VAX2 > VAX1  VERF  | nisca.channel.start_frame=@c vack_frame=@w
      new | copy_of=@v.old
w: 1.0013  VAX1 > VAX2  VACK  | nisca.channel.start_frame=@c verf_frame=@v setup_time=1.3ms
      new | copy_of=@w.old
s: 1.5     VAX1 > VAX2  START
      new | copy_of=@s.old
t: 1.501   VAX2 > VAX1  STACK  | nisca.circuit.start_frame=@s
      new | copy_of=@t.old
h2: 2.5     VAX1 > all   HELLO  | hello_delta=2.5s hello_previous=@h1
      new | copy_of=@h2.old
k2: 2.9     VAX2 > all   HELLO  | hello_delta=2.5s hello_previous=@k1
      new | copy_of=@k2.old
m: 3       VAX1 > VAX2  APPL seq=1 ack=0  | nisca.circuit.start_frame=@s acked_in=@a
      new | copy_of=@m.old
a: 3.001   VAX2 > VAX1  ACK ack=1  | nisca.circuit.start_frame=@s acks_frame=@m ack_rtt=1ms
      new | copy_of=@a.old
v2: 4       VAX1 > VAX2  VERF  | nisca.channel.start_frame=@c vack_frame=@w2
      new | copy_of=@v2.old
w2: 4.0002  VAX2 > VAX1  VACK  | nisca.channel.start_frame=@c verf_frame=@v2
      new | copy_of=@w2.old
h3: 5       VAX1 > all   HELLO  | hello_delta=2.5s hello_previous=@h2
      new | copy_of=@h3.old
b: 5.5     VAX2 > all   BYE  | nisca.bye
      new | copy_of=@b.old
