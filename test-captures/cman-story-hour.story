# An hour of five nodes, as mark captured it on the port of a switch: its own traffic, what is for
# all, and what is for it.  Two nodes leave and join again, one dies.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
node ludwig ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1 seq=17
node johann ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2 seq=117
node mark   ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3 seq=217
node clara  ip=192.0.2.4 ether=02:00:00:00:00:04 cluster=3169 id=4 seq=317
node fanny  ip=192.0.2.5 ether=02:00:00:00:00:05 cluster=3169 id=5 seq=417
node all    ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0
truth node ludwig 1 785 720 2
truth node johann 2 706 660 4
truth node mark 3 836 720 4
truth node clara 4 641 600 4
truth node fanny 5 701 660 4
let ludwig = + member name=ludwig + address ip=192.0.2.1 + votes nodeid=1
let johann = + member name=johann + address ip=192.0.2.2 + votes nodeid=2
let mark   = + member name=mark + address ip=192.0.2.3 + votes nodeid=3
let clara  = + member name=clara + address ip=192.0.2.4 + votes nodeid=4
let fanny  = + member name=fanny + address ip=192.0.2.5 + votes nodeid=5

1:    0.1         ludwig > all     HELLO seq=18 members=5
2:    1.1         johann > all     HELLO seq=118 members=5
3:    2.1         mark   > all     HELLO seq=218 members=5
4:    3.1         clara  > all     HELLO seq=318 members=5
5:    4.1         fanny  > all     HELLO seq=418 members=5
5 every 5s x 59:
    0.1   ludwig > all  HELLO members=5                                                  | hello_delta=5s
    1.1   johann > all  HELLO members=5                                                  | hello_delta=5s
    2.1   mark   > all  HELLO members=5                                                  | hello_delta=5s
    3.1   clara  > all  HELLO members=5                                                  | hello_delta=5s
    4.1   fanny  > all  HELLO members=5                                                  | hello_delta=5s

# fanny leaves.
301:  300         fanny  > all     LEAVE tgtid=1                                         | leave
302:  300.0003    ludwig > all     NODEDOWN nodeid=5                                     | nodedown acked_in=@303 cman.death.last_heard=@-2 cman.death.silence=0.9003s
303:  300.000374  mark   > ludwig  ACKNOWLEDGE ack=78                                    | acks_frame=@302 ack_rtt=74us
304:  300.000811  ludwig > all     STARTTRANS nodeid=5                                   | number=1 master=1 acked_in=@305..@307 response_in=@305 end_frame=@318
                                                                                         | cman.death.last_heard=@-4 cman.death.silence=0.900811s
305:  300.000861  johann > all     STARTACK ack=79 tgtid=1                               | acks_frame=@304 ack_rtt=50us response_to=@304 response_time=50us number=1
                                                                                         | master=1 cman.transition.start_frame=@304 end_frame=@318
306:  300.000911  mark   > all     STARTACK ack=79 tgtid=1                               | acks_frame=@304 ack_rtt=100us response_to=@304 response_time=100us number=1
                                                                                         | master=1 cman.transition.start_frame=@304 acked_in=@312 end_frame=@318
307:  300.000961  clara  > all     STARTACK ack=79 tgtid=1                               | acks_frame=@304 ack_rtt=150us response_to=@304 response_time=150us number=1
                                                                                         | master=1 cman.transition.start_frame=@304 end_frame=@318
308:  300.001161  ludwig > all     MASTERVIEW $ludwig $johann $mark $clara               | src_name=ludwig number=1 master=1 cman.transition.start_frame=@304
                                                                                         | acked_in=@314..@316 response_in=@314 end_frame=@318
309:  300.1       ludwig > all     HELLO members=4 generation=11                         | src_name=ludwig hello_delta=5s
310:  301.001181  johann > all     STARTACK seq=178 ack=79 tgtid=1 flags=0               | src_name=johann tgt_name=ludwig retransmission retransmission_of=@305
                                                                                         | rto=1.00032s acks_frame=@304 response_to=@304 number=1 master=1
                                                                                         | cman.transition.start_frame=@304 end_frame=@318 ?response_in ?response_time
311:  301.001221  mark   > all     STARTACK seq=278 ack=79 tgtid=1 flags=0               | src_name=mark tgt_name=ludwig retransmission retransmission_of=@306
                                                                                         | rto=1.00031s acks_frame=@304 response_to=@304 number=1 master=1
                                                                                         | cman.transition.start_frame=@304 end_frame=@318 ?response_in ?response_time
312:  301.001241  ludwig > mark    ACKNOWLEDGE ack=278                                   | src_name=ludwig acks_frame=@306 ack_rtt=1.00033s
313:  301.001261  clara  > all     STARTACK seq=378 ack=79 tgtid=1 flags=0               | src_name=clara tgt_name=ludwig retransmission retransmission_of=@307
                                                                                         | rto=1.0003s acks_frame=@304 response_to=@304 number=1 master=1
                                                                                         | cman.transition.start_frame=@304 end_frame=@318 ?response_in ?response_time
314:  301.001331  johann > all     VIEWACK ack=80 tgtid=1                                | src_name=johann tgt_name=ludwig acks_frame=@308 ack_rtt=1.00017s
                                                                                         | response_to=@308 response_time=1.00017s number=1 master=1
                                                                                         | cman.transition.start_frame=@304 end_frame=@318
315:  301.001381  mark   > all     VIEWACK ack=80 tgtid=1                                | src_name=mark tgt_name=ludwig acks_frame=@308 ack_rtt=1.00022s
                                                                                         | response_to=@308 response_time=1.00022s number=1 master=1
                                                                                         | cman.transition.start_frame=@304 acked_in=@317 end_frame=@318
316:  301.001431  clara  > all     VIEWACK ack=80 tgtid=1                                | src_name=clara tgt_name=ludwig acks_frame=@308 ack_rtt=1.00027s
                                                                                         | response_to=@308 response_time=1.00027s number=1 master=1
                                                                                         | cman.transition.start_frame=@304 end_frame=@318
317:  301.001471  ludwig > mark    ACKNOWLEDGE ack=279                                   | src_name=ludwig acks_frame=@315 ack_rtt=90us
318:  301.001791  ludwig > all     ENDTRANS total_votes=4                                | src_name=ludwig number=1 master=1 cman.transition.start_frame=@304
                                                                                         | cman.transition.duration=1.00098s acked_in=@319
319:  301.001865  mark   > ludwig  ACKNOWLEDGE ack=82                                    | src_name=mark acks_frame=@318 ack_rtt=74us
320:  301.002082  ludwig > all     WAIT name=TRANSITION.12                               | src_name=ludwig number=1 master=1 cman.transition.start_frame=@304
                                                                                         | end_frame=@318 waiting=1 acked_in=@321 complete_frame=@330
321:  301.002156  mark   > ludwig  ACKNOWLEDGE ack=83 remport=0                          | src_name=mark acks_frame=@320 ack_rtt=74us
322:  301.002373  johann > all     WAIT name=TRANSITION.12                               | src_name=johann number=1 master=1 cman.transition.start_frame=@304
                                                                                         | end_frame=@318 cman.barrier.start_frame=@320 waiting=2 acked_in=@323
                                                                                         | complete_frame=@330
323:  301.002447  mark   > johann  ACKNOWLEDGE ack=180 remport=0                         | src_name=mark acks_frame=@322 ack_rtt=74us
324:  301.002664  mark   > all     WAIT name=TRANSITION.12                               | src_name=mark number=1 master=1 cman.transition.start_frame=@304
                                                                                         | end_frame=@318 cman.barrier.start_frame=@320 waiting=3 acked_in=@325..@327
                                                                                         | complete_frame=@330
325:  301.002701  ludwig > mark    ACKNOWLEDGE ack=280 remport=0                         | src_name=ludwig acks_frame=@324 ack_rtt=37us
326:  301.002738  johann > mark    ACKNOWLEDGE ack=280 remport=0                         | src_name=johann acks_frame=@324 ack_rtt=74us
327:  301.002775  clara  > mark    ACKNOWLEDGE ack=280 remport=0                         | src_name=clara acks_frame=@324 ack_rtt=111us
328:  301.002955  clara  > all     WAIT name=TRANSITION.12                               | src_name=clara number=1 master=1 cman.transition.start_frame=@304
                                                                                         | end_frame=@318 cman.barrier.start_frame=@320 waiting=4 acked_in=@329
                                                                                         | complete_frame=@330
329:  301.003066  mark   > clara   ACKNOWLEDGE ack=380 remport=0                         | src_name=mark acks_frame=@328 ack_rtt=111us
330:  301.003246  ludwig > all     COMPLETE name=TRANSITION.12                           | src_name=ludwig number=1 master=1 cman.transition.start_frame=@304
                                                                                         | end_frame=@318 cman.barrier.duration=0.001164s cman.barrier.start_frame=@320
                                                                                         | waiting=4 acked_in=@331
331:  301.00332   mark   > ludwig  ACKNOWLEDGE ack=84 remport=0                          | src_name=mark acks_frame=@330 ack_rtt=74us
332:  301.003537  johann > all     COMPLETE name=TRANSITION.12                           | src_name=johann number=1 master=1 cman.transition.start_frame=@304
                                                                                         | end_frame=@318 cman.barrier.duration=0.001455s complete_frame=@330
                                                                                         | cman.barrier.start_frame=@320 waiting=4 acked_in=@333
333:  301.003611  mark   > johann  ACKNOWLEDGE ack=181 remport=0                         | src_name=mark acks_frame=@332 ack_rtt=74us
334:  301.003828  mark   > all     COMPLETE name=TRANSITION.12                           | src_name=mark number=1 master=1 cman.transition.start_frame=@304
                                                                                         | end_frame=@318 cman.barrier.duration=0.001746s complete_frame=@330
                                                                                         | cman.barrier.start_frame=@320 waiting=4 acked_in=@335..@337
335:  301.003865  ludwig > mark    ACKNOWLEDGE ack=281 remport=0                         | src_name=ludwig acks_frame=@334 ack_rtt=37us
336:  301.003902  johann > mark    ACKNOWLEDGE ack=281 remport=0                         | src_name=johann acks_frame=@334 ack_rtt=74us
337:  301.003939  clara  > mark    ACKNOWLEDGE ack=281 remport=0                         | src_name=clara acks_frame=@334 ack_rtt=111us
338:  301.004119  clara  > all     COMPLETE name=TRANSITION.12                           | src_name=clara number=1 master=1 cman.transition.start_frame=@304
                                                                                         | end_frame=@318 cman.barrier.duration=0.002037s complete_frame=@330
                                                                                         | cman.barrier.start_frame=@320 waiting=4 acked_in=@339
