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


# What their files prove does not depend on how far clocks are apart: a circuit begins anew, and
# uses its numbers twice.
UNORDERED = ("a appended", "a sections", "b clocks apart by 3 s", "b clocks apart by -3 s",
             "b clocks apart by 60 s", "b clocks apart by an hour", "b a step", "f ", "k ")
AT_WORK = {"messages are lost on two LANs": {"nodes": 3, "seconds": 40},
           "messages are lost on one": {"nodes": 2, "lans": 1, "seconds": 40},
           "a node stands still": {"nodes": 2, "lans": 1, "silent": ((1, 20, 35),)},
           "a node of three stands still": {"silent": ((1, 20, 35),)},
           "a node leaves": {"seconds": 50, "byes": ((2, 25),)},
           "an adapter is exchanged": {"nodes": 2, "seconds": 50, "exchanged": ((1, 1, 22),)},
           "an adapter hears nothing": {"deaf": ((1, 1, 20, 40),)}}


@pytest.mark.parametrize("options", AT_WORK.values(), ids=AT_WORK)
def test_nothing_false_is_said_of_nodes_at_work(server, options):
    cluster = nisca_incident.Cluster(1, nisca_incident.Options(**options))
    plain = JUDGE.truth(server, cluster.frames(), "nisca")
    causes = {number: value for number, name, value in plain if name == "analysis.rexmt_cause"}
    for number, is_lost in cluster.causes().items():
        assert causes.get(number) in (None, "Message lost" if is_lost else "ACK lost or late")
    judged = [(setup.name, sorted(false, key=str), len(missing)) for setup, false, missing in
              JUDGE.judge(server, cluster.frames(), "nisca", plain, "")]
    assert not [row for row in judged if row[1] and not row[0].startswith(UNORDERED)]
    assert all(missing <= 3 for name, _, missing in judged if name.startswith("a rotated"))


def test_the_table_names_set_ups_that_there_are():
    names = {(protocol, setup.name) for _, protocol, frames in INCIDENTS
             for setup in setups.all_of(frames)}
    for protocol, name in JUDGE.UNPROVEN:
        assert any(known == protocol and setup.startswith(name) for known, setup in names), name
