# SPDX-License-Identifier: GPL-2.0-or-later
"""What the analysis of NISCA must not say: ordinary traffic, and captures that
do not hold all of it, in which a verdict would be wrong."""
import pytest

from nisca_make import (BYE, CCSTART, HELLO, Node, PPD_ACK, STACK, VACK, VERF, capture, cc, message,
                        ppd, start, tr)

A, B, C = Node("VAX1", 1025), Node("VAX2", 1026), Node("VAX3", 1027)
MINUTE = 60_000  # ms


@pytest.fixture
def analysed(tshark):
    """Per frame of a capture: the values of `names` and the text of expert items."""
    def read(frames, *names, snap=65535):
        path = capture(tshark, frames, snap)
        return [{name.rpartition(".")[2]: values[0] for name, values in row.items() if values}
                for row in tshark.fields(path, [*names, "_ws.expert.message"], "-2")]
    return read


def experts(rows):
    """Frame number -> text, of frames with expert items."""
    return {number: row["message"] for number, row in enumerate(rows, 1) if "message" in row}


# --- Channels -------------------------------------------------------------------------------

CROSSING = [(0, cc(CCSTART, A, B)), (0.1, cc(CCSTART, B, A)), (0.3, cc(VERF, A, B)),
            (1.3, cc(VACK, B, A))]


def test_crossing_ccstarts_need_one_answer(analysed):
    """The channel was open: an hour later it is a new handshake, no repetition."""
    rows = analysed([*CROSSING, (60 * MINUTE, cc(CCSTART, A, B)),
                     (60 * MINUTE + 0.2, cc(VERF, B, A)), (60 * MINUTE + 1.2, cc(VACK, A, B))],
                    "nisca.channel.setup_time")
    assert experts(rows) == {}
    assert [row.get("setup_time") for row in rows] == [
        None, None, None, "0.001200000", None, None, "0.001200000"]


@pytest.mark.parametrize("minutes", [0.1, 5])
def test_channel_test_is_no_handshake(minutes, analysed):
    later = minutes * MINUTE
    rows = analysed([*CROSSING, (later, cc(VERF, B, A)), (later + 0.2, cc(VACK, A, B))],
                    "nisca.channel.setup_time", "nisca.channel.verf_frame")
    assert rows[5] == {"verf_frame": "5"}


def test_a_vack_for_two_verfs_proves_the_small_one(tshark):
    """A small VERF and a padded one are sent together, and one VACK comes back."""
    frames = [entry for t in range(0, 20_000, 5000) for entry in (
        (t, cc(VERF, A, B)), (t + 0.1, cc(VERF, A, B, size=1500)), (t + 0.3, cc(VACK, B, A)))]
    row = tshark.table(capture(tshark, frames), "nisca,channels")[0]
    assert (row["Largest VERF answered"], row["Smallest not"]) == ("120", "1500")


def test_crossing_handshakes_are_two(analysed):
    rows = analysed([(0, cc(CCSTART, A, B)), (0.1, cc(CCSTART, B, A)), (0.3, cc(VERF, A, B)),
                     (0.4, cc(VERF, B, A)), (1.1, cc(VACK, B, A)), (1.2, cc(VACK, A, B))],
                    "nisca.channel.setup_time")
    assert [row.get("setup_time") for row in rows[4:]] == ["0.001000000", "0.001200000"]


def test_ccstart_whose_end_was_not_captured(analysed):
    """Minutes later another one is no repetition of it; 5 s later it is.  What B sends to A is
    in sight."""
    rows = analysed([(0, cc(CCSTART, A, B)), (1, tr(0x48, B, A, 1)),
                     (2 * MINUTE, cc(CCSTART, A, B)), (2 * MINUTE + 5000, cc(CCSTART, A, B))])
    assert list(experts(rows)) == [4] and "no VERF" in rows[3]["message"]


def test_ccstart_of_which_no_answer_could_be_seen(analysed):
    rows = analysed([(0, cc(CCSTART, A, B)), (5000, cc(CCSTART, A, B))])
    assert experts(rows) == {}


def test_two_nodes_behind_one_adapter(analysed):
    macs = bytes.fromhex("020000041002 020000041001")
    rows = analysed([(0, cc(CCSTART, A, B, macs=macs)), (2000, cc(CCSTART, C, B, macs=macs))])
    assert experts(rows) == {}


