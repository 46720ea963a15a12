# SPDX-License-Identifier: GPL-2.0-or-later
"""What managers of OpenVMS clusters ask, and what must not be said.

The captures are incidents with a known truth, beside the repository; the truth is how the traffic
was made, and the README beside them tells it."""
import re
import subprocess
from pathlib import Path

import pytest

CASES = Path(__file__).resolve().parents[2] / "shared" / "cases"


@pytest.fixture(name="case")
def case_fixture(tshark):
    """Rows of fields of the frames of a case that pass a filter: the frame number first."""
    def read(name, display_filter, *fields):
        path = CASES / f"nisca-{name}"
        if not path.exists():
            pytest.skip(f"{path.name} is not here")
        wanted = [option for field in ("frame.number", *fields) for option in ("-e", field)]
        text = tshark.read(path, "-2", "-Y", display_filter, "-T", "fields", *wanted)
        return [line.split("\t") for line in text.splitlines()]
    return read


@pytest.fixture(name="table")
def table_fixture(tshark):
    """The rows of a table of a case."""
    def read(name, table):
        path = CASES / f"nisca-{name}"
        if not path.exists():
            pytest.skip(f"{path.name} is not here")
        return tshark.table(path, f"nisca,{table}")
    return read


# --- Names -------------------------------------------------------------------------------------


def test_names_are_on_every_frame(case):
    """Both nodes have said HELLO by frame 2, and every directed frame names both."""
    rows = case("peer_dies.pcap", "frame.number >= 2", "nisca.src_name", "nisca.dst_name",
                "nisca.dx.src_id", "nisca.dx.dst_id")
    names = {"1025": "VAX1", "1026": "VAX2", "": ""}
    assert all([source, receiver] == [names[src], names[dst]]
               for _, source, receiver, src, dst in rows)
    assert {row[2] for row in rows} == {"VAX1", "VAX2", ""}


def test_a_name_is_not_known_before_it_is_told(case):
    """VAX2 is first heard in frame 2."""
    assert case("big_lost.pcap", "frame.number == 1 && nisca.src_name == \"VAX1\"")
    assert not case("big_lost.pcap", "frame.number == 1 && nisca.dst_name")


def test_directed_channel_control_names_both_adapters(case):
    info = case("big_lost.pcap", "frame.number == 20", "_ws.col.Info")
    assert info[0][1] == "VERF VAX1 (EWA) > VAX2 (EWA) Group=1 Size=1500"


def test_the_verdict_stands_behind_the_message(case):
    """No ACK ever covers the message, so there is no cause."""
    info = case("vc_timeout.pcap", "nisca.tr.flags.rexmt == 1", "_ws.col.Info")
    assert all(text.startswith("APPL_MSG [Retransmission] VAX1 > VAX2 ")
               for _, text in info)


# --- Short snap lengths ------------------------------------------------------------------------


def test_what_a_snap_length_of_68_leaves_counts(case, table):
    rows = table("snap68.pcap", "nodes")
    assert sum(int(row["HELLOs"]) for row in rows) == 30
    assert {row["Node"] for row in rows} == {"VAX1", "VAX2"}
    assert sum(int(row["BYEs"]) for row in rows) == 1
    assert len(case("snap68.pcap", "nisca.analysis.hello_lost")) == 1
    assert case("snap68.pcap", "nisca.channel.setup_time", "nisca.channel.verf_frame") == [
        ["5", "4"]]
    assert not case("snap68.pcap", "nisca.circuit.restarted")


# --- Dead, or one adapter of it ----------------------------------------------------------------


def test_a_node_that_dies(case):
    """VAX2's last frame is 151; VAX1 goes on to send HELLOs, and message 33 again and again."""
    rows = case("peer_dies.pcap", "nisca.silent_node", "nisca.silent.last_frame", "cluster.event")
    assert [row[1:] for row in rows] == [
        ["151", "VAX2 is silent: no frame of any kind for 8.5 s, the last is frame 151"]]
    again = case("peer_dies.pcap", "nisca.tr.flags.rexmt == 1", "nisca.silent.last_frame",
                 "_ws.col.Info")
    assert len(again) == 5 and all(row[1] == "151" for row in again)
    assert all("[Nothing heard of the receiver for " in row[2] for row in again)


