# SPDX-License-Identifier: GPL-2.0-or-later
"""The benchmarks' traffic is what it says it is: sound, and healthy where it
should be.  What is expected here is what the generator sends on purpose."""
import pytest

FRAMES = 600
WARNING = 0x600000
# Of the kinds that are not healthy: a storm, a sender that is silent after one.
WARNINGS = {"cman-storm": 1, "cman-incident": 1}
# Kind -> the protocol of its frames.
PROTOCOLS = {"cman-steady": "cman", "cman-hello": "cman", "cman-storm": "cman",
             "cman-incident": "cman", "cman-senders": "cman",
             "nisca-steady": "nisca", "ncs-steady": "ncs_heartbeat",
             "bfd": "bfd", "vrrp": "vrrp"}


@pytest.mark.parametrize("kind", [*PROTOCOLS, "noise"])
def test_traffic_is_sound(tshark, traffic, kind):
    capture = traffic(kind)
    assert not tshark.frames(capture, "_ws.malformed or _ws.short")
    warned = tshark.frames(capture, f"_ws.expert.severity >= {WARNING}")
    assert len(warned) == WARNINGS.get(kind, 0)
    assert len(tshark.frames(capture, "frame")) == FRAMES


@pytest.mark.parametrize("kind", PROTOCOLS)
def test_every_frame_is_of_its_kind(tshark, traffic, kind):
    assert len(tshark.frames(traffic(kind), PROTOCOLS[kind])) == FRAMES


def test_one_percent_of_noise_is_cman(tshark, traffic):
    capture = traffic("noise")
    assert len(tshark.frames(capture, "cman")) == FRAMES / 100
    assert len(tshark.frames(capture, "data")) == FRAMES * 99 / 100


def test_two_runs_write_the_same(traffic):
    first = traffic("cman-steady").read_bytes()
    assert traffic("cman-steady").read_bytes() == first


def test_steady_cman_acknowledges_everything(tshark, traffic):
    """Every message without NOACK has an acknowledgment, and no number is
    skipped."""
    capture = traffic("cman-steady", 6000)
    asking = "cman.flags.noack == 0 and not cman.analysis.retransmission_of"
    asked = tshark.frames(capture, asking, "-2")
    acked = tshark.frames(capture, f"{asking} and cman.analysis.acked_in", "-2")
    # The last messages of the file may be cut off from their ACKs.
    assert set(asked) - set(acked) <= set(range(6000 - 8, 6001))
    assert not tshark.frames(capture, "cman.analysis.seq_gap or cman.analysis.ack_unseen")


def test_steady_cman_has_a_transition_a_minute(tshark, traffic):
    capture = traffic("cman-steady", 6000)
    rows = tshark.fields(capture, ["frame.time_relative", "cman.generation", "cman.barrier.name"],
                         "-Y", "cman.cmd == 10 or cman.cmd == 7 or cman.barrier.complete_frame")
    starts = [row for row in rows if row["cman.generation"] and not row["cman.barrier.name"]]
    assert [int(row["cman.generation"][0]) for row in starts[:6]] == [11, 12, 13, 14, 15, 16]
    assert [int(float(row["frame.time_relative"][0])) for row in starts[:6]] == [2, 3, 62, 63, 122,
                                                                                123]


def test_storm_is_one_frame(tshark, traffic):
    duplicates = tshark.frames(traffic("cman-storm"), "cman.analysis.duplicate_of == 1")
    assert duplicates == list(range(2, FRAMES + 1))


def test_senders_are_many(tshark, traffic):
    capture = traffic("cman-senders", 70000)
    rows = tshark.fields(capture, ["ip.src", "cman.srcid"], "-Y", "frame.number > 64999")
    assert rows[0] == {"ip.src": ["10.0.253.231"], "cman.srcid": ["64999"]} or rows[0] == {
        "ip.src": ["10.0.253.232"], "cman.srcid": ["65000"]}
    assert rows[1] == {"ip.src": ["10.0.0.1"], "cman.srcid": ["1"]}
    assert not tshark.frames(capture, "ip.checksum.status == 0", "-o", "ip.check_checksum:TRUE")


def test_nisca_acknowledges_cumulatively(tshark, traffic):
    """Each message acknowledges the other node's latest."""
    rows = tshark.fields(traffic("nisca-steady"), ["nisca.dx.src", "nisca.seq", "nisca.ack"],
                         "-Y", "nisca.tr.flags.seq == 1")
    latest = {}
    for row in rows:
        sender, seq, ack = (row[name][0] for name in ("nisca.dx.src", "nisca.seq", "nisca.ack"))
        others = [number for node, number in latest.items() if node != sender]
        assert int(seq) == latest.get(sender, 0) + 1
        assert int(ack) == max(others, default=0)
        latest[sender] = int(seq)
    assert len(latest) == 2
