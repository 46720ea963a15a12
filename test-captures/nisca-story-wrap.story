# More than a full turn of 16 bits between nodes of NISCA 1.3, acknowledged all along:
# 70,000 messages from 65530 on.  At first each is acknowledged, then every seventh.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
node VAXA id=1025 ether=02:00:00:04:10:01 seq=65529
node VAXB id=1026 ether=02:00:00:04:10:02 seq=65529
node all  ether=ab:00:04:01:01:01

0        VAXA > all   HELLO-1.3
0.010    VAXB > all   HELLO-1.3

# Numbers 65530 to 7, each acknowledged.
0.01002 every 120us x 14:
  m: 0       VAXA > VAXB  APPL-1.3 ack=65529  | acked_in=@a
  a: 100us   VAXB > VAXA  ACK-1.3             | acks_frame=@m ack_rtt=100us

# The other 69,986; an ACK covers the last seven.
0.0117 every 240us x 9998:
  20us       VAXA > VAXB  APPL-1.3 ack=65529  | acked_in=@ack
  40us       VAXA > VAXB  APPL-1.3 ack=65529  | acked_in=@ack
  60us       VAXA > VAXB  APPL-1.3 ack=65529  | acked_in=@ack
  80us       VAXA > VAXB  APPL-1.3 ack=65529  | acked_in=@ack
  100us      VAXA > VAXB  APPL-1.3 ack=65529  | acked_in=@ack
  120us      VAXA > VAXB  APPL-1.3 ack=65529  | acked_in=@ack
  m: 140us   VAXA > VAXB  APPL-1.3 ack=65529  | acked_in=@ack
  ack: 240us  VAXB > VAXA  ACK-1.3            | acks_frame=@m ack_rtt=100us
