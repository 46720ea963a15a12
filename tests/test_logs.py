# SPDX-License-Identifier: GPL-2.0-or-later
"""cluster-heartbeats-logs: packets of log lines.

Times are written as they stand in the log and as they are in UTC, both by hand,
from the rules of the zones: Berlin's clocks were put forward at 01:00 UTC on 28
March 2010 and back at 01:00 UTC on 31 October, New York's forward at 07:00 UTC
on 14 March (02:00 EST) and back at 06:00 UTC on 7 November (02:00 EDT)."""
import datetime
import os
import random
import re
import struct
import subprocess

import pytest

from tshark import BUILD, ROOT

PROGRAM = BUILD / "cluster-heartbeats-logs"
TAGS = bytes.fromhex("000c0008") + b"syslog\0\0" + bytes(4)
RULE = "CET-1CEST,M3.5.0,M10.5.0/3"


def make(folder, *arguments, status=0, zone="UTC", stdin=None):
    """Run the program; what it says on standard error."""
    done = subprocess.run([PROGRAM, "-o", folder / "out.pcap", *map(str, arguments)],
                          capture_output=True, input=stdin, env={"TZ": zone}, timeout=60)
    assert done.returncode == status, done.stderr
    return done.stderr.decode()


def log(folder, content, name="node.log"):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def packets(folder):
    """(UTC with nanoseconds, text) of each packet."""
    data = (folder / "out.pcap").read_bytes()
    magic, link = struct.unpack("=I16xI", data[:24])
    assert (magic, link) == (0xa1b23c4d, 252)
    found, at = [], 24
    while at < len(data):
        seconds, nanos, size, whole = struct.unpack("=4I", data[at:at + 16])
        packet = data[at + 16:at + 16 + size]
        assert size == whole == len(packet) and packet.startswith(TAGS)
        moment = datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc)
        found.append((f"{moment:%Y-%m-%d %H:%M:%S}.{nanos:09}".rstrip("0").rstrip("."),
                      packet[len(TAGS):].decode()))
        at += 16 + size
    return found


def texts(folder):
    return [text for _, text in packets(folder)]


def convert(folder, content, *options, **more):
    said = make(folder, *options, log(folder, content), **more)
    return packets(folder), said


# --- Times ---------------------------------------------------------------------------

