# SPDX-License-Identifier: GPL-2.0-or-later
"""README shows what really comes out: each `$ tshark ...` block is run."""
import re
import shlex

import pytest

from tshark import BUILD, ROOT
from wording import neutral

TEXT = (ROOT / "README.md").read_text()


def examples():
    """(command, output) of each console block that runs tshark on a generated capture."""
    for block in re.findall(r"^```console\n(.*?)^```", TEXT, re.S | re.M):
        for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, _, output = part.partition("\n")
            if command.startswith("tshark") and "build/captures/" in command:
                yield pytest.param(command, output, id=command[:60])


def significant(text):
    return [" ".join(line.split()) for line in neutral(text).splitlines() if line.strip()]


@pytest.mark.parametrize("command, output", list(examples()))
def test_shown_output_is_real(tshark, command, output):
    words = shlex.split(command)[1:]
    words = [tshark.readable(BUILD / "captures" / word.split("/")[-1])
             if word.startswith("build/captures/") else word for word in words]
    found, wanted = significant(tshark.run("-n", *words).stdout), significant(output)
    if "..." in wanted:  # left out: the rest must be there, in order
        rest = iter(found)
        missing = [line for line in wanted if line != "..." and line not in rest]
        assert not missing
    else:
        assert found == wanted


def test_there_are_examples():
    assert len(list(examples())) >= 3


@pytest.mark.parametrize("name", sorted(set(re.findall(r"\]\(([\w./-]+)\)", TEXT))))
def test_links_lead_somewhere(name):
    assert (ROOT / name).exists()
