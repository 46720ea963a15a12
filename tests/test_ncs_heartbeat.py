# SPDX-License-Identifier: GPL-2.0-or-later
"""NCS heartbeats: what the expectations beside the generated captures cannot
say.  Their stories are told in test-captures/ncs-*.story."""
import json
import re

import pytest

from sharkd import Sharkd, shown_by_tshark

PROTOCOL = "Novell Cluster Services Heartbeat"
STORIES = ["ncs-healthy", "ncs-gaps-of-slave", "ncs-gaps-of-master", "ncs-outage-of-all",
           "ncs-outage-and-death", "ncs-clock-set-back", "ncs-disorder", "ncs-equal-times",
           "ncs-table", "ncs-duplicates", "ncs-loop", "ncs-merged", "ncs-sections",
           "ncs-slave-dies", "ncs-two-slaves-die", "ncs-master-only", "ncs-slaves-only",
           "ncs-failover-to-highest", "ncs-failover-to-lower", "ncs-failover-of-highest",
           "ncs-split-brain", "ncs-rejoin", "ncs-short-between", "ncs-two-clusters"]
# In ncs-messages.pcap: payloads of 0 to 11 bytes, of any other length, and the
# frames whose inferred layout must, could and must not be shown by itself.
SHORT = [3, 4, 5, 6, 7, 8]
LONG = [frame for frame in range(1, 27) if frame not in SHORT]
INFERRED = [1, 2, 21, 22, 26]
SEQUENCER_LENGTH = INFERRED + [11, 23, 24]


def option(name, value):
    return ["-o", f"ncs_heartbeat.{name}:{value}"]


def messages(tshark, capture, display_filter, *arguments):
    """The texts of the expert items of the frames that a filter selects."""
    text = tshark.read(capture, "-Y", display_filter, "-T", "fields", "-E", "aggregator=|",
                       "-e", "_ws.expert.message", *arguments)
    return [line.split("|") for line in text.splitlines()]


def the_message(tshark, capture, expert, word):
    """The text of `expert` (a word of it) in the one frame that has it."""
    found = messages(tshark, capture, expert)
    assert len(found) == 1, f"{expert} is in {len(found)} frames"
    right = [text for text in found[0] if word in text.lower()]
    assert len(right) == 1, found
    return right[0]


# --- The protocol and its columns ---------------------------------------------------


def test_nothing_on_standard_error(tshark):
    tshark.run("-G", "fields")  # run() insists


def test_seed_header_is_the_published_one(captures):
    frame = (captures / "ncs-messages.pcap").read_bytes()[24 + 16:]
    assert frame[:34] == bytes.fromhex("ffffffffffff00606d937a3a0800"
                                       "4500004c0137000080e084959b7e1888ffffffff")


@pytest.mark.parametrize("name", ["ncs-destinations", "ncs-raw-ip", "ncs-cut", "ncs-split-brain",
                                  "ncs-duplicates"])
def test_columns(name, tshark, capture):
    for protocol, info in tshark.info(capture(name)):
        assert protocol == "NCS-HB"
        assert info.startswith("Heartbeat")


def test_info_names_cluster_and_incarnation(tshark, capture):
    _, info = tshark.info(capture("ncs-messages"))[0]
    assert "5d77a681" in info.lower() and re.search(r"\b(0x)?0*2a\b", info.lower())


def test_wire_fields_cover_their_bytes(tshark, capture):
    fields = {field.get("name"): field
              for field in tshark.pdml(capture("ncs-messages"))[0].iter("field")}
    header = 14 + 20
    for name, offset, size, value in [("upper_protocol", 0, 4, "000027dd"),
                                      ("panning_id", 4, 4, "5d77a681"),
                                      ("incarnation", 8, 4, "0000002a"), ("data", 12, 44, None),
                                      ("inferred.group_incarnation", 20, 4, "2a000000"),
                                      ("inferred.sender", 24, 4, "9b7e1888"),
                                      ("inferred.next_sequence", 52, 4, "2b000000")]:
        field = fields[f"ncs_heartbeat.{name}"]
        assert (int(field.get("pos")), int(field.get("size"))) == (header + offset, size), name
        assert value is None or field.get("value") == value