TIMES = {
    "midnight": (["-z", "UTC", "-y", "2010"], [
        ("Nov 14 23:59:59", "2010-11-14 23:59:59"),
        ("Nov 15 00:00:00", "2010-11-15 00:00:00")]),
    "midnight in another zone": (["-z", "+01:00", "-y", "2010"], [
        ("Nov 15 00:30:00", "2010-11-14 23:30:00"),
        ("Nov 15 01:00:00", "2010-11-15 00:00:00")]),
    "west": (["-z", "-0530", "-y", "2010"], [("Nov 14 22:13:18", "2010-11-15 03:43:18")]),
    "new year": (["-z", "UTC", "-y", "2010"], [
        ("Dec 31 23:59:59", "2010-12-31 23:59:59"),
        ("Jan  1 00:00:00", "2011-01-01 00:00:00"),
        ("Dec 31 23:59:58", "2010-12-31 23:59:58"),  # another process, a little late
        ("Jan  1 00:00:01", "2011-01-01 00:00:01")]),
    "new year in another zone": (["-z", "+01:00", "-y", "2010"], [
        ("Dec 31 23:59:59", "2010-12-31 22:59:59"),
        ("Jan  1 00:00:01", "2010-12-31 23:00:01")]),
    "two new years": (["-z", "UTC", "-y", "2009"], [
        ("Aug  1 00:00:00", "2009-08-01 00:00:00"), ("Jan  5 00:00:00", "2010-01-05 00:00:00"),
        ("Jun  1 00:00:00", "2010-06-01 00:00:00"), ("Nov  1 00:00:00", "2010-11-01 00:00:00"),
        ("Feb  1 00:00:00", "2011-02-01 00:00:00")]),
    "a clock that starts on 1 January": (["-z", "UTC", "-y", "2010"], [
        ("Nov 14 22:00:00", "2010-11-14 22:00:00"), ("Jan  1 00:00:05", "2011-01-01 00:00:05"),
        ("Nov 14 22:05:00", "2010-11-14 22:05:00")]),
    "leap year": (["-z", "UTC", "-y", "2008"], [
        ("Feb 28 23:59:59", "2008-02-28 23:59:59"), ("Feb 29 00:00:00", "2008-02-29 00:00:00"),
        ("Mar  1 00:00:00", "2008-03-01 00:00:00")]),
    "leap second": (["-z", "UTC", "-y", "2008"], [
        ("Dec 31 23:59:60", "2009-01-01 00:00:00")]),
    "Berlin forward": (["-z", "Europe/Berlin", "-y", "2010"], [
        ("Mar 28 01:59:59", "2010-03-28 00:59:59"),
        ("Mar 28 03:00:00", "2010-03-28 01:00:00"),
        ("Mar 28 04:00:00", "2010-03-28 02:00:00")]),
    "Berlin back": (["-z", "Europe/Berlin", "-y", "2010"], [
        ("Oct 31 01:59:59", "2010-10-30 23:59:59"),
        ("Oct 31 02:00:00", "2010-10-31 00:00:00"),
        ("Oct 31 02:59:59", "2010-10-31 00:59:59"),
        ("Oct 31 02:00:00", "2010-10-31 01:00:00"),
        ("Oct 31 02:30:00", "2010-10-31 01:30:00"),
        ("Oct 31 02:59:59", "2010-10-31 01:59:59"),
        ("Oct 31 03:00:00", "2010-10-31 02:00:00")]),
    "Berlin back, out of order": (["-z", "Europe/Berlin", "-y", "2010"], [
        ("Oct 31 02:30:05", "2010-10-31 00:30:05"),
        ("Oct 31 02:30:04", "2010-10-31 00:30:04"),
        ("Oct 31 02:30:06", "2010-10-31 00:30:06")]),
    "New York forward": (["-z", "America/New_York", "-y", "2010"], [
        ("Mar 14 01:59:59", "2010-03-14 06:59:59"),
        ("Mar 14 03:00:00", "2010-03-14 07:00:00")]),
    "New York back": (["-z", "America/New_York", "-y", "2010"], [
        ("Nov  7 00:59:59", "2010-11-07 04:59:59"),
        ("Nov  7 01:30:00", "2010-11-07 05:30:00"),
        ("Nov  7 01:10:00", "2010-11-07 06:10:00"),
        ("Nov  7 02:00:00", "2010-11-07 07:00:00")]),
    "a rule": (["-z", RULE, "-y", "2010"], [
        ("Jul  1 12:00:00", "2010-07-01 10:00:00"), ("Dec  1 12:00:00", "2010-12-01 11:00:00")]),
    "the machine's zone": (["-y", "2010"], [("Nov 14 22:13:18", "2010-11-14 22:13:18")]),
    "a slow clock": (["-z", "UTC", "-y", "2010", "-c", "1.5"], [
        ("Dec 31 23:59:59", "2011-01-01 00:00:00.5")]),
    "a fast clock": (["-z", "UTC", "-y", "2011", "-c", "-0.25"], [
        ("Jan  1 00:00:00", "2010-12-31 23:59:59.75")]),
    "year behind the day": (["-z", "UTC"], [("Nov 14 2010 22:13:18", "2010-11-14 22:13:18")]),
    "year before the month": (["-z", "UTC"], [("2010 Nov 14 22:13:18", "2010-11-14 22:13:18")]),
    "one digit, two blanks": (["-z", "UTC", "-y", "2010"], [
        ("Nov  4  2:13:18.25", "2010-11-04 02:13:18.25")]),
    "ISO 8601": (["-z", "Europe/Berlin"], [
        ("2010-11-14T22:13:18+01:00", "2010-11-14 21:13:18"),
        ("2010-11-14T22:13:18.310045+01:00", "2010-11-14 21:13:18.310045"),
        ("2010-11-14T22:13:18.3100451239-0500", "2010-11-15 03:13:18.310045123"),
        ("2010-11-14T22:13:18Z", "2010-11-14 22:13:18"),
        ("2010-11-14T22:13:18", "2010-11-14 21:13:18"),
        ("2010-11-14 22:13:18,5", "2010-11-14 21:13:18.5"),
        ("2010-11-14 22:13:18 +0530", "2010-11-14 16:43:18"),
        ("2011-01-01T00:30:00+01:00", "2010-12-31 23:30:00"),
        # Zones in the lines say which of the two hours it was.
        ("2010-10-31T02:30:00+01:00", "2010-10-31 01:30:00"),
        ("2010-10-31T02:30:00+02:00", "2010-10-31 00:30:00")]),
}


@pytest.mark.parametrize("options, lines", TIMES.values(), ids=TIMES)
def test_times(tmp_path, options, lines):
    content = "".join(f"{written} host app: text\n" for written, _ in lines)
    found, said = convert(tmp_path, content, *options)
    assert [when for when, _ in found] == [utc for _, utc in lines]
    assert "without a time;" not in said


