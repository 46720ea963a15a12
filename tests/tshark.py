# SPDX-License-Identifier: GPL-2.0-or-later
"""tshark with the freshly built module, run the way users run it.

Wireshark ignores personal plugins when it runs as root, so tests that are
started as root run it as `nobody`, with a private HOME that holds the module.
"""
import os
import shutil
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = Path(os.environ.get("BUILD_DIR", ROOT / "build"))
# Empty: tshark has one of its own, see tests/in-tree/run.
MODULE = Path(os.environ.get("PLUGIN_MODULE", BUILD / "cluster-heartbeats.so"))
# Captures of real nodes that are not part of this repository.
REAL_CAPTURES = Path(os.environ.get("REAL_CAPTURES", ROOT.parent / "shared" / "captures"))
# A folder with programs of the same names to be run in place of Wireshark's, see tests/sanitize.
INSTRUMENTED = [os.environ["INSTRUMENTED"]] if "INSTRUMENTED" in os.environ else []
SEPARATOR = "\x1f"
# Names of manufacturers and the like, which tshark reads at each start, in a third of its time;
# no test is about them, and those of README run with all files.
UNREAD_DATA = {"manuf", "enterprises.tsv", "dtds"}


def of_wireshark(*asked):
    return subprocess.run(["pkg-config", *asked, "wireshark"], check=True, capture_output=True,
                          text=True).stdout.strip()


def either_format(path):
    """The capture with this path, whose ending is replaced."""
    pcapng = path.with_suffix(".pcapng")
    return pcapng if pcapng.exists() else path.with_suffix(".pcap")


def is_ending(row):
    """Whether a row of cluster,timeline is about the end of the file, and no event."""
    return row["What happened"].startswith(("end of file: ", "no cman, NISCA or NCS packet "))


