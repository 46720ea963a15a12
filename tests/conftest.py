# SPDX-License-Identifier: GPL-2.0-or-later
import fcntl
import os
import subprocess
from collections import defaultdict
from pathlib import Path

import pytest

from tshark import BUILD, REAL_CAPTURES, Tshark, either_format


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
def capture(captures):
    """Finds a generated capture by its name without the ending."""
    return lambda name: either_format(captures / name)


@pytest.fixture(scope="session")
def real_captures():
    """The folder of captures of real nodes; tests that need it say so when it
    is not there."""
    if not REAL_CAPTURES.is_dir():
        pytest.skip(f"captures of real nodes are not beside this checkout ({REAL_CAPTURES})")
    return REAL_CAPTURES


def build_target(name):
    """Build what only some tests need."""
    with open(BUILD / "build-target.lock", "w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # tests may run side by side, builds may not
        subprocess.run(["cmake", "--build", BUILD, "--target", name], check=True,
                       capture_output=True)


@pytest.fixture(scope="session")
def traffic(tmp_path_factory):
    """Makes the traffic of one kind."""
    build_target("make-traffic")
    folder = tmp_path_factory.mktemp("traffic")

    def make(kind, frames=600):
        path = folder / f"{kind}-{frames}.pcap"
        subprocess.run([BUILD / "tests/bench/make-traffic", kind, str(frames), path], check=True)
        return path

    return make


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


# --- What takes its time ---------------------------------------------------------

def processor_seconds():
    """Of this process and the finished ones that it started: unlike the clock's,
    these do not depend on what else the machine does."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    """The report of a test's part says how long the processors worked since the
    part before it ended."""
    outcome = yield
    now = processor_seconds()
    outcome.get_result().processor_seconds = now - getattr(item.session, "counted_until", now)
    item.session.counted_until = now


@pytest.hookimpl(tryfirst=True)
def pytest_collection_finish(session):
    session.counted_until = processor_seconds()


def pytest_terminal_summary(terminalreporter):
    """The files and tests that cost most, if there were many."""
    files, tests = defaultdict(float), defaultdict(float)
    for reports in terminalreporter.stats.values():
        for report in reports:
            seconds = getattr(report, "processor_seconds", 0)
            if seconds:
                files[report.nodeid.split("::")[0]] += seconds
                tests[report.nodeid] += seconds
    if len(tests) < 20:
        return
    terminalreporter.section(f"{sum(files.values()):.0f} s of processors")
    for name, seconds in sorted(files.items(), key=lambda pair: -pair[1])[:12]:
        count = sum(test.startswith(name + "::") for test in tests)
        terminalreporter.write_line(f"{seconds:7.1f} s  {name}, {count} tests")
    terminalreporter.write_line("the slowest tests:")
    for name, seconds in sorted(tests.items(), key=lambda pair: -pair[1])[:8]:
        terminalreporter.write_line(f"{seconds:7.1f} s  {name}")
