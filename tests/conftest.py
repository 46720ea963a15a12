# SPDX-License-Identifier: GPL-2.0-or-later
import os
from pathlib import Path

import pytest

from tshark import BUILD, REAL_CAPTURES, Tshark


@pytest.fixture(scope="session")
def tshark():
    """tshark with the plugin."""
    tool = Tshark()
    yield tool
    tool.close()


@pytest.fixture(scope="session")
def plain_tshark():
    """tshark without the plugin, for comparisons."""
    tool = Tshark(with_plugin=False)
    yield tool
    tool.close()


@pytest.fixture(scope="session")
def captures():
    """The folder of captures that the build generated."""
    return BUILD / "captures"


@pytest.fixture(scope="session")
def real_captures():
    """The folder of captures of real nodes; tests that need it say so when it
    is not there."""
    if not REAL_CAPTURES.is_dir():
        pytest.skip(f"captures of real nodes are not beside this checkout ({REAL_CAPTURES})")
    return REAL_CAPTURES


@pytest.fixture(autouse=True)
def no_sanitizer_report():
    """With tests/sanitize: a report fails the test that was running, also where
    it does not look at the exit status."""
    folder = os.environ.get("SANITIZER_REPORTS")
    before = set(Path(folder).iterdir()) if folder else set()
    yield
    if folder:
        reports = set(Path(folder).iterdir()) - before
        assert not reports, "\n".join(path.read_text(errors="replace") for path in reports)
