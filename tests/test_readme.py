# SPDX-License-Identifier: GPL-2.0-or-later
"""README and the pages in docs/ show what really comes out.

The commands of a chapter are run one after the other, as an unprivileged user
in a folder that holds build/captures, and what they print is compared.  What
cannot be run so is listed in documents.py, with the test that runs it."""
import gzip
import os
import re
import shutil
import struct
import subprocess

import pytest

import documents
import sources
from cman_packets import NOACK, membership, write
from hostile import our_tables
from sharkd import Sharkd
from tshark import BUILD, ROOT
from wording import neutral

CHAPTERS = sorted({(command.page, command.chapter) for command in documents.ALL
                   if not documents.elsewhere(command)})


def significant(text):
    return [" ".join(line.split()) for line in neutral(text).splitlines() if line.strip()]


def difference(found, wanted):
    found, wanted = significant(found), significant(wanted)
    if "..." in wanted:  # left out: the rest must be there, in order
        rest = iter(found)
        return [line for line in wanted if line != "..." and line not in rest]
    return [] if found == wanted else [f"found: {found}", f"shown: {wanted}"]


@pytest.fixture
def folder(tshark, traffic, tmp_path_factory):  # traffic: its maker is built
    """A checkout that was built, for the unprivileged user."""
    place = tshark.home / tmp_path_factory.mktemp("chapter").name
    shutil.copytree(BUILD / "captures", place / "build/captures")
    shutil.copytree(ROOT / "docs", place / "docs")
    shutil.copy(BUILD / "cluster-heartbeats-logs", place / "build")
    (place / "build/tests/bench").mkdir(parents=True)
    shutil.copy(BUILD / "tests/bench/make-traffic", place / "build/tests/bench")
    shutil.copy(BUILD / "captures/cman-story-hour.pcap", place / "big.pcap")
    subprocess.run(["gzip", "-k", place / "big.pcap"], check=True)
    subprocess.run(["chmod", "-R", "a+rX", place], check=True)
    if os.getuid() == 0:
        subprocess.run(["chown", "-R", "nobody", place], check=True)
    yield place
    shutil.rmtree(place, ignore_errors=True)


def run(tshark, folder, text):
    return subprocess.run(tshark.command("bash") + ["-c", f"set -o pipefail; {text}"], cwd=folder,
                          env=tshark.environment(), capture_output=True, text=True)


@pytest.mark.parametrize("page, chapter", CHAPTERS)
def test_shown_output_is_real(tshark, folder, page, chapter):
    wrong = []
    for command in documents.ALL:
        if (command.page, command.chapter) != (page, chapter) or documents.elsewhere(command):
            continue
        done = run(tshark, folder, command.text)
        if done.returncode != 0:
            wrong.append(f"$ {command.text}\nended with {done.returncode}: {done.stderr}")
        elif command.output is not None:
            wrong += [f"$ {command.text}\n{line}"
                      for line in difference(done.stdout, command.output)]
    assert not wrong, "\n".join(wrong)


def answer():
    """The commands of README's answer, and the rows that the last one of them prints."""
    shown = [command for command in documents.ALL
             if (command.page, command.chapter) == ("README.md", "The answer")][:3]
    lines = [line.split(" |") for line in shown[2].output.splitlines() if line.count(" |") == 6]
    return [command.text for command in shown], [line[5].lstrip("|") for line in lines[1:]]


def test_the_field_has_the_lines_of_the_answer(tshark, folder):
    """Save those that README names: they are about no frame.  Times are in the table alone."""
    commands, rows = answer()
    show = commands[2].replace("-q -z cluster,timeline", "-T fields -E aggregator='|' "
                               "-e cluster.event -Y cluster.event").replace("-r ", "-2 -r ")
    done = [run(tshark, folder, text) for text in (*commands[:2], show)]
    assert [each.returncode for each in done] == [0] * 3
    found = done[2].stdout.replace("|", "\n").splitlines()
    lines = [re.sub(r" \(\d\d:\d\d:\d\d\.\d\)", "", row) for row in rows
             if "log is" not in row and not row.startswith("end of file: ")]
    assert len(lines) == len(rows) - 4
    # The KILL, which the NODEDOWN follows.
    assert [line for line in found if line not in lines] == [
        "node 1 kills node 3, last heard 4.4 s ago at mark"]
    assert [line for line in found if line in lines] == lines
    said = " ".join((ROOT / "README.md").read_text().split())
    assert ("has the same lines without the times in parentheses, except those about a log's clock "
            "and the end of the file" in said)
    assert "a silence and a KILL before the NODEDOWN" in said