def test_inferred_things_say_so(tshark, capture):
    text = tshark.read(capture("ncs-messages"), "-V", "-Y", "frame.number == 1")
    assert re.search(r"Upper protocol number.*inferred", text)
    assert "not vendor documented" in text


def test_the_node_is_the_senders_address(tshark, capture):
    """Novell's frame, and a node that sends to the master; 0.0.0.0 is no sender."""
    found = tshark.fields(capture("ncs-messages"), ["ip.src", "ncs_heartbeat.node"],
                          "-Y", "ncs_heartbeat")
    assert found[0]["ncs_heartbeat.node"] == ["155.126.24.136"]
    assert all(row["ncs_heartbeat.node"] == row["ip.src"] for row in found)


def test_computed_items_are_generated(tshark, capture):
    text = tshark.read(capture("ncs-gaps-of-slave"), "-V", "-O", "ncs_heartbeat", "-Y",
                       "ncs_heartbeat.analysis.lost")
    fields = tshark.pdml(capture("ncs-gaps-of-slave"), "-Y", "ncs_heartbeat.analysis.lost")[0]
    shown = {field.get("name"): field.get("showname") for field in fields.iter("field")}
    for name in ("node", "role", "directory_id", "master", "analysis.interval", "analysis.missed",
                 "analysis.tolerance_used", "analysis.previous_frame"):
        assert f"[{shown[f'ncs_heartbeat.{name}']}]" in text, name


# --- Preferences ---------------------------------------------------------------------


@pytest.mark.parametrize("value, frames", [("off", []), ("checked", INFERRED)])
def test_inferred_layout(value, frames, tshark, capture):
    assert tshark.frames(capture("ncs-messages"), "ncs_heartbeat.inferred",
                         *option("inferred_layout", value)) == frames


def test_inferred_layout_always(tshark, capture):
    shown = tshark.frames(capture("ncs-messages"), "ncs_heartbeat.inferred",
                          *option("inferred_layout", "always"))
    assert set(SEQUENCER_LENGTH) <= set(shown)
    assert not set(shown) & {*SHORT, 9}  # nothing is there to be inferred from
    assert tshark.frames(capture("ncs-messages"), "_ws.malformed",
                         *option("inferred_layout", "always")) == []
    assert tshark.frames(capture("ncs-cut"), "_ws.malformed",
                         *option("inferred_layout", "always")) == []


def test_without_analysis(tshark, capture):
    found = "ncs_heartbeat.silent_node || ncs_heartbeat.master_change || " \
            "ncs_heartbeat.incarnation_change || ncs_heartbeat.two_masters || " \
            "ncs_heartbeat.analysis.interval || ncs_heartbeat.analysis.lost || " \
            "ncs_heartbeat.analysis.previous_frame || ncs_heartbeat.analysis.tolerance_used"
    for name in ("ncs-rejoin", "ncs-split-brain"):
        assert tshark.frames(capture(name), found, *option("analysis", "FALSE")) == []
        wire = "ncs_heartbeat.panning_id && ncs_heartbeat.incarnation && ncs_heartbeat.role"
        assert len(tshark.frames(capture(name), wire, *option("analysis", "FALSE"))) == \
            len(tshark.frames(capture(name), "ncs_heartbeat"))


def gaps(tshark, capture, name, source, *arguments):
    """What the node's heartbeats show, by interval in ms."""
    fields = ["ip.src", "ncs_heartbeat.analysis.interval", "ncs_heartbeat.analysis.missed",
              "ncs_heartbeat.analysis.tolerance_used"]
    rows = {}
    for frame in tshark.fields(capture(name), fields, *arguments):
        if frame["ip.src"] == [source] and frame[fields[1]]:
            interval = round(float(frame[fields[1]][0]) * 1000)
            rows[interval] = tuple(int(frame[field][0]) if frame[field] else None
                                   for field in fields[2:])
    return rows