339:  301.00423   mark   > clara   ACKNOWLEDGE ack=381 remport=0                         | src_name=mark acks_frame=@338 ack_rtt=111us
340:  301.1       johann > all     HELLO members=4 generation=12                         | src_name=johann hello_delta=5s
341:  302.1       mark   > all     HELLO members=4 generation=12                         | src_name=mark hello_delta=5s
342:  303.1       clara  > all     HELLO members=4 generation=12                         | src_name=clara hello_delta=5s
305 every 5s x 59:
    0.1   ludwig > all  HELLO members=4 generation=12                                    | src_name=ludwig hello_delta=5s
    1.1   johann > all  HELLO members=4 generation=12                                    | src_name=johann hello_delta=5s
    2.1   mark   > all  HELLO members=4 generation=12                                    | src_name=mark hello_delta=5s
    3.1   clara  > all  HELLO members=4 generation=12                                    | src_name=clara hello_delta=5s

# She joins again and keeps her count; what she and ludwig say to one another goes past.
579:  600.0005    ludwig > all     STARTTRANS seq=145 why=NEWNODE generation=13 nodeid=5 | src_name=ludwig seq_gap=1 out_of_sequence number=2 master=1
                                     num_addrs=1 + address ip=192.0.2.5 + name           | acked_in=@580..@582 response_in=@580 end_frame=@593
                                     name=fanny
580:  600.00055   johann > all     STARTACK ack=145 tgtid=1 generation=13                | src_name=johann tgt_name=ludwig acks_frame=@579 ack_rtt=50us
                                                                                         | response_to=@579 response_time=50us number=2 master=1
                                                                                         | cman.transition.start_frame=@579 end_frame=@593
581:  600.0006    mark   > all     STARTACK ack=145 tgtid=1 generation=13                | src_name=mark tgt_name=ludwig acks_frame=@579 ack_rtt=100us response_to=@579
                                                                                         | response_time=100us number=2 master=1 cman.transition.start_frame=@579
                                                                                         | acked_in=@587 end_frame=@593
582:  600.00065   clara  > all     STARTACK ack=145 tgtid=1 generation=13                | src_name=clara tgt_name=ludwig acks_frame=@579 ack_rtt=150us
                                                                                         | response_to=@579 response_time=150us number=2 master=1
                                                                                         | cman.transition.start_frame=@579 end_frame=@593
583:  600.00085   ludwig > all     MASTERVIEW $ludwig $johann $mark $clara               | src_name=ludwig number=2 master=1 cman.transition.start_frame=@579
                                                                                         | acked_in=@589..@591 response_in=@589 end_frame=@593
584:  600.1       ludwig > all     HELLO members=4 generation=13                         | src_name=ludwig hello_delta=5s
585:  601.00087   johann > all     STARTACK seq=242 ack=145 tgtid=1 flags=0              | src_name=johann tgt_name=ludwig retransmission retransmission_of=@580
                                     generation=13                                       | rto=1.00032s acks_frame=@579 response_to=@579 number=2 master=1
                                                                                         | cman.transition.start_frame=@579 end_frame=@593 ?response_in ?response_time
586:  601.00091   mark   > all     STARTACK seq=342 ack=145 tgtid=1 flags=0              | src_name=mark tgt_name=ludwig retransmission retransmission_of=@581
                                     generation=13                                       | rto=1.00031s acks_frame=@579 response_to=@579 number=2 master=1
                                                                                         | cman.transition.start_frame=@579 end_frame=@593 ?response_in ?response_time
587:  601.00093   ludwig > mark    ACKNOWLEDGE ack=342                                   | src_name=ludwig acks_frame=@581 ack_rtt=1.00033s
588:  601.00095   clara  > all     STARTACK seq=442 ack=145 tgtid=1 flags=0              | src_name=clara tgt_name=ludwig retransmission retransmission_of=@582
                                     generation=13                                       | rto=1.0003s acks_frame=@579 response_to=@579 number=2 master=1
                                                                                         | cman.transition.start_frame=@579 end_frame=@593 ?response_in ?response_time
589:  601.00102   johann > all     VIEWACK ack=146 tgtid=1                               | src_name=johann tgt_name=ludwig acks_frame=@583 ack_rtt=1.00017s
                                                                                         | response_to=@583 response_time=1.00017s number=2 master=1
                                                                                         | cman.transition.start_frame=@579 end_frame=@593
590:  601.00107   mark   > all     VIEWACK ack=146 tgtid=1                               | src_name=mark tgt_name=ludwig acks_frame=@583 ack_rtt=1.00022s
                                                                                         | response_to=@583 response_time=1.00022s number=2 master=1
                                                                                         | cman.transition.start_frame=@579 acked_in=@592 end_frame=@593
591:  601.00112   clara  > all     VIEWACK ack=146 tgtid=1                               | src_name=clara tgt_name=ludwig acks_frame=@583 ack_rtt=1.00027s
                                                                                         | response_to=@583 response_time=1.00027s number=2 master=1
                                                                                         | cman.transition.start_frame=@579 end_frame=@593
592:  601.00116   ludwig > mark    ACKNOWLEDGE ack=343                                   | src_name=ludwig acks_frame=@590 ack_rtt=90us
593:  601.00187   ludwig > all     ENDTRANS seq=149 total_votes=5 generation=14 nodeid=5 | src_name=ludwig seq_gap=1 out_of_sequence number=2 master=1
                                                                                         | cman.transition.start_frame=@579 cman.transition.duration=1.00137s
                                                                                         | acked_in=@594
594:  601.001944  mark   > ludwig  ACKNOWLEDGE ack=149                                   | src_name=mark acks_frame=@593 ack_rtt=74us
595:  601.002198  ludwig > all     WAIT name=TRANSITION.14                               | src_name=ludwig number=2 master=1 cman.transition.start_frame=@579
                                                                                         | end_frame=@593 waiting=1 acked_in=@596 complete_frame=@608
596:  601.002272  mark   > ludwig  ACKNOWLEDGE ack=150 remport=0                         | src_name=mark acks_frame=@595 ack_rtt=74us
597:  601.002526  johann > all     WAIT name=TRANSITION.14                               | src_name=johann number=2 master=1 cman.transition.start_frame=@579
                                                                                         | end_frame=@593 cman.barrier.start_frame=@595 waiting=2 acked_in=@598
                                                                                         | complete_frame=@608
598:  601.0026    mark   > johann  ACKNOWLEDGE ack=244 remport=0                         | src_name=mark acks_frame=@597 ack_rtt=74us
599:  601.002854  mark   > all     WAIT name=TRANSITION.14                               | src_name=mark number=2 master=1 cman.transition.start_frame=@579
                                                                                         | end_frame=@593 cman.barrier.start_frame=@595 waiting=3 acked_in=@600..@603
                                                                                         | complete_frame=@608
600:  601.002891  ludwig > mark    ACKNOWLEDGE ack=344 remport=0                         | src_name=ludwig acks_frame=@599 ack_rtt=37us
601:  601.002928  johann > mark    ACKNOWLEDGE ack=344 remport=0                         | src_name=johann acks_frame=@599 ack_rtt=74us
602:  601.002965  clara  > mark    ACKNOWLEDGE ack=344 remport=0                         | src_name=clara acks_frame=@599 ack_rtt=111us
603:  601.003002  fanny  > mark    ACKNOWLEDGE ack=344 remport=0                         | src_name=fanny acks_frame=@599 ack_rtt=148us
604:  601.003182  clara  > all     WAIT name=TRANSITION.14                               | src_name=clara number=2 master=1 cman.transition.start_frame=@579
                                                                                         | end_frame=@593 cman.barrier.start_frame=@595 waiting=4 acked_in=@605
                                                                                         | complete_frame=@608
605:  601.003293  mark   > clara   ACKNOWLEDGE ack=444 remport=0                         | src_name=mark acks_frame=@604 ack_rtt=111us
606:  601.00351   fanny  > all     WAIT seq=481 name=TRANSITION.14                       | src_name=fanny number=2 master=1 cman.transition.start_frame=@579
                                                                                         | end_frame=@593 cman.barrier.start_frame=@595 waiting=5 acked_in=@607
                                                                                         | complete_frame=@608 ?seq_gap ?out_of_sequence
607:  601.003621  mark   > fanny   ACKNOWLEDGE ack=481 remport=0                         | src_name=mark acks_frame=@606 ack_rtt=111us
608:  601.003838  ludwig > all     COMPLETE name=TRANSITION.14                           | src_name=ludwig number=2 master=1 cman.transition.start_frame=@579
                                                                                         | end_frame=@593 cman.barrier.duration=0.00164s cman.barrier.start_frame=@595
                                                                                         | waiting=5 acked_in=@609 ?acked_in
609:  601.003912  mark   > ludwig  ACKNOWLEDGE ack=151 remport=0                         | src_name=mark acks_frame=@608 ack_rtt=74us
610:  601.004166  johann > all     COMPLETE name=TRANSITION.14                           | src_name=johann number=2 master=1 cman.transition.start_frame=@579
                                                                                         | end_frame=@593 cman.barrier.duration=0.001968s complete_frame=@608
                                                                                         | cman.barrier.start_frame=@595 waiting=5 acked_in=@611
611:  601.00424   mark   > johann  ACKNOWLEDGE ack=245 remport=0                         | src_name=mark acks_frame=@610 ack_rtt=74us
612:  601.004494  mark   > all     COMPLETE name=TRANSITION.14                           | src_name=mark number=2 master=1 cman.transition.start_frame=@579
                                                                                         | end_frame=@593 cman.barrier.duration=0.002296s complete_frame=@608
                                                                                         | cman.barrier.start_frame=@595 waiting=5 acked_in=@613..@616
613:  601.004531  ludwig > mark    ACKNOWLEDGE ack=345 remport=0                         | src_name=ludwig acks_frame=@612 ack_rtt=37us
614:  601.004568  johann > mark    ACKNOWLEDGE ack=345 remport=0                         | src_name=johann acks_frame=@612 ack_rtt=74us
615:  601.004605  clara  > mark    ACKNOWLEDGE ack=345 remport=0                         | src_name=clara acks_frame=@612 ack_rtt=111us
616:  601.004642  fanny  > mark    ACKNOWLEDGE ack=345 remport=0                         | src_name=fanny acks_frame=@612 ack_rtt=148us
617:  601.004822  clara  > all     COMPLETE name=TRANSITION.14                           | src_name=clara number=2 master=1 cman.transition.start_frame=@579
                                                                                         | end_frame=@593 cman.barrier.duration=0.002624s complete_frame=@608
                                                                                         | cman.barrier.start_frame=@595 waiting=5 acked_in=@618
618:  601.004933  mark   > clara   ACKNOWLEDGE ack=445 remport=0                         | src_name=mark acks_frame=@617 ack_rtt=111us
619:  601.00515   fanny  > all     COMPLETE name=TRANSITION.14                           | src_name=fanny number=2 master=1 cman.transition.start_frame=@579
                                                                                         | end_frame=@593 cman.barrier.duration=0.002952s complete_frame=@608
                                                                                         | cman.barrier.start_frame=@595 waiting=5 acked_in=@620
