# SPDX-License-Identifier: GPL-2.0-or-later
"""The profile: Wireshark loads it, its filters compile, and installing it
leaves alone what a user changed."""
import csv
import itertools
import math
import os
import re
import shutil
import subprocess

import pytest

from tshark import BUILD, ROOT, Tshark

NAME = "Cluster heartbeats"
PROFILE = ROOT / "profiles" / NAME


def lines(name):
    return [line for line in (PROFILE / name).read_text().splitlines()
            if line.strip() and not line.startswith("#")]


def rows(name):
    return list(csv.reader(lines(name)))


def saved_filters(name):
    return [re.fullmatch(r'"([^"]+)" (.+)', line).groups() for line in lines(name)]


def color_rules():
    """(name, filter, background, foreground) of each rule."""
    return [re.fullmatch(r"@([^@]+)@([^@]+)@\[([\d,]+)\]\[([\d,]+)\]", line).groups()
            for line in lines("colorfilters")]


def columns():
    text = (PROFILE / "preferences").read_text()
    return re.findall(r'^\t"([^"]+)", "([^"]+)"', text, re.M)


def display_filters():
    yield from (row[1] for row in color_rules())
    yield from (row[2] for row in rows("dfilter_buttons"))
    yield from (row[1] for row in saved_filters("dfilters"))
    yield from (row[2] for row in rows("io_graphs") if row[2])
    yield from (row[6] for row in rows("io_graphs") if row[6])
    for _, form in columns():
        if form.startswith("%Cus:"):
            yield from form.split(":")[1].split(" or ")


@pytest.fixture(scope="module")
def home():
    """A user's tshark, with the profile beside the plugin."""
    tool = Tshark()
    folder = tool.home / ".config/wireshark/profiles"
    folder.mkdir(parents=True)
    shutil.copytree(PROFILE, folder / NAME)
    subprocess.run(["chmod", "-R", "a+rX", tool.home], check=True)
    yield tool
    tool.close()


def test_wireshark_loads_it_without_a_complaint(home, captures):
    """Colors, too: tshark reads them only when it is to show them."""
    capture = home.readable(captures / "cman-field-guide-leave.pcap")
    # run() fails on the first word on standard error.
    shown = home.run("-C", NAME, "-r", capture, "--color", "-V").stdout
    names = re.findall(r"\[Coloring Rule Name: (.*)\]", shown)
    assert names[0] == "Heartbeat"
    assert names[2] == names[3] == "Kill, node down, lost heartbeat"
    assert names[4] == "Transition"
    assert names[7] == "Retransmission or copy"
    assert names[10:] == ["Barrier"] * 4


def test_an_open_circuit_is_no_transition(home, captures):
    """Data on it has no color of its own, so that what was sent again stands out."""
    capture = home.readable(captures / "nisca-story-lost-message.pcap")
    shown = home.run("-C", NAME, "-r", capture, "--color", "-V", "-Y",
                     "nisca.tr.flags.rexmt == 1 or nisca.scs.type == 10").stdout
    found = re.findall(r"\[Coloring Rule Name: (.*)\]", shown)
    assert found == ["Retransmission or copy"]


def test_columns_show_what_they_promise(home, captures):
    capture = home.readable(captures / "cman-field-guide-leave.pcap")
    text = home.run("-C", NAME, "-n", "-r", capture, "-T", "json", "-Y", "frame.number==9").stdout
    assert text
    shown = home.run("-C", NAME, "-n", "-r", capture, "-Y", "frame.number==9").stdout
    # node by name and id, seq, ack; then the protocol
    assert re.search(r"johann,2\s+48\s+35\s+CMAN VIEWACK", shown)
    assert [title for title, _ in columns()] == [
        "No.", "Time", "Delta", "Place", "Source", "Node", "Seq", "Ack", "Missed",
        "Protocol", "Message", "Event"]
    # The capture's own time of day, in UTC here.
    assert re.search(r"^\s*9\s+\d\d:\d\d:\d\d\.\d+", shown)


@pytest.mark.parametrize("name, number, node", [
    ("cman-field-guide-leave.pcap", 9, "johann,2"), ("nisca-hangs.pcap", 65, "VAX1"),
    ("ncs-slave-dies.pcap", 76, "192.0.2.3")])
def test_the_column_node_names_the_sender(home, captures, name, number, node):
    """Of all three protocols, behind the source, which is an address; NCS has addresses alone."""
    capture = home.readable(captures / name)
    shown = home.run("-C", NAME, "-n", "-r", capture, "-Y", f"frame.number == {number}").stdout
    source = r"(\d+(\.\d+){3}|[\da-f]{2}(:[\da-f]{2}){5})"
    assert re.search(rf"\s{source}\s+{re.escape(node)}\s", shown), shown


