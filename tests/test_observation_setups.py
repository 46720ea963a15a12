# SPDX-License-Identifier: GPL-2.0-or-later
"""One incident, captured in all ways of setups.py: what is said must not depend on the way.
observation/judge has the table of what a file does not prove."""
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader

import pytest

import cman_incident
import setups
from tshark import ROOT

LOADER = SourceFileLoader("judge", str(ROOT / "tests/observation/judge"))
JUDGE = module_from_spec(spec_from_loader("judge", LOADER))
LOADER.exec_module(JUDGE)
REBOOT = {"nodes": 3, "seconds": 60, "reboots": ((2, 8),)}


@pytest.fixture(scope="module")
def incidents(tshark, captures):
    """Per name: the protocol, the frames, and what the plain file says."""
    made = {"cman": ("cman", cman_incident.incident(11, **REBOOT)),
            "cman, two nodes": ("cman", cman_incident.incident(3, nodes=2, seconds=50)),
            "nisca, causes": ("nisca", setups.incident(captures / "nisca-story-causes.pcap")),
            "nisca, an outage": ("nisca", setups.incident(captures / "nisca-story-outage.pcap")),
            "ncs": ("ncs_heartbeat", setups.incident(captures / "ncs-slave-dies.pcap"))}
    return {name: (protocol, frames, JUDGE.truth(tshark, frames, protocol))
            for name, (protocol, frames) in made.items()}


@pytest.mark.parametrize("letter", "abcdefghij")
@pytest.mark.parametrize("name", ["cman", "cman, two nodes", "nisca, causes", "nisca, an outage",
                                  "ncs"])
def test_nothing_false_is_said(tshark, incidents, name, letter):
    protocol, frames, truth = incidents[name]
    wrong = {}
    for setup, false, _ in JUDGE.judge(tshark, frames, protocol, truth, letter):
        if len(false) > JUDGE.allowed(protocol, setup.name):
            wrong[setup.name] = sorted(false, key=str)
    assert not wrong


def test_the_table_names_set_ups_that_there_are(incidents):
    names = {(protocol, setup.name) for protocol, frames, _ in incidents.values()
             for setup in setups.all_of(frames)}
    for protocol, name in JUDGE.UNPROVEN:
        assert any(known == protocol and setup.startswith(name) for known, setup in names), name