# --- Several capture points -------------------------------------------------------------------


def test_bye_on_another_lan_ends_the_cadence(analysed):
    rows = analysed([(0, cc(HELLO, A), 0), (1, cc(HELLO, A, lan=1), 1), (1000, cc(BYE, A), 0),
                     (MINUTE, cc(HELLO, A), 0), (MINUTE + 1, cc(HELLO, A, lan=1), 1)],
                    "nisca.analysis.hello_delta")
    assert list(experts(rows)) == [3]
    assert not any("hello_delta" in row for row in rows)


def test_bye_at_two_points_whose_clocks_differ(analysed):
    """The second point is behind: its HELLO of before comes after the BYE.  What both points
    see was sent within one tick of A's clock."""
    hello = cc(HELLO, A)
    rows = analysed([(0, hello, 0), (9, hello, 1), (3000, cc(BYE, A), 0), (3001, hello, 1),
                     (3005, cc(BYE, A), 1), (MINUTE, hello, 0), (MINUTE + 9, hello, 1)],
                    "nisca.analysis.hello_delta")
    assert list(experts(rows)) == [3, 5]
    assert not any("hello_delta" in row for row in rows)


def tap(frames):
    """Each frame at the capture point of its direction: 0 is from the first node."""
    return [(ms, data, int(data[6:12] != A.lan())) for ms, data in frames]


def test_tap_sees_each_direction_at_a_point_of_its_own(analysed):
    """Tests of a channel, all of them answered."""
    frames = [frame for second in range(0, 25, 5) for frame in (
        (second * 1000, cc(VERF, A, B)), (second * 1000 + 0.2, cc(VACK, B, A)))]
    assert experts(analysed(tap(frames))) == {}


def test_tap_with_a_packet_size_problem(analysed):
    """The padded VERFs are not answered, those between them are."""
    frames = [frame for ms in range(0, 18000, 6000) for frame in (
        (ms, cc(VERF, A, B, size=1500)), (ms + 3000, cc(VERF, A, B)),
        (ms + 3000.2, cc(VACK, B, A)))]
    assert list(experts(analysed(tap(frames)))) == [4, 7]


def test_tap_with_a_handshake(analysed):
    """The second CCSTART is a new handshake; the third has no VERF."""
    frames = [(0, cc(CCSTART, A, B)), (0.2, cc(VERF, B, A)), (1, cc(VACK, A, B)),
              (9000, cc(CCSTART, A, B)), (14000, cc(CCSTART, A, B))]
    rows = analysed(tap(frames))
    assert list(experts(rows)) == [5] and "no VERF" in rows[4]["message"]


def test_tap_with_half_a_handshake(analysed):
    frames = [(0, cc(CCSTART, A, B)), (0.2, cc(VERF, B, A)), (5000, cc(CCSTART, A, B))]
    rows = analysed(tap(frames))
    assert list(experts(rows)) == [3] and "VACK" in rows[2]["message"]


LOST, ACK_LOST, NO_ORIGINAL = "1", "2", "3"
TIMES = ["nisca.analysis.acks_frame", "nisca.analysis.ack_rtt", "nisca.analysis.rsvp_delay"]


def data(ack, seq, flags=0x4b, lan=0, sender=A, to=B):
    return tr(flags, sender, to, ack, seq, message(), lan=lan)


def test_tap_has_the_ack(analysed):
    """Message 2 was acknowledged at the other interface; message 3 was not."""
    frames = [(0, data(0, 1)), (1, tr(0x48, B, A, 1)), (2, data(0, 2)), (3, tr(0x48, B, A, 2)),
              (3000, data(0, 2, 0x7b)), (3001, tr(0x48, B, A, 2)),
              (4000, data(0, 3)), (7000, data(0, 3, 0x7b)), (7001, tr(0x48, B, A, 3))]
    rows = analysed(tap(frames), "nisca.analysis.rexmt_cause")
    assert [row.get("rexmt_cause") for row in rows] == (
        [None] * 4 + [ACK_LOST, None, None, LOST, None])


