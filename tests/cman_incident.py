# SPDX-License-Identifier: GPL-2.0-or-later
"""A cluster of cman nodes at work, made at random: HELLOs, messages and their ACKs, messages
that are sent again, HELLOs that nobody captured, a node that reboots.  The frames are those of
setups.py: Ethernet, each transmission once."""
import heapq
import random
from typing import NamedTuple

from cman_packets import MULTICAST, NOACK, REPLYEXP, datagram, header, hello, joinreq
from setups import US, Frame

START = 1_700_000_000 * US
HELLO_EVERY, RETRY_AFTER = 5 * US, 1 * US
AWAY = 50 * US


class Options(NamedTuple):
    nodes: int = 3
    seconds: int = 150
    first: int = 100          # what the counters begin with
    apart: int = 900          # and how far they are from each other
    unsure: float = 0.08      # messages that are sent again
    uncaptured: float = 0.03  # HELLOs that are not in the file
    messages: float = 2.0     # s between two of one node
    reboots: tuple = ()       # (node, when in s)
    joins_captured: bool = True


class Cluster:
    def __init__(self, seed, options):
        self.random = random.Random(seed)
        self.options = options
        self.counters = {node: options.first + options.apart * (node - 1)
                         for node in range(1, options.nodes + 1)}
        self.down, self.queue, self.sent, self.order = set(), [], [], 0
        for node in self.counters:
            self.at(self.random.randrange(HELLO_EVERY), self.heartbeat, node, 0)
            self.at(self.random.randrange(2 * US), self.message, node, 0)
        for node, when in options.reboots:
            self.at(when * US, self.reboot, node)
        while self.queue:
            time, _, what, arguments = heapq.heappop(self.queue)
            if time < options.seconds * US:
                what(time, *arguments)

    def at(self, time, what, *arguments):
        self.order += 1
        heapq.heappush(self.queue, (time, self.order, what, arguments))

    def next(self, node):
        self.counters[node] = self.counters[node] % 65535 + 1
        return self.counters[node]

    def send(self, time, node, payload, to=0):
        to_ip = f"192.0.2.{to}" if to else "192.0.2.255"
        ether = bytes([2, 0, 0, 0, 0, to]) if to else b"\xff" * 6
        self.sent.append((time, ether + bytes([2, 0, 0, 0, 0, node, 8, 0])
                          + datagram(payload, 6809, f"192.0.2.{node}", to_ip)))

    def is_gone(self, node, life):
        return node in self.down or life != self.lives(node)

    def lives(self, node):
        return sum(1 for other, when in self.options.reboots
                   if other == node and self.now >= when * US) if self.options.reboots else 0

    def heartbeat(self, time, node, life):
        self.now = time
        if self.is_gone(node, life):
            return
        payload = hello(node, self.next(node), self.options.nodes)
        if self.random.random() >= self.options.uncaptured:
            self.send(time, node, payload)
        self.at(time + HELLO_EVERY + self.random.randrange(2000), self.heartbeat, node, life)

    def message(self, time, node, life):
        self.now = time
        if self.is_gone(node, life):
            return
        others = [other for other in self.counters if other != node and other not in self.down]
        if others:
            self.attempt(time, node, self.random.choice([0, *others]), others, self.next(node),
                         1, self.random.randrange(1, 60))
        pause = 4 * US if self.random.random() < self.options.unsure else 0
        self.at(time + pause + 20_000 + round(self.random.expovariate(1 / self.options.messages)
                                              * US), self.message, node, life)

    def attempt(self, time, node, to, others, number, tries, size):
        flags = (0 if to else MULTICAST) | (REPLYEXP if tries == 1 else 0)
        self.send(time, node, header(200, seq=number, flags=flags, srcid=node, tgtid=to)
                  + bytes(size), to)
        again = tries < 3 and self.random.random() < self.options.unsure
        ackers = [to] if to else others
        lost = self.random.choice(ackers) if again else None
        for acker in ackers:
            if acker != lost and (tries == 1 or acker == ackers[0]):
                self.send(time + 150 + 40 * acker, acker,
                          header(0, seq=0, ack=number, flags=NOACK, srcid=acker, tgtid=0)
                          + bytes([1, 1, 0, 0]), node)
        if again:
            self.at(time + RETRY_AFTER, self.attempt, node, to, others, number, tries + 1, size)

    def reboot(self, time, node):
        self.now = time
        self.down.add(node)
        self.at(time + AWAY, self.rejoin, node)

    def rejoin(self, time, node):
        self.now = time
        self.down.discard(node)
        self.counters[node] = 1
        name, address = f"node{node}", f"192.0.2.{node}"
        if self.options.joins_captured:
            self.send(time, node, joinreq(1, name, address, self.options.nodes))
        else:
            self.counters[node] = 3
        life = self.lives(node)
        self.at(time + 2 * US, self.heartbeat, node, life)
        self.at(time + 3 * US, self.message, node, life)

    def frames(self):
        return [Frame(START + time, data, number)
                for number, (time, data) in enumerate(sorted(self.sent))]


def incident(seed, **options):
    return Cluster(seed, Options(**options)).frames()
