# SPDX-License-Identifier: GPL-2.0-or-later
"""Incidents, captured in all ways of setups.py: what is said must not depend on the way.
observation/judge has the incidents, and what a file does not prove."""
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader

import pytest

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


def test_the_table_names_set_ups_that_there_are():
    names = {(protocol, setup.name) for _, protocol, frames in INCIDENTS
             for setup in setups.all_of(frames)}
    for protocol, name in JUDGE.UNPROVEN:
        assert any(known == protocol and setup.startswith(name) for known, setup in names), name
