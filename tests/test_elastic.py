# SPDX-License-Identifier: GPL-2.0-or-later
"""What tshark exports with -T ek, mended by the programs in docs/elastic/, is what
Elasticsearch and OpenSearch take: see elastic.py for what that is."""
import json
import os
import re
import shutil
import subprocess
from collections import Counter

import pytest

import documents
import elastic
from tshark import BUILD, ROOT

OURS = ("cman", "nisca", "ncs_heartbeat")
LARGE = 400_000  # storms and long stories: the same few frames, many times


@pytest.fixture(scope="module")
def folder(tshark):
    place = tshark.home / "elastic-search"
    shutil.copytree(BUILD / "captures", place / "build/captures")
    shutil.copytree(ROOT / "docs/elastic", place / "docs/elastic")
    subprocess.run(["chmod", "-R", "a+rX", place], check=True)
    if os.getuid() == 0:
        subprocess.run(["chown", "-R", "nobody", place], check=True)
    return place


def shell(tshark, folder, text):
    done = subprocess.run(tshark.command("bash") + ["-c", f"set -o pipefail; {text}"], cwd=folder,
                          env=tshark.environment(), capture_output=True, text=True)
    assert done.returncode == 0, f"{text}\n{done.stdout}{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def template(tshark, folder):
    return json.loads(shell(tshark, folder, "docs/elastic/mapping"))


@pytest.fixture(scope="module")
def exported(tshark, folder):
    """All generated captures but the large ones, through the documented export."""
    names = " ".join(f"build/captures/{path.name}"
                     for path in sorted((folder / "build/captures").glob("*.pcap*"))
                     if path.stat().st_size < LARGE)
    shell(tshark, folder, f"mergecap -a -w all.pcapng {names}")
    command = documents.find("docs/live.md", r"-T ek").removesuffix(" > bulk.ndjson")
    return [elastic.read_document(line)
            for line in shell(tshark, folder, command).splitlines()]


def test_every_field_has_a_mapping_that_fits(template, exported):
    mapping = template["template"]["mappings"]
    wrong = {}
    for document in exported[1::2]:
        for complaint in elastic.complaints(document, mapping):
            wrong.setdefault(complaint.partition(":")[0], complaint)
    assert not wrong, "\n".join(wrong.values())


def test_the_export_holds_what_it_should(tshark, folder, exported):
    """Every frame of ours once, all layers that were asked for, findings."""
    text = shell(tshark, folder, "tshark -n -2 -r all.pcapng "
                 "-Y 'cman or nisca or ncs_heartbeat' -T fields -e frame.number")
    numbers = [document["layers"]["frame"]["frame_frame_number"] for document in exported[1::2]]
    assert numbers == text.split()
    layers = {layer for document in exported[1::2] for layer in document["layers"]}
    assert layers == {"frame", "eth", "vlan", "ip", "ipv6", "cman", "cman_sysman",
                      "cman_clvmd", "nisca", "ncs_heartbeat"}
    assert all(set(action["index"]) == {"_index"} for action in exported[::2])
    findings = [finding for document in exported[1::2]
                for finding in listed(document["layers"].get("cman", {}).get("_ws_expert", []))]
    lost = [finding for finding in findings if "cman_cman_analysis_hello_lost" in finding]
    assert lost and all(finding["cman_cman_analysis_hello_lost"] is True for finding in lost)


def listed(value):
    return value if isinstance(value, list) else [value]


def unescaped(message):
    """Wireshark 4.6 doubles the backslashes in texts of -T fields."""
    return message.replace("\\\\", "\\")


def test_frames_with_several_findings_keep_all(tshark, folder, exported):
    """All findings of our layers that tshark itself lists."""
    rows = tshark.fields(folder / "all.pcapng", ["_ws.expert.message"], "-2", "-Y",
                         "cman or nisca or ncs_heartbeat")
    found = []
    for document in exported[1::2]:
        findings = [finding for name, layers in document["layers"].items()
                    if name.startswith(OURS) for layer in listed(layers)
                    for finding in listed(layer.get("_ws_expert", []))]
        found.append(Counter(unescaped(message) for finding in findings
                             for message in listed(finding["_ws_expert__ws_expert_message"])))
    ours = set().union(*found)
    wanted = [Counter(message for message in map(unescaped, row["_ws.expert.message"])
                      if message in ours) for row in rows]
    assert max(sum(messages.values()) for messages in found) > 1
    assert found == wanted


def test_texts_numbers_and_times_are_what_they_are(template):
    layers = template["template"]["mappings"]["properties"]["layers"]["properties"]

    def type_of(layer, name):
        return layers[layer]["properties"][f"{layer}_{name}"]["type"]
    assert type_of("cman", "cman_src_name") == "keyword"
    assert type_of("cman", "cman_seq") == "long"
    assert type_of("cman", "cman_flags") == "keyword"  # printed as 0x...
    assert type_of("cman", "cman_analysis_hello_delta") == "double"
    assert type_of("cman", "cman_payload") == "keyword"
    assert type_of("nisca", "nisca_dx_src") == "keyword"
    assert type_of("nisca", "nisca_cc_transmit_time") == "date"
    assert type_of("ncs_heartbeat", "ncs_heartbeat_master") == "ip"
    assert type_of("frame", "frame_time") == "date"


@pytest.mark.parametrize("field_type, good, bad", [
    ("long", ["1", "-1", 7, "9223372036854775807"], ["0x10", "1.5", "9223372036854775808", "x"]),
    ("byte", ["127", "-128"], ["128", "01:02"]),
    ("double", ["0.999532000", "5"], ["five", True]),
    ("date", ["2010-12-02T15:04:32.139776000Z", "1291302272139", "2010"],
     ["0.999532000", "1291302272.139776000", "Dec  2, 2010"]),
    ("boolean", [True, "false"], ["1", 1.5]),
    ("ip", ["192.0.2.1", "2001:db8::1"], ["0xc0000201", "ludwig"]),
])
def test_the_rules_themselves(field_type, good, bad):
    assert [value for value in good if not elastic.fits(field_type, value)] == []
    assert [value for value in bad if elastic.fits(field_type, value)] == []


@pytest.mark.skipif(not shutil.which("curl"), reason="curl is not installed")
def test_the_documented_commands(tshark, folder):
    """Every command of the chapter, against a server of our own."""
    commands = [command.text for command in documents.ALL
                if command.page == "docs/live.md" and command.chapter.startswith("Documents for")]
    assert len(commands) == 5
    server = elastic.Server()
    try:
        for text in commands:
            shell(tshark, folder, text.replace("localhost:9200", server.address))
    finally:
        server.close()
    assert server.template["index_patterns"] == ["packets-*"]
    assert server.refused == []
    # Everything that the three nodes captured is cman.
    assert len(server.documents) == 1533


def test_without_tidying(tshark, captures, template):
    """Why docs/elastic/tidy is there: documents are refused, or findings have no value."""
    server = elastic.Server()
    try:
        server.template = template
        text = tshark.read(captures / "cman-field-guide-leave.pcap", "-T", "ek")
        status, answer = server.bulk(text)
    finally:
        server.close()
    assert '"cman_cman_kill":null' in text
    if tuple(map(int, tshark.series.split("."))) < (4, 6):
        assert status == 400 and re.search("_type|Duplicate", answer["error"])
    else:
        assert status == 200
