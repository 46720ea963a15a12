# Nodes that wait at barriers again and again, as in the steps of a user's program; names
# that are used again; one message is repeated, which is no second WAIT.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
node johann ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
node all ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0
node ludwig ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node mark ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3
node clara ip=192.0.2.4 ether=02:00:00:00:00:04 cluster=3169 id=4
node fanny ip=192.0.2.5 ether=02:00:00:00:00:05 cluster=3169 id=5
node n21 ip=192.0.2.21 ether=02:00:00:00:00:15 cluster=1517 id=1
truth node ludwig 1 18 0 4
truth node johann 2 15 0 0
truth node mark 3 10 0 0
truth node clara 4 8 0 0
truth node fanny 5 4 0 0
truth node franz 1 1 0 0

1:  0       johann > all  COMPLETE seq=101 name=half
2:  0.01    ludwig > all  WAIT name=sm.16777218.3.7.5                       | waiting=1 complete_frame=@7
3:  0.02    johann > all  WAIT name=sm.16777218.3.7.5                       | cman.barrier.start_frame=@2 waiting=2 complete_frame=@7
4:  0.03    mark > all    WAIT seq=201 name=sm.16777218.3.7.5               | cman.barrier.start_frame=@2 waiting=3 complete_frame=@7
5:  0.04    clara > all   WAIT seq=301 name=sm.16777218.3.7.5               | cman.barrier.start_frame=@2 waiting=4 complete_frame=@7
6:  0.05    fanny > all   WAIT seq=401 name=sm.16777218.3.7.5               | cman.barrier.start_frame=@2 waiting=5 complete_frame=@7
7:  0.051   fanny > all   COMPLETE name=sm.16777218.3.7.5                   | cman.barrier.duration=41ms cman.barrier.start_frame=@2 waiting=5
8:  0.052   clara > all   COMPLETE name=sm.16777218.3.7.5                   | cman.barrier.duration=42ms complete_frame=@7
                                                                            | cman.barrier.start_frame=@2 waiting=5
9:  0.053   mark > all    COMPLETE name=sm.16777218.3.7.5                   | cman.barrier.duration=43ms complete_frame=@7
                                                                            | cman.barrier.start_frame=@2 waiting=5
10: 0.054   johann > all  COMPLETE name=sm.16777218.3.7.5                   | cman.barrier.duration=44ms complete_frame=@7
                                                                            | cman.barrier.start_frame=@2 waiting=5
11: 0.055   ludwig > all  COMPLETE name=sm.16777218.3.7.5                   | cman.barrier.duration=45ms complete_frame=@7
                                                                            | cman.barrier.start_frame=@2 waiting=5
12: 1.055   n21 > all     WAIT name=sm.16777218.3.7.5                       | waiting=1 second_cluster
13: 1.065   ludwig > all  WAIT name=sm.16777218.3.7.5                       | waiting=1 complete_frame=@18
14: 1.075   johann > all  WAIT name=sm.16777218.3.7.5                       | cman.barrier.start_frame=@13 waiting=2 complete_frame=@18
15: 1.085   mark > all    WAIT name=sm.16777218.3.7.5                       | cman.barrier.start_frame=@13 waiting=3 complete_frame=@18
16: 1.095   clara > all   WAIT name=sm.16777218.3.7.5                       | cman.barrier.start_frame=@13 waiting=4 complete_frame=@18
17: 1.105   fanny > all   WAIT name=sm.16777218.3.7.5                       | cman.barrier.start_frame=@13 waiting=5 complete_frame=@18
18: 1.106   fanny > all   COMPLETE name=sm.16777218.3.7.5                   | cman.barrier.duration=41ms cman.barrier.start_frame=@13 waiting=5
19: 1.107   clara > all   COMPLETE name=sm.16777218.3.7.5                   | cman.barrier.duration=42ms complete_frame=@18
                                                                            | cman.barrier.start_frame=@13 waiting=5
20: 1.108   mark > all    COMPLETE name=sm.16777218.3.7.5                   | cman.barrier.duration=43ms complete_frame=@18
                                                                            | cman.barrier.start_frame=@13 waiting=5
21: 1.109   johann > all  COMPLETE name=sm.16777218.3.7.5                   | cman.barrier.duration=44ms complete_frame=@18
                                                                            | cman.barrier.start_frame=@13 waiting=5
22: 1.11    ludwig > all  COMPLETE name=sm.16777218.3.7.5                   | cman.barrier.duration=45ms complete_frame=@18
                                                                            | cman.barrier.start_frame=@13 waiting=5
23: 2.12    ludwig > all  WAIT name=sm.16777218.0.RECOV.4                   | waiting=1 complete_frame=@27
24: 2.13    johann > all  WAIT name=sm.16777218.0.RECOV.4                   | cman.barrier.start_frame=@23 waiting=2 complete_frame=@27
25: 2.14    mark > all    WAIT name=sm.16777218.0.RECOV.4                   | cman.barrier.start_frame=@23 waiting=3 complete_frame=@27
26: 2.15    clara > all   WAIT name=sm.16777218.0.RECOV.4                   | cman.barrier.start_frame=@23 waiting=4 complete_frame=@27
27: 2.151   clara > all   COMPLETE name=sm.16777218.0.RECOV.4               | cman.barrier.duration=31ms cman.barrier.start_frame=@23 waiting=4
28: 2.152   mark > all    COMPLETE name=sm.16777218.0.RECOV.4               | cman.barrier.duration=32ms complete_frame=@27
                                                                            | cman.barrier.start_frame=@23 waiting=4
