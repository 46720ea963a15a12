# SPDX-License-Identifier: GPL-2.0-or-later
"""The commands, filters and links in README and the other texts."""
import re
import shlex
from typing import NamedTuple

from tshark import ROOT

PAGES = sorted(path for path in [ROOT / "README.md", ROOT / "CONTRIBUTING.md",
                                 ROOT / "SECURITY.md", *(ROOT / "docs").glob("*.md")]
               if path.exists())
FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.S | re.M)

# Commands that cannot run in a scratch folder as they are, and the test or
# script that runs each of them (or what it stands for).
ELSEWHERE = [
    (r"(sudo )?apt-get install ", "tests/test_readme.py::test_packages_are_those_of_the_scripts"),
    (r"(git clone|cp -r cluster-heartbeats|cmake -S wireshark) ", "tests/in-tree/run"),
    (r"cmake -(S|-build) ", "tests/test_build.py::configure"),
    (r"cmake --install ", "tests/test_build.py::test_a_user_installs_into_the_personal_folder"),
    (r"sudo cmake --install ", "tests/test_build.py::test_root_installs_into_the_system_folder"),
    (r"(sudo )?rm ", "tests/test_readme.py::test_uninstalling"),
    (r"sudo apt-get remove ", "tests/packages/run"),
    (r"sudo tcpdump .* -C ", "tests/test_live.py::test_tcpdump_captures_and_rotates"),
    (r"dumpcap ", "tests/test_live.py::test_dumpcap_captures"),
    (r"tshark .*-i eth0", "tests/test_live.py::test_live_watch"),
    (r"sudo tcpdump .*\| tshark", "tests/test_live.py::test_live_watch"),
    (r"curl ", "tests/test_elastic.py::test_the_documented_commands"),
    (r"cpack ", "tests/packages/run"),
    (r"plugins/doctor", "tests/test_doctor.py::test_healthy"),
    (r"\./test\b", ".ci/run"),
    (r"\./demo\b", "tests/test_readme.py::test_demo"),
]


def saved_filters(title):
    """The filters of the profile whose names begin so."""
    saved = (ROOT / "profiles/Cluster heartbeats/dfilters").read_text().splitlines()
    return [line.split('" ', 1)[1] for line in saved if line.startswith(f'"{title}:')]


def answers_its_question(tshark, captures, text, finds, others):
    """The filter finds something in one capture, and nothing in the others."""
    assert tshark.frames(captures / finds, text, "-2"), f"finds nothing in {finds}"
    for other in others:
        assert tshark.frames(captures / other, text, "-2") == [], f"finds something in {other}"


class Command(NamedTuple):
    page: str      # "docs/live.md"
    chapter: str   # heading above it
    text: str      # without prompt and continuation
    output: str    # as shown; None where none is


def logical_lines(block):
    """The commands of a `sh` block, without comments."""
    for line in block.replace("\\\n", " ").splitlines():
        text = re.sub(r"(^|\s+)#\s.*$", "", line).strip()
        if text:
            yield text


def without_comments(text):
    """Comments in fences are no headings."""
    return FENCE.sub(lambda match: re.sub(r"^#", "\0", match[0], flags=re.M), text)


def headings(page):
    return re.findall(r"^#+ (.*)$", without_comments(page.read_text()), re.M)


def chapters(text):
    """(heading, text below it) of each chapter of a page."""
    for part in re.split(r"^(?=##? )", without_comments(text), flags=re.M):
        heading, _, body = part.partition("\n")
        yield heading.lstrip("# "), body.replace("\0", "#")


def commands(page):
    name = str(page.relative_to(ROOT))
    for chapter, body in chapters(page.read_text()):
        for language, block in FENCE.findall(body):
            if language == "sh":
                for text in logical_lines(block):
                    yield Command(name, chapter, text, None)
            elif language == "console":
                for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
                    text, _, output = part.partition("\n")
                    yield Command(name, chapter, text, output)


ALL = [command for page in PAGES for command in commands(page)]


def elsewhere(command):
    """Where a command is exercised, if not here."""
    for pattern, place in ELSEWHERE:
        if re.match(pattern, command.text):
            return place
    return None


def find(page, pattern):
    """The one command of a page that matches."""
    found = [command.text for command in ALL
             if command.page == page and re.search(pattern, command.text)]
    assert len(found) == 1, f"{page}: {pattern}: {found}"
    return found[0]


def tables(page):
    """Each table of a page as a list of {heading: cell}."""
    for block in re.findall(r"(?:^\|.*\n)+", page.read_text(), re.M):
        # A cell may hold an escaped bar.
        rows = [[cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
                for line in block.splitlines()]
        if len(rows) > 2:
            yield [dict(zip(rows[0], row)) for row in rows[2:]]


def quoted(cell):
    """What stands in backquotes."""
    return re.findall(r"`([^`]+)`", cell)


def words(text):
    return shlex.split(text)
