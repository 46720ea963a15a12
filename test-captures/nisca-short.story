# Messages that end after each number of bytes: first Length says the whole size, then it is as short
# as the message.  tests/test_nisca_hostile.py knows what may be read of each.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
carrier ethernet type:0x6007
open everything
node SERPENS  id=9217 ether=aa:00:04:00:01:24
node other    id=9218 ether=aa:00:04:00:02:24
let cc_1    = CC group=4000 flags=CC+OK_XMT+AUTHORIZE+2 authorize=0x44332211 minor=1
let cc_3    = CCSTART-1.3 group=4000 authorize=0x44332211 service=$4$DUA12: chan_seq=0 transmit_time=start lan_hw_addr=02:00:00:00:11:22
let cc_5    = CCSTART group=4000 authorize=0x44332211 service=$4$DUA12: chan_seq=0 transmit_time=start lan_hw_addr=02:00:00:00:11:22
let ack     = ACK group=4000 channel=2 ack=0x00021234 seq=0x00035678
let start   = START group=4000 channel=2 ack=0x00021234 seq=0x00035678 swvers=V8.4 hwtype=ALPH swincarn=-40587d curtime=-40587d
let connect = CONNECT_REQ group=4000 channel=2 ack=0x00021234 seq=0x00035678 credit=5 src_conid=0x00030001 status=1 dst_process=SCA$TRANSPORT src_process=SCA$TRANSPORT data=0123456789abcdef
let classic = TR-1.3 group=4000 channel=2 ack=0x1234 seq=0x5678 flags=DATA+SEQ+ACK + ppd + scs scs_type=0 credit=5 dst_conid=0 src_conid=0x00030001 + connect status=1 dst_process=SCA$TRANSPORT src_process=SCA$TRANSPORT data=0123456789abcdef
let block   = BLOCK group=4000 channel=2 ack=0x00021234 seq=0x00035678 opcode=4 conid=1 rspid=2 blk_length=3 sname=4 soff=5 rname=6 roff=7 dd*5
let data    = SCS group=4000 channel=2 ack=0x00021234 seq=0x00035678 opcode=20 ppd_length=18 dst_conid=0x00050002 src_conid=0x00030001 aa*4 + block conid=1 rspid=2 blk_length=3 sname=4 soff=5 rname=6 roff=7 dd*5

0 every 1ms x 62:
    0  SERPENS > other  $cc_1 message.size={i-1}
+1ms every 1ms x 60:
    0  SERPENS > other  $cc_1 message.size={i+1} length={i-1}
+1ms every 1ms x 114:
    0  SERPENS > other  $cc_3 message.size={i-1}
+1ms every 1ms x 112:
    0  SERPENS > other  $cc_3 message.size={i+1} length={i-1}
+1ms every 1ms x 120:
    0  SERPENS > other  $cc_5 message.size={i-1}
+1ms every 1ms x 118:
    0  SERPENS > other  $cc_5 message.size={i+1} length={i-1}
+1ms every 1ms x 41:
    0  SERPENS > other  $ack message.size={i-1}
+1ms every 1ms x 39:
    0  SERPENS > other  $ack message.size={i+1} length={i-1}
+1ms every 1ms x 106:
    0  SERPENS > other  $start message.size={i-1}
+1ms every 1ms x 104:
    0  SERPENS > other  $start message.size={i+1} length={i-1}
+1ms every 1ms x 110:
    0  SERPENS > other  $connect message.size={i-1}
+1ms every 1ms x 108:
    0  SERPENS > other  $connect message.size={i+1} length={i-1}
+1ms every 1ms x 94:
    0  SERPENS > other  $classic message.size={i-1}
+1ms every 1ms x 92:
    0  SERPENS > other  $classic message.size={i+1} length={i-1}
+1ms every 1ms x 75:
    0  SERPENS > other  $block message.size={i-1}
+1ms every 1ms x 73:
    0  SERPENS > other  $block message.size={i+1} length={i-1}
+1ms every 1ms x 95:
    0  SERPENS > other  $data message.size={i-1}
+1ms every 1ms x 93:
    0  SERPENS > other  $data message.size={i+1} length={i-1}
