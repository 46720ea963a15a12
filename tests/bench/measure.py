# SPDX-License-Identifier: GPL-2.0-or-later
"""What the benchmarks share: traffic, tshark with and without the plugin, the
choice of rows, and the table at the end."""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tshark import BUILD, Tshark  # noqa: E402

# Per kind of traffic a display filter on a number of its protocol.
CMAN = "cman.cmd == 10"
FILTERS = {"cman-steady": CMAN, "cman-hello": CMAN, "cman-storm": CMAN, "cman-senders": CMAN,
           "nisca-steady": "nisca.cc.type == 15", "ncs-steady": "ncs_heartbeat.panning_id == 1",
           "noise": "udp.port == 1", "bfd": "bfd.sta == 0", "vrrp": "vrrp.prio == 1"}


class Lab:
    """tshark with and without the plugin, and traffic that both can read."""

    def __init__(self):
        subprocess.run(["cmake", "--build", BUILD, "--target", "make-traffic"], check=True,
                       stdout=sys.stderr)
        self.tools = {plugin: Tshark(with_plugin=plugin) for plugin in (True, False)}
        self.folder = Path(tempfile.mkdtemp(prefix="cluster-traffic-"))
        self.folder.chmod(0o755)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)
        for tool in self.tools.values():
            tool.close()

    def traffic(self, kind, frames, places=0):
        """A capture of this traffic, made when first wanted; of so many places, merged."""
        if places > 0:
            return self.merged(kind, frames, places)
        path = self.folder / f"{kind}-{frames}.pcap"
        if not path.exists():
            making = path.with_suffix(f".{threading.get_ident()}")
            subprocess.run([BUILD / "tests/bench/make-traffic", kind, str(frames), making],
                           check=True)
            making.chmod(0o644)
            making.rename(path)
        return path

    def merged(self, kind, frames, places):
        """This traffic as each of some places captured it, an interface each: every place has
        a frame 20 us after the one before it."""
        path = self.folder / f"{kind}-{frames}x{places}.pcapng"
        if not path.exists():
            making = path.with_suffix(f".{threading.get_ident()}")
            files = [f"{making}-{place}" for place in range(places)]
            for place, file in enumerate(files):
                subprocess.run(["editcap", "-t", f"{place * 20e-6:.6f}", self.traffic(kind, frames),
                                file], check=True)
            subprocess.run(["mergecap", "-I", "none", "-w", making, *files], check=True)
            making.chmod(0o644)
            making.rename(path)
            for file in files:
                Path(file).unlink()
        return path

    def usage(self, *arguments, plugin=True):
        """The resources that one run of tshark took; its output is thrown away."""
        tool = self.tools[plugin]
        child = subprocess.Popen(tool.command("tshark") + [str(a) for a in arguments],
                                 cwd=tool.home, env=tool.environment(),
                                 stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            raise RuntimeError(f"tshark {arguments} ended with {child.returncode}")
        return usage


def options(description, rows, **numbers):
    """The command line: names of rows, and numbers as options."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.ArgumentDefaultsHelpFormatter,
        epilog="Rows: " + ", ".join(row.name for row in rows))
    parser.add_argument("rows", nargs="*", metavar="ROW", help="measure only these rows")
    for name, (default, text) in numbers.items():
        parser.add_argument(f"--{name}", type=type(default), default=default, help=text)
    chosen = parser.parse_args()
    unknown = set(chosen.rows) - {row.name for row in rows}
    if unknown:
        parser.error(f"no such row: {', '.join(sorted(unknown))}")
    chosen.rows = [row for row in rows if not chosen.rows or row.name in chosen.rows]
    return chosen


def progress(text):
    print(text, file=sys.stderr, flush=True)


def print_table(results):
    """One line per (name, measure, value, target), the values as numbers."""
    lines = [("row", "measure", "value", "target", "met")]
    for name, measure, value, target in results:
        digits = 3 if target < 10 else 1
        lines.append((name, measure, f"{value:.{digits}f}", f"<= {target:g}",
                      "yes" if value <= target else "NO"))
    widths = [max(len(line[column]) for line in lines) for column in range(5)]
    for line in lines:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip())
