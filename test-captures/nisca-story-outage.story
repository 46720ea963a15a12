# VAX2 is away for 11 s, as eight times in a capture of real nodes: HELLOs end, two messages are
# not acknowledged, a VERF is not answered.  Then a channel and a circuit are formed again.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
only cluster.event
let c1 = nisca.circuit.start_frame=@6
let c2 = nisca.circuit.start_frame=@27
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02
node all ether=ab:00:04:01:01:01

1:  0        VAX1 > all   HELLO
2:  0.5      VAX2 > all   HELLO
3:  1        VAX1 > VAX2  CCSTART
4:  1.0003   VAX2 > VAX1  VERF              | nisca.channel.start_frame=@3 vack_frame=@5
5:  1.0013   VAX1 > VAX2  VACK              | nisca.channel.start_frame=@3 verf_frame=@4 setup_time=1.3ms
6:  1.1      VAX1 > VAX2  START
7:  1.101    VAX2 > VAX1  STACK             | $c1
8:  1.102    VAX1 > VAX2  STARTED           | $c1
9:  2.5      VAX1 > all   HELLO             | hello_delta=2.5s hello_previous=@1
10: 3        VAX2 > all   HELLO             | hello_delta=2.5s hello_previous=@2
11: 3.1      VAX1 > VAX2  APPL seq=1 ack=0  | $c1 acked_in=@12
12: 3.101    VAX2 > VAX1  ACK ack=1         | $c1 acks_frame=@11 ack_rtt=1ms
13: 5        VAX1 > all   HELLO             | hello_delta=2.5s hello_previous=@9
14: 5.5      VAX2 > all   HELLO             | hello_delta=2.5s hello_previous=@10
15: 6        VAX1 > VAX2  VERF              | nisca.channel.start_frame=@3
16: 7.5      VAX1 > all   HELLO             | hello_delta=2.5s hello_previous=@13
17: 8        VAX1 > VAX2  APPL seq=2 ack=0  | $c1
18: 9.5      VAX1 > VAX2  APPL seq=2 ack=0 RSVP REXMT  | $c1 retransmission rexmt_of=@17 rexmt_delta=1.5s nisca.silent.last_frame=@14
19: 10       VAX1 > all   HELLO             | hello_delta=2.5s hello_previous=@16
20: 12.5     VAX1 > all   HELLO             | hello_delta=2.5s hello_previous=@19
21: 13.6     VAX1 > VAX2  VERF
      | nisca.channel.start_frame=@3 no_vack silent_node nisca.silent.last_frame=@14
      | cluster.event="VAX2 is silent: no frame of any kind for 8.1 s, the last is frame 14"
22: 15       VAX1 > all   HELLO             | hello_delta=2.5s hello_previous=@20
23: 16.5     VAX2 > all   HELLO             | hello_delta=11s hello_missed=3 hello_lost hello_previous=@14
      | cluster.event="VAX2 is heard again, after 11.0 s, last heard in frame 14"
24: 17       VAX1 > VAX2  CCSTART chan_seq=2
25: 17.0003  VAX2 > VAX1  VERF chan_seq=2   | nisca.channel.start_frame=@24 vack_frame=@26
26: 17.0013  VAX1 > VAX2  VACK chan_seq=2   | nisca.channel.start_frame=@24 verf_frame=@25 setup_time=1.3ms
27: 17.1     VAX1 > VAX2  START             | restarted broken nisca.circuit.unacked=@17 nisca.circuit.tries=2
      | cluster.event="The circuit from VAX1 to VAX2 broke: message 2 in frame 17 was sent 2 times (from adapter EWB to EWB) in 1.5 s and never acknowledged; VAX2 was silent meanwhile"
28: 17.101   VAX2 > VAX1  STACK             | $c2
29: 17.102   VAX1 > VAX2  STARTED           | $c2
      | cluster.event="The circuit between VAX1 and VAX2 works again, 9.1 s after message 2 in frame 17, with which it broke"
30: 17.5     VAX1 > all   HELLO             | hello_delta=2.5s hello_previous=@22
31: 18.2     VAX1 > VAX2  APPL seq=1 ack=0  | $c2 acked_in=@32
32: 18.201   VAX2 > VAX1  ACK ack=1         | $c2 acks_frame=@31 ack_rtt=1ms
33: 19       VAX2 > all   HELLO             | hello_delta=2.5s hello_previous=@23
34: 22       VAX1 > VAX2  VERF chan_seq=2   | nisca.channel.start_frame=@24 vack_frame=@35
35: 22.0002  VAX2 > VAX1  VACK chan_seq=2   | nisca.channel.start_frame=@24 verf_frame=@34
