# SPDX-License-Identifier: GPL-2.0-or-later
"""What plugins/observation.c says of files with several observers, against what is true of
them: observation/simulate.c makes them, observation/check-observation.c judges."""
import subprocess

import pytest

from conftest import build_target
from tshark import BUILD

CHECK = BUILD / "tests/observation/check-observation"


@pytest.fixture(scope="module")
def verdicts():
    """Per set-up the line about it."""
    build_target("check-observation")
    lines = subprocess.run([CHECK], capture_output=True, text=True).stdout.splitlines()
    return {line[5:].split(":")[0]: line for line in lines}


def test_every_setup_is_judged_right(verdicts):
    assert len(verdicts) >= 30
    assert not [line for line in verdicts.values() if not line.startswith("ok")]


@pytest.mark.parametrize("setup", ["one feed", "four places", "appended", "tap",
                                   "mirror of both directions", "bond of cooked frames",
                                   "clones on two VLANs, equal numbers"])
def test_nothing_is_left_to_chance(verdicts, setup):
    """Where all can be known, not even the first frames are taken for others."""
    assert "first 0 (0 at first), attempt 0, cluster 0" in verdicts[setup]
