# SPDX-License-Identifier: GPL-2.0-or-later
"""Capturing and watching live, with the commands of docs/live.md and
docs/big-captures.md: on a virtual Ethernet card in a network of its own, as an
unprivileged user who may capture."""
import os
import re
import select
import time

import pytest

import documents
from cman_packets import MULTICAST, NOACK, datagram, membership
from network import Network, missing, read_pcap

WHY_NOT = missing()
pytestmark = pytest.mark.skipif(WHY_NOT is not None, reason=str(WHY_NOT))

ETHERNET = bytes.fromhex("ffffffffffff 020000000001")
IPV4, TAG, SERVICE_TAG = b"\x08\x00", bytes.fromhex("8100 0005"), bytes.fromhex("88a8 0007")
TAGGED = "udp port 6809 or (vlan and udp port 6809)"
# HELLO_TIMER and TIMEOUT in place of 5 and 21 seconds.
TIMERS = ["-o", "cman.hello_timer:1", "-o", "cman.deadnode_timeout:3"]
PATIENCE = 60


@pytest.fixture
def net(tshark):
    network = Network()
    yield network
    network.close()


def hello(node, seq, tags=b"", port=6809):
    """HELLO of a node: 3 members, generation 7."""
    body = membership("04020300 07000000", seq=seq, srcid=node, tgtid=0,
                      flags=NOACK | MULTICAST)
    return ETHERNET + tags + IPV4 + datagram(body, port)


def nodedown(node, about, seq):
    """NODEDOWN from `node`: `about` is DEAD."""
    body = membership(f"12060000{about:02x}000000", seq=seq,
                      srcid=node, tgtid=0, flags=NOACK | MULTICAST)
    return ETHERNET + IPV4 + datagram(body, 6809)


class Terminal:
    """Where somebody watches: what a program prints comes line by line."""

    def __init__(self):
        self.ours, self.theirs = os.openpty()
        self.text = ""

    def close(self):
        os.close(self.ours)
        os.close(self.theirs)

    def line(self, process):
        """The next line, while the program goes on."""
        end = time.monotonic() + PATIENCE
        while "\n" not in self.text:
            assert process.poll() is None, process.stderr.read()
            assert time.monotonic() < end, "nothing was printed"
            if select.select([self.ours], [], [], 1)[0]:
                self.text += os.read(self.ours, 4096).decode()
        line, _, self.text = self.text.partition("\n")
        return line

    def rest(self):
        while select.select([self.ours], [], [], 0)[0]:
            self.text += os.read(self.ours, 4096).decode()
        return self.text


@pytest.fixture
def terminal():
    screen = Terminal()
    yield screen
    screen.close()


def watch(tshark, net, terminal, text):
    """A live watch begun, by the text of the documentation."""
    text = text.replace("sudo ", "")
    if "cman.hello_timer" in text:
        text = re.sub(r"(hello_timer):\d+", r"\1:1", text)
        text = re.sub(r"(deadnode_timeout):\d+", r"\1:3", text)
    else:
        text = text.replace("tshark ", f"tshark {' '.join(TIMERS)} ")
    process = net.start(["bash", "-c", text], unprivileged=True, cwd=tshark.home,
                        env=tshark.environment(), stdout=terminal.theirs)
    net.wait_for_listeners()
    return process


WATCHES = [command.text for command in documents.ALL
           if command.page == "docs/live.md" and "-i eth0" in command.text]


def test_there_are_watches():
    assert len(WATCHES) == 4


@pytest.mark.parametrize("text", WATCHES)
def test_live_watch(tshark, net, terminal, text):
    """A node is silent for longer than the dead node timeout; that is told at
    once when its next HELLO comes, though nothing comes after it."""
    process = watch(tshark, net, terminal, text)
    net.send([(0, hello(1, 1)), (0.1, hello(2, 1)), (1.1, hello(1, 2)), (2.1, hello(1, 3)),
              (3.1, hello(1, 4)), (3.5, hello(2, 2))])
    line = terminal.line(process)
    assert "HELLO" in line and "node 2 seq 2" in line
    _, said = net.stop(process)
    assert terminal.rest() == ""
    assert "rror" not in said


