# A port that shows what VAX1 sends, and of VAX2 only what is for all: nothing is lost that can
# be seen.  There is no cause, and no question without an answer.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
only cluster.event
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02
node all ether=ab:00:04:01:01:01

1:  0     VAX1 > all   HELLO
2:  0.5   VAX2 > all   HELLO
3:  1     VAX1 > VAX2  CCSTART
4:  2.5   VAX1 > all   HELLO                        | hello_delta=2.5s hello_previous=@1
5:  3     VAX2 > all   HELLO                        | hello_delta=2.5s hello_previous=@2
6:  4     VAX1 > VAX2  CCSTART
7:  4.001 VAX1 > VAX2  VACK                         | nisca.channel.start_frame=@6
8:  5     VAX1 > all   HELLO                        | hello_delta=2.5s hello_previous=@4
9:  5.5   VAX2 > all   HELLO                        | hello_delta=2.5s hello_previous=@5
10: 5.6   VAX1 > VAX2  VERF                         | nisca.channel.start_frame=@6
11: 6     VAX1 > VAX2  APPL seq=1 ack=0
12: 7.4   VAX1 > VAX2  VERF                         | nisca.channel.start_frame=@6
13: 7.5   VAX1 > all   HELLO                        | hello_delta=2.5s hello_previous=@8
14: 8     VAX2 > all   HELLO                        | hello_delta=2.5s hello_previous=@9
15: 9     VAX1 > VAX2  APPL seq=1 ack=0 RSVP REXMT  | retransmission rexmt_of=@11 rexmt_delta=3s
      | _ws.expert.message="Retransmission: No cause, as nothing that VAX2 sent to this node was captured so far; message 1 from VAX1 to VAX2, 3.0 s after the first time"
16: 9.5   VAX1 > VAX2  APPL seq=2 ack=1
