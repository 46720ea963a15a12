# SPDX-License-Identifier: GPL-2.0-or-later
"""What the NISCA stories of the generator show beyond their expectations:
severities, filters, process names, tables, and every way to read a capture."""
import re
import struct
from collections import Counter

import pytest

import setups
from nisca_frames import ERROR, NOTE, WARN, raw
from sharkd import Sharkd, shown_by_tshark
from tshark import BUILD

STORIES = sorted(path.stem for path in (BUILD / "captures").glob("nisca-story-*.expect"))
LARGE = {"nisca-story-wrap", "nisca-story-storm", "nisca-story-healthy"}
SMALL = [name for name in STORIES if name not in LARGE]

NOTES = ["nisca.analysis.retransmission", "nisca.analysis.duplicate",
         "nisca.analysis.out_of_sequence", "nisca.analysis.ack_unseen", "nisca.analysis.rsvp_late",
         "nisca.analysis.hello_late", "nisca.circuit.restarted", "nisca.bye",
         "nisca.multicast_group_mismatch", "nisca.scs.disconnect", "nisca.channel.stale"]
WARNINGS = ["nisca.analysis.hello_lost", "nisca.channel.no_verf", "nisca.channel.no_vack",
            "nisca.password_mismatch", "nisca.identity_conflict", "nisca.scs.rejected",
            "nisca.cnx.removed", "nisca.silent_node", "nisca.circuit.broken",
            "nisca.path.big_lost", "nisca.duplicate_system", "nisca.solicit_unanswered",
            "nisca.ack.late"]


@pytest.fixture(scope="module")
def packets(captures):
    """Bytes of each frame of a plain Ethernet story; [0] is empty, so that the
    index is the frame number."""
    def read(name):
        return [b""] + [data for data, _ in raw(captures / f"{name}.pcap")]
    return read


# --- What stands in Expert Information ----------------------------------------------------


def test_healthy_nodes_are_not_accused(tshark, capture):
    """Ten minutes of two nodes, two channels, and another group on the LAN."""
    assert tshark.frames(capture("nisca-story-healthy"), f"_ws.expert.severity >= {NOTE}") == []


@pytest.mark.parametrize("name", SMALL)
def test_severities(name, tshark, capture):
    """A warning stands exactly where a promised warning does; no story is an error."""
    for number, frame in enumerate(
            tshark.fields(capture(name), ["_ws.expert.severity", *NOTES, *WARNINGS]), start=1):
        severities = {int(value, 0) for value in frame["_ws.expert.severity"]}
        assert ERROR not in severities, number
        assert (WARN in severities) == any(frame[field] for field in WARNINGS), number
        if any(frame[field] for field in NOTES):
            assert NOTE in severities, number


def test_every_promised_expert_has_a_story(captures):
    told = set()
    for name in STORIES:
        for line in (captures / f"{name}.expect").read_text().splitlines():
            frame, field = line.split("\t")[:2]
            if frame.isdigit():
                told.add(field)
    assert set(NOTES + WARNINGS) <= told


@pytest.mark.parametrize("name", ["nisca-story-wrap", "nisca-story-storm"])
def test_large_stories_are_no_errors(name, tshark, capture):
    """A storm is told as one, once."""
    warned = f"_ws.expert.severity >= {WARN} and not cluster.storm"
    assert tshark.frames(capture(name), warned) == []


def test_expert_information_needs_no_tree(tshark, capture):
    """tshark -z expert builds none, and lists what the tree would show."""
    listing = tshark.run("-n", "-2", "-q", "-r", tshark.readable(capture("nisca-story-causes")),
                         "-z", "expert").stdout
    causes = Counter(re.search("Retransmission: ([^;]*);", line)[1]
                     for line in listing.splitlines() if "Retransmission: " in line)
    assert causes == {"Message lost": 7, "ACK lost or late": 5, "Original not captured": 4}


# --- The manual's recipes, by its byte numbers --------------------------------------------


def field(data, first, last):
    """Bytes as "OpenVMS Cluster Systems" counts them, from 1."""
    return data[first - 1:last]


