# SPDX-License-Identifier: GPL-2.0-or-later
"""Two clones of a cluster on two VLANs of a trunk: equal group and node numbers, other names."""
import re
import struct

import pytest

from nisca_cnx_story import incident
from nisca_make import HELLO, Node, capture, cc, message, tr

PASSES = pytest.mark.parametrize("passes", [(), ("-2",)], ids=["one-pass", "two-passes"])

CLONES = [(5, 0, Node("VAX1", 1025), Node("VAX2", 1026)),
          (6, 7, Node("PROD1", 1025), Node("PROD2", 1026))]


@pytest.fixture(name="path")
def made(tshark):
    """The second node of each is silent after 9.1 s; its clone sends each message later.  The
    last of eight is sent again after 3 s."""
    frames = []
    for vlan, late, one, other in CLONES:
        for at in range(late, 36_000, 3000):
            frames.append((at, cc(HELLO, one, vlan=vlan)))
            if at < 12_000:
                frames.append((at + 100, cc(HELLO, other, vlan=vlan)))
        for number in range(1, 9):
            at, data = late + 500 * number, message(b"op%d" % (number * (1 + late)))
            frames.append((at, tr(0x4b, one, other, 0, number, data, vlan=vlan)))
            if number == 8:
                at += 3000
                frames.append((at, tr(0x7b, one, other, 0, number, data, vlan=vlan)))
            frames.append((at + 2, tr(0x48, other, one, number, vlan=vlan)))
    return capture(tshark, sorted(frames, key=lambda entry: entry[0]))


@PASSES
def test_rows_have_the_names_of_their_clone(tshark, path, passes):
    told = [(row["Cluster"][-6:], row["Node"], row["What happened"])
            for row in tshark.table(path, "cluster,timeline", *passes)]
    for vlan, _, one, other in CLONES:
        rows = [row[1:] for row in told if row[0] == f"VLAN {vlan}"]
        nodes = [node for node, _ in rows]
        words = [text.removeprefix("end of file: ") for _, text in rows]
        assert nodes == [other.name, other.name, one.name, "-"]
        assert words[0].startswith(f"{other.name} is silent: no frame of any kind for ")
        assert words[1].startswith(f"{other.name} is still silent")
        assert words[2].startswith(f"1 message from {one.name} to {other.name} was sent")
        assert words[3].endswith(f" of 2 nodes: {one.name}, {other.name}")


def test_tables_have_the_names_of_their_clone(tshark, path):
    labels = {row["Sender"] for row in tshark.table(path, "nisca,delivery")}
    for _, _, one, other in CLONES:
        assert f"{one.name} (EWA) > {other.name} (EWA)" in labels


def test_frames_have_the_names_of_their_clone(tshark, path):
    """The first frame of each clone names its node 1."""
    rows = tshark.fields(path, ["vlan.id", "nisca.src_name", "nisca.dst_name"], "-2")
    for vlan, _, one, other in CLONES:
        names = {name for row in rows if row["vlan.id"] == [str(vlan)]
                 for key in ("nisca.src_name", "nisca.dst_name") for name in row[key]}
        assert names == {one.name, other.name}


# --- Connection managers and tables ----------------------------------------------------------

def tagged(frames, vlan, late=0):
    return [(ms + late, data[:12] + struct.pack(">HH", 0x8100, vlan) + data[12:])
            for ms, data in frames]


@pytest.fixture(name="managers", scope="module")
def made_of_managers():
    """A node joins and is removed in each of two clones, one of which has counted on since its
    connections were made; it is 1.7 s behind."""
    return {5: incident().frames, 6: incident(connects=False).frames}


def both(managers):
    frames = [*tagged(managers[5], 5), *tagged(managers[6], 6, 1700)]
    return sorted(frames, key=lambda entry: entry[0])


def words_of(rows):
    """Without frames and times of day: they are others where the clone's are between them."""
    return [re.sub(r"frame \d+|\(\d\d:\d\d:\d\d\.\d\)", "", row["What happened"]) for row in rows]


@PASSES
def test_connection_managers_of_clones(tshark, managers, passes):
    """Each clone has the story that it has alone, with transitions of its own."""
    alone = {vlan: words_of(tshark.story(capture(tshark, tagged(frames, vlan)), *passes))
             for vlan, frames in managers.items()}
    rows = tshark.story(capture(tshark, both(managers)), *passes)
    for vlan, words in alone.items():
        assert words_of([row for row in rows if row["Cluster"] == f"NISCA 1 VLAN {vlan}"]) == words
    assert len(rows) == sum(map(len, alone.values()))


