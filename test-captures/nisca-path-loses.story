# VAX1 and VAX2 have two LANs with equal adapters on it.  The second one loses three messages at
# 10, 12 and 14 s, and a fourth one at 30 s; each is sent again over the first one 0.6 s later.
# Then nothing is lost any more: the burst is over, 30 s behind the last one.  A last message
# is lost at 80 s, which is no burst.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
capture sorted
node VAX1 id=1025 ether=02:00:00:04:10:01 ether2=02:00:00:04:11:01
node VAX2 id=1026 ether=02:00:00:04:10:02 ether2=02:00:00:04:11:02
node all ether=ab:00:04:01:01:01
let here = device_name=EWA
let two = device_name=EWA eth.src=from.ether2
let lan2 = eth.src=from.ether2 eth.dst=to.ether2
# What each retransmission says is told by other stories; tests/test_timeline_rows.py reads the
# table.
open everything

0 every 3s x 30:
    0     VAX1 > all   HELLO $here
    100ms VAX1 > all   HELLO $two
    200ms VAX2 > all   HELLO $here
    300ms VAX2 > all   HELLO $two

5 every 1s x 5:
    0     VAX1 > VAX2  APPL seq={i} ack=0
    1ms   VAX2 > VAX1  ACK ack={i}

10 every 2s x 3:
    0     VAX1 > VAX2  APPL seq={2*i+4} ack=0 $lan2
    600ms VAX1 > VAX2  APPL seq={2*i+4} ack=0 RSVP REXMT
    601ms VAX2 > VAX1  ACK ack={2*i+4}
    1s    VAX1 > VAX2  APPL seq={2*i+5} ack=0 $lan2
    1.001 VAX2 > VAX1  ACK ack={2*i+5} $lan2

30.0   VAX1 > VAX2  APPL seq=12 ack=0 $lan2
30.6   VAX1 > VAX2  APPL seq=12 ack=0 RSVP REXMT
30.601 VAX2 > VAX1  ACK ack=12

40 every 5s x 8:
    0     VAX1 > VAX2  APPL seq={i+12} ack=0
    1ms   VAX2 > VAX1  ACK ack={i+12}

80.0   VAX1 > VAX2  APPL seq=21 ack=0 $lan2
80.6   VAX1 > VAX2  APPL seq=21 ack=0 RSVP REXMT
80.601 VAX2 > VAX1  ACK ack=21
