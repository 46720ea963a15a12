# SPDX-License-Identifier: GPL-2.0-or-later
"""The files of the checkout, also where there is no git: a source archive."""
import fnmatch
import os
import re

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


def code_of(path, texts=False):
    """The lines of a C file, comments and (without `texts`) the contents of texts blanked."""
    def blank(match):
        text = match[0]
        if text[0] == '"':
            return text if texts else '""'
        return re.sub(r"[^\n]", " ", text)
    text = (ROOT / path).read_text()
    return re.sub(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"', blank, text, flags=re.S).split("\n")
