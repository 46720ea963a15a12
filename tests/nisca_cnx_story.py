# SPDX-License-Identifier: GPL-2.0-or-later
"""A cluster of three nodes in the making and in trouble, frame by frame.  The
course of the messages is that of captures of real joins."""
import hostile
import nisca_cnx_make as cnx
import nisca_make as make
from nisca_frames import frames

VAX1, VAX2, VAX3 = (make.Node(f"VAX{number}", 1024 + number) for number in (1, 2, 3))
NODES = [VAX1, VAX2, VAX3]
INDEX = {VAX1: 1, VAX2: 2, VAX3: 3}
US, MS, S = 0.001, 1, 1000
STEPS = 12


class Story:
    """Frames in order of time, in ms; numbers of all layers are kept here."""

    def __init__(self):
        self.now = 0.0
        self.frames = []
        self.names = {}     # what a test calls a frame: its number
        self.tr = {}        # (from, to): last number of the circuit
        self.seq = {}       # (from, to): last number of the connection manager
        self.rspid = 0x1e770000
        self.ids = {}       # (from, to): connection id of the sender's end
        self.incarnation = 0
        self.quiet = set()

    def wait(self, ms):
        self.now += ms

    def add(self, data, name=None):
        self.frames.append((self.now, data))
        if name:
            self.names[name] = len(self.frames)
        self.now += 0.2
        return len(self.frames)

    def hello(self, *nodes):
        for node in nodes:
            self.add(make.cc(make.HELLO, node))

    def idle(self, seconds, *nodes):
        """HELLOs every 3 s."""
        end = self.now + seconds * S
        while self.now + 3 * S <= end:
            self.wait(3 * S - 0.2 * len(nodes))
            self.hello(*nodes)
        self.now = end

    def sequenced(self, sender, to, data, name=None, lost=False):
        """A message of the circuit, acknowledged by the next one back."""
        number = self.tr[sender, to] = self.tr.get((sender, to), 0) + 1
        return self.add(make.tr(0x4b, sender, to, 0 if lost else self.tr.get((to, sender), 0),
                                number, data), name)

    def connect(self, one, other, kind=1, received=(0, 0), nodes=0):
        """START, STACK, ACK; CONNECT_REQ and ACCEPT_REQ of the connection."""
        self.incarnation += 1
        self.tr[one, other] = self.tr[other, one] = 0
        self.add(make.tr(0x41, one, other, data=make.start(one)))
        self.add(make.tr(0x41, other, one, data=make.start(other, make.STACK)))
        self.add(make.tr(0x41, one, other, data=make.ppd(make.PPD_ACK, opcode=0)))
        self.ids[one, other] = 0x10000 + 16 * self.incarnation
        self.ids[other, one] = 0x20000 + 16 * self.incarnation
        for sender, to, request, number in ((one, other, 0, received[0]),
                                            (other, one, 2, received[1])):
            data = cnx.connect_data(kind, nodes=nodes, received=number)
            self.sequenced(sender, to, cnx.connect(
                request, 0 if request == 0 else self.ids[to, sender], self.ids[sender, to], data))
        if kind == 1:
            self.seq[one, other] = self.seq[other, one] = 0

    def open(self, one, other):
        """A connection that stood before the capture began."""
        self.incarnation += 1
        self.ids[one, other] = 0x10000 + 16 * self.incarnation
        self.ids[other, one] = 0x20000 + 16 * self.incarnation
        self.tr[one, other] = self.tr[other, one] = 500 * self.incarnation
        self.seq[one, other] = self.seq[other, one] = 100 * self.incarnation

    def say(self, sender, to, body, name=None, again=None, lost=False):
        """A message of the connection manager; `again`: with an old number."""
        number = again
        if number is None:
            number = self.seq[sender, to] = self.seq.get((sender, to), 0) + 1
        body.put(0, "HH", number, 0 if lost else self.seq.get((to, sender), 0))
        data = make.scs(make.APPL_MSG, self.ids[to, sender], self.ids[sender, to], bytes(body))
        return self.sequenced(sender, to, data, name, lost)

    def ask(self, sender, to, body, name=None, answer=True, after=0.3):
        """A request, and its answer: the same with the bit and the ack set."""
        self.rspid += 0x10000
        body.put(4, "I", self.rspid)
        self.say(sender, to, body, name)
        if answer:
            reply = cnx.Body()
            reply[:] = body
            reply[8] |= 0x80
            reply[18] = 1
            self.wait(after)
            self.say(to, sender, reply, name and name + " answer")

    def step(self, coordinator, others, xtn_id, code, number, late=None):
        """READY of each, their answers, DOSTEP to each; `late` is (node, ms)."""
        for node in others:
            if late and node == late[0]:
                self.wait(late[1])
            self.rspid += 0x10000
            self.say(node, coordinator, cnx.step(cnx.READY, 0, 0, xtn_id, number, self.rspid),
                     f"ready {number} {node.name}")
            self.say(coordinator, node, cnx.step_answer(0, 0, xtn_id, code, self.rspid))
        for node in others:
            self.say(coordinator, node, cnx.step(cnx.DOSTEP, 0, 0, xtn_id, number),
                     f"dostep {number} {node.name}")
        self.wait(10)

    def reslock(self, coordinator, others, xtn_id, code):
        for node in others:
            self.ask(coordinator, node, cnx.transition(cnx.RESLOCK, 0, 0, xtn_id - 1, 0x10, code),
                     f"reslock {node.name}")

    def lock(self, coordinator, others, xtn_id, code):
        for node in others:
            self.ask(coordinator, node, cnx.transition(cnx.LOCK, 0, 0, xtn_id, 0x20, code),
                     f"lock {node.name}")

    def capture(self, tshark, skip=0):
        return make.capture(tshark, [(ms, data) for ms, data in self.frames[skip:]])


