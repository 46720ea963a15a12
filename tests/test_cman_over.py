# SPDX-License-Identifier: GPL-2.0-or-later
"""When a transition is over, and what came of it: told once all nodes have left the barrier, or
once no master would wait at it any longer; the same in one pass and in two.

The times are those of "membership.c": end_transition() waits 4 s for ACKs, then 15 s at the
barrier; each node counts a COMPLETE from every member ("cnxman.c")."""
import pytest

from cman_packets import (COMPLETE, MEMBER, MULTICAST, NOACK, REMNODE, RESTART, WAIT, Sent,
                          barrier, endtrans, hello, membership, record, startack, starttrans,
                          write_sent)
from test_cman_claims import ANOTHERREMNODE, DEADMASTER, LEFT_NORESPONSE, PASSES, nodedown

NEWNODE = 1


def of(node, time, data):
    return Sent(time, f"192.0.2.{node}", data)


def meet(time, generation, waiting, complete, number=1000):
    """Nodes wait, then complete, 10 ms apart; their numbers begin at `number`."""
    steps = [(node, WAIT) for node in waiting] + [(node, COMPLETE) for node in complete]
    return [of(node, time + step / 100, barrier(node, number + step, command,
                                                f"TRANSITION.{generation}"))
            for step, (node, command) in enumerate(steps, 1)]


def begin(reason=REMNODE, end=True):
    """Three members; node 1 removes node 4, or lets it in."""
    sent = [of(node, node / 10, hello(node, 100 * node, 4)) for node in (1, 2, 3)]
    sent.append(of(1, 1, starttrans(1, 101, 5, reason, 4)))
    return [*sent, of(1, 2, endtrans(1, 102, 6))] if end else sent


def story(tshark, name, sent, passes):
    """(frame, words) of each event."""
    path = write_sent(tshark, f"cman-over-{name}.pcapng", sorted(sent))
    text = tshark.read(path, *passes, "-Y", "cluster.event", "-T", "fields",
                       "-E", "aggregator=;", "-e", "frame.number", "-e", "cluster.event")
    rows = [line.split("\t") for line in text.splitlines()]
    return [(frame, words) for frame, told in rows for words in told.split(";")]


OUT = "node 4 is out of the cluster: transition 1, master node 1, took 1.0 s"
LATER = 22.1  # 20 s and more after the ENDTRANS
CASES = {
    # Frame 5 is the ENDTRANS; the sixth step at the barrier is frame 11.
    "complete": (meet(2, 6, (1, 2, 3), (1, 2, 3)), [("11", OUT)]),
    # Node 3's COMPLETE is not in the file: nothing is known until no master would wait any more.
    "one-complete-lost": ([*meet(2, 6, (1, 2, 3), (1, 2)),
                           of(1, 21, hello(1, 5001, 3, 6)), of(2, LATER, hello(2, 5002, 3, 6))],
                          [("12", OUT)]),
    # The internal port is not in the file.
    "no-barrier": ([of(1, 21, hello(1, 5001, 3, 6)), of(2, LATER, hello(2, 5002, 3, 6))],
                   [("7", OUT)]),
    # It was started again meanwhile, which the file does not show.
    "restart-lost": ([of(2, LATER, hello(2, 5002, 3, 8))], []),
    # Nobody completes, and nothing follows.
    "hangs": ([*meet(2, 6, (1, 2, 3), ()), of(1, LATER, hello(1, 5001, 3, 6))], []),
    # Who starts another transition is a member again.
    "another": ([of(2, 9, starttrans(2, 5003, 7, REMNODE, 3))], [("6", OUT)]),
}


@PASSES
@pytest.mark.parametrize("name", CASES)
def test_when_a_transition_is_over(tshark, name, passes):
    sent, told = CASES[name]
    found = story(tshark, name, [*begin(), *sent], passes)
    assert [row for row in found if "is out" in row[1]] == told


LEFT_REMOVED = 3