def number_at(data, first, last):
    return int.from_bytes(field(data, first, last), "little")


def flags(data):
    return data[30]


ALPHA, BETA = bytes.fromhex("aa0004000104"), bytes.fromhex("aa0004000204")
ALPHA_LAN = bytes.fromhex("020000041001")
BETA_LAN = bytes.fromhex("020000041002")


def is_transport(data):
    return not flags(data) & 0x80


RECIPES = {
    "nisca": lambda d: field(d, 13, 14) == b"\x60\x07",
    "eth.type == 0x6007": lambda d: field(d, 13, 14) == b"\x60\x07",
    "nisca.dx.group == 1": lambda d: field(d, 23, 24) == b"\x01\x00",
    "nisca.dx.group == 257": lambda d: field(d, 23, 24) == b"\x01\x01",
    "nisca.dx.group == 2026": lambda d: field(d, 23, 24) == b"\xea\x07",
    "nisca.dx.src == aa:00:04:00:01:04 && nisca.dx.dst == aa:00:04:00:02:04":
        lambda d: field(d, 17, 22) == BETA and field(d, 25, 30) == ALPHA,
    "nisca.dx.addr == aa:00:04:00:01:04":
        lambda d: ALPHA in (field(d, 17, 22), field(d, 25, 30)),
    "eth.addr == 02:00:00:04:10:01 && eth.addr == 02:00:00:04:10:02 && nisca":
        lambda d: {field(d, 1, 6), field(d, 7, 12)} == {ALPHA_LAN, BETA_LAN},
    "nisca.cc": lambda d: flags(d) & 0x80,
    "nisca.flags.cc == 1": lambda d: flags(d) & 0x80,
    "nisca.tr": is_transport,
    "nisca.flags.cc == 0": is_transport,
    "nisca.tr.flags.rexmt == 1": lambda d: flags(d) & 0xa0 == 0x20,
    "nisca.cc.type == 0": lambda d: flags(d) & 0x8f == 0x80,
    "nisca.cc.type == 1": lambda d: flags(d) & 0x8f == 0x81,
    "nisca.cc.type == 2": lambda d: flags(d) & 0x8f == 0x82,
    "nisca.cc.type == 3": lambda d: flags(d) & 0x8f == 0x83,
    "nisca.cc.type == 4": lambda d: flags(d) & 0x8f == 0x84,
    "nisca.cc.type == 6": lambda d: flags(d) & 0x8f == 0x86,
    'nisca.cc.type == 0 && nisca.cc.nodename == "VAX1"':
        lambda d: flags(d) & 0x8f == 0x80 and field(d, 25, 30) == ALPHA,
    # Bytes 41-44 and 45-48; all stories here have extended numbers.
    "nisca.ack >= 4":
        lambda d: is_transport(d) and flags(d) & 8 and number_at(d, 41, 44) >= 4,
    "nisca.seq == 5":
        lambda d: is_transport(d) and flags(d) & 2 and number_at(d, 45, 48) == 5,
    "nisca.cc.authorize": lambda d: flags(d) & 0x80,
    "nisca.cc.authorize == ee:05:39:5b:00:00:00:00":
        lambda d: flags(d) & 0x80 and field(d, 69, 76) == bytes.fromhex("ee05395b00000000"),
}
RECIPE_STORIES = ["nisca-story-healthy", "nisca-story-bye", "nisca-story-lost-ack",
                  "nisca-story-adapters", "nisca-story-solicit"]


@pytest.mark.parametrize("recipe", RECIPES)
def test_recipe(recipe, tshark, capture, packets):
    found_somewhere = False
    for name in RECIPE_STORIES:
        wanted = [number for number, data in enumerate(packets(name))
                  if data and RECIPES[recipe](data)]
        assert tshark.frames(capture(name), recipe) == wanted, name
        found_somewhere = found_somewhere or bool(wanted)
    assert found_somewhere, "no story has such a frame"


