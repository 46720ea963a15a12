# SPDX-License-Identifier: GPL-2.0-or-later
"""A network of its own to capture from: a namespace with a pair of virtual
Ethernet cards.  What goes out of `peer0` comes in at `eth0`."""
import os
import shutil
import signal
import struct
import subprocess
import sys
import time
from pathlib import Path

NEEDED = ("ip", "tcpdump", "dumpcap", "setpriv")
SENDER = Path(__file__).with_name("send_frames.py")


def missing():
    """Why there can be no such network here, or None."""
    if os.getuid() != 0:
        return "a network namespace needs root"
    absent = [name for name in NEEDED if not shutil.which(name)]
    if absent:
        return f"not installed: {' '.join(absent)}"
    try:
        Network().close()
    except subprocess.CalledProcessError as error:
        # In a plain chroot one can be made, but not entered.
        return f"no network namespaces here: {error.stderr.strip()}"
    return None


class Network:
    def __init__(self):
        self.name = f"heartbeats-{os.getpid()}"
        self.running = []
        self.ip("netns", "add", self.name)
        try:
            # The kernel's own IPv6 chatter would be in the captures.
            self.inside(["sh", "-c", "echo 1 >/proc/sys/net/ipv6/conf/default/disable_ipv6"])
            self.ip("-n", self.name, "link", "add", "eth0", "type", "veth", "peer", "name",
                    "peer0")
            for card in ("lo", "eth0", "peer0"):
                self.ip("-n", self.name, "link", "set", card, "up")
        except BaseException:
            self.close()
            raise

    @staticmethod
    def ip(*arguments):
        subprocess.run(["ip", *arguments], check=True, capture_output=True, text=True)

    def close(self):
        for process in self.running:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        subprocess.run(["ip", "netns", "delete", self.name], check=False)

    def command(self, words, unprivileged=False):
        """`words`, run in the network; not as root, but with the right to
        capture, if `unprivileged`: what the group wireshark has on Debian."""
        rights = "+net_raw,+net_admin"
        drop = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups",
                f"--inh-caps={rights}", f"--ambient-caps={rights}"]
        return ["ip", "netns", "exec", self.name, *(drop if unprivileged else []), *words]

    def inside(self, words, **options):
        return subprocess.run(self.command(words), check=True, capture_output=True, text=True,
                              **options)

    def start(self, words, unprivileged=False, **options):
        """A running process, killed with the network."""
        process = subprocess.Popen(self.command(words, unprivileged),
                                   **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE,
                                      "text": True, "start_new_session": True, **options})
        self.running.append(process)
        return process

    @staticmethod
    def stop(process, timeout=20):
        """What a capturing process said until Ctrl-C: (stdout, stderr)."""
        os.killpg(process.pid, signal.SIGINT)
        return process.communicate(timeout=timeout)

    def wait_for_listeners(self, count=1, timeout=20):
        """Wait until `count` programs capture."""
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            sockets = self.inside(["cat", "/proc/self/net/packet"]).stdout.splitlines()[1:]
            if len(sockets) >= count:
                time.sleep(0.2)  # the filter is set after the socket is opened
                return
            time.sleep(0.05)
        raise TimeoutError(f"{count} captures have not begun")

    def send(self, frames):
        """Send frames: (seconds since the first, bytes)."""
        lines = "".join(f"{at:.6f} {frame.hex()}\n" for at, frame in frames)
        self.inside([sys.executable, str(SENDER), "peer0"], input=lines)


def read_pcap(path):
    """(time in seconds, bytes) of each frame of a pcap file."""
    data = Path(path).read_bytes()
    magic = struct.unpack_from("<I", data)[0]
    unit = {0xa1b2c3d4: 1e6, 0xa1b23c4d: 1e9}[magic]
    at, frames = 24, []
    while at < len(data):
        seconds, part, kept, _ = struct.unpack_from("<4I", data, at)
        frames.append((seconds + part / unit, data[at + 16:at + 16 + kept]))
        at += 16 + kept
    return frames


def write_pcap(path, frames, linktype=1):
    """Write (time in seconds, bytes) as a pcap file."""
    parts = [struct.pack("<I2H4I", 0xa1b2c3d4, 2, 4, 0, 0, 262144, linktype)]
    for at, frame in frames:
        parts.append(struct.pack("<4I", int(at), round(at % 1 * 1e6), len(frame), len(frame)))
        parts.append(frame)
    Path(path).write_bytes(b"".join(parts))
    return Path(path)