620:  601.005261  mark   > fanny   ACKNOWLEDGE ack=482 remport=0                         | src_name=mark acks_frame=@619 ack_rtt=111us
621:  601.1       johann > all     HELLO members=5 generation=14                         | src_name=johann hello_delta=5s
622:  602.1       mark   > all     HELLO members=5 generation=14                         | src_name=mark hello_delta=5s
623:  603.05      fanny  > all     HELLO members=5 generation=14                         | src_name=fanny
624:  603.1       clara  > all     HELLO members=5 generation=14                         | src_name=clara hello_delta=5s
605 every 5s x 59:
    0.1   ludwig > all  HELLO members=5 generation=14                                    | src_name=ludwig hello_delta=5s
    1.1   johann > all  HELLO members=5 generation=14                                    | src_name=johann hello_delta=5s
    2.1   mark   > all  HELLO members=5 generation=14                                    | src_name=mark hello_delta=5s
    3.05  fanny  > all  HELLO members=5 generation=14                                    | src_name=fanny hello_delta=5s
    3.1   clara  > all  HELLO members=5 generation=14                                    | src_name=clara hello_delta=5s

# johann leaves.
920:  900         johann > all     LEAVE ack=151 tgtid=1                                 | src_name=johann tgt_name=ludwig leave ?acks_frame ?ack_rtt ?duplicate_ack
921:  900.0003    ludwig > all     NODEDOWN nodeid=2                                     | src_name=ludwig nodedown acked_in=@922 cman.death.last_heard=@-5
                                                                                         | cman.death.silence=3.9003s
922:  900.000337  mark   > ludwig  ACKNOWLEDGE ack=211                                   | src_name=mark acks_frame=@921 ack_rtt=37us
923:  900.000811  ludwig > all     STARTTRANS generation=15 nodeid=2                     | src_name=ludwig number=3 master=1 acked_in=@924..@926 response_in=@924
                                                                                         | end_frame=@937 cman.death.last_heard=@-7 cman.death.silence=3.900811s
924:  900.000861  mark   > all     STARTACK ack=212 tgtid=1 generation=15                | src_name=mark tgt_name=ludwig acks_frame=@923 ack_rtt=50us response_to=@923
                                                                                         | response_time=50us number=3 master=1 cman.transition.start_frame=@923
                                                                                         | acked_in=@930 end_frame=@937
925:  900.000911  clara  > all     STARTACK ack=212 tgtid=1 generation=15                | src_name=clara tgt_name=ludwig acks_frame=@923 ack_rtt=100us
                                                                                         | response_to=@923 response_time=100us number=3 master=1
                                                                                         | cman.transition.start_frame=@923 end_frame=@937
926:  900.000961  fanny  > all     STARTACK ack=212 tgtid=1 generation=15                | src_name=fanny tgt_name=ludwig acks_frame=@923 ack_rtt=150us
                                                                                         | response_to=@923 response_time=150us number=3 master=1
                                                                                         | cman.transition.start_frame=@923 end_frame=@937
927:  900.001161  ludwig > all     MASTERVIEW $ludwig $mark $clara $fanny                | src_name=ludwig number=3 master=1 cman.transition.start_frame=@923
                                                                                         | acked_in=@933..@935 response_in=@933 end_frame=@937
928:  900.1       ludwig > all     HELLO members=4 generation=15                         | src_name=ludwig hello_delta=5s
929:  901.001181  mark   > all     STARTACK seq=406 ack=212 tgtid=1 flags=0              | src_name=mark tgt_name=ludwig retransmission retransmission_of=@924
                                     generation=15                                       | rto=1.00032s acks_frame=@923 response_to=@923 number=3 master=1
                                                                                         | cman.transition.start_frame=@923 end_frame=@937 ?response_in ?response_time
930:  901.001201  ludwig > mark    ACKNOWLEDGE ack=406                                   | src_name=ludwig acks_frame=@924 ack_rtt=1.00034s
931:  901.001221  clara  > all     STARTACK seq=506 ack=212 tgtid=1 flags=0              | src_name=clara tgt_name=ludwig retransmission retransmission_of=@925
                                     generation=15                                       | rto=1.00031s acks_frame=@923 response_to=@923 number=3 master=1
                                                                                         | cman.transition.start_frame=@923 end_frame=@937 ?response_in ?response_time
932:  901.001261  fanny  > all     STARTACK seq=543 ack=212 tgtid=1 flags=0              | src_name=fanny tgt_name=ludwig retransmission retransmission_of=@926
                                     generation=15                                       | rto=1.0003s acks_frame=@923 response_to=@923 number=3 master=1
                                                                                         | cman.transition.start_frame=@923 end_frame=@937 ?response_in ?response_time
933:  901.001331  mark   > all     VIEWACK ack=213 tgtid=1                               | src_name=mark tgt_name=ludwig acks_frame=@927 ack_rtt=1.00017s
                                                                                         | response_to=@927 response_time=1.00017s number=3 master=1
                                                                                         | cman.transition.start_frame=@923 acked_in=@936 end_frame=@937
934:  901.001381  clara  > all     VIEWACK ack=213 tgtid=1                               | src_name=clara tgt_name=ludwig acks_frame=@927 ack_rtt=1.00022s
                                                                                         | response_to=@927 response_time=1.00022s number=3 master=1
                                                                                         | cman.transition.start_frame=@923 end_frame=@937
935:  901.001431  fanny  > all     VIEWACK ack=213 tgtid=1                               | src_name=fanny tgt_name=ludwig acks_frame=@927 ack_rtt=1.00027s
                                                                                         | response_to=@927 response_time=1.00027s number=3 master=1
                                                                                         | cman.transition.start_frame=@923 end_frame=@937
936:  901.001451  ludwig > mark    ACKNOWLEDGE ack=407                                   | src_name=ludwig acks_frame=@933 ack_rtt=120us
937:  901.001791  ludwig > all     ENDTRANS total_votes=4 generation=16                  | src_name=ludwig number=3 master=1 cman.transition.start_frame=@923
                                                                                         | cman.transition.duration=1.00098s acked_in=@938
938:  901.001828  mark   > ludwig  ACKNOWLEDGE ack=215                                   | src_name=mark acks_frame=@937 ack_rtt=37us
939:  901.002082  ludwig > all     WAIT name=TRANSITION.16                               | src_name=ludwig number=3 master=1 cman.transition.start_frame=@923
                                                                                         | end_frame=@937 waiting=1 acked_in=@940 complete_frame=@949
940:  901.002119  mark   > ludwig  ACKNOWLEDGE ack=216 remport=0                         | src_name=mark acks_frame=@939 ack_rtt=37us
941:  901.002373  mark   > all     WAIT name=TRANSITION.16                               | src_name=mark number=3 master=1 cman.transition.start_frame=@923
                                                                                         | end_frame=@937 cman.barrier.start_frame=@939 waiting=2 acked_in=@942..@944
                                                                                         | complete_frame=@949
942:  901.00241   ludwig > mark    ACKNOWLEDGE ack=408 remport=0                         | src_name=ludwig acks_frame=@941 ack_rtt=37us
943:  901.002447  clara  > mark    ACKNOWLEDGE ack=408 remport=0                         | src_name=clara acks_frame=@941 ack_rtt=74us
944:  901.002484  fanny  > mark    ACKNOWLEDGE ack=408 remport=0                         | src_name=fanny acks_frame=@941 ack_rtt=111us
945:  901.002664  clara  > all     WAIT name=TRANSITION.16                               | src_name=clara number=3 master=1 cman.transition.start_frame=@923
                                                                                         | end_frame=@937 cman.barrier.start_frame=@939 waiting=3 acked_in=@946
                                                                                         | complete_frame=@949
946:  901.002738  mark   > clara   ACKNOWLEDGE ack=508 remport=0                         | src_name=mark acks_frame=@945 ack_rtt=74us
947:  901.002955  fanny  > all     WAIT name=TRANSITION.16                               | src_name=fanny number=3 master=1 cman.transition.start_frame=@923
                                                                                         | end_frame=@937 cman.barrier.start_frame=@939 waiting=4 acked_in=@948
                                                                                         | complete_frame=@949
948:  901.003029  mark   > fanny   ACKNOWLEDGE ack=545 remport=0                         | src_name=mark acks_frame=@947 ack_rtt=74us
949:  901.003246  ludwig > all     COMPLETE name=TRANSITION.16                           | src_name=ludwig number=3 master=1 cman.transition.start_frame=@923
                                                                                         | end_frame=@937 cman.barrier.duration=0.001164s cman.barrier.start_frame=@939
                                                                                         | waiting=4 acked_in=@950
950:  901.003283  mark   > ludwig  ACKNOWLEDGE ack=217 remport=0                         | src_name=mark acks_frame=@949 ack_rtt=37us
951:  901.003537  mark   > all     COMPLETE name=TRANSITION.16                           | src_name=mark number=3 master=1 cman.transition.start_frame=@923
                                                                                         | end_frame=@937 cman.barrier.duration=0.001455s complete_frame=@949
                                                                                         | cman.barrier.start_frame=@939 waiting=4 acked_in=@952..@954
952:  901.003574  ludwig > mark    ACKNOWLEDGE ack=409 remport=0                         | src_name=ludwig acks_frame=@951 ack_rtt=37us
953:  901.003611  clara  > mark    ACKNOWLEDGE ack=409 remport=0                         | src_name=clara acks_frame=@951 ack_rtt=74us
954:  901.003648  fanny  > mark    ACKNOWLEDGE ack=409 remport=0                         | src_name=fanny acks_frame=@951 ack_rtt=111us
955:  901.003828  clara  > all     COMPLETE name=TRANSITION.16                           | src_name=clara number=3 master=1 cman.transition.start_frame=@923
                                                                                         | end_frame=@937 cman.barrier.duration=0.001746s complete_frame=@949
                                                                                         | cman.barrier.start_frame=@939 waiting=4 acked_in=@956
956:  901.003902  mark   > clara   ACKNOWLEDGE ack=509 remport=0                         | src_name=mark acks_frame=@955 ack_rtt=74us
957:  901.004119  fanny  > all     COMPLETE name=TRANSITION.16                           | src_name=fanny number=3 master=1 cman.transition.start_frame=@923
                                                                                         | end_frame=@937 cman.barrier.duration=0.002037s complete_frame=@949
                                                                                         | cman.barrier.start_frame=@939 waiting=4 acked_in=@958
