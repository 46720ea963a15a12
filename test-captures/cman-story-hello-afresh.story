# Silence with a reason: the first HELLO after it has no predecessor.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
# What was heard of a node before its death is the subject of other stories.
open cman.death.last_heard cman.death.silence cman.death.heard
node mark ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3
node all ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0
node ludwig ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
truth node ludwig 1 3 0 0
truth node johann 2 0 0 0
truth node mark 3 11 10 0

1:  1    mark > all     HELLO
2:  6    mark > all     HELLO                                      | hello_delta=5s
3:  6    mark > all     LEAVE tgtid=1                              | leave
4:  106  mark > all     HELLO
5:  111  mark > all     HELLO                                      | hello_delta=5s
6:  111  ludwig > all   NODEDOWN reason=6 nodeid=3                 | nodedown
7:  211  mark > all     HELLO
8:  216  mark > all     HELLO                                      | hello_delta=5s
9:  216  mark > ludwig  JOINREQ                                    | ?src_name
10: 316  mark > all     HELLO                                      | src_name=mark
11: 321  mark > all     HELLO                                      | src_name=mark hello_delta=5s
12: 321  ludwig > all   STARTTRANS why=1 generation=10 nodeid=3    | number=1 master=1
                          num_addrs=1 + address ip=192.0.2.3 + name
                          name=mark
13: 421  mark > all     HELLO                                      | src_name=mark
14: 421  ludwig > all   NODEDOWN reason=6 nodeid=2                 | nodedown
15: 451  mark > all     HELLO                                      | src_name=mark hello_delta=30s hello_missed=5 hello_lost
