# The header example: one HELLO of node 3, which is not the master, in a quorate cluster of four.
# From the captures in "cman field guide" (C. Caulfield, 2 December 2010), packet by packet.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
open everything    # tests/test_cman_field_guide.py knows what must be found
capture micro
carrier raw        # the bytes have their IP headers
start 1291305862   # 2 December 2010, 16:04:22 UTC

node 10.112.70.21
node 10.112.70.63

# 1. HELLO, seq 39108: quorate, 4 members, generation 59
0.592517  10.112.70.21 > 10.112.70.63  BYTES
    45000038 00004000 40119981 0a704615
    0a70463f 1a991a99 00240b59 0101c498
    0000f94a 00001900 03000000 00000000
    04020400 3b000000