@PASSES
def test_a_planned_removal_is_no_failure(tshark, passes):
    """Why node 4 goes is in the third byte of the STARTTRANS; its LEAVE was not captured."""
    start = starttrans(1, 101, 5)
    reason = len(start) - 18  # the body has 20 bytes
    start = start[:reason] + bytes([LEFT_REMOVED]) + start[reason + 1:]
    sent = [one._replace(payload=start) if one.time == 1 else one for one in begin()]
    told = story(tshark, "planned", [*sent, *meet(2, 6, (1, 2, 3), (1, 2, 3))], passes)
    assert [row for row in told if "is out" in row[1]] == [
        ("11", OUT.replace(":", " in order, reason REMOVED:", 1))]


@PASSES
@pytest.mark.parametrize("seen", [True, False], ids=["barrier-seen", "no-barrier"])
def test_a_restart_at_the_barrier(tshark, seen, passes):
    """It is one transition still, whether the barrier is in the file or not, or a part of it:
    node 3 waits and does not complete."""
    hung = meet(2, 6, (1, 2, 3), (1, 2)) if seen else []
    sent = [*begin(), *hung, of(1, 17.5, starttrans(1, 5004, 7, RESTART, 1)),
            of(1, 18, endtrans(1, 5005, 8)), *meet(18, 8, (1, 2), (1, 2), 6000)]
    told = story(tshark, f"restart-{seen}", sent, passes)
    assert [words for _, words in told] == [
        "node 1 starts the transition again, RESTART",
        "node 4 is out of the cluster: transition 1, master node 1, took 17.0 s, 1 restart"]


@PASSES
@pytest.mark.parametrize("end, outcome", [
    (meet(2, 6, (1, 2, 3), (1, 2, 3)), "ended"),
    # One of three may yet hang; unless a node has the same generation when the time is up.
    (meet(2, 6, (1, 2, 3), (1,)), "end not seen"),
    ([*meet(2, 6, (1, 2, 3), (1,)), of(2, LATER, hello(2, 5002, 3, 6))], "ended"),
    ([], "ended"),
], ids=["all", "one", "one-and-later", "no-barrier"])
def test_what_one_complete_proves(tshark, end, outcome, passes):
    path = write_sent(tshark, "cman-over-outcome.pcapng", sorted([*begin(), *end]))
    rows = tshark.table(path, "cman,transitions", *passes)
    assert [row["Outcome"] for row in rows] == [outcome]


def heartbeats():
    """Of nodes 2 and 3, later: a member that is missing is told by then."""
    return [of(node, 5 * i + node / 10, hello(node, number + i))
            for node, number in ((2, 202), (3, 300)) for i in (1, 2)]


def end_of_half(master, other, time, number):
    """The answer, ENDTRANS and the barrier of two of four nodes."""
    return [of(other, time - 0.2, startack(other, master, 100 * other + 9, number - 1, 6)),
            of(master, time, endtrans(master, number, 7)),
            *meet(time, 7, (master, other), (master, other), 1000 * master)]