def with_expert(tshark, capture, name, source, expert, *arguments):
    text = tshark.read(capture(name), "-Y", f"ncs_heartbeat.analysis.{expert} && ip.src=={source}",
                       "-T", "fields", "-e", "ncs_heartbeat.analysis.interval", *arguments)
    return {round(float(line) * 1000) for line in text.split()}


def test_slaves_period_and_tolerance(tshark, capture):
    slave = ("ncs-gaps-of-slave", "192.0.2.2")
    changed = option("period", 2000) + option("tolerance", 16000)
    rows = gaps(tshark, capture, *slave, *changed)
    assert rows[1600] == (None, 10)
    assert rows[7900] == (3, 49)    # 3.95 periods, 49.4 %
    assert rows[31000] == (15, 194) # 15.5 periods, 193.75 %
    assert with_expert(tshark, capture, *slave, "late", *changed) == {7900, 7999, 8000}
    assert with_expert(tshark, capture, *slave, "lost", *changed) == {31000}
    assert len(tshark.frames(capture(slave[0]), "ncs_heartbeat.silent_node", *changed)) == 1

    changed = option("tolerance", 2500)
    assert gaps(tshark, capture, *slave, *changed)[2600] == (2, 104)
    assert with_expert(tshark, capture, *slave, "late", *changed) == {1501, 1600, 2400}
    assert with_expert(tshark, capture, *slave, "lost", *changed) == \
        {2600, 7900, 7999, 8000, 31000}


def test_masters_watchdogs(tshark, capture):
    """The master sends each master watchdog; the slaves give it up after the
    slave watchdog."""
    master = ("ncs-gaps-of-master", "192.0.2.1")
    changed = option("master_watchdog", 2000) + option("slave_watchdog", 16000)
    assert gaps(tshark, capture, *master, *changed)[7900] == (3, 49)
    assert with_expert(tshark, capture, *master, "late", *changed) == {7900, 7999, 8000}
    assert with_expert(tshark, capture, *master, "lost", *changed) == {31000}
    assert len(tshark.frames(capture(master[0]), "ncs_heartbeat.silent_node", *changed)) == 1
    slave = ("ncs-gaps-of-slave", "192.0.2.2")
    assert gaps(tshark, capture, *slave, *changed) == gaps(tshark, capture, *slave)


def test_late_factor(tshark, capture):
    slave = ("ncs-gaps-of-slave", "192.0.2.2")
    assert with_expert(tshark, capture, *slave, "late", *option("late_factor", 250)) == \
        {2600, 7900, 7999}


@pytest.mark.parametrize("value", ["5D77A681", "5d77a681", "0x5D77A681"])
def test_expected_panning_id(value, tshark, capture):
    other = tshark.frames(capture("ncs-two-clusters"), "ncs_heartbeat.panning_id == 0x8762bf01")
    found = tshark.frames(capture("ncs-two-clusters"), "ncs_heartbeat.unexpected_panning_id",
                          *option("expected_panning_id", value))
    assert found and found[0] == other[0] and set(found) <= set(other)


def test_expected_panning_id_needs_a_panning_id(tshark, capture):
    found = tshark.frames(capture("ncs-messages"), "ncs_heartbeat.unexpected_panning_id",
                          *option("expected_panning_id", "11111111"))
    assert found and not set(found) & {3, 4, 5, 6}  # fewer than 8 bytes


# --- The built-in dissector -------------------------------------------------------------


OLD_FILTERS = ["ncs", "ncs.pan_id == 0x5d77a681", "ncs.pan_id == 1568122497",
               "ncs.incarnation == 0x2a", "ncs.incarnation == 42", "ncs.incarnation > 0x1000",
               "ncs.pan_id != 0x5d77a681", "!ncs"]


@pytest.mark.parametrize("name", ["ncs-messages", "ncs-cut", "ncs-rejoin"])
def test_old_filters(name, tshark, plain_tshark, capture):
    with Sharkd(tshark) as ours, Sharkd(plain_tshark) as theirs:
        ours.load(capture(name))
        theirs.load(capture(name))
        malformed = set(theirs.frames("_ws.malformed"))
        assert malformed <= set(SHORT if name == "ncs-messages" else [])
        for text in OLD_FILTERS:
            assert set(ours.frames(text)) - malformed == set(theirs.frames(text)) - malformed, text