def test_message_that_nobody_acknowledges_has_no_cause(analysed):
    """The node may be dead, or the path may be cut either way."""
    frames = [(0, data(0, 1)), (1, tr(0x48, B, A, 1)), (2, data(0, 2)),
              (3000, data(0, 2, 0x7b)), (6000, data(0, 2, 0x7b))]
    rows = analysed(frames, "nisca.analysis.rexmt_cause")
    assert not any("rexmt_cause" in row for row in rows)
    assert experts(rows) == {
        number: "Retransmission: No ACK of 1.2 for it was captured so far; message 2 from 1.1 to "
                f"1.2, {seconds} s after the first time"
        for number, seconds in ((4, "3.0"), (5, "6.0"))}


def test_ack_by_the_other_lan(analysed):
    """Messages go by LAN 0, most ACKs by LAN 1; the circuit is one."""
    frames = [(0, data(0, 1), 0), (1, data(1, 1, sender=B, to=A), 0), (2, data(1, 2), 0),
              (3, tr(0x48, B, A, 2, lan=1), 1), (3000, data(1, 2, 0x7b), 0),
              (3001, tr(0x48, B, A, 2, lan=1), 1), (4000, data(1, 3, 0x5b), 0),
              (4001, tr(0x48, B, A, 3, lan=1), 1), (9000, data(3, 2, sender=B, to=A), 0)]
    rows = analysed(frames, "nisca.analysis.rexmt_cause", *TIMES)
    assert rows[4]["rexmt_cause"] == ACK_LOST
    assert rows[7] == {"acks_frame": "7", "ack_rtt": "0.001000000", "rsvp_delay": "0.001000000"}
    assert rows[8] == {}
    assert list(experts(rows)) == [5]


def test_copy_of_an_ack_has_the_round_trip_of_the_first(analysed):
    """Captures of both nodes.  That both saw the message says that the second clock is 0.1 ms
    ahead; the round trip ends where the ACK is seen first, and is said at both with the frame
    of the message there."""
    message, ack = data(0, 1, 0x5b), tr(0x48, B, A, 1)
    rows = analysed([(0, message, 0), (0.1, message, 1), (0.2, ack, 1), (0.3, ack, 0)], *TIMES)
    assert rows[2:] == [
        {"acks_frame": "2", "ack_rtt": "0.000100000", "rsvp_delay": "0.000100000"},
        {"acks_frame": "1", "ack_rtt": "0.000100000", "rsvp_delay": "0.000100000"}]


def test_lost_message_has_no_late_ack(analysed):
    """The answer came at once, to the message that arrived."""
    rows = analysed([(0, data(0, 1)), (1, tr(0x48, B, A, 1)), (2, data(0, 2, 0x5b)),
                     (3002, data(0, 2, 0x7b)), (3003, tr(0x48, B, A, 2))],
                    "nisca.analysis.rexmt_cause", *TIMES)
    assert list(experts(rows)) == [4] and rows[3]["rexmt_cause"] == LOST
    assert rows[4]["rsvp_delay"] == "3.001000000"


def test_delivery_has_multicasts_apart(tshark):
    """A switch passes on the first of five HELLOs, and all that goes to one node."""
    frames = [(0, cc(HELLO, A), 0), (0.05, cc(HELLO, A), 1), (1, data(0, 1), 0),
              (1.05, data(0, 1), 1), *((3000 * n, cc(HELLO, A), 0) for n in range(1, 5)),
              (13000, data(0, 2), 0), (13000.05, data(0, 2), 1)]
    rows = tshark.table(capture(tshark, frames), "nisca,delivery")
    assert sorted([row[heading] for heading in (
        "Sender", "Place", "Sent meanwhile", "Seen there", "Lost there")] for row in rows) == [
        ["VAX1 (EWA) > aa:00:04:00:02:04 (1.2)", "interface 0", "2", "2", "0"],
        ["VAX1 (EWA) > aa:00:04:00:02:04 (1.2)", "interface 1", "2", "2", "0"],
        ["VAX1 (EWA) > multicast", "interface 0", "5", "5", "0"],
        ["VAX1 (EWA) > multicast", "interface 1", "5", "1", "4"]]


def going_on(first_copy):
    """From message 3 on no ACK was captured, while A sends a message a second; message 3 is
    sent again once, as its ACK was late."""
    frames = [*((t, cc(HELLO, node)) for t in range(0, 39_000, 3000) for node in (A, B)),
              (500, tr(0x4b, A, B, 0, 1, message())), (501, tr(0x48, B, A, 1)),
              (1000, tr(0x4b, A, B, 0, 2, message())), (1001, tr(0x48, B, A, 2)),
              *[(4000, tr(0x7b, A, B, 0, 3, message()))] * first_copy,
              *((1000 + 1000 * i, tr(0x4b, A, B, 0, 2 + i, message())) for i in range(1, 37))]
    return sorted(frames, key=lambda entry: entry[0])