def test_nothing_is_acknowledged_with_a_0(home, captures):
    """The column is empty where a message of cman acknowledges nothing; a 0 of NISCA counts."""
    ack = dict(columns())["Ack"].split(":")[1].split(" or ")
    assert ack == ["cman.acked_seq", "nisca.ack"]
    found = home.fields(captures / "cman-field-guide-leave.pcap", ["cman.ack", ack[0]])
    assert [row["cman.ack"] for row in found[:4]] == [["0"], ["0"], ["9"], ["0"]]
    assert all(row[ack[0]] == [number for number in row["cman.ack"] if number != "0"]
               for row in found)
    assert home.frames(captures / "nisca-hangs.pcap", "nisca.ack == 0")


@pytest.mark.parametrize("name, frames", [
    # Each frame twice: by a mirror, on a bond and its card, at two places.
    ("nisca-story-mirror.pcap", 48), ("cman-any-bond.pcap", 20), ("ncs-merged.pcapng", 90),
])
def test_copies_are_hidden(home, captures, name, frames):
    button = {row[1]: row[2] for row in rows("dfilter_buttons")}["Hide copies"]
    assert len(home.frames(captures / name, "frame", "-2")) == frames
    assert len(home.frames(captures / name, button, "-2")) == frames / 2


def button(name):
    return {row[1]: row[2] for row in rows("dfilter_buttons")}[name]


def rule(name):
    return {row[0]: row[1] for row in color_rules()}[name]


RED = "Kill, node down, lost heartbeat"
# Worked out by hand from the stories: nodes 3, VAX2 and 192.0.2.2 are silent; VAX2 comes back.
DEATHS = [("cman-node-lost.pcap", [24, 26, 27], [24], [24, 26, 27]),
          ("nisca-story-silent-node.pcap", [15], [15, 17], [15, 17]),
          ("ncs-slave-dies.pcap", [76], [76], [76])]


@pytest.mark.parametrize("name, deaths, silences, wrong", DEATHS)
def test_buttons_find_the_death_of_a_node(home, captures, name, deaths, silences, wrong):
    capture = captures / name
    assert home.frames(capture, button("Deaths"), "-2") == deaths
    assert home.frames(capture, button("Late or silent"), "-2") == silences
    assert home.frames(capture, button("Something is wrong"), "-2") == wrong
    assert home.frames(capture, rule(RED), "-2") == wrong


# Worked out by hand, too: two messages of VAX1 three times each; one STARTACK.
@pytest.mark.parametrize("name, frames", [("nisca-hangs.pcap", [70, 75, 83, 106, 111, 116]),
                                          ("cman-field-guide-leave.pcap", [8]),
                                          ("ncs-slave-dies.pcap", [])])
def test_a_button_finds_what_was_sent_again(home, captures, name, frames):
    assert home.frames(captures / name, button("Sent again"), "-2") == frames


# What says that node 3 is silent, and the packets of its removal; what NCS says of nodes that
# come and go, and each node's new view.
@pytest.mark.parametrize("name, frames", [("cman-node-lost.pcap", [24, *range(26, 38)]),
                                          ("ncs-slave-dies.pcap", [1, 2, 3, 76, 85, 86, 90])])
def test_a_button_hides_heartbeats_without_news(home, captures, name, frames):
    assert home.frames(captures / name, button("Hide heartbeats"), "-2") == frames


def test_a_button_hides_the_hellos_of_nisca(home, captures):
    """1,200 of 4,320 frames are HELLOs."""
    capture = captures / "nisca-story-healthy.pcap"
    shown = home.frames(capture, button("Hide heartbeats"), "-2")
    assert shown == home.frames(capture, "not nisca.cc.type == 0")
    assert len(shown) == 4320 - 1200


def test_late_heartbeats_are_found(home, captures):
    """Of each protocol; a node that is late is not yet silent."""
    for name, late in (("cman-story-hello.pcap", "cman.analysis.hello_late"),
                       ("nisca-story-removal.pcap", "nisca.analysis.hello_late"),
                       ("ncs-gaps-of-slave.pcap", "ncs_heartbeat.analysis.late")):
        frames = home.frames(captures / name, late, "-2")
        assert frames, name
        assert set(frames) <= set(home.frames(captures / name, button("Late or silent"), "-2"))


def test_saved_filters_are_those_of_the_buttons():
    saved = dict(saved_filters("dfilters"))
    for name, title in (("what happened", "Story"), ("deaths", "Deaths"),
                        ("something is wrong", "Something is wrong"),
                        ("late and lost heartbeats", "Late or silent"),
                        ("sent again", "Sent again")):
        assert saved[f"Cluster: {name}"] == button(title)
    assert f"not ({saved['Cluster: copies']})" == button("Hide copies")


