# Both capture points see everything: each tells the story in its own frames.  At the
# end lan-b misses a HELLO and sees the next one late.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
place lan-a
place lan-b delay=20us
let c = nisca.circuit.start_frame=@13
node VAX1 id=1025 ether=02:00:00:04:10:01
node all ether=ab:00:04:01:01:01
node VAX2 id=1026 ether=02:00:00:04:10:02

1:  0        VAX1 > all   HELLO
      lan-b                                      | copy_of=@1.lan-a
3:  1        VAX2 > all   HELLO
      lan-b                                      | copy_of=@3.lan-a
5:  2        VAX1 > all   HELLO                  | hello_delta=2s hello_previous=@1
      lan-b                                      | copy_of=@5.lan-a
7:  3        VAX2 > all   HELLO                  | hello_delta=2s hello_previous=@3
      lan-b                                      | copy_of=@7.lan-a
9:  4        VAX1 > all   HELLO                  | hello_delta=2s hello_previous=@5
      lan-b                                      | copy_of=@9.lan-a
11: 5        VAX2 > all   HELLO                  | hello_delta=2s hello_previous=@7
      lan-b                                      | copy_of=@11.lan-a
13: 6        VAX1 > VAX2  START
      lan-b                                      | copy_of=@13.lan-a
15: 6.0003   VAX2 > VAX1  STACK                  | $c
      lan-b                                      | copy_of=@15.lan-a
17: 6.0006   VAX1 > VAX2  STARTED                | $c
      lan-b                                      | copy_of=@17.lan-a
19: 6.0009   VAX1 > VAX2  APPL seq=1 ack=0       | $c acked_in=@21
      lan-b                                      | copy_of=@19.lan-a
21: 6.0014   VAX2 > VAX1  APPL seq=1 ack=1       | $c acks_frame=@19 ack_rtt=500us acked_in=@23
      lan-b                                      | copy_of=@21.lan-a
23: 6.0514   VAX1 > VAX2  ACK ack=1              | $c acks_frame=@21 ack_rtt=50ms
      lan-b                                      | copy_of=@23.lan-a
25: 6.1014   VAX1 > VAX2  APPL seq=2 ack=1       | $c acked_in=@27
      lan-b                                      | copy_of=@25.lan-a
27: 6.1019   VAX2 > VAX1  APPL seq=2 ack=2       | $c acks_frame=@25 ack_rtt=500us acked_in=@29
      lan-b                                      | copy_of=@27.lan-a
29: 6.1519   VAX1 > VAX2  ACK ack=2              | $c acks_frame=@27 ack_rtt=50ms
      lan-b                                      | copy_of=@29.lan-a
31: 6.2019   VAX1 > VAX2  APPL seq=3 ack=2       | $c acked_in=@33
      lan-b                                      | copy_of=@31.lan-a
33: 6.2024   VAX2 > VAX1  APPL seq=3 ack=3       | $c acks_frame=@31 ack_rtt=500us acked_in=@35
      lan-b                                      | copy_of=@33.lan-a
35: 6.2524   VAX1 > VAX2  ACK ack=3              | $c acks_frame=@33 ack_rtt=50ms
      lan-b                                      | copy_of=@35.lan-a
37: 6.3024   VAX1 > VAX2  APPL seq=4 ack=3       | $c acked_in=@39
      lan-b                                      | copy_of=@37.lan-a
39: 6.3029   VAX2 > VAX1  APPL seq=4 ack=4       | $c acks_frame=@37 ack_rtt=500us acked_in=@41
      lan-b                                      | copy_of=@39.lan-a
41: 6.3529   VAX1 > VAX2  ACK ack=4              | $c acks_frame=@39 ack_rtt=50ms
      lan-b                                      | copy_of=@41.lan-a
43: 6.4029   VAX1 > VAX2  APPL seq=5 ack=4       | $c acked_in=@45
      lan-b                                      | copy_of=@43.lan-a
45: 6.4034   VAX2 > VAX1  APPL seq=5 ack=5       | $c acks_frame=@43 ack_rtt=500us acked_in=@47
      lan-b                                      | copy_of=@45.lan-a
47: 6.4534   VAX1 > VAX2  ACK ack=5              | $c acks_frame=@45 ack_rtt=50ms
      lan-b                                      | copy_of=@47.lan-a
49: 6.5034   VAX1 > VAX2  APPL seq=6 ack=5 RSVP  | $c acked_in=@51
      lan-b                                      | copy_of=@49.lan-a
51: 6.5037   VAX2 > VAX1  ACK ack=6              | $c rsvp_delay=300us acks_frame=@49 ack_rtt=300us
      lan-b                                      | copy_of=@51.lan-a
53: 15.5037  VAX1 > all   HELLO                  | hello_delta=11.5037s hello_missed=3 hello_lost hello_previous=@9
      lan-b                                      | copy_of=@53.lan-a
55: 16.5037  VAX1 > all   HELLO at lan-a         | hello_delta=1s hello_previous=@53
56: 19.5037  VAX1 > all   HELLO
      lan-a                                      | hello_delta=3s hello_previous=@55
      lan-b                                      | hello_delta=4s hello_late hello_previous=@53 copy_of=@56.lan-a
