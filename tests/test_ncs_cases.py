# SPDX-License-Identifier: GPL-2.0-or-later
"""Captures of NCS heartbeats with known truth, where they are beside the repository."""
import pathlib
import re
import subprocess

import pytest

CASES = pathlib.Path(__file__).resolve().parents[2] / "shared" / "cases"

EXPERTS = ("joining", "panning_change", "outdated_view", "two_masters", "silent_node",
           "master_change", "incarnation_change", "analysis.duplicate")

# What must be said how often; what is not named here must not be said.  From the truth of
# how the traffic was made.
TRUTH = {
    "ncs-r1_firewall_join_uni.pcap": {"joining": 1},
    "ncs-r2_panning_mismatch.pcap": {"panning_change": 1, "silent_node": 1},
    # Silent while it is paused, and again after the poison pill; two nodes learn of the view.
    "ncs-r4b_zombie.pcap": {"outdated_view": 1, "silent_node": 2, "incarnation_change": 2},
    "ncs-r6_stp_seen_at_master.pcap": {"silent_node": 1},
    "ncs-r3_cable_pulled_merged.pcapng": {"two_masters": 1, "master_change": 1,
                                          "incarnation_change": 2},
    "ncs-two_vlans.pcap": {},
    "ncs-small_subnet_sll1.pcap": {},
    # A slave and then the master die; views 0x21 (3 nodes), none (the slave that is back),
    # 0x22 (4 nodes) and 0x23 (the new master).
    "ncs-tap.pcapng": {"silent_node": 2, "master_change": 1, "incarnation_change": 9},
}


@pytest.mark.parametrize("name", TRUTH)
def test_case(tshark, name):
    if not (CASES / name).exists():
        pytest.skip("the case is not there")
    said = {expert: len(tshark.frames(CASES / name, f"ncs_heartbeat.{expert}"))
            for expert in EXPERTS}
    assert {k: n for k, n in said.items() if n} == TRUTH[name]


def test_master_of_a_small_subnet(tshark):
    """10.0.0.63 is a broadcast by the cooked header: 10.0.0.1 is the master."""
    path = CASES / "ncs-small_subnet_sll1.pcap"
    if not path.exists():
        pytest.skip("the case is not there")
    rows = tshark.fields(path, ["ip.src", "ncs_heartbeat.role", "ncs_heartbeat.master"])
    shown = {tuple(cell[0] for cell in row.values()) for row in rows}
    assert shown == {("10.0.0.1", "1", "10.0.0.1"), ("10.0.0.2", "2", "10.0.0.1")}


def story(tshark, path):
    return [row["What happened"] for row in tshark.story(path)]


@pytest.mark.parametrize("name, wrong", [
    ("ncs-r1_firewall_join_uni.pcap", "silent"),
    ("ncs-r6_stp_seen_at_master.pcap", "node 10.0.0."),
    ("ncs-r3_cable_pulled_merged.pcapng", "silent"),
    ("ncs-two_vlans.pcap", "master changes"),
    # Nodes 2 and 3 send to the new master, which a tap at the old one does not show.
    ("ncs-tap.pcapng", "no longer heard: 10.0.0.1, "),
    ("ncs-tap.pcapng", "; 1 member of view "),
    ("ncs-r2_panning_mismatch.pcap", " before 0x"),
])
def test_what_the_story_must_not_say(tshark, name, wrong):
    path = CASES / name
    if not path.exists():
        pytest.skip("the case is not there")
    told = story(tshark, path)
    assert told and not [words for words in told if wrong in words and " is there, " not in words]


# --- Clocks apart ------------------------------------------------------------------------


@pytest.fixture
def apart(tshark, captures, tmp_path):
    """A capture at two places: what two filters find, the second by a clock that is ahead."""
    def make(name, first, second, seconds):
        source = next(captures.glob(f"{name}.pcap*"))
        for part, (query, ahead) in enumerate([(first, 0), (second, seconds)]):
            numbers = [str(number) for number in tshark.frames(source, query)]
            subprocess.run(["editcap", "-r", "-t", str(ahead), source, tmp_path / f"{part}.pcapng",
                            *numbers], check=True)
        path = tmp_path / "merged.pcapng"
        subprocess.run(["mergecap", "-I", "none", "-w", path, tmp_path / "0.pcapng",
                        tmp_path / "1.pcapng"], check=True)
        return path
    return make


def told_of(tshark, path, *words):
    return [told for told in story(tshark, path) if any(word in told for word in words)]


