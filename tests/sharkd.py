# SPDX-License-Identifier: GPL-2.0-or-later
"""sharkd, Wireshark's server: asks for frames in any order, as the GUI does.

    with Sharkd(tshark) as server:
        server.load(capture)
        lines = server.lines(7, "Name of a Protocol")
"""
import json
import os
import selectors
import subprocess
import time

TIMEOUT = 60  # seconds to wait for an answer


class Sharkd:
    """One sharkd process with the plugin of `tshark`, a Tshark."""

    def __init__(self, tshark):
        self.tshark = tshark
        self.number = 0
        self.rest = b""
        self.process = subprocess.Popen(
            tshark.command("sharkd") + ["-"], cwd=tshark.home,
            env={**tshark.environment(), "WIRESHARK_DATA_DIR": str(tshark.data)},
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.selector = selectors.DefaultSelector()
        self.selector.register(self.process.stdout, selectors.EVENT_READ)

    def __enter__(self):
        return self

    def __exit__(self, error, *_):
        self.close()
        assert error or self.process.returncode == 0, "sharkd has failed at its end"

    def close(self):
        """End the process: it does so by itself at the end of its input."""
        self.process.stdin.close()
        try:
            self.process.wait(TIMEOUT)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.selector.close()
        self.process.stdout.close()

    def answer(self):
        """The next line that sharkd prints."""
        deadline = time.monotonic() + TIMEOUT
        while b"\n" not in self.rest:
            assert self.selector.select(deadline - time.monotonic()), "sharkd does not answer"
            more = os.read(self.process.stdout.fileno(), 1 << 16)
            assert more, "sharkd has ended"
            self.rest += more
        line, self.rest = self.rest.split(b"\n", 1)
        return json.loads(line)

    def ask(self, method, **parameters):
        """The result of one request; an error that sharkd reports fails."""
        self.number += 1
        request = {"jsonrpc": "2.0", "id": self.number, "method": method}
        if parameters:
            request["params"] = parameters
        self.process.stdin.write(json.dumps(request).encode() + b"\n")
        self.process.stdin.flush()
        answer = self.answer()
        assert answer.get("id") == self.number and "result" in answer, answer
        return answer["result"]

    def load(self, capture):
        """Read a capture, also after another one."""
        self.ask("load", file=str(self.tshark.readable(capture)))

    def count(self):
        """The number of frames of the capture."""
        return self.ask("status")["frames"]

    def frames(self, display_filter):
        """Numbers of the frames that a display filter selects, as with tshark -2: many
        filters on one capture need one start."""
        return [frame["num"] for frame in self.ask("frames", filter=display_filter)]

    def frame(self, number):
        """All that sharkd tells about one frame: tree, columns, bytes."""
        return self.ask("frame", frame=number, proto=True, columns=True)

    def lines(self, number, protocol):
        """The texts of one protocol's subtree, as the GUI shows them, each
        with its depth; `protocol` is how the subtree's first line begins."""
        return [line for node in self.frame(number)["tree"]
                if node["l"].startswith(protocol) for line in flatten(node)]


def flatten(node, depth=0):
    """The texts of a subtree, computed items in brackets as tshark has them."""
    yield depth, f"[{node['l']}]" if node.get("g") else node["l"]
    for child in node.get("n", []):
        yield from flatten(child, depth + 1)


def shown_by_tshark(text, protocol):
    """What `tshark -V` printed about one protocol, in the form of
    Sharkd.lines(): one list per frame that has it."""
    found, inside = [], False
    for line in text.splitlines():
        if not line.startswith(" "):
            inside = line.startswith(protocol)
            if inside:
                found.append([(0, line)])
        elif inside:
            found[-1].append(((len(line) - len(line.lstrip(" "))) // 4, line.strip()))
    return found