# Bytes 33-34 and 35-36 where numbers are classic.
CLASSIC_RECIPES = {
    "nisca.ack >= 65530":
        lambda d: is_transport(d) and flags(d) & 8 and number_at(d, 33, 34) >= 65530,
    "nisca.seq == 0":
        lambda d: is_transport(d) and flags(d) & 2 and number_at(d, 35, 36) == 0,
}


@pytest.mark.parametrize("recipe", CLASSIC_RECIPES)
def test_classic_recipe(recipe, tshark, capture, packets):
    wanted = [number for number, data in enumerate(packets("nisca-story-wrap-faults"))
              if data and CLASSIC_RECIPES[recipe](data)]
    assert wanted
    assert tshark.frames(capture("nisca-story-wrap-faults"), recipe) == wanted


# --- Preferences --------------------------------------------------------------------------

NUMBERS_16, NUMBERS_32 = 0x1111, 0x00222222


@pytest.mark.parametrize("preference, wanted",
                         [("classic", NUMBERS_16), ("extended", NUMBERS_32)])
def test_forced_numbers(preference, wanted, tshark, capture, packets):
    rows = tshark.fields(capture("nisca-story-versions"), ["nisca.ack"], "-o",
                         f"nisca.numbers:{preference}")
    transport = [number for number, data in enumerate(packets("nisca-story-versions"))
                 if data and is_transport(data)]
    assert len(transport) == 15
    for number in transport:
        assert rows[number - 1]["nisca.ack"] == [str(wanted)], number


@pytest.mark.parametrize("name", ["nisca-story-ethernet", "nisca-story-gap", "nisca-story-rsvp",
                                  "nisca-story-password", "nisca-story-no-vack",
                                  "nisca-story-mscp"])
def test_without_analysis(name, tshark, capture):
    """Wire fields remain; nothing is said about several frames together."""
    text = tshark.read(capture(name), "-o", "nisca.analysis:FALSE", "-T", "pdml")
    assert "nisca.analysis." not in text
    for absent in ("nisca.channel.", "nisca.circuit.", "nisca.password_mismatch",
                   "nisca.mscp.command_frame", "nisca.mscp.end_frame"):
        assert f'name="{absent}' not in text, absent
    assert 'name="nisca.dx.group"' in text


# --- SCS ----------------------------------------------------------------------------------


def scs_messages(packets):
    """(frame, circuit, type, destination id, source id, body) of each SCS
    message with an extended header; "OpenVMS Cluster Systems" does not go as
    far as this, frames of real nodes do."""
    for number, data in enumerate(packets):
        if data and is_transport(data) and flags(data) & 3 == 3 and data[55] in (2, 20, 21):
            kind, _, dst, src = struct.unpack_from("<HHII", data, 60)
            yield number, (data[16:22], data[24:30]), kind, dst, src, data[72:]


def text(data):
    return data.rstrip(b" ").decode("ascii")


def processes_of(packets):
    """Frame -> both names, by the connections that were asked for or accepted
    before; the frames that say the names themselves are left out."""
    known, found = {}, {}
    for number, (to, by), kind, dst, src, body in scs_messages(packets):
        if kind in (0, 2):
            dst_name, src_name = text(body[4:20]), text(body[20:36])
            known[by, to, src] = {dst_name, src_name}
            if dst:
                known[to, by, dst] = {dst_name, src_name}
        else:
            found[number] = known.get((to, by, dst)) or known.get((by, to, src))
    return found


@pytest.mark.parametrize("name", ["nisca-story-scs", "nisca-story-directory", "nisca-story-mscp"])
def test_process_names(name, tshark, capture, packets):
    rows = tshark.fields(capture(name), ["nisca.scs.process"])
    wanted = processes_of(packets(name))
    assert sum(names is not None for names in wanted.values()) > 5
    for number, names in wanted.items():
        found = rows[number - 1]["nisca.scs.process"]
        if names is None:
            assert found == [], number
        else:
            assert len(found) == 1 and found[0].count(" - ") == 1, (number, found)
            assert set(found[0].split(" - ")) == names, number


def test_process_names_can_be_filtered(tshark, capture, packets):
    name = "nisca-story-mscp"
    wanted = {number for number, names in processes_of(packets(name)).items()
              if names and "MSCP$TAPE" in names}
    found = set(tshark.frames(capture(name), 'nisca.scs.process contains "MSCP$TAPE"'))
    assert wanted and wanted <= found