class Tshark:
    """Runs tshark and its companions on captures; all paths are made readable
    for the unprivileged user first."""

    def __init__(self, with_plugin=True, module=MODULE):
        self.home = Path(tempfile.mkdtemp(prefix="cluster-heartbeats-"))
        self.home.chmod(0o755)
        self.captures = self.home / "captures"
        self.captures.mkdir()
        self.series = ".".join(of_wireshark("--modversion").split(".")[:2])
        if with_plugin and module != Path():
            folder = self.home / ".local/lib/wireshark/plugins" / self.series / "epan"
            folder.mkdir(parents=True)
            shutil.copy(module, folder)
        # Wireshark 4.4 and 4.6 take any short Ethernet trailer for a malformed one of PRP.
        configuration = self.home / ".config/wireshark"
        configuration.mkdir(parents=True)
        (configuration / "heuristic_protos").write_text("prp_eth,0\n")
        self.data = self.data_without(UNREAD_DATA)
        if os.getuid() == 0:
            subprocess.run(["chown", "-R", "nobody", self.home], check=True)

    def data_without(self, names):
        """Wireshark's folder of data files, but for some."""
        folder = self.home / "data"
        folder.mkdir()
        for path in Path(of_wireshark("--variable=prefix"), "share/wireshark").glob("*"):
            if path.name not in names:
                (folder / path.name).symlink_to(path)
        return folder

    def close(self):
        shutil.rmtree(self.home, ignore_errors=True)

    def environment(self):
        env = {key: value for key, value in os.environ.items()
               if not key.startswith(("WIRESHARK_", "XDG_"))}
        env.update(HOME=str(self.home), TZ="UTC", LC_ALL="C.UTF-8",
                   PATH=":".join([*INSTRUMENTED, "/usr/bin", "/bin", "/usr/sbin", "/sbin"]),
                   # In place of the system's folder, where the plugin may be installed, too.
                   WIRESHARK_PLUGIN_DIR=str(self.home / "no-system-plugins"))
        return env

    def command(self, program):
        drop = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"]
        return (drop if os.getuid() == 0 else []) + [program]

    def readable(self, capture):
        """A copy of the capture that the unprivileged user may read."""
        capture = Path(capture)
        if capture.parent == self.captures:
            return capture
        copy = self.captures / capture.name
        shutil.copyfile(capture, copy)
        copy.chmod(0o644)
        return copy

    def run(self, *arguments, program="tshark", check=True, env_changes=None, **options):
        """The finished process; with `check`, it must succeed and say nothing
        on standard error."""
        env = {**self.environment(), "WIRESHARK_DATA_DIR": str(self.data), **(env_changes or {})}
        done = subprocess.run(self.command(program) + [str(a) for a in arguments], cwd=self.home,
                              env=env, capture_output=True, text=True, **options)
        assert "runtime error: " not in done.stderr, done.stderr  # see tests/sanitize
        if check:
            assert done.returncode == 0, done.stderr
            assert done.stderr == "", done.stderr
        return done

    def read(self, capture, *arguments):
        """Standard output of `tshark -n -r capture ARGUMENTS`."""
        return self.run("-n", "-r", self.readable(capture), *arguments).stdout

    def fields(self, capture, names, *arguments):
        """Per frame a dict: field name -> list of its values as text, [] if
        the frame has none.  Items of type NONE (protocols, expert items) are
        better asked with frames()."""
        wanted = [argument for name in names for argument in ("-e", name)]
        text = self.read(capture, "-T", "fields", "-E", "separator=/t", "-E", "occurrence=a",
                         "-E", f"aggregator={SEPARATOR}", *wanted, *arguments)
        return [{name: cell.split(SEPARATOR) if cell else []
                 for name, cell in zip(names, line.split("\t"))} for line in text.splitlines()]

    def frames(self, capture, display_filter, *arguments):
        """Numbers of the frames that a display filter selects."""
        text = self.read(capture, "-Y", display_filter, "-T", "fields", "-e", "frame.number",
                         *arguments)
        return [int(line) for line in text.split()]

    def info(self, capture, *arguments):
        """Per frame its (Protocol, Info) columns."""
        text = self.read(capture, "-T", "fields", "-e", "_ws.col.Protocol", "-e", "_ws.col.Info",
                         *arguments)
        return [tuple(line.split("\t", 1)) for line in text.splitlines()]

    def table(self, capture, name, *arguments):
        """The rows of a table of statistics, each a dict: heading -> cell, without the blanks
        around it.  A heading that comes twice has a " 2" behind it the second time."""
        text = self.read(capture, "-q", "-z", name, *arguments)
        lines = [[cell.strip() for cell in line.split("|")[:-1]]
                 for line in text.splitlines() if line.endswith(" |")]
        headings = []
        for heading in lines[0]:
            headings.append(f"{heading} 2" if heading in headings else heading)
        return [dict(zip(headings, cells, strict=True)) for cells in lines[1:]]

    def story(self, capture, *arguments):
        """The events of cluster,timeline, without the rows on the end of the file."""
        return [row for row in self.table(capture, "cluster,timeline", *arguments)
                if not is_ending(row)]

    def endings(self, capture, *arguments):
        """Those rows, which are the last ones, without their first words."""
        rows = self.table(capture, "cluster,timeline", *arguments)
        first = next(i for i, row in enumerate(rows) if is_ending(row))
        assert all(is_ending(row) for row in rows[first:])
        return [row | {"What happened": row["What happened"].removeprefix("end of file: ")}
                for row in rows[first:]]

    def seconds_until(self, capture, frame):
        """When a frame was captured, in s from the first one on."""
        found, = self.fields(capture, ["frame.time_relative"], "-Y", f"frame.number == {frame}")
        return float(found["frame.time_relative"][0])

    def pdml(self, capture, *arguments):
        """Per frame its <packet> element: fields with pos, size, show, showname."""
        return list(ElementTree.fromstring(self.read(capture, "-T", "pdml", *arguments)))
