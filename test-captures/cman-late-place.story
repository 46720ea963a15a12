# Two places, of which one begins to watch 12 s later: it did not lose what was sent before.  At
# 25 s it misses one HELLO of node 1.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
only cluster.event
capture sorted
place one  name="eth0 at ludwig"
place two  name="eth0 at johann" delay=40us
node ludwig  ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node johann  ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
node all     ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0

0        ludwig > all    HELLO members=2  at one
0.1      johann > all    HELLO members=2  at one
5 every 5s x 2:
  0      ludwig > all    HELLO members=2  at one   | hello_delta=5s
  0.1    johann > all    HELLO members=2  at one   | hello_delta=5s
15       ludwig > all    HELLO members=2
         one | hello_delta=5s
         two | copy_of=@-1
15.1     johann > all    HELLO members=2
         one | hello_delta=5s
         two | copy_of=@-1
20       ludwig > all    HELLO members=2           | hello_delta=5s
         two | copy_of=@-1
20.1     johann > all    HELLO members=2           | hello_delta=5s
         two | copy_of=@-1
25       ludwig > all    HELLO members=2  at one   | hello_delta=5s
25.1     johann > all    HELLO members=2           | hello_delta=5s
         two | copy_of=@-1
30       ludwig > all    HELLO members=2
         one | hello_delta=5s
         two | copy_of=@-1 hello_delta=10s hello_missed=1 hello_late
30.1     johann > all    HELLO members=2           | hello_delta=5s
         two | copy_of=@-1
35       ludwig > all    HELLO members=2           | hello_delta=5s
         two | copy_of=@-1
35.1     johann > all    HELLO members=2           | hello_delta=5s
         two | copy_of=@-1
