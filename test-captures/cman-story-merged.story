# Ten minutes of four nodes, captured on three of them; merged, and apart as node1, node2, node3.
# The card of node 2, johann, loses a quarter of the others' HELLOs, which nobody repeats.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
# What all places together know is the matter of the other stories with places.
open everything
capture sorted
place ludwig  of=ludwig name=ludwig-eth0 delay=30us apart=node1
place johann  of=johann name=johann-eth0 delay=40us apart=node2
place mark    of=mark   name=mark-eth0   delay=50us apart=node3
node ludwig  ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1 seq=17
node johann  ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2 seq=117
node mark    ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3 seq=217
node clara   ip=192.0.2.4 ether=02:00:00:00:00:04 cluster=3169 id=4 seq=317
node all     ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0
truth node ludwig 1 158 120 1
truth delivery ludwig 1 0 136 136
truth delivery ludwig 1 1 103 136
truth delivery ludwig 1 2 136 136
truth node johann 2 149 120 2
truth delivery johann 2 0 133 133
truth delivery johann 2 1 133 133
truth delivery johann 2 2 133 133
truth node mark 3 152 120 1
truth delivery mark 3 0 132 132
truth delivery mark 3 1 99 132
truth delivery mark 3 2 132 132
truth node clara 4 109 96 0
truth delivery clara 4 0 101 101
truth delivery clara 4 1 77 101
truth delivery clara 4 2 101 101
let ludwig = + member name=ludwig + address ip=192.0.2.1 + votes nodeid=1
let johann = + member name=johann + address ip=192.0.2.2 + votes nodeid=2
let mark   = + member name=mark + address ip=192.0.2.3 + votes nodeid=3
let clara  = + member name=clara + address ip=192.0.2.4 + votes nodeid=4

0 every 20s x 5:
    0.1     ludwig > all     HELLO members=4
    1.1     johann > all     HELLO members=4
    2.1     mark   > all     HELLO members=4
    3.1     clara  > all     HELLO members=4
    5.1     ludwig > all     HELLO members=4  at ludwig mark
    6.1     johann > all     HELLO members=4
    7.1     mark   > all     HELLO members=4
    8.1     clara  > all     HELLO members=4
    10.1    ludwig > all     HELLO members=4
    11.1    johann > all     HELLO members=4
    12.1    mark   > all     HELLO members=4
    13.1    clara  > all     HELLO members=4  at ludwig mark
    15.1    ludwig > all     HELLO members=4
    16.1    johann > all     HELLO members=4
    17.1    mark   > all     HELLO members=4  at ludwig mark
    18.1    clara  > all     HELLO members=4

# Of ludwig's HELLOs, johann's card loses five in a row.
100.1       ludwig > all     HELLO members=4
101.1       johann > all     HELLO members=4
102.1       mark   > all     HELLO members=4
103.1       clara  > all     HELLO members=4
105.1       ludwig > all     HELLO members=4  at ludwig mark
106.1       johann > all     HELLO members=4
107.1       mark   > all     HELLO members=4
108.1       clara  > all     HELLO members=4
110.1       ludwig > all     HELLO members=4  at ludwig mark
111.1       johann > all     HELLO members=4
112.1       mark   > all     HELLO members=4
113.1       clara  > all     HELLO members=4  at ludwig mark
115.1       ludwig > all     HELLO members=4  at ludwig mark
116.1       johann > all     HELLO members=4
117.1       mark   > all     HELLO members=4  at ludwig mark
118.1       clara  > all     HELLO members=4

