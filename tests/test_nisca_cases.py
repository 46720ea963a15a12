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
