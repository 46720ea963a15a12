# SPDX-License-Identifier: GPL-2.0-or-later
"""plugins/doctor: each fault is made, named, and repaired with the command that it prints."""
import os
import re
import shutil
import subprocess

import pytest

from tshark import INSTRUMENTED, MODULE, ROOT, Tshark


class Patient:
    """A user with a Wireshark of his own, and the doctor beside a checkout."""

    def __init__(self):
        self.tshark = Tshark()
        self.home = self.tshark.home
        self.plugins = self.home / ".local/lib/wireshark/plugins"
        self.module = self.plugins / self.tshark.series / "epan" / MODULE.name
        self.system = self.home / "usr"  # what this machine has installed counts for nothing
        self.configuration = self.home / ".config/wireshark"
        self.doctor = self.home / "check out/plugins/doctor"
        self.doctor.parent.mkdir(parents=True)
        shutil.copy(ROOT / "plugins/doctor", self.doctor)
        shutil.copy(ROOT / "CMakeLists.txt", self.doctor.parent.parent)

    def write(self, path, content):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        if os.getuid() == 0:
            subprocess.run(["chown", "-R", "nobody", self.home], check=True)
        return path

    def ask(self):
        """The doctor's words: (exit status, faults, fixes)."""
        done = self.tshark.run(self.doctor, program="sh", check=False,
                               env_changes={"SYSTEM_FOLDERS": self.system})
        assert done.stderr == ""
        faults = re.findall(r"^fault: (.*)$", done.stdout, re.M)
        fixes = re.findall(r"^  fix: (.*)$", done.stdout, re.M)
        assert (done.returncode == 0) == (not faults), done.stdout
        assert len(fixes) == len(faults), done.stdout
        return done, faults, fixes

    def only_fault(self, *words):
        """The command against the one fault; all words must be in its name."""
        done, faults, fixes = self.ask()
        assert len(faults) == 1, done.stdout
        for word in words:
            assert str(word) in faults[0], done.stdout
        return fixes[0]

    def obey(self, fix):
        self.tshark.run("-c", fix, program="sh")

    def healthy(self):
        done, faults, _ = self.ask()
        version = re.search(r"project\(\S+ VERSION (\S+)", (ROOT / "CMakeLists.txt").read_text())[1]
        assert not faults
        assert f"\nok: cluster-heartbeats {version} is loaded from {self.module}, " in done.stdout
        return True


@pytest.fixture
def patient():
    someone = Patient()
    yield someone
    someone.tshark.close()


def for_another_series():
    """The module as if it had been built for Wireshark 3.6."""
    symbols = subprocess.run(["nm", "-D", "--defined-only", MODULE], check=True,
                             capture_output=True, text=True).stdout
    headers = subprocess.run(["objdump", "-h", MODULE], check=True, capture_output=True,
                             text=True).stdout
    sections = [(int(size, 16), int(address, 16), int(offset, 16)) for size, address, offset in
                re.findall(r"^ +\d+ \.\S+ +(\w+) +(\w+) +\w+ +(\w+)", headers, re.M)]
    content = bytearray(MODULE.read_bytes())
    for name, number in (("plugin_want_major", 3), ("plugin_want_minor", 6)):
        address = int(re.search(rf"^(\w+) \w {name}$", symbols, re.M)[1], 16)
        place = next(offset + address - start for size, start, offset in sections
                     if start <= address < start + size)
        content[place:place + 4] = number.to_bytes(4, "little")
    return re.sub(rb"( for Wireshark )\d\.\d", rb"\g<1>3.6", bytes(content))


def test_healthy(patient):
    assert patient.healthy()


def test_not_installed(patient):
    patient.module.unlink()
    fix = patient.only_fault("not installed")
    top = f"'{patient.home}/check out'"
    assert fix == f"cmake -S {top} -B {top}/build && cmake --build {top}/build && " \
                  f"cmake --install {top}/build"


def test_not_installed_and_no_checkout(patient):
    patient.module.unlink()
    (patient.doctor.parent.parent / "CMakeLists.txt").unlink()
    assert patient.only_fault("not installed") == (
        "sudo apt-get install ./wireshark-plugin-cluster-heartbeats_*"
        f"~ws{patient.tshark.series}_*.deb")


def test_built_for_another_series(patient):
    patient.write(patient.module, for_another_series())
    assert "compiled for" in patient.tshark.run("-G", "plugins", check=False).stderr
    done, faults, fixes = patient.ask()
    assert f"{patient.module} was built for Wireshark 3.6" in faults[0], done.stdout
    assert "only one for 3.6" in faults[1] and fixes[1].startswith("cmake -S"), done.stdout
    patient.obey(fixes[0])
    patient.only_fault("not installed")


def test_wireshark_was_updated(patient):
    """The old module is where the old Wireshark looked."""
    patient.module.unlink()
    patient.write(patient.plugins / "3.6/epan" / MODULE.name, for_another_series())
    fix = patient.only_fault(f"no cluster-heartbeats.so for Wireshark {patient.tshark.series}",
                             "only one for 3.6", "build it again")
    assert fix.startswith("cmake -S")


def test_an_old_copy_beside_the_right_one_does_no_harm(patient):
    patient.write(patient.plugins / "3.6/epan" / MODULE.name, for_another_series())
    assert patient.healthy()