@pytest.mark.parametrize("first_copy", [0, 1])
def test_acks_that_were_not_captured_break_no_circuit(first_copy, analysed):
    """The circuit begins anew in the end: B was booted.  Nothing proves that A's messages
    were not acknowledged; it went on, and did not send them again."""
    rows = analysed([*going_on(first_copy), (39_500, tr(0x41, B, A, 0, 1, start(B)))],
                    "cluster.event")
    assert [row["event"] for row in rows if "event" in row] == [
        "VAX2 starts its circuit with VAX1 again, from 02:00:00:04:10:02"]


def test_who_goes_on_by_another_lan_has_not_given_up(analysed):
    """Message 2 is lost here twice, and gets through on a LAN that was not captured, as all
    that follows."""
    rows = analysed([*((t, cc(HELLO, node)) for t in (0, 499) for node in (A, B)),
                     *lost_message()[:4],
                     *((t, cc(HELLO, node)) for t in range(4100, 40_000, 3000)
                       for node in (A, B))], "cluster.event")
    assert [row["event"] for row in rows if "event" in row] == []


def test_an_ack_that_was_not_captured_is_no_long_wait(tshark):
    """The next one comes 35 s after message 3, which was not sent again."""
    path = capture(tshark, [*going_on(0), (37_001, tr(0x48, B, A, 38))])
    row = next(row for row in tshark.table(path, "nisca,circuits") if row["From"] == "VAX1 (1.1)")
    assert row["Longest wait for an ACK (s)"] == "0.001000"


def breaking(heard, flags=0x4b):
    """B answers no more, and A gives up; `heard` is what was captured of B meanwhile."""
    return sorted([*((t, cc(HELLO, A)) for t in range(0, 24_000, 3000)), *heard,
                   (500, tr(0x4b, A, B, 0, 1, message())), (501, tr(0x48, B, A, 1)),
                   *((4000 + 3000 * i, tr(0x7b if i else flags, A, B, 0, 3, message()))
                     for i in range(5)),
                   (20_000, tr(0x41, A, B, 0, 1, start(A)))], key=lambda entry: entry[0])


@pytest.mark.parametrize("heard, words", [
    ([(t, cc(HELLO, B)) for t in range(100, 24_000, 3000)], "VAX2's HELLOs went on"),
    ([(t, cc(VERF, B, A)) for t in range(100, 24_000, 3000)], "VAX2 was heard meanwhile"),
    ([(t, cc(HELLO, B)) for t in range(100, 6000, 3000)], "VAX2 was silent meanwhile")])
def test_who_is_heard_without_hellos_is_not_silent(heard, words, analysed):
    """The switch, or the port, may drop multicasts."""
    rows = analysed(breaking(heard), "cluster.event")
    said = [row["event"] for row in rows if "broke" in row.get("event", "")]
    assert len(said) == 1
    assert said[0].endswith(f"EWA) in 12.0 s and never acknowledged; {words}")
    assert "was sent 5 times (" in said[0]


def test_who_sent_before_the_capture_sent_at_least_so_often(analysed):
    heard = [(t, cc(HELLO, B)) for t in range(100, 24_000, 3000)]
    rows = analysed(breaking(heard, flags=0x7b), "cluster.event")
    said = [row["event"] for row in rows if "broke" in row.get("event", "")]
    assert len(said) == 1 and "was sent at least 5 times (" in said[0]