def statuses(story, one, other, members, **values):
    for sender, to in ((one, other), (other, one)):
        story.say(sender, to, cnx.status(0, 0, members.get(sender, 0), **values.get(sender.name,
                                                                                    {})))


def join(story, late=None):
    """VAX1 admits VAX3 to its cluster with VAX2: transition id 4."""
    story.say(VAX3, VAX1, cnx.transition(cnx.ENTER, 0, 0, 0, 0, 2), "enter")
    story.wait(2 * S)
    story.reslock(VAX1, [VAX2], 4, 2)
    story.lock(VAX1, [VAX2, VAX3], 4, 2)
    for node in (VAX1, VAX2):
        story.ask(VAX1, VAX3, cnx.desc(0, 0, 4, 0, node.number, INDEX[node]), f"desc {node.name}")
    story.ask(VAX1, VAX2, cnx.desc(0, 0, 4, 0, VAX3.number, INDEX[VAX3]), "desc VAX3")
    for node in (VAX2, VAX3):
        for _ in range(3):
            story.say(VAX1, node, cnx.transition(cnx.VEC, 0, 0, 4, 0x20, 2), f"vec {node.name}")
    for node in (VAX2, VAX3):
        story.ask(VAX1, node, cnx.proposal(cnx.JOIN, 0, 0, 4, 0, [1, 2, 3], 2, expected_votes=3,
                                           count=2, votes=2), f"join {node.name}")
    for node in (VAX2, VAX3):
        story.say(VAX1, node, cnx.transition(cnx.PH2, 0, 0, 4, 0x60, 2), f"ph2 {node.name}")
    for number in range(1, STEPS + 1):
        story.step(VAX1, [VAX3, VAX2], 4, 2, number, late if number == 5 else None)


def lock_traffic(story, one, other):
    story.rspid += 0x10000
    name = b"F11B$aSYSDSK1     \x01\0\0\0"
    story.say(one, other, cnx.lock_request(0, 0, story.rspid, name), "lock request")
    story.wait(0.15)
    story.say(other, one, cnx.lock_answer(0, 0, story.rspid, 0xfa), "grant")
    story.rspid += 0x10000
    story.say(one, other, cnx.lock_request(0, 0, story.rspid, b"DLMTA"), "directory request")
    story.wait(0.45)
    story.say(other, one, cnx.lock_answer(0, 0, story.rspid, 0xf8, b"DLMTA", 0x10003), "redirect")
    story.say(one, other, cnx.lock_request(0, 0, 0, b"DLMTA", function=4), "removal")


def quorum(story):
    """VAX2 changes votes: the ids in its LOCKs are old memory."""
    story.reslock(VAX2, [VAX1, VAX3], 5, 4)
    for node in (VAX1, VAX3):
        story.ask(VAX2, node, cnx.transition(cnx.LOCK, 0, 0, 51249195, 0x20, 4),
                  f"quorum lock {node.name}")
    for node in (VAX1, VAX3):
        story.ask(VAX2, node, cnx.transition(cnx.QUORUM, 0, 0, 5, 0x40, 4), f"quorum {node.name}")
    for node in (VAX1, VAX3):
        story.say(VAX2, node, cnx.transition(cnx.PH2, 0, 0, 5, 0x60, 4),
                  f"quorum ph2 {node.name}")


