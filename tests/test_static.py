# SPDX-License-Identifier: GPL-2.0-or-later
"""What can be said of the sources without running them.

Everything here is quick but test_clang_tidy, which takes a minute or two; one
file of it: pytest tests/test_static.py -k clang_tidy and packet-cman.c"""
import difflib
import hashlib
import json
import re
import shlex
import shutil
import subprocess
import sys

import pytest

import sources
from sources import code_of
from tshark import BUILD, ROOT

MODULE = ("cman", "nisca", "ncs_heartbeat", "plugins")
SOURCES = sorted(path.relative_to(ROOT) for folder in (*MODULE, "test-captures", "tests")
                 for path in (ROOT / folder).rglob("*.[ch]"))
UNITS = [path for path in SOURCES if path.suffix == ".c"]
# A program of its own, which is in none of Wireshark's.
PROGRAMS = ("plugins", "logs")
DISSECTORS = [path for path in SOURCES if path.parts[0] in MODULE and path.parts[:2] != PROGRAMS]


def run(program, *arguments, release=None):
    """What a tool says, standard error included, and whether it is content.  Of
    a tool with a `release`, another one has other opinions."""
    if not shutil.which(program):
        pytest.skip(f"{program} is not installed")
    if release and release not in subprocess.run([program, "--version"], text=True,
                                                 capture_output=True).stdout:
        pytest.skip(f"this is not {program} {release}")
    done = subprocess.run([program, *map(str, arguments)], cwd=ROOT, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.returncode == 0, done.stdout


# --- The tools -----------------------------------------------------------------

@pytest.fixture(scope="session")
def commands(tmp_path_factory):
    """A folder with the build's compile_commands.json, but each file once: clang-tidy
    would read it once for each program that it is part of; and file -> command."""
    built = BUILD / "compile_commands.json"
    if not built.is_file():
        pytest.skip(f"{built} is missing: configure again")
    entries = {}
    for entry in json.loads(built.read_text()):
        entries.setdefault(entry["file"], entry)
    folder = tmp_path_factory.mktemp("tidy")
    (folder / built.name).write_text(json.dumps(list(entries.values())))
    return folder, entries


def digest_of(path, entry, arguments):
    """Of all that clang-tidy's opinion of a file depends on, comments with NOLINT included."""
    words = shlex.split(entry["command"])
    words = words[:words.index("-o")] + ["-E", "-C", "-o", "-", str(path)]
    text = subprocess.run(words, cwd=entry["directory"], check=True, capture_output=True).stdout
    rules = [(folder / ".clang-tidy") for folder in (path.parent, *path.parents)]
    parts = [text, " ".join(arguments).encode(), entry["command"].encode(),
             *(rule.read_bytes() for rule in rules if ROOT in rule.parents and rule.is_file())]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


@pytest.mark.linter
@pytest.mark.parametrize("path", UNITS, ids=str)
def test_clang_tidy(path, commands):
    """.clang-tidy says what is looked for.  A file that was content before, and
    with it all that it includes, is not read again: BUILD/tidy remembers."""
    folder, entries = commands
    entry = entries.get(str(ROOT / path))
    if entry is None:
        pytest.skip("this build has no use for the file")
    # gcc's option for whole-module optimization is none of clang's
    arguments = ["--quiet", "--extra-arg=-Wno-ignored-optimization-argument"]
    content = BUILD / "tidy" / digest_of(ROOT / path, entry, arguments)
    if content.is_file():
        return
    is_content, said = run("clang-tidy", "-p", folder, *arguments, path, release="14.0")
    assert is_content, said
    content.parent.mkdir(exist_ok=True)
    content.write_text(f"{path}\n")


@pytest.mark.linter
def test_cppcheck():
    """Not against Wireshark's headers, which would take minutes: clang-tidy
    reads those."""
    content, said = run("cppcheck", "--enable=warning,style,performance,portability,unusedFunction",
                        "--std=c11", "--quiet", "--error-exitcode=1", "--inline-suppr",
                        "--suppressions-list=tests/cppcheck-suppressions", "-Iplugins", *SOURCES,
                        release="2.10")
    assert content, said


SCRIPTS = [path for path in sources.files()
           if path.suffix == ".sh" or (ROOT / path).read_bytes().startswith(b"#!/bin/sh")]


@pytest.mark.linter
@pytest.mark.parametrize("path", SCRIPTS, ids=str)
def test_shellcheck(path):
    content, said = run("shellcheck", "-x", "-s", "sh", "-S", "warning", path)
    assert content, said


@pytest.mark.linter
def test_pyflakes():
    scripts = [path for folder in ("tests", "tests/bench") for path in (ROOT / folder).iterdir()
               if path.is_file()
               and (path.suffix == ".py" or path.read_bytes().startswith(b"#!/usr/bin/python3"))]
    content, said = run("pyflakes3", *scripts)
    assert content, said


def folded(lines):
    return " ".join(" ".join(lines).split())


def indented(lines):
    return [len(line) - len(line.lstrip()) for line in lines[:1]]


@pytest.mark.linter
@pytest.mark.parametrize("path", SOURCES, ids=str)
def test_clang_format(path):
    """But for where lines break, and where a comment stands behind them; see
    .clang-format."""
    _, said = run("clang-format", path, release="14.0")
    old, new = (ROOT / path).read_text().splitlines(), said.splitlines()
    wrong = []
    for tag, start, end, other, other_end in difflib.SequenceMatcher(
            None, old, new, autojunk=False).get_opcodes():
        mine, its = old[start:end], new[other:other_end]
        if tag != "equal" and (folded(mine), indented(mine)) != (folded(its), indented(its)):
            wrong += [f"{path}:{start + 1}:", *(f"- {line}" for line in mine),
                      *(f"+ {line}" for line in its)]
    assert not wrong, "\n".join(wrong)


# --- House rules ------------------------------------------------------------------

def test_texts_follow_editorconfig():
    wrong = []
    for path in map(ROOT.joinpath, sources.files()):
        if (b"\0" in path.read_bytes() or path.name == "COPYING"
                or path.parts[-3:-2] == ("corpus",) or "profiles" in path.parts):
            continue
        text = path.read_text(encoding="utf-8")
        prose = path.suffix == ".md"
        if text and not text.endswith("\n"):
            wrong.append(f"{path}: no newline at the end")
        for number, line in enumerate(text.split("\n"), 1):
            if not prose and ("\t" in line or "\r" in line or line.endswith(" ")):
                wrong.append(f"{path}:{number}: tab, carriage return or blank at the end")
            if len(line) > 100 and path.suffix in (".c", ".h", ".py"):
                wrong.append(f"{path}:{number}: {len(line)} columns")
    assert not wrong, "\n".join(wrong)


def test_sources_name_their_license():
    code = [path for path in map(ROOT.joinpath, sources.files())
            if (path.suffix in (".c", ".h", ".py", ".cmake", ".sh", ".lua")
                or path.read_bytes().startswith(b"#!"))]
    assert not [str(path) for path in code
                if "SPDX-License-Identifier: GPL-2.0-or-later" not in path.read_text()[:1500]]


def uses(pattern, paths, but_for=()):
    return [f"{path}:{number}: {line.strip()}" for path in paths if path.name not in but_for
            for number, line in enumerate(code_of(path), 1) if re.search(pattern, line)]


# Everything that reads packet bytes; each of these checks its bounds.
ACCESSORS = {
    "tvb_address_to_str", "tvb_bytes_exist", "tvb_captured_length",
    "tvb_captured_length_remaining", "tvb_ensure_bytes_exist",
    "tvb_get_letoh48", "tvb_get_letoh64", "tvb_get_letohl", "tvb_get_letohs", "tvb_get_ntohl",
    "tvb_get_ntohs", "tvb_get_string_enc", "tvb_get_uint8", "tvb_memcpy", "tvb_memeql",
    "tvb_new_subset_remaining", "tvb_reported_length", "tvb_strneql", "tvb_strnlen",
}


def test_packets_are_read_through_checked_accessors():
    used = {name for path in DISSECTORS if path.name != "ws-compat.h"
            for line in code_of(path) for name in re.findall(r"\btvb_\w+(?=\s*\()", line)}
    assert "tvb_get_uint8" in used
    assert used <= ACCESSORS
    # No way around them, either.
    assert not uses(r"\b(real_data|ds_tvb|tvb_get_ptr)\b|tvb\s*->", DISSECTORS)


FORBIDDEN = {
    "memory outside wmem":
        r"\b(malloc|calloc|realloc|alloca|strdup|strndup|g_new0?|g_malloc\w*|g_slice_\w+"
        r"|g_array_new|g_byte_array_new|g_string_new|g_hash_table_new|g_ptr_array_new"
        r"|g_list_append)\s*\(",
    "gone or changed in a supported release":
        r"\b(wmem_packet_scope|val_to_str|rval_to_str|val64_to_str|val_to_str_ext"
        r"|tvb_get_guint8|tvb_length\w*|proto_tree_add_text|new_\w*create_\w+)"
        r"\s*\(",
    "Wireshark's checkAPIs.pl takes it for a variable that shadows a function":
        r"(?<=\s)(index|time|strlen|system)\b\s*([^(\w\s]|$)",
    "writes without a bound": r"\b(sprintf|vsprintf|strcpy|strcat|gets|strtok|atoi|scanf)\s*\(",
    "has no place in a dissector":
        r"\b(printf|fprintf|puts|abort|exit|assert|system|getenv|rand|g_print\w*)\s*\(",
    "analysis and columns would depend on whether somebody looks":
        r"\bif \((!?(tree|w->tree|\w+_tree)|\w*tree [!=]= NULL)\)",
}
ALLOWED = {
    # What Wireshark keeps of a statistics table, it releases with g_free(); what
    # delivery_table.c counts lives as long as its table, over several files.
    "memory outside wmem": ("stat_rows.c", "delivery_table.c"),
    "gone or changed in a supported release": ("ws-compat.h",),
}


@pytest.mark.parametrize("why", FORBIDDEN)
def test_forbidden(why):
    found = uses(FORBIDDEN[why], DISSECTORS, but_for=ALLOWED.get(why, ()))
    assert not found, f"{why}:\n" + "\n".join(found)


def test_no_decimal_sign_is_the_locales():
    """printf() writes that of the user's language: info_decimal() and its like do not."""
    found = [f"{path}:{number}" for path in DISSECTORS
             for number, line in enumerate(code_of(path, texts=True), 1)
             if re.search(r"%[-+ #0]*[\d*]*(\.[\d*]*)?[lL]?[aAeEfFgG]\b", line)]
    assert not found


@pytest.mark.parametrize("folder", MODULE)
def test_files_stand_on_each_other(folder):
    """Includes and calls point down, nobody knows a packet-*.c, and what is
    shared knows no protocol."""
    if not shutil.which("ctags"):
        pytest.skip("ctags (universal-ctags) is not installed")
    content, said = run(sys.executable, ROOT / "tests" / "circles", folder)
    assert content, said


# What does not belong into these files, each in its own way.
UPWARD = {
    "cman/cman-state.c": "static void up(void) { cman_tap_register(0); }",
    "cman/cman-layer.c": '#include "packet-cman.c"',
    "nisca/nisca.h": '#include "nisca-tap.h"',
    "ncs_heartbeat/ncs-state.h": "#define UP() ncs_tap_register(0)",
    "plugins/cadence.c": "static void up(void) { nisca_tap_register(); }",
    "plugins/copies.c": "extern int hf_nisca_flags; static int up(void) { return hf_nisca_flags; }",
    "plugins/places.c": 'static const char up[] = "CMAN";',
}


def test_what_points_up_is_found(tmp_path):
    if not shutil.which("ctags"):
        pytest.skip("ctags (universal-ctags) is not installed")
    for folder in MODULE:
        shutil.copytree(ROOT / folder, tmp_path / folder)
    (tmp_path / "tests").mkdir()
    for name in ("circles", "sources.py", "tshark.py"):
        shutil.copy(ROOT / "tests" / name, tmp_path / "tests")
    for path, line in UPWARD.items():
        with open(tmp_path / path, "a", encoding="utf-8") as file:
            file.write(line + "\n")
    _, said = run(sys.executable, tmp_path / "tests" / "circles")
    assert [path for path in UPWARD if path + ":" not in said] == []


def test_releases_differ_in_one_file_only():
    assert not uses(r"^\s*#\s*(el)?if.*(VERSION|WS_AT_LEAST)|\bWS_AT_LEAST\b", DISSECTORS,
                    but_for=("ws-compat.h",))


def symbols(objects, *options):
    said = subprocess.run(["gcc-nm", "--format=posix", *options, *objects], check=True,
                          capture_output=True, text=True).stdout
    return {line.split()[0] for line in said.splitlines() if not line.endswith(":")}


@pytest.mark.skipif(not shutil.which("gcc-nm"), reason="gcc is not installed")
def test_what_no_other_file_uses_is_static():
    """Modules of plugins/ may offer more than is wanted today."""
    folder = BUILD / "CMakeFiles/cluster-heartbeats.dir"
    objects = [path for path in (folder / f"{unit}.o" for unit in UNITS) if path.is_file()]
    used = symbols(objects, "--undefined-only")
    own = [path for path in objects if path.parent.name != "plugins"]
    assert own
    assert symbols(own, "--defined-only", "--extern-only") - used == set()