HALVES = {
    # Nodes 3 and 4 against 1 and 2: what looks like a clash is none, as node 3 goes on.
    "clash": ([of(3, 1, starttrans(3, 301, 5, REMNODE, 2)), of(1, 1.5, starttrans(1, 101, 5)),
               of(3, 2, nodedown(3, 302, LEFT_NORESPONSE, 1)),
               of(3, 2.1, starttrans(3, 303, 6, ANOTHERREMNODE, 1)), *end_of_half(3, 4, 3, 304),
               of(1, 4.1, starttrans(1, 102, 6, ANOTHERREMNODE, 3)), *end_of_half(1, 2, 5, 103)],
              ["nodes 2 and 1 are out of the cluster: transition 2, master node 3, took 2.0 s",
               "nodes 4 and 3 are out of the cluster: transition 1, master node 1, took 3.5 s"]),
    # Node 3 is declared dead before it goes on: the transition is its own still.
    "master-goes-on": ([of(3, 1, starttrans(3, 301, 5, REMNODE, 2)),
                        of(1, 1.5, nodedown(1, 101, LEFT_NORESPONSE, 3)),
                        of(3, 2.1, starttrans(3, 302, 6, ANOTHERREMNODE, 1)),
                        *end_of_half(3, 4, 3, 303),
                        of(1, 4, starttrans(1, 102, 5, REMNODE, 3)),
                        of(1, 4.1, starttrans(1, 103, 6, ANOTHERREMNODE, 4)),
                        *end_of_half(1, 2, 5, 104)],
                       ["nodes 2 and 1 are out of the cluster: transition 1, master node 3, "
                        "took 2.0 s",
                        "nodes 3 and 4 are out of the cluster: transition 2, master node 1, "
                        "took 1.0 s"]),
    # Node 1 has declared the master dead, so its own transition is no clash.
    "declared": ([of(3, 1, starttrans(3, 301, 6, REMNODE, 2)),
                  of(1, 1.2, nodedown(1, 101, LEFT_NORESPONSE, 3)),
                  of(1, 1.5, starttrans(1, 102, 6)), *end_of_half(3, 4, 3, 302),
                  *end_of_half(1, 2, 5, 103)],
                 ["node 2 is out of the cluster: transition 1, master node 3, took 2.0 s",
                  "node 4 is out of the cluster: transition 2, master node 1, took 3.5 s"]),
    # Nothing else of nodes 3 and 4 is in the file.  Node 2 is at the barrier of node 1.
    "one-half": ([of(3, 1, starttrans(3, 301, 5, REMNODE, 2)), of(1, 1.5, starttrans(1, 101, 5)),
                  of(1, 4.1, starttrans(1, 102, 6, ANOTHERREMNODE, 3)),
                  *end_of_half(1, 2, 5, 103)],
                 ["nodes 4 and 3 are out of the cluster: transition 1, master node 1, "
                  "took 3.5 s"]),
}


@PASSES
@pytest.mark.parametrize("name", HALVES)
def test_halves_that_start_at_once(tshark, name, passes):
    sent, told = HALVES[name]
    found = story(tshark, f"halves-{name}", sent, passes)
    assert [words.partition(", 1 restart")[0] for _, words in found if " out " in words] == told


def restarts(first):
    """A master starts again every 15 s: from this time on in the file."""
    why = [(REMNODE, 4), *[(RESTART, 1)] * 3]
    return [of(1, 1 + 15 * i, starttrans(1, 101 + i, 5 + i, *why[i])) for i in range(first, 4)]


@PASSES
@pytest.mark.parametrize("first, count", [(0, "3 restarts"), (1, "at least 3 restarts"),
                                          (2, "at least 2 restarts")])
def test_restarts_before_the_file(tshark, first, count, passes):
    """The transition was started three times more, which a file that begins late does not have."""
    gives_up = of(1, 61, membership("0305", seq=105, flags=NOACK, srcid=1, tgtid=2))
    ends = [of(1, 48, endtrans(1, 105, 9)), *meet(48, 9, (1, 2), (1, 2))]
    for name, rest in (("up", [gives_up]), ("end", ends)):
        told = story(tshark, f"restarts-{name}", [*restarts(first), *rest], passes)
        found = [words.replace(", took 47.0 s", "") for _, words in told]
        assert any(f"gives up transition 1 after {count}" in words
                   or words.endswith(f"master node 1, {count}") for words in found), name


