# DECnet starts on VAX3 and gives its adapter another LAN address: one address begins where the
# other one ends.  Nobody is silent, and no system runs twice.  That the one follows on the other is
# told 8 s behind the last HELLO of that one, at 25 s.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
only cluster.event
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX3 id=1027 ether=02:00:00:04:10:03 ether2=aa:00:04:00:03:04
node all ether=ab:00:04:01:01:01
let beat = hello_previous=@prev

0      VAX1 > all  HELLO
0.5    VAX3 > all  HELLO
2.5 every 2.5s x 6:
  0    VAX1 > all  HELLO  | hello_delta=2.5s hello_previous=@prev
  0.5  VAX3 > all  HELLO  | hello_delta=2.5s hello_previous=@prev
17.5   VAX1 > all  HELLO  | hello_delta=2.5s hello_previous=@prev
17.6   VAX3 > all  HELLO eth.src=from.ether2
20 every 2.5s x 2:
  0    VAX1 > all  HELLO  | hello_delta=2.5s hello_previous=@prev
  0.1  VAX3 > all  HELLO eth.src=from.ether2  | hello_delta=2.5s hello_previous=@prev
25     VAX1 > all  HELLO  | hello_delta=2.5s hello_previous=@prev
  | cluster.event="VAX3: adapter EWB (aa:00:04:00:03:04) follows on EWB (02:00:00:04:10:03), whose last HELLO is frame 14 (as when DECnet starts, or LAN failover)"
25.1   VAX3 > all  HELLO eth.src=from.ether2  | hello_delta=2.5s hello_previous=@prev
27.5 every 2.5s x 3:
  0    VAX1 > all  HELLO  | hello_delta=2.5s hello_previous=@prev
  0.1  VAX3 > all  HELLO eth.src=from.ether2  | hello_delta=2.5s hello_previous=@prev
