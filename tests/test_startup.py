# SPDX-License-Identifier: GPL-2.0-or-later
"""What tshark says of the plugin before it sees a packet, and every output
format on every generated capture."""
import json
import re
from xml.parsers import expat

import pytest

from tshark import BUILD, REAL_CAPTURES, ROOT

FIELDS = REAL_CAPTURES.parent / "spec" / "fields.tsv"


@pytest.mark.parametrize("report", ["plugins", "fields", "protocols", "values", "decodes",
                                    "elastic-mapping"])
def test_reports_are_silent_on_standard_error(tshark, report):
    assert tshark.run("-G", report).stdout


def test_version_is_shown(tshark):
    version = re.search(r"project\(\S+ VERSION (\S+)", (ROOT / "CMakeLists.txt").read_text())[1]
    lines = [line.split("\t") for line in tshark.run("-G", "plugins").stdout.splitlines()]
    assert [line[1] for line in lines if line[0] == "cluster-heartbeats.so"] == [version]


def test_protocols_are_there(tshark):
    names = {line.split("\t")[2] for line in tshark.run("-G", "protocols").stdout.splitlines()}
    assert {"cman", "nisca", "ncs_heartbeat"} <= names


def test_no_two_values_of_a_field_share_a_name(tshark):
    """A display filter takes the first value of a name, and misses the others."""
    rows = [line.split("\t") for line in tshark.run("-G", "values").stdout.splitlines()]
    ours = [(row[1], row[3]) for row in rows
            if row[0] == "V" and row[1].startswith(("cman.", "nisca.", "ncs_heartbeat."))]
    assert len(ours) > 100
    assert sorted(set(ours)) == sorted(ours)


def test_elastic_mapping_is_json(tshark):
    assert json.loads(tshark.run("-G", "elastic-mapping", "--elastic-mapping-filter",
                                 "cman,nisca,ncs_heartbeat").stdout)


def known_fields(tshark):
    rows = [line.split("\t") for line in tshark.run("-G", "fields").stdout.splitlines()]
    return {row[2]: row[3].removeprefix("FT_") for row in rows if row[0] == "F"}


def test_promised_fields_exist(tshark):
    if not FIELDS.is_file():
        pytest.skip(f"the list of promised fields is not beside this checkout ({FIELDS})")
    known = known_fields(tshark)
    wrong = []
    for line in FIELDS.read_text().splitlines():
        if not line or line.startswith("#"):
            continue
        name, types = line.split("\t")
        allowed = ["NONE"] if types == "EXPERT" else types.split(",")
        if known.get(name) not in allowed:
            wrong.append(f"{name}: {known.get(name, 'missing')}, promised {types}")
    assert not wrong, "\n" + "\n".join(wrong)


# Larger ones are storms and long stories: the same few frames, many times.
LARGE = 100_000


@pytest.fixture(scope="module")
def everything(tshark):
    """All generated captures but the large ones in one file: a run of tshark
    per capture and format would take minutes."""
    paths = sorted(path for path in (BUILD / "captures").glob("*.pcap*")
                   if path.stat().st_size < LARGE)
    merged = tshark.captures / "everything.pcapng"
    tshark.run("-a", "-w", merged, *map(tshark.readable, paths), program="mergecap")
    count = tshark.read(merged, "-T", "fields", "-e", "frame.number").count("\n")
    assert count >= len(paths) > 0
    return merged, count


def test_json_parses(tshark, everything):
    merged, count = everything
    assert len(json.loads(tshark.read(merged, "-T", "json"))) == count
    assert len(json.loads(tshark.read(merged, "-T", "json", "--no-duplicate-keys"))) == count


def test_ek_parses(tshark, everything):
    merged, count = everything
    records = [json.loads(line) for line in tshark.read(merged, "-T", "ek").splitlines()]
    assert sum("layers" in record for record in records) == count


def test_pdml_parses(tshark, everything):
    merged, count = everything
    text = tshark.read(merged, "-T", "pdml")
    expat.ParserCreate().Parse(text.encode(), True)  # a tree of it would take half a minute
    assert text.count("\n<packet>") == count


def test_text_is_there_for_every_frame(tshark, everything):
    merged, count = everything
    assert tshark.read(merged, "-V", "-2").count("\nFrame ") + 1 >= count