def test_mscp_names(tshark, capture):
    """Numbers print with their names."""
    text_of = tshark.read(capture("nisca-story-mscp"), "-V").lower()
    for name in ("read", "write", "online", "set controller characteristics", "get unit status",
                 "offline"):
        assert name in text_of, name


@pytest.mark.parametrize("name", ["nisca-story-scs", "nisca-story-mscp", "nisca-story-directory"])
def test_info_begins_with_the_message(name, tshark, capture, packets):
    names = ["CONNECT_REQ", "CONNECT_RSP", "ACCEPT_REQ", "ACCEPT_RSP", "REJECT_REQ", "REJECT_RSP",
             "DISCONNECT_REQ", "DISCONNECT_RSP", "CREDIT_REQ", "CREDIT_RSP", "APPL_MSG", "APPL_DG"]
    rows = tshark.info(capture(name))
    for number, _, kind, _, _, _ in scs_messages(packets(name)):
        assert rows[number - 1][1].startswith(names[kind]), number


# --- Read in every way --------------------------------------------------------------------

def top_line(tshark, path):
    """How the protocol's line begins."""
    for line in tshark.read(path, "-V", "-c", "1").splitlines():
        if line.startswith(("NISCA", "OpenVMS", "Network Interconnect")):
            return line.split(",")[0].split(":")[0]
    pytest.fail("tshark -V shows no line of the protocol")


def second_pass(tshark, path):
    """The protocol's lines of each frame; addresses with names, as sharkd has them."""
    protocol = top_line(tshark, path)
    printed = tshark.run("-r", tshark.readable(path), "-2", "-V").stdout
    return protocol, shown_by_tshark(printed, protocol)


def as_printed(lines):
    """tshark's lines have no blank at their end to go by."""
    return [(depth, line.strip()) for depth, line in lines]


RANDOM_ACCESS = ["nisca-story-handshake", "nisca-story-packet-size", "nisca-story-bye",
                 "nisca-story-lost-ack", "nisca-story-many-copies", "nisca-story-late-number",
                 "nisca-story-versions", "nisca-story-restart", "nisca-story-rsvp",
                 "nisca-story-mscp", "nisca-story-scs", "nisca-story-two-lans",
                 "nisca-story-cooked2"]