@pytest.mark.parametrize("seconds", [0, -1.5, 1.5, -3, 3, -10, 10])
def test_a_split_is_found_by_clocks_apart(tshark, apart, seconds):
    """ncs-cable-pulled: node 1 is seen at the first place only, node 2 at the second.  Where that
    one's clock is ahead, node 1 was shown to go on before node 2 is shown to begin."""
    path = apart("ncs-cable-pulled", "frame.interface_id == 0", "frame.interface_id == 1", seconds)
    told = told_of(tshark, path, "silent", "back", "left", "master")
    assert told[0] == "node 192.0.2.1 is there, the master"
    assert told[-1].startswith(
        "two masters: 192.0.2.1 and 192.0.2.2 both broadcast (split), since frame ")
    assert [re.sub(", 10 ms behind", ", behind", words) for words in told[1:-1]] == (
        ["192.0.2.2 broadcasts as a master, behind the master 192.0.2.1: a handover, or the begin "
         "of a split; it is the highest known address"] if seconds <= 0 else [])


BROADCASTS = "ip.dst == 255.255.255.255"


@pytest.mark.parametrize("seconds", [-5, -3, -0.3, 0, 0.3, 3, 5])
@pytest.mark.parametrize("first, second", [
    ("ncs_heartbeat", BROADCASTS),
    # Each place shows what its node sends, and while node 1 is master, its broadcasts.
    ("ip.src == 192.0.2.1 || ip.dst == 192.0.2.1", f"ip.src == 192.0.2.2 || {BROADCASTS}")])
def test_an_orderly_change_is_no_split_by_clocks_apart(tshark, apart, first, second, seconds):
    """ncs-handover: the old master's last broadcast is 0.4 s before the new one's first."""
    path = apart("ncs-handover", first, second, seconds)
    assert tshark.frames(path, "ncs_heartbeat.two_masters") == []


@pytest.mark.parametrize("seconds", [-5, -3, -0.3, 0, 0.3, 3, 5])
def test_an_orderly_change_is_no_split_where_no_clocks_were_compared(tshark, apart, seconds):
    """ncs-handover: each place shows what one node sends, so that nothing is shown by both."""
    path = apart("ncs-handover", "ip.src != 192.0.2.2", "ip.src == 192.0.2.2", seconds)
    assert tshark.frames(path, "ncs_heartbeat.two_masters") == []


@pytest.mark.parametrize("seconds", [-3, 0, 3])
def test_a_split_is_found_where_no_clocks_were_compared(tshark, apart, seconds):
    """ncs-split-brain: a half at each place, and both broadcast for 15 s."""
    path = apart("ncs-split-brain", "ip.src < 192.0.2.3", "ip.src > 192.0.2.2", seconds)
    assert len(tshark.frames(path, "ncs_heartbeat.two_masters")) == 1


def test_an_orderly_change_is_no_split_behind_a_mirror(tshark, capture, tmp_path):
    """Each frame once more, 0.1 ms and 30 ms later, in one interface."""
    source, paths = capture("ncs-handover"), []
    for ahead in (0, 0.0001, 0.03):
        paths.append(tmp_path / f"{ahead}.pcap")
        subprocess.run(["editcap", "-F", "pcap", "-t", str(ahead), source, paths[-1]], check=True)
    for late in paths[1:]:
        path = tmp_path / "both.pcap"
        subprocess.run(["mergecap", "-F", "pcap", "-w", path, paths[0], late], check=True)
        assert tshark.frames(path, "ncs_heartbeat.two_masters") == []


@pytest.mark.parametrize("seconds", [-30, -3, 3, 30])
def test_no_node_is_silent_by_clocks_apart(tshark, apart, seconds):
    """ncs-healthy, and a second place that has the broadcasts only."""
    path = apart("ncs-healthy", "frame.number <= 480",
                 "frame.number <= 480 && ip.dst == 255.255.255.255", seconds)
    assert told_of(tshark, path, "silent", "back", "left", "new view") == []


@pytest.mark.parametrize("seconds", [-5, -3, 3])
def test_a_dead_node_is_found_by_clocks_apart(tshark, apart, seconds):
    """ncs-slave-dies: node 2, which the second place does not show at all."""
    path = apart("ncs-slave-dies", "ncs_heartbeat", "ip.dst == 255.255.255.255", seconds)
    silent = told_of(tshark, path, "silent", "back", "left")
    assert len(silent) == 1 and silent[0].startswith("node 192.0.2.2 is silent for ")


# --- Tables ------------------------------------------------------------------------------


def test_delivery(tshark, capture):
    """ncs-cable-pulled: 20 of each are seen at both places; behind them 19 of the master and 9
    of the slave at one place only, and 11 that the second one sends to all."""
    found = {(row["Sender"], row["Place"]):
             [int(row[heading]) for heading in ("Sent meanwhile", "Seen there", "Lost there")]
             for row in tshark.table(capture("ncs-cable-pulled"), "ncs_heartbeat,delivery")}
    one, two = "eth0 at node1", "eth0 at node2"
    assert found == {
        ("192.0.2.1, to all", one): [39, 39, 0], ("192.0.2.1, to all", two): [39, 20, 19],
        ("192.0.2.2", one): [28, 20, 8], ("192.0.2.2", two): [28, 28, 0],
        ("192.0.2.2, to all", two): [11, 11, 0]}