# clara leaves.
120         clara  > all     LEAVE tgtid=1
120.0004    ludwig > all     NODEDOWN nodeid=4
120.000537  johann > ludwig  ACKNOWLEDGE ack=42
120.000674  mark   > ludwig  ACKNOWLEDGE ack=42
120.001174  ludwig > all     STARTTRANS nodeid=4
120.001324  johann > all     STARTACK ack=43 tgtid=1
120.001474  mark   > all     STARTACK ack=43 tgtid=1
120.001774  ludwig > all     MASTERVIEW $ludwig $johann $mark                            | src_name=ludwig
120.1       ludwig > all     HELLO generation=11  at ludwig mark                         | src_name=ludwig
121.001894  johann > all     STARTACK seq=142 ack=43 tgtid=1 flags=0                     | src_name=johann tgt_name=ludwig
121.002014  ludwig > johann  ACKNOWLEDGE ack=142                                         | src_name=ludwig
121.002134  mark   > all     STARTACK seq=242 ack=43 tgtid=1 flags=0                     | src_name=mark tgt_name=ludwig
121.002254  ludwig > mark    ACKNOWLEDGE ack=242                                         | src_name=ludwig
121.002404  johann > all     VIEWACK ack=44 tgtid=1                                      | src_name=johann tgt_name=ludwig
121.002554  mark   > all     VIEWACK ack=44 tgtid=1                                      | src_name=mark tgt_name=ludwig
121.002674  ludwig > johann  ACKNOWLEDGE ack=143                                         | src_name=ludwig
121.002794  ludwig > mark    ACKNOWLEDGE ack=243                                         | src_name=ludwig
121.003194  ludwig > all     ENDTRANS                                                    | src_name=ludwig
121.003331  johann > ludwig  ACKNOWLEDGE ack=46                                          | src_name=johann
121.003468  mark   > ludwig  ACKNOWLEDGE ack=46                                          | src_name=mark
121.003748  ludwig > all     WAIT name=TRANSITION.12                                     | src_name=ludwig
121.003885  johann > ludwig  ACKNOWLEDGE ack=47 remport=0                                | src_name=johann
121.004022  mark   > ludwig  ACKNOWLEDGE ack=47 remport=0                                | src_name=mark
121.004302  johann > all     WAIT name=TRANSITION.12                                     | src_name=johann
121.004439  ludwig > johann  ACKNOWLEDGE ack=144 remport=0                               | src_name=ludwig
121.004576  mark   > johann  ACKNOWLEDGE ack=144 remport=0                               | src_name=mark
121.004856  mark   > all     WAIT name=TRANSITION.12                                     | src_name=mark
121.004993  ludwig > mark    ACKNOWLEDGE ack=244 remport=0                               | src_name=ludwig
121.00513   johann > mark    ACKNOWLEDGE ack=244 remport=0                               | src_name=johann
121.00541   ludwig > all     COMPLETE name=TRANSITION.12                                 | src_name=ludwig
121.005547  johann > ludwig  ACKNOWLEDGE ack=48 remport=0                                | src_name=johann
121.005684  mark   > ludwig  ACKNOWLEDGE ack=48 remport=0                                | src_name=mark
121.005964  johann > all     COMPLETE name=TRANSITION.12                                 | src_name=johann
121.006101  ludwig > johann  ACKNOWLEDGE ack=145 remport=0                               | src_name=ludwig
121.006238  mark   > johann  ACKNOWLEDGE ack=145 remport=0                               | src_name=mark
121.006518  mark   > all     COMPLETE name=TRANSITION.12                                 | src_name=mark
121.006655  ludwig > mark    ACKNOWLEDGE ack=245 remport=0                               | src_name=ludwig
121.006792  johann > mark    ACKNOWLEDGE ack=245 remport=0                               | src_name=johann
121.1       johann > all     HELLO generation=12                                         | src_name=johann
122.1       mark   > all     HELLO generation=12                                         | src_name=mark
125.1       ludwig > all     HELLO generation=12  at ludwig mark                         | src_name=ludwig
126.1       johann > all     HELLO generation=12                                         | src_name=johann
127.1       mark   > all     HELLO generation=12                                         | src_name=mark
130.1       ludwig > all     HELLO generation=12                                         | src_name=ludwig
131.1       johann > all     HELLO generation=12                                         | src_name=johann
132.1       mark   > all     HELLO generation=12                                         | src_name=mark
135.1       ludwig > all     HELLO generation=12                                         | src_name=ludwig
136.1       johann > all     HELLO generation=12                                         | src_name=johann
137.1       mark   > all     HELLO generation=12  at ludwig mark                         | src_name=mark
140 every 20s x 3:
    0.1     ludwig > all     HELLO generation=12                                         | src_name=ludwig
    1.1     johann > all     HELLO generation=12                                         | src_name=johann
    2.1     mark   > all     HELLO generation=12                                         | src_name=mark
    5.1     ludwig > all     HELLO generation=12  at ludwig mark                         | src_name=ludwig
    6.1     johann > all     HELLO generation=12                                         | src_name=johann
    7.1     mark   > all     HELLO generation=12                                         | src_name=mark
    10.1    ludwig > all     HELLO generation=12                                         | src_name=ludwig
    11.1    johann > all     HELLO generation=12                                         | src_name=johann
    12.1    mark   > all     HELLO generation=12                                         | src_name=mark
    15.1    ludwig > all     HELLO generation=12                                         | src_name=ludwig
    16.1    johann > all     HELLO generation=12                                         | src_name=johann
    17.1    mark   > all     HELLO generation=12  at ludwig mark                         | src_name=mark

