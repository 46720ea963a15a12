# Two nodes with V7.3 form a cluster and work for ten minutes; another cluster is on
# the same LAN.  Nobody must be accused.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
let lan2 = eth.src=from.ether2 eth.dst=to.ether2
let from2 = eth.src=from.ether2
let c = nisca.circuit.start_frame=@start
let ch1 = nisca.channel.start_frame=@cc1
let ch2 = nisca.channel.start_frame=@cc2
let hello = hello_delta=2.5s hello_previous=@-18
let foreign = group=2026 minor=6
node VAX1    id=1025 ether=02:00:00:04:10:01 ether2=02:00:00:04:11:01
node VAX2    id=1026 ether=02:00:00:04:10:02 ether2=02:00:00:04:11:02
node ALPHA1  id=2049 ether=02:00:00:08:10:01
node ALPHA2  id=2050 ether=02:00:00:08:10:02
node all     ether=ab:00:04:01:01:01
node foreign  ether=ab:00:04:01:ea:08

# The channels and the circuit.
h1: 0        VAX1 > all   HELLO
h2: 0.1      VAX1 > all   HELLO $from2
h3: 0.2      VAX2 > all   HELLO
h4: 0.3      VAX2 > all   HELLO $from2
h5: 0.4      ALPHA1 > foreign  HELLO $foreign
cc1: 0.8     VAX2 > VAX1  CCSTART
v: 0.80025   VAX1 > VAX2  VERF              | $ch1 vack_frame=@w
w: 0.80125   VAX2 > VAX1  VACK              | $ch1 verf_frame=@v setup_time=1.25ms
start: 0.802  VAX1 > VAX2  START
0.8023       VAX2 > VAX1  STACK             | $c
0.8026       VAX1 > VAX2  STARTED           | $c
cc2: 0.804   VAX2 > VAX1  CCSTART $lan2
x: 0.80425   VAX1 > VAX2  VERF $lan2        | $ch2 vack_frame=@y
y: 0.80525   VAX2 > VAX1  VACK $lan2        | $ch2 verf_frame=@x setup_time=1.25ms
# Each direction has one test of the full size, too.
p: 0.9       VAX1 > VAX2  VERF 00*1380   | $ch1 vack_frame=@q
q: 0.9004    VAX2 > VAX1  VACK              | $ch1 verf_frame=@p
r: 0.91      VAX2 > VAX1  VERF 00*1380   | $ch1 vack_frame=@s
s: 0.9104    VAX1 > VAX2  VACK              | $ch1 verf_frame=@r

# A round of work: HELLOs, tests of both channels, bursts of messages in both
# directions, and a message that asks for its ACK at once.
2.5 every 1s x 1:
  0        VAX1 > all   HELLO               | hello_delta=2.5s hello_previous=@h1
  0.1      VAX1 > all   HELLO $from2        | hello_delta=2.5s hello_previous=@h2
  0.2      VAX2 > all   HELLO               | hello_delta=2.5s hello_previous=@h3
  0.3      VAX2 > all   HELLO $from2        | hello_delta=2.5s hello_previous=@h4
  0.4      ALPHA1 > foreign  HELLO $foreign | hello_delta=2.5s hello_previous=@h5
  0.5      VAX2 > VAX1  VERF               | $ch1 vack_frame=@v1
  v1: 0.5002  VAX1 > VAX2  VACK            | $ch1 verf_frame=@-1
  0.6      VAX1 > VAX2  VERF $lan2         | $ch2 vack_frame=@v2
  v2: 0.6002  VAX2 > VAX1  VACK $lan2      | $ch2 verf_frame=@-1
  1        VAX1 > VAX2  APPL               | $c acked_in=@q
  1.00006  VAX1 > VAX2  APPL               | $c acked_in=@q
  p: 1.00012  VAX1 > VAX2  APPL            | $c acked_in=@q
  q: 1.0006  VAX2 > VAX1  APPL             | $c acks_frame=@p ack_rtt=480us acked_in=@r
  r: 1.05  VAX1 > VAX2  ACK                | $c acks_frame=@q ack_rtt=49.4ms
  a: 1.5   VAX2 > VAX1  APPL $lan2         | $c acked_in=@b
  b: 1.501  VAX1 > VAX2  APPL $lan2        | $c acks_frame=@a ack_rtt=1ms acked_in=@z
  m: 2     VAX1 > VAX2  APPL RSVP          | $c acked_in=@z
  z: 2.0003  VAX2 > VAX1  ACK              | $c acks_frame=@m ack_rtt=300us rsvp_delay=300us

# And over and over; the HELLO before is 18 frames before.
5 every 2.5s x 238:
  0        VAX1 > all   HELLO               | $hello
  0.1      VAX1 > all   HELLO $from2        | $hello
  0.2      VAX2 > all   HELLO               | $hello
  0.3      VAX2 > all   HELLO $from2        | $hello
  0.4      ALPHA1 > foreign  HELLO $foreign | $hello
  0.5      VAX2 > VAX1  VERF               | $ch1 vack_frame=@v1
  v1: 0.5002  VAX1 > VAX2  VACK            | $ch1 verf_frame=@-1
  0.6      VAX1 > VAX2  VERF $lan2         | $ch2 vack_frame=@v2
  v2: 0.6002  VAX2 > VAX1  VACK $lan2      | $ch2 verf_frame=@-1
  1        VAX1 > VAX2  APPL               | $c acked_in=@q
  1.00006  VAX1 > VAX2  APPL               | $c acked_in=@q
  p: 1.00012  VAX1 > VAX2  APPL            | $c acked_in=@q
  q: 1.0006  VAX2 > VAX1  APPL             | $c acks_frame=@p ack_rtt=480us acked_in=@r
  r: 1.05  VAX1 > VAX2  ACK                | $c acks_frame=@q ack_rtt=49.4ms
  a: 1.5   VAX2 > VAX1  APPL $lan2         | $c acked_in=@b
  b: 1.501  VAX1 > VAX2  APPL $lan2        | $c acks_frame=@a ack_rtt=1ms acked_in=@z
  m: 2     VAX1 > VAX2  APPL RSVP          | $c acked_in=@z
  z: 2.0003  VAX2 > VAX1  ACK              | $c acks_frame=@m ack_rtt=300us rsvp_delay=300us
