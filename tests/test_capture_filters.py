# SPDX-License-Identifier: GPL-2.0-or-later
"""The capture filters of docs/big-captures.md: libpcap compiles each, and
tcpdump runs it over plain, tagged, twice tagged and fragmented frames."""
import re
import shutil
import struct
import subprocess

import pytest

import documents
import network
from cman_packets import datagram, header
from tshark import ROOT

pytestmark = pytest.mark.skipif(not shutil.which("tcpdump"), reason="tcpdump is not installed")

ADDRESSES = bytes.fromhex("ffffffffffff 020000000001")
TAG = bytes.fromhex("8100 0005")
OUTER = {"802.1ad": bytes.fromhex("88a8 0007"), "802.1Q": bytes.fromhex("8100 0007")}


def ipv4(protocol, payload, offset=0, more=False):
    flags = (0x2000 if more else 0) | offset // 8
    return struct.pack(">BBHHHBBHII", 0x45, 0, 20 + len(payload), 7, flags, 64, protocol, 0,
                       0xc0000201, 0xc00002ff) + payload


def udp6(payload):
    udp = struct.pack(">HHHH", 6809, 6809, 8 + len(payload), 0) + payload
    address = bytes.fromhex("20010db8") + bytes(11)
    return (struct.pack(">IHBB", 0x60000000, len(udp), 17, 64) + address + b"\x01" + address
            + b"\x02" + udp)


CMAN = datagram(header(), 6809)
LONG = CMAN[20:] + bytes(1500)
NISCA = bytes.fromhex("2200 ab000401 0101 aa0004000104 0101 00 00") + bytes(20)
# What each protocol's frames carry: (Ethernet type, payload), whole and not.
WHOLE = {"cman": (0x0800, CMAN), "NISCA": (0x6007, NISCA), "NCS": (0x0800, ipv4(224, bytes(40)))}
LATER = {"cman": (0x0800, ipv4(17, LONG[1480:], offset=1480)),
         "NCS": (0x0800, ipv4(224, bytes(40), offset=1480))}
OTHERS = {"another UDP port": (0x0800, datagram(header(), 6810)),
          "another IP protocol": (0x0800, ipv4(225, bytes(40))),
          "another Ethernet type": (0x6008, NISCA), "VRRP": (0x0800, ipv4(112, bytes(20))),
          "LAT": (0x6004, bytes(46))}


def ethernet(payload, tags=b""):
    kind, body = payload
    return ADDRESSES + tags + struct.pack(">H", kind) + body


def frames_of(protocol):
    """Column of the table -> its frames."""
    whole = WHOLE[protocol]
    return {"plain": [ethernet(whole)], "802.1Q": [ethernet(whole, TAG)],
            "QinQ": [ethernet(whole, outer + TAG) for outer in OUTER.values()],
            "fragments": [ethernet(LATER[protocol])] if protocol in LATER else []}


def others():
    return [ethernet(payload, tags) for payload in OTHERS.values() for tags in (b"", TAG)]


def filters():
    """(what it is for, filter, columns) of each row of the table."""
    for table in documents.tables(ROOT / "docs/big-captures.md"):
        for row in table:
            if "capture filter" in row:
                yield row["traffic"], documents.quoted(row["capture filter"])[0], row


ROWS = list(filters())


def passing(tmp_path, text, frames, linktype=1):
    """The frames of a savefile that a filter lets pass."""
    before = network.write_pcap(tmp_path / "before.pcap", list(enumerate(frames)), linktype)
    after = tmp_path / "after.pcap"
    subprocess.run(["tcpdump", "-Z", "root", "-r", before, "-w", after, text], check=True,
                   capture_output=True)
    return [frame for _, frame in network.read_pcap(after)]


def test_the_table_is_there():
    assert len(ROWS) == 9
    assert {"udp port 6809", "ether proto 0x6007", "ip proto 224"} <= {text for _, text, _ in ROWS}