NUMBER = re.compile(r"(?<![\w.,:/-])\d[\d:,]*(?:\.\d+)?(?![\w:-])")


def test_numbers_in_the_answer_are_those_of_its_tables():
    """A sentence that names a frame, a time or a count has it from what is shown there."""
    page = (ROOT / "README.md").read_text().split("## The answer\n")[1].split("\n## ")[0]
    shown = "".join(block for _, block in documents.FENCE.findall(page))
    prose = documents.FENCE.sub("", page)
    named = NUMBER.findall(prose)
    assert {"86", "74", "4.4", "15:04:26.4", "9.9"} <= set(named)
    # The length of a frame without its Ethernet header.
    assert "1,286" in named and f" NISCA {1286 + 14} " in shown
    assert [number for number in named if number not in shown and number != "1,286"] == []
    words = re.search(r"(\w+) HELLOs show up in mark's own", " ".join(prose.split()))[1]
    lost = re.search(r"(\d) lost on the way to ludwig and johann", shown)[1]
    assert words == {"3": "Three", "4": "Four", "5": "Five"}[lost]


def test_there_are_examples():
    shown = [command for command in documents.ALL if command.output]
    assert len([command for command in shown if command.page == "README.md"]) >= 3
    assert len(CHAPTERS) >= 8


def test_the_first_page_is_short_and_begins_with_an_answer():
    lines = (ROOT / "README.md").read_text().splitlines()
    assert len(lines) <= 250
    assert any("docs/pictures/answer.png" in line for line in lines[:20])


@pytest.mark.parametrize("page, searched", [
    ("rhel4.md", ["fenced", "killed", "declared dead", "bad NIC"]),
    ("openvms.md", ["CLUEXIT", "virtual circuit", "hangs"]),
    ("oes.md", ["Poison pill", "split brain", "cast out"])])
def test_a_word_that_is_searched_for_leads_to_its_page(page, searched):
    """README's table has the word beside the link; the page has it, too, and how to ask for
    the answer."""
    row = next(line for line in (ROOT / "README.md").read_text().splitlines()
               if line.startswith("|") and f"(docs/{page})" in line)
    assert not [word for word in searched if word not in row]
    text = (ROOT / "docs" / page).read_text().lower()
    assert not [word for word in searched if word.lower().replace("nic", "card") not in text]
    assert "tshark -2 -r FILE -q -z cluster,timeline" in (ROOT / "docs" / page).read_text()


def test_no_fence_is_overlooked():
    """Commands are in `sh` or `console`; what is in other fences is no command."""
    languages = {language for page in documents.PAGES
                 for language, _ in documents.FENCE.findall(page.read_text())}
    assert languages <= {"sh", "console", "c"}


def test_another_port_is_decoded_as_told(tshark):
    """The options that the page on troubleshooting gives."""
    hello = membership("04030300 07000000", flags=NOACK, tgtid=0)
    capture = write(tshark, "another-port.pcap", [hello] * 2, port=6810)
    options = [command.text.partition(".pcap ")[2].split() for command in documents.ALL
               if command.page == "docs/troubleshooting.md"
               and command.chapter == "Nothing is decoded"]
    assert len(options) == 3
    assert not tshark.frames(capture, "cman")
    for words in options:
        assert tshark.frames(capture, "cman.cmd == 4", *words) == [1, 2], words


@pytest.mark.parametrize("pattern, place", documents.ELSEWHERE)
def test_what_is_run_elsewhere_is_there(pattern, place):
    """No entry of the list is out of date."""
    assert any(re.match(pattern, command.text) for command in documents.ALL), pattern
    file, _, function = place.partition("::")
    if function:
        assert f"def {function}(" in (ROOT / file).read_text()


