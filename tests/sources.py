# SPDX-License-Identifier: GPL-2.0-or-later
"""The files of the checkout, also where there is no git: a source archive."""
import fnmatch
import io
import os
import re
import tokenize

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


TEXTS_OF_C = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"', re.S)


def written_for_people(path, comments=True):
    """Comments and strings of C and Python; all of any other text, none of other files."""
    try:
        text = (ROOT / path).read_text()
    except UnicodeDecodeError:
        return ""
    if path.suffix in (".c", ".h"):
        return "\n".join(part for part in TEXTS_OF_C.findall(text) if comments or part[0] == '"')
    if path.suffix == ".py" or text.startswith("#!/usr/bin/python3"):
        tokens = tokenize.generate_tokens(io.StringIO(text).readline)
        return "\n".join(token.string for token in tokens
                         if token.type in (tokenize.COMMENT, tokenize.STRING))
    return "" if "\0" in text else text


def code_of(path, texts=False):
    """The lines of a C file, comments and (without `texts`) the contents of texts blanked."""
    def blank(match):
        text = match[0]
        if text[0] == '"':
            return text if texts else '""'
        return re.sub(r"[^\n]", " ", text)
    text = (ROOT / path).read_text()
    return TEXTS_OF_C.sub(blank, text).split("\n")
