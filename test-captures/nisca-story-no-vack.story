# The way back is broken: VERF is sent and sent again, no VACK is seen.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
node VAX2 id=1026 ether=02:00:00:04:10:02
node VAX1 id=1025 ether=02:00:00:04:10:01

1: 0        VAX2 > VAX1  CCSTART
2: 0.0003   VAX1 > VAX2  VERF     | nisca.channel.start_frame=@1
3: 5.0003   VAX2 > VAX1  CCSTART  | no_vack
                                  | cluster.event="The channel from VAX2 (EWB) to VAX1 (EWB) does not form: VAX1's answer (VERF) seems not to reach VAX2, which asks again (CCSTART)"
4: 5.0006   VAX1 > VAX2  VERF     | nisca.channel.start_frame=@3 no_vack
5: 10.0006  VAX2 > VAX1  CCSTART  | no_vack
6: 10.0009  VAX1 > VAX2  VERF     | nisca.channel.start_frame=@5 no_vack
