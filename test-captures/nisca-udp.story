# NISCA in UDP, with the Length word and without it: how real nodes do it is not known.  Wireshark
# does not take it for NISCA unless it is told to.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
carrier ethernet ip:17 udp:49152
open everything
node ORION  id=8193 ip=192.0.2.1 ether=02:00:00:00:00:01
node other  id=8194 ip=192.0.2.2 ether=02:00:00:00:00:02

0  ORION > other  CCSTART group=4000 minor=6 authorize=0x44332211 chan_seq=0 transmit_time=start lan_hw_addr=02:00:00:00:11:22
# The same without its first two bytes.
2  ORION > other  BYTES ip.id=1 aa0004000220 a00f aa0004000120 + cc flags=CC+OK_XMT+AUTHORIZE+2 minor=6 authorize=0x44332211
                  + cc_service + cc_channel chan_seq=0 transmit_time=start lan_hw_addr=02:00:00:00:11:22 + cc_extension
