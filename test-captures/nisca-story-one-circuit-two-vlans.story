# One cluster on two LANs, which are VLANs of one trunk: messages go by the first or the second,
# answers by the other.  It is one circuit: no number is missing, and number 6, lost on VLAN 10,
# is sent again on VLAN 20.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
only cluster.event
node VAX1 id=1025 ether=02:00:00:04:10:01 ether2=02:00:00:04:11:01
node VAX2 id=1026 ether=02:00:00:04:10:02 ether2=02:00:00:04:11:02
let one = frame.carrier="ethernet vlan:10 type:0x6007"
let two = frame.carrier="ethernet vlan:20 type:0x6007" eth.src=from.ether2 eth.dst=to.ether2
# Two clusters may use two VLANs; that these are one is known after some messages.
let open = ?acked_in ?acks_frame ?ack_rtt ?nisca.circuit.start_frame
let c = nisca.circuit.start_frame=@1

1:  0        VAX1 > VAX2  START $one
2:  0.0003   VAX2 > VAX1  STACK $one                       | $c
3:  0.0006   VAX1 > VAX2  STARTED $one                     | $c
4:  1        VAX1 > VAX2  APPL $one seq=1 ack=0            | $open
5:  1.001    VAX2 > VAX1  ACK $two ack=1                   | $open
6:  1.1      VAX1 > VAX2  APPL $two seq=2 ack=0            | $open
7:  1.101    VAX2 > VAX1  ACK $one ack=2                   | $open
8:  1.2      VAX1 > VAX2  APPL $two seq=3 ack=0            | $open
9:  1.201    VAX2 > VAX1  ACK $two ack=3                   | $open
10: 1.3      VAX1 > VAX2  APPL $one seq=4 ack=0            | $open
11: 1.301    VAX2 > VAX1  APPL $two seq=1 ack=4            | $open
12: 1.4      VAX1 > VAX2  APPL $two seq=5 ack=1            | $open
13: 1.401    VAX2 > VAX1  ACK $one ack=5                   | $c acks_frame=@12 ack_rtt=1ms
14: 2        VAX1 > VAX2  APPL $one seq=6 ack=1            | $c acked_in=@16
15: 5        VAX1 > VAX2  APPL $two seq=6 ack=1 RSVP REXMT | $c retransmission rexmt_cause=1 rexmt_of=@14 rexmt_delta=3s acked_in=@16
16: 5.001    VAX2 > VAX1  ACK $two ack=6                   | $c acks_frame=@14 rsvp_delay=1ms
17: 5.1      VAX1 > VAX2  APPL $one seq=7 ack=1            | $c acked_in=@18
18: 5.101    VAX2 > VAX1  ACK $two ack=7                   | $c acks_frame=@17 ack_rtt=1ms
