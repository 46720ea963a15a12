# The second capture point stops for 12 s, as when a file is rotated late: it misses the HELLOs of
# everybody.  That nobody was silent is seen at the first one; that they were lost on the way is
# not known, so no event says it.  Whether HELLOs count as lost where nobody watched is open.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
only cluster.event
open nisca.analysis.hello_lost nisca.analysis.hello_missed
capture sorted
place one
place two  delay=20us
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02
node all ether=ab:00:04:01:01:01

x0: 0.0    VAX1 > all  HELLO
      two | copy_of=@x0.one
y0: 0.5    VAX2 > all  HELLO
      two | copy_of=@y0.one
x1: 2.5    VAX1 > all  HELLO
      one | hello_delta=2.5s hello_previous=@x0.one
      two | hello_delta=2.5s hello_previous=@x0.two copy_of=@x1.one
y1: 3.0    VAX2 > all  HELLO
      one | hello_delta=2.5s hello_previous=@y0.one
      two | hello_delta=2.5s hello_previous=@y0.two copy_of=@y1.one
x2: 5.0    VAX1 > all  HELLO
      one | hello_delta=2.5s hello_previous=@x1.one
      two | hello_delta=2.5s hello_previous=@x1.two copy_of=@x2.one
y2: 5.5    VAX2 > all  HELLO  at one  | hello_delta=2.5s hello_previous=@y1.one
x3: 7.5    VAX1 > all  HELLO  at one  | hello_delta=2.5s hello_previous=@x2.one
y3: 8.0    VAX2 > all  HELLO  at one  | hello_delta=2.5s hello_previous=@y2.one
x4: 10.0   VAX1 > all  HELLO  at one  | hello_delta=2.5s hello_previous=@x3.one
y4: 10.5   VAX2 > all  HELLO  at one  | hello_delta=2.5s hello_previous=@y3.one
x5: 12.5   VAX1 > all  HELLO  at one  | hello_delta=2.5s hello_previous=@x4.one
y5: 13.0   VAX2 > all  HELLO  at one  | hello_delta=2.5s hello_previous=@y4.one
x6: 15.0   VAX1 > all  HELLO  at one  | hello_delta=2.5s hello_previous=@x5.one
y6: 15.5   VAX2 > all  HELLO  at one  | hello_delta=2.5s hello_previous=@y5.one
x7: 17.5   VAX1 > all  HELLO
      one | hello_delta=2.5s hello_previous=@x6.one
      two | hello_delta=12.5s hello_previous=@x2.two copy_of=@x7.one
y7: 18.0   VAX2 > all  HELLO
      one | hello_delta=2.5s hello_previous=@y6.one
      two | hello_delta=15s hello_previous=@y1.two copy_of=@y7.one
x8: 20.0   VAX1 > all  HELLO
      one | hello_delta=2.5s hello_previous=@x7.one
      two | hello_delta=2.5s hello_previous=@x7.two copy_of=@x8.one
y8: 20.5   VAX2 > all  HELLO
      one | hello_delta=2.5s hello_previous=@y7.one
      two | hello_delta=2.5s hello_previous=@y7.two copy_of=@y8.one
