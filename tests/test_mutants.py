# SPDX-License-Identifier: GPL-2.0-or-later
"""That each mutant of tests/mutants/list can be made: a line that somebody rewrote, or a file of
tests that is gone, is found here and not months later."""
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader

import pytest

from tshark import ROOT

LOADER = SourceFileLoader("mutants", str(ROOT / "tests/mutants/run"))
RUN = module_from_spec(spec_from_loader("mutants", LOADER))
LOADER.exec_module(RUN)


@pytest.mark.parametrize("mutant", RUN.mutants([]), ids=lambda mutant: mutant.name)
def test_its_line_and_its_tests_are_there(mutant):
    for old in mutant.values["old"]:
        mutant.place(old, ROOT)  # exits with what is wrong
    files = [word.split("::")[0] for word in mutant.tests.split() if word.startswith("tests/")]
    assert files and all((ROOT / name).is_file() for name in files)


def test_no_name_is_there_twice():
    names = [mutant.name for mutant in RUN.mutants([])]
    assert len(names) == len(set(names))
