# Two clones of a cluster on two VLANs, with equal names, addresses and numbers: each is
# healthy, and nothing is said of what the other one does.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
only cluster.event
node VAX1   id=1025 ether=02:00:00:04:10:01
node VAX2   id=1026 ether=02:00:00:04:10:02
node CLONE1 id=1025 ether=02:00:00:04:10:01
node CLONE2 id=1026 ether=02:00:00:04:10:02
node all ether=ab:00:04:01:01:01
let one = frame.carrier="ethernet vlan:10 type:0x6007"
let two = frame.carrier="ethernet vlan:20 type:0x6007"
let other = application=0xbeef frame.carrier="ethernet vlan:20 type:0x6007"

2 every 3s x 1:
  0         VAX1 > all        HELLO $one
  0.2       VAX2 > all        HELLO $one
  m1: 0.5     VAX1 > VAX2       APPL $one  | acked_in=@a1
  a1: 0.501   VAX2 > VAX1       ACK $one   | acks_frame=@m1 ack_rtt=1ms
  1.3       CLONE1 > all      HELLO $two nodename=VAX1
  1.5       CLONE2 > all      HELLO $two nodename=VAX2
  m2: 1.8     CLONE1 > CLONE2   APPL $other  | acked_in=@a2
  a2: 1.801   CLONE2 > CLONE1   ACK $two   | acks_frame=@m2 ack_rtt=1ms
5 every 3s x 7:
  0         VAX1 > all        HELLO $one  | hello_delta=3s hello_previous=@-8
  0.2       VAX2 > all        HELLO $one  | hello_delta=3s hello_previous=@-8
  m1: 0.5     VAX1 > VAX2       APPL $one  | acked_in=@a1
  a1: 0.501   VAX2 > VAX1       ACK $one   | acks_frame=@m1 ack_rtt=1ms
  1.3       CLONE1 > all      HELLO $two nodename=VAX1  | hello_delta=3s hello_previous=@-8
  1.5       CLONE2 > all      HELLO $two nodename=VAX2  | hello_delta=3s hello_previous=@-8
  m2: 1.8     CLONE1 > CLONE2   APPL $other  | acked_in=@a2
  a2: 1.801   CLONE2 > CLONE1   ACK $two   | acks_frame=@m2 ack_rtt=1ms