def test_packages_are_those_of_the_scripts():
    """The packages to install are those that ./demo and ./test install."""
    setup = (ROOT / "plugins/setup.sh").read_text()
    needed = set(re.search(r'^BUILD_PACKAGES="(.*)"', setup, re.M)[1].split())
    shown = [command.text for command in documents.ALL
             if re.match(r"(sudo )?apt-get install ", command.text)]
    assert shown
    assert any(needed <= set(text.split()) for text in shown)


def test_uninstalling(tmp_path):
    """The commands that remove the plugin find it where it is installed, for all series of
    Wireshark of a user, and in the folder that the build asks for, too."""
    (tmp_path / "wireshark.pc").write_text("Name: wireshark\nDescription: -\nVersion: 4.0\n"
                                           f"plugindir={tmp_path}/system\n")
    (tmp_path / "sudo").write_text('#!/bin/sh\nexec "$@"\n')
    (tmp_path / "sudo").chmod(0o755)
    places = [tmp_path / folder / "epan/cluster-heartbeats.so" for folder in
              (*(f".local/lib/wireshark/plugins/{series}" for series in ("4.0", "4.4")), "system")]
    for place in places:
        place.parent.mkdir(parents=True)
        place.touch()
    for command in documents.ALL:
        if re.match("(sudo )?rm ", command.text):
            subprocess.run(["sh", "-c", command.text], check=True,
                           env={"HOME": str(tmp_path), "PKG_CONFIG_PATH": str(tmp_path),
                                "PATH": f"{tmp_path}:{os.environ['PATH']}"})
    assert not [place for place in places if place.exists()]
    build = (ROOT / "CMakeLists.txt").read_text()
    assert "pkg_get_variable(WIRESHARK_PLUGINDIR wireshark plugindir)" in build
    assert ".local/lib/wireshark/plugins/${WIRESHARK_SERIES}/epan" in build


def test_an_address_that_reaches_nobody_is_called_so():
    """All texts name the maintainer of the package, or say that the address is none."""
    contact = re.search(r'CPACK_PACKAGE_CONTACT "[^"]*<(\S+)>"',
                        (ROOT / "plugins/packages.cmake").read_text())[1]
    named = {address for page in documents.PAGES for address in
             re.findall(r"[\w.-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]+\b", page.read_text())}
    assert named - {"you@example.org"} == {contact}
    reporting = " ".join((ROOT / "docs/reporting.md").read_text().split())
    said = re.search(rf"[^.;]*`{re.escape(contact)}`[^;]*", reporting)[0]
    assert contact.endswith(".invalid") == ("reaches nobody" in said)  # RFC 2606
    assert "docs/reporting.md#where-to-send-it" in (ROOT / "SECURITY.md").read_text()


@pytest.fixture
def checkout(tshark):
    """The sources, for the unprivileged user."""
    place = tshark.home / "checkout"
    for name in sources.files():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, place / name)
    if os.getuid() == 0:
        subprocess.run(["chown", "-R", "nobody", place], check=True)
    yield place
    shutil.rmtree(place, ignore_errors=True)


