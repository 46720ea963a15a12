# A node with another password than the group's is told on each of its frames that has
# one.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout nisca
node VAX1 id=1025 ether=02:00:00:04:10:01
node all ether=ab:00:04:01:01:01
node VAX3 id=1027 ether=02:00:00:04:10:03
node VAX2 id=1026 ether=02:00:00:04:10:02
node N2050 id=2050 ether=02:00:00:08:10:02
node N2049 id=2049 ether=02:00:00:08:10:01

1:  0        VAX1 > all     HELLO
2:  0        VAX3 > all     HELLO
3:  0.1      VAX1 > VAX2    CCSTART
4:  0.10025  VAX2 > VAX1    VERF                               | nisca.channel.start_frame=@3 vack_frame=@5
5:  0.10125  VAX1 > VAX2    VACK                               | verf_frame=@4 nisca.channel.start_frame=@3 setup_time=1.25ms
6:  0.20125  N2050 > N2049  CCSTART group=2026 nodename=DELTA
                              authorize=0x55667788
7:  0.2015   N2049 > N2050  VERF group=2026 nodename=EPSILN    | nisca.channel.start_frame=@6 vack_frame=@8
                              authorize=0x55667788
8:  0.2025   N2050 > N2049  VACK group=2026 nodename=DELTA     | verf_frame=@7 nisca.channel.start_frame=@6 setup_time=1.25ms
                              authorize=0x55667788
9:  2.7025   VAX1 > all     HELLO                              | hello_delta=2.7025s hello_previous=@1
10: 3.2025   VAX3 > VAX1    CCSTART authorize=0x11223344       | password_mismatch
11: 3.2125   VAX2 > VAX1    VERF                               | vack_frame=@12 nisca.channel.start_frame=@3
12: 3.2127   VAX1 > VAX2    VACK                               | verf_frame=@11 nisca.channel.start_frame=@3
13: 5.7127   VAX1 > all     HELLO                              | hello_delta=3.0102s hello_previous=@9
14: 6.2127   VAX3 > VAX1    CCSTART authorize=0x11223344       | password_mismatch no_verf
15: 6.2227   VAX2 > VAX1    VERF                               | vack_frame=@16 nisca.channel.start_frame=@3
16: 6.2229   VAX1 > VAX2    VACK                               | verf_frame=@15 nisca.channel.start_frame=@3
17: 8.7229   VAX1 > all     HELLO                              | hello_delta=3.0102s hello_previous=@13
18: 9.2229   VAX3 > VAX1    CCSTART authorize=0x11223344       | password_mismatch no_verf
19: 9.2329   VAX2 > VAX1    VERF                               | vack_frame=@20 nisca.channel.start_frame=@3
20: 9.2331   VAX1 > VAX2    VACK                               | verf_frame=@19 nisca.channel.start_frame=@3
