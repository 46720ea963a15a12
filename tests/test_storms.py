# SPDX-License-Identifier: GPL-2.0-or-later
"""Storms: the table cluster,storms, the events, and how few expert items they have.  What is
expected is how the captures were made."""
import pathlib
import struct
import subprocess

import pytest

CASES = pathlib.Path(__file__).resolve().parents[2] / "shared" / "cases"
PASSES = pytest.mark.parametrize("passes", [[], ["-2"]])


MESSAGE = ("Message", "Sender", "Address", "VLAN", "Place")
STORM = ("From", "Original", "First copy", "Last copy", "Copies", "Seconds", "Copies a second",
         "What its sender sent afterwards")


def storms(tshark, capture, *arguments):
    return tshark.table(capture, "cluster,storms", *arguments)


def cells(row, *headings):
    return [row[heading] for heading in headings]


def story(tshark, capture, *arguments):
    """What is told of storms and silence, not who is there."""
    return [(int(row["Frame"]), row["Node"], row["What happened"])
            for row in tshark.story(capture, *arguments)
            if "storm" in row["What happened"] or "silent" in row["What happened"]]


@PASSES
def test_storm_of_cman(tshark, capture, passes):
    """Frame 2 and 49,999 copies, 50 us apart; the next HELLO 5 s after the original."""
    path = capture("cman-story-storm")
    assert [cells(row, *MESSAGE, *STORM) for row in storms(tshark, path, *passes)] == [
        ["HELLO", "1", "192.0.2.1", "-", "-", "01-02 03:04:05.000", "2", "3", "50001", "49999",
         "2.499950", "20000", "HELLO in frame 50003, after 2.5 s"]]
    assert story(tshark, path, *passes) == [
        (10, "1", "storm: the HELLO of frame 2 comes again and again, 8 copies in 0.4 ms"),
        (50002, "1", "the storm of frame 2 is over: 49999 copies in 2.5 s, 20000 a second, "
                     "the last in frame 50001, 2.5 s ago")]


@PASSES
def test_storm_of_ncs(tshark, capture, passes):
    """The sixteenth heartbeat, 19,999 copies 5 us apart; its sender's next after 1 s."""
    path = capture("ncs-storm")
    assert [cells(row, *MESSAGE, *STORM) for row in storms(tshark, path, *passes)] == [
        ["Heartbeat", "192.0.2.1", "192.0.2.1", "-", "-", "01-02 03:04:10.000", "16", "17",
         "20015", "19999", "0.099995", "200000", "Heartbeat in frame 20018, after 900 ms"]]
    assert [frame for frame, _, _ in story(tshark, path, *passes)] == [24, 20021]


@PASSES
def test_a_storm_that_pauses_is_over_at_its_end(tshark, capture, tmp_path, passes):
    """ncs-storm up to its end, and 500 of its copies again, 3 s later, between the others."""
    subprocess.run(["editcap", "-r", capture("ncs-storm"), tmp_path / "copies.pcap", "17-516"],
                   check=True)
    subprocess.run(["editcap", "-t", "3", tmp_path / "copies.pcap", tmp_path / "late.pcap"],
                   check=True)
    path = tmp_path / "both.pcap"
    subprocess.run(["mergecap", "-F", "pcap", "-w", path, capture("ncs-storm"),
                    tmp_path / "late.pcap"], check=True)
    assert [row["Copies"] for row in storms(tshark, path, *passes)] == ["20499"]
    over = [words for _, _, words in story(tshark, path, *passes) if "is over" in words]
    assert len(over) == (1 if passes else 2) and "is over: 20499 copies in" in over[-1]


AFTER = "not known: it lasts to the end of the capture"


@PASSES
@pytest.mark.parametrize("last, copies, after", [
    (5000, 4984, AFTER), (20015, 19999, AFTER),
    # Node 2 is heard 10 ms behind the last copy.
    (20016, 19999, "nothing")])
def test_a_storm_at_the_end_of_the_file(tshark, capture, tmp_path, passes, last, copies, after):
    """ncs-storm: frame 16 is the original, 20015 the last copy; 5 us between two of them."""
    path = tmp_path / "cut.pcap"
    subprocess.run(["editcap", "-F", "pcap", "-r", capture("ncs-storm"), path, f"1-{last}"],
                   check=True)
    assert [cells(row, "Copies", "What its sender sent afterwards")
            for row in storms(tshark, path, *passes)] == [[str(copies), after]]


