# SPDX-License-Identifier: GPL-2.0-or-later
"""The files of the checkout, also where there is no git: a source archive."""
import fnmatch
import os

from tshark import ROOT

# As in .gitignore.
NOT_OURS = (".git", "__pycache__", ".pytest_cache")
BUILDS = "build*"


def is_ours(folder, name):
    return name not in NOT_OURS and not (folder == ROOT and fnmatch.fnmatch(name, BUILDS))


def files():
    """The paths of all sources, relative to the checkout."""
    found = []
    for folder, folders, names in os.walk(ROOT):
        here = ROOT / os.path.relpath(folder, ROOT)
        folders[:] = [name for name in folders if is_ours(here, name)]
        found += [(here / name).relative_to(ROOT) for name in names if is_ours(here, name)]
    return sorted(found)
