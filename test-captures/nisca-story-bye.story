# An orderly shutdown, silence that nobody misses, and a return.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
let c = nisca.circuit.start_frame=@6
let c2 = nisca.circuit.start_frame=@37
node VAX1 id=1025 ether=02:00:00:04:10:01
node all ether=ab:00:04:01:01:01
node VAX2 id=1026 ether=02:00:00:04:10:02

1:  0         VAX1 > all   HELLO
2:  0         VAX2 > all   HELLO
3:  1         VAX2 > VAX1  CCSTART
4:  1.00025   VAX1 > VAX2  VERF              | nisca.channel.start_frame=@3 vack_frame=@5
5:  1.00125   VAX2 > VAX1  VACK              | verf_frame=@4 nisca.channel.start_frame=@3 setup_time=1.25ms
6:  1.00125   VAX1 > VAX2  START
7:  1.00155   VAX2 > VAX1  STACK             | $c
8:  1.00185   VAX1 > VAX2  STARTED           | $c
9:  1.00215   VAX1 > VAX2  APPL seq=1 ack=0  | $c acked_in=@10
10: 1.10215   VAX2 > VAX1  ACK ack=1         | $c acks_frame=@9 ack_rtt=100ms
11: 2.10215   VAX1 > all   HELLO             | hello_delta=2.10215s hello_previous=@1
12: 2.60215   VAX1 > all   BYE               | bye
13: 2.60215   VAX2 > all   HELLO             | hello_delta=2.60215s hello_previous=@2
14: 5.60215   VAX2 > all   HELLO             | hello_delta=3s hello_previous=@13
15: 8.60215   VAX2 > all   HELLO             | hello_delta=3s hello_previous=@14
16: 11.60215  VAX2 > all   HELLO             | hello_delta=3s hello_previous=@15
17: 14.60215  VAX2 > all   HELLO             | hello_delta=3s hello_previous=@16
18: 17.60215  VAX2 > all   HELLO             | hello_delta=3s hello_previous=@17
19: 20.60215  VAX2 > all   HELLO             | hello_delta=3s hello_previous=@18
20: 23.60215  VAX2 > all   HELLO             | hello_delta=3s hello_previous=@19
21: 26.60215  VAX2 > all   HELLO             | hello_delta=3s hello_previous=@20
22: 29.60215  VAX2 > all   HELLO             | hello_delta=3s hello_previous=@21
23: 32.60215  VAX2 > all   HELLO             | hello_delta=3s hello_previous=@22
24: 35.60215  VAX2 > all   HELLO             | hello_delta=3s hello_previous=@23
25: 38.60215  VAX2 > all   HELLO             | hello_delta=3s hello_previous=@24
26: 41.60215  VAX2 > all   HELLO             | hello_delta=3s hello_previous=@25
27: 44.60215  VAX2 > all   HELLO             | hello_delta=3s hello_previous=@26
28: 47.60215  VAX2 > all   HELLO             | hello_delta=3s hello_previous=@27
29: 50.60215  VAX2 > all   HELLO             | hello_delta=3s hello_previous=@28
30: 53.60215  VAX2 > all   HELLO             | hello_delta=3s hello_previous=@29
31: 56.60215  VAX2 > all   HELLO             | hello_delta=3s hello_previous=@30
32: 59.60215  VAX2 > all   HELLO             | hello_delta=3s hello_previous=@31
33: 62.60215  VAX1 > all   HELLO
34: 63.10215  VAX2 > VAX1  CCSTART
35: 63.1024   VAX1 > VAX2  VERF              | nisca.channel.start_frame=@34 vack_frame=@36
36: 63.1034   VAX2 > VAX1  VACK              | verf_frame=@35 nisca.channel.start_frame=@34 setup_time=1.25ms
37: 63.1034   VAX1 > VAX2  START seq=2
38: 63.1037   VAX2 > VAX1  STACK             | $c2
39: 63.104    VAX1 > VAX2  STARTED           | $c2
40: 63.1043   VAX1 > VAX2  APPL seq=1 ack=0  | $c2 acked_in=@41
41: 63.2043   VAX2 > VAX1  ACK ack=1         | $c2 acks_frame=@40 ack_rtt=100ms
42: 65.2043   VAX1 > all   HELLO             | hello_delta=2.60215s hello_previous=@33
