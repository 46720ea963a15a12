# SPDX-License-Identifier: GPL-2.0-or-later
"""Each generated capture against the expectations that its story has, written
beside it; test-captures/story.h describes the format."""
import re

import pytest

from tshark import BUILD, SEPARATOR, either_format

FILES = sorted(path for path in (BUILD / "captures").glob("*.expect")
               if path.read_text().strip())


HEXADECIMAL = re.compile(r"0x[0-9a-f]+")
BOOLEANS = {"True": "1", "False": "0"}  # as they read from Wireshark 4.4 on


def plain(values):
    """Values without the choices of display: numbers are decimal, booleans 1
    and 0, so that an expectation says what a field means, not its base."""
    return [str(int(value, 16)) if HEXADECIMAL.fullmatch(value) else BOOLEANS.get(value, value)
            for value in values]


class Expectations:
    """One .expect file."""

    def __init__(self, text):
        self.values = {}    # (frame, field) -> its values in order; [""]: any value
        self.absent = set() # (frame, field)
        self.open = set()   # (frame, field)
        self.only = set()
        self.forward = set()
        for line in text.splitlines():
            self.read(*line.split("\t"))

    def read(self, first, second, third=None):
        if first == "only":
            self.only.add(second)
        elif first == "forward":
            self.forward.add(second)
        elif first == "absent":
            self.absent.add((int(second), third))
        elif first == "open":
            self.open.add((int(second), third))
        else:
            self.values.setdefault((int(first), second), []).append(third)

    def fields(self):
        return sorted({field for _, field in self.values} | {field for _, field in self.absent}
                      | self.only | self.forward)

    @staticmethod
    def agree(wanted, found):
        """[""] is any value; several of them are so many values."""
        if not any(wanted):
            return len(found) == len(wanted) if len(wanted) > 1 else bool(found)
        return plain(found) == plain(wanted)

    def complaints(self, frames):
        """What differs in `frames`, the list that Tshark.fields() returns."""
        for (number, field), wanted in sorted(self.values.items()):
            if (number, field) in self.open:
                continue
            found = frames[number - 1][field] if number <= len(frames) else None
            if found is None:
                yield f"frame {number} is not in the capture"
            elif not self.agree(wanted, found):
                yield f"frame {number}: {field} is {found}, not {wanted}"
        for number, frame in enumerate(frames, start=1):
            for field, found in frame.items():
                barred = (number, field) in self.absent or (
                    field in self.only and (number, field) not in self.values
                    and (number, field) not in self.open)
                if barred and found:
                    yield f"frame {number}: {field} is {found}, should not be there"


# Wireshark prints booleans as 1 and 0 up to 4.0, later as words.
BOOLEANS = {"True": "1", "False": "0"}


def read(tshark, capture, fields, *arguments):
    """Tshark.fields(), but names that tshark does not know are said clearly."""
    wanted = [argument for name in fields for argument in ("-e", name)]
    done = tshark.run("-n", "-r", tshark.readable(capture), "-T", "fields", "-E", "separator=/t",
                      "-E", "occurrence=a", "-E", f"aggregator={SEPARATOR}", *wanted, *arguments,
                      check=False)
    if "aren't valid" in done.stderr:
        unknown = done.stderr.split("aren't valid:")[1].split()
        pytest.fail(f"tshark does not know these fields: {' '.join(unknown)}", pytrace=False)
    assert done.returncode == 0 and done.stderr == "", done.stderr
    return [{name: [BOOLEANS.get(value, value) for value in cell.split(SEPARATOR)] if cell else []
             for name, cell in zip(fields, line.split("\t"))}
            for line in done.stdout.split("\n")[:-1]]


def test_captures_are_there():
    assert list((BUILD / "captures").glob("*.pcap*")), f"no captures in {BUILD}: build first"


@pytest.mark.parametrize("expect", FILES, ids=[path.stem for path in FILES])
def test_expectations(tshark, expect):
    wanted = Expectations(expect.read_text())
    fields = wanted.fields()
    capture = either_format(expect)
    two_passes = read(tshark, capture, fields, "-2")
    complaints = list(wanted.complaints(two_passes))
    assert not complaints, "\n" + "\n".join(complaints)

    one_pass = read(tshark, capture, fields)
    for number, (once, twice) in enumerate(zip(one_pass, two_passes), start=1):
        for field in set(fields) - wanted.forward:
            assert once[field] == twice[field], f"frame {number}: {field} differs with -2"


@pytest.mark.parametrize("name, protocol", [
    ("cman-node-lost.pcap", "cman"), ("cman-hostile.pcap", "cman"), ("nisca-hangs.pcap", "nisca"),
    ("nisca-cut.pcap", "nisca"), ("ncs-slave-dies.pcap", "ncs_heartbeat")])
def test_the_collapsed_line_says_what_the_column_says(tshark, captures, name, protocol):
    """In two passes, so that verdicts are there in both; a line of the tree has 239 bytes.
    Wireshark itself marks the column of a frame that was cut."""
    infos = [info.removesuffix("[Packet size limited during capture]")
             for _, info in tshark.info(captures / name, "-2")]
    for packet, info in zip(tshark.pdml(captures / name, "-2"), infos, strict=True):
        for proto in packet.iterfind(f"proto[@name='{protocol}']"):
            assert proto.get("showname").endswith(f", {info[:189]}")