def silent_since(tshark, path):
    return {row["Node"]: row["Silent since"] for row in tshark.table(path, "ncs_heartbeat,nodes")}


def test_the_row_of_a_dead_node_says_since_when(tshark, capture):
    """Node 2 is last heard in frame 59, 19.01 s after the start at 03:04:05."""
    assert silent_since(tshark, capture("ncs-slave-dies")) == {
        "192.0.2.1": "-", "192.0.2.2": "01-02 03:04:24.010, frame 59", "192.0.2.3": "-"}


def test_the_row_of_a_node_that_left_says_so(tshark, capture):
    assert silent_since(tshark, capture("ncs-leaves")) == {
        "192.0.2.1": "-", "192.0.2.2": "-", "192.0.2.3": "01-02 03:04:24.020, frame 60 (left)"}


def test_copies_have_their_senders(tshark, capture):
    """ncs-storm: 19,999 copies of one heartbeat of node 1."""
    found = {row["Node"]: row["Copies"]
             for row in tshark.table(capture("ncs-storm"), "ncs_heartbeat,nodes")}
    assert found == {"192.0.2.1": "19999", "192.0.2.2": "0", "192.0.2.3": "0"}
    text = tshark.read(capture("ncs-storm"), "-q", "-z", "ncs_heartbeat,tree")
    part = text[text.index("Duplicates by sender"):]
    assert part.splitlines()[1].split()[:2] == ["192.0.2.1", "19999"]


@pytest.mark.parametrize("value, unexpected", [
    ("5d77a681", 0), ("0x5d77a681", 0), ("1568122496", 0), ("1568122497", 1), ("-2023571712", 1)])
def test_the_directorys_number_is_expected(tshark, capture, value, unexpected):
    """0x5d77a681 is 1,568,122,497; the directory has one less (TID 3075104)."""
    found = tshark.frames(capture("ncs-healthy"), "ncs_heartbeat.unexpected_panning_id",
                          "-o", f"ncs_heartbeat.expected_panning_id:{value}")
    assert bool(found) == bool(unexpected)


def test_a_healthy_story_has_only_who_is_there(tshark, capture):
    told = story(tshark, capture("ncs-healthy"))
    assert told and all(" is there, " in words for words in told)


@pytest.mark.parametrize("passes", [[], ["-2"]])
def test_two_clusters_of_one_panning_id_are_told_apart(tshark, capture, tmp_path, passes):
    """ncs-two-vlans: of each four frames the fourth is 192.0.2.2's on VLAN 20, which stops after
    frame 40; all others live."""
    path = tmp_path / "dies.pcap"
    subprocess.run(["editcap", "-F", "pcap", capture("ncs-two-vlans"), path,
                    *(str(number) for number in range(44, 245, 4))], check=True)
    silent, = [row for row in tshark.story(path, *passes)
               if "192.0.2.2 is silent" in row["What happened"]]
    assert silent["Cluster"].endswith(" VLAN 20")
    nodes = tshark.table(path, "ncs_heartbeat,nodes", *passes)
    assert sorted((row["Node"], row["Cluster"][-7:], row["Silent since"] != "-")
                  for row in nodes) == [
        ("192.0.2.1", "VLAN 10", False), ("192.0.2.1", "VLAN 20", False),
        ("192.0.2.2", "VLAN 10", False), ("192.0.2.2", "VLAN 20", True)]


@pytest.mark.parametrize("passes", [[], ["-2"]])
def test_each_row_of_two_clusters_has_its_vlan(tshark, capture, passes):
    """Nodes 1 and 2 on VLAN 10 come first, when nobody knows of VLAN 20 yet."""
    seen = [(row["Frame"], row["Cluster"][-8:]) for row in tshark.story(
        capture("ncs-two-vlans"), *passes) if " is there, " in row["What happened"]]
    assert seen == [("1", " VLAN 10"), ("2", " VLAN 10"), ("3", " VLAN 20"), ("4", " VLAN 20")]


def test_one_cluster_needs_no_vlan(tshark, capture, tmp_path):
    path = tmp_path / "one.pcap"
    subprocess.run(["editcap", "-F", "pcap", capture("ncs-two-vlans"), path,
                    *(str(number) for number in range(1, 245) if number % 4 in (0, 3))],
                   check=True)
    assert {len(row["Cluster"]) for row in tshark.table(path, "ncs_heartbeat,nodes")} == {10}