958:  901.004193  mark   > fanny   ACKNOWLEDGE ack=546 remport=0                         | src_name=mark acks_frame=@957 ack_rtt=74us
959:  902.1       mark   > all     HELLO members=4 generation=16                         | src_name=mark hello_delta=5s
960:  903.05      fanny  > all     HELLO members=4 generation=16                         | src_name=fanny hello_delta=5s
961:  903.1       clara  > all     HELLO members=4 generation=16                         | src_name=clara hello_delta=5s
905 every 5s x 59:
    0.1   ludwig > all  HELLO members=4 generation=16                                    | src_name=ludwig hello_delta=5s
    2.1   mark   > all  HELLO members=4 generation=16                                    | src_name=mark hello_delta=5s
    3.05  fanny  > all  HELLO members=4 generation=16                                    | src_name=fanny hello_delta=5s
    3.1   clara  > all  HELLO members=4 generation=16                                    | src_name=clara hello_delta=5s

# He has booted, and counts from 1.  mark lets him in.
1198: 1200        johann > mark    JOINREQ seq=1 srcid=0 nodeid=2                        | response_in=@1199 ?src_name
1199: 1200.0004   mark   > johann  JOINACK                                               | src_name=mark response_to=@1198 response_time=400us
1200: 1200.0005   mark   > all     STARTTRANS why=NEWNODE generation=17 nodeid=2         | src_name=mark number=4 master=3 acked_in=@1201..@1203 response_in=@1201
                                     num_addrs=1 + address ip=192.0.2.2 + name           | end_frame=@1220
                                     name=johann
1201: 1200.00055  ludwig > all     STARTACK ack=471 tgtid=3 generation=17                | src_name=ludwig tgt_name=mark acks_frame=@1200 ack_rtt=50us
                                                                                         | response_to=@1200 response_time=50us number=4 master=3
                                                                                         | cman.transition.start_frame=@1200 acked_in=@1207 end_frame=@1220
1202: 1200.0006   clara  > all     STARTACK ack=471 tgtid=3 generation=17                | src_name=clara tgt_name=mark acks_frame=@1200 ack_rtt=100us
                                                                                         | response_to=@1200 response_time=100us number=4 master=3
                                                                                         | cman.transition.start_frame=@1200 acked_in=@1209 end_frame=@1220
1203: 1200.00065  fanny  > all     STARTACK ack=471 tgtid=3 generation=17                | src_name=fanny tgt_name=mark acks_frame=@1200 ack_rtt=150us
                                                                                         | response_to=@1200 response_time=150us number=4 master=3
                                                                                         | cman.transition.start_frame=@1200 acked_in=@1211 end_frame=@1220
1204: 1200.00085  mark   > all     MASTERVIEW $ludwig $mark $clara $fanny                | src_name=mark number=4 master=3 cman.transition.start_frame=@1200
                                                                                         | acked_in=@1212..@1214 response_in=@1212 end_frame=@1220
1205: 1200.1      ludwig > all     HELLO members=4 generation=17                         | src_name=ludwig hello_delta=5s
1206: 1201.00087  ludwig > all     STARTACK seq=277 ack=471 tgtid=3 flags=0              | src_name=ludwig tgt_name=mark retransmission retransmission_of=@1201
                                     generation=17                                       | rto=1.00032s acks_frame=@1200 response_to=@1200 number=4 master=3
                                                                                         | cman.transition.start_frame=@1200 end_frame=@1220 ?response_in
                                                                                         | ?response_time
1207: 1201.00089  mark   > ludwig  ACKNOWLEDGE ack=277                                   | src_name=mark acks_frame=@1201 ack_rtt=1.00034s
1208: 1201.00091  clara  > all     STARTACK seq=570 ack=471 tgtid=3 flags=0              | src_name=clara tgt_name=mark retransmission retransmission_of=@1202
                                     generation=17                                       | rto=1.00031s acks_frame=@1200 response_to=@1200 number=4 master=3
                                                                                         | cman.transition.start_frame=@1200 end_frame=@1220 ?response_in
                                                                                         | ?response_time
1209: 1201.00093  mark   > clara   ACKNOWLEDGE ack=570                                   | src_name=mark acks_frame=@1202 ack_rtt=1.00033s
1210: 1201.00095  fanny  > all     STARTACK seq=607 ack=471 tgtid=3 flags=0              | src_name=fanny tgt_name=mark retransmission retransmission_of=@1203
                                     generation=17                                       | rto=1.0003s acks_frame=@1200 response_to=@1200 number=4 master=3
                                                                                         | cman.transition.start_frame=@1200 end_frame=@1220 ?response_in
                                                                                         | ?response_time
1211: 1201.00097  mark   > fanny   ACKNOWLEDGE ack=607                                   | src_name=mark acks_frame=@1203 ack_rtt=1.00032s
1212: 1201.00102  ludwig > all     VIEWACK seq=279 ack=472 tgtid=3                       | src_name=ludwig tgt_name=mark acks_frame=@1204 ack_rtt=1.00017s
                                                                                         | response_to=@1204 response_time=1.00017s number=4 master=3
                                                                                         | cman.transition.start_frame=@1200 acked_in=@1215 end_frame=@1220
1213: 1201.00107  clara  > all     VIEWACK ack=472 tgtid=3                               | src_name=clara tgt_name=mark acks_frame=@1204 ack_rtt=1.00022s
                                                                                         | response_to=@1204 response_time=1.00022s number=4 master=3
                                                                                         | cman.transition.start_frame=@1200 acked_in=@1216 end_frame=@1220
1214: 1201.00112  fanny  > all     VIEWACK ack=472 tgtid=3                               | src_name=fanny tgt_name=mark acks_frame=@1204 ack_rtt=1.00027s
                                                                                         | response_to=@1204 response_time=1.00027s number=4 master=3
                                                                                         | cman.transition.start_frame=@1200 acked_in=@1217 end_frame=@1220
1215: 1201.00114  mark   > ludwig  ACKNOWLEDGE ack=279                                   | src_name=mark acks_frame=@1212 ack_rtt=120us
1216: 1201.00116  mark   > clara   ACKNOWLEDGE ack=571                                   | src_name=mark acks_frame=@1213 ack_rtt=90us
1217: 1201.00118  mark   > fanny   ACKNOWLEDGE ack=608                                   | src_name=mark acks_frame=@1214 ack_rtt=60us
1218: 1201.00148  mark   > johann  JOINCONF $ludwig $mark $clara $fanny                  | src_name=mark number=4 master=3 cman.transition.start_frame=@1200
                                                                                         | response_in=@1219 end_frame=@1220
1219: 1201.00157  johann > mark    CONFACK srcid=0                                       | response_to=@1218 response_time=90us number=4 master=3
                                                                                         | cman.transition.start_frame=@1200 end_frame=@1220 ?src_name
1220: 1201.00187  mark   > all     ENDTRANS total_votes=5 generation=18 nodeid=2         | src_name=mark number=4 master=3 cman.transition.start_frame=@1200
                                                                                         | cman.transition.duration=1.00137s acked_in=@1221..@1224
1221: 1201.001907 ludwig > mark    ACKNOWLEDGE ack=474                                   | src_name=ludwig acks_frame=@1220 ack_rtt=37us
1222: 1201.001944 johann > mark    ACKNOWLEDGE ack=474 srcid=0                           | acks_frame=@1220 ack_rtt=74us ?src_name
1223: 1201.001981 clara  > mark    ACKNOWLEDGE ack=474                                   | src_name=clara acks_frame=@1220 ack_rtt=111us
1224: 1201.002018 fanny  > mark    ACKNOWLEDGE ack=474                                   | src_name=fanny acks_frame=@1220 ack_rtt=148us
1225: 1201.002198 ludwig > all     WAIT name=TRANSITION.18                               | src_name=ludwig number=4 master=3 cman.transition.start_frame=@1200
                                                                                         | end_frame=@1220 waiting=1 acked_in=@1226 complete_frame=@1238
1226: 1201.002272 mark   > ludwig  ACKNOWLEDGE ack=280 remport=0                         | src_name=mark acks_frame=@1225 ack_rtt=74us
1227: 1201.002526 johann > all     WAIT name=TRANSITION.18                               | src_name=johann number=4 master=3 cman.transition.start_frame=@1200
                                                                                         | end_frame=@1220 cman.barrier.start_frame=@1225 waiting=2 acked_in=@1228
                                                                                         | complete_frame=@1238
1228: 1201.0026   mark   > johann  ACKNOWLEDGE ack=3 remport=0                           | src_name=mark acks_frame=@1227 ack_rtt=74us
1229: 1201.002854 mark   > all     WAIT name=TRANSITION.18                               | src_name=mark number=4 master=3 cman.transition.start_frame=@1200
                                                                                         | end_frame=@1220 cman.barrier.start_frame=@1225 waiting=3
                                                                                         | acked_in=@1230..@1233 complete_frame=@1238
1230: 1201.002891 ludwig > mark    ACKNOWLEDGE ack=475 remport=0                         | src_name=ludwig acks_frame=@1229 ack_rtt=37us
1231: 1201.002928 johann > mark    ACKNOWLEDGE ack=475 remport=0                         | src_name=johann acks_frame=@1229 ack_rtt=74us
1232: 1201.002965 clara  > mark    ACKNOWLEDGE ack=475 remport=0                         | src_name=clara acks_frame=@1229 ack_rtt=111us
1233: 1201.003002 fanny  > mark    ACKNOWLEDGE ack=475 remport=0                         | src_name=fanny acks_frame=@1229 ack_rtt=148us
1234: 1201.003182 clara  > all     WAIT name=TRANSITION.18                               | src_name=clara number=4 master=3 cman.transition.start_frame=@1200
                                                                                         | end_frame=@1220 cman.barrier.start_frame=@1225 waiting=4 acked_in=@1235
                                                                                         | complete_frame=@1238
1235: 1201.003293 mark   > clara   ACKNOWLEDGE ack=572 remport=0                         | src_name=mark acks_frame=@1234 ack_rtt=111us
1236: 1201.00351  fanny  > all     WAIT name=TRANSITION.18                               | src_name=fanny number=4 master=3 cman.transition.start_frame=@1200
                                                                                         | end_frame=@1220 cman.barrier.start_frame=@1225 waiting=5 acked_in=@1237
                                                                                         | complete_frame=@1238
1237: 1201.003621 mark   > fanny   ACKNOWLEDGE ack=609 remport=0                         | src_name=mark acks_frame=@1236 ack_rtt=111us
1238: 1201.003838 ludwig > all     COMPLETE name=TRANSITION.18                           | src_name=ludwig number=4 master=3 cman.transition.start_frame=@1200
                                                                                         | end_frame=@1220 cman.barrier.duration=0.00164s
                                                                                         | cman.barrier.start_frame=@1225 waiting=5 acked_in=@1239
1239: 1201.003912 mark   > ludwig  ACKNOWLEDGE ack=281 remport=0                         | src_name=mark acks_frame=@1238 ack_rtt=74us
1240: 1201.004166 johann > all     COMPLETE name=TRANSITION.18                           | src_name=johann number=4 master=3 cman.transition.start_frame=@1200
                                                                                         | end_frame=@1220 cman.barrier.duration=0.001968s complete_frame=@1238
                                                                                         | cman.barrier.start_frame=@1225 waiting=5 acked_in=@1241