@pytest.mark.parametrize("zone, written, utc", [
    ("Europe/Berlin", "Mar 28 02:30:00", "2010-03-28 01:30:00"),
    ("America/New_York", "Mar 14 02:30:00", "2010-03-14 07:30:00"),
])
def test_a_time_that_clocks_never_showed(tmp_path, zone, written, utc):
    found, said = convert(tmp_path, f"{written} h a: b\n", "-z", zone, "-y", 2010)
    assert found[0][0] == utc
    assert "1 line of an hour that was left out" in said


def test_times_that_came_twice_are_counted(tmp_path):
    content = "Oct 31 02:10:00 h a: b\nOct 31 02:05:00 h a: b\n"
    found, said = convert(tmp_path, content, "-z", "Europe/Berlin", "-y", 2010)
    assert [when for when, _ in found] == ["2010-10-31 00:10:00", "2010-10-31 01:05:00"]
    assert "2 lines of the hour that came twice" in said


@pytest.mark.parametrize("changed, year", [
    ("2011-01-02 00:00:00", 2010),   # a log of December that was closed in January
    ("2010-12-31 23:59:59", 2010),
    ("2015-06-01 00:00:00", 2014),
])
def test_the_year_comes_from_the_file(tmp_path, changed, year):
    path = log(tmp_path, "Dec 30 10:00:00 h a: b\nDec 31 10:00:00 h a: b\n")
    when = datetime.datetime.fromisoformat(changed).replace(tzinfo=datetime.timezone.utc)
    os.utime(path, (when.timestamp(),) * 2)
    said = make(tmp_path, path)
    assert [when for when, _ in packets(tmp_path)] == [f"{year}-12-30 10:00:00",
                                                       f"{year}-12-31 10:00:00"]
    assert f"was taken to be of {year}" in said


def test_29_february_is_of_a_leap_year(tmp_path):
    path = log(tmp_path, "Feb 29 10:00:00 h a: b\n")
    os.utime(path, (1293840000,) * 2)  # 1 January 2011
    make(tmp_path, path)
    assert packets(tmp_path)[0][0] == "2008-02-29 10:00:00"


def test_what_was_taken_for_granted_is_said(tmp_path):
    _, said = convert(tmp_path, "2010-11-14T22:13:18 h a: b\n", zone="Europe/Berlin")
    assert "in that of this machine: --zone says another" in said
    assert packets(tmp_path)[0][0] == "2010-11-14 21:13:18"
    _, said = convert(tmp_path, "2010-11-14T22:13:18Z h a: b\n")
    assert said.count("\n") == 1


def test_options_hold_for_the_logs_behind_them(tmp_path):
    line = "2010-11-14T22:13:18 h a: b\n"
    make(tmp_path, "-n", "one", "-z", "+01:00", log(tmp_path, line, "1"),
         "-n", "two", "-z", "UTC", "-c", "60", log(tmp_path, line, "2"))
    assert packets(tmp_path) == [("2010-11-14 21:13:18", "Nov 14 22:13:18 one a: b"),
                                 ("2010-11-14 22:14:18", "Nov 14 22:13:18 two a: b")]


def test_several_logs_are_put_in_the_order_of_time(tmp_path):
    one = "".join(f"2010-11-14T00:00:0{i}Z one a: b\n" for i in (1, 3, 2, 7))
    two = "".join(f"2010-11-14T00:00:0{i}Z two a: b\n" for i in (2, 5, 6, 8))
    make(tmp_path, log(tmp_path, one, "1"), log(tmp_path, two, "2"))
    # No log is reordered: 2 of the first stays behind its 3.
    assert [when[-1] for when, _ in packets(tmp_path)] == list("12325678")


# --- Texts ----------------------------------------------------------------------------

@pytest.mark.parametrize("rest", [
    "kernel: CMAN: removing node mark from the cluster : Missed too many heartbeats",
    "clurgmgrd[1234]: <notice> Größe 5 → 6, 日本語, \U0001f5a7, \\x41 C:\\temp %s %n {7}",
    "last message repeated 2 times", "-- MARK --", "x: trailing blank ",
])
def test_text_stays_as_it_is(tmp_path, rest):
    found, _ = convert(tmp_path, f"2010-11-14T22:13:18Z host {rest}\n")
    assert found == [("2010-11-14 22:13:18", f"Nov 14 22:13:18 host {rest}")]


