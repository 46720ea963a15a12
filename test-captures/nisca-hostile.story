# Lies and odd bytes, which no node should send.  tests/test_nisca_hostile.py knows their order, and
# what may be read of each.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
carrier ethernet type:0x6007
open everything
node SERPENS  id=9217 ether=aa:00:04:00:01:24
node other    id=9218 ether=aa:00:04:00:02:24
let cc_5    = CCSTART group=4000 authorize=0x44332211 service=$4$DUA12: chan_seq=0 transmit_time=start lan_hw_addr=02:00:00:00:11:22
let start   = START group=4000 channel=2 ack=0x00021234 seq=0x00035678 swvers=V8.4 hwtype=ALPH swincarn=-40587d curtime=-40587d
let connect = CONNECT_REQ group=4000 channel=2 ack=0x00021234 seq=0x00035678 credit=5 src_conid=0x00030001 status=1 dst_process=SCA$TRANSPORT src_process=SCA$TRANSPORT data=0123456789abcdef
let data    = SCS group=4000 channel=2 ack=0x00021234 seq=0x00035678 opcode=20 ppd_length=18 dst_conid=0x00050002 src_conid=0x00030001 aa*4 + block conid=1 rspid=2 blk_length=3 sname=4 soff=5 rname=6 roff=7 dd*5

# The true Length is 118.
0     SERPENS > other  $cc_5 length=0
+1ms  SERPENS > other  $cc_5 length=1
+1ms  SERPENS > other  $cc_5 length=2
+1ms  SERPENS > other  $cc_5 length=6
+1ms  SERPENS > other  $cc_5 length=13
+1ms  SERPENS > other  $cc_5 length=14
+1ms  SERPENS > other  $cc_5 length=15
+1ms  SERPENS > other  $cc_5 length=16
+1ms  SERPENS > other  $cc_5 length=59
+1ms  SERPENS > other  $cc_5 length=60
+1ms  SERPENS > other  $cc_5 length=61
+1ms  SERPENS > other  $cc_5 length=117
+1ms  SERPENS > other  $cc_5 length=119
+1ms  SERPENS > other  $cc_5 length=120
+1ms  SERPENS > other  $cc_5 length=1498
+1ms  SERPENS > other  $cc_5 length=1500
+1ms  SERPENS > other  $cc_5 length=32767
+1ms  SERPENS > other  $cc_5 length=32768
+1ms  SERPENS > other  $cc_5 length=65534
+1ms  SERPENS > other  $cc_5 length=65535

# Lengths of the PPD that are shorter or longer than what is there.
+1ms  SERPENS > other  $start ppd_length=0
+1ms  SERPENS > other  $start ppd_length=1
+1ms  SERPENS > other  $start ppd_length=2
+1ms  SERPENS > other  $start ppd_length=3
+1ms  SERPENS > other  $start ppd_length=9
+1ms  SERPENS > other  $start ppd_length=13
+1ms  SERPENS > other  $start ppd_length=14
+1ms  SERPENS > other  $start ppd_length=15
+1ms  SERPENS > other  $start ppd_length=61
+1ms  SERPENS > other  $start ppd_length=63
+1ms  SERPENS > other  $start ppd_length=65
+1ms  SERPENS > other  $start ppd_length=67
+1ms  SERPENS > other  $start ppd_length=1000
+1ms  SERPENS > other  $start ppd_length=65535
+1ms  SERPENS > other  $connect ppd_length=0
+1ms  SERPENS > other  $connect ppd_length=1
+1ms  SERPENS > other  $connect ppd_length=2
+1ms  SERPENS > other  $connect ppd_length=3
+1ms  SERPENS > other  $connect ppd_length=9
+1ms  SERPENS > other  $connect ppd_length=13
+1ms  SERPENS > other  $connect ppd_length=14
+1ms  SERPENS > other  $connect ppd_length=15
+1ms  SERPENS > other  $connect ppd_length=61
+1ms  SERPENS > other  $connect ppd_length=63
+1ms  SERPENS > other  $connect ppd_length=65
+1ms  SERPENS > other  $connect ppd_length=67
+1ms  SERPENS > other  $connect ppd_length=1000
+1ms  SERPENS > other  $connect ppd_length=65535
+1ms  SERPENS > other  $data ppd_length=0
+1ms  SERPENS > other  $data ppd_length=1
+1ms  SERPENS > other  $data ppd_length=2
+1ms  SERPENS > other  $data ppd_length=3
+1ms  SERPENS > other  $data ppd_length=9
+1ms  SERPENS > other  $data ppd_length=13
+1ms  SERPENS > other  $data ppd_length=14
+1ms  SERPENS > other  $data ppd_length=15
+1ms  SERPENS > other  $data ppd_length=61
+1ms  SERPENS > other  $data ppd_length=63
+1ms  SERPENS > other  $data ppd_length=65
+1ms  SERPENS > other  $data ppd_length=67
+1ms  SERPENS > other  $data ppd_length=1000
+1ms  SERPENS > other  $data ppd_length=65535

