# Steps of sequence numbers: gaps, a number lower than the last (no gap, and the count
# stays where it was), and the wrap from 65535 to 1.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
node ludwig ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node all ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0
truth node ludwig 1 9 0 0
truth node johann 2 0 0 0
truth node mark 3 0 0 0

1: 1  ludwig > all  DATA seq=5 NOACK MULTICAST 0e01
2: 2  ludwig > all  DATA NOACK MULTICAST 0e01
3: 3  ludwig > all  DATA seq=8 NOACK MULTICAST 0e01       | seq_gap=1 out_of_sequence
4: 4  ludwig > all  DATA seq=1009 NOACK MULTICAST 0e01    | seq_gap=1000 out_of_sequence
5: 5  ludwig > all  DATA seq=910 NOACK MULTICAST 0e02     | out_of_sequence
6: 6  ludwig > all  DATA seq=1010 NOACK MULTICAST 0e01
7: 7  ludwig > all  DATA seq=0x83f1 NOACK MULTICAST 0e01  | seq_gap=32766 out_of_sequence
8: 8  ludwig > all  DATA seq=0xffff NOACK MULTICAST 0e01  | seq_gap=31757 out_of_sequence
9: 9  ludwig > all  DATA seq=1 NOACK MULTICAST 0e01