@pytest.mark.parametrize("name", ["ncs-destinations", "ncs-fragments", "ncs-raw-ip"])
def test_old_filters_on_other_carriers(name, tshark, plain_tshark, capture):
    display_filter = "ncs.pan_id == 0x5d77a681 && ncs.incarnation == 0x2a"
    assert tshark.frames(capture(name), display_filter) == \
        plain_tshark.frames(capture(name), display_filter) != []


def test_old_items_are_hidden(tshark, capture):
    text = tshark.read(capture("ncs-messages"), "-V", "-Y", "frame.number == 1")
    assert "Panning ID" in text
    assert len(re.findall(r"^ *Incarnation:", text, re.MULTILINE)) == 1
    assert not re.search(r"^Novell Cluster Services$", text, re.MULTILINE)


def test_decode_as_brings_the_built_in_back(tshark, plain_tshark, capture):
    chosen = ["-d", "ip.proto==224,ncs"]
    path = capture("ncs-messages")
    assert tshark.frames(path, "ncs_heartbeat", *chosen) == []
    assert tshark.info(path, *chosen) == plain_tshark.info(path)
    assert tshark.frames(path, "ncs.pan_id", *chosen) == plain_tshark.frames(path, "ncs.pan_id")


# --- Bad input ----------------------------------------------------------------------------


def test_a_lone_fragment_is_not_called_short(tshark, capture):
    found = tshark.frames(capture("ncs-fragments"),
                          "ncs_heartbeat.short_payload || _ws.malformed",
                          "-o", "ip.defragment:FALSE")
    assert found == []


# --- What the experts say ---------------------------------------------------------------------


@pytest.mark.parametrize("name, addresses", [
    ("ncs-slave-dies", ["192.0.2.2"]), ("ncs-rejoin", ["192.0.2.3"]),
    ("ncs-failover-to-lower", ["192.0.2.1"]), ("ncs-two-clusters", ["192.0.2.12"]),
    ("ncs-outage-and-death", ["192.0.2.3"])])
def test_silent_node_is_named(name, addresses, tshark, capture):
    found = messages(tshark, capture(name), "ncs_heartbeat.silent_node")
    assert len(found) == 1
    named = re.findall(r"192\.0\.2\.\d+", " ".join(found[0]))
    assert named == addresses


def test_all_others_silent_at_once_is_the_path(tshark, capture):
    """Not two deaths; when one of them comes back and is silent again, it is named."""
    first, again = messages(tshark, capture("ncs-two-slaves-die"), "ncs_heartbeat.silent_node")
    assert len(first) == 1 and "path" in first[0]
    assert re.findall(r"192\.0\.2\.\d+", " ".join(again)) == ["192.0.2.2"]


def test_death_during_an_outage_is_told_soon(tshark, capture):
    """Heard again from 60 s on, so 192.0.2.3 is missed at 60 s at the earliest
    and one tolerance later at the latest."""
    text = tshark.read(capture("ncs-outage-and-death"), "-Y", "ncs_heartbeat.silent_node",
                       "-T", "fields", "-e", "frame.time_relative")
    assert 60 <= float(text) <= 60 + 8 + 1


@pytest.mark.parametrize("name, count, words", [
    ("ncs-gaps-of-slave", 2, ""),  # with the view that it had
    ("ncs-rejoin", 1, "rejoin"),   # without a view at first
    ("ncs-outage-of-all", 3, "all nodes")])
def test_lost_says_what_the_silence_may_have_been(name, count, words, tshark, capture):
    found = messages(tshark, capture(name), "ncs_heartbeat.analysis.lost")
    assert len(found) == count
    for texts in found:
        text = next(text for text in texts if text.startswith("Lost"))
        assert [word for word in ("rejoin", "all nodes") if word in text] == (
            [words] if words else [])


