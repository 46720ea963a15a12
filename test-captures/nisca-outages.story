# VAX2 is away for 12 s five times, each 20 s behind the one before, and then for 44.5 s.  The story
# tells the first silence, the second and the fourth; of the sixth it tells when that turns out to be
# long.  The end of the file counts them.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
capture sorted
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02
node all ether=ab:00:04:01:01:01
# What each HELLO says is told by other stories; tests/test_timeline_rows.py reads the table.
open everything

0 every 20s x 6:
    0  VAX2 > all  HELLO
    2s VAX2 > all  HELLO
    4s VAX2 > all  HELLO
    6s VAX2 > all  HELLO
    8s VAX2 > all  HELLO
1 every 2s x 83:
    0  VAX1 > all  HELLO
152.5 every 2s x 6:
    0  VAX2 > all  HELLO