@pytest.mark.parametrize("folder", [".", "SERIES"])
def test_wrong_folder(patient, folder):
    wrong = patient.plugins / folder.replace("SERIES", patient.tshark.series) / MODULE.name
    patient.write(wrong, patient.module.read_bytes())
    patient.module.unlink()
    patient.obey(patient.only_fault(wrong, "where Wireshark does not look"))
    assert patient.healthy()


def test_an_older_system_wide_copy(patient):
    """Where make install of old put it."""
    wrong = patient.system / "local/lib/wireshark/plugins" / MODULE.name
    patient.write(wrong, patient.module.read_bytes())
    patient.module.unlink()
    patient.obey(patient.only_fault(wrong, "where Wireshark does not look"))
    assert patient.healthy()


def test_two_copies(patient):
    """Of a personal and a system-wide one, Wireshark loads one."""
    second = patient.home / "no-system-plugins" / patient.tshark.series / "epan" / MODULE.name
    patient.write(second, patient.module.read_bytes())
    done, faults, fixes = patient.ask()
    assert len(faults) == 1 and "second copy" in faults[0], done.stdout
    patient.obey(fixes[0])
    assert patient.module.exists() != second.exists()
    patient.module = second if second.exists() else patient.module
    assert patient.healthy()


def test_unreadable(patient):
    patient.module.chmod(0)
    patient.obey(patient.only_fault(patient.module, "may not be read by"))
    assert patient.healthy()


def test_broken(patient):
    patient.write(patient.module, "no module at all")
    assert patient.only_fault(patient.module, "does not load").startswith("cmake -S")


@pytest.mark.parametrize("protocol, folder", [("cman", "."), ("nisca", "."), ("ncs_heartbeat", "."),
                                              ("cman", "profiles/Two words")])
def test_disabled_protocol(patient, protocol, folder):
    listed = patient.write(patient.configuration / folder / "disabled_protos",
                           f"vrrp\n{protocol}\ncman.clvmd\n")
    patient.obey(patient.only_fault(f"{protocol} is disabled in {listed.resolve()}"))
    assert patient.healthy()
    assert listed.read_text() == "vrrp\ncman.clvmd\n"


def test_decode_as(patient):
    listed = patient.write(patient.configuration / "decode_as_entries",
                           "decode_as_entry: ip.proto,224,NCS-HB,NCS\n"
                           "decode_as_entry: udp.port,6809,CMAN,CMAN\n")
    patient.obey(patient.only_fault("Decode As gives ip.proto 224 to NCS in", listed))
    assert patient.healthy()


def test_preference_of_another_protocol(patient):
    listed = patient.write(patient.configuration / "preferences",
                           "# A comment\nvxlan.udp.port: 4789,6809\n")
    patient.obey(patient.only_fault("the preference vxlan.udp.port takes udp.port 6809", listed))
    assert patient.healthy()


def test_another_plugin_on_the_port(patient):
    script = patient.write(patient.plugins / "theirs.lua", """
        local theirs = Proto("theirs", "Their protocol")
        function theirs.dissector(buffer, pinfo, tree) pinfo.cols.protocol = "THEIRS" end
        DissectorTable.get("udp.port"):add(6809, theirs)
    """)
    patient.obey(patient.only_fault("udp.port 6809 goes to theirs, not to cman"))
    assert not script.exists() and script.with_suffix(".lua.off").exists()
    assert patient.healthy()


def test_no_tshark(patient):
    done = patient.tshark.run(patient.doctor, program="sh", check=False,
                              env_changes={"TSHARK": "no-such-tshark"})
    assert "fault: there is no tshark" in done.stdout
    assert "fix: sudo apt-get install tshark" in done.stdout
    assert done.returncode == 1


@pytest.mark.skipif(os.getuid() != 0, reason="needs root")
@pytest.mark.skipif(bool(INSTRUMENTED), reason="what root's tshark starts hangs with a sanitizer")
def test_root(patient):
    """Root has a personal copy, which counts for nothing.  The system's folder is covered with an
    empty one while this runs."""
    folder = subprocess.run(["pkg-config", "--variable=plugindir", "wireshark"], check=True,
                            capture_output=True, text=True).stdout.strip()
    covered = ["unshare", "--mount", "sh", "-c", 'mount -t tmpfs none "$1" && shift && sh -c "$@"',
               "sh", folder]
    if subprocess.run([*covered, "true"], capture_output=True).returncode:
        pytest.skip("no mount namespaces here")
    environment = {key: value for key, value in patient.tshark.environment().items()
                   if key != "WIRESHARK_PLUGIN_DIR"}

    def as_root(script):
        return subprocess.run([*covered, script, "sh", patient.doctor], capture_output=True,
                              text=True, env=environment).stdout

    said = as_root('sh "$1"')
    assert "fault: you are root, and Wireshark ignores personal plugins" in said
    fix = re.search(r"^  fix: (.*)$", said, re.M)[1]
    assert fix == f"install -D -m 644 {patient.module} {folder}/epan/{MODULE.name}"
    said = as_root(f'{fix}\nsh "$1"')
    assert f"is loaded from {folder}/epan/{MODULE.name}" in said, said