def test_a_silence_of_all_is_told_and_warned_of_once(tshark, capture):
    """All three are silent for 31 s: for the reader that is one event, of a LAN or a clock."""
    path = capture("ncs-outage-of-all")
    told = [line for line in tshark.read(path, "-q", "-z", "cluster,timeline").splitlines()
            if "silent" in line]
    assert len(told) == 1 and "a pause of the capture, or its clock was set" in told[0]
    experts = [line.split() for line in tshark.read(path, "-q", "-z", "expert").splitlines()
               if "Lost" in line]
    assert [line[0] for line in experts] == ["1"]


@pytest.mark.parametrize("name, old, new, how", [
    ("ncs-failover-to-highest", "192.0.2.1", "192.0.2.4", "the highest"),
    ("ncs-failover-to-lower", "192.0.2.1", "192.0.2.2", "not the highest"),
    # the election leaves the old master out
    ("ncs-failover-of-highest", "192.0.2.9", "192.0.2.4", "the highest besides")])
def test_master_change_says_whether_the_highest_won(name, old, new, how, tshark, capture):
    text = the_message(tshark, capture(name), "ncs_heartbeat.master_change", "master")
    assert text.index(old) < text.index(new)
    assert re.findall(r"\b(not|the highest|besides)\b", text) == re.findall(
        "not|the highest|besides", how)


def test_split_brain(tshark, capture):
    path = capture("ncs-split-brain")
    changes = tshark.frames(path, "ncs_heartbeat.master_change")
    assert len(changes) <= 1 and set(changes) <= {83}  # the second master's first broadcast
    # ... which the first master's next one proves to be a split
    assert tshark.frames(path, "ncs_heartbeat.two_masters") == [85]
    both = messages(tshark, path, "frame.number == 85")[0]
    assert any("192.0.2.1" in text and "192.0.2.3" in text for text in both), both
    # Nobody is silent during the split; the fenced half is, from 35 s on.
    assert tshark.frames(path, "ncs_heartbeat.silent_node && frame.time_relative < 42") == []
    silent = messages(tshark, path, "ncs_heartbeat.silent_node")
    named = re.findall(r"192\.0\.2\.\d+", " ".join(sum(silent, [])))
    assert sorted(named) == ["192.0.2.1", "192.0.2.2"]


def test_incarnation_change_tells_the_old_value(tshark, capture):
    found = messages(tshark, capture("ncs-rejoin"), "ncs_heartbeat.incarnation_change")
    pairs = []
    for texts in found:
        text = next(text for text in texts if re.search("ncarnation.*0x", text)).lower()
        pairs.append([int(number, 16) for number in re.findall(r"0x([0-9a-f]+)", text)])
    old_and_new = [[0x2a, 0x2b], [0x2a, 0x2b], [0x2a, 0xffffffff], [0x2b, 0x2c], [0x2b, 0x2c],
                   [0xffffffff, 0x2c]]
    # the text may tell the new value too; the old one comes first
    assert [pair[:1] for pair in pairs] == [pair[:1] for pair in old_and_new]
    assert all(pair[1:] in ([], wanted[1:]) for pair, wanted in zip(pairs, old_and_new))


def test_second_panning_id_is_told_once(tshark, capture):
    path = capture("ncs-two-clusters")
    first = tshark.frames(path, "ncs_heartbeat.panning_id == 0x8762bf01")[0]
    chats = '_ws.expert.severity == "Chat" && _ws.expert.message contains "anning"'
    assert tshark.frames(path, chats) == [first]
    for name in ("ncs-healthy", "ncs-split-brain"):
        assert tshark.frames(capture(name), chats) == []


CHAT, NOTE, WARNING = "2097152", "4194304", "6291456"
WARNINGS = ["analysis.lost", "silent_node", "two_masters", "unexpected_panning_id",
            "outdated_view", "panning_change"]
NOTES = ["analysis.late", "analysis.duplicate", "master_change", "incarnation_change",
         "short_payload", "joining"]


