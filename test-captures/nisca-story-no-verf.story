# CCSTART with a wrong password: the other node does not even answer.  HELLOs show that
# it is there, and what it sends to a third node, that this would be captured.  The first CCSTART is never accused, and neither are the first ones of
# another node and of another adapter.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
let from2 = eth.src=from.ether2
let lan2 = eth.src=from.ether2 eth.dst=to.ether2
node VAX1 id=1025 ether=02:00:00:04:10:01 ether2=02:00:00:04:11:01
node all ether=ab:00:04:01:01:01
node VAX2 id=1026 ether=02:00:00:04:10:02 ether2=02:00:00:04:11:02
node VAX3 id=1027 ether=02:00:00:04:10:03

1:  0     VAX1 > all   HELLO
2:  0.1   VAX1 > VAX3  ACK ack=1
3:  0.3   VAX2 > VAX1  CCSTART
4:  3     VAX1 > all   HELLO          | hello_delta=3s hello_previous=@1
5:  3.3   VAX1 > all   HELLO $from2
6:  3.6   VAX2 > VAX1  CCSTART        | no_verf
7:  6.3   VAX1 > all   HELLO          | hello_delta=3.3s hello_previous=@4
8:  6.6   VAX1 > all   HELLO $from2   | hello_delta=3.3s hello_previous=@5
9:  6.9   VAX2 > VAX1  CCSTART        | no_verf
10:  9.6   VAX1 > all   HELLO          | hello_delta=3.3s hello_previous=@7
11: 9.9   VAX1 > all   HELLO $from2   | hello_delta=3.3s hello_previous=@8
12: 10.2  VAX2 > VAX1  CCSTART        | no_verf
13: 10.3  VAX3 > VAX1  CCSTART
14: 10.4  VAX2 > VAX1  CCSTART $lan2