@pytest.mark.parametrize("name, key", [
    ("nisca,transitions", ("Number", "Kind", "Joined or removed", "Outcome", "Accepted", "Steps",
                           "Duration (s)", "Members")),
    ("nisca,locks", ("Resource", "Requests", "Answers", "Granted")),
    ("nisca,circuits", ("From", "To", "Broken", "Retransmissions", "Messages", "ACKs only",
                        "Bytes", "STARTs")),
    ("nisca,channels", ("Node", "Node 2", "Frames")),
    ("nisca,nodes", ("Node", "Lost", "Messages", "HELLOs"))])
def test_tables_of_clones(tshark, managers, name, key):
    """Each clone has the rows that it has alone; 4 bytes of each frame are its tag."""
    def rows(frames):
        table = tshark.table(capture(tshark, frames), name, "-2")
        return [(row["Group"], *(row[column] for column in key)) for row in table]

    table = rows(both(managers))
    for vlan, frames in managers.items():
        alone = [row[1:] for row in rows(tagged(frames, vlan))]
        assert [row[1:] for row in table if row[0] == f"1 VLAN {vlan}"] == alone
        assert alone
    assert {row[0] for row in table} == {"1 VLAN 5", "1 VLAN 6"}


def test_one_cluster_on_two_vlans_has_its_rows_once(tshark):
    """Each node has an adapter on both; who is silent on one of them is no other node."""
    one, other = CLONES[0][2:]
    frames = []
    for number in range(1, 21):
        vlan = 5 + number % 2
        frames += [(500 * number, tr(0x4b, one, other, 0, number, message(b"%d" % number),
                                     vlan=vlan)),
                   (500 * number + 1, tr(0x48, other, one, number, vlan=11 - vlan))]
    path = capture(tshark, frames)
    for passes in ((), ("-2",)):
        rows = tshark.table(path, "nisca,circuits", *passes)
        assert [(row["Group"], row["Messages"], row["ACKs only"]) for row in rows] == [
            ("1", "20", "0"), ("1", "0", "20")]


@PASSES
def test_what_the_clone_sends_was_not_captured_of_this_one(tshark, passes):
    """Of VLAN 5 only node 1's direction was captured."""
    frames = []
    for vlan, late, one, other in CLONES:
        for number in range(1, 9):
            at, data = late + 500 * number, message(b"op%d" % (number * (1 + late)))
            frames.append((at, tr(0x4b, one, other, 0, number, data, vlan=vlan)))
            if vlan == 6:
                frames.append((at + 2, tr(0x48, other, one, number, vlan=vlan)))
    path = capture(tshark, sorted(frames, key=lambda entry: entry[0]))
    words = [row["What happened"] for row in tshark.endings(path, *passes)
             if row["Cluster"] == "NISCA 1 VLAN 5"]
    assert words[0].startswith("nothing that 1.2 sent was captured, but 8 messages and ACKs of 1.1")


@PASSES
def test_the_clone_of_the_sender_proves_no_break(tshark, passes):
    """Node 1 of VLAN 5 dies while it sends a message again; that of VLAN 6 goes on."""
    frames = []
    for vlan, late, one, other in CLONES:
        for at in range(late, 60_000, 2500):
            frames.append((at, cc(HELLO, other, vlan=vlan)))
            if vlan == 6 or at < 20_000:
                frames.append((at + 100, cc(HELLO, one, vlan=vlan)))
        for number in range(1, 9):
            at, data = late + 500 * number, message(b"op%d" % (number * (1 + late)))
            frames += [(at, tr(0x4b, one, other, 0, number, data, vlan=vlan)),
                       (at + 2, tr(0x48, other, one, number, vlan=vlan))]
    data = message(b"in vain")
    frames += [(at, tr(0x7b if at > 9000 else 0x4b, *CLONES[0][2:], 0, 9, data, vlan=5))
               for at in range(9000, 20_000, 2500)]
    path = capture(tshark, sorted(frames, key=lambda entry: entry[0]))
    assert [row for row in tshark.story(path, *passes) if "broke" in row["What happened"]] == []