@pytest.mark.parametrize("written, shown", [
    (b"a\tb", "a\\tb"), (b"\x1b[31m", "\\x1b[31m"), (b"nul \0 end", "nul \\x00 end"),
    (b"latin \xe9", "latin \\xe9"), (b"\xc2\x9b31m", "\\xc2\\x9b31m"), (b"\x7f", "\\x7f"),
    (b"\xc0\xaf", "\\xc0\\xaf"), (b"\xed\xa0\x80", "\\xed\\xa0\\x80"), (b"\xe2\x82", "\\xe2\\x82"),
    (b"\xf4\x90\x80\x80", "\\xf4\\x90\\x80\\x80"),
    (b"x" + bytes(900) + b"y", "x\\x00{900}y"), (b"cr\rlf", "cr\\x0dlf"),
])
def test_what_is_no_text_is_escaped(tmp_path, written, shown):
    found, _ = convert(tmp_path, b"2010-11-14T22:13:18Z host app: " + written + b"\r\n")
    assert found == [("2010-11-14 22:13:18", f"Nov 14 22:13:18 host app: {shown}")]


@pytest.mark.parametrize("line, text", [
    ("2010-11-14T22:13:18Z kernel: no host", "Nov 14 22:13:18 node kernel: no host"),
    ("<13>2010-11-14T22:13:18Z h a: b", "<13>Nov 14 22:13:18 h a: b"),
    ("<13>1 2010-11-14T22:13:18Z h app 12 ID - text", "<13>Nov 14 22:13:18 h app 12 ID - text"),
    ("2010-11-14T22:13:18Z host", "Nov 14 22:13:18 host"),
    ("2010-11-14T22:13:18Z h\x1b[1m a: b", "Nov 14 22:13:18 h\\x1b[1m a: b"),
])
def test_hosts_and_priorities(tmp_path, line, text):
    assert convert(tmp_path, line + "\n")[0] == [("2010-11-14 22:13:18", text)]


def test_a_name_for_the_node(tmp_path):
    content = "2010-11-14T22:13:18Z localhost a: b\n2010-11-14T22:13:18Z other a: c\n"
    found, said = convert(tmp_path, content, "--node", "mark")
    assert [text for _, text in found] == ["Nov 14 22:13:18 mark a: b", "Nov 14 22:13:18 mark a: c"]
    assert "1 line names another host than the first one does" in said


RELAYED = "    (from node VAX3 at 14-NOV-2010 22:13:20.40)"
OPCOM = f"""\
%%%%%%%%%%%  OPCOM  14-NOV-2010 22:13:18.31  %%%%%%%%%%%
Message from user SYSTEM on VAX1
%CNXMAN,  lost connection to system VAX2

%%%%%%%%%%%  OPCOM  14-NOV-2010 22:13:19.99  %%%%%%%%%%%{RELAYED}
22:13:20.30 Node VAX3 (csid 00010003) timed-out lost connection to node VAX2
%%%%%%%%%%% OPCOM  1-JAN-2011 00:00:00.00 %%%%%%%%%%%
Message from user AUDIT$SERVER on VAX1
Security alarm (SECURITY) on VAX1, system id: 1025
  Auditable event: Local interactive breakin detection

%PEA0, Port has Closed Virtual Circuit - REMOTE NODE VAX2
%%%%%%%%%%%  OPCOM  17-NOV-1858 00:00:00.00  %%%%%%%%%%%
%%%%%%%%%%%  OPCOM  1-JAN-2011 00:00:01.00  %%%%%%%%%%%
"""


def test_opcom(tmp_path):
    said = make(tmp_path, "-z", "+01:00", log(tmp_path, OPCOM, "operator.log"))
    assert packets(tmp_path) == [
        ("2010-11-14 21:13:18.31",
         "Nov 14 22:13:18 VAX1 OPCOM[SYSTEM]: %CNXMAN,  lost connection to system VAX2"),
        ("2010-11-14 21:13:19.99",
         "Nov 14 22:13:19 VAX3 OPCOM: 22:13:20.30 Node VAX3 (csid 00010003) timed-out lost "
         "connection to node VAX2 (from node VAX3 at 14-NOV-2010 22:13:20.40)"),
        ("2010-12-31 23:00:00",
         "Jan  1 00:00:00 VAX1 OPCOM[AUDIT$SERVER]: Security alarm (SECURITY) on VAX1, system id: "
         "1025 |   Auditable event: Local interactive breakin detection"),
        ("2010-12-31 23:00:00", "Jan  1 00:00:00 VAX1 [no time] %PEA0, Port has Closed Virtual "
         "Circuit - REMOTE NODE VAX2"),
        # A clock that was never set: pcap's times begin in 1970.
        ("2010-12-31 23:00:00", "Jan  1 00:00:00 VAX1 [no time] %%%%%%%%%%%  OPCOM  17-NOV-1858 "
         "00:00:00.00  %%%%%%%%%%%"),
        ("2010-12-31 23:00:01", "Jan  1 00:00:01 VAX1 OPCOM:"),
    ]
    assert "2 lines without a time" in said