# What NODENAME, SERVICE and DEVICE_NAME say that their texts count; and control bytes in names.
+1ms  SERPENS > other  $cc_5 nodename=#0053455250454e53 service=#0024342444554131323a00*6 device_name=#0045574200*12
+1ms  SERPENS > other  $cc_5 nodename=#0753455250454e53 service=#0724342444554131323a00*6 device_name=#0745574200*12
+1ms  SERPENS > other  $cc_5 nodename=#0853455250454e53 service=#0824342444554131323a00*6 device_name=#0845574200*12
+1ms  SERPENS > other  $cc_5 nodename=#0f53455250454e53 service=#0f24342444554131323a00*6 device_name=#0f45574200*12
+1ms  SERPENS > other  $cc_5 nodename=#1053455250454e53 service=#1024342444554131323a00*6 device_name=#1045574200*12
+1ms  SERPENS > other  $cc_5 nodename=#7f53455250454e53 service=#7f24342444554131323a00*6 device_name=#7f45574200*12
+1ms  SERPENS > other  $cc_5 nodename=#ff53455250454e53 service=#ff24342444554131323a00*6 device_name=#ff45574200*12
+1ms  SERPENS > other  $cc_5 nodename=#070a0d1b5b7fff25
+1ms  SERPENS > other  $start nodename=#0a0d1b5b7fff2520
+1ms  SERPENS > other  $connect dst_process=#0a0d1b5b7fff254e53504f525420*3

# Times at the ends of what 64 bits hold, and before 1970.
+1ms  SERPENS > other  $cc_5 transmit_time=#0000000000000000
+1ms  SERPENS > other  $start swincarn=#0000000000000000 curtime=#0000000000000000
+1ms  SERPENS > other  $cc_5 transmit_time=#0100000000000000
+1ms  SERPENS > other  $start swincarn=#0100000000000000 curtime=#0100000000000000
+1ms  SERPENS > other  $cc_5 transmit_time=#ffffffffffffff7f
+1ms  SERPENS > other  $start swincarn=#ffffffffffffff7f curtime=#ffffffffffffff7f
+1ms  SERPENS > other  $cc_5 transmit_time=#0000000000000080
+1ms  SERPENS > other  $start swincarn=#0000000000000080 curtime=#0000000000000080
+1ms  SERPENS > other  $cc_5 transmit_time=#ffffffffffffffff
+1ms  SERPENS > other  $start swincarn=#ffffffffffffffff curtime=#ffffffffffffffff
+1ms  SERPENS > other  $cc_5 transmit_time=#0000000000007c00
+1ms  SERPENS > other  $start swincarn=#0000000000007c00 curtime=#0000000000007c00

# One value everywhere; then with the right Length.
+1ms  SERPENS > other  BYTES 00*46
+1ms  SERPENS > other  BYTES 2c00 00*44
+1ms  SERPENS > other  BYTES 00*114
+1ms  SERPENS > other  BYTES 7000 00*112
+1ms  SERPENS > other  BYTES 00*1500
+1ms  SERPENS > other  BYTES da05 00*1498
+1ms  SERPENS > other  BYTES ff*46
+1ms  SERPENS > other  BYTES 2c00 ff*44
+1ms  SERPENS > other  BYTES ff*114
+1ms  SERPENS > other  BYTES 7000 ff*112
+1ms  SERPENS > other  BYTES ff*1500
+1ms  SERPENS > other  BYTES da05 ff*1498
+1ms  SERPENS > other  BYTES 7f*46
+1ms  SERPENS > other  BYTES 2c00 7f*44
+1ms  SERPENS > other  BYTES 7f*114
+1ms  SERPENS > other  BYTES 7000 7f*112
+1ms  SERPENS > other  BYTES 7f*1500
+1ms  SERPENS > other  BYTES da05 7f*1498
+1ms  SERPENS > other  BYTES 80*46
+1ms  SERPENS > other  BYTES 2c00 80*44
+1ms  SERPENS > other  BYTES 80*114
+1ms  SERPENS > other  BYTES 7000 80*112
+1ms  SERPENS > other  BYTES 80*1500
+1ms  SERPENS > other  BYTES da05 80*1498
+1ms  SERPENS > other  BYTES 4b*46
+1ms  SERPENS > other  BYTES 2c00 4b*44
+1ms  SERPENS > other  BYTES 4b*114
+1ms  SERPENS > other  BYTES 7000 4b*112
+1ms  SERPENS > other  BYTES 4b*1500
+1ms  SERPENS > other  BYTES da05 4b*1498
+1ms  SERPENS > other  BYTES 41*46
+1ms  SERPENS > other  BYTES 2c00 41*44
+1ms  SERPENS > other  BYTES 41*114
+1ms  SERPENS > other  BYTES 7000 41*112
+1ms  SERPENS > other  BYTES 41*1500
+1ms  SERPENS > other  BYTES da05 41*1498

# Each flags byte in front of the same 100 bytes.
+1ms every 1ms x 256:
    0     SERPENS > other  $connect flags={i-1}