1241: 1201.00424  mark   > johann  ACKNOWLEDGE ack=4 remport=0                           | src_name=mark acks_frame=@1240 ack_rtt=74us
1242: 1201.004494 mark   > all     COMPLETE name=TRANSITION.18                           | src_name=mark number=4 master=3 cman.transition.start_frame=@1200
                                                                                         | end_frame=@1220 cman.barrier.duration=0.002296s complete_frame=@1238
                                                                                         | cman.barrier.start_frame=@1225 waiting=5 acked_in=@1243..@1246
1243: 1201.004531 ludwig > mark    ACKNOWLEDGE ack=476 remport=0                         | src_name=ludwig acks_frame=@1242 ack_rtt=37us
1244: 1201.004568 johann > mark    ACKNOWLEDGE ack=476 remport=0                         | src_name=johann acks_frame=@1242 ack_rtt=74us
1245: 1201.004605 clara  > mark    ACKNOWLEDGE ack=476 remport=0                         | src_name=clara acks_frame=@1242 ack_rtt=111us
1246: 1201.004642 fanny  > mark    ACKNOWLEDGE ack=476 remport=0                         | src_name=fanny acks_frame=@1242 ack_rtt=148us
1247: 1201.004822 clara  > all     COMPLETE name=TRANSITION.18                           | src_name=clara number=4 master=3 cman.transition.start_frame=@1200
                                                                                         | end_frame=@1220 cman.barrier.duration=0.002624s complete_frame=@1238
                                                                                         | cman.barrier.start_frame=@1225 waiting=5 acked_in=@1248 ?acked_in
1248: 1201.004933 mark   > clara   ACKNOWLEDGE ack=573 remport=0                         | src_name=mark acks_frame=@1247 ack_rtt=111us
1249: 1201.00515  fanny  > all     COMPLETE name=TRANSITION.18                           | src_name=fanny number=4 master=3 cman.transition.start_frame=@1200
                                                                                         | end_frame=@1220 cman.barrier.duration=0.002952s complete_frame=@1238
                                                                                         | cman.barrier.start_frame=@1225 waiting=5 acked_in=@1250
1250: 1201.005261 mark   > fanny   ACKNOWLEDGE ack=610 remport=0                         | src_name=mark acks_frame=@1249 ack_rtt=111us
1251: 1202.1      mark   > all     HELLO members=5 generation=18                         | src_name=mark hello_delta=5s
1252: 1203.03     johann > all     HELLO members=5 generation=18                         | src_name=johann
1253: 1203.05     fanny  > all     HELLO members=5 generation=18                         | src_name=fanny hello_delta=5s
1254: 1203.1      clara  > all     HELLO members=5 generation=18                         | src_name=clara hello_delta=5s
1205 every 5s x 59:
    0.1   ludwig > all  HELLO members=5 generation=18                                    | src_name=ludwig hello_delta=5s
    2.1   mark   > all  HELLO members=5 generation=18                                    | src_name=mark hello_delta=5s
    3.03  johann > all  HELLO members=5 generation=18                                    | src_name=johann hello_delta=5s
    3.05  fanny  > all  HELLO members=5 generation=18                                    | src_name=fanny hello_delta=5s
    3.1   clara  > all  HELLO members=5 generation=18                                    | src_name=clara hello_delta=5s

# johann, then mark join a service group of all.
1550: 1500        johann > all     SERVICE MULTICAST type=1 event=4 sgid=0 length=7 +    | src_name=johann acked_in=@1551 acked_in=@1552 acked_in=@1555 acked_in=@1556
                                     service_name name="clvmd 1"                         | response_in=@1552
1551: 1500.000074 mark   > johann  ACKNOWLEDGE ack=65 remport=2                          | src_name=mark acks_frame=@1550 ack_rtt=74us
1552: 1500.000248 ludwig > all     SERVICE ack=65 tgtid=2 type=2 status=1 event=4        | src_name=ludwig tgt_name=johann acks_frame=@1550 ack_rtt=248us
                                                                                         | response_to=@1550 response_time=248us acked_in=@1557
1553: 1500.000348 mark   > all     SERVICE ack=65 tgtid=2 type=2 status=1 event=4        | src_name=mark tgt_name=johann acks_frame=@1550 duplicate_ack
                                                                                         | response_to=@1550 response_time=348us acked_in=@1554
1554: 1500.000348 johann > mark    ACKNOWLEDGE ack=537 remport=2                         | src_name=johann acks_frame=@1553 ack_rtt=0us
1555: 1500.000448 clara  > all     SERVICE ack=65 tgtid=2 type=2 status=1 event=4        | src_name=clara tgt_name=johann acks_frame=@1550 ack_rtt=448us
                                                                                         | response_to=@1550 response_time=448us acked_in=@1560
1556: 1500.000548 fanny  > all     SERVICE ack=65 tgtid=2 type=2 status=1 event=4        | src_name=fanny tgt_name=johann acks_frame=@1550 ack_rtt=548us
                                                                                         | response_to=@1550 response_time=548us acked_in=@1561
1557: 1500.000648 johann > all     SERVICE ack=341 tgtid=1 type=3 event=4 length=4 +     | src_name=johann tgt_name=ludwig acks_frame=@1552 ack_rtt=400us
                                     member_count                                        | acked_in=@1562 response_in=@1562 ?acked_in
1558: 1500.000748 johann > all     SERVICE ack=537 tgtid=3 type=3 event=4 length=4 +     | src_name=johann tgt_name=mark acks_frame=@1553 duplicate_ack acked_in=@1559
                                     member_count                                        | response_in=@1563
1559: 1500.000748 mark   > johann  ACKNOWLEDGE ack=67 remport=2                          | src_name=mark acks_frame=@1558 ack_rtt=0us
1560: 1500.000848 johann > all     SERVICE ack=634 tgtid=4 type=3 event=4 length=4 +     | src_name=johann tgt_name=clara acks_frame=@1555 ack_rtt=400us acked_in=@1565
                                     member_count                                        | response_in=@1565
1561: 1500.000948 johann > all     SERVICE ack=671 tgtid=5 type=3 event=4 length=4 +     | src_name=johann tgt_name=fanny acks_frame=@1556 ack_rtt=400us acked_in=@1566
                                     member_count                                        | response_in=@1566
1562: 1500.001048 ludwig > all     SERVICE ack=66 tgtid=2 type=4 status=1 event=4        | src_name=ludwig tgt_name=johann acks_frame=@1557 ack_rtt=400us
                                                                                         | response_to=@1557 response_time=400us
1563: 1500.001148 mark   > all     SERVICE ack=67 tgtid=2 type=4 status=1 event=4        | src_name=mark tgt_name=johann acks_frame=@1558 duplicate_ack
                                                                                         | response_to=@1558 response_time=400us acked_in=@1564
1564: 1500.001148 johann > mark    ACKNOWLEDGE ack=538 remport=2                         | src_name=johann acks_frame=@1563 ack_rtt=0us
1565: 1500.001248 clara  > all     SERVICE ack=68 tgtid=2 type=4 status=1 event=4        | src_name=clara tgt_name=johann acks_frame=@1560 ack_rtt=400us
                                                                                         | response_to=@1560 response_time=400us
1566: 1500.001348 fanny  > all     SERVICE ack=69 tgtid=2 type=4 status=1 event=4        | src_name=fanny tgt_name=johann acks_frame=@1561 ack_rtt=400us
                                                                                         | response_to=@1561 response_time=400us
1567: 1500.001348 mark   > all     SERVICE MULTICAST type=1 event=5 sgid=0 length=7 +    | src_name=mark acked_in=@1568..@1571 response_in=@1572
                                     service_name name="clvmd 1"
1568: 1500.001385 ludwig > mark    ACKNOWLEDGE ack=539 remport=2                         | src_name=ludwig acks_frame=@1567 ack_rtt=37us
1569: 1500.001422 johann > mark    ACKNOWLEDGE ack=539 remport=2                         | src_name=johann acks_frame=@1567 ack_rtt=74us
1570: 1500.001459 clara  > mark    ACKNOWLEDGE ack=539 remport=2                         | src_name=clara acks_frame=@1567 ack_rtt=111us
1571: 1500.001496 fanny  > mark    ACKNOWLEDGE ack=539 remport=2                         | src_name=fanny acks_frame=@1567 ack_rtt=148us
1572: 1500.001596 ludwig > all     SERVICE ack=539 tgtid=3 type=2 status=1 event=5       | src_name=ludwig tgt_name=mark acks_frame=@1567 duplicate_ack
                                                                                         | response_to=@1567 response_time=248us acked_in=@1573
1573: 1500.001596 mark   > ludwig  ACKNOWLEDGE ack=343 remport=2                         | src_name=mark acks_frame=@1572 ack_rtt=0us
1574: 1500.001696 johann > all     SERVICE ack=539 tgtid=3 type=2 status=1 event=5       | src_name=johann tgt_name=mark acks_frame=@1567 duplicate_ack
                                                                                         | response_to=@1567 response_time=348us acked_in=@1575
1575: 1500.001696 mark   > johann  ACKNOWLEDGE ack=70 remport=2                          | src_name=mark acks_frame=@1574 ack_rtt=0us
1576: 1500.001796 clara  > all     SERVICE ack=539 tgtid=3 type=2 status=1 event=5       | src_name=clara tgt_name=mark acks_frame=@1567 duplicate_ack
                                                                                         | response_to=@1567 response_time=448us acked_in=@1577
1577: 1500.001796 mark   > clara   ACKNOWLEDGE ack=636 remport=2                         | src_name=mark acks_frame=@1576 ack_rtt=0us
1578: 1500.001896 fanny  > all     SERVICE ack=539 tgtid=3 type=2 status=1 event=5       | src_name=fanny tgt_name=mark acks_frame=@1567 duplicate_ack
                                                                                         | response_to=@1567 response_time=548us acked_in=@1579
1579: 1500.001896 mark   > fanny   ACKNOWLEDGE ack=673 remport=2                         | src_name=mark acks_frame=@1578 ack_rtt=0us
1580: 1500.001996 mark   > all     SERVICE ack=343 tgtid=1 type=3 event=5 length=4 +     | src_name=mark tgt_name=ludwig acks_frame=@1572 duplicate_ack acked_in=@1581
                                     member_count                                        | response_in=@1588 ?acked_in
1581: 1500.001996 ludwig > mark    ACKNOWLEDGE ack=540 remport=2                         | src_name=ludwig acks_frame=@1580 ack_rtt=0us
1582: 1500.002096 mark   > all     SERVICE ack=70 tgtid=2 type=3 event=5 length=4 +      | src_name=mark tgt_name=johann acks_frame=@1574 duplicate_ack acked_in=@1583
                                     member_count                                        | response_in=@1590
