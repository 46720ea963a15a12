# SPDX-License-Identifier: GPL-2.0-or-later
"""A cluster of OpenVMS nodes at work, made at random: HELLOs, channel tests, circuits whose
messages and ACKs can be lost, and incidents.  The frames are those of setups.py: Ethernet,
each transmission once.  What is lost on its way is not seen where it should have arrived."""
import heapq
import random
import struct
from typing import NamedTuple

import nisca_make as nisca
from setups import US, Frame

START = nisca.START_TIME * US
LISTEN, RETRY, BOOT = 8 * US, 1_400_000, 300
APART = 100  # us: longer than a frame takes to any place
NODES = [nisca.Node(f"VAX{number}", 1024 + number) for number in range(1, 9)]


class Options(NamedTuple):
    nodes: int = 3
    lans: int = 2
    seconds: int = 60
    lost: float = 0.04        # messages and ACKs that do not arrive
    messages: float = 0.7     # s between two of a circuit's direction
    silent: tuple = ()        # (node, from, to): it stands still, its circuits begin anew
    byes: tuple = ()          # (node, when)
    deaf: tuple = ()          # (node, LAN, from, to): what is for its adapter does not arrive
    dumb: tuple = ()          # (node, LAN, from, to): what its adapter sends does not go out
    exchanged: tuple = ()     # (node, LAN, when): the adapter has another address from then on


class Direction:
    """Of a circuit, from one node to another."""

    def __init__(self):
        self.next, self.unacked, self.received, self.early = 1, {}, 0, set()