# And five of mark's.
200.1       ludwig > all     HELLO generation=12                                         | src_name=ludwig
201.1       johann > all     HELLO generation=12                                         | src_name=johann
202.1       mark   > all     HELLO generation=12                                         | src_name=mark
205.1       ludwig > all     HELLO generation=12  at ludwig mark                         | src_name=ludwig
206.1       johann > all     HELLO generation=12                                         | src_name=johann
207.1       mark   > all     HELLO generation=12                                         | src_name=mark
210.1       ludwig > all     HELLO generation=12                                         | src_name=ludwig
211.1       johann > all     HELLO generation=12                                         | src_name=johann
212.1       mark   > all     HELLO generation=12                                         | src_name=mark
215.1       ludwig > all     HELLO generation=12                                         | src_name=ludwig
216.1       johann > all     HELLO generation=12                                         | src_name=johann
217.1       mark   > all     HELLO generation=12  at ludwig mark                         | src_name=mark
220.1       ludwig > all     HELLO generation=12                                         | src_name=ludwig
221.1       johann > all     HELLO generation=12                                         | src_name=johann
222.1       mark   > all     HELLO generation=12  at ludwig mark                         | src_name=mark
225.1       ludwig > all     HELLO generation=12  at ludwig mark                         | src_name=ludwig
226.1       johann > all     HELLO generation=12                                         | src_name=johann
227.1       mark   > all     HELLO generation=12  at ludwig mark                         | src_name=mark
230.1       ludwig > all     HELLO generation=12                                         | src_name=ludwig
231.1       johann > all     HELLO generation=12                                         | src_name=johann
232.1       mark   > all     HELLO generation=12  at ludwig mark                         | src_name=mark
235.1       ludwig > all     HELLO generation=12                                         | src_name=ludwig
236.1       johann > all     HELLO generation=12                                         | src_name=johann
237.1       mark   > all     HELLO generation=12  at ludwig mark                         | src_name=mark

# She joins again; only mark sees what they say to one another first.
240         clara  > mark    JOINREQ nodeid=4
240.0005    mark   > clara   JOINACK                                                     | src_name=mark
240.0007    mark   > all     STARTTRANS why=NEWNODE generation=13 nodeid=4 num_addrs=1 + | src_name=mark
              address ip=192.0.2.4 + name name=clara
