# VAX2 shuts down with number 1 under way; VAX1 sends it again 100 ms after VAX2's BYE.  Nobody
# can acknowledge it: there is a first transmission, and no cause.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
only cluster.event
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02
node all ether=ab:00:04:01:01:01

1: 0    VAX2 > all   HELLO
2: 1    VAX1 > VAX2  APPL seq=1 ack=0
3: 2    VAX2 > all   HELLO                        | hello_delta=2s hello_previous=@1
4: 2.5  VAX2 > all   BYE                          | nisca.bye cluster.event="VAX2 says BYE: it leaves the cluster"
5: 2.6  VAX1 > VAX2  APPL seq=1 ack=0 RSVP REXMT  | retransmission rexmt_of=@2 rexmt_delta=1.6s