@pytest.mark.parametrize("name", RANDOM_ACCESS)
def test_random_access(name, tshark, capture):
    """sharkd, asked backwards and out of order, shows what tshark shows on its
    second pass."""
    path = capture(name)
    protocol, wanted = second_pass(tshark, path)
    with Sharkd(tshark) as server:
        server.load(path)
        count = server.count()
        assert len(wanted) == count
        order = list(range(count, 0, -1))[:60] + [1, count, count // 2 or 1, 1, 2]
        for number in order:
            if number <= count:
                assert as_printed(server.lines(number, protocol)) == wanted[number - 1], number


def test_one_capture_after_the_other(tshark, capture):
    """Nothing of one file is left in the next: the same verdicts twice."""
    first, second = capture("nisca-story-lost-ack"), capture("nisca-story-restart")
    protocol, wanted = second_pass(tshark, first)
    with Sharkd(tshark) as server:
        for path in (second, first, second, first):
            server.load(path)
        found = [as_printed(server.lines(number, protocol))
                 for number in range(1, server.count() + 1)]
    assert found == wanted


@pytest.mark.parametrize("carrier", ["trailer", "vlan", "snap", "cooked", "cooked2"])
def test_carriers_have_the_same_story(carrier, captures):
    """test_expectations.py holds each of them to the same verdicts."""
    assert ((captures / f"nisca-story-{carrier}.expect").read_text()
            == (captures / "nisca-story-ethernet.expect").read_text())


def test_storm_is_quick(tshark, capture):
    """20,000 copies in less time than a careless program needs for 2,000."""
    tshark.run("-n", "-r", tshark.readable(capture("nisca-story-storm")), "-Y",
               "nisca.analysis.duplicate_of == 0", timeout=30)


# --- Tables -------------------------------------------------------------------------------


def cells(row, *headings):
    return [row[heading] for heading in headings]


HELLOS = ("HELLOs", "Min interval (s)", "Avg interval (s)", "Max interval (s)", "Missed")


def test_nodes_table(tshark, capture):
    rows = {(row["Node"], row["LAN address"]): row
            for row in tshark.table(capture("nisca-story-tables"), "nisca,nodes")}
    assert cells(rows.pop(("VAX1", "02:00:00:04:10:01")), *HELLOS, "Last seen", "In frame") == [
        "5", "2.000000", "4.000000", "9.000000", "2", "01-02 03:04:40.089", "48"]
    assert cells(rows.pop(("VAX2", "02:00:00:04:10:02")), *HELLOS, "Last seen", "In frame") == [
        "6", "2.500000", "2.500000", "2.500000", "0", "01-02 03:04:40.085", "47"]
    # The second adapters send no HELLO.
    assert {name: cells(row, *HELLOS) for (name, _), row in rows.items()} == {
        "VAX1": ["0", "-", "-", "-", "0"], "VAX2": ["0", "-", "-", "-", "0"]}


def test_nodes_table_is_filtered(tshark, capture):
    rows = tshark.table(capture("nisca-story-tables"),
                        "nisca,nodes,nisca.dx.src==aa:00:04:00:01:04")
    assert {row["Node"] for row in rows} == {"VAX1"}


def test_channels_table(tshark, capture):
    """Three handshakes by the first adapters, one by the second."""
    rows = tshark.table(capture("nisca-story-tables"), "nisca,channels")
    assert {tuple(cells(row, "LAN address", "LAN address 2")): row["Handshakes"]
            for row in rows} == {
        (f"02:00:00:04:{lan}:01", f"02:00:00:04:{lan}:02"): count
        for lan, count in (("10", "3"), ("11", "1"))}


def circuits(tshark, path, *headings):
    """These columns of the rows of the circuits, by direction."""
    return {(row["From"], row["To"]): cells(row, *headings)
            for row in tshark.table(path, "nisca,circuits")}


THERE, BACK = ("VAX1 (1.1)", "VAX2 (1.2)"), ("VAX2 (1.2)", "VAX1 (1.1)")


def test_circuits_table(tshark, capture):
    assert circuits(tshark, capture("nisca-story-tables"), "Messages", "Min RTT (s)",
                    "Avg RTT (s)", "Max RTT (s)") == {
        THERE: ["13", "0.001000", "0.003000", "0.006000"],
        BACK: ["12", "0.004000", "0.004000", "0.004000"]}


def test_circuits_table_counts_causes(tshark, capture):
    """VAX2 has no message to send, so no ACK is waited for."""
    rows = circuits(tshark, capture("nisca-story-causes"), "Message lost", "ACK lost or late",
                    "Original not captured", "Missing numbers", "Min RTT (s)",
                    "Longest wait for an ACK (s)", "of frame")
    assert rows[THERE][:4] == ["7", "5", "4", "11"]
    assert rows[BACK] == ["0", "0", "0", "0", "-", "-", "-"]


def test_what_overtakes_is_not_missing(tshark, capture):
    rows = circuits(tshark, capture("nisca-story-overtaken"), "Missing numbers")
    assert list(rows.values()) == [["0"], ["0"]]


def test_what_was_sent_before_the_file_is_not_missing(tshark, capture):
    """Nor does it make up for what is."""
    rows = circuits(tshark, capture("nisca-story-begins-in-outage"), "Missing numbers")
    assert sorted(rows.values()) == [["1"], ["2"]]


def test_a_mirror_counts_once(tshark, capture):
    """Each frame is there twice: five HELLOs of each node, one retransmission."""
    path = capture("nisca-story-mirror")
    assert [row["HELLOs"] for row in tshark.table(path, "nisca,nodes")] == ["5", "5"]
    assert circuits(tshark, path, "Retransmissions", "Min RTT (s)") == {
        THERE: ["1", "0.001000"], BACK: ["0", "-"]}


def test_cut_and_whole_count_once(tshark, capture):
    path = capture("nisca-story-snap-merged")
    assert [row["HELLOs"] for row in tshark.table(path, "nisca,nodes")] == ["3", "2"]
    rows = tshark.table(path, "nisca,delivery")
    assert rows and {row["Lost there"] for row in rows} == {"0"}


def test_any_and_an_adapter_show_one_cluster(tshark, captures):
    """A cooked frame lacks the LAN address that it went to; both places show all."""
    frames = setups.incident(captures / "nisca-hangs.pcap")
    setup = next(one for one in setups.all_of(frames)
                 if one.name == "e any at one of two places")
    rows = tshark.table(setup.write(tshark.captures / "any.pcapng"), "nisca,delivery")
    assert {row["Lost there"] for row in rows} == {"0"}
    places = Counter(row["Sender"] for row in rows if row["Sender"].endswith("multicast"))
    assert set(places.values()) == {2} and len(places) == 4


def test_multicasts_are_counted_apart(tshark, capture):
    """Of VAX2's HELLOs five do not come to VAX1's port; of what is for one node all comes."""
    lost = {(row["Sender"], row["Place"]): row["Lost there"] for row in
            tshark.table(capture("nisca-story-multicast-blocked"), "nisca,delivery")}
    assert lost.pop(("VAX2 (EWB) > multicast", "port1")) == "5"
    assert len(lost) == 7 and set(lost.values()) == {"0"}


def counted(listing, label):
    """The count beside a label in a statistics tree."""
    found = re.findall(rf"^\W*{label}\b[^\n]*?\s+(\d+)\b", listing, re.MULTILINE | re.IGNORECASE)
    assert found, listing
    return int(found[0])


def test_tree(tshark, capture):
    listing = tshark.read(capture("nisca-story-tables"), "-q", "-z", "nisca,tree")
    for label, count in (("HELLO", 11), ("CCSTART", 4), ("VERF", 4), ("VACK", 4)):
        assert counted(listing, label) == count, listing


def traffic(packets):
    """Frames between pairs of SCS addresses, and of each address."""
    pairs, ends = Counter(), Counter()
    for data in packets:
        if data:
            to, by = data[16:22].hex(":"), data[24:30].hex(":")
            pairs[frozenset((to, by))] += 1
            ends[to] += 1
            ends[by] += 1
    return pairs, ends


def test_conversations(tshark, capture, packets):
    listing = tshark.read(capture("nisca-story-tables"), "-q", "-z", "conv,nisca")
    pairs, _ = traffic(packets("nisca-story-tables"))
    assert len(pairs) == 3  # the two nodes; each of them and all
    for pair, count in pairs.items():
        rows = [line for line in listing.splitlines()
                if "<->" in line and all(end in line for end in pair)]
        assert len(rows) == 1, listing
        assert count in [int(number) for number in re.findall(r"(?<![\w.:])\d+(?![\w.:])", rows[0])]


def test_endpoints(tshark, capture, packets):
    listing = tshark.read(capture("nisca-story-tables"), "-q", "-z", "endpoints,nisca")
    _, ends = traffic(packets("nisca-story-tables"))
    for end, count in ends.items():
        rows = [line for line in listing.splitlines() if end in line and "Filter" not in line]
        assert len(rows) == 1, listing
        found = [int(number) for number in re.findall(r"(?<![\w.:])\d+(?![\w.:])", rows[0])]
        assert count in found, listing


@pytest.mark.parametrize("statistic", ["nisca,nodes", "nisca,channels", "nisca,circuits",
                                       "nisca,tree", "conv,nisca", "endpoints,nisca"])
@pytest.mark.parametrize("name", ["nisca-story-merged", "nisca-story-cooked",
                                  "nisca-story-backwards"])
def test_tables_of_odd_captures(name, statistic, tshark, capture):
    listing = tshark.read(capture(name), "-q", "-z", statistic)
    assert "nan" not in listing.lower() and "inf" not in listing.lower().replace("info", "")
