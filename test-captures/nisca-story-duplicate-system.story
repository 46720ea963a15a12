# VAX2 is booted a second time from the same root, on other hardware: from 20 s on a second
# system of this name sends HELLOs and says START with a later time of boot, while the first
# one goes on.  VAX3, in the end, crashes and boots again: it has another time of boot, too,
# but it was silent meanwhile.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02 ether2=02:00:00:04:20:02
node VAX3 id=1027 ether=02:00:00:04:10:03
node all ether=ab:00:04:01:01:01
let second = eth.src=from.ether2
open nisca.analysis.hello_previous nisca.analysis.hello_delta nisca.circuit.start_frame
open nisca.analysis.hello_missed

1:  0      VAX2 > all   HELLO
2:  0.2    VAX3 > all   HELLO
3:  1      VAX1 > VAX2  START
4:  1.001  VAX2 > VAX1  STACK
5:  1.5    VAX1 > VAX3  START
6:  1.501  VAX3 > VAX1  STACK
7:  3      VAX2 > all   HELLO
8:  6      VAX2 > all   HELLO
9:  9      VAX2 > all   HELLO
10: 12     VAX2 > all   HELLO
11: 15     VAX2 > all   HELLO
12: 18     VAX2 > all   HELLO
13: 20     VAX2 > all   HELLO $second
14: 20.5   VAX2 > VAX1  START $second swincarn=start  | nisca.circuit.restarted
15: 21     VAX2 > all   HELLO                         | duplicate_system
                                                      | cluster.event="VAX2 runs twice: 02:00:00:04:10:02 goes on, and 02:00:00:04:20:02 says START with another time of boot (two systems, booted from one root)"
16: 23     VAX2 > all   HELLO $second
17: 24     VAX2 > all   HELLO
18: 26     VAX2 > all   HELLO $second
19: 27     VAX2 > all   HELLO
20: 60     VAX3 > all   HELLO                         | hello_lost
21: 61     VAX3 > VAX1  START swincarn=start          | nisca.circuit.restarted
22: 63     VAX3 > all   HELLO