@pytest.mark.parametrize("name", ["cman-quiet.pcap", "nisca-story-healthy.pcap",
                                  "ncs-healthy.pcap"])
def test_buttons_find_nothing_in_a_healthy_cluster(home, captures, name):
    text = " or ".join(f"({button(each)})" for each in
                       ("Deaths", "Late or silent", "Something is wrong", "Sent again"))
    assert home.frames(captures / name, f"{text} or {rule(RED)}", "-2") == []


def test_routine_channel_tests_are_no_transition(home, captures):
    """Three channels form, each with CCSTART and the first VACK; VERF and VACK that only test
    them are routine."""
    for text in (button("Transitions"), rule("Transition")):
        assert home.frames(captures / "nisca-story-handshake.pcap", text,
                           "-2") == [2, 4, 18, 20, 23, 25]


def test_the_story_has_a_column(home, captures):
    capture = home.readable(captures / "cman-node-lost.pcap")
    story = {row[1]: row[2] for row in rows("dfilter_buttons")}["Story"]
    shown = home.run("-C", NAME, "-n", "-r", capture, "-Y", story).stdout.splitlines()
    # What the incident is made of, in its order: see the story of the capture.
    assert len(shown) == 4
    for line, words in zip(shown, ["node 3 is silent", "node 1 kills node 3", "declared DEAD",
                                   "node 3 (mark) is out of the cluster"]):
        assert words in line


# What a dichromat sees of linear RGB: Machado, Oliveira and Fernandes, "A
# Physiologically-based Model for Simulation of Color Vision Deficiency" (2009),
# severity 1.0.
EYES = {
    "normal": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
                   [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
                     [-0.011820, 0.042940, 0.968881]],
}
XYZ = [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
       [0.0193339, 0.1191920, 0.9503041]]  # of linear sRGB, IEC 61966-2-1
WHITE = (0.95047, 1.0, 1.08883)  # D65


def times(matrix, vector):
    return [sum(a * b for a, b in zip(row, vector)) for row in matrix]


def lab(color, eye):
    """CIE L*a*b* of 16-bit sRGB, as an eye sees it."""
    parts = [part / 65535 for part in color]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
              for part in parts]
    seen = [min(1, max(0, part)) for part in times(EYES[eye], linear)]
    x, y, z = [part / white for part, white in zip(times(XYZ, seen), WHITE)]
    x, y, z = [part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116
               for part in (x, y, z)]
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("eye", EYES)
def test_the_color_blind_can_tell_the_rules(eye):
    """Any two backgrounds, since any two packets may stand side by side."""
    seen = {name: lab(map(int, back.split(",")), eye) for name, _, back, _ in color_rules()}
    near = [(one, other) for one, other in itertools.combinations(seen, 2)
            if math.dist(seen[one], seen[other]) <= 15]
    assert not near


def test_every_display_filter_compiles(home, captures):
    """One run of tshark a filter would take minutes: one for all, and names of
    the ones that fail only if it does."""
    capture = home.readable(captures / "cman-field-guide-hello.pcap")
    filters = sorted(set(display_filters()))
    assert len(filters) > 30
    together = " or ".join(f"({text})" for text in filters)
    done = home.run("-r", capture, "-Y", together, check=False)
    if done.returncode != 0 or done.stderr:
        bad = [text for text in filters
               if home.run("-r", capture, "-Y", text, check=False).stderr]
        assert not bad, done.stderr


