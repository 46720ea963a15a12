# A capturing card shows the VACK 200 us in front of its VERF, once with the times swapped, too;
# they belong together, and nothing is missing.  A VACK whose VERF was not captured has no link.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
only cluster.event
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02

1:  0       VAX1 > VAX2  CCSTART
2:  0.0003  VAX2 > VAX1  VERF  | nisca.channel.start_frame=@1 vack_frame=@3
3:  0.0013  VAX1 > VAX2  VACK  | nisca.channel.start_frame=@1 verf_frame=@2 setup_time=1.3ms
4:  3       VAX2 > VAX1  VACK  | nisca.channel.start_frame=@1 verf_frame=@5
5:  3.0002  VAX1 > VAX2  VERF  | nisca.channel.start_frame=@1 vack_frame=@4
6:  6.0002  VAX2 > VAX1  VACK  | nisca.channel.start_frame=@1 verf_frame=@7
7:  6       VAX1 > VAX2  VERF  | nisca.channel.start_frame=@1 vack_frame=@6
8:  9       VAX2 > VAX1  VACK  | nisca.channel.start_frame=@1
9:  12      VAX1 > VAX2  VERF  | nisca.channel.start_frame=@1 vack_frame=@10
10: 12.0002 VAX2 > VAX1  VACK  | nisca.channel.start_frame=@1 verf_frame=@9