def test_both_directions_of_a_circuit_break_with_one_start(analysed):
    """Nothing gets through any more: the Info column says whose message it was."""
    frames = [(500, tr(0x4b, A, B, 0, 1, message())), (501, tr(0x48, B, A, 1)),
              (600, tr(0x4b, B, A, 1, 1, message())), (601, tr(0x48, A, B, 1)),
              *((t, cc(HELLO, node)) for t in range(0, 24_000, 3000) for node in (A, B)),
              *((4000 + 3000 * i, tr(0x7b if i else 0x4b, A, B, 1, 2, message()))
                for i in range(5)),
              *((5000 + 3000 * i, tr(0x7b if i else 0x4b, B, A, 1, 2, message()))
                for i in range(4)),
              (20_000, tr(0x41, A, B, 0, 1, start(A)))]
    rows = analysed(sorted(frames, key=lambda entry: entry[0]), "_ws.col.Info")
    said = [row["Info"] for row in rows if "broke" in row["Info"]]
    assert len(said) == 1 and said[0].count("[Circuit from") == 2
    assert "[Circuit from VAX1 broke: message 2 was sent 5 times]" in said[0]
    assert "[Circuit from VAX2 broke: message 2 was sent 4 times]" in said[0]


def waits(again, acked, hole=None):
    """Message 2 of A at 4 s, sent again at the seconds `again`, with an ACK at `acked`; both say
    HELLO, but for a hole of the capture."""
    frames = [*((t + late, cc(HELLO, node)) for t in range(0, 30_000, 3000)
                for node, late in ((A, 0), (B, 100))),
              (500, tr(0x4b, A, B, 0, 1, message())), (501, tr(0x48, B, A, 1)),
              (4000, tr(0x4b, A, B, 0, 2, message())),
              *((1000 * t, tr(0x7b, A, B, 0, 2, message())) for t in again),
              (1000 * acked, tr(0x48, B, A, 2))]
    return sorted((entry for entry in frames if hole is None or entry[0] not in hole),
                  key=lambda entry: entry[0])


@pytest.mark.parametrize("wait, told", [
    (waits([7, 10], 10.001), "6.001000000"),
    (waits([7, 10], 12), "6.000000000"),      # an ACK between them may be missing
    (waits([], 12), None),                     # ... and here, of the only transmission
    (waits([5, 7], 20), None),                 # ... and here, of that after 3 s
    (waits([7], 7.001), None),                 # one loss
    (waits([7, 10, 13], 13.001, hole=range(4500, 9500)), None)])
def test_a_wait_is_told_as_far_as_it_is_proven(wait, told, analysed):
    """The sender has no ACK when it sends again."""
    rows = analysed(wait, "nisca.ack.wait")
    assert [row["wait"] for row in rows if "wait" in row] == ([told] if told else [])


def lost_message(seq=2):
    """A message that was lost, and acknowledged when it was sent again."""
    return [(500, tr(0x4b, A, B, 0, 1, message())), (501, tr(0x48, B, A, 1)),
            (1000, tr(0x4b, A, B, 0, seq, message())), (4000, tr(0x7b, A, B, 0, seq, message())),
            (4001, tr(0x48, B, A, seq))]


def test_the_ack_for_the_message_behind_a_lost_one_is_no_second_ack(analysed):
    """Number 3 is lost, number 4 is not: B says again that it has all up to 2."""
    rows = analysed([*lost_message(), (5000, tr(0x4b, A, B, 0, 3, message())),
                     (5001, tr(0x4b, A, B, 0, 4, message())), (5002, tr(0x48, B, A, 2)),
                     (8000, tr(0x7b, A, B, 0, 3, message())), (8001, tr(0x48, B, A, 4))],
                    "nisca.analysis.rexmt_cause")
    assert [row.get("rexmt_cause") for row in rows] == [None] * 3 + ["1"] + [None] * 4 + ["1", None]


def test_a_mirror_that_lags_shows_no_second_ack(analysed):
    """Each frame comes again 30 ms later, and too few came to know that this is a mirror's."""
    rows = analysed(sorted((t + lag, data) for t, data in lost_message() for lag in (0, 30)),
                    "nisca.analysis.rexmt_cause")
    assert {row["rexmt_cause"] for row in rows if "rexmt_cause" in row} == {"1"}


def test_a_late_ack_says_of_the_latest_copy_only_that_it_was_needless(analysed):
    """It is that of the original or of the first copy."""
    rows = analysed([*sent(0, range(1, 9)), (10_000, tr(0x4b, A, B, 0, 9, message())),
                     (13_000, tr(0x7b, A, B, 0, 9, message())),
                     (16_000, tr(0x7b, A, B, 0, 9, message())),
                     (16_000.2, tr(0x48, B, A, 9))], "nisca.analysis.rexmt_cause")
    assert [row.get("rexmt_cause") for row in rows] == [None] * 18 + ["2", None]
    assert "may be for the original or for a copy" in rows[17]["message"]


