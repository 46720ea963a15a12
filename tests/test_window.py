# SPDX-License-Identifier: GPL-2.0-or-later
"""Wireshark's window with the profile, as a user sees it.  The screenshots are
kept in window-pictures/ in the build folder."""
import re

import pytest

import documents
from test_profile import color_rules, columns
from tshark import BUILD, ROOT
from window import Window, missing_packages, plain, wait_for, words_of_picture

PICTURES = BUILD / "window-pictures"
pytestmark = pytest.mark.skipif(
    bool(missing_packages()),
    reason="no window without Debian's packages: " + " ".join(missing_packages()))

# The selected packet in a color that nothing else has.
SELECTED = (0, 255, 0)
SHOW_SELECTED = [word for kind in ("active", "inactive")
                 for word in ("-o", f"gui.{kind}_frame.bg:00ff00", "-o",
                              f"gui.{kind}_frame.style:FLAT")]
# Of a selected line of the packet's tree, in Qt's own style.
TREE_SELECTION = (48, 140, 198)
EMPTY = 330  # a column of pixels in the packet list without texts: these files have one place


@pytest.fixture(scope="module", autouse=True)
def pictures():
    PICTURES.mkdir(exist_ok=True)


@pytest.fixture(scope="module")
def window(captures):
    with Window(captures / "cman-field-guide-leave.pcap", *SHOW_SELECTED) as shown:
        yield shown


def near(color, other):
    return all(abs(a - b) <= 12 for a, b in zip(color, other))


def selected_top(picture):
    bands = picture.bands(EMPTY, lambda color: color == SELECTED)
    return bands[0][0] if bands else None


@pytest.fixture(scope="module")
def rows(window):
    """Top of the first row of the packet list, and the height of a row."""
    window.keys("ctrl+Home")
    first = selected_top(window.settle())
    window.keys("ctrl+Down")
    second = selected_top(window.settle())
    assert first and second and second > first
    return first, second - first


def selected_frame(window, rows):
    top = selected_top(window.look())
    return top and (top - rows[0]) / rows[1] + 1