def test_opcom_of_a_node_with_a_name(tmp_path):
    make(tmp_path, "-z", "UTC", "-n", "vax1", log(tmp_path, OPCOM, "operator.log"))
    assert texts(tmp_path)[:2] == [
        "Nov 14 22:13:18 vax1 OPCOM[SYSTEM]: (on VAX1) %CNXMAN,  lost connection to system VAX2",
        "Nov 14 22:13:19 VAX3 OPCOM: 22:13:20.30 Node VAX3 (csid 00010003) timed-out lost "
        "connection to node VAX2 (from node VAX3 at 14-NOV-2010 22:13:20.40)"]


# Berlin's time: an hour ahead of UTC, two in summer.
OPCOM_TIMES = [
    ("29-FEB-2008 12:00:00.00", "2008-02-29 11:00:00"),
    ("28-MAR-2010 01:59:59.99", "2010-03-28 00:59:59.99"),
    ("28-MAR-2010 03:00:00.00", "2010-03-28 01:00:00"),
    ("31-OCT-2010 02:59:59.50", "2010-10-31 00:59:59.5"),
    ("31-OCT-2010 02:00:00.25", "2010-10-31 01:00:00.25"),  # the hour that comes twice
    ("31-OCT-2010 03:00:00.00", "2010-10-31 02:00:00"),
    ("14-NOV-2010 23:59:59.99", "2010-11-14 22:59:59.99"),
    ("15-NOV-2010 00:00:00.00", "2010-11-14 23:00:00"),
    ("31-DEC-2010 23:59:59.99", "2010-12-31 22:59:59.99"),
    (" 1-JAN-2011 00:00:00.00", "2010-12-31 23:00:00"),
    # Its clock was set back by a day: the log says so, and so do the packets.
    ("31-DEC-2010 00:00:01.00", "2010-12-30 23:00:01"),
]


def test_times_of_opcom(tmp_path):
    make(tmp_path, "-z", "Europe/Berlin", "-n", "VAX1", log(tmp_path, "".join(
        f"%%%%%%%%%%%  OPCOM  {written}  %%%%%%%%%%%\nline {number}\n\n"
        for number, (written, _) in enumerate(OPCOM_TIMES))))
    found = {int(text.split()[-1]): time for time, text in packets(tmp_path)}
    assert found == {number: utc for number, (_, utc) in enumerate(OPCOM_TIMES)}


@pytest.mark.parametrize("written", ["29-FEB-2010 12:00:00.00", "31-JUN-2010 12:00:00.00",
                                     "14-NOV-2010 24:00:00.00", "14-NOX-2010 22:00:00.00"])
def test_a_time_of_opcom_that_no_clock_shows(tmp_path, written):
    found, said = convert(tmp_path, "%%%%%%%%%%%  OPCOM  14-NOV-2010 22:13:18.31  %%%%%%%%%%%\n"
                          f"good\n\n%%%%%%%%%%%  OPCOM  {written}  %%%%%%%%%%%\nbad\n\n",
                          "-z", "UTC", "-n", "VAX1")
    assert [time for time, _ in found] == 3 * ["2010-11-14 22:13:18.31"]
    assert "2 lines without a time" in said
    assert f"[no time] %%%%%%%%%%%  OPCOM  {written}" in found[1][1]
    assert found[2][1] == "Nov 14 22:13:18 VAX1 [no time] bad"


# --- Lines without a time ---------------------------------------------------------------

def test_bad_lines_are_never_lost(tmp_path):
    content = ("before\n2010-11-14T22:13:18Z host a: b\n\tat trace\n\n   \n"
               "2010-13-14T22:13:18Z host a: b\n2010-02-29T22:13:18Z host a: b\n"
               "2010-11-14T24:13:18Z host a: b\nNovember\n2010-11-14T22:13:19Z host a: c\n")
    found, said = convert(tmp_path, content)
    assert found == [
        ("2010-11-14 22:13:18", "Nov 14 22:13:18 node [no time] before"),
        ("2010-11-14 22:13:18", "Nov 14 22:13:18 host a: b"),
        ("2010-11-14 22:13:18", "Nov 14 22:13:18 host [no time] \\tat trace"),
        ("2010-11-14 22:13:18", "Nov 14 22:13:18 host [no time] 2010-13-14T22:13:18Z host a: b"),
        ("2010-11-14 22:13:18", "Nov 14 22:13:18 host [no time] 2010-02-29T22:13:18Z host a: b"),
        ("2010-11-14 22:13:18", "Nov 14 22:13:18 host [no time] 2010-11-14T24:13:18Z host a: b"),
        ("2010-11-14 22:13:18", "Nov 14 22:13:18 host [no time] November"),
        ("2010-11-14 22:13:19", "Nov 14 22:13:19 host a: c"),
    ]
    assert "6 lines without a time" in said
    assert "    line 3: \\tat trace\n" in said and "    and 1 more\n" in said