1583: 1500.002096 johann > mark    ACKNOWLEDGE ack=541 remport=2                         | src_name=johann acks_frame=@1582 ack_rtt=0us
1584: 1500.002196 mark   > all     SERVICE ack=636 tgtid=4 type=3 event=5 length=4 +     | src_name=mark tgt_name=clara acks_frame=@1576 duplicate_ack acked_in=@1585
                                     member_count                                        | response_in=@1592
1585: 1500.002196 clara  > mark    ACKNOWLEDGE ack=542 remport=2                         | src_name=clara acks_frame=@1584 ack_rtt=0us
1586: 1500.002296 mark   > all     SERVICE ack=673 tgtid=5 type=3 event=5 length=4 +     | src_name=mark tgt_name=fanny acks_frame=@1578 duplicate_ack acked_in=@1587
                                     member_count                                        | response_in=@1594
1587: 1500.002296 fanny  > mark    ACKNOWLEDGE ack=543 remport=2                         | src_name=fanny acks_frame=@1586 ack_rtt=0us
1588: 1500.002396 ludwig > all     SERVICE ack=540 tgtid=3 type=4 status=1 event=5       | src_name=ludwig tgt_name=mark acks_frame=@1580 duplicate_ack
                                                                                         | response_to=@1580 response_time=400us acked_in=@1589
1589: 1500.002396 mark   > ludwig  ACKNOWLEDGE ack=344 remport=2                         | src_name=mark acks_frame=@1588 ack_rtt=0us
1590: 1500.002496 johann > all     SERVICE ack=541 tgtid=3 type=4 status=1 event=5       | src_name=johann tgt_name=mark acks_frame=@1582 duplicate_ack
                                                                                         | response_to=@1582 response_time=400us acked_in=@1591
1591: 1500.002496 mark   > johann  ACKNOWLEDGE ack=71 remport=2                          | src_name=mark acks_frame=@1590 ack_rtt=0us
1592: 1500.002596 clara  > all     SERVICE ack=542 tgtid=3 type=4 status=1 event=5       | src_name=clara tgt_name=mark acks_frame=@1584 duplicate_ack
                                                                                         | response_to=@1584 response_time=400us acked_in=@1593 ?acked_in
1593: 1500.002596 mark   > clara   ACKNOWLEDGE ack=637 remport=2                         | src_name=mark acks_frame=@1592 ack_rtt=0us
1594: 1500.002696 fanny  > all     SERVICE ack=543 tgtid=3 type=4 status=1 event=5       | src_name=fanny tgt_name=mark acks_frame=@1586 duplicate_ack
                                                                                         | response_to=@1586 response_time=400us acked_in=@1595
1595: 1500.002696 mark   > fanny   ACKNOWLEDGE ack=674 remport=2                         | src_name=mark acks_frame=@1594 ack_rtt=0us
1596: 1500.1      ludwig > all     HELLO members=5 generation=18                         | src_name=ludwig hello_delta=5s
1597: 1502.1      mark   > all     HELLO members=5 generation=18                         | src_name=mark hello_delta=5s
1598: 1503.03     johann > all     HELLO members=5 generation=18                         | src_name=johann hello_delta=5s
1599: 1503.05     fanny  > all     HELLO members=5 generation=18                         | src_name=fanny hello_delta=5s
1600: 1503.1      clara  > all     HELLO members=5 generation=18                         | src_name=clara hello_delta=5s
1505 every 5s x 59:
    0.1   ludwig > all  HELLO members=5 generation=18                                    | src_name=ludwig hello_delta=5s
    2.1   mark   > all  HELLO members=5 generation=18                                    | src_name=mark hello_delta=5s
    3.03  johann > all  HELLO members=5 generation=18                                    | src_name=johann hello_delta=5s
    3.05  fanny  > all  HELLO members=5 generation=18                                    | src_name=fanny hello_delta=5s
    3.1   clara  > all  HELLO members=5 generation=18                                    | src_name=clara hello_delta=5s

# Who listens on port 11?
1896: 1800        ludwig > all     LISTENREQ ack=66 tgtid=2 tag=0x815                    | src_name=ludwig tgt_name=johann acked_in=@1897 response_in=@1897 ?acks_frame
                                                                                         | ?ack_rtt ?duplicate_ack
1897: 1800.00016  johann > all     LISTENRESP ack=405 tgtid=1 listening=1 tag=0x815      | src_name=johann tgt_name=ludwig acks_frame=@1896 ack_rtt=160us
                                                                                         | response_to=@1896 response_time=160us
1898: 1800.00016  ludwig > all     LISTENREQ ack=540 tgtid=3 tag=0x815                   | src_name=ludwig tgt_name=mark acked_in=@1899 response_in=@1900 ?acks_frame
                                                                                         | ?ack_rtt ?duplicate_ack
1899: 1800.00024  mark   > ludwig  ACKNOWLEDGE ack=406 remport=0                         | src_name=mark acks_frame=@1898 ack_rtt=80us
1900: 1800.00032  mark   > all     LISTENRESP ack=406 tgtid=1 listening=1 tag=0x815      | src_name=mark tgt_name=ludwig acks_frame=@1898 duplicate_ack
                                                                                         | response_to=@1898 response_time=160us acked_in=@1901
1901: 1800.00032  ludwig > mark    ACKNOWLEDGE ack=604 remport=0                         | src_name=ludwig acks_frame=@1900 ack_rtt=0us
1902: 1800.00032  mark   > all     LISTENREQ ack=637 tgtid=4 tag=0x815                   | src_name=mark tgt_name=clara acked_in=@1903 response_in=@1904 ?acks_frame
                                                                                         | ?ack_rtt ?duplicate_ack
1903: 1800.0004   clara  > mark    ACKNOWLEDGE ack=605 remport=0                         | src_name=clara acks_frame=@1902 ack_rtt=80us
1904: 1800.00048  clara  > all     LISTENRESP ack=605 tgtid=3 listening=1 tag=0x815      | src_name=clara tgt_name=mark acks_frame=@1902 duplicate_ack
                                                                                         | response_to=@1902 response_time=160us acked_in=@1905
1905: 1800.00048  mark   > clara   ACKNOWLEDGE ack=698 remport=0                         | src_name=mark acks_frame=@1904 ack_rtt=0us
1906: 1800.1      ludwig > all     HELLO members=5 generation=18                         | src_name=ludwig hello_delta=5s
1907: 1802.1      mark   > all     HELLO members=5 generation=18                         | src_name=mark hello_delta=5s
1908: 1803.03     johann > all     HELLO members=5 generation=18                         | src_name=johann hello_delta=5s
1909: 1803.05     fanny  > all     HELLO members=5 generation=18                         | src_name=fanny hello_delta=5s
1910: 1803.1      clara  > all     HELLO members=5 generation=18                         | src_name=clara hello_delta=5s
1805 every 5s x 119:
    0.1   ludwig > all  HELLO members=5 generation=18                                    | src_name=ludwig hello_delta=5s
    2.1   mark   > all  HELLO members=5 generation=18                                    | src_name=mark hello_delta=5s
    3.03  johann > all  HELLO members=5 generation=18                                    | src_name=johann hello_delta=5s
    3.05  fanny  > all  HELLO members=5 generation=18                                    | src_name=fanny hello_delta=5s
    3.1   clara  > all  HELLO members=5 generation=18                                    | src_name=clara hello_delta=5s

# clara dies.  Her last HELLO was at 2398.1 s; at 2423 s ludwig removes her.
2400 every 5s x 4:
    0.1   ludwig > all  HELLO members=5 generation=18                                    | src_name=ludwig hello_delta=5s
    2.1   mark   > all  HELLO members=5 generation=18                                    | src_name=mark hello_delta=5s
    3.03  johann > all  HELLO members=5 generation=18                                    | src_name=johann hello_delta=5s
    3.05  fanny  > all  HELLO members=5 generation=18                                    | src_name=fanny hello_delta=5s

# 21 s after her last HELLO, at 2398.1 s, this one tells that she is silent.
2522: 2420.1      ludwig > all     HELLO members=5 generation=18                         | src_name=ludwig hello_delta=5s silent_node=1
                                                                                         | cman.silent.last_frame=@last:clara
2523: 2422.1      mark   > all     HELLO members=5 generation=18                         | src_name=mark hello_delta=5s
2524: 2423        ludwig > all     KILL ack=573 tgtid=4                                  | src_name=ludwig tgt_name=clara kill ?acks_frame ?ack_rtt ?duplicate_ack
                                                                                         | cman.death.last_heard=@last:clara cman.death.silence=24.9s
                                                                                         | cman.death.missed=4
2525: 2423.0003   ludwig > all     NODEDOWN reason=6 nodeid=4                            | src_name=ludwig nodedown acked_in=@2526 cman.death.last_heard=@last:clara
                                                                                         | cman.death.silence=24.9003s cman.death.missed=4
2526: 2423.000374 mark   > ludwig  ACKNOWLEDGE ack=533                                   | src_name=mark acks_frame=@2525 ack_rtt=74us
2527: 2423.000811 ludwig > all     STARTTRANS leave=6 generation=19 nodeid=4             | src_name=ludwig number=5 master=1 acked_in=@2528..@2530 response_in=@2528
                                                                                         | end_frame=@2542 cman.death.last_heard=@last:clara
                                                                                         | cman.death.silence=24.900811s cman.death.missed=4
2528: 2423.000861 johann > all     STARTACK ack=534 tgtid=1 generation=19                | src_name=johann tgt_name=ludwig acks_frame=@2527 ack_rtt=50us
                                                                                         | response_to=@2527 response_time=50us number=5 master=1
                                                                                         | cman.transition.start_frame=@2527 end_frame=@2542
2529: 2423.000911 mark   > all     STARTACK ack=534 tgtid=1 generation=19                | src_name=mark tgt_name=ludwig acks_frame=@2527 ack_rtt=100us
                                                                                         | response_to=@2527 response_time=100us number=5 master=1
                                                                                         | cman.transition.start_frame=@2527 acked_in=@2536 end_frame=@2542
2530: 2423.000961 fanny  > all     STARTACK ack=534 tgtid=1 generation=19                | src_name=fanny tgt_name=ludwig acks_frame=@2527 ack_rtt=150us
                                                                                         | response_to=@2527 response_time=150us number=5 master=1
                                                                                         | cman.transition.start_frame=@2527 end_frame=@2542
2531: 2423.001161 ludwig > all     MASTERVIEW $ludwig $johann $mark $fanny               | src_name=ludwig number=5 master=1 cman.transition.start_frame=@2527
                                                                                         | acked_in=@2538..@2540 response_in=@2538 end_frame=@2542