def test_delayed_acks_are_no_round_trips(analysed):
    """So far B took its time; what carries RSVP it answers at once."""
    rows = analysed([(100, tr(0x4b, A, B, 0, 1, message())), (900, tr(0x48, B, A, 1)),
                     *lost_message(seq=2)[2:]], "nisca.analysis.rexmt_cause")
    assert [row.get("rexmt_cause") for row in rows] == [None] * 3 + ["1", None]


# --- Captures of a part of each frame -----------------------------------------------------------

def sent(start_ms, numbers):
    """Messages of A, a second apart, each acknowledged."""
    return [entry for i, number in enumerate(numbers) for entry in (
        (start_ms + 1000 * i, tr(0x4b, A, B, 0, number, message())),
        (start_ms + 1000 * i + 1, tr(0x48, B, A, number)))]


# The type of the message ends at byte 60.
@pytest.mark.parametrize("snap", [55, 57, 59, 60, 65535])
def test_a_circuit_that_begins_anew_in_cut_frames_repeats_nothing(snap, analysed):
    """A's messages 1 to 5, START, and 1 to 5 again, of which 3 is lost once."""
    frames = [(0, tr(0x41, A, B, 0, 1, start(A))), *sent(1000, range(1, 6)),
              (10_000, tr(0x41, A, B, 0, 1, start(A))), *sent(11_000, [1, 2]),
              (13_000, tr(0x4b, A, B, 0, 3, message())),
              (16_000, tr(0x7b, A, B, 0, 3, message())), (16_001, tr(0x48, B, A, 3)),
              *sent(17_000, [4, 5])]
    rows = analysed(frames, "nisca.analysis.duplicate_of", "nisca.analysis.seq_gap",
                    "nisca.analysis.rexmt_cause", "nisca.analysis.rexmt_of", snap=snap)
    assert [number for number, row in enumerate(rows, 1)
            if {"duplicate_of", "seq_gap", "rexmt_cause"} & set(row)] == [18]
    assert (rows[17]["rexmt_cause"], rows[17]["rexmt_of"]) == ("1", "17")


@pytest.mark.parametrize("snap", [55, 65535])
def test_a_copy_in_a_cut_capture_is_no_gap(snap, analysed):
    """Message 2 comes again from a loop, 500 ms later, behind number 3; then comes number 4."""
    frames = sorted([*sent(1000, [1, 2, 3, 4]), (3500, tr(0x4b, A, B, 0, 2, message()))],
                    key=lambda entry: entry[0])
    rows = analysed(frames, "nisca.analysis.duplicate_of", "nisca.analysis.seq_gap",
                    "nisca.analysis.ack_unseen", snap=snap)
    assert not any({"seq_gap", "ack_unseen"} & set(row) for row in rows)
    assert [row["duplicate_of"] for row in rows if "duplicate_of" in row] == (
        ["3"] if snap > 60 else [])



@pytest.mark.parametrize("snap", [55, 68, 92, 93, 96, 100, 127, 128, 133, 134, 65535])
def test_cut_headers_are_not_padded(snap, analysed):
    """Padded VERFs are not answered, those between them are.  The header ends at byte 134; what
    tells a handshake ends before byte 68."""
    frames = [frame for ms in range(0, 12000, 4000) for frame in (
        (ms, cc(VERF, A, B, size=1500)), (ms + 2000, cc(VERF, A, B)),
        (ms + 2000.2, cc(VACK, B, A)))]
    rows = analysed(frames, "nisca.channel.vack_frame", snap=snap)
    assert list(experts(rows)) == [4, 7]
    assert not any("not zero" in text for text in experts(rows).values())
    assert [row.get("vack_frame") for row in rows] == (
        [None, "3", None, None, "6", None, None, "9", None])


# --- Circuits that begin anew -------------------------------------------------------------------


def message_of(text, seq, flags=0x4b):
    return tr(flags, A, B, 0, seq, message(text.encode()))


OLD = [(seq, message_of(f"old {seq}", seq)) for seq in range(1, 21)]
NEW = [(30000 + seq, message_of(f"new {seq}", seq)) for seq in range(1, 21)]
LOST_ONE = [(30100, message_of("lost", 21)), (33100, message_of("lost", 21, 0x7b)),
            (33101, tr(0x48, B, A, 21))]