class Cluster:
    def __init__(self, seed, options):
        self.random = random.Random(seed)
        self.options, self.now, self.latest = options, 0, 0
        self.queue, self.sent, self.order = [], [], 0
        self.nodes = range(options.nodes)
        self.directions, self.lives, self.channels = {}, {}, {}
        self.lost = {}  # of what was sent again, by time: whether none before it arrived
        for node in self.nodes:
            for lan in range(options.lans):
                self.at(self.random.randrange(2 * US), self.hello, node, lan)
        for node in self.nodes:
            for other in range(node):
                self.at(3 * US + self.random.randrange(US), self.meet, node, other, 1)
        for node, when in options.byes:
            self.at(when * US, self.bye, node)
        for node, begin, end in options.silent:
            for other in self.nodes:
                if other != node:
                    self.at(end * US + self.random.randrange(1, US), self.again, node, other)
        while self.queue:
            self.now, _, what, arguments = heapq.heappop(self.queue)
            if self.now < options.seconds * US:
                what(*arguments)

    # --- Time and who is there --------------------------------------------------------

    def at(self, time, what, *arguments):
        self.order += 1
        heapq.heappush(self.queue, (time, self.order, what, arguments))

    def after(self, pause, what, *arguments):
        self.at(self.now + round(pause), what, *arguments)

    def within(self, rows, *key):
        return any(row[:-2] == key and row[-2] * US <= self.now < row[-1] * US for row in rows)

    def is_up(self, node):
        return (not self.within(self.options.silent, node)
                and not any(left == node and self.now > when * US
                            for left, when in self.options.byes))

    def lan_address(self, node, lan):
        changes = sum(1 for *which, when in self.options.exchanged
                      if which == [node, lan] and self.now >= when * US)
        return bytes([2, 0, 0, 4, 0x10 + lan + 0x40 * changes, NODES[node].number & 255])

    # --- The wire -----------------------------------------------------------------------

    def send(self, node, to, lan, data, lost=False):
        """True if it arrives."""
        if not self.is_up(node) or self.within(self.options.dumb, node, lan):
            return False
        macs = ((nisca.MULTICAST if to is None else self.lan_address(to, lan))
                + self.lan_address(node, lan))
        data = macs + data[12:]
        if len(data) >= 128 and data[30] & 0x80:
            data = data[:120] + macs[6:] + data[126:]
        self.latest = max(self.now, self.latest + APART)
        deaf = to is not None and (self.within(self.options.deaf, to, lan) or not self.is_up(to))
        self.sent.append((self.latest, nisca.stamped(self.now / 1000, data), lost or deaf))
        return not lost and not deaf

    def is_lost(self):
        return self.random.random() < self.options.lost

    def control(self, node, to, lan, kind, size=0):
        data = nisca.cc(kind, NODES[node], None if to is None else NODES[to], lan=lan, size=size)
        if to is not None:
            number = struct.pack("<H", self.channels.get(frozenset((node, to)), 1))
            data = data[:92] + number + data[94:]
        return self.send(node, to, lan, data)

    def transport(self, node, to, lan, flags, ack=0, seq=0, data=b"", lost=False):
        frame = nisca.tr(flags, NODES[node], NODES[to], ack, seq, data, lan=lan)
        number = struct.pack("<H", self.channels.get(frozenset((node, to)), 1))
        return self.send(node, to, lan, frame[:36] + number + frame[38:], lost)

    # --- Presence -----------------------------------------------------------------------

    def hello(self, node, lan):
        self.control(node, None, lan, nisca.HELLO)
        self.after(self.random.uniform(1.7, 3.0) * US, self.hello, node, lan)

    def bye(self, node):
        for lan in range(self.options.lans):
            self.control(node, None, lan, nisca.BYE)
        self.lives = {pair: life + (node in pair) for pair, life in self.lives.items()}

    def meet(self, node, other, life):
        """Channels on each LAN, then a circuit; `other` asks."""
        pair = frozenset((node, other))
        self.lives[pair], self.channels[pair] = life, life
        for lan in range(self.options.lans):
            self.after(lan * 5000, self.handshake, node, other, lan)
        self.after(40_000, self.begin, node, other, life)

    def handshake(self, node, other, lan):
        if self.control(other, node, lan, nisca.CCSTART):
            self.after(250, self.answer, node, other, lan, nisca.VERF)
            self.after(900, self.answer, other, node, lan, nisca.VACK)
        self.after(self.random.uniform(2, 6) * US, self.test, node, other, lan,
                   self.channels[frozenset((node, other))])

    def answer(self, node, other, lan, kind):
        self.control(node, other, lan, kind)

    def test(self, node, other, lan, life):
        """A VERF that is answered by a VACK."""
        if self.lives.get(frozenset((node, other))) != life:
            return
        if self.control(node, other, lan, nisca.VERF):
            self.after(200, self.answer, other, node, lan, nisca.VACK)
        self.after(self.random.uniform(2, 6) * US, self.test, other, node, lan, life)

    def again(self, node, other):
        """Its peers closed all channels while it stood still."""
        pair = frozenset((node, other))
        self.meet(node, other, self.lives.get(pair, 1) + 1)

    # --- Circuits -----------------------------------------------------------------------

    def begin(self, node, other, life):
        pair = frozenset((node, other))
        if self.lives[pair] != life:
            return
        self.directions[node, other], self.directions[other, node] = Direction(), Direction()
        for pause, sender, to, kind in ((0, other, node, nisca.START),
                                        (700, node, other, nisca.STACK)):
            self.after(pause, self.datagram, sender, to, kind)
        self.after(1400, self.datagram, other, node, nisca.PPD_ACK)
        for sender, to in ((node, other), (other, node)):
            self.after(3000 + self.random.randrange(9000), self.work, sender, to, life)

    def datagram(self, node, other, kind):
        data = nisca.ppd(kind, opcode=0)
        if kind != nisca.PPD_ACK:
            body = nisca.start(NODES[node], kind)
            now = nisca.SENT + self.now // 10_000 * nisca.TICK
            data = (body[:-8 - 8 - 12 - 4 - 8] + struct.pack("<Q", nisca.SENT - BOOT * nisca.TICK)
                    + body[-8 - 8 - 12 - 4:-8] + struct.pack("<Q", now))
        self.transport(node, other, 0, 0x41, data=data)

    def is_current(self, node, other, life):
        return self.lives.get(frozenset((node, other))) == life

    def work(self, node, other, life):
        if not self.is_current(node, other, life):
            return
        link = self.directions[node, other]
        if len(link.unacked) < 8 and self.is_up(node):
            seq, link.next = link.next, link.next + 1
            link.unacked[seq] = nisca.message(self.random.randbytes(self.random.randrange(4, 90)))
            self.attempt(node, other, life, seq, 1)
        self.after(self.random.expovariate(1 / self.options.messages) * US + 2000, self.work,
                   node, other, life)

    def attempt(self, node, other, life, seq, tries):
        link, back = self.directions[node, other], self.directions[other, node]
        if not self.is_current(node, other, life) or seq not in link.unacked:
            return
        arrives = self.transport(node, other, (seq + tries) % self.options.lans,
                                 0x4b if tries == 1 else 0x7b, back.received, seq,
                                 link.unacked[seq], self.is_lost())
        if tries > 1:
            self.lost[self.latest] = seq > link.received and seq not in link.early
        if arrives:
            self.after(120, self.arrive, node, other, life, seq, back.received)
        self.after(RETRY, self.attempt, node, other, life, seq, tries + 1)

    def arrive(self, node, other, life, seq, ack):
        if not self.is_current(node, other, life):
            return
        link = self.directions[node, other]
        self.acked(other, node, ack)
        link.early.add(seq)
        while link.received + 1 in link.early:
            link.received += 1
            link.early.discard(link.received)
        self.after(300 + self.random.expovariate(1 / 100), self.acknowledge, other, node, life)

    def acknowledge(self, node, other, life):
        if not self.is_current(node, other, life):
            return
        received = self.directions[other, node].received
        if self.transport(node, other, received % self.options.lans, 0x48, received,
                          lost=self.is_lost()):
            self.acked(other, node, received)

    def acked(self, node, other, number):
        """`node` hears that the other has all messages up to this one."""
        link = self.directions[node, other]
        link.unacked = {seq: data for seq, data in link.unacked.items() if seq > number}

    def causes(self):
        """By transmission: whether it was sent again because the message was lost."""
        times = sorted(time for time, *_ in self.sent)
        return {number: self.lost[time] for number, time in enumerate(times) if time in self.lost}

    def frames(self):
        rows = sorted(self.sent, key=lambda row: row[0])
        return [Frame(START + time, data, number, lost=lost)
                for number, (time, data, lost) in enumerate(rows)]


def incident(seed, **options):
    return Cluster(seed, Options(**options)).frames()