@PASSES
@pytest.mark.parametrize("lag", [0.0002, 0.0005, 0.03])
def test_a_mirror_does_not_double_a_storm(tshark, capture, tmp_path, passes, lag):
    """Each frame of ncs-storm once more, so much later, in one interface: 15 heartbeats, the
    original and its 19,999 copies, each twice.  After 30 ms the two other nodes have sent, too."""
    subprocess.run(["editcap", "-F", "pcap", "-t", str(lag), capture("ncs-storm"),
                    tmp_path / "late.pcap"], check=True)
    path = tmp_path / "both.pcap"
    subprocess.run(["mergecap", "-F", "pcap", "-w", path, capture("ncs-storm"),
                    tmp_path / "late.pcap"], check=True)
    assert [cells(row, "Original", "First copy", "Copies")
            for row in storms(tshark, path, *passes)] == [["31", "33", "19999"]]
    if passes:
        nodes = tshark.table(path, "ncs_heartbeat,nodes", *passes)
        assert {row["Node"]: row["Copies"] for row in nodes} == {
            "192.0.2.1": "19999", "192.0.2.2": "0", "192.0.2.3": "0"}


def test_each_message_that_circles_has_a_row(tshark, capture):
    """Three messages at once: 499, 299 and 99 copies, 5 ms apart."""
    found = storms(tshark, capture("ncs-loop"))
    assert [row["Copies"] for row in found] == ["499", "299", "99"]
    assert [row["Original"] for row in found] == ["6", "207", "608"]
    assert {row["Copies a second"] for row in found} == {"200"}
    assert {row["What its sender sent afterwards"] for row in found} == {
        "Heartbeat in frame 906, after 505 ms"}


@pytest.mark.parametrize("name", ["ncs-duplicates", "cman-story-duplicates", "ncs-healthy",
                                  "ncs-merged", "cman-story-merged"])
def test_a_few_copies_are_no_storm(tshark, capture, name):
    assert not storms(tshark, capture(name))


@PASSES
def test_two_places_have_a_row_each_and_one_story(tshark, capture, tmp_path, passes):
    path = tmp_path / "both.pcapng"
    subprocess.run(["mergecap", "-I", "none", "-w", path, capture("ncs-storm"),
                    capture("ncs-storm")], check=True)
    found = storms(tshark, path, *passes)
    assert sorted(row["Place"] for row in found) == ["interface 0", "interface 1"]
    assert [row["Copies"] for row in found] == ["19999"] * 2
    assert len(story(tshark, path, *passes)) == 2


def tagged(vlan, late, path, to):
    """A capture of one-byte order, Ethernet, whose frames get a VLAN tag and come later."""
    data = path.read_bytes()
    order = "<" if data[:4] in (b"\xd4\xc3\xb2\xa1", b"\x4d\x3c\xb2\xa1") else ">"
    size = 1e-9 if data[:4] in (b"\x4d\x3c\xb2\xa1", b"\xa1\xb2\x3c\x4d") else 1e-6
    out, at = [data[:24]], 24
    while at < len(data):
        seconds, parts, kept, length = struct.unpack_from(order + "IIII", data, at)
        ticks = seconds * round(1 / size) + parts + round(late / size)
        frame = data[at + 16:at + 16 + kept]
        out.append(struct.pack(order + "IIII", *divmod(ticks, round(1 / size)), kept + 4,
                               length + 4))
        out.append(frame[:12] + struct.pack(">HH", 0x8100, vlan) + frame[12:])
        at += 16 + kept
    to.write_bytes(b"".join(out))
    return to


@pytest.fixture
def two_vlans(capture, tmp_path):
    """ncs-storm on VLAN 10, and leaked to VLAN 20, where each frame is seen 20.001 ms later."""
    path = tmp_path / "both.pcap"
    source = tmp_path / "source.pcap"
    subprocess.run(["editcap", "-F", "pcap", capture("ncs-storm"), source], check=True)
    subprocess.run(["mergecap", "-F", "pcap", "-w", path,
                    tagged(10, 0, source, tmp_path / "10.pcap"),
                    tagged(20, 0.020001, source, tmp_path / "20.pcap")], check=True)
    return path