2532: 2423.03     johann > all     HELLO members=4 generation=19                         | src_name=johann hello_delta=5s
2533: 2423.05     fanny  > all     HELLO members=4 generation=19                         | src_name=fanny hello_delta=5s
2534: 2424.001181 johann > all     STARTACK seq=257 ack=534 tgtid=1 flags=0              | src_name=johann tgt_name=ludwig retransmission retransmission_of=@2528
                                     generation=19                                       | rto=1.00032s acks_frame=@2527 response_to=@2527 number=5 master=1
                                                                                         | cman.transition.start_frame=@2527 end_frame=@2542 ?response_in
                                                                                         | ?response_time
2535: 2424.001221 mark   > all     STARTACK seq=731 ack=534 tgtid=1 flags=0              | src_name=mark tgt_name=ludwig retransmission retransmission_of=@2529
                                     generation=19                                       | rto=1.00031s acks_frame=@2527 response_to=@2527 number=5 master=1
                                                                                         | cman.transition.start_frame=@2527 end_frame=@2542 ?response_in
                                                                                         | ?response_time
2536: 2424.001241 ludwig > mark    ACKNOWLEDGE ack=731                                   | src_name=ludwig acks_frame=@2529 ack_rtt=1.00033s
2537: 2424.001261 fanny  > all     STARTACK seq=859 ack=534 tgtid=1 flags=0              | src_name=fanny tgt_name=ludwig retransmission retransmission_of=@2530
                                     generation=19                                       | rto=1.0003s acks_frame=@2527 response_to=@2527 number=5 master=1
                                                                                         | cman.transition.start_frame=@2527 end_frame=@2542 ?response_in
                                                                                         | ?response_time
2538: 2424.001331 johann > all     VIEWACK seq=259 ack=535 tgtid=1                       | src_name=johann tgt_name=ludwig acks_frame=@2531 ack_rtt=1.00017s
                                                                                         | response_to=@2531 response_time=1.00017s number=5 master=1
                                                                                         | cman.transition.start_frame=@2527 end_frame=@2542
2539: 2424.001381 mark   > all     VIEWACK ack=535 tgtid=1                               | src_name=mark tgt_name=ludwig acks_frame=@2531 ack_rtt=1.00022s
                                                                                         | response_to=@2531 response_time=1.00022s number=5 master=1
                                                                                         | cman.transition.start_frame=@2527 acked_in=@2541 end_frame=@2542
2540: 2424.001431 fanny  > all     VIEWACK seq=861 ack=535 tgtid=1                       | src_name=fanny tgt_name=ludwig acks_frame=@2531 ack_rtt=1.00027s
                                                                                         | response_to=@2531 response_time=1.00027s number=5 master=1
                                                                                         | cman.transition.start_frame=@2527 end_frame=@2542
2541: 2424.001471 ludwig > mark    ACKNOWLEDGE ack=732                                   | src_name=ludwig acks_frame=@2539 ack_rtt=90us
2542: 2424.001791 ludwig > all     ENDTRANS total_votes=4 generation=20                  | src_name=ludwig number=5 master=1 cman.transition.start_frame=@2527
                                                                                         | cman.transition.duration=1.00098s acked_in=@2543
2543: 2424.001865 mark   > ludwig  ACKNOWLEDGE ack=536                                   | src_name=mark acks_frame=@2542 ack_rtt=74us
2544: 2424.002082 ludwig > all     WAIT name=TRANSITION.20                               | src_name=ludwig number=5 master=1 cman.transition.start_frame=@2527
                                                                                         | end_frame=@2542 waiting=1 acked_in=@2545 complete_frame=@2554
2545: 2424.002156 mark   > ludwig  ACKNOWLEDGE ack=537 remport=0                         | src_name=mark acks_frame=@2544 ack_rtt=74us
2546: 2424.002373 johann > all     WAIT name=TRANSITION.20                               | src_name=johann number=5 master=1 cman.transition.start_frame=@2527
                                                                                         | end_frame=@2542 cman.barrier.start_frame=@2544 waiting=2 acked_in=@2547
                                                                                         | complete_frame=@2554
2547: 2424.002447 mark   > johann  ACKNOWLEDGE ack=260 remport=0                         | src_name=mark acks_frame=@2546 ack_rtt=74us
2548: 2424.002664 mark   > all     WAIT name=TRANSITION.20                               | src_name=mark number=5 master=1 cman.transition.start_frame=@2527
                                                                                         | end_frame=@2542 cman.barrier.start_frame=@2544 waiting=3
                                                                                         | acked_in=@2549..@2551 complete_frame=@2554
2549: 2424.002701 ludwig > mark    ACKNOWLEDGE ack=733 remport=0                         | src_name=ludwig acks_frame=@2548 ack_rtt=37us
2550: 2424.002738 johann > mark    ACKNOWLEDGE ack=733 remport=0                         | src_name=johann acks_frame=@2548 ack_rtt=74us
2551: 2424.002775 fanny  > mark    ACKNOWLEDGE ack=733 remport=0                         | src_name=fanny acks_frame=@2548 ack_rtt=111us
2552: 2424.002955 fanny  > all     WAIT name=TRANSITION.20                               | src_name=fanny number=5 master=1 cman.transition.start_frame=@2527
                                                                                         | end_frame=@2542 cman.barrier.start_frame=@2544 waiting=4 acked_in=@2553
                                                                                         | complete_frame=@2554
2553: 2424.003066 mark   > fanny   ACKNOWLEDGE ack=862 remport=0                         | src_name=mark acks_frame=@2552 ack_rtt=111us
2554: 2424.003246 ludwig > all     COMPLETE name=TRANSITION.20                           | src_name=ludwig number=5 master=1 cman.transition.start_frame=@2527
                                                                                         | end_frame=@2542 cman.barrier.duration=0.001164s
                                                                                         | cman.barrier.start_frame=@2544 waiting=4 acked_in=@2555
2555: 2424.00332  mark   > ludwig  ACKNOWLEDGE ack=538 remport=0                         | src_name=mark acks_frame=@2554 ack_rtt=74us
2556: 2424.003537 johann > all     COMPLETE name=TRANSITION.20                           | src_name=johann number=5 master=1 cman.transition.start_frame=@2527
                                                                                         | end_frame=@2542 cman.barrier.duration=0.001455s complete_frame=@2554
                                                                                         | cman.barrier.start_frame=@2544 waiting=4 acked_in=@2557
2557: 2424.003611 mark   > johann  ACKNOWLEDGE ack=261 remport=0                         | src_name=mark acks_frame=@2556 ack_rtt=74us
2558: 2424.003828 mark   > all     COMPLETE name=TRANSITION.20                           | src_name=mark number=5 master=1 cman.transition.start_frame=@2527
                                                                                         | end_frame=@2542 cman.barrier.duration=0.001746s complete_frame=@2554
                                                                                         | cman.barrier.start_frame=@2544 waiting=4 acked_in=@2559..@2561
2559: 2424.003865 ludwig > mark    ACKNOWLEDGE ack=734 remport=0                         | src_name=ludwig acks_frame=@2558 ack_rtt=37us
2560: 2424.003902 johann > mark    ACKNOWLEDGE ack=734 remport=0                         | src_name=johann acks_frame=@2558 ack_rtt=74us
2561: 2424.003939 fanny  > mark    ACKNOWLEDGE ack=734 remport=0                         | src_name=fanny acks_frame=@2558 ack_rtt=111us
2562: 2424.004119 fanny  > all     COMPLETE name=TRANSITION.20                           | src_name=fanny number=5 master=1 cman.transition.start_frame=@2527
                                                                                         | end_frame=@2542 cman.barrier.duration=0.002037s complete_frame=@2554
                                                                                         | cman.barrier.start_frame=@2544 waiting=4 acked_in=@2563
2563: 2424.00423  mark   > fanny   ACKNOWLEDGE ack=863 remport=0                         | src_name=mark acks_frame=@2562 ack_rtt=111us
2425 every 5s x 115:
    0.1   ludwig > all  HELLO members=4 generation=20                                    | src_name=ludwig hello_delta=5s
    2.1   mark   > all  HELLO members=4 generation=20                                    | src_name=mark hello_delta=5s
    3.03  johann > all  HELLO members=4 generation=20                                    | src_name=johann hello_delta=5s
    3.05  fanny  > all  HELLO members=4 generation=20                                    | src_name=fanny hello_delta=5s

# She has booted, too.
3024: 3000        clara  > mark    JOINREQ seq=1 srcid=0 nodeid=4                        | response_in=@3025 ?src_name
3025: 3000.0004   mark   > clara   JOINACK                                               | src_name=mark response_to=@3024 response_time=400us
3026: 3000.0005   mark   > all     STARTTRANS why=NEWNODE generation=21 nodeid=4         | src_name=mark number=6 master=3 acked_in=@3027..@3029 response_in=@3027
                                     num_addrs=1 + address ip=192.0.2.4 + name           | end_frame=@3046
                                     name=clara
3027: 3000.00055  ludwig > all     STARTACK ack=851 tgtid=3 generation=21                | src_name=ludwig tgt_name=mark acks_frame=@3026 ack_rtt=50us
                                                                                         | response_to=@3026 response_time=50us number=6 master=3
                                                                                         | cman.transition.start_frame=@3026 acked_in=@3033 end_frame=@3046
3028: 3000.0006   johann > all     STARTACK ack=851 tgtid=3 generation=21                | src_name=johann tgt_name=mark acks_frame=@3026 ack_rtt=100us
                                                                                         | response_to=@3026 response_time=100us number=6 master=3
                                                                                         | cman.transition.start_frame=@3026 acked_in=@3035 end_frame=@3046
3029: 3000.00065  fanny  > all     STARTACK ack=851 tgtid=3 generation=21                | src_name=fanny tgt_name=mark acks_frame=@3026 ack_rtt=150us
                                                                                         | response_to=@3026 response_time=150us number=6 master=3
                                                                                         | cman.transition.start_frame=@3026 acked_in=@3037 end_frame=@3046
3030: 3000.00085  mark   > all     MASTERVIEW $ludwig $johann $mark $fanny               | src_name=mark number=6 master=3 cman.transition.start_frame=@3026
                                                                                         | acked_in=@3038..@3040 response_in=@3038 end_frame=@3046
3031: 3000.1      ludwig > all     HELLO members=4 generation=21                         | src_name=ludwig hello_delta=5s
3032: 3001.00087  ludwig > all     STARTACK seq=654 ack=851 tgtid=3 flags=0              | src_name=ludwig tgt_name=mark retransmission retransmission_of=@3027
                                     generation=21                                       | rto=1.00032s acks_frame=@3026 response_to=@3026 number=6 master=3
                                                                                         | cman.transition.start_frame=@3026 end_frame=@3046 ?response_in
                                                                                         | ?response_time