240.00085   ludwig > all     STARTACK ack=271 tgtid=3 generation=13                      | src_name=ludwig tgt_name=mark
240.001     johann > all     STARTACK ack=271 tgtid=3 generation=13                      | src_name=johann tgt_name=mark
240.0013    mark   > all     MASTERVIEW $ludwig $johann $mark                            | src_name=mark
240.1       ludwig > all     HELLO generation=13                                         | src_name=ludwig
241.00142   ludwig > all     STARTACK seq=72 ack=271 tgtid=3 flags=0 generation=13       | src_name=ludwig tgt_name=mark
241.00154   mark   > ludwig  ACKNOWLEDGE ack=72                                          | src_name=mark
241.00166   johann > all     STARTACK seq=170 ack=271 tgtid=3 flags=0 generation=13      | src_name=johann tgt_name=mark
241.00178   mark   > johann  ACKNOWLEDGE ack=170                                         | src_name=mark
241.00193   ludwig > all     VIEWACK seq=74 ack=272 tgtid=3                              | src_name=ludwig tgt_name=mark
241.00208   johann > all     VIEWACK ack=272 tgtid=3                                     | src_name=johann tgt_name=mark
241.0022    mark   > ludwig  ACKNOWLEDGE ack=74                                          | src_name=mark
241.00232   mark   > johann  ACKNOWLEDGE ack=171                                         | src_name=mark
241.00272   mark   > clara   JOINCONF $ludwig $johann $mark                              | src_name=mark
241.00291   clara  > mark    CONFACK srcid=0
241.00331   mark   > all     ENDTRANS total_votes=4 generation=14 nodeid=4               | src_name=mark
241.003447  ludwig > mark    ACKNOWLEDGE ack=274                                         | src_name=ludwig
241.003584  johann > mark    ACKNOWLEDGE ack=274                                         | src_name=johann
241.003721  clara  > mark    ACKNOWLEDGE ack=274 srcid=0
241.004001  ludwig > all     WAIT name=TRANSITION.14                                     | src_name=ludwig
241.004138  johann > ludwig  ACKNOWLEDGE ack=75 remport=0                                | src_name=johann
241.004275  mark   > ludwig  ACKNOWLEDGE ack=75 remport=0                                | src_name=mark
241.004412  clara  > ludwig  ACKNOWLEDGE ack=75 remport=0                                | src_name=clara
241.004692  johann > all     WAIT name=TRANSITION.14                                     | src_name=johann
241.004829  ludwig > johann  ACKNOWLEDGE ack=172 remport=0                               | src_name=ludwig
241.004966  mark   > johann  ACKNOWLEDGE ack=172 remport=0                               | src_name=mark
241.005103  clara  > johann  ACKNOWLEDGE ack=172 remport=0                               | src_name=clara
241.005383  mark   > all     WAIT name=TRANSITION.14                                     | src_name=mark
241.00552   ludwig > mark    ACKNOWLEDGE ack=275 remport=0                               | src_name=ludwig
241.005657  johann > mark    ACKNOWLEDGE ack=275 remport=0                               | src_name=johann
241.005794  clara  > mark    ACKNOWLEDGE ack=275 remport=0                               | src_name=clara
241.006074  clara  > all     WAIT name=TRANSITION.14                                     | src_name=clara
241.006211  ludwig > clara   ACKNOWLEDGE ack=345 remport=0                               | src_name=ludwig
241.006348  johann > clara   ACKNOWLEDGE ack=345 remport=0                               | src_name=johann
241.006485  mark   > clara   ACKNOWLEDGE ack=345 remport=0                               | src_name=mark
241.006765  ludwig > all     COMPLETE name=TRANSITION.14                                 | src_name=ludwig
241.006902  johann > ludwig  ACKNOWLEDGE ack=76 remport=0                                | src_name=johann
241.007039  mark   > ludwig  ACKNOWLEDGE ack=76 remport=0                                | src_name=mark
241.007176  clara  > ludwig  ACKNOWLEDGE ack=76 remport=0                                | src_name=clara
241.007456  johann > all     COMPLETE name=TRANSITION.14                                 | src_name=johann
241.007593  ludwig > johann  ACKNOWLEDGE ack=173 remport=0                               | src_name=ludwig
241.00773   mark   > johann  ACKNOWLEDGE ack=173 remport=0                               | src_name=mark
241.007867  clara  > johann  ACKNOWLEDGE ack=173 remport=0                               | src_name=clara
241.008147  mark   > all     COMPLETE name=TRANSITION.14                                 | src_name=mark
241.008284  ludwig > mark    ACKNOWLEDGE ack=276 remport=0                               | src_name=ludwig
241.008421  johann > mark    ACKNOWLEDGE ack=276 remport=0                               | src_name=johann
241.008558  clara  > mark    ACKNOWLEDGE ack=276 remport=0                               | src_name=clara
241.008838  clara  > all     COMPLETE name=TRANSITION.14                                 | src_name=clara
241.008975  ludwig > clara   ACKNOWLEDGE ack=346 remport=0                               | src_name=ludwig
241.009112  johann > clara   ACKNOWLEDGE ack=346 remport=0                               | src_name=johann
241.009249  mark   > clara   ACKNOWLEDGE ack=346 remport=0                               | src_name=mark
241.1       johann > all     HELLO members=4 generation=14                               | src_name=johann
242.1       mark   > all     HELLO members=4 generation=14                               | src_name=mark
243.03      clara  > all     HELLO members=4 generation=14                               | src_name=clara
245.1       ludwig > all     HELLO members=4 generation=14  at ludwig mark               | src_name=ludwig
246.1       johann > all     HELLO members=4 generation=14                               | src_name=johann
247.1       mark   > all     HELLO members=4 generation=14                               | src_name=mark
248.03      clara  > all     HELLO members=4 generation=14                               | src_name=clara
250.1       ludwig > all     HELLO members=4 generation=14                               | src_name=ludwig
251.1       johann > all     HELLO members=4 generation=14                               | src_name=johann
252.1       mark   > all     HELLO members=4 generation=14                               | src_name=mark
253.03      clara  > all     HELLO members=4 generation=14  at ludwig mark               | src_name=clara
255.1       ludwig > all     HELLO members=4 generation=14                               | src_name=ludwig
256.1       johann > all     HELLO members=4 generation=14                               | src_name=johann
257.1       mark   > all     HELLO members=4 generation=14  at ludwig mark               | src_name=mark
258.03      clara  > all     HELLO members=4 generation=14                               | src_name=clara
260 every 20s x 5:
    0.1     ludwig > all     HELLO members=4 generation=14                               | src_name=ludwig
    1.1     johann > all     HELLO members=4 generation=14                               | src_name=johann
    2.1     mark   > all     HELLO members=4 generation=14                               | src_name=mark
    3.03    clara  > all     HELLO members=4 generation=14                               | src_name=clara
    5.1     ludwig > all     HELLO members=4 generation=14  at ludwig mark               | src_name=ludwig
    6.1     johann > all     HELLO members=4 generation=14                               | src_name=johann
    7.1     mark   > all     HELLO members=4 generation=14                               | src_name=mark
    8.03    clara  > all     HELLO members=4 generation=14                               | src_name=clara
    10.1    ludwig > all     HELLO members=4 generation=14                               | src_name=ludwig
    11.1    johann > all     HELLO members=4 generation=14                               | src_name=johann
    12.1    mark   > all     HELLO members=4 generation=14                               | src_name=mark
    13.03   clara  > all     HELLO members=4 generation=14  at ludwig mark               | src_name=clara
    15.1    ludwig > all     HELLO members=4 generation=14                               | src_name=ludwig
    16.1    johann > all     HELLO members=4 generation=14                               | src_name=johann
    17.1    mark   > all     HELLO members=4 generation=14  at ludwig mark               | src_name=mark
    18.03   clara  > all     HELLO members=4 generation=14                               | src_name=clara

