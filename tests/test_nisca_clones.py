# SPDX-License-Identifier: GPL-2.0-or-later
"""Two clones of a cluster on two VLANs of a trunk: equal group and node numbers, other names."""
import pytest

from nisca_make import HELLO, Node, capture, cc, message, tr

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


@pytest.mark.parametrize("passes", [(), ("-2",)], ids=["one-pass", "two-passes"])
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
