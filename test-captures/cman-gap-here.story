# Two places; one of them misses the third HELLO of node 2.  It is late there, and was sent in time,
# as the other place shows: no number is skipped.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
only cluster.event
capture sorted
place one  name="eth0 at ludwig"
place two  name="eth0 at johann" delay=100us
node johann  ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
node all     ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0

0        johann > all    HELLO
         two | copy_of=@-1
5        johann > all    HELLO                 | hello_delta=5s
         two | copy_of=@-1
10       johann > all    HELLO  at one         | hello_delta=5s
15       johann > all    HELLO
         one | hello_delta=5s
         two | copy_of=@-1 hello_delta=10s hello_missed=1 hello_late
20       johann > all    HELLO                 | hello_delta=5s
         two | copy_of=@-1