def test_nuls_that_a_crash_left(tmp_path):
    content = (b"2010-11-14T22:13:18Z host a: b\n" + bytes(4096)
               + b"2010-11-14T22:20:00Z host a: c\n")
    found, said = convert(tmp_path, content)
    assert found == [("2010-11-14 22:13:18", "Nov 14 22:13:18 host a: b"),
                     ("2010-11-14 22:13:18", "Nov 14 22:13:18 host [no time] \\x00{4096}"),
                     ("2010-11-14 22:20:00", "Nov 14 22:20:00 host a: c")]
    assert "    line 2: " in said


def test_a_long_line_is_cut_with_a_mark(tmp_path):
    start = "2010-11-14T22:13:18Z host a: "
    found, said = convert(tmp_path, start + "x" * 1000000 + "\n" + start + "next")
    kept = 16384 - len(start)
    assert texts(tmp_path) == [
        f"Nov 14 22:13:18 host a: {'x' * kept} [{1000000 - kept} bytes cut]",
        "Nov 14 22:13:18 host a: next"]
    assert "1 packet was cut" in said


def test_a_long_message_of_opcom_is_cut_between_characters(tmp_path):
    block = OPCOM.splitlines()[0] + "\n" + ("ä" * 4000 + "\n") * 6
    found, said = convert(tmp_path, block, "-z", "UTC")
    text = found[0][1]
    assert len(found) == 1 and text.endswith(" bytes cut]")
    shown, _, rest = text.rpartition(" [")
    assert 2 * shown.count("ä") + int(rest.split()[0]) == 6 * 8000
    assert 32768 - 2 <= len(shown.encode()) <= 32768


def test_a_line_feed_at_the_end_is_no_must(tmp_path):
    found, _ = convert(tmp_path, "2010-11-14T22:13:18Z host a: b")
    assert len(found) == 1


def test_an_empty_log_has_no_packets(tmp_path):
    found, said = convert(tmp_path, "")
    assert found == [] and said.endswith("node.log: 0 packets\n")


def test_line_ends_of_other_systems(tmp_path):
    found, said = convert(tmp_path, "2010-11-14T22:13:18Z host a: b\r\nno time\r\n\r\n"
                          "2010-11-14T22:13:19Z host a: c\r\n")
    assert [text for _, text in found] == [
        "Nov 14 22:13:18 host a: b", "Nov 14 22:13:18 host [no time] no time",
        "Nov 14 22:13:19 host a: c"]


def test_clocks_that_run_back(tmp_path):
    """Packets are in the order of time, and say what the log says."""
    found, _ = convert(tmp_path, "2010-11-14T22:13:18Z host a: 1\n2010-11-14T21:00:00Z host a: 2\n"
                       "2008-12-31T23:59:60Z host a: 3\n1970-01-01T00:00:00Z host a: 4\n")
    assert sorted(found) == [
        ("1970-01-01 00:00:00", "Jan  1 00:00:00 host a: 4"),
        ("2009-01-01 00:00:00", "Dec 31 23:59:60 host a: 3"),
        ("2010-11-14 21:00:00", "Nov 14 21:00:00 host a: 2"),
        ("2010-11-14 22:13:18", "Nov 14 22:13:18 host a: 1")]


BITS = [b"\0", b"\xff", b"\xc3", "ä".encode(), "日".encode()[:2], b"\x1b[31m", b"\t", b" ", b"%",
        b"<6>", b"Node VAX1 (csid 1)", b"\r", b"CMAN: ", b"x" * 500, b"29-FEB-2010"]
STARTS = [b"Nov 14 22:13:18 ", b"2010-11-14T22:13:18Z ", b"Feb 29 00:00:00 ", b"Dec 31 23:59:60 ",
          b"%%%%%%%%%%%  OPCOM  14-NOV-2010 22:13:18.31  %%%%%%%%%%%", b"", b"Nov 99 1:2:3 "]


