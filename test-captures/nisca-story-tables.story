# Rhythms, handshakes and round trips whose least, mean and greatest value are easy to
# see; tests/test_nisca_stories.py knows their sums.  HELLOs of VAX1 after 2, 2, 3 and 9 s
# (mean 4 s, 2 missed); round trips of 1, 2 and 6 ms.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
let lan2 = eth.src=from.ether2 eth.dst=to.ether2
node VAX1 id=1025 ether=02:00:00:04:10:01 ether2=02:00:00:04:11:01
node all ether=ab:00:04:01:01:01
node VAX2 id=1026 ether=02:00:00:04:10:02 ether2=02:00:00:04:11:02

1:  0         VAX1 > all   HELLO
2:  2         VAX1 > all   HELLO               | hello_delta=2s hello_previous=@1
3:  4         VAX1 > all   HELLO               | hello_delta=2s hello_previous=@2
4:  7         VAX1 > all   HELLO               | hello_delta=3s hello_previous=@3
5:  16        VAX1 > all   HELLO               | hello_delta=9s hello_missed=2 hello_lost hello_previous=@4
6:  18.5      VAX2 > all   HELLO
7:  21        VAX2 > all   HELLO               | hello_delta=2.5s hello_previous=@6
8:  23.5      VAX2 > all   HELLO               | hello_delta=2.5s hello_previous=@7
9:  26        VAX2 > all   HELLO               | hello_delta=2.5s hello_previous=@8
10: 28.5      VAX2 > all   HELLO               | hello_delta=2.5s hello_previous=@9
11: 31        VAX2 > all   HELLO               | hello_delta=2.5s hello_previous=@10
12: 31        VAX2 > VAX1  CCSTART
13: 31.00025  VAX1 > VAX2  VERF                | nisca.channel.start_frame=@12 vack_frame=@14
14: 31.00125  VAX2 > VAX1  VACK                | verf_frame=@13 nisca.channel.start_frame=@12 setup_time=1.25ms
15: 32.00125  VAX2 > VAX1  CCSTART
16: 32.0015   VAX1 > VAX2  VERF                | nisca.channel.start_frame=@15 vack_frame=@17
17: 32.0025   VAX2 > VAX1  VACK                | verf_frame=@16 nisca.channel.start_frame=@15 setup_time=1.25ms
18: 33.0025   VAX2 > VAX1  CCSTART
19: 33.00275  VAX1 > VAX2  VERF                | nisca.channel.start_frame=@18 vack_frame=@20
20: 33.00375  VAX2 > VAX1  VACK                | verf_frame=@19 nisca.channel.start_frame=@18 setup_time=1.25ms
21: 34.00375  VAX2 > VAX1  CCSTART $lan2
22: 34.004    VAX1 > VAX2  VERF $lan2          | nisca.channel.start_frame=@21 vack_frame=@23
23: 34.005    VAX2 > VAX1  VACK $lan2          | verf_frame=@22 nisca.channel.start_frame=@21 setup_time=1.25ms
24: 35.005    VAX1 > VAX2  APPL seq=1 ack=0    | acked_in=@25
25: 35.006    VAX2 > VAX1  APPL seq=1 ack=1    | acks_frame=@24 ack_rtt=1ms acked_in=@26
26: 35.01     VAX1 > VAX2  APPL seq=2 ack=1    | acks_frame=@25 ack_rtt=4ms acked_in=@27
27: 35.012    VAX2 > VAX1  APPL seq=2 ack=2    | acks_frame=@26 ack_rtt=2ms acked_in=@28
28: 35.016    VAX1 > VAX2  APPL seq=3 ack=2    | acks_frame=@27 ack_rtt=4ms acked_in=@29
29: 35.022    VAX2 > VAX1  APPL seq=3 ack=3    | acks_frame=@28 ack_rtt=6ms acked_in=@30
30: 35.026    VAX1 > VAX2  APPL seq=4 ack=3    | acks_frame=@29 ack_rtt=4ms acked_in=@31
31: 35.027    VAX2 > VAX1  APPL seq=4 ack=4    | acks_frame=@30 ack_rtt=1ms acked_in=@32
32: 35.031    VAX1 > VAX2  APPL seq=5 ack=4    | acks_frame=@31 ack_rtt=4ms acked_in=@33
33: 35.033    VAX2 > VAX1  APPL seq=5 ack=5    | acks_frame=@32 ack_rtt=2ms acked_in=@34
34: 35.037    VAX1 > VAX2  APPL seq=6 ack=5    | acks_frame=@33 ack_rtt=4ms acked_in=@35
35: 35.043    VAX2 > VAX1  APPL seq=6 ack=6    | acks_frame=@34 ack_rtt=6ms acked_in=@36
36: 35.047    VAX1 > VAX2  APPL seq=7 ack=6    | acks_frame=@35 ack_rtt=4ms acked_in=@37
37: 35.048    VAX2 > VAX1  APPL seq=7 ack=7    | acks_frame=@36 ack_rtt=1ms acked_in=@38
38: 35.052    VAX1 > VAX2  APPL seq=8 ack=7    | acks_frame=@37 ack_rtt=4ms acked_in=@39
39: 35.054    VAX2 > VAX1  APPL seq=8 ack=8    | acks_frame=@38 ack_rtt=2ms acked_in=@40
40: 35.058    VAX1 > VAX2  APPL seq=9 ack=8    | acks_frame=@39 ack_rtt=4ms acked_in=@41
41: 35.064    VAX2 > VAX1  APPL seq=9 ack=9    | acks_frame=@40 ack_rtt=6ms acked_in=@42
42: 35.068    VAX1 > VAX2  APPL seq=10 ack=9   | acks_frame=@41 ack_rtt=4ms acked_in=@43
43: 35.069    VAX2 > VAX1  APPL seq=10 ack=10  | acks_frame=@42 ack_rtt=1ms acked_in=@44
44: 35.073    VAX1 > VAX2  APPL seq=11 ack=10  | acks_frame=@43 ack_rtt=4ms acked_in=@45
45: 35.075    VAX2 > VAX1  APPL seq=11 ack=11  | acks_frame=@44 ack_rtt=2ms acked_in=@46
46: 35.079    VAX1 > VAX2  APPL seq=12 ack=11  | acks_frame=@45 ack_rtt=4ms acked_in=@47
47: 35.085    VAX2 > VAX1  APPL seq=12 ack=12  | acks_frame=@46 ack_rtt=6ms acked_in=@48
48: 35.089    VAX1 > VAX2  APPL seq=13 ack=12  | acks_frame=@47 ack_rtt=4ms
