# SPDX-License-Identifier: GPL-2.0-or-later
"""Cases of OpenVMS clusters with their truth, by what the cases' README says must and must
not be said.  They lie beside this checkout; without them there is nothing to test."""
import pytest

from tshark import REAL_CAPTURES

CASES = REAL_CAPTURES.parent / "cases"

MESSAGE_LOST, ACK_LOST = "1", "2"
WARN = 0x600000


@pytest.fixture
def case():
    def path(name):
        found = [CASES / f"{name}{end}" for end in (".pcapng", ".pcap")
                 if (CASES / f"{name}{end}").exists()]
        if not found:
            pytest.skip(f"{name} is not beside this checkout")
        return found[0]
    return path


def causes(tshark, path):
    """(number, cause, original) of each retransmission, once however often it was seen."""
    fields = ["nisca.analysis.retransmission", "nisca.seq", "nisca.analysis.rexmt_cause",
              "nisca.capture.copy_of"]
    return [(frame["nisca.seq"][0], *frame["nisca.analysis.rexmt_cause"])
            for frame in tshark.fields(path, fields, "-2")
            if frame["nisca.analysis.retransmission"] and not frame["nisca.capture.copy_of"]]


@pytest.mark.parametrize("name", ["nisca-two-lans", "nisca-1ms"])
def test_original_at_another_place(name, tshark, case):
    """On the other LAN, or by a clock that is 1 ms behind."""
    assert {cause for _, *rest in causes(tshark, case(name)) for cause in rest} == {MESSAGE_LOST}


def test_original_is_named_on_the_other_lan(tshark, case):
    assert tshark.frames(case("nisca-two-lans"), "nisca.analysis.rexmt_of == 22") == [23]


@pytest.mark.parametrize("name", ["nisca-one-direction", "nisca-one_sided",
                                  "nisca-one_sided_rexmt"])
def test_one_direction_proves_nothing(name, tshark, case):
    assert tshark.frames(case(name), "nisca.analysis.rexmt_cause or nisca.channel.no_vack "
                                     "or nisca.channel.no_verf", "-2") == []


def test_late_acks(tshark, case):
    """Every message arrives; that its ACK comes sooner after the copy than any round trip,
    or twice, says so."""
    assert [cause for _, cause in causes(tshark, case("nisca-late_acks_eifel"))] == [ACK_LOST] * 8


@pytest.mark.parametrize("name", ["nisca-peer_dies", "nisca-vc_timeout"])
def test_no_ack_no_cause(name, tshark, case):
    found = causes(tshark, case(name))
    assert found and all(len(cause) == 1 for cause in found)


def test_mirror_has_one_retransmission(tshark, case):
    assert len(causes(tshark, case("nisca-mirrored"))) == 1


@pytest.mark.parametrize("name", ["nisca-span", "nisca-mirrored"])
def test_mirror_has_no_duplicates(name, tshark, case):
    assert tshark.frames(case(name), "nisca.analysis.duplicate", "-2") == []


def test_overtaken_is_not_missing(tshark, case):
    assert tshark.frames(case("nisca-reorder_1"), "nisca.analysis.seq_gap", "-2") == []


def test_clones_are_healthy(tshark, case):
    assert tshark.frames(case("nisca-two_vlans"), "nisca.analysis.seq_gap or "
                         f"nisca.circuit.restarted or _ws.expert.severity >= {WARN}", "-2") == []


# --- What stands in the tables ------------------------------------------------------------------


def test_mirror_shows_each_hello_once(tshark, case):
    """18 HELLOs of both nodes, as in the file without the mirror."""
    mirrored = tshark.table(case("nisca-mirrored"), "nisca,nodes")
    plain = tshark.table(case("nisca-mirrored_pad_control"), "nisca,nodes")
    assert [row["HELLOs"] for row in mirrored] == [row["HELLOs"] for row in plain] == ["18", "18"]
    circuits = tshark.table(case("nisca-mirrored"), "nisca,circuits")
    assert circuits[0]["Retransmissions"] == "1" and circuits[0]["Min RTT (s)"] == "0.001000"


def test_loss_belongs_to_the_channel_of_the_original(tshark, case):
    channels = tshark.table(case("nisca-path_loses"), "nisca,channels")
    lost = {row["LAN address 2"]: row["Messages sent again"] for row in channels}
    assert sorted(lost.values()) == ["0", "20"]
    assert lost["08:00:2b:00:00:2a"] == "20"  # VAX2's second adapter