def test_an_adapter_that_dies(case, table):
    """VAX1's second adapter is silent from 29 s to 118 s; its first goes on."""
    assert not case("adapter_dies.pcap", "nisca.silent_node")
    lost = case("adapter_dies.pcap", "nisca.analysis.hello_lost", "cluster.event")
    assert len(lost) == 1
    assert lost[0][1].startswith("VAX1: adapter EWA (08:00:2b:00:00:1a) is silent: no HELLO for 8.")
    rows = {row["LAN address"]: row for row in table("adapter_dies.pcap", "nodes")}
    assert len(rows) == 4
    # The file begins at 14:13:20.005: 110 s later, and a tenth of a second around 29 s later.
    seen = {lan: row["Last seen"] for lan, row in rows.items()}
    assert [lan for lan in seen if seen[lan] < "09-21 14:15:10.005"] == ["08:00:2b:00:00:1a"]
    assert "09-21 14:13:48.905" < seen["08:00:2b:00:00:1a"] < "09-21 14:13:49.105"
    assert {(row["Node"], row["Adapter"]) for row in rows.values()} == {
        ("VAX1", "EWA"), ("VAX2", "EWA")}


@pytest.mark.parametrize("name", ["big_lost.pcap", "vc_timeout.pcap", "two_vlans.pcap",
                                  "one_sided.pcap", "one_cluster_two_vlans.pcap", "span.pcap",
                                  "decnet_starts.pcap", "multicast_blocked.pcapng"])
def test_nobody_is_silent(case, name):
    assert not case(name, "nisca.silent_node || nisca.silent.last_frame "
                          "|| nisca.analysis.hello_lost")


# --- Circuits that break, and paths that lose ---------------------------------------------------


def test_a_circuit_that_times_out(case, table):
    """Message 23 is sent 8 times in 15.5 s and never acknowledged; VAX2's HELLOs go on."""
    rows = case("vc_timeout.pcap", "nisca.circuit.broken", "nisca.circuit.unacked",
                "nisca.circuit.tries", "nisca.ppd.type", "cluster.event")
    assert [row[1:4] for row in rows] == [["65", "8", "0"]]
    assert "sent 8 times (from adapter EWA to EWA) in 15.5 s" in rows[0][4]
    assert "VAX2's HELLOs went on" in rows[0][4]
    row = table("vc_timeout.pcap", "circuits")[0]
    assert (row["From"], row["of frame"], row["Broken"]) == ("VAX1 (1.1)", "65", "1")
    # from frame 65 to the new START
    assert float(row["Longest wait for an ACK (s)"]) == pytest.approx(32.917 - 15.217, abs=0.01)


def test_a_circuit_whose_other_end_died(case):
    """Nothing begins anew; VAX1 has tried for 8 s, and 17 s have passed."""
    rows = case("peer_dies.pcap", "nisca.circuit.broken", "nisca.circuit.unacked",
                "nisca.circuit.tries", "cluster.event")
    assert len(rows) == 1 and rows[0][1:3] == ["153", "6"]
    assert rows[0][3].endswith("VAX2 was silent meanwhile")


def test_outages_of_real_nodes(case):
    """Eight outages, after each of which a circuit begins anew."""
    assert len(case("real_dark.pcap", "nisca.circuit.broken")) == 8
    assert not case("real_dark.pcap", "nisca.channel.stale || nisca.path.big_lost")


@pytest.mark.parametrize("name", ["one_sided.pcap", "one-direction.pcap", "one_sided_rexmt.pcap",
                                  "late_acks_eifel.pcap", "path_loses.pcap", "two_vlans.pcap",
                                  "mirrored.pcap", "span.pcap", "reorder_1.pcap",
                                  "one_cluster_two_vlans.pcap", "rexmt_after_bye.pcap",
                                  "two-lans.pcapng", "snap68.pcap", "karn.pcap"])
def test_no_circuit_breaks(case, name):
    """Where everything is acknowledged, or nobody can know."""
    assert not case(name, "nisca.circuit.broken || nisca.channel.stale || nisca.path.big_lost")


def test_messages_count_apart_from_acks(table):
    """The file begins with START, STACK and ACK; then 33 messages of VAX1 and 32 of VAX2, of which
    each but the last has an ACK of its own."""
    rows = {row["From"]: row for row in table("peer_dies.pcap", "circuits")}
    assert [rows[name]["Messages"] for name in ("VAX1 (1.1)", "VAX2 (1.2)")] == ["33", "32"]
    assert rows["VAX2 (1.2)"]["ACKs only"] == "32"