29: 2.153   johann > all  COMPLETE name=sm.16777218.0.RECOV.4               | cman.barrier.duration=33ms complete_frame=@27
                                                                            | cman.barrier.start_frame=@23 waiting=4
30: 2.154   ludwig > all  COMPLETE name=sm.16777218.0.RECOV.4               | cman.barrier.duration=34ms complete_frame=@27
                                                                            | cman.barrier.start_frame=@23 waiting=4
31: 3.164   ludwig > all  WAIT name=sm.16777218.1.RECOV.4                   | waiting=1 complete_frame=@35
32: 3.174   johann > all  WAIT name=sm.16777218.1.RECOV.4                   | cman.barrier.start_frame=@31 waiting=2 complete_frame=@35
33: 3.184   mark > all    WAIT name=sm.16777218.1.RECOV.4                   | cman.barrier.start_frame=@31 waiting=3 complete_frame=@35
34: 3.194   clara > all   WAIT name=sm.16777218.1.RECOV.4                   | cman.barrier.start_frame=@31 waiting=4 complete_frame=@35
35: 3.195   clara > all   COMPLETE name=sm.16777218.1.RECOV.4               | cman.barrier.duration=31ms cman.barrier.start_frame=@31 waiting=4
36: 3.196   mark > all    COMPLETE name=sm.16777218.1.RECOV.4               | cman.barrier.duration=32ms complete_frame=@35
                                                                            | cman.barrier.start_frame=@31 waiting=4
37: 3.197   johann > all  COMPLETE name=sm.16777218.1.RECOV.4               | cman.barrier.duration=33ms complete_frame=@35
                                                                            | cman.barrier.start_frame=@31 waiting=4
38: 3.198   ludwig > all  COMPLETE name=sm.16777218.1.RECOV.4               | cman.barrier.duration=34ms complete_frame=@35
                                                                            | cman.barrier.start_frame=@31 waiting=4
39: 4.208   ludwig > all  WAIT name="a name of a user's program 12345"      | waiting=1 complete_frame=@42
40: 4.218   johann > all  WAIT name="a name of a user's program 12345"      | cman.barrier.start_frame=@39 waiting=2 complete_frame=@42
41: 4.228   mark > all    WAIT name="a name of a user's program 12345"      | cman.barrier.start_frame=@39 waiting=3 complete_frame=@42
42: 4.229   mark > all    COMPLETE name="a name of a user's program 12345"  | cman.barrier.duration=21ms cman.barrier.start_frame=@39 waiting=3
43: 4.23    johann > all  COMPLETE name="a name of a user's program 12345"  | cman.barrier.duration=22ms complete_frame=@42
                                                                            | cman.barrier.start_frame=@39 waiting=3
44: 4.231   ludwig > all  COMPLETE name="a name of a user's program 12345"  | cman.barrier.duration=23ms complete_frame=@42
                                                                            | cman.barrier.start_frame=@39 waiting=3
45: 5.231   ludwig > all  WAIT name=step                                    | waiting=1 complete_frame=@49
46: 6.231   ludwig > all  WAIT seq=11 name=step                             | retransmission retransmission_of=@45 rto=1s
                                                                            | cman.barrier.start_frame=@45 waiting=1 complete_frame=@49
                                                                            | ?response_in
47: 6.231   johann > all  WAIT name="never completed"                       | waiting=1
48: 7.231   johann > all  WAIT name=step                                    | cman.barrier.start_frame=@45 waiting=2 complete_frame=@49
49: 8.231   ludwig > all  COMPLETE name=step                                | cman.barrier.duration=3s cman.barrier.start_frame=@45 waiting=2
50: 9.231   ludwig > all  COMPLETE seq=12 name=step                         | retransmission retransmission_of=@49 rto=1s complete_frame=@49
                                                                            | cman.barrier.start_frame=@45 waiting=2 ?response_in
                                                                            | ?cman.barrier.duration
51: 10.231  ludwig > all  WAIT name=step                                    | waiting=1 complete_frame=@55
52: 11.231  ludwig > all  WAIT seq=13 name=step                             | retransmission retransmission_of=@51 rto=1s
                                                                            | cman.barrier.start_frame=@51 waiting=1 complete_frame=@55
                                                                            | ?response_in
53: 11.231  johann > all  WAIT name="never completed"                       | waiting=1
54: 12.231  johann > all  WAIT name=step                                    | cman.barrier.start_frame=@51 waiting=2 complete_frame=@55
55: 13.231  ludwig > all  COMPLETE name=step                                | cman.barrier.duration=3s cman.barrier.start_frame=@51 waiting=2
56: 14.231  ludwig > all  COMPLETE seq=14 name=step                         | retransmission retransmission_of=@55 rto=1s complete_frame=@55
                                                                            | cman.barrier.start_frame=@51 waiting=2 ?response_in
                                                                            | ?cman.barrier.duration
