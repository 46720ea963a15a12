# SPDX-License-Identifier: GPL-2.0-or-later
"""What Wireshark itself words differently from release to release.

Nothing of the plugin's belongs here: what it shows must be the same with
every Wireshark."""
import re

SECONDS = {"milliseconds": 1e-3, "microseconds": 1e-6, "nanoseconds": 1e-9}


def in_seconds(match):
    return f"{float(match[1]) * SECONDS[match[2]]:.9f} seconds"


# (newer wording, wording of 4.0), for lines of text
NEWER = [
    (r"^(Frame \d+: )Packet, ", r"\1"),      # 4.6
    (r"_ws\.col\.info\b", "_ws.col.Info"),   # 4.4, in headings of -T fields
    (r"\b([\d.]+) (milliseconds|microseconds|nanoseconds)\b", in_seconds),  # 4.6
    (r"_ws\.col\.protocol\b", "_ws.col.Protocol"),
    (r"^( *\d+ \d{4}-\d\d-\d\d [\d:.]+)Z\b", r"\1"),  # 4.6, in a column of UTC
]


def neutral(text):
    """The text as Wireshark 4.0 would have put it."""
    for newer, older in NEWER:
        text = re.sub(newer, older, text, flags=re.M)
    return text


def neutral_table(text):
    """A table of conversations or endpoints; since 4.6 each number of bytes has
    its unit in both."""
    return text.replace(" bytes ", " ")