def go_to(window, rows, frame):
    window.focus(window.main)
    window.click(500, rows[0] + (frame - 1) * rows[1] + rows[1] // 2)
    window.settle()
    assert selected_frame(window, rows) == frame


def test_documents_show_only_what_the_script_makes():
    shown = {name for page in documents.PAGES
             for name in re.findall(r"\]\((?:docs/)?pictures/([\w-]+\.png)\)", page.read_text())}
    made = re.findall(r'"([\w-]+\.png)"', (ROOT / "docs/make-pictures").read_text())
    assert shown == set(made) == {path.name for path in (ROOT / "docs/pictures").iterdir()}


def cells(page, command, column=-1):
    """The last column of a table that a page shows, or another one."""
    shown = next(found.output for found in documents.ALL
                 if found.page == page and found.text.startswith(command))
    return [line.rstrip(" |").split("|")[column].strip() for line in shown.splitlines()
            if line[:2].isdigit() or line.startswith("VAX")]


@pytest.mark.parametrize("name, sentences", [
    ("answer", cells("README.md", "tshark -r all.pcapng -o")),
    ("answer-oes", cells("docs/oes.md", "tshark -r build/captures/ncs-outdated-view.pcap")),
    ("answer-openvms", cells("README.md", "tshark -r build/captures/nisca-hangs.pcap -q -z "
                             "nisca,circuits", 2)[:1]),
    ("packet-list", ["KILL node 1 > 3 seq 32 ack 9", "NODEDOWN node 3 DEAD, node 1 seq 33",
                     "MASTERVIEW members 2 dead 1, node 1 (ludwig) seq 35"])])
def test_pictures_show_what_the_pages_do(name, sentences):
    """Otherwise they are old: docs/make-pictures takes them again.  What the pages show is
    compared with what comes out in tests/test_readme.py."""
    words = words_of_picture("convert", ROOT / f"docs/pictures/{name}.png")
    shown = plain("".join(text for text, _, _ in words))
    assert sentences and not [text for text in sentences if plain(text) not in shown]


def test_comes_up_without_a_complaint(window):
    window.save(PICTURES / "main.png")
    titles = set(window.windows().values())
    assert window.capture.name in " ".join(titles)
    assert not any(re.search("error|warn|problem", title, re.I) for title in titles), titles
    assert window.wireshark.poll() is None


def test_packets_have_the_colors_of_the_rules(window, rows):
    go_to(window, rows, 1)
    picture = window.settle()
    window.save(PICTURES / "colors.png")
    colors = {name: tuple(int(part) // 257 for part in back.split(","))
              for name, _, back, _ in color_rules()}
    # Frames 2 to 14 of the capture, by what README says of them.
    expected = ["Heartbeat", "Kill, node down, lost heartbeat", "Kill, node down, lost heartbeat",
                "Transition", "Transition", "Transition", "Retransmission or copy", "Transition",
                "Transition", "Barrier", "Barrier", "Barrier", "Barrier"]
    for frame, name in enumerate(expected, start=2):
        middle = rows[0] + (frame - 1) * rows[1] + rows[1] // 2
        assert near(picture.pixel(EMPTY, middle), colors[name]), f"frame {frame}: {name}"


def test_follows_a_frame_link(window, rows):
    """Frame 8 acknowledges frame 5: the first line of its [Analysis]."""
    go_to(window, rows, 8)
    # Into the tree; the last protocol, its last line, and the first one in that.
    window.keys("Tab", "End", "Right", "End", "Right", "Down")
    picture = window.settle()
    window.save(PICTURES / "link.png")
    bands = picture.bands(500, lambda color: near(color, TREE_SELECTION),
                          top=rows[0] + 15 * rows[1])
    assert bands, "no line of the packet's tree is selected"
    window.double_click(500, (bands[0][0] + bands[0][1]) // 2)
    window.settle()
    window.save(PICTURES / "link-followed.png")
    assert selected_frame(window, rows) == 5


@pytest.mark.parametrize("place, title", [(0, "Cluster timeline"), (3, "cman nodes"),
                                          (7, "NISCA nodes"), (13, "NCS heartbeat nodes")])
def test_opens_a_table_from_the_menu(window, place, title):
    table = window.open_statistic(title, place)
    assert window.capture.name in window.windows()[table]
    window.save(PICTURES / f"{title.replace(' ', '-')}.png")
    window.xdotool("windowclose", table, check=False)
    window.focus(window.main)


def test_two_windows_of_one_table_can_both_be_sorted(window):
    """They share the table, whose rows are made anew for the second."""
    tables = []
    for top in (0, 450):
        before = set(window.windows())
        window.open_statistic("cman nodes", 3)
        table, = {shown for shown, title in window.windows().items()
                  if "cman nodes" in title} - before
        window.xdotool("windowsize", table, "900", "200")
        window.xdotool("windowmove", table, "0", str(top))
        window.settle()
        tables.append(table)
    for top in (0, 450, 0):
        # On the titles of the first column, Node, and of the fourth, Missed.
        for x in (50, 315, 315):
            window.click(x, top + 22)
            window.settle()
    window.save(PICTURES / "two-tables.png")
    assert window.wireshark.poll() is None
    for table in tables:
        window.xdotool("windowclose", table, check=False)
    window.focus(window.main)


def test_filters_a_conversation(captures, tshark):
    """Analyze > Conversation Filter, for a frame of a circuit."""
    capture = captures / "nisca-hangs.pcap"
    circuit = tshark.frames(capture, "eth.dst.ig == 0 && !nisca.cc")
    with Window(capture) as window:
        window.keys("ctrl+Home", *["ctrl+Down"] * 11)  # frame 12, a STACK
        window.keys("alt+a")
        window.settle()
        chosen = window.pick("Conversation Filter", 50, "Right")
        window.save(PICTURES / "conversation-filter.png")
        window.pick("NISCA circuit", 30, "Return", chosen)
        window.save(PICTURES / "conversation.png")
        words = plain("".join(text for text, _, _ in window.read(window.size[1] - 22)))
        assert plain(f"Displayed: {len(circuit)}") in words, words
        assert window.quit() == []


def test_leaves_quietly_and_had_our_columns(window):
    """Wireshark notes the columns that it showed in the profile; last of all tests."""
    assert window.quit() == []
    recent = (window.profile / "recent").read_text()
    shown = re.search(r"^column\.width:(.*?)\n\n", recent + "\n\n", re.S | re.M)[1]
    # A line each: format, width.
    forms = [line.strip().rstrip(",").rsplit(",", 1)[0].strip('"')
             for line in shown.splitlines() if line.strip()]
    assert [form.removesuffix(":0:R") for form in forms] == [
        form.removesuffix(":0:R") for _, form in columns()]


@pytest.mark.parametrize("name, options, rule", [
    ("nisca-story-lost-message.pcap", [], "Retransmission or copy"),
    ("ncs-slave-dies.pcap", ["-Y", "ncs_heartbeat.incarnation_change"], "Transition")])
def test_other_protocols_come_up_in_their_colors(captures, name, options, rule):
    back = next(back for title, _, back, _ in color_rules() if title == rule)
    color = tuple(int(part) // 257 for part in back.split(","))
    with Window(captures / name, *options) as window:
        # Longer lists have a scroll bar at the right: between two columns, then.
        wait_for(lambda: window.look().bands(600, lambda pixel: near(pixel, color)),
                 f"a packet in the color of {rule}")
        window.settle()
        window.save(PICTURES / f"{name.removesuffix('.pcap')}.png")
        assert window.quit() == []