DIALOGUE = [(29000, tr(0x41, A, B, data=start(A))),
            (29001, tr(0x41, B, A, data=start(B, STACK))),
            (29002, tr(0x41, A, B, data=ppd(PPD_ACK, opcode=0)))]


@pytest.mark.parametrize("missing", range(4))
def test_restart_that_was_not_captured_from_its_beginning(missing, analysed):
    """Messages of the new circuit have numbers that the old one had."""
    rows = analysed(OLD + DIALOGUE[missing:] + NEW + LOST_ONE, "nisca.analysis.rexmt_cause")
    assert list(experts(rows)) == ([21] if missing == 0 else []) + [len(rows) - 1]
    assert rows[-2]["rexmt_cause"] == LOST


def test_restart_with_equal_messages(analysed):
    """STACK says that they are none of those before."""
    rows = analysed([(seq, data(0, seq)) for seq in range(1, 21)] + DIALOGUE[1:]
                    + [(30000 + seq, data(0, seq)) for seq in range(1, 21)])
    assert experts(rows) == {}


def test_restart_on_another_lan(analysed):
    """The circuit is one, and so is its restart; the numbers begin anew on both LANs."""
    rows = analysed([(seq, data(0, seq), 0) for seq in range(1, 21)]
                    + [(ms, frame, 1) for ms, frame in DIALOGUE]
                    + [(30000 + seq, data(0, seq), 0) for seq in range(1, 21)])
    assert experts(rows) == {
        21: "VAX1 starts its established circuit with VAX2 again (START)"}


def test_repeated_stack_begins_nothing(analysed):
    """The ACK was lost: STACK comes again, and the message that was not heard."""
    rows = analysed(DIALOGUE + [(29003, data(0, 1)), (31001, tr(0x41, B, A, data=start(B, STACK))),
                                (32003, data(0, 1, 0x7b)), (32004, tr(0x48, B, A, 1))],
                    "nisca.analysis.rexmt_cause", "nisca.analysis.rexmt_of")
    assert rows[5]["rexmt_cause"] == LOST and rows[5]["rexmt_of"] == "4"


def test_old_circuit_between_start_and_stack(analysed):
    rows = analysed([*OLD, DIALOGUE[0], (29000.5, message_of("old 20", 20, 0x7b)), *DIALOGUE[1:],
                     *NEW])
    assert list(experts(rows)) == [21, 22]


def test_numbers_come_back_after_hours(analysed):
    """65536 messages later, with 16-bit numbers and none of those in the capture."""
    def classic(ms, text, seq, flags=0x0b):
        return ms, tr(flags, A, B, 0, seq, message(f"{text} {seq}".encode()))

    rows = analysed([*(classic(seq, "morning", seq) for seq in range(10000, 10100)),
                     *(classic(480 * MINUTE + seq, "evening", seq) for seq in range(10050, 10060)),
                     classic(480 * MINUTE + 13059, "evening", 10059, 0x3b),
                     (480 * MINUTE + 13060, tr(0x08, B, A, 10059))],
                    "nisca.analysis.rexmt_cause", "nisca.analysis.rexmt_of")
    assert list(experts(rows)) == [111]
    assert rows[110]["rexmt_cause"] == LOST and rows[110]["rexmt_of"] == "110"


# --- Passwords ------------------------------------------------------------------------------------

OTHER = bytes.fromhex("0102030400000000")
NEW_A, NEW_B = A._replace(password=OTHER), B._replace(password=OTHER)
STRANGER = Node("ROGUE", 1050, password=OTHER)


def handshake(ms, one, other):
    return [(ms, cc(CCSTART, one, other)), (ms + 0.2, cc(VERF, other, one)),
            (ms + 1.2, cc(VACK, one, other))]


def answered_verfs(ms, one, other):
    return [frame for at in (ms, ms + 5000) for frame in (
        (at, cc(VERF, one, other)), (at + 0.2, cc(VACK, other, one)))]


def booted(device):
    """B is booted within 5 s, and says START by its second adapter."""
    def hello(lan):
        return cc(HELLO, B, lan=lan).replace(b"\x03EWA", device if lan else b"\x03EWA")

    def start_of(number):
        body = start(B).replace(bytes(8) + b"VAX ", bytes(7) + number + b"VAX ")
        return tr(0x41, B, A, 0, 1, body, lan=1)

    return sorted([*((t + lan, hello(lan)) for lan in (0, 1)
                     for times in (range(0, 20_000, 2500), range(22_500, 40_000, 2500))
                     for t in times),
                   (1, start_of(b"\1")), (24_000, start_of(b"\2"))])


