# 500 nodes: HELLOs, the ACKs of two messages for all, and a barrier that all come to.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
nodes 500 n{i}  id={i} ip=198.18.{i/100}.{i%100} ether=02:00:00:00:{i/100}:{i%100} cluster=3169
node all        ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0

0 every 9ms x 500:
    0.009  n{i} > all  HELLO members=500
5 every 5s x 2:
    0 every 9ms x 500:
        0.009  n{i} > all  HELLO members=500                   | hello_delta=5s
15 every 9ms x 499:
    0.009    n{i} > all  HELLO members=500                     | hello_delta=5s
# Just before n500 would send its HELLO.
down: 19.4999  n1 > all  NODEDOWN reason=6 nodeid=500          | nodedown cman.death.heard cman.death.last_heard=@last:n500
                                                               | cman.death.silence=4.9999s acked_in=@+1..@+499
19.499937 every 37us x 499:
    0        n{i+1} > n1  ACKNOWLEDGE ack=5                    | acks_frame=@down ack_rtt={37*i}us
# Where the transition began is not in the capture; its number and master may be told or not.
end: 20.1    n1 > all  ENDTRANS total_votes=500 generation=10  | acked_in=@+1..@+499 ?number ?master ?end_frame
20.100037 every 37us x 499:
    0        n{i+1} > n1  ACKNOWLEDGE ack=6                    | acks_frame=@end ack_rtt={37*i}us
wait: 20.2   n1 > all  WAIT name=TRANSITION.10                 | waiting=1 complete_frame=@complete ?number ?master ?end_frame
20.20001 every 10us x 499:
    0        n{i+1} > all  WAIT name=TRANSITION.10             | waiting={i+1} cman.barrier.start_frame=@wait complete_frame=@complete
                                                               | ?number ?master ?end_frame
complete: 20.205  n1 > all  COMPLETE name=TRANSITION.10        | waiting=500 cman.barrier.start_frame=@wait cman.barrier.duration=5ms
                                                               | ?number ?master ?end_frame
20.20501 every 10us x 499:
    0        n{i+1} > all  COMPLETE name=TRANSITION.10         | waiting=500 cman.barrier.start_frame=@wait complete_frame=@complete
                                                               | cman.barrier.duration={i*10+5000}us
                                                               | ?number ?master ?end_frame