@pytest.mark.parametrize("name", STORIES)
def test_severities(name, tshark, capture):
    """Only what is promised to be a warning is one, and nothing is an error."""
    names = [*(f"ncs_heartbeat.{expert}" for expert in WARNINGS + NOTES), "cluster.storm"]
    other = option("expected_panning_id", "5d77a681")
    for number, frame in enumerate(
            tshark.fields(capture(name), ["_ws.expert.severity", *names], *other), start=1):
        severities = set(frame["_ws.expert.severity"])
        assert severities <= {CHAT, NOTE, WARNING}, number
        for severity, experts in ((WARNING, WARNINGS), (NOTE, NOTES)):
            raised = any(frame[f"ncs_heartbeat.{expert}"] for expert in experts)
            raised |= severity == WARNING and bool(frame["cluster.storm"])
            assert (severity in severities) == raised, f"frame {number}"


# --- Tables -------------------------------------------------------------------------------------


def nodes(tshark, path, display_filter=""):
    """The rows of the nodes, by address."""
    rows = tshark.table(path, f"ncs_heartbeat,nodes{display_filter}")
    found = {row["Node"]: row for row in rows}
    assert len(found) == len(rows)
    return found


RHYTHM = ("Min interval (s)", "Avg interval (s)", "Max interval (s)", "Jitter (s)", "Missed")


def numbers(row, *headings):
    return pytest.approx([float(row[heading]) for heading in headings], abs=0.0006)


def test_nodes_table(tshark, capture):
    rows = nodes(tshark, capture("ncs-table"))
    for address, role, packets, rhythm, gap in (
            ("192.0.2.2", "slave", 5, [1, 2, 5, 1.5, 4], [5, 14]),
            ("192.0.2.1", "master", 10, [1, 1.0111, 1.1, 0.0198, 0], [1.1, 11])):
        row = rows[address]
        assert (row["Role"], row["Cluster"]) == (role, "0x5d77a681")
        assert numbers(row, "Packets", *RHYTHM) == [packets, *rhythm]
        assert numbers(row, "Longest gap (s)", "Ended by frame") == gap
    # One heartbeat, and so no interval.
    row = rows["192.0.2.77"]
    assert (row["Packets"], row["Cluster"], row["Missed"]) == ("1", "0x00000100", "0")
    assert {row[heading] for heading in (*RHYTHM[:4], "Longest gap (s)", "Ended by frame")} == {"-"}
    assert (row["Last seen"], row["In frame"]) == ("01-02 03:04:08.500", "9")


def test_nodes_table_of_healthy_cluster(tshark, capture):
    rows = nodes(tshark, capture("ncs-healthy"))
    for address, wanted in (
            ("192.0.2.1", [600, 1, 1, 1, 0, 0]),
            ("192.0.2.2", [600, 0.98, 1.00003, 1.02, 0.02, 0])):
        assert numbers(rows[address], "Packets", *RHYTHM) == wanted


def test_nodes_table_with_filter(tshark, capture):
    rows = nodes(tshark, capture("ncs-table"), ",ip.src==192.0.2.2")
    assert {address: row["Packets"] for address, row in rows.items()} == {"192.0.2.2": "5"}


def test_nodes_table_of_two_capture_points(tshark, capture):
    """Each point's intervals are its own: none of 40 us."""
    row = nodes(tshark, capture("ncs-merged"))["192.0.2.1"]
    assert numbers(row, "Packets", *RHYTHM) == [20, 1, 1, 1, 0, 0]


def test_nodes_table_after_a_clock_was_set_back(tshark, capture):
    row = nodes(tshark, capture("ncs-clock-set-back"))["192.0.2.1"]
    assert numbers(row, "Packets", *RHYTHM) == [40, 1, 1, 1, 0, 0]


def test_nodes_table_counts_no_duplicates_as_intervals(tshark, capture):
    """The master's heartbeats come each second, whatever is repeated."""
    for name in ("ncs-storm", "ncs-loop"):
        assert numbers(nodes(tshark, capture(name))["192.0.2.1"], *RHYTHM) == [1, 1, 1, 0, 0]


def counted(text, label):
    """The count beside a label in a statistics tree."""
    found = re.findall(rf"^\W*{label}\s+(\d+)\b", text, re.MULTILINE | re.IGNORECASE)
    assert found, text
    return int(found[0])


def test_tree(tshark, capture):
    text = tshark.read(capture("ncs-table"), "-q", "-z", "ncs_heartbeat,tree")
    assert counted(text, r"192\.0\.2\.1") == 10
    assert counted(text, r"192\.0\.2\.2") == 5
    assert counted(text, r"192\.0\.2\.77") == 1