def removal(story, breaks=True):
    """VAX3 is silent; after 20 s VAX1 removes it. The PH2 to VAX2 is lost with
    the circuit, and comes again on the next one."""
    story.idle(20, VAX1, VAX2)
    story.reslock(VAX1, [VAX2], 6, 3)
    story.lock(VAX1, [VAX2], 6, 3)
    story.ask(VAX1, VAX2, cnx.transition(cnx.TOPOLOGY, 0, 0, 6, 0x30, 3), "topology")
    story.ask(VAX1, VAX2, cnx.proposal(cnx.RECONFIG, 0, 0, 6, 0, [1, 2], 2, next_index=4),
              "reconfig")
    story.say(VAX1, VAX2, cnx.transition(cnx.PH2, 0, 0, 6, 0x60, 3), "removal ph2")
    if breaks:
        lost = story.seq[VAX1, VAX2]
        story.idle(14, VAX1, VAX2)
        story.connect(VAX1, VAX2, 2, (story.seq[VAX2, VAX1], lost - 1), 2)
        story.say(VAX1, VAX2, cnx.transition(cnx.PH2, 0, 0, 6, 0x60, 3), "removal ph2 again", lost)
    for number in range(1, STEPS + 1):
        story.step(VAX1, [VAX2], 6, 3, number)


def incident(connects=True, late=(VAX2, 900)):
    """All of it, told from the start or from the middle of the connections."""
    story = Story()
    story.hello(*NODES)
    for one, other in ((VAX1, VAX2), (VAX1, VAX3), (VAX2, VAX3)):
        if connects:
            story.connect(one, other)
            statuses(story, one, other, {VAX1: 2, VAX2: 2})
        else:
            story.open(one, other)
    story.idle(6, *NODES)
    join(story, late)
    story.idle(12, *NODES)
    lock_traffic(story, VAX1, VAX2)
    quorum(story)
    story.idle(12, *NODES)
    removal(story)
    story.idle(15, VAX1, VAX2)
    return story


# --- Pieces of other stories, and what is told of them -----------------------------

def told(tshark, capture, *arguments):
    """(frame, words) of the events."""
    rows = tshark.fields(capture, ["frame.number", "cluster.event"], "-Y", "cluster.event",
                         *arguments)
    return [(int(row["frame.number"][0]), words) for row in rows for words in row["cluster.event"]]


def transitions(tshark, capture, *headings):
    """These columns of the table of transitions."""
    return [tuple(row[heading] for heading in headings)
            for row in tshark.table(capture, "nisca,transitions")]


def begun(*pairs):
    """A story whose connections stood before it."""
    story = Story()
    story.hello(*NODES)
    for one, other in pairs or ((VAX1, VAX2), (VAX1, VAX3), (VAX2, VAX3)):
        story.open(one, other)
    return story


def events_of(tshark, story):
    capture = story.capture(tshark)
    return [words for _, words in told(tshark, capture)], frames(tshark, capture)


def reconfig(story, coordinator, others, xtn_id, members, **values):
    for node in others:
        story.ask(coordinator, node, cnx.proposal(cnx.RECONFIG, 0, 0, xtn_id, 0, members, 2,
                                                  **values), f"reconfig {node.name}")


def ph2(story, coordinator, others, xtn_id, code=3):
    for node in others:
        story.say(coordinator, node, cnx.transition(cnx.PH2, 0, 0, xtn_id, 0x60, code),
                  f"ph2 {xtn_id} {node.name}")


# --- Beyond the limits of the analysis -----------------------------------------------

def connection_manager(number, body, connection=0):
    """A message of a connection that was made before the capture."""
    data = make.scs(make.APPL_MSG, 0x20000 + connection, 0x10000 + connection, bytes(body))
    return make.tr(0x4b, VAX1, VAX2, 0, number + 1, data)


def locks(number):
    return cnx.lock_request(number % 65536, 0, number + 1, b"R%d" % number)


LIMITS = {
    "connections": (67_000, lambda n: connection_manager(n, cnx.ack_only(1, 1), n)),
    "clusters": (5000, lambda n: connection_manager(
        n, cnx.status(n, 0, 2).put(28, "Q", n + 1))),
    "transitions": (67_000, lambda n: connection_manager(
        n, cnx.transition(cnx.PH2, n % 65536, 0, n + 1, 0x60, 3))),
    "resources": (67_000, lambda n: connection_manager(n, locks(n))),
}


def write_limit(path, kind):
    """A capture with more of one kind than the analysis follows."""
    count, made = LIMITS[kind]
    with hostile.Pcap(path, hostile.ETHERNET) as capture:
        for number in range(count):
            capture.add(1_700_000_000_000_000 + number * 10, made(number))
    path.chmod(0o644)
    return path