def test_the_channel_of_the_original_lost_it(table):
    """LAN 2 loses 20 messages, LAN 1 none; all come again over LAN 1 or 2."""
    rows = table("path_loses.pcap", "channels")
    assert {row["LAN address"]: row["Messages sent again"] for row in rows} == {
        "aa:00:04:00:01:04": "0", "08:00:2b:00:00:1a": "20"}
    assert {row["Node"] for row in rows} == {"VAX1 (EWA)"}


def test_a_path_that_loses_big_packets(case, table):
    """Frames above 1,000 bytes never arrive over the second LAN: 853 bytes do, 1069 do not."""
    rows = case("big_lost.pcap", "nisca.path.big_lost", "cluster.event")
    assert [row[0] for row in rows] == ["61"]
    assert "853 bytes are answered, of 1069 not" in rows[0][1]
    sizes = {row["LAN address"]: (row["Largest VERF answered"], row["Smallest not"])
             for row in table("big_lost.pcap", "channels")}
    assert sizes == {"aa:00:04:00:01:04": ("1500", "-"), "08:00:2b:00:00:1a": ("853", "1069")}


# --- Who does not belong here -------------------------------------------------------------------


def test_one_root_booted_twice(case):
    rows = case("same_root.pcap", "nisca.duplicate_system", "nisca.src_name", "cluster.event")
    assert len(rows) == 1 and rows[0][1] == "VAX2"
    assert "08:00:2b:00:00:2b goes on" in rows[0][2] and "08:00:2b:00:00:2c" in rows[0][2]


@pytest.mark.parametrize("name", ["decnet_starts.pcap", "adapter_dies.pcap", "big_lost.pcap",
                                  "vc_timeout.pcap", "real_dark.pcap", "two_vlans.pcap",
                                  "one_cluster_two_vlans.pcap", "mirrored.pcap"])
def test_no_system_runs_twice(case, name):
    """DECnet changes an address; nodes have two adapters; circuits begin anew."""
    assert not case(name, "nisca.duplicate_system || nisca.solicit_unanswered "
                          "|| nisca.password_mismatch")


def test_a_satellite_that_nobody_serves(case):
    """SAT asks every 3 s."""
    rows = case("satellite_no.pcap", "nisca.solicit_unanswered", "cluster.event")
    assert [row[0] for row in rows] == ["8"]
    assert rows[0][1].startswith("SAT asks for _$2$DUA0: the third time in 6.0 s")


@pytest.mark.parametrize("passes", [["-2"], []])
def test_only_the_stranger_has_a_wrong_password(tshark, passes):
    path = CASES / "nisca-wrong_password_first.pcap"
    if not path.exists():
        pytest.skip(f"{path.name} is not here")
    names = tshark.read(path, *passes, "-Y", "nisca.password_mismatch", "-T", "fields", "-e",
                        "nisca.cc.nodename").split()
    assert set(names) == {"VAX3"}


# --- Two captures of one incident ---------------------------------------------------------------


@pytest.mark.parametrize("name", ["vc_timeout.pcap", "big_lost.pcap", "peer_dies.pcap",
                                  "adapter_dies.pcap", "same_root.pcap", "satellite_no.pcap",
                                  "wrong_password_first.pcap", "real_dark.pcap"])
def test_two_places_tell_one_story(tshark, tmp_path, name):
    """Merged with what another place captured of it, 0.7 ms later, each event is told once.  Only
    then does a row say which place was first."""
    path = CASES / f"nisca-{name}"
    if not path.exists():
        pytest.skip(f"{path.name} is not here")
    other, merged = tmp_path / "other.pcapng", tmp_path / "merged.pcapng"
    subprocess.run(["editcap", "-t", "0.0007", path, other], check=True)
    subprocess.run(["mergecap", "-I", "none", "-w", merged, path, other], check=True)

    def story(capture):
        text = tshark.read(capture, "-Y", "cluster.event", "-T", "fields", "-e", "cluster.event")
        return re.sub(r"frame \d+", "frame", text.replace(", first seen at interface 0", ""))

    assert story(merged) == story(path)