def test_conversations(tshark, capture):
    text = tshark.read(capture("ncs-table"), "-q", "-z", "conv,ncs_heartbeat")
    rows = {}
    for line in text.splitlines():
        match = re.match(r"^(\S+)\s+<->\s+(\S+)\s+(.*)", line)
        if match:
            frames = [int(number) for number in re.findall(r"(\d+) (?:\d+) ?\w*bytes?",
                                                           match[3].replace(",", ""))]
            rows[frozenset(match.group(1, 2))] = frames or match[3]
    assert frozenset({"192.0.2.1", "192.0.2.2"}) in rows, text
    assert frozenset({"192.0.2.1", "255.255.255.255"}) in rows, text
    assert rows[frozenset({"192.0.2.1", "192.0.2.2"})][-1] == 5, text
    assert rows[frozenset({"192.0.2.1", "255.255.255.255"})][-1] == 10, text


def test_endpoints(tshark, capture):
    text = tshark.read(capture("ncs-table"), "-q", "-z", "endpoints,ncs_heartbeat")
    packets = {match[1]: int(match[2])
               for match in re.finditer(r"^(\d+\.\d+\.\d+\.\d+)\s+(\d+)\b", text, re.MULTILINE)}
    assert packets["192.0.2.1"] == 15  # 10 sent, 5 received
    assert packets["192.0.2.2"] == 5
    assert packets["192.0.2.77"] == 1


# --- Any order ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", STORIES)
def test_one_pass_shows_the_same_as_two(name, tshark, capture):
    def read(*arguments):
        text = tshark.read(capture(name), "-V", "-O", "ncs_heartbeat", *arguments)
        return re.sub(r"    \[Place: .*\]\n", "", text)  # one pass learns of places as it goes

    assert read() == read("-2")


@pytest.mark.parametrize("name", ["ncs-rejoin", "ncs-split-brain", "ncs-gaps-of-master",
                                  "ncs-outage-and-death", "ncs-merged", "ncs-duplicates"])
def test_random_access(name, tshark, capture):
    wanted = shown_by_tshark(tshark.read(capture(name), "-2", "-V"), PROTOCOL)
    with Sharkd(tshark) as server:
        server.load(capture(name))
        assert server.count() == len(wanted)
        for step in (7, 11):  # twice, in two orders that come by each frame
            order = [1 + i * step % len(wanted) for i in range(len(wanted))]
            if len(set(order)) < len(wanted):
                order = list(range(len(wanted), 0, -1))
            for number in order:
                assert server.lines(number, PROTOCOL) == wanted[number - 1], f"frame {number}"


def test_two_files_after_each_other(tshark, capture):
    """Nothing is left of the file before."""
    with Sharkd(tshark) as server:
        for name in ("ncs-rejoin", "ncs-slave-dies", "ncs-rejoin", "ncs-merged", "ncs-table"):
            wanted = shown_by_tshark(tshark.read(capture(name), "-2", "-V"), PROTOCOL)
            server.load(capture(name))
            assert [server.lines(number, PROTOCOL)
                    for number in range(1, server.count() + 1)] == wanted, name


@pytest.mark.parametrize("name", ["ncs-storm", "ncs-flood"])
def test_storms_are_quick(name, tshark, capture):
    tshark.run("-n", "-q", "-r", tshark.readable(capture(name)), "-2", "-R",
               "ncs_heartbeat.analysis.duplicate", "-z", "ncs_heartbeat,nodes", timeout=30)


@pytest.mark.parametrize("name", ["ncs-two-slaves-die", "ncs-split-brain", "ncs-cut"])
def test_machine_readable_output(name, tshark, capture):
    frames = json.loads(tshark.read(capture(name), "-T", "json"))
    assert all("ncs_heartbeat" in frame["_source"]["layers"] for frame in frames)
    lines = tshark.read(capture(name), "-T", "ek").splitlines()
    assert len([json.loads(line) for line in lines]) == 2 * len(frames)