@PASSES
def test_a_barrier_hangs_and_the_start_is_not_in_the_file(tshark, passes):
    """It is one transition all the same, and node 3 was not at its barrier."""
    sent = [*(of(node, node / 10, hello(node, 100 * node)) for node in (1, 2, 3)),
            of(1, 2, endtrans(1, 102, 6)), *meet(2, 6, (1, 2), (), 200),
            *(of(3, 5.3 + 5 * i, hello(3, 301 + i)) for i in range(2)),
            of(1, 17, starttrans(1, 203, 7, RESTART, 1)), of(1, 18, endtrans(1, 204, 8)),
            *meet(18, 8, (1, 2, 3), (1, 2, 3))]
    path = write_sent(tshark, "cman-over-no-start.pcapng", sorted(sent))
    rows = tshark.table(path, "cman,transitions", *passes)
    assert [(row["Outcome"], row["Restarts"]) for row in rows] == [("ended, start not seen", "1")]
    told = story(tshark, "no-start", sent, passes)
    assert [words for _, words in told if "hangs" not in words] == [
        "node 1 starts the transition again, RESTART: not at the barrier: node 3",
        "a transition whose start is not in the file is over: transition 1, master node 1, "
        "at least 1 restart"]


def joinconf(seq):
    return membership("0103", seq=seq, flags=NOACK, srcid=1, tgtid=0) + record(
        "ludwig", MEMBER, 1, "192.0.2.1")


@PASSES
@pytest.mark.parametrize("confirms, told", [
    (False, "the cluster goes on without node 4: transition 1, master node 1"),
    (True, OUT)], ids=["joins", "has-joined"])
def test_a_file_that_begins_within_a_join(tshark, confirms, told, passes):
    """JOINREQ and STARTTRANS are not in it: node 4 may never have been in the cluster, and nobody
    knows when the transition began."""
    sent = [*begin(), *meet(2, 6, (1, 2, 3), (1, 2, 3)),
            of(1, 0.5, joinconf(5000))._replace(destination="192.0.2.4")]
    if confirms:
        sent.append(of(4, 0.6, membership("10", seq=2, flags=NOACK, srcid=0, tgtid=0))._replace(
            destination="192.0.2.1"))
    assert story(tshark, "within-a-join", sent, passes)[-1][1].replace(" (ludwig)", "") == told


def joinack(seq, answer, to):
    return of(1, 1.05, membership(f"06{answer:02x}", seq=seq, flags=NOACK, srcid=1, tgtid=0)
              )._replace(destination=f"192.0.2.{to}")


@PASSES
@pytest.mark.parametrize("answer, told", [
    (3, "the cluster goes on without node 4: transition 1, master node 1"), (1, OUT)],
    ids=["wait", "ok"])
def test_a_file_that_begins_as_a_join_fails(tshark, answer, told, passes):
    """The master takes node 4 out of a transition that began with its JOINREQ, and tells it to
    wait.  That it lets another node in says nothing of node 4."""
    sent = [sent for sent in begin() if sent.payload[20] != 10 or sent.payload[0] != 1]
    remove = bytearray(starttrans(1, 101, 5))
    remove[22] = 0  # no reason
    sent += [of(1, 1, bytes(remove)), joinack(5000, answer, 4),
             *meet(2, 6, (1, 2, 3), (1, 2, 3))]
    assert story(tshark, "join-fails", sent, passes)[-1][1].replace(" (ludwig)", "") == told


STARTED = [*begin(end=False), of(2, 1.1, startack(2, 1, 201, 101, 5))]
AT_BARRIER = [*begin(), of(2, 2.1, barrier(2, 201, WAIT, "TRANSITION.6"))]
LEAVES = [of(1, 3, membership("0300", seq=103, flags=NOACK, srcid=1, tgtid=2))]
DIES = [of(2, 3, nodedown(2, 202, LEFT_NORESPONSE, 1))]
LIVES = [of(1, 5.1, hello(1, 103)), of(1, 10.1, hello(1, 104))]


@PASSES
@pytest.mark.parametrize("sent, told", [
    ([*STARTED, *LIVES], ["no answer from node 3, whose HELLOs go on"]), ([*STARTED, *LEAVES], []),
    ([*STARTED, *DIES], []), ([*AT_BARRIER, *LIVES], ["not at the barrier: nodes 1 and 3"]),
    ([*AT_BARRIER, *LEAVES], []), ([*AT_BARRIER, *DIES], []),
], ids=["waits", "left", "died", "at-barrier", "left-barrier", "died-at-barrier"])
def test_no_master_waits_that_is_gone(tshark, sent, told, passes):
    """Node 3 did not answer yet, or is not yet at the barrier, when the master goes."""
    found = story(tshark, "gone-master", [*sent, *heartbeats()], passes)
    assert [words.partition("hangs: ")[2].partition(";")[0] for _, words in found
            if "hangs" in words] == told


