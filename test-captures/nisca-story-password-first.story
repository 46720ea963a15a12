# A stranger with another password is seen first.  The group's own is proven when VAX2 answers
# VAX1's VERF in frame 5; only the stranger is told, in a second pass also for frame 1.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
node VAX1 id=1025 ether=02:00:00:04:10:01
node VAX2 id=1026 ether=02:00:00:04:10:02
node VAX3 id=1027 ether=02:00:00:04:10:03

1:  0      VAX3 > VAX1  CCSTART authorize=0x11223344    | password_mismatch
2:  0.5    VAX1 > VAX3  CCSTART
3:  1      VAX2 > VAX3  CCSTART
4:  2      VAX1 > VAX2  VERF                            | nisca.channel.vack_frame=@5
5:  2.001  VAX2 > VAX1  VACK                            | nisca.channel.verf_frame=@4
6:  5.5    VAX3 > VAX1  CCSTART authorize=0x11223344    | password_mismatch nisca.channel.no_verf
                                                        | cluster.event="The channel from VAX3 (EWB) to VAX1 (EWB) does not form: VAX3 asks again (CCSTART), as no answer (VERF) came"
                                                        | cluster.event="VAX3 uses another cluster password than the group"
7:  6      VAX1 > VAX3  CCSTART                         | nisca.channel.no_verf
