# SPDX-License-Identifier: GPL-2.0-or-later
"""NCS heartbeats: what a capture does not prove is not claimed.  A capture point
sees what passes it, and clocks are set."""
import re
import struct

import pytest

import pcapng
from hostile import RAW_IP, Pcap, ip

PREFIX = 0xc0000200  # 192.0.2.0
ALL = 0xffffffff
START = 1_700_000_000
PANNING = 0x5d77a681


def heartbeat(sender, receiver, ident, incarnation=42, number=0):
    payload = struct.pack(">IIIIII", 0x27da, PANNING, incarnation, 0, number, 0)
    return ip(PREFIX + sender, receiver, 224, payload, ident)


class Story:
    """Heartbeats of nodes 192.0.2.1 and so on; times in seconds."""

    def __init__(self, start=START, ident=None):
        """`ident`: one IP identification for all, or None for one each."""
        self.start = start
        self.ident = ident
        self.frames = []

    def send(self, time, sender, master=None, incarnation=42):
        """To the master, or without one to all."""
        ident = len(self.frames) + 1 if self.ident is None else self.ident
        receiver = ALL if master is None else PREFIX + master
        self.frames.append((time, heartbeat(sender, receiver, ident, incarnation)))

    def again(self, time, number):
        self.frames.append((time, self.frames[number][1]))

    def write(self, tshark, name):
        path = tshark.captures / name
        with Pcap(path, RAW_IP) as capture:
            for time, frame in self.frames:
                capture.add(round((self.start + time) * 1e6), frame)
        return path


def named_silent(tshark, path):
    """(second, silent address) of each silence that is told."""
    return [(int(frame["frame.time_relative"][0].split(".")[0]), address)
            for frame in tshark.fields(path, ["frame.time_relative",
                                              "ncs_heartbeat.silent_node.address"])
            for address in frame["ncs_heartbeat.silent_node.address"]]


def warned(tshark, path, *experts):
    return tshark.frames(path, " || ".join(f"ncs_heartbeat.{expert}" for expert in experts))


# --- Ports ----------------------------------------------------------------------------


def failover(sees_all):
    """Node 1 is master, and dies at 20 s; the others send to it until node 2
    takes over.  It is a slave from 45 s on and master again when node 2 has
    died.  Seen at node 1's port, or at one that sees everything; there nodes 3
    and 4 are seen all the time, but that node 4 dies at 50 s for good."""
    story = Story()
    for second in range(90):
        master = 1 if second < 29 or second >= 69 else 2
        if second < 20 or second >= 69:
            story.send(second, 1)
        if 45 <= second < 69:
            story.send(second, 1, 2)
        if second < 60:
            story.send(second + .1, 2, *([1] if master == 1 else []))
        for slave in (3, 4):
            is_dead = sees_all and slave == 4 and second >= 50
            if (sees_all or master == 1) and not is_dead:
                story.send(second + .1 * slave, slave, master)
    return story


def test_slaves_that_turned_to_a_new_master_are_out_of_sight(tshark):
    path = failover(False).write(tshark, "ncs-old-master.pcap")
    assert named_silent(tshark, path) == [(27, "192.0.2.1"), (68, "192.0.2.2")]
    # Node 1 was away from 19 to 45 s; the others' next heartbeats begin anew.
    lost = tshark.fields(path, ["frame.time_relative", "ip.src", "ncs_heartbeat.analysis.missed"],
                         "-Y", "ncs_heartbeat.analysis.missed")
    assert [(frame["ip.src"], frame["ncs_heartbeat.analysis.missed"]) for frame in lost] == \
        [(["192.0.2.1"], ["25"])]


def test_a_slave_that_dies_in_sight_is_told(tshark):
    path = failover(True).write(tshark, "ncs-mirrored.pcap")
    assert named_silent(tshark, path) == [(27, "192.0.2.1"), (58, "192.0.2.4"), (67, "192.0.2.2")]