def dead_master(reason):
    """The master goes silent, and node 2 takes over."""
    return [*begin(reason, end=False), of(2, 5, nodedown(2, 201, LEFT_NORESPONSE, 1)),
            of(2, 5.1, starttrans(2, 202, 6, DEADMASTER, 1)), of(2, 6, endtrans(2, 203, 7)),
            *meet(6, 7, (2, 3), (2, 3))]


@PASSES
@pytest.mark.parametrize("reason, result", [
    (REMNODE, "nodes 4 and 1 are out of the cluster"),
    # Who takes over knows of no joiner: the ENDTRANS names none.
    (NEWNODE, "the cluster goes on without node 4, node 1 is out of the cluster"),
])
def test_a_dead_master_is_out(tshark, reason, result, passes):
    told = story(tshark, f"dead-master-{reason}", dead_master(reason), passes)
    assert told[-1][1] == f"{result}: transition 1, master node 2, took 5.0 s, 1 restart"


@PASSES
def test_a_start_that_the_nodes_have_passed(tshark, passes):
    """Node 1 lost a clash before the file, and sends its start again, which nobody answers."""
    sent = [*(of(node, node / 10, hello(node, 100 * node, 4)) for node in (1, 2, 3)),
            of(3, 1, starttrans(3, 301, 6, REMNODE, 4)),
            of(1, 1.2, starttrans(1, 99, 5, REMNODE, 4, flags=MULTICAST)),
            of(3, 2, endtrans(3, 302, 7)), *meet(2, 7, (1, 2, 3), (1, 2, 3))]
    path = write_sent(tshark, "cman-over-passed.pcapng", sorted(sent))
    rows = tshark.table(path, "cman,transitions", *passes)
    assert [(row["Master"].split()[0], row["Restarts"], row["Outcome"]) for row in rows] == [
        ("3", "0", "ended")]
    assert tshark.frames(path, "cman.transition.clash", *passes) == []


@PASSES
def test_a_master_gives_way_to_a_start_that_was_not_captured(tshark, passes):
    """Node 1 answers node 2, whose transition it is from then on: nobody waits for node 3, which
    has answered node 2, too."""
    sent = [*begin(end=False), of(1, 1.5, startack(1, 2, 102, 201, 6)),
            of(3, 1.5, startack(3, 2, 301, 201, 6)), of(2, 2, endtrans(2, 202, 7)),
            *meet(2, 7, (1, 2, 3), (1, 2, 3))]
    told = [words for _, words in story(tshark, "gives-way", sent, passes)]
    assert [words.partition(", took")[0].partition(", 1 restart")[0] for words in told] == [
        "node 4 is out of the cluster: transition 1, master node 2"]


@PASSES
@pytest.mark.parametrize("generation, told", [(5, True), (6, False)], ids=["waits", "went-on"])
def test_no_transition_is_open_whose_master_went_on(tshark, generation, told, passes):
    """Its HELLOs say a later generation: it has ended the transition, though the file has no
    ENDTRANS."""
    sent = [*begin(end=False), *heartbeats(),
            *(of(1, 5.1 + 5 * i, hello(1, 102 + i, 3, generation)) for i in range(6)),
            *(of(node, 10 + 5 * i + node / 10, hello(node, 310 * node + i, 3, generation))
              for node in (2, 3) for i in range(1, 6))]
    path = write_sent(tshark, "cman-over-open.pcapng", sorted(sent))
    assert ("has no end" in tshark.read(path, "-q", "-z", "cluster,timeline", *passes)) == told