@pytest.mark.parametrize("text", [text for _, text, _ in ROWS])
def test_libpcap_compiles_it(text):
    """-d prints the program, for a savefile of Ethernet."""
    done = subprocess.run(["tcpdump", "-y", "EN10MB", "-d", text], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "ret      #0" in done.stdout


@pytest.mark.parametrize("purpose, text, row", ROWS, ids=[text for _, text, _ in ROWS])
def test_it_finds_what_the_table_says(tmp_path, purpose, text, row):
    meant = list(WHOLE) if purpose.startswith("all three") else [purpose.split(",")[0].split()[0]]
    answers = {"yes": True, "no": False, "none exist": None}
    for column in ("plain", "802.1Q", "QinQ", "fragments"):
        sent = [frame for protocol in meant if not (len(meant) > 1 and column == "fragments"
                                                    and protocol != "cman")
                for frame in frames_of(protocol)[column]]
        found = passing(tmp_path, text, sent) if sent else []
        says = answers[row[column]]
        assert (found == sent and sent != [] if says else found == []), column
        assert (says is None) == (sent == []), column
    strangers = [frame for name in WHOLE if name not in meant
                 for frames in frames_of(name).values() for frame in frames]
    if "fragments" in purpose:  # which program's they are, only the first one says
        strangers = [frame for frame in strangers if frame[12:14] != b"\x08\x00"]
    assert passing(tmp_path, text, strangers + others()) == []


def test_cman_over_ipv6_passes(tmp_path):
    frames = [ethernet((0x86dd, udp6(header()))), ethernet((0x86dd, udp6(header())), TAG)]
    assert passing(tmp_path, "udp port 6809", frames) == frames[:1]
    assert passing(tmp_path, "udp port 6809 or (vlan and udp port 6809)", frames) == frames


def test_vlan_moves_all_that_follows(tmp_path):
    """What the page warns of."""
    frames = [frame for frames in frames_of("cman").values() for frame in frames][:2]
    assert passing(tmp_path, "vlan and udp port 6809", frames) == frames[1:]
    # Behind `vlan` the plain form means tagged frames: the plain one is lost.
    assert passing(tmp_path, "vlan or udp port 6809", frames) == frames[1:]


@pytest.mark.parametrize("link, kind", [("LINUX_SLL", 113), ("LINUX_SLL2", 276)])
def test_cooked_captures(tmp_path, link, kind):
    """`any`: the plain filters work, `vlan` is refused with the words that the page quotes."""
    start = {113: bytes.fromhex("0000 0001 0006 020000000001 0000"),
             276: None}[kind]

    def cooked(payload):
        number, body = payload
        if kind == 276:
            return struct.pack(">HHIHBB", number, 0, 1, 1, 0, 6) + bytes(8) + body
        return start + struct.pack(">H", number) + body
    for protocol, text in (("cman", "udp port 6809"), ("NISCA", "ether proto 0x6007"),
                           ("NCS", "ip proto 224")):
        frames = [cooked(WHOLE[name]) for name in WHOLE]
        assert passing(tmp_path, text, frames, kind) == [cooked(WHOLE[protocol])]
    done = subprocess.run(["tcpdump", "-y", link, "-d",
                           "udp port 6809 or (vlan and udp port 6809)"],
                          capture_output=True, text=True)
    said = re.search(r"libpcap says (.*?)\. Use", (ROOT / "docs/big-captures.md").read_text(),
                     re.S)[1]
    shown = re.findall(r"\*(.*?)\*", " ".join(said.split()))
    assert len(shown) == 2 and done.returncode != 0
    assert any(words in done.stderr for words in shown)


def test_tcpdump_forgets_the_interfaces(tshark, captures):
    """Cut before you merge."""
    merged = tshark.readable(captures / "cman-story-merged.pcapng")
    cut = tshark.captures / "cut.pcap"
    tshark.run("-r", merged, "-w", cut, "udp port 6809", program="tcpdump", check=False)
    assert len(tshark.frames(cut, "cman")) == len(tshark.frames(merged, "cman")) > 0
    assert tshark.frames(merged, "frame.interface_id == 2")
    assert not tshark.frames(cut, "frame.interface_id > 0")
