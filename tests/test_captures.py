# SPDX-License-Identifier: GPL-2.0-or-later
"""The generator itself: what it writes is sound, and the same each time."""
import re
import subprocess

import pytest

from tshark import BUILD, ROOT

# What the analysis adds, and not a field of a message, by how its names begin.
ANALYSIS = {
    "cman": r"(analysis|capture|response|transition|death|silent)[._]"
            r"|barrier\.(start_frame|complete_frame|duration|waiting|missing)",
    # Of the connection manager only what has no name in common with SCS and MSCP.
    "nisca": r"(analysis|capture|channel|circuit|silent|path)\."
             r"|(scs|mscp)\.(re(quest|sponse)|end|command)_|cnx\.(resent|missing|removed|step)",
    "ncs_heartbeat": r"(analysis|capture)\.",
}

LINK_LAYERS = ("-o", "ip.check_checksum:TRUE", "-o", "udp.check_checksum:TRUE")


def test_two_runs_write_the_same(tmp_path, captures):
    texts = (ROOT / "test-captures").glob("*.story")
    subprocess.run([BUILD / "test-captures/make-captures", tmp_path, *texts], check=True)
    written = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert written == {path.name: path.read_bytes() for path in captures.iterdir()}


def test_checksums_of_carriers_are_right(tshark, captures):
    """The carriers' stray bytes and fragments are no excuse for bad headers."""
    for path in captures.glob("carriers-*.pcap"):
        assert not tshark.frames(path, "ip.checksum.status == 0 || udp.checksum.status == 0",
                                 *LINK_LAYERS), path.name
        if "nisca" not in path.name:
            assert tshark.frames(path, "ip.checksum.status == 1 || ipv6", *LINK_LAYERS), path.name


@pytest.mark.parametrize("line, complaint", [
    ("0 a > b SLAVE color=red", "the message has no color"),
    ("0 a > b SLAVE number=5e9", "5e9 of number is no number and no name"),
    ("0 a > b SLAVE number=0x100000000", "0x100000000 does not fit into number"),
    ("7: 0 a > b SLAVE", "this is frame 1"),
    ("0 a > c SLAVE", "no node c"),
    ("0 a > b SLAVE number={i^2}", "+ - * / % or } are expected: {i^2}"),
    ("0 a > b SLAVE number={i", "+ - * / % or } are expected: {i"),
    ("0 a > b SLAVE | latte", "no field, or several, with the name latte"),
    ("0 a > b SLAVE | previous_frame=@prev", "the node has sent nothing before"),
])
def test_a_bad_story_is_said_clearly(tmp_path, line, complaint):
    story = tmp_path / "bad.story"
    story.write_text(f"layout ncs_heartbeat\nnode a\nnode b\n{line}\n")
    (tmp_path / "layouts").symlink_to(ROOT / "test-captures/layouts")
    done = subprocess.run([BUILD / "test-captures/make-captures", tmp_path, story],
                          capture_output=True, text=True)
    assert done.returncode != 0
    assert f"{story}:4: {complaint}" in done.stderr


@pytest.mark.parametrize("protocol", ANALYSIS)
def test_stories_bar_every_field_of_the_analysis(tshark, protocol):
    """A new field is listed in the layout, and then no story may have it unasked."""
    text = (ROOT / "test-captures/layouts" / protocol).read_text()
    listed = re.search(r"^analysis((\n  .*)+)", text, re.MULTILINE).group(1).split()
    known = [line.split("\t")[2] for line in tshark.run("-G", "fields").stdout.splitlines()
             if line.startswith("F\t")]
    fields = {name for name in known
              if re.match(rf"{protocol}\.({ANALYSIS[protocol]})", name)}
    assert fields and not fields - set(listed)