def hostile_log(seed):
    chance = random.Random(seed)
    lines = [chance.choice(STARTS) + f"host m{number}m ".encode()
             + b"".join(chance.choices(BITS, k=chance.randrange(6))) for number in range(60)]
    return b"\n".join([b"2010-11-14T22:13:18Z host first", *lines])


@pytest.mark.parametrize("form", ["syslog", "opcom"])
@pytest.mark.parametrize("seed", range(8))
def test_nothing_of_a_hostile_log_is_lost(tmp_path, seed, form):
    """Each line has a number of its own, which comes back once, in a packet that is text."""
    content = hostile_log(seed)
    if form == "opcom":
        content = STARTS[4] + b"\nfirst\n\n" + content
    make(tmp_path, "-z", "UTC", "-y", "2010", "-n", "h", "-f", form, log(tmp_path, content))
    numbers = re.findall(r"\bm(\d+)m\b", "\n".join(texts(tmp_path)))
    assert sorted(map(int, numbers)) == list(range(60))
    assert not re.search(r"[\x00-\x1f\x7f]", "".join(texts(tmp_path)))


# --- What cannot be used -------------------------------------------------------------------

@pytest.mark.parametrize("content, why", [
    (bytes(range(256)) * 300, "is no log that can be read"),
    (b"no time\n" * 100000, "is no log that can be read"),
    (b"\x1f\x8b\x08" + bytes(100), "is compressed"),
    (b"\xff\xfe2\x000\x00", "is UTF-16"),
    (struct.pack("<I", 0xa1b2c3d4) + bytes(20), "is a capture"),
])
def test_no_log(tmp_path, content, why):
    said = make(tmp_path, log(tmp_path, content), status=1)
    assert said.count("\n") == 1 and why in said
    assert not (tmp_path / "out.pcap").exists()


def test_files_that_cannot_be_read(tmp_path):
    good = log(tmp_path, "2010-11-14T22:13:18Z host a: b\n")
    said = make(tmp_path, good, tmp_path, tmp_path / "none", status=1)
    assert said.splitlines() == [f"{tmp_path}: Is a directory",
                                 f"{tmp_path / 'none'}: No such file or directory"]
    assert not (tmp_path / "out.pcap").exists()


@pytest.mark.parametrize("options", [
    ["-z", "Europe/Berlni"], ["-z", "Europe"], ["-z", "../../etc/passwd"], ["-z", "+25:00"],
    ["-z", "+1"], ["-z", ""], ["-y", "10"], ["-y", "x"], ["-y", "2106"], ["-c", "1s"],
    ["-c", "nan"], ["-c", "1e300"], ["-f", "xml"], ["-n", "a b"], ["-n", ""], ["-n", "a\x1b"],
    ["-q"], ["-n"],
])
def test_nonsense_on_the_command_line(tmp_path, options):
    said = make(tmp_path, *options, status=2)
    assert 1 <= said.count("\n") <= 2
    assert not (tmp_path / "out.pcap").exists()


def test_a_log_is_not_written_over(tmp_path):
    path = log(tmp_path, "2010-11-14T22:13:18Z host a: b\n", "out.pcap")
    assert "this is one of the logs" in make(tmp_path, path, status=1)
    assert path.read_text() == "2010-11-14T22:13:18Z host a: b\n"


def test_a_full_disk_is_told(tmp_path):
    path = log(tmp_path, "2010-11-14T22:13:18Z host a: b\n" * 1000)
    done = subprocess.run([PROGRAM, "-o", "/dev/full", path], capture_output=True, text=True)
    assert done.returncode == 1
    assert "No space left on device" in done.stderr


def test_a_format_that_was_forced(tmp_path):
    make(tmp_path, "-z", "UTC", "-f", "opcom", log(tmp_path, OPCOM))
    assert len(packets(tmp_path)) == 6
    assert "is no log" in make(tmp_path, "-f", "syslog", log(tmp_path, OPCOM), status=1)


def test_a_pipe_in_and_out(tmp_path):
    done = subprocess.run([PROGRAM, "-n", "a", "-"], check=True, capture_output=True,
                          input=b"2010-11-14T22:13:18Z host a: b\n" * 5000)
    (tmp_path / "out.pcap").write_bytes(done.stdout)
    assert packets(tmp_path) == [("2010-11-14 22:13:18", "Nov 14 22:13:18 a a: b")] * 5000


# --- What is said of it ---------------------------------------------------------------------

