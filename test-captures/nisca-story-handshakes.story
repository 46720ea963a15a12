# Two handshakes at the same time, message by message.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02
node VAX3 id=1027 ether=02:00:00:04:10:03

1: 0       VAX1 > VAX2  CCSTART
2: 0.0001  VAX1 > VAX3  CCSTART
3: 0.0002  VAX2 > VAX1  VERF     | nisca.channel.start_frame=@1 vack_frame=@5
4: 0.0003  VAX3 > VAX1  VERF     | nisca.channel.start_frame=@2 vack_frame=@6
5: 0.0005  VAX1 > VAX2  VACK     | verf_frame=@3 nisca.channel.start_frame=@1 setup_time=500us
6: 0.0006  VAX1 > VAX3  VACK     | verf_frame=@4 nisca.channel.start_frame=@2 setup_time=500us