@pytest.mark.parametrize("name, text", saved_filters("cfilters"))
def test_capture_filters_compile(name, text):
    tcpdump = shutil.which("tcpdump", path="/usr/bin:/usr/sbin:/bin:/sbin")
    if not tcpdump:
        pytest.skip("tcpdump is not installed: apt-get install tcpdump")
    done = subprocess.run([tcpdump, "-y", "EN10MB", "-d", text], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def selected(capture, text, tshark):
    """How many frames of a capture a capture filter lets through."""
    tcpdump = shutil.which("tcpdump", path="/usr/bin:/usr/sbin:/bin:/sbin")
    if not tcpdump:
        pytest.skip("tcpdump is not installed: apt-get install tcpdump")
    found = tshark.captures / "selected.pcap"
    found.unlink(missing_ok=True)
    as_root = ["-Z", "root"] if os.getuid() == 0 else []
    subprocess.run([tcpdump, *as_root, "-r", capture, "-w", found, text], check=True,
                   capture_output=True)
    found.chmod(0o644)
    return tshark.read(found, "-T", "fields", "-e", "frame.number").count("\n")


@pytest.mark.parametrize("name, protocol", [("cman", "cman"), ("NISCA", "nisca"),
                                            ("NCS heartbeat", "ncs_heartbeat")])
def test_vlan_forms_find_tagged_frames(tshark, captures, name, protocol):
    """Of the carriers, frames 1 and 2 have no tag, 3 and 4 one, 5 and 6 two."""
    filters = dict(saved_filters("cfilters"))
    six = tshark.captures / f"six-{protocol}.pcap"
    tshark.run("-F", "pcap", "-r", tshark.readable(captures / f"carriers-{protocol}-ethernet.pcap"),
               six, "1-6", program="editcap")
    for form in (name, "Cluster: all three protocols"):
        assert selected(six, filters[form], tshark) == 2
        assert selected(six, filters[f"{form}, also in one or two VLAN tags"], tshark) == 6


def test_io_graphs_have_the_columns_of_every_release():
    """Nine: 4.6 adds a tenth, with a default for files that lack it."""
    assert {len(row) for row in rows("io_graphs")} == {9}
    assert {row[0] for row in rows("io_graphs")} <= {"Enabled", "Disabled"}
    assert {row[5] for row in rows("io_graphs")} <= {"Packets", "MAX(Y Field)"}


def test_what_was_sent_again_has_no_round_trip(home, captures):
    """The ACK on a message that is sent again came with a timer of seconds: that is not how
    long the network takes."""
    graph = {row[6]: row[2] for row in rows("io_graphs")}
    times = f"nisca.analysis.ack_rtt >= 1 and ({graph['nisca.analysis.ack_rtt']})"
    capture = captures / "nisca-story-lost-message.pcap"
    assert home.frames(capture, "nisca.analysis.ack_rtt >= 1", "-2")
    assert home.frames(capture, times, "-2") == []
    assert "not cman.analysis.retransmission" in graph["cman.analysis.ack_rtt"]


# --- Installing ---------------------------------------------------------------


@pytest.fixture
def install(tshark):
    """Installs for an ordinary user; the answer is what was said."""
    home = tshark.home / "profile-user"
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir()
    home.chmod(0o777)
    (home / "source").mkdir()
    shutil.copytree(PROFILE, home / "source" / NAME)
    shutil.copy(ROOT / "plugins/install-profile.cmake", home)
    subprocess.run(["chmod", "-R", "a+rwX", home], check=True)

    def run():
        done = tshark.run(f"-Dprofile={home}/source/{NAME}", "-Dsystem_profiles=/nowhere",
                          "-P", home / "install-profile.cmake", program="cmake", check=False,
                          env_changes={"HOME": str(home)})
        assert done.returncode == 0, done.stderr
        return done.stdout + done.stderr

    return home, home / ".config/wireshark/profiles" / NAME, run


def names(folder):
    return {path.name for path in folder.iterdir()}


def test_install_makes_the_folder(install):
    _, folder, run = install
    run()
    assert names(folder) == names(PROFILE) | {"installed.md5"}


def test_update_replaces_what_the_user_did_not_touch(install):
    home, folder, run = install
    run()
    subprocess.run(["chmod", "-R", "a+rwX", folder], check=True)
    (folder / "dfilters").write_text('"mine" cman\n')
    for name in ("dfilters", "cfilters"):
        with (home / "source" / NAME / name).open("a") as out:
            out.write('"new in the next release" udp\n')
    assert "Kept, since you changed it" in run()
    assert (folder / "dfilters").read_text() == '"mine" cman\n'
    assert "new in the next release" in (folder / "cfilters").read_text()
    assert "new in the next release" not in run()
    assert (folder / "dfilters").read_text() == '"mine" cman\n'


def test_what_wireshark_wrote_anew_is_updated(install):
    """It writes its own comments, and the same content."""
    home, folder, run = install
    run()
    subprocess.run(["chmod", "-R", "a+rwX", folder], check=True)
    for name in ("dfilter_buttons", "io_graphs", "colorfilters"):
        (folder / name).write_text("# This file is automatically generated, DO NOT MODIFY.\n"
                                   + "".join(f"{line}\n" for line in lines(name)))
        with (home / "source" / NAME / name).open("a") as out:
            out.write("# new in the next release\n@@new\n")
    assert "Kept" not in run()
    for name in ("dfilter_buttons", "io_graphs", "colorfilters"):
        assert "@@new" in (folder / name).read_text(), name


def test_a_profile_of_the_same_name_is_left_alone(install):
    _, folder, run = install
    folder.mkdir(parents=True)
    (folder / "preferences").write_text("gui.toolbar_main_show: FALSE\n")
    assert "Kept your own profile" in run()
    assert names(folder) == {"preferences"}


@pytest.mark.skipif(os.getuid() != 0, reason="needs root")
def test_root_installs_it_for_everybody(tmp_path):
    subprocess.run(["cmake", "--install", BUILD], check=True, capture_output=True,
                   env={**os.environ, "DESTDIR": str(tmp_path)})
    folder = tmp_path / "usr/share/wireshark/profiles" / NAME
    assert names(folder) == names(PROFILE)