def test_silence_is_not_told_while_it_lasts(tshark, net, terminal):
    """But the others tell it: they declare the node down."""
    text = next(text for text in WATCHES if "cman.nodedown" in text)
    process = watch(tshark, net, terminal, text)
    net.send([(0, hello(1, 1)), (0.1, hello(2, 1)), (1, hello(1, 2)), (2, hello(1, 3)),
              (3, hello(1, 4)), (4, hello(1, 5)), (4.2, nodedown(1, 2, 6))])
    assert "NODEDOWN node 2" in terminal.line(process)
    net.stop(process)
    assert terminal.rest() == ""


def captured(net, folder, filters, frames):
    """What `tcpdump -i eth0 FILTER` writes, for each filter."""
    programs = [net.start(["tcpdump", "-i", "eth0", "-n", "--immediate-mode", "-Z", "root", "-w",
                           str(folder / f"{number}.pcap"), text])
                for number, text in enumerate(filters)]
    net.wait_for_listeners(len(filters))
    net.send([(number * 0.01, frame) for number, frame in enumerate(frames)])
    time.sleep(0.5)
    for program in programs:
        net.stop(program)
    return {text: [frame for _, frame in read_pcap(folder / f"{number}.pcap")]
            for number, text in enumerate(filters)}


def test_filters_on_an_interface(net, tmp_path):
    """The kernel takes the outer tag off before the filter, and the file has it:
    the plain filter passes tagged frames here, unlike on a file."""
    twice = "udp port 6809 or (vlan and (udp port 6809 or (vlan and udp port 6809)))"
    frames = [hello(1, 1), hello(1, 2, TAG), hello(1, 3, SERVICE_TAG + TAG),
              hello(1, 4, port=6810)]
    found = captured(net, tmp_path, ["udp port 6809", TAGGED, twice], frames)
    assert found == {"udp port 6809": frames[:2], TAGGED: frames[:2], twice: frames[:3]}


def test_tcpdump_captures_and_rotates(net, tmp_path):
    """The documented command; with 1 MB a file instead of 100 to see it rotate."""
    text = documents.find("docs/big-captures.md", r"^sudo tcpdump").removeprefix("sudo ")
    assert " -C 100 " in text
    tmp_path.chmod(0o755)
    program = net.start(["bash", "-c", text.replace(" -C 100 ", " -C 1 ")], cwd=tmp_path)
    net.wait_for_listeners()
    padded = [hello(1, seq) + bytes(1300) for seq in range(1, 1701)]
    frames = [frame for seq, frame in enumerate(padded) for frame in
              ([hello(1, seq, port=6810), frame] if seq % 10 == 0 else [frame])]
    net.send([(number * 0.0005, frame) for number, frame in enumerate(frames)])
    time.sleep(2)
    net.stop(program)
    files = sorted(tmp_path.glob("node1.pcap*"))
    assert [path.name for path in files] == ["node1.pcap00", "node1.pcap01", "node1.pcap02"]
    kept = [frame for path in files for _, frame in read_pcap(path)]
    assert kept == padded


def test_dumpcap_captures(tshark, net):
    text = documents.find("docs/big-captures.md", r"^dumpcap")
    folder = tshark.home / "dumpcap"
    folder.mkdir()
    folder.chmod(0o777)
    program = net.start(["bash", "-c", text], unprivileged=True, cwd=folder,
                        env=tshark.environment())
    net.wait_for_listeners()
    net.send([(0, hello(1, 1)), (0.1, hello(2, 1, TAG)), (0.2, hello(3, 1, port=6810))])
    time.sleep(2)
    net.stop(program)
    files = list(folder.glob("node1_00001_*.pcapng"))
    assert len(files) == 1
    rows = tshark.fields(files[0], ["cman.srcid", "frame.interface_name"])
    assert rows == [{"cman.srcid": [node], "frame.interface_name": ["eth0"]} for node in "12"]