3033: 3001.00089  mark   > ludwig  ACKNOWLEDGE ack=654                                   | src_name=mark acks_frame=@3027 ack_rtt=1.00034s
3034: 3001.00091  johann > all     STARTACK seq=377 ack=851 tgtid=3 flags=0              | src_name=johann tgt_name=mark retransmission retransmission_of=@3028
                                     generation=21                                       | rto=1.00031s acks_frame=@3026 response_to=@3026 number=6 master=3
                                                                                         | cman.transition.start_frame=@3026 end_frame=@3046 ?response_in
                                                                                         | ?response_time
3035: 3001.00093  mark   > johann  ACKNOWLEDGE ack=377                                   | src_name=mark acks_frame=@3028 ack_rtt=1.00033s
3036: 3001.00095  fanny  > all     STARTACK seq=979 ack=851 tgtid=3 flags=0              | src_name=fanny tgt_name=mark retransmission retransmission_of=@3029
                                     generation=21                                       | rto=1.0003s acks_frame=@3026 response_to=@3026 number=6 master=3
                                                                                         | cman.transition.start_frame=@3026 end_frame=@3046 ?response_in
                                                                                         | ?response_time
3037: 3001.00097  mark   > fanny   ACKNOWLEDGE ack=979                                   | src_name=mark acks_frame=@3029 ack_rtt=1.00032s
3038: 3001.00102  ludwig > all     VIEWACK seq=656 ack=852 tgtid=3                       | src_name=ludwig tgt_name=mark acks_frame=@3030 ack_rtt=1.00017s
                                                                                         | response_to=@3030 response_time=1.00017s number=6 master=3
                                                                                         | cman.transition.start_frame=@3026 acked_in=@3041 end_frame=@3046
3039: 3001.00107  johann > all     VIEWACK ack=852 tgtid=3                               | src_name=johann tgt_name=mark acks_frame=@3030 ack_rtt=1.00022s
                                                                                         | response_to=@3030 response_time=1.00022s number=6 master=3
                                                                                         | cman.transition.start_frame=@3026 acked_in=@3042 end_frame=@3046
3040: 3001.00112  fanny  > all     VIEWACK ack=852 tgtid=3                               | src_name=fanny tgt_name=mark acks_frame=@3030 ack_rtt=1.00027s
                                                                                         | response_to=@3030 response_time=1.00027s number=6 master=3
                                                                                         | cman.transition.start_frame=@3026 acked_in=@3043 end_frame=@3046
3041: 3001.00114  mark   > ludwig  ACKNOWLEDGE ack=656                                   | src_name=mark acks_frame=@3038 ack_rtt=120us
3042: 3001.00116  mark   > johann  ACKNOWLEDGE ack=378                                   | src_name=mark acks_frame=@3039 ack_rtt=90us
3043: 3001.00118  mark   > fanny   ACKNOWLEDGE ack=980                                   | src_name=mark acks_frame=@3040 ack_rtt=60us
3044: 3001.00148  mark   > clara   JOINCONF $ludwig $johann $mark $fanny                 | src_name=mark number=6 master=3 cman.transition.start_frame=@3026
                                                                                         | response_in=@3045 end_frame=@3046
3045: 3001.00157  clara  > mark    CONFACK srcid=0                                       | response_to=@3044 response_time=90us number=6 master=3
                                                                                         | cman.transition.start_frame=@3026 end_frame=@3046 ?src_name
3046: 3001.00187  mark   > all     ENDTRANS total_votes=5 generation=22 nodeid=4         | src_name=mark number=6 master=3 cman.transition.start_frame=@3026
                                                                                         | cman.transition.duration=1.00137s acked_in=@3047..@3050
3047: 3001.001907 ludwig > mark    ACKNOWLEDGE ack=854                                   | src_name=ludwig acks_frame=@3046 ack_rtt=37us
3048: 3001.001944 johann > mark    ACKNOWLEDGE ack=854                                   | src_name=johann acks_frame=@3046 ack_rtt=74us
3049: 3001.001981 clara  > mark    ACKNOWLEDGE ack=854 srcid=0                           | acks_frame=@3046 ack_rtt=111us ?src_name
3050: 3001.002018 fanny  > mark    ACKNOWLEDGE ack=854                                   | src_name=fanny acks_frame=@3046 ack_rtt=148us
3051: 3001.002198 ludwig > all     WAIT name=TRANSITION.22                               | src_name=ludwig number=6 master=3 cman.transition.start_frame=@3026
                                                                                         | end_frame=@3046 waiting=1 acked_in=@3052 complete_frame=@3064
3052: 3001.002272 mark   > ludwig  ACKNOWLEDGE ack=657 remport=0                         | src_name=mark acks_frame=@3051 ack_rtt=74us
3053: 3001.002526 johann > all     WAIT name=TRANSITION.22                               | src_name=johann number=6 master=3 cman.transition.start_frame=@3026
                                                                                         | end_frame=@3046 cman.barrier.start_frame=@3051 waiting=2 acked_in=@3054
                                                                                         | complete_frame=@3064
3054: 3001.0026   mark   > johann  ACKNOWLEDGE ack=379 remport=0                         | src_name=mark acks_frame=@3053 ack_rtt=74us
3055: 3001.002854 mark   > all     WAIT name=TRANSITION.22                               | src_name=mark number=6 master=3 cman.transition.start_frame=@3026
                                                                                         | end_frame=@3046 cman.barrier.start_frame=@3051 waiting=3
                                                                                         | acked_in=@3056..@3059 complete_frame=@3064
3056: 3001.002891 ludwig > mark    ACKNOWLEDGE ack=855 remport=0                         | src_name=ludwig acks_frame=@3055 ack_rtt=37us
3057: 3001.002928 johann > mark    ACKNOWLEDGE ack=855 remport=0                         | src_name=johann acks_frame=@3055 ack_rtt=74us
3058: 3001.002965 clara  > mark    ACKNOWLEDGE ack=855 remport=0                         | src_name=clara acks_frame=@3055 ack_rtt=111us
3059: 3001.003002 fanny  > mark    ACKNOWLEDGE ack=855 remport=0                         | src_name=fanny acks_frame=@3055 ack_rtt=148us
3060: 3001.003182 clara  > all     WAIT name=TRANSITION.22                               | src_name=clara number=6 master=3 cman.transition.start_frame=@3026
                                                                                         | end_frame=@3046 cman.barrier.start_frame=@3051 waiting=4 acked_in=@3061
                                                                                         | complete_frame=@3064
3061: 3001.003293 mark   > clara   ACKNOWLEDGE ack=3 remport=0                           | src_name=mark acks_frame=@3060 ack_rtt=111us
3062: 3001.00351  fanny  > all     WAIT name=TRANSITION.22                               | src_name=fanny number=6 master=3 cman.transition.start_frame=@3026
                                                                                         | end_frame=@3046 cman.barrier.start_frame=@3051 waiting=5 acked_in=@3063
                                                                                         | complete_frame=@3064
3063: 3001.003621 mark   > fanny   ACKNOWLEDGE ack=981 remport=0                         | src_name=mark acks_frame=@3062 ack_rtt=111us
3064: 3001.003838 ludwig > all     COMPLETE name=TRANSITION.22                           | src_name=ludwig number=6 master=3 cman.transition.start_frame=@3026
                                                                                         | end_frame=@3046 cman.barrier.duration=0.00164s
                                                                                         | cman.barrier.start_frame=@3051 waiting=5 acked_in=@3065
3065: 3001.003912 mark   > ludwig  ACKNOWLEDGE ack=658 remport=0                         | src_name=mark acks_frame=@3064 ack_rtt=74us
3066: 3001.004166 johann > all     COMPLETE name=TRANSITION.22                           | src_name=johann number=6 master=3 cman.transition.start_frame=@3026
                                                                                         | end_frame=@3046 cman.barrier.duration=0.001968s complete_frame=@3064
                                                                                         | cman.barrier.start_frame=@3051 waiting=5 acked_in=@3067
3067: 3001.00424  mark   > johann  ACKNOWLEDGE ack=380 remport=0                         | src_name=mark acks_frame=@3066 ack_rtt=74us
3068: 3001.004494 mark   > all     COMPLETE name=TRANSITION.22                           | src_name=mark number=6 master=3 cman.transition.start_frame=@3026
                                                                                         | end_frame=@3046 cman.barrier.duration=0.002296s complete_frame=@3064
                                                                                         | cman.barrier.start_frame=@3051 waiting=5 acked_in=@3069..@3072
3069: 3001.004531 ludwig > mark    ACKNOWLEDGE ack=856 remport=0                         | src_name=ludwig acks_frame=@3068 ack_rtt=37us
3070: 3001.004568 johann > mark    ACKNOWLEDGE ack=856 remport=0                         | src_name=johann acks_frame=@3068 ack_rtt=74us
3071: 3001.004605 clara  > mark    ACKNOWLEDGE ack=856 remport=0                         | src_name=clara acks_frame=@3068 ack_rtt=111us
3072: 3001.004642 fanny  > mark    ACKNOWLEDGE ack=856 remport=0                         | src_name=fanny acks_frame=@3068 ack_rtt=148us
3073: 3001.004822 clara  > all     COMPLETE name=TRANSITION.22                           | src_name=clara number=6 master=3 cman.transition.start_frame=@3026
                                                                                         | end_frame=@3046 cman.barrier.duration=0.002624s complete_frame=@3064
                                                                                         | cman.barrier.start_frame=@3051 waiting=5 acked_in=@3074
3074: 3001.004933 mark   > clara   ACKNOWLEDGE ack=4 remport=0                           | src_name=mark acks_frame=@3073 ack_rtt=111us
3075: 3001.00515  fanny  > all     COMPLETE name=TRANSITION.22                           | src_name=fanny number=6 master=3 cman.transition.start_frame=@3026
                                                                                         | end_frame=@3046 cman.barrier.duration=0.002952s complete_frame=@3064
                                                                                         | cman.barrier.start_frame=@3051 waiting=5 acked_in=@3076
3076: 3001.005261 mark   > fanny   ACKNOWLEDGE ack=982 remport=0                         | src_name=mark acks_frame=@3075 ack_rtt=111us
3077: 3002.1      mark   > all     HELLO members=5 generation=22                         | src_name=mark hello_delta=5s
3078: 3003.03     clara  > all     HELLO members=5 generation=22                         | src_name=clara
3079: 3003.03     johann > all     HELLO members=5 generation=22                         | src_name=johann hello_delta=5s
3080: 3003.05     fanny  > all     HELLO members=5 generation=22                         | src_name=fanny hello_delta=5s
3005 every 5s x 119:
    0.1   ludwig > all  HELLO members=5 generation=22                                    | src_name=ludwig hello_delta=5s
    2.1   mark   > all  HELLO members=5 generation=22                                    | src_name=mark hello_delta=5s
    3.03  clara  > all  HELLO members=5 generation=22                                    | src_name=clara hello_delta=5s
    3.03  johann > all  HELLO members=5 generation=22                                    | src_name=johann hello_delta=5s
    3.05  fanny  > all  HELLO members=5 generation=22                                    | src_name=fanny hello_delta=5s