# ludwig starts a service, and asks johann who listens.
360         ludwig > all     SERVICE MULTICAST type=1 event=3 sgid=0 length=7 +          | src_name=ludwig
              service_name name="clvmd 1"
360.000137  johann > ludwig  ACKNOWLEDGE ack=100 remport=2                               | src_name=johann
360.000274  mark   > ludwig  ACKNOWLEDGE ack=100 remport=2                               | src_name=mark
360.000411  clara  > ludwig  ACKNOWLEDGE ack=100 remport=2                               | src_name=clara
360.000611  johann > all     SERVICE ack=100 tgtid=1 type=2 status=1 event=3             | src_name=johann tgt_name=ludwig
360.000711  ludwig > johann  ACKNOWLEDGE ack=198 remport=2                               | src_name=ludwig
360.000911  mark   > all     SERVICE ack=100 tgtid=1 type=2 status=1 event=3             | src_name=mark tgt_name=ludwig
360.001011  ludwig > mark    ACKNOWLEDGE ack=301 remport=2                               | src_name=ludwig
360.001211  clara  > all     SERVICE ack=100 tgtid=1 type=2 status=1 event=3             | src_name=clara tgt_name=ludwig
360.001311  ludwig > clara   ACKNOWLEDGE ack=371 remport=2                               | src_name=ludwig
360.001511  ludwig > all     SERVICE ack=198 tgtid=2 type=3 event=3 length=4 +           | src_name=ludwig tgt_name=johann
              member_count
360.001611  johann > ludwig  ACKNOWLEDGE ack=101 remport=2                               | src_name=johann
360.001811  ludwig > all     SERVICE ack=301 tgtid=3 type=3 event=3 length=4 +           | src_name=ludwig tgt_name=mark
              member_count
360.001911  mark   > ludwig  ACKNOWLEDGE ack=102 remport=2                               | src_name=mark
360.002111  ludwig > all     SERVICE ack=371 tgtid=4 type=3 event=3 length=4 +           | src_name=ludwig tgt_name=clara
              member_count