@pytest.mark.parametrize("device, is_told", [(b"\x03EWB", False), (b"\x03EWA", True)])
def test_two_adapters_of_a_node_that_boots_are_one_system(device, is_told, analysed):
    """Equal devices at two addresses are two systems."""
    rows = analysed(booted(device), "cluster.event")
    assert any("runs twice" in row.get("event", "") for row in rows) == is_told


BOTH = "02:00:00:04:10:02 and 02:00:00:04:11:02, which says another time of boot since frame "


def both_until(first, second):
    """B, and what is booted from its root, which says START at 24.0 s; A goes on."""
    return sorted([*((ms, data) for ms, data in booted(b"\x03EWA")
                     if ms < (second if data[10] == 0x11 else first)),
                   *((ms + 10, cc(HELLO, A)) for ms in range(0, 40_000, 2500))])


@pytest.mark.parametrize("first, second, says, behind", [
    (40_000, 40_000, "still runs twice", "; their last HELLOs are frame {} and frame {}"),
    (26_000, 40_000, "ran twice", "; the last HELLO of 02:00:00:04:10:02 is frame {} (14:13:45.0), "
                                  "the other one goes on")])
def test_a_system_that_runs_twice_to_the_end(tshark, first, second, says, behind):
    frames = both_until(first, second)
    numbers = {ms: i for i, (ms, _) in enumerate(frames, start=1)}
    last = [max(number for ms, number in numbers.items() if ms % 2500 == lan) for lan in (0, 1)]
    path = capture(tshark, frames)
    words = [row["What happened"] for row in tshark.endings(path)]
    assert [line for line in words if "twice" in line] == [
        f"VAX2 {says}: {BOTH}{numbers[24_000]} (14:13:44.0)" + behind.format(*last)]


def test_a_node_leaves_once_by_two_adapters(analysed):
    rows = analysed([(0, cc(HELLO, A)), (100, cc(BYE, A)), (200, cc(BYE, A, lan=1))],
                    "cluster.event")
    assert [row["event"] for row in rows if "event" in row] == [
        "VAX1 says BYE: it leaves the cluster"]


def test_a_satellite_that_is_answered_is_served(analysed):
    """Its VACKs were not captured."""
    rows = analysed([entry for t in range(0, 12_000, 3000) for entry in (
        (t, cc(0xb6, C)), (t + 1, cc(VERF, A, C)))], "cluster.event")
    assert [row["event"] for row in rows if "event" in row] == []


def test_new_password_is_the_group_s_after_a_handshake(tshark):
    frames = [*handshake(0, A, B), (1000, cc(BYE, A)), (2000, cc(BYE, B)),
              *handshake(10 * MINUTE, NEW_A, NEW_B), *answered_verfs(11 * MINUTE, NEW_B, NEW_A)]
    path = capture(tshark, frames)
    assert tshark.frames(path, "nisca.password_mismatch") == [6, 7]
    assert tshark.frames(path, "nisca.password_mismatch", "-2") == []


def test_stranger_s_password_first(tshark):
    """Whose it is, is known from the first answered test on; of two passes, the second knows."""
    frames = [(0, cc(CCSTART, STRANGER, A)), *answered_verfs(1000, A, B),
              (9000, cc(CCSTART, STRANGER, A)), *answered_verfs(10000, A, B)]
    path = capture(tshark, frames)
    assert tshark.frames(path, "nisca.password_mismatch") == [6]
    assert tshark.frames(path, "nisca.password_mismatch", "-2") == [1, 6]


def test_verf_alone_confirms_no_password(tshark):
    """Nor does a VACK to somebody else, or with another password."""
    frames = [*handshake(0, A, B), (1000, cc(VERF, STRANGER, A)), (1000.2, cc(VACK, A, STRANGER)),
              (2000, cc(VERF, STRANGER, A)), (2000.2, cc(VACK, NEW_B, STRANGER)),
              *answered_verfs(3000, A, B)]
    path = capture(tshark, frames)
    assert tshark.frames(path, "nisca.password_mismatch") == [4, 6, 7]