# --- Channels and what is left open ---------------------------------------------------------------


def test_verf_belongs_to_its_incarnation(tshark, case):
    assert tshark.frames(case("nisca-verf_of_new_channel"), "nisca.channel.no_vack", "-2") == []


def test_vack_in_front_of_its_verf(tshark, case):
    path = case("nisca-swapped")
    assert tshark.frames(path, "nisca.channel.no_vack or nisca.channel.no_verf", "-2") == []


@pytest.mark.parametrize("name, padded", [("nisca-mirrored_pad", 213),
                                          ("nisca-mirrored_pad_control", 107)])
def test_padded_verf_is_a_question_of_its_own(name, padded, tshark, case):
    """Nobody answers it; the VACKs are those of the small ones."""
    path = case(name)
    assert tshark.frames(path, "nisca.channel.no_vack", "-2") == [padded]
    assert tshark.frames(path, "nisca.channel.vack_frame and nisca.length > 1000", "-2") == []


@pytest.mark.parametrize("passes", [(), ("-2",)], ids=["one-pass", "two-passes"])
def test_answered_verf_lacks_no_vack(tshark, case, passes):
    path = case("nisca-big_lost")
    assert 60 not in tshark.frames(path, "nisca.channel.no_vack", *passes)
    assert tshark.frames(path, "nisca.channel.vack_frame and nisca.length == 851", "-2") == [60]


# --- Circuits ------------------------------------------------------------------------------------


def test_round_trip_of_a_repeated_message_is_not_known(tshark, case):
    """Karn: 3.001 s is no round trip."""
    rtts = [float(row["nisca.analysis.ack_rtt"][0]) for row in
            tshark.fields(case("nisca-karn"), ["nisca.analysis.ack_rtt"])
            if row["nisca.analysis.ack_rtt"]]
    assert rtts and max(rtts) < 0.01


def test_retransmission_after_the_receiver_s_bye(tshark, case):
    path = case("nisca-rexmt_after_bye")
    assert tshark.frames(path, "nisca.analysis.rexmt_of == 6") == [8]
    assert tshark.frames(path, "nisca.analysis.rexmt_cause", "-2") == []


def test_one_cluster_on_two_vlans(tshark, case):
    """One message is sent again; numbers that the other VLAN shows are not missing."""
    path = case("nisca-one_cluster_two_vlans")
    assert tshark.frames(path, "nisca.analysis.seq_gap or nisca.analysis.ack_unseen or "
                               "nisca.circuit.restarted or nisca.analysis.duplicate", "-2") == []
    rows = tshark.table(path, "nisca,circuits")
    assert {row["Missing numbers"] for row in rows} == {"0"}


def test_switch_that_drops_multicasts(tshark, case):
    """Of 38 HELLOs each, 25 of VAX2 and 24 of VAX1 do not come to the other one's port, the last
    one of VAX1 after that port's last frame; of what is sent to one node nothing is lost."""
    lost = {(row["Sender"], row["Place"]): row["Lost there"] for row in
            tshark.table(case("nisca-multicast_blocked"), "nisca,delivery")}
    assert lost.pop(("VAX2 (EWA) > multicast", "vax1-port")) == "25"
    assert lost.pop(("VAX1 (EWA) > multicast", "vax2-port")) == "23"
    assert len(lost) == 6 and set(lost.values()) == {"0"}


def test_a_time_beyond_2038(tshark, case):
    """Shown, or said to be one that this system has no seconds for."""
    text = tshark.read(case("platform-vms-2050"), "-V")
    said, = [line.strip() for line in text.splitlines() if "Transmit time: " in line]
    assert said.startswith("Transmit time: Jan  2, 2050 03:04:05") or "cannot hold" in said, said
    assert "1970" not in said


def test_statuses_have_names_of_their_own(tshark, case):
    """25: the user disconnected; 26: something else did."""
    path = case("platform-disconnect")
    for status, name in (("25", "Disconnected"), ("26", "Disconnected (other source)")):
        wanted = tshark.frames(path, f"nisca.scs.status == {status}")
        assert wanted == tshark.frames(path, f'nisca.scs.status == "{name}"')