360.002211  clara  > ludwig  ACKNOWLEDGE ack=103 remport=2                               | src_name=clara
360.002411  johann > all     SERVICE ack=101 tgtid=1 type=4 status=1 event=3             | src_name=johann tgt_name=ludwig
360.002511  ludwig > johann  ACKNOWLEDGE ack=199 remport=2                               | src_name=ludwig
360.002711  mark   > all     SERVICE ack=102 tgtid=1 type=4 status=1 event=3             | src_name=mark tgt_name=ludwig
360.002811  ludwig > mark    ACKNOWLEDGE ack=302 remport=2                               | src_name=ludwig
360.003011  clara  > all     SERVICE ack=103 tgtid=1 type=4 status=1 event=3             | src_name=clara tgt_name=ludwig
360.003111  ludwig > clara   ACKNOWLEDGE ack=372 remport=2                               | src_name=ludwig
360.003211  ludwig > all     LISTENREQ ack=199 tgtid=2 tag=0x815                         | src_name=ludwig tgt_name=johann
360.003391  johann > ludwig  ACKNOWLEDGE ack=104 remport=0                               | src_name=johann
360.003571  johann > all     LISTENRESP ack=104 tgtid=1 listening=1 tag=0x815            | src_name=johann tgt_name=ludwig
360.003671  ludwig > johann  ACKNOWLEDGE ack=200 remport=0                               | src_name=ludwig
360.1       ludwig > all     HELLO members=4 generation=14                               | src_name=ludwig
361.1       johann > all     HELLO members=4 generation=14                               | src_name=johann
362.1       mark   > all     HELLO members=4 generation=14                               | src_name=mark
363.03      clara  > all     HELLO members=4 generation=14                               | src_name=clara
365.1       ludwig > all     HELLO members=4 generation=14  at ludwig mark               | src_name=ludwig
366.1       johann > all     HELLO members=4 generation=14                               | src_name=johann
367.1       mark   > all     HELLO members=4 generation=14                               | src_name=mark
368.03      clara  > all     HELLO members=4 generation=14                               | src_name=clara
370.1       ludwig > all     HELLO members=4 generation=14                               | src_name=ludwig
371.1       johann > all     HELLO members=4 generation=14                               | src_name=johann
372.1       mark   > all     HELLO members=4 generation=14                               | src_name=mark
373.03      clara  > all     HELLO members=4 generation=14  at ludwig mark               | src_name=clara
375.1       ludwig > all     HELLO members=4 generation=14                               | src_name=ludwig
376.1       johann > all     HELLO members=4 generation=14                               | src_name=johann
377.1       mark   > all     HELLO members=4 generation=14  at ludwig mark               | src_name=mark
378.03      clara  > all     HELLO members=4 generation=14                               | src_name=clara
380 every 20s x 11:
    0.1     ludwig > all     HELLO members=4 generation=14                               | src_name=ludwig
    1.1     johann > all     HELLO members=4 generation=14                               | src_name=johann
    2.1     mark   > all     HELLO members=4 generation=14                               | src_name=mark
    3.03    clara  > all     HELLO members=4 generation=14                               | src_name=clara
    5.1     ludwig > all     HELLO members=4 generation=14  at ludwig mark               | src_name=ludwig
    6.1     johann > all     HELLO members=4 generation=14                               | src_name=johann
    7.1     mark   > all     HELLO members=4 generation=14                               | src_name=mark
    8.03    clara  > all     HELLO members=4 generation=14                               | src_name=clara
    10.1    ludwig > all     HELLO members=4 generation=14                               | src_name=ludwig
    11.1    johann > all     HELLO members=4 generation=14                               | src_name=johann
    12.1    mark   > all     HELLO members=4 generation=14                               | src_name=mark
    13.03   clara  > all     HELLO members=4 generation=14  at ludwig mark               | src_name=clara
    15.1    ludwig > all     HELLO members=4 generation=14                               | src_name=ludwig
    16.1    johann > all     HELLO members=4 generation=14                               | src_name=johann
    17.1    mark   > all     HELLO members=4 generation=14  at ludwig mark               | src_name=mark
    18.03   clara  > all     HELLO members=4 generation=14                               | src_name=clara
