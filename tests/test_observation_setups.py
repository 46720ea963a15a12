# SPDX-License-Identifier: GPL-2.0-or-later
"""Incidents, captured in all ways of setups.py: what is said must not depend on the way.
observation/judge has the incidents, and what a file does not prove."""
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader

import pytest

import nisca_incident
import setups
from sharkd import Sharkd
from tshark import BUILD, ROOT

LOADER = SourceFileLoader("judge", str(ROOT / "tests/observation/judge"))
JUDGE = module_from_spec(spec_from_loader("judge", LOADER))
LOADER.exec_module(JUDGE)
INCIDENTS = list(JUDGE.incidents(BUILD / "captures", seeds=3))


@pytest.fixture(scope="module")
def server(tshark):
    with Sharkd(tshark) as sharkd:
        yield sharkd


@pytest.mark.parametrize("name, protocol, frames", INCIDENTS,
                         ids=[name for name, *_ in INCIDENTS])
def test_nothing_false_is_said(server, name, protocol, frames):
    plain = JUDGE.truth(server, frames, protocol)
    assert plain, name
    wrong = {setup.name: sorted(false, key=str)
             for setup, false, _ in JUDGE.judge(server, frames, protocol, plain, "")
             if len(false) > JUDGE.allowed(protocol, setup.name)}
    assert not wrong


@pytest.mark.parametrize("options", JUDGE.AT_WORK.values(), ids=JUDGE.AT_WORK)
def test_causes_are_those_that_the_nodes_had(server, options):
    cluster = nisca_incident.Cluster(1, nisca_incident.Options(**options))
    plain = JUDGE.truth(server, cluster.frames(), "nisca")
    causes = {number: value for number, name, value in plain if name == "analysis.rexmt_cause"}
    for number, is_lost in cluster.causes().items():
        assert causes.get(number) in (None, "Message lost" if is_lost else "ACK lost or late")


@pytest.mark.parametrize("options", JUDGE.AT_WORK.values(), ids=JUDGE.AT_WORK)
def test_rotated_files_lose_nothing(server, options):
    frames = nisca_incident.incident(1, **options)
    plain = JUDGE.truth(server, frames, "nisca")
    judged = JUDGE.judge(server, frames, "nisca", plain, "a rotated")
    assert all(len(missing) <= 3 for _, _, missing in judged)


def test_the_table_names_set_ups_that_there_are():
    names = {(protocol, setup.name) for _, protocol, frames in INCIDENTS
             for setup in setups.all_of(frames)}
    for protocol, name in JUDGE.UNPROVEN:
        assert any(known == protocol and setup.startswith(name) for known, setup in names), name