@PASSES
def test_one_message_storms_on_two_vlans(tshark, two_vlans, passes):
    """The original at 5 s is the 16th frame on each VLAN; node 2 and 3 send 10 and 20 ms after
    node 1, so that the 30 before it are all there.  19,999 copies, 5 us apart; the 4,000 of the
    first 20 ms come before the other VLAN's original."""
    found = sorted(storms(tshark, two_vlans, *passes), key=lambda row: row["VLAN"])
    assert [cells(row, "VLAN", "From", "Original", "Copies", "Seconds", "Copies a second")
            for row in found][0] == ["10", "01-02 03:04:10.000", "31", "19999", "0.099995",
                                     "200000"]
    assert cells(found[1], "VLAN", "From", "Copies", "Seconds", "Copies a second") == [
        "20", "01-02 03:04:10.020", "19999", "0.099995", "200000"]
    assert found[1]["Original"] == str(31 + 4000 + 1)
    told = [words for _, _, words in story(tshark, two_vlans, *passes)]
    assert [words.split(",")[0] for words in told] == [
        "storm: the Heartbeat of frame 31 comes again and again",
        f"storm: the Heartbeat of frame {found[1]['Original']} comes again and again on VLAN 20",
        "the storm of frame 31 is over: 19999 copies in 100 ms",
        f"the storm of frame {found[1]['Original']} is over: 19999 copies in 100 ms"]


@PASSES
def test_two_places_and_two_vlans_have_two_stories(tshark, two_vlans, tmp_path, passes):
    path = tmp_path / "places.pcapng"
    subprocess.run(["mergecap", "-I", "none", "-w", path, two_vlans, two_vlans], check=True)
    assert len(storms(tshark, path, *passes)) == 4
    assert len(story(tshark, path, *passes)) == 4


@PASSES
def test_storm_whose_sender_falls_silent(tshark, traffic, passes):
    """Of 20,000 frames 800 come before; node 2's turn is next, in frame 802; 18,600 copies in
    2.5 s, on VLAN 956; node 2 is then heard no more.  The others' HELLOs that waited come when
    it is over, and the one 21 s after the original is the first to find it silent."""
    path = traffic("cman-incident", 20000)
    assert [cells(row, *MESSAGE[:4], *STORM) for row in storms(tshark, path, *passes)] == [
        ["HELLO", "2", "192.0.2.2", "956", "01-02 03:17:26.000", "802", "803", "19402", "18600",
         "2.500000", "7440", "nothing"]]
    told = story(tshark, path, *passes)
    assert [node for _, node, _ in told] == ["2"] * 3
    assert told[0][0] == 810 and "storm" in told[0][2]
    assert told[1][0] == 19405 and "is over: 18600 copies in 2.5 s" in told[1][2]
    assert "silent: no HELLO for 21.0 s, the last in frame 802" in told[2][2]


@pytest.mark.parametrize("name, experts", [("cman-story-storm", 2), ("ncs-storm", 2)])
def test_a_storm_has_few_expert_items(tshark, capture, name, experts):
    text = tshark.read(capture(name), "-q", "-z", "expert")
    assert sum(int(line.split()[0]) for line in text.splitlines()
               if line.split() and line.split()[0].isdigit()) == experts


def test_each_copy_is_found_by_a_filter(tshark, capture):
    """The list of expert items is short, but who asks for copies gets all of them."""
    path = capture("ncs-storm")
    assert len(tshark.frames(path, "ncs_heartbeat.analysis.duplicate")) == 19999
    assert tshark.frames(path, "cluster.storm") == [24]


def test_case_of_a_minute(tshark):
    """One HELLO copied 6,000 times in 60 s: one original, one storm, 30 HELLOs of each node."""
    path = CASES / "cman-storm_60s.pcap.gz"
    if not path.exists():
        pytest.skip("the case is not there")
    assert [cells(row, "Copies", "Seconds") for row in storms(tshark, path)] == [
        ["6000", "60.000000"]]
    assert [row["HELLOs"] for row in tshark.table(path, "cman,nodes")] == ["30"] * 3


def test_storm_of_nisca(tshark, capture):
    """Frame 8 and 20,000 copies, 3 us apart; its sender's next is frame 20010, 2 ms after the
    ACK in 20009: 0.2187 s, and the last copy was at 0.1567 + 20,000 * 3 us = 0.2167 s."""
    row, = storms(tshark, capture("nisca-story-storm"))
    assert cells(row, "Original", "First copy", "Last copy", "Copies") == [
        "8", "9", "20008", "20000"]
    assert row["What its sender sent afterwards"].endswith("in frame 20010, after 2 ms")
