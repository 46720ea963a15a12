# SPDX-License-Identifier: GPL-2.0-or-later
"""The wording of README, docs and the other texts, as far as a test can judge it: one spelling,
short sentences, and none of the turns of phrase that no native engineer would use."""
import re

import pytest

import documents
import sources
from tshark import ROOT

# docs/fields.md is made from the plugin's own texts, which tests/test_descriptions.py judges.
PAGES = [path for path in [*documents.PAGES, ROOT / "CHANGELOG.md", ROOT / "tests/README.md",
                           *ROOT.glob("tests/*/README.md"), ROOT / "test-captures/README.md",
                           *ROOT.glob("plugins/*/*.1")] if path.name != "fields.md"]
WORDS_AT_MOST = 35

# American, as Wireshark's own texts.
BRITISH = (r"(behavi|col|endeav|fav|flav|harb|hon|lab|neighb|rum)our|(acknowledge|judge)ment"
           r"|analys(e|ed|es|ing)\b|(of|de)fence|licence|(cent|fib|lit|met)re(s?|d)\b"
           r"|artefact|catalogue|programmes?\b|\bgrey|learnt\b|spelt\b|whilst|amongst"
           r"|(cancel|channel|dial|fuel|label|level|model|signal|total|travel|tunnel)l(ed|ing)\b"
           r"|(author|categor|central|character|custom|emphas|equal|final|general|initial|local"
           r"|maxim|minim|normal|optim|organ|priorit|random|real|recogn|serial|special|standard"
           r"|summar|synchron|util|visual)is(e|ed|es|ing|ation)\b")
# Where nobody's prose is: the license, random bytes, and this file.
NOT_OUR_PROSE = ("COPYING", "tests/fuzz/corpus/", "tests/test_prose.py")
PRODUCT = ("cman", "nisca", "ncs_heartbeat", "plugins")

# What is wrong, and what to write.
UNNATURAL = {
    r"\b(an?|one|each) (row|line|file|page|event|packet|item|column|finding|step|dissector)"
    r" an? \w+": "one row for each node",
    r"\b(instructions|bytes|[kMG]B|time|memory|numbers|minutes?|frames?) an? (frame|file|heartbeat"
    r"|packet|finding|node|sender|round|capture)\b|\beach a file": "per frame",
    r"\banew\b": "again",
    r"\bmend(s|ed|ing)?\b": "repair, correct",
    r"\b(stands?|lies?) (behind|in front of|beside)\b": "comes after, comes before, is with",
    r"\bas any other\b": "like any other",
    r"\bin the order of time\b": "in order",
    r"\bnothing else names it\b": "it is found by itself",
    r"\bbarred?\b|\bbars\b": "must be absent",
    r"\bthe (latter|former)\b": "the name",
    r"\bcapture points?\b": "place",
    r"\b(is|are) a matter of\b": "a verb",
}


def prose(page):
    """Paragraphs and items of lists, without commands, tables and what is quoted."""
    text = documents.FENCE.sub("\n\n", page.read_text())
    if page.suffix == ".1":
        text = re.sub(r"^\.(B|I|BR|IR|RB|RI) ", "", text, flags=re.M)
        text = re.sub(r"(?s)^\.nf.*?^\.fi", "", text, flags=re.M)
        text = re.sub(r"^\..*$", "\n", text, flags=re.M)
    text = re.sub(r"^    .*$|^!\[.*$", "\n", text, flags=re.M)
    text = re.sub(r"^\|.*$", "\n", text, flags=re.M)
    text = re.sub(r"`[^`]*`", "`x`", text)
    text = re.sub(r"\]\([^)]*\)", "]", text)
    for part in re.split(r"\n\s*\n|\n(?=\s*[*-] |\s*\d+\. |#)", text):
        yield " ".join(part.split())


def everything(page):
    """The page without its commands; cells of tables are judged, too."""
    text = re.sub(r"^    .*$", "", documents.FENCE.sub("\n", page.read_text()), flags=re.M)
    return re.sub(r"`[^`\n]*`", "`x`", text)


def sentences(page):
    for part in prose(page):
        yield from re.split(r"(?<=[.:;?!])\s+", part)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_spelling(page):
    assert not [match[0] for match in re.finditer(rf"\w*({BRITISH})\w*", everything(page), re.I)]


def british(text):
    """Names of functions and files are none of its words."""
    return [match[0] for match in re.finditer(rf"(?<![\w.])[a-z]*({BRITISH})[a-z]*(?![\w(])", text,
                                              re.I)]


def test_spelling_of_sources():
    """Comments and strings of C and Python, and the other files."""
    assert not [f"{path}: {word}" for path in sources.files()
                if not str(path).startswith(NOT_OUR_PROSE)
                for word in british(sources.written_for_people(path))]


@pytest.mark.parametrize("word, is_british", [
    ("It recognises a colour", True), ("an offence", True), ("acknowledgement", True),
    ("it was cancelled", True), ("in meters", False), ("of the essence", False),
    ("nisca_analyse_dialogue() is called", False), ("the colour_rules", False),
    ("otherwise four hours of a fence", False), ("it is controlled", False)])
def test_british_words_are_told_from_others(word, is_british):
    assert bool(british(word)) == is_british


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_words_that_a_native_would_use(page):
    text = " ".join(everything(page).split())
    assert not [f"{match[0]}: {better}" for wrong, better in UNNATURAL.items()
                for match in re.finditer(wrong, text, re.I)]


def shown_texts():
    """(path, text) of each string of the plugin and its programs, and of the profile's files."""
    for path in sources.files():
        if path.suffix in (".c", ".h") and path.parts[0] in PRODUCT:
            strings = sources.written_for_people(path, comments=False)
            yield path, re.sub(r'"\s*"', "", strings)
        elif path.parts[0] == "profiles":
            yield path, (ROOT / path).read_text()


def test_the_plugin_uses_such_words_itself():
    assert not [f"{path}: {match[0]}: {better}" for path, text in shown_texts()
                for wrong, better in UNNATURAL.items() for match in re.finditer(wrong, text, re.I)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_short_sentences(page):
    assert not [text for text in sentences(page) if len(text.split()) > WORDS_AT_MOST]


@pytest.mark.parametrize("wrong, right", [
    ("a row a node and adapter", "one row for each node"), ("one packet an event", "an event"),
    ("4 kB a frame", "4 kB per frame"), ("65,536 each a file", "200 bytes a second"),
    ("begins anew", "renews"), ("mended types", "recommended")])
def test_the_checks_find_what_they_are_for(wrong, right):
    def found(text):
        return [pattern for pattern in UNNATURAL if re.search(pattern, text)]
    assert found(wrong) and not found(right)
