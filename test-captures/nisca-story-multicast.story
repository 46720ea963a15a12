# A HELLO to the multicast address of another group.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
node VAX2 id=1026 ether=02:00:00:04:10:02
node all ether=ab:00:04:01:01:01
node VAX1 id=1025 ether=02:00:00:04:10:01
node all-257 ether=ab:00:04:01:01:02
node VAX3 id=1027 ether=02:00:00:04:10:03

1: 0  VAX2 > all      HELLO
2: 1  VAX1 > all-257  HELLO dst=513 transmit_time=start+0s        | multicast_group_mismatch nisca.dx.group=1
                        lan_hw_addr=02:00:00:00:11:22 extension=31
3: 2  VAX3 > all      HELLO
