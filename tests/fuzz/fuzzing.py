# SPDX-License-Identifier: GPL-2.0-or-later
"""What the commands in this folder share: where things are, how the target is
built and started."""
import fcntl
import json
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
BUILD = Path(os.environ.get("BUILD_DIR", ROOT / "build"))
FUZZ_BUILD = Path(os.environ.get("FUZZ_BUILD_DIR", BUILD / "fuzz"))
KEPT = HERE / "corpus"  # in the repository, as is:
HOURS = HERE / "hours"  # all runs so far: what a day of one release did for one protocol
PROTOCOLS = {"cman": "*cman*.pcap*", "nisca": "*nisca*.pcap*", "ncs_heartbeat": "*ncs*.pcap*"}
PACKAGES = "clang-14 libclang-rt-14-dev llvm-14"  # of Debian 12; later: clang libclang-rt-dev llvm
COMPILERS = ("clang-14", "clang")
MAX_INPUT = 16000  # bytes; libFuzzer prefers small inputs, which are quick
TIMEOUT = 1800  # seconds by the clock, of which a process out of everybody's way gets little


def stop(text):
    print(text, file=sys.stderr)
    sys.exit(1)


def has_libfuzzer(clang):
    """Does it build a program with libFuzzer?"""
    program = ("int LLVMFuzzerTestOneInput(const char *d, long n);"
               "int LLVMFuzzerTestOneInput(const char *d, long n) { return d == 0 && n > 0; }")
    done = subprocess.run([clang, "-fsanitize=fuzzer,address", "-x", "c", "-", "-o", "/dev/null"],
                          input=program, text=True, capture_output=True, check=False)
    return done.returncode == 0


def compiler():
    """A clang with libFuzzer, or None."""
    return next((name for name in COMPILERS if shutil.which(name) and has_libfuzzer(name)), None)


def build(target="fuzz-heartbeats"):
    """The freshly built program."""
    clang = compiler()
    if clang is None:
        stop(f"Fuzzing needs clang with libFuzzer. On Debian: apt-get install {PACKAGES}")
    FUZZ_BUILD.mkdir(parents=True, exist_ok=True)
    log = FUZZ_BUILD / "build.log"
    with open(log, "w", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)  # several may run side by side
        for command in (["cmake", "-S", ROOT, "-B", FUZZ_BUILD, f"-DCMAKE_C_COMPILER={clang}"],
                        ["cmake", "--build", FUZZ_BUILD, "--parallel", "2", "--target", target,
                         "captures"]):
            done = subprocess.run(command, stdout=file, stderr=subprocess.STDOUT, check=False)
            if done.returncode != 0:
                stop(f"The fuzz target does not build, see {log}")
    return FUZZ_BUILD / "tests/fuzz" / target


def seeds(protocol, build_folder=FUZZ_BUILD):
    """A folder with inputs made from the test captures."""
    folder = build_folder / f"seeds-{protocol}"
    folder.mkdir(parents=True, exist_ok=True)
    captures = [*sorted((build_folder / "captures").glob(PROTOCOLS[protocol])),
                *sorted((build_folder / "harvest").glob("*.pcap*"))]
    subprocess.run([HERE / "seeds.py", protocol, folder, *captures], check=True)
    return folder


def corpus(protocol):
    """The folder in which a run keeps what it finds; later runs go on from it."""
    folder = FUZZ_BUILD / f"corpus-{protocol}"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def environment(protocol):
    env = dict(os.environ)
    env.update(FUZZ_PROTOCOL=protocol, UBSAN_OPTIONS="print_stacktrace=1",
               ASAN_OPTIONS="detect_leaks=0:malloc_context_size=6:quarantine_size_mb=64")
    return env


def processor_seconds():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def used_by(pid):
    """Seconds of processor time that a running process has taken."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def has_read_all(log):
    """Has the target run all inputs that there were before?"""
    return "INITED" in Path(log).read_text(encoding="utf-8", errors="replace")


def wait(process, log, seconds):
    """The exit code.  libFuzzer knows the clock's time only, of which a process that is out of
    everybody's way gets little; at this signal it ends as at the end of its own time."""
    while True:
        try:
            return process.wait(timeout=0.5)
        except subprocess.TimeoutExpired:
            if seconds and used_by(process.pid) >= seconds and has_read_all(log):
                process.send_signal(signal.SIGUSR1)
                seconds = None


def libfuzzer(program, protocol, log, *arguments, seconds=None):
    """Run the target, if wanted for so many seconds of processor time; (exit code, what it
    printed, seconds of processor time)."""
    before = processor_seconds()
    with open(log, "w", encoding="utf-8", errors="replace") as file, \
            subprocess.Popen([program, "-detect_leaks=0", f"-timeout={TIMEOUT}",
                              "-rss_limit_mb=2048", f"-max_len={MAX_INPUT}",
                              "-print_final_stats=1", *arguments],
                             env=environment(protocol), stdout=file,
                             stderr=subprocess.STDOUT) as process:
        code = wait(process, log, seconds)
    text = Path(log).read_text(encoding="utf-8", errors="replace")
    return code, text, processor_seconds() - before


def last_number(pattern, text):
    """The last number that a pattern finds in libFuzzer's output, or 0."""
    found = re.findall(pattern, text)
    return int(found[-1]) if found else 0


def wireshark_version():
    return subprocess.run(["pkg-config", "--modversion", "wireshark"], check=True, text=True,
                          capture_output=True).stdout.strip()


def record(protocol, entry):
    """Add one round to the protocol's record."""
    entry = {"date": date.today().isoformat(), "wireshark": wireshark_version(), **entry}
    with open(FUZZ_BUILD / f"record-{protocol}.jsonl", "a", encoding="utf-8") as file:
        file.write(json.dumps(entry) + "\n")


def recorded(protocol):
    path = FUZZ_BUILD / f"record-{protocol}.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [json.loads(line) for line in lines]


def hours():
    """The rows of HOURS: [date, release, protocol, executions, seconds of processor time]."""
    lines = HOURS.read_text(encoding="utf-8").splitlines()[1:]
    return [[*words[:3], *map(int, words[3:])] for words in (line.split() for line in lines)]
