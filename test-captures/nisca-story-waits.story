# Long waits for ACKs, each told once: nothing gets through between two nodes for a while, though
# both are heard by all.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
capture sorted
only cluster.event
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02
node all ether=ab:00:04:01:01:01
let one = device_name=EWA
# HELLOs, pairs and causes are told by other stories.
open nisca.analysis.hello_previous nisca.analysis.hello_delta nisca.analysis.rexmt_cause
open nisca.analysis.acks_frame nisca.analysis.ack_rtt nisca.analysis.acked_in
open nisca.analysis.rsvp_delay nisca.analysis.rsvp_late nisca.analysis.retransmission
open nisca.analysis.rexmt_of nisca.analysis.rexmt_delta

0 every 3s x 21:
    0      VAX1 > all   HELLO $one
    0.5    VAX2 > all   HELLO $one

# Both wait.  VAX1 has three messages under way; the last came 3 s before the ACK, so it did not
# wait long.  The event of VAX1's ACK tells both, and VAX2's ACK, 200 ms later, nothing.
a:      1.0000  VAX1 > VAX2  APPL seq=1 ack=0
1.0010  VAX2 > VAX1  ACK ack=1
a2:     4.0000  VAX1 > VAX2  APPL seq=2 ack=0
4.1000  VAX1 > VAX2  APPL seq=3 ack=0
b1:     4.2000  VAX2 > VAX1  APPL seq=1 ack=1
7.0000  again @a2 RSVP REXMT
7.2000  again @b1 RSVP REXMT
8.0000  VAX1 > VAX2  APPL seq=4 ack=0
10.0000  again @a2 RSVP REXMT
10.2000  again @b1 RSVP REXMT
11.0000  again @a2 RSVP REXMT
11.0010  VAX2 > VAX1  ACK ack=4
      | nisca.ack.late nisca.ack.wait=7.001s nisca.ack.message=@a2 nisca.ack.tries=4
      | cluster.event="VAX1 waited 7.0 s for an ACK of VAX2: message 2 in frame 7 was sent 4 times (from adapter EWA to EWA), and 1 behind it waited, too; VAX2's HELLOs went on; it waits as well, for message 1 (frame 9)"
11.2000  again @b1 RSVP REXMT
11.2010  VAX1 > VAX2  ACK ack=1

# Message 6 is not there when 5 is: sent before that was told, it waits for 1 s more, which is the
# same incident.  Message 7 waits for 4 s more, which is told.
a5:     20.000  VAX1 > VAX2  APPL seq=5 ack=1
a6:     20.010  VAX1 > VAX2  APPL seq=6 ack=1
a7:     20.020  VAX1 > VAX2  APPL seq=7 ack=1
23.000  again @a5 RSVP REXMT
23.900  again @a5 RSVP REXMT
23.901  VAX2 > VAX1  ACK ack=5
      | nisca.ack.late nisca.ack.wait=3.901s nisca.ack.message=@a5 nisca.ack.tries=3
      | cluster.event="VAX1 waited 3.9 s for an ACK of VAX2: message 5 in frame 29 was sent 3 times (from adapter EWA to EWA); VAX2's HELLOs went on"
25.000  again @a6 RSVP REXMT
25.001  VAX2 > VAX1  ACK ack=6
# Message 6 is the third that was sent again: that is a burst, 1 s later.  Of the six messages from
# 2 on, these are 2, 5 and 6.
26.000  again @a7 RSVP REXMT
      | cluster.event="burst of retransmissions since frame 7: 3 of 6 messages from VAX1 to VAX2 were sent again, 6 times in all, the last in frame 39; message lost 3; all first went from EWA (02:00:00:04:10:01) to EWA (02:00:00:04:10:02)"
28.000  again @a7 RSVP REXMT
28.001  VAX2 > VAX1  ACK ack=7
      | nisca.ack.late nisca.ack.wait=7.981s nisca.ack.message=@a7 nisca.ack.tries=3
      | cluster.event="VAX1 waited 8.0 s for an ACK of VAX2: message 7 in frame 31 was sent 3 times (from adapter EWA to EWA); VAX2's HELLOs went on"

# The ACK comes 2.5 s after the latest copy, which asked for it at once: one before it may be
# missing here.  What the copy proves, is told.
a8:     35.000  VAX1 > VAX2  APPL seq=8 ack=1
38.000  again @a8 RSVP REXMT
41.000  again @a8 RSVP REXMT
43.500  VAX2 > VAX1  ACK ack=8
      | nisca.ack.late nisca.ack.wait=6s nisca.ack.message=@a8 nisca.ack.tries=3
      | cluster.event="VAX1 waited at least 6.0 s for an ACK of VAX2: message 8 in frame 50 was sent 3 times (from adapter EWA to EWA); VAX2's HELLOs went on"

# One loss costs 3 s, and is told by the retransmission.
a9:     50.000  VAX1 > VAX2  APPL seq=9 ack=1
53.000  again @a9 RSVP REXMT
53.001  VAX2 > VAX1  ACK ack=9
