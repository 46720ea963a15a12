# The clock is set back by an hour: no interval across that moment is late, and links
# still are right.  An interval below zero may be shown or not.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
start 1704150000
let c = nisca.circuit.start_frame=@2
node VAX1 id=1025 ether=02:00:00:04:10:01
node all ether=ab:00:04:01:01:01
node VAX2 id=1026 ether=02:00:00:04:10:02

1:  14645       VAX1 > all   HELLO
2:  14645       VAX1 > VAX2  START swincarn=start-71755s
3:  14645.0003  VAX2 > VAX1  STACK swincarn=start-71755s  | $c
4:  14645.0006  VAX1 > VAX2  STARTED                      | $c
5:  14645.0009  VAX1 > VAX2  APPL seq=1 ack=0             | $c acked_in=@7
6:  11045.0009  VAX1 > all   HELLO
7:  11045.0009  VAX2 > VAX1  ACK ack=1                    | $c acks_frame=@5 ?ack_rtt
8:  11048.0009  VAX1 > all   HELLO                        | hello_delta=3s hello_previous=@6
9:  11048.0009  VAX1 > VAX2  APPL seq=2 ack=0             | $c acked_in=@10
10: 11048.0019  VAX2 > VAX1  ACK ack=2                    | $c acks_frame=@9 ack_rtt=1ms