def test_demo(tshark, checkout):
    """./demo by a user: builds, installs for this user, shows the capture that
    README begins with."""
    home = checkout / "home"
    done = subprocess.run(
        tshark.command("env") + [f"HOME={home}", "BUILD_DIR=", "CMAKE_BUILD_TYPE=Debug",
                                       "./demo"], cwd=checkout,
        env=tshark.environment(), capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (home / f".local/lib/wireshark/plugins/{tshark.series}/epan"
            / "cluster-heartbeats.so").is_file()
    shown = next(command.output for command in documents.ALL if command.text ==
                 "tshark -r build/captures/cman-field-guide-leave.pcap")
    assert set(significant(shown)) <= set(significant(done.stdout))
    assert "Cluster Manager (RHEL 4 cman), STARTTRANS" in done.stdout
    answer = next(command.output for command in documents.ALL
                  if command.text.startswith("tshark -r all.pcapng -o"))
    assert set(significant(answer)) <= set(significant(done.stdout))


HEADER = struct.pack("<IHHiIII", 0xa1b2c3d4, 2, 4, 0, 0, 65535, 1)
# File: content, what is said with tshark, and without.
NO_CAPTURES = {
    "empty.pcap": (b"", "holds no packets", "is no capture"),
    "header.pcap": (HEADER, "holds no packets", "holds no packets"),
    "header.pcap.gz": (gzip.compress(HEADER), "holds no packets", "holds no packets"),
    "cut.pcap": (HEADER + b"\0", "is no capture: The file .* cut short .*", "holds no packets"),
    "short.txt": (b"hello\n", "is no capture", "is no capture"),
    "short.txt.gz": (gzip.compress(b"hello\n"), "is no capture", "is no capture"),
    "text.json": (b'{"cman": 1}\n', "is no capture", "is no capture"),
    # Wireshark 4.4 reads any text.
    "text.md": (b"# A text\n" * 9, "(is no capture: The file .* isn.t a capture file .*"
                "|holds no packets)", "is no capture"),
}
BODY = bytes(16)
CAPTURES = {
    "little.pcap": HEADER + BODY,
    "big.pcap": struct.pack(">IHHiIII", 0xa1b2c3d4, 2, 4, 0, 0, 65535, 1) + BODY,
    "nanoseconds.pcap": b"\x4d\x3c\xb2\xa1" + HEADER[4:] + BODY,
    "new.pcapng": b"\x0a\x0d\x0d\x0a" + bytes(36),
    "packed.pcap.gz": gzip.compress(HEADER + BODY),
}


class Bare:
    """A machine where nothing is installed but a few programs; those that would install
    write down that they were asked, and fail."""

    PROGRAMS = ("cat", "dirname", "gzip", "head", "id", "mktemp", "od", "rm", "tail", "tr", "wc")

    def __init__(self, tshark, checkout):
        self.tshark, self.checkout = tshark, checkout
        self.programs = checkout / "programs"
        self.programs.mkdir()
        self.asked = self.programs / "asked"
        for name in self.PROGRAMS:
            self.add(name)
        for name in ("dpkg-query", "apt-get", "sudo"):
            (self.programs / name).write_text(f"#!/bin/sh\necho {name} >>{self.asked}\nexit 1\n")
            (self.programs / name).chmod(0o755)
        if os.getuid() == 0:
            shutil.chown(self.programs, "nobody")

    def add(self, name):
        (self.programs / name).symlink_to(shutil.which(name))

    def demo(self, *names, content=None):
        if content is not None:
            (self.checkout / names[0]).write_bytes(content)
        return subprocess.run(
            self.tshark.command("env") + ["BUILD_DIR=", f"PATH={self.programs}", "/bin/sh",
                                          "./demo", *names],
            cwd=self.checkout, env=self.tshark.environment(), capture_output=True, text=True)


@pytest.fixture
def bare(tshark, checkout):
    return Bare(tshark, checkout)


def refuses(bare, done, said):
    return (done.returncode == 1 and done.stdout == "" and re.fullmatch(said + "\n", done.stderr)
            and not bare.asked.exists() and not (bare.checkout / "build").exists())


@pytest.mark.parametrize("name", NO_CAPTURES)
def test_demo_of_what_is_no_capture(bare, name):
    """One line, and before anything is installed or built; without tshark and with it."""
    content, said, said_without = NO_CAPTURES[name]
    done = bare.demo(name, content=content)
    assert refuses(bare, done, f"{re.escape(name)} {said_without}"), done.stderr
    bare.add("tshark")
    done = bare.demo(name)
    assert refuses(bare, done, f"{re.escape(name)} {said}"), done.stderr


@pytest.mark.parametrize("names, said", [
    (["nothing.pcap"], "There is no file nothing.pcap"), (["docs"], "docs is no file"),
    (["/dev/null"], "/dev/null is no file"), (["-r"], "There is no file -r"),
    ([""], "Usage: ./demo [CAPTURE]"), (["demo", "demo"], "Usage: ./demo [CAPTURE]")])
def test_demo_of_no_file(bare, names, said):
    done = bare.demo(*names)
    assert refuses(bare, done, re.escape(said)), done.stderr


def test_demo_of_a_file_that_nobody_may_read(bare):
    path = bare.checkout / "secret.pcap"
    shutil.copy(BUILD / "captures/cman-node-lost.pcap", path)
    path.chmod(0)
    done = bare.demo("secret.pcap")
    assert refuses(bare, done, "Cannot read secret.pcap: permission denied"), done.stderr


def test_demo_says_how_it_is_used(bare):
    done = bare.demo("--help")
    assert (done.returncode, done.stdout) == (0, "Usage: ./demo [CAPTURE]\n")
    assert not bare.asked.exists()


@pytest.mark.parametrize("name", CAPTURES)
def test_demo_takes_a_capture_without_tshark(bare, name):
    """It goes on to install."""
    bare.demo(name, content=CAPTURES[name])
    assert bare.asked.exists()


def test_demo_takes_what_tshark_knows(bare):
    """Among them formats that are neither pcap nor pcapng."""
    subprocess.run(["editcap", "-F", "snoop", BUILD / "captures/cman-node-lost.pcap",
                    bare.checkout / "sun.snoop"], check=True)
    bare.add("tshark")
    done = bare.demo("sun.snoop")
    assert bare.asked.exists(), done.stderr


def test_code_that_is_shown_is_in_the_sources():
    sources = "".join(path.read_text() for path in ROOT.glob("*/*.c"))
    blocks = [block for page in documents.PAGES
              for language, block in documents.FENCE.findall(page.read_text()) if language == "c"]
    assert blocks
    assert [block for block in blocks if block not in sources] == []


# --- Links, fields, filters -------------------------------------------------------

def links():
    for page in documents.PAGES:
        for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text()):
            if "://" not in target:
                yield str(page.relative_to(ROOT)), target