def test_a_slave_that_became_master_where_no_broadcasts_are_shown(tshark):
    """Node 1 is master, node 3 from 29 s on; the place shows what slaves send, and no broadcasts.
    Nodes 2 and 4 then send to node 3 and have a new view: it did not leave."""
    story = Story()
    for second in range(60):
        for slave in (2, 3, 4):
            master = 1 if second < 29 else 3
            if slave != master:
                story.send(second + .1 * slave, slave, master, 42 + second // 29)
    path = story.write(tshark, "ncs-no-broadcasts.pcap")
    assert warned(tshark, path, "silent_node", "left") == []


def yielding(both, seen, dies=False):
    """Node 3 becomes master at 20 s, and node 1, which was, goes on for so long beside it; then it
    is its slave.  Seen: node 2's port, or everything."""
    story = Story()
    for second in range(60):
        has_yielded = second >= 20 + both
        if not has_yielded or (seen == "all" and not dies):
            story.send(second, 1, *([3] if has_yielded else []))
        story.send(second + .2, 2, 3 if has_yielded else 1)
        if second >= 20:
            story.send(second + .3, 3)
        elif seen == "all":
            story.send(second + .3, 3, 1)
    return story


@pytest.mark.parametrize("both", [0, 10])
def test_a_master_that_yielded_is_out_of_sight_at_a_slaves_port(tshark, both):
    path = yielding(both, "port").write(tshark, f"ncs-yields-{both}.pcap")
    assert warned(tshark, path, "silent_node", "left", "analysis.lost") == []


@pytest.mark.parametrize("both", [0, 10])
@pytest.mark.parametrize("dies", [False, True])
def test_a_master_that_yielded_in_sight(tshark, both, dies):
    path = yielding(both, "all", dies).write(tshark, f"ncs-yields-{both}-{dies}.pcap")
    assert [address for _, address in named_silent(tshark, path)] == ["192.0.2.1"] * dies


def cable_pulled(dies):
    """Node 1, the master, and what comes to it are captured at node 1; the broadcasts and what
    node 3 sends and gets at node 3.  At 20 s node 1's cable is pulled, so that nothing of node 2 is
    captured until node 3 is its master, from 29 s on; or nothing is pulled, and node 2 dies.
    (time, place, frame) each."""
    seen = []
    for second in range(60):
        is_cut = second >= 20 and not dies
        master = 3 if is_cut and second >= 28 else 1
        broadcast = heartbeat(1, ALL, 3 * second + 1)
        seen += [(second, place, broadcast) for place in ([0] if is_cut else [0, 1])]
        slave = heartbeat(2, PREFIX + (3 if second >= 29 and is_cut else 1), 3 * second + 2)
        if second < 20 or (is_cut and second >= 29):
            seen.append((second + .1, 1 if second >= 29 else 0, slave))
        third = heartbeat(3, ALL if master == 3 else PREFIX + 1, 3 * second + 3)
        seen += [(second + .2, place, third) for place in ([1] if is_cut else [0, 1])]
    return sorted(seen)


@pytest.mark.parametrize("apart", [-10, -6, -3, -0.3, 0.0001, 0.3, 3, 6, 10, 30])
@pytest.mark.parametrize("dies", [False, True])
def test_a_slave_whose_place_lost_its_path_is_not_silent(tshark, dies, apart):
    frames = sorted((time + apart * place, place, frame)
                    for time, place, frame in cable_pulled(dies))
    path = pcapng.write(tshark.captures / f"ncs-cable-{dies}-{apart}.pcapng", pcapng.section(),
                        pcapng.interface(RAW_IP, "node1"), pcapng.interface(RAW_IP, "node3"),
                        *[pcapng.packet(place, round((START + time) * 1e6), frame)
                          for time, place, frame in frames])
    silent = {address for _, address in named_silent(tshark, path)}
    assert silent == ({"192.0.2.2"} if dies else set())


def merged(tshark, name, seen, apart):
    """What two places saw, (time, place, frame) each; the second one's clock is ahead."""
    frames = sorted((time + apart * place, place, frame) for time, place, frame in seen)
    return pcapng.write(tshark.captures / name, pcapng.section(),
                        pcapng.interface(RAW_IP, "node1"), pcapng.interface(RAW_IP, "node3"),
                        *[pcapng.packet(place, round((START + time) * 1e6), frame)
                          for time, place, frame in frames])


@pytest.mark.parametrize("apart", [-3, 0, 3])
def test_no_heartbeat_is_missed_that_another_place_shows_later(tshark, apart):
    """Node 3 is a slave of node 1 until 20 s, then the master; nodes 2 and 3 capture.  The second
    place's clock is ahead: it shows node 3's last heartbeats as a slave after the first place has
    shown it as the master.  Each node sends each second."""
    seen = []
    for second in range(40):
        master = 1 if second < 20 else 3
        broadcast = heartbeat(master, ALL, 3 * second + 1)
        seen += [(second, place, broadcast) for place in (0, 1)]
        slave = heartbeat(2, PREFIX + master, 3 * second + 2)
        seen += [(second + .1, place, slave) for place in ([0] if master == 1 else [0, 1])]
        if master == 1:
            seen.append((second + .2, 1, heartbeat(3, PREFIX + 1, 3 * second + 3)))
    path = merged(tshark, f"ncs-later-{apart}.pcapng", seen, apart)
    rows = tshark.table(path, "ncs_heartbeat,nodes")
    assert {row["Node"]: (row["Packets"], row["Missed"]) for row in rows} == {
        "192.0.2.1": ("20", "0"), "192.0.2.2": ("40", "0"), "192.0.2.3": ("40", "0")}


@pytest.mark.parametrize("apart", [-9, -6, -5, 5, 6, 9])
def test_a_split_is_found_while_another_place_goes_on(tshark, apart):
    """Nodes 1 and 2 are seen at one place, node 3 at the other, and so are node 1's broadcasts
    until 30 s.  Node 3 broadcasts from 38 to 70 s, node 1 until 90 s."""
    seen = []
    for second in range(90):
        broadcast = heartbeat(1, ALL, 3 * second + 1)
        seen += [(second, place, broadcast) for place in ([0, 1] if second < 30 else [0])]
        seen.append((second + .2, 0, heartbeat(2, PREFIX + 1, 3 * second + 2)))
        if second < 70:
            receiver = PREFIX + 1 if second < 38 else ALL
            seen.append((second + .3, 1, heartbeat(3, receiver, 3 * second + 3)))
    path = merged(tshark, f"ncs-goes-on-{apart}.pcapng", seen, apart)
    assert len(warned(tshark, path, "two_masters")) == 1


@pytest.mark.parametrize("apart", [-9, -5, -3, -2, 0, 2, 3, 5, 9])
def test_slaves_of_a_master_that_another_place_shows_later(tshark, apart):
    """Node 3 follows node 1 as the master at 30 s; its broadcasts are seen at the second place
    only, those of node 1 at the first only, and what node 2 sends at both."""
    seen = []
    for second in range(60):
        master = 1 if second < 30 else 3
        seen.append((second, master // 2, heartbeat(master, ALL, 2 * second + 1)))
        slave = heartbeat(2, PREFIX + master, 2 * second + 2)
        seen += [(second + .2, place, slave) for place in (0, 1)]
    path = merged(tshark, f"ncs-master-later-{apart}.pcapng", seen, apart)
    assert warned(tshark, path, "outdated_view", "two_masters") == []


@pytest.mark.parametrize("apart", [-3, 0, 3, 6])
def test_no_slave_of_a_split_is_outdated(tshark, apart):
    """From 30 s on, nodes 3 and 4 are cut off; node 3 becomes their master at 38 s.  Nodes 1 and 2
    are seen at one place, nodes 3 and 4 at the other."""
    seen = []
    for second in range(80):
        places = [0, 1] if second < 30 else [0]
        seen += [(second, place, heartbeat(1, ALL, 4 * second + 1)) for place in places]
        seen.append((second + .2, 0, heartbeat(2, PREFIX + 1, 4 * second + 2)))
        is_split = second >= 38
        seen.append((second + .3, 1, heartbeat(3, ALL if is_split else PREFIX + 1,
                                               4 * second + 3)))
        seen.append((second + .4, 1, heartbeat(4, PREFIX + (3 if is_split else 1),
                                               4 * second + 4)))
    path = merged(tshark, f"ncs-halves-{apart}.pcapng", seen, apart)
    assert len(warned(tshark, path, "two_masters")) == 1
    assert warned(tshark, path, "outdated_view") == []


def test_a_node_that_was_given_up_after_five_seconds_did_not_leave(tshark):
    """The cluster's tolerance may be shorter than the preference."""
    story = Story()
    for second in range(40):
        story.send(second, 1, None, 42 + second // 25)
        if second < 20:
            story.send(second + .2, 2, 1)
        story.send(second + .4, 3, 1, 42 + second // 25)
    path = story.write(tshark, "ncs-given-up-early.pcap")
    assert named_silent(tshark, path) == [(27, "192.0.2.2")]
    assert warned(tshark, path, "left") == []


def test_what_was_sent_before_a_storm_is_not_what_was_sent_afterwards(tshark):
    """Node 1's heartbeat at 15 s circles at the first place for 0.4 s, and is its last; that of
    14 s is seen at the second place only, whose clock is 3 s ahead."""
    seen = []
    for second in range(30):
        broadcast = heartbeat(1, ALL, 2 * second + 1)
        if second <= 15:
            seen += [(second, place, broadcast) for place in ([1] if second == 14 else [0, 1])]
        if second == 15:
            seen += [(15.001 + number / 1000, 0, broadcast) for number in range(400)]
        slave = heartbeat(2, PREFIX + 1, 2 * second + 2)
        seen += [(second + .5, place, slave) for place in (0, 1)]
    path = merged(tshark, "ncs-before-the-storm.pcapng", seen, 3)
    row, = tshark.table(path, "cluster,storms")
    assert (row["Copies"], row["What its sender sent afterwards"]) == ("400", "nothing")


# --- Clocks ---------------------------------------------------------------------------


def test_one_frame_of_the_past_is_no_silence(tshark):
    story = Story()
    for second in range(40):
        story.send(-20 if second == 30 else second, 1)
        story.send(second + .5, 2, 1)
    path = story.write(tshark, "ncs-old-frame.pcap")
    assert warned(tshark, path, "analysis.lost", "analysis.missed", "silent_node") == []
    # No interval over a step of the clock.
    assert len(warned(tshark, path, "analysis.interval")) == 40 + 40 - 2 - 2 - 1


def test_silence_after_the_clock_was_set_back_is_told(tshark):
    story = Story()
    for second in [*range(30), *range(-100, -80), *range(-70, -60)]:
        story.send(second, 1)
        story.send(second + .5, 2, 1)
    path = story.write(tshark, "ncs-set-back.pcap")
    assert warned(tshark, path, "analysis.lost") == [101, 102]


def test_masters_before_and_after_the_clock_was_set_back(tshark):
    """Node 1 dies at 20 s, node 2 takes over; 30 s later its clock shows the
    time again at which node 1 was master."""
    story = Story()
    for second in range(20):
        story.send(second, 1)
    for second in [*range(30, 60), *range(10, 40)]:
        story.send(second, 2)
    assert warned(tshark, story.write(tshark, "ncs-masters.pcap"), "two_masters") == []


@pytest.mark.parametrize("start", [1_700_000_000, 2_524_608_000])  # 2023; 2050
def test_times_of_this_century(start, tshark):
    story = Story(start)
    for second in (0, 1, 3, 12):
        story.send(second, 1)
    path = story.write(tshark, "ncs-century.pcap")
    found = [frame["ncs_heartbeat.analysis.interval"]
             for frame in tshark.fields(path, ["ncs_heartbeat.analysis.interval"])]
    assert found == [[], ["1.000000000"], ["2.000000000"], ["9.000000000"]]
    assert warned(tshark, path, "analysis.lost") == [4]


def test_a_clock_that_was_not_set_yet_is_no_silence(tshark):
    story = Story(0)
    for time in (10, 11, START, START + 1):
        story.send(time, 1)
    path = story.write(tshark, "ncs-epoch.pcap")
    assert warned(tshark, path, "analysis.interval") == [2, 4]
    assert warned(tshark, path, "analysis.lost", "analysis.missed") == []


def test_nothing_follows_from_frames_without_a_time(tshark):
    frames = [heartbeat(1 + number % 2, ALL, number) for number in range(8)]
    path = pcapng.write(tshark.captures / "ncs-timeless.pcapng", pcapng.section(),
                        pcapng.interface(RAW_IP, "eth0"), *map(pcapng.timeless_packet, frames))
    assert len(tshark.frames(path, "ncs_heartbeat.panning_id == 0x5d77a681")) == len(frames)
    assert warned(tshark, path, "analysis", "two_masters", "master_change") == []


# --- Copies ---------------------------------------------------------------------------


def test_a_loop_of_many_datagrams_has_one_original_each(tshark):
    """Nine datagrams go round in a loop, 1 ms between two of them."""
    story = Story()
    for number in range(9):
        story.send(number / 1000, 1)
    for number in range(900):
        story.again((9 + number) / 1000, number % 9)
    path = story.write(tshark, "ncs-loop-of-nine.pcap")
    assert len(warned(tshark, path, "analysis.duplicate")) == 900
    originals = [frame["ncs_heartbeat.analysis.duplicate_of"]
                 for frame in tshark.fields(path, ["ncs_heartbeat.analysis.duplicate_of"])]
    assert originals[9:] == [[str(number % 9 + 1)] for number in range(900)]


# --- Senders that do not count ----------------------------------------------------------


def one_ident(ident, dead_from=99):
    """Node 1 is master; all heartbeats of a node are alike.  Node 3 dies."""
    story = Story(ident=ident)
    for second in range(60):
        story.send(second, 1)
        story.send(second + .1, 2, 1)
        if second < dead_from:
            story.send(second + .2, 3, 1)
    return story


def copies(tshark, path):
    """Of each storm."""
    return [row["Copies"] for row in tshark.table(path, "cluster,storms")]


@pytest.mark.parametrize("ident", [0, 7])
def test_heartbeats_that_are_all_alike_are_no_storm(tshark, ident):
    path = one_ident(ident, 40).write(tshark, f"ncs-alike-{ident}.pcap")
    assert copies(tshark, path) == []
    assert warned(tshark, path, "analysis.duplicate", "analysis.late", "analysis.lost") == []
    assert {frame["ncs_heartbeat.analysis.interval"][0] for frame in
            tshark.fields(path, ["ncs_heartbeat.analysis.interval"])[3:]} == {"1.000000000"}
    # Last heard at 39.2 s; 8 s later node 1's next is at 48 s.
    assert named_silent(tshark, path) == [(48, "192.0.2.3")]


@pytest.mark.parametrize("ident", [0, 7])
def test_copies_of_heartbeats_that_are_all_alike(tshark, ident):
    """Behind the one at 30 s, 80 copies 5 ms apart."""
    story = one_ident(ident)
    for number in range(80):
        story.again(30.0001 + number * .005, 90)
    story.frames.sort(key=lambda frame: frame[0])
    path = story.write(tshark, f"ncs-alike-storm-{ident}.pcap")
    assert copies(tshark, path) == ["80"]
    assert len(warned(tshark, path, "analysis.duplicate")) == 80
    assert warned(tshark, path, "analysis.late", "silent_node") == []


@pytest.mark.parametrize("ident", [0, 7])
@pytest.mark.parametrize("apart", [0.0001, 0.2, 0.9, 3.3])
def test_heartbeats_that_are_all_alike_at_two_places(tshark, ident, apart):
    """How far the clocks are apart is not known, but each heartbeat is one."""
    frames = one_ident(ident).frames
    both = sorted([(time, 0, frame) for time, frame in frames]
                  + [(time + apart, 1, frame) for time, frame in frames])
    path = pcapng.write(tshark.captures / f"ncs-alike-{ident}-{apart}.pcapng", pcapng.section(),
                        pcapng.interface(RAW_IP, "eth0"), pcapng.interface(RAW_IP, "eth1"),
                        *[pcapng.packet(place, round((START + time) * 1e6), frame)
                          for time, place, frame in both])
    assert copies(tshark, path) == []
    assert warned(tshark, path, "analysis.duplicate", "analysis.late", "analysis.lost",
                  "silent_node", "two_masters") == []
    assert len(warned(tshark, path, "capture.copy_of")) >= 170


def test_a_slow_loop_of_a_sender_that_counts_is_no_sign_of_life(tshark):
    """Node 2 dies at 20 s; its last heartbeat goes round once a second for 30 s."""
    story = Story()
    for second in range(60):
        story.send(second, 1)
        if second < 20:
            story.send(second + .5, 2, 1)
        elif second < 50:
            story.again(second + .5, 39)
    path = story.write(tshark, "ncs-slow-loop.pcap")
    assert named_silent(tshark, path) == [(28, "192.0.2.2")]
    assert copies(tshark, path) == ["30"]


def test_slaves_that_count_in_their_heartbeats_only(tshark):
    """6,000 heartbeats, each with the identification 0 and a number of its own, are followed;
    one that comes again 3 s later is a copy."""
    path = tshark.captures / "ncs-numbers.pcap"
    with Pcap(path, RAW_IP) as capture:
        for second in range(6000):
            capture.add((START + second) * 10 ** 6, heartbeat(2, PREFIX + 1, 0, number=second))
            if second == 5000:
                again = heartbeat(2, PREFIX + 1, 0, number=second - 3)
                capture.add((START + second) * 10 ** 6 + 1, again)
    assert warned(tshark, path, "analysis.limit", "analysis.late") == []
    assert warned(tshark, path, "analysis.duplicate") == [5002]
    assert len(warned(tshark, path, "analysis.interval")) == 5999


# --- What the story says ----------------------------------------------------------------


def told(tshark, path, *words):
    return [row["What happened"] for row in tshark.story(path)
            if any(word in row["What happened"] for word in words)]


def test_who_showed_a_new_view_first_and_what_was_before(tshark):
    """Nodes 1 and 3 take turns as master, each for 10 s, with a view of its own number; at node
    2's port, which sends last."""
    story = Story()
    for second in range(40):
        turn = second // 10
        master = 1 if turn % 2 == 0 else 3
        story.send(second, master, None, 42 + turn)
        story.send(second + .5, 2, master, 42 + turn)
    path = story.write(tshark, "ncs-views.pcap")
    assert told(tshark, path, "new view") == [
        f"a new view, {view:#010x} after {view - 1:#010x}, first shown by node 192.0.2.{node}"
        for view, node in ((43, 3), (44, 1), (45, 3))]


def test_the_highest_address_is_not_said_of_another(tshark):
    """Node 3 hands over to node 1, and has the highest address; node 2 is between."""
    story = Story()
    for second in range(20):
        master = 3 if second < 10 else 1
        story.send(second, master)
        for slave in {1, 2, 3} - {master}:
            story.send(second + .1 * slave, slave, master)
    path = story.write(tshark, "ncs-rank.pcap")
    assert told(tshark, path, "as a master") == [
        "192.0.2.1 broadcasts as a master, 1.0 s behind the master 192.0.2.3: a handover, or the "
        "begin of a split; it is not the highest known address besides the old master's: that is "
        "192.0.2.2"]


# --- Names ----------------------------------------------------------------------------


def test_the_subnets_broadcast_address_where_no_card_has_one(tshark):
    """Raw IP has no link-layer destination that says it."""
    frames = [heartbeat(1, PREFIX + 255, 1), heartbeat(2, PREFIX + 1, 2)]
    path = tshark.captures / "ncs-subnet.pcap"
    with Pcap(path, RAW_IP) as capture:
        for time, frame in enumerate(frames):
            capture.add(time * 1_000_000, frame)
    found = tshark.fields(path, ["ncs_heartbeat.role", "ncs_heartbeat.master"])
    assert [frame["ncs_heartbeat.role"] for frame in found] == [["1"], ["2"]]
    assert [frame["ncs_heartbeat.master"] for frame in found] == [["192.0.2.1"]] * 2


def test_a_heartbeat_that_two_interfaces_show_is_one(tshark):
    """One row, one packet: what a place missed is no matter of the table of nodes."""
    cards = [pcapng.interface(RAW_IP, "eth0")] * 2
    packets = [pcapng.packet(number, 10 ** 15 + number, heartbeat(1, ALL, 1)) for number in (0, 1)]
    path = pcapng.write(tshark.captures / "ncs-eth0.pcapng", pcapng.section(), *cards, *packets)
    row, = tshark.table(path, "ncs_heartbeat,nodes")
    assert (row["Cluster"], row["Node"], row["Role"], row["Packets"]) == (
        "0x5d77a681", "192.0.2.1", "master", "1")


# --- Again and again ------------------------------------------------------------------


@pytest.mark.parametrize("passes", [[], ["-2"]], ids=["one-pass", "two-passes"])
def test_a_bad_contact_has_few_rows(tshark, passes):
    """Node 3 is heard for 10 s of each 20 s, six times; then it dies.  What is short and nothing
    new is counted; a silence has its row until it is over, as no one knows how long it lasts."""
    story = Story()
    for second in range(155):
        story.send(second, 1)
        story.send(second + 0.01, 2, master=1)
        if second % 20 < 10 and second < 130:
            story.send(second + 0.02, 3, master=1)
    path = story.write(tshark, "ncs-bad-contact.pcap")
    rows = [(row["What happened"], row["Time"][-6:-1]) for row in tshark.table(
        path, "cluster,timeline", *passes) if "192.0.2.3" in row["Node"]]
    told = [re.sub(r" \(.*?\)|frame \d+", "", words).split(" for ")[0].split(" after ")[0]
            for words, _ in rows]
    count = [re.search(r"the (\d+)(?:nd|th) time", words) for words, _ in rows]
    assert told == ["node 192.0.2.3 is there, a slave"] + [
        f"node 192.0.2.3 is {what}" for what in ("silent", "back") * 3 + ("silent",)] + [
        "end of file: node 192.0.2.3 was silent 7 times, first",
        "end of file: node 192.0.2.3 was not heard again, its last heartbeat is in "]
    assert [found and found[1] for found in count] == [
        None, None, None, "2", None, "4", None, "7", None, None]
    assert "longest 25.0 s" in rows[-2][0]
    steps = tshark.read(path, *passes, "-Y", 'cluster.event contains "is back"', "-T", "fields",
                        "-e", "cluster.event").splitlines()
    assert len(steps) == 6 and all("is back after 11.0 s" in words for words in steps)
