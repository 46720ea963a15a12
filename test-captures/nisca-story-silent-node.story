# VAX2 dies after its HELLO at 6.4 s.  VAX1 goes on: it sends message 2 again and again, and
# nothing of VAX2 is heard.  At 16 s VAX1's HELLO is the first frame 8 s after VAX2's last.
# Then VAX2 is back.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
only cluster.event
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02
node all ether=ab:00:04:01:01:01

1:  0     VAX1 > all   HELLO
2:  0.4   VAX2 > all   HELLO
3:  3     VAX1 > all   HELLO                        | hello_delta=3s hello_previous=@1
4:  3.4   VAX2 > all   HELLO                        | hello_delta=3s hello_previous=@2
5:  4     VAX1 > VAX2  APPL seq=1 ack=0             | acked_in=@6
6:  4.001 VAX2 > VAX1  ACK ack=1                    | acks_frame=@5 ack_rtt=1ms
7:  6     VAX1 > all   HELLO                        | hello_delta=3s hello_previous=@3
8:  6.4   VAX2 > all   HELLO                        | hello_delta=3s hello_previous=@4
9:  7     VAX1 > VAX2  APPL seq=2 ack=0
10: 9     VAX1 > all   HELLO                        | hello_delta=3s hello_previous=@7
# 2.6 s after VAX2's last HELLO: it may come yet.  Not said in one pass, but in two.
11: 9     VAX1 > VAX2  APPL seq=2 ack=0 RSVP REXMT  | retransmission rexmt_of=@9 rexmt_delta=2s ?nisca.silent.last_frame
12: 11    VAX1 > VAX2  APPL seq=2 ack=0 RSVP REXMT  | retransmission rexmt_of=@9 rexmt_delta=4s nisca.silent.last_frame=@8
13: 12    VAX1 > all   HELLO                        | hello_delta=3s hello_previous=@10
14: 13    VAX1 > VAX2  APPL seq=2 ack=0 RSVP REXMT  | retransmission rexmt_of=@9 rexmt_delta=6s nisca.silent.last_frame=@8
15: 15    VAX1 > all   HELLO                        | hello_delta=3s hello_previous=@13 silent_node nisca.silent.last_frame=@8
      | cluster.event="VAX2 is silent: no frame of any kind for 8.6 s, the last is frame 8"
16: 18    VAX1 > all   HELLO                        | hello_delta=3s hello_previous=@15
17: 20    VAX2 > all   HELLO                        | hello_delta=13.6s hello_missed=4 hello_lost hello_previous=@8
      | cluster.event="VAX2 is heard again, after 13.6 s, last heard in frame 8"
18: 21    VAX1 > all   HELLO                        | hello_delta=3s hello_previous=@16
