# SPDX-License-Identifier: GPL-2.0-or-later
"""Every field says what it is, in more words than its name: in the packet's status
line, in the window of filters, and in docs/fields.md."""
import re

import pytest

PREFIX = re.compile(r"(cluster|cman|nisca|ncs_heartbeat)(\.|$)")
# Words that add nothing.
EMPTY = set("a an and are as at be by for from has in is it its of on or that the this to was "
            "with".split())


def words(text):
    """What a text is about, without endings: acknowledges, acknowledged."""
    found = re.findall(r"[a-z0-9]+", text.lower().replace("_", " "))
    return {re.sub(r"(ed|es|s|ing|ment)$", "", word) for word in found} - EMPTY


@pytest.fixture(scope="module")
def fields(tshark):
    """(label, filter name, type, description) of each."""
    rows = [line.split("\t") for line in tshark.run("-G", "fields").stdout.splitlines()]
    found = [(row[1], row[2], row[3], row[7] if len(row) > 7 else "") for row in rows
             if row[0] == "F" and PREFIX.match(row[2])]
    assert len(found) > 500
    return found


def test_every_field_has_a_description(fields):
    """An expert item has none; its label is a sentence."""
    assert [name for _, name, kind, text in fields if not text and kind != "FT_NONE"] == []


def test_descriptions_say_more_than_names(fields):
    thin = []
    for label, name, kind, text in fields:
        said, known = (text, f"{label} {name}") if text else (label, name)
        if len(words(said) - words(known)) < 2:
            thin.append(f"{name}: {label}: {text}")
    assert thin == []


def test_descriptions_are_short(fields):
    """They stand in one line of the window."""
    assert [name for label, name, _, text in fields
            if max(len(text), len(label)) > 150 or text.endswith(".")] == []