def anchors(page):
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
            for heading in documents.headings(page)}


@pytest.mark.parametrize("page, target", sorted(set(links())))
def test_links_lead_somewhere(page, target):
    name, _, anchor = target.partition("#")
    path = (ROOT / page).parent / name if name else ROOT / page
    assert path.exists()
    if anchor:
        assert anchor in anchors(path)


def test_table_of_fields_is_fresh(tshark):
    """To write it anew: docs/make-fields > docs/fields.md"""
    program = tshark.home / "make-fields"
    shutil.copy(ROOT / "docs/make-fields", program)
    program.chmod(0o755)
    assert tshark.run(program="./make-fields").stdout == (ROOT / "docs/fields.md").read_text()


def display_filters():
    for page in documents.PAGES:
        for table in documents.tables(page):
            for row in table:
                for heading, cell in row.items():
                    if heading == "display filter":
                        yield from documents.quoted(cell)


def test_display_filters_in_tables_are_valid(tshark, captures):
    filters = [text for text in display_filters() if not text.isdecimal()]
    assert len(filters) > 30
    wrong = []
    with Sharkd(tshark) as server:
        server.load(captures / "cman-field-guide-leave.pcap")
        for text in filters:
            try:
                server.ask("check", filter=text)
            except AssertionError as error:
                wrong.append(f"{text}: {error}")
    assert not wrong, "\n".join(wrong)


def test_fields_named_in_texts_exist(tshark):
    """A name with dots that begins with a protocol's is a field or a preference."""
    known = {line.split("\t")[2] for line in tshark.run("-G", "fields").stdout.splitlines()}
    known |= set(re.findall(r"^#?([\w.]+):", tshark.run("-G", "defaultprefs").stdout, re.M))
    known.add("cman.udp.port")  # Wireshark makes it, and tells it nowhere
    named = {name for page in documents.PAGES
             for name in re.findall(r"(?<!layers\.)\b((?:cman|nisca|ncs_heartbeat)"
                                    r"\.[a-z_.0-9]*[a-z_0-9])",
                                    re.sub(r"\b[\w./-]+\.(pcap|pcapng|so|md)\b", "",
                                           page.read_text()))}
    assert len(named) > 50
    assert not sorted(named - known)


def test_every_table_is_described_and_fuzzed(tshark):
    tables = our_tables(tshark)
    page = (ROOT / "docs/statistics.md").read_text()
    assert [name for name in tables if f"`{name}`" not in page] == []
    fuzzed = (ROOT / "tests/fuzz/taps.c").read_text()
    assert [name for name in tables if f'"{name}"' not in fuzzed
            and not re.match(r"conv,|endpoints,|\w+,tree$", name)] == []
