# Which pair of numbers is in force: the 16-bit one (0x1111) or the extended one
# (0x222222).  While nothing is known of the nodes, the header's own shape tells; a HELLO
# of version 1.3 makes a node an old one.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
node NEW id=1031 ether=02:00:00:04:10:07
node NEWER id=1032 ether=02:00:00:04:10:08
node OLD id=1030 ether=02:00:00:04:10:06
node all ether=ab:00:04:01:01:01
node QUIET id=1033 ether=02:00:00:04:10:09
node OLD2 id=1034 ether=02:00:00:04:10:0a

1:  0      NEW > NEWER  ACK ack=2236962 low_ack=4369 channel=2
2:  0.001  OLD > NEWER  ACK ack=2236962 low_ack=4369 channel=2
3:  0.002  NEW > NEWER  ACK ack=2236962 flags=ACK low_ack=4369 channel=2  | nisca.ack=4369
4:  0.003  NEW > all    HELLO minor=4
5:  0.004  NEW > QUIET  ACK ack=2236962 low_ack=4369 channel=2
6:  0.005  NEW > QUIET  ACK ack=2236962 flags=ACK low_ack=4369 channel=2  | nisca.ack=4369
7:  0.006  NEWER > all  HELLO minor=6
8:  0.007  OLD > all    HELLO-1.3
9:  0.008  NEW > NEWER  ACK ack=2236962 low_ack=4369 channel=2
10: 0.009  NEWER > NEW  ACK ack=2236962 low_ack=4369 channel=2
11: 0.01   NEW > NEWER  ACK ack=2236962 flags=ACK low_ack=4369 channel=2
12: 0.011  OLD > NEWER  ACK ack=2236962 low_ack=4369 channel=2            | nisca.ack=4369
13: 0.012  NEWER > OLD  ACK ack=2236962 low_ack=4369 channel=2            | nisca.ack=4369
14: 0.013  NEW > OLD    ACK ack=2236962 low_ack=4369 channel=2            | nisca.ack=4369
15: 0.014  OLD > NEW    ACK ack=2236962 flags=ACK low_ack=4369 channel=2  | nisca.ack=4369
16: 0.015  OLD > QUIET  ACK ack=2236962 low_ack=4369 channel=2            | nisca.ack=4369
17: 0.016  QUIET > OLD  ACK ack=2236962 low_ack=4369 channel=2            | nisca.ack=4369
18: 0.017  OLD2 > all   HELLO-1.3
19: 0.018  OLD > OLD2   ACK ack=2236962 low_ack=4369 channel=2            | nisca.ack=4369
