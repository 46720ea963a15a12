# A satellite boots: a server answers its SOLICIT directly.  Only a channel that begins
# with CCSTART has a setup time.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
node VAX1 id=1025 ether=02:00:00:04:10:01
node all ether=ab:00:04:01:01:01
node VAX2 id=1026 ether=02:00:00:04:10:02

1: 0       VAX1 > all   HELLO
2: 0.5     VAX2 > all   SOLICIT-1.2
3: 0.5003  VAX1 > VAX2  VERF                 | nisca.channel.start_frame=@2 vack_frame=@4
4: 0.5012  VAX2 > VAX1  VACK                 | verf_frame=@3 nisca.channel.start_frame=@2