def test_help_and_the_page_name_the_same_options(tmp_path):
    """And the program takes each of them."""
    help_text = subprocess.run([PROGRAM, "--help"], check=True, capture_output=True,
                               text=True).stdout
    shown = set(re.findall(r"^  (-\w), (--\w+)", help_text, re.M))
    page = (ROOT / "plugins/logs/cluster-heartbeats-logs.1").read_text().replace("\\", "")
    written = set()
    for line in re.findall(r"^\.BR (-.*)", page, re.M):
        written |= set(re.findall(r'(-\w) ", " (--\w+)', line))
    assert shown == written and len(shown) == 8
    values = {"--output": "out.pcap", "--node": "a", "--year": "2010", "--zone": "UTC",
              "--correct": "1", "--format": "syslog"}
    path = log(tmp_path, "Nov 14 22:13:18 host a: b\n")
    for short, long in shown:
        for name in (short, long):
            value = [values[long]] if long in values else []
            done = subprocess.run([PROGRAM, name, *value, path], capture_output=True,
                                  cwd=tmp_path, env={"TZ": "UTC"})
            assert done.returncode == 0, (name, done.stderr)


# --- In Wireshark ------------------------------------------------------------------------------

REMOVED = "ludwig kernel: CMAN: removing node mark from the cluster : Missed too many heartbeats"
LOG = f"""\
2010-12-02T16:04:31.139600+01:00 {REMOVED}
no time
2010-12-02T16:04:32.500000+01:00 ludwig hello
2010-12-02T16:04:33+01:00 ludwig kernel: für 日本語
2010-12-02T16:04:34+01:00 ludwig
"""


@pytest.fixture
def incident(tshark, captures):
    """A capture of cman, merged with a log."""
    folder = tshark.home / "incident"
    folder.mkdir(exist_ok=True)
    make(folder, log(folder, LOG))
    subprocess.run(["mergecap", "-w", folder / "all.pcapng", folder / "out.pcap",
                    captures / "cman-field-guide-leave.pcap"], check=True)
    subprocess.run(["chmod", "-R", "a+rX", folder], check=True)
    return folder / "all.pcapng"


def fields(tshark, capture, display_filter, *names):
    words = [word for name in names for word in ("-e", name)]
    return tshark.run("-2", "-r", capture, "-Y", display_filter, "-T", "fields", *words).stdout


def test_wireshark_reads_the_packets(tshark, incident):
    found = fields(tshark, incident, "syslog", "_ws.col.Protocol", "syslog.hostname",
                   "_ws.col.Info").splitlines()
    assert found == [
        f"Syslog\tludwig\tDec  2 16:04:31 {REMOVED}",
        "Syslog\tludwig\tDec  2 16:04:31 ludwig [no time] no time",
        "Syslog\tludwig\tDec  2 16:04:32 ludwig hello ",
        "Syslog\tludwig\tDec  2 16:04:33 ludwig kernel: für 日本語",
        "Syslog\t\tDec  2 16:04:34 ludwig",
    ]
    assert fields(tshark, incident, "_ws.malformed or _ws.short or _ws.expert.severity >= 8388608",
                  "frame.number") == ""


def test_the_dissectors_are_unharmed(tshark, incident, captures):
    """All values of cman, but for the numbers of frames, as without the log."""
    names = [line.split("\t")[2] for line in tshark.run("-G", "fields").stdout.splitlines()
             if line.startswith("F\t") and line.split("\t")[2].startswith("cman.")
             and line.split("\t")[3] != "FT_FRAMENUM"]
    plain = captures / "cman-field-guide-leave.pcap"
    assert fields(tshark, incident, "cman", *names) == fields(tshark, plain, "cman", *names)
    assert len(fields(tshark, incident, "cman", "frame.number").split()) == 14
    # The log stands where it belongs: behind the NODEDOWN, frame 4.
    assert fields(tshark, incident, "syslog.msg contains \"removing\"", "frame.number") == "5\n"


def test_its_own_output_is_sound_for_any_line(tshark):
    """No text of a log makes a packet malformed."""
    folder = tshark.home / "rests"
    folder.mkdir(exist_ok=True)
    rests = ["", " ", "a", "ab:", "a" * 31, "a" * 32, "a" * 40, ":", " :", "[", "a b", "ä", "1 2",
             "<1>", "-", "msu=00", "%CNXMAN, x"]
    make(folder, log(folder, "".join(f"<13>2010-11-14T22:13:18Z h{space}{rest}\n"
                                     for rest in rests for space in (" ", ""))))
    subprocess.run(["chmod", "-R", "a+rX", folder], check=True)
    assert len(tshark.frames(folder / "out.pcap", "syslog")) == 2 * len(rests)
    assert not tshark.frames(folder / "out.pcap", "_ws.malformed or _ws.short")
