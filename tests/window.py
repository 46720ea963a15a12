# SPDX-License-Identifier: GPL-2.0-or-later
"""Wireshark's window on a screen of its own, driven by keys and looked at by
its pixels.  The tests use it, and docs/make-pictures."""
import os
import shutil
import subprocess
import time

from tshark import ROOT, Tshark

NAME = "Cluster heartbeats"
PROFILE = ROOT / "profiles" / NAME
PROGRAMS = {"wireshark": "wireshark", "Xvfb": "xvfb", "xdotool": "xdotool", "import": "imagemagick",
            "tesseract": "tesseract-ocr"}
SIZE = 1400, 900
PATIENCE_FOR_MENU = 30  # seconds, until a window opens or the menu has another order
STATUS_BAR = 22  # its height
ENLARGED = 3  # times; so that small letters are read
PATIENCE = 120  # seconds; a loaded machine is slow, a window that is up is not waited for
# Said by Wireshark where no wireless card can be asked, and by Qt 6 when it ends; not about us.
HARMLESS = ("nl80211 not found.", "QThreadStorage: ")


def missing_packages():
    """Debian's packages without which there is no window."""
    return [package for program, package in PROGRAMS.items() if not shutil.which(program)]


def plain(text):
    """Letters and digits, as far as a reader of pictures tells them apart."""
    return "".join(c for c in text.lower().translate(str.maketrans("olis", "0115"))
                   if c.isalnum())


def wait_for(condition, what):
    """What the condition returns, once that is true."""
    end = time.monotonic() + PATIENCE
    while True:
        found = condition()
        if found:
            return found
        assert time.monotonic() < end, f"waited {PATIENCE} s in vain: {what}"
        time.sleep(0.3)


def words_of_picture(*program):
    """(text, x, y) of the middle of each word in the picture that ImageMagick takes or reads."""
    picture = subprocess.run([*program, "-colorspace", "Gray", "-resize", f"{ENLARGED}00%",
                              "png:-"],
                             capture_output=True, check=True).stdout
    table = subprocess.run(["tesseract", "-", "-", "--psm", "6", "tsv"], input=picture,
                           capture_output=True, check=True).stdout.decode()
    words = []
    for line in table.splitlines()[1:]:
        left, upper, wide, high, _, text = line.split("\t")[6:12]
        if text.strip():
            words.append((text, (int(left) + int(wide) // 2) // ENLARGED,
                          (int(upper) + int(high) // 2) // ENLARGED))
    return words


class Picture:
    """The pixels of the screen."""

    def __init__(self, data, size):
        self.data, self.size = data, size

    def pixel(self, x, y):
        start = (y * self.size[0] + x) * 3
        return tuple(self.data[start:start + 3])

    def bands(self, x, wanted, top=0):
        """(top, bottom) of the stretches where column x has a color that `wanted` accepts."""
        found, start, bottom = [], None, self.size[1]
        for y in range(top, bottom + 1):
            hit = y < bottom and wanted(self.pixel(x, y))
            if hit and start is None:
                start = y
            elif not hit and start is not None:
                found.append((start, y))
                start = None
        return found


class Window:
    """Wireshark with the profile, one capture open, in a screen that nobody sees."""

    def __init__(self, capture, *options, size=SIZE):
        self.size = size
        self.tool = Tshark()
        self.profile = self.tool.home / ".config/wireshark/profiles" / NAME
        shutil.copytree(PROFILE, self.profile)
        (self.tool.home / "run").mkdir(mode=0o700)
        if os.getuid() == 0:
            subprocess.run(["chown", "-R", "nobody", self.tool.home], check=True)
        self.capture = self.tool.readable(capture)
        self.screen = self.wireshark = None
        try:
            self.start(options)
        except BaseException:
            self.close()
            raise

    def start(self, options):
        read, write = os.pipe()
        self.screen = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "{}x{}x24".format(*self.size),
             "-nolisten", "tcp"], pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as answer:
            self.display = ":" + answer.readline().strip()
        assert self.display != ":", "Xvfb does not start"
        env = {**self.tool.environment(), "DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb",
               "XDG_RUNTIME_DIR": str(self.tool.home / "run"),
               # Memory that was freed reads as nonsense: use of it shows.
               "MALLOC_PERTURB_": "165"}
        self.said = open(self.tool.home / "said.txt", "w+")
        command = self.tool.command("wireshark") + ["-C", NAME, *options, "-r", str(self.capture)]
        self.main = self.start_wireshark(command, env) or self.start_wireshark(command, env)
        assert self.main, f"no main window twice: {self.windows()}, {self.words_said()}"
        self.fill_screen(self.main)
        self.focus(self.main)
        wait_for(self.is_ready, "the file to be read, in a window as big as the screen")

    def start_wireshark(self, command, env):
        """Its main window.  None where that does not come, which a loaded machine has shown once in
        thousands of starts; a program that ends is a fault."""
        self.wireshark = subprocess.Popen(command, cwd=self.tool.home, env=env, stdout=self.said,
                                          stderr=subprocess.STDOUT)
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            assert self.wireshark.poll() is None, f"Wireshark has ended: {self.words_said()}"
            window = self.find(self.capture.name)
            if window:
                return window
            time.sleep(0.3)
        self.wireshark.kill()
        self.wireshark.wait()
        return None

    def words_said(self):
        self.said.seek(0)
        return self.said.read()

    def is_ready(self):
        """The status bar is at the lower edge of the screen, and counts the packets."""
        return any(plain(text).startswith(plain("Packets"))
                   for text, _, _ in self.read(self.size[1] - STATUS_BAR))

    def close(self):
        for process in (self.wireshark, self.screen):
            if process is not None and process.poll() is None:
                process.terminate()
                process.wait()
        self.tool.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    # --- Windows and keys ---

    def xdotool(self, *arguments, check=True):
        return subprocess.run(["xdotool", *arguments], capture_output=True, text=True, check=check,
                              env={**os.environ, "DISPLAY": self.display}).stdout

    def windows(self):
        """Id and title of each window that is shown."""
        found = {}
        for window in self.xdotool("search", "--onlyvisible", "--name", ".", check=False).split():
            title = self.xdotool("getwindowname", window, check=False).strip()
            if title:
                found[window] = title
        return found

    def find(self, part):
        return next((window for window, title in self.windows().items() if part in title), None)

    def fill_screen(self, window):
        """What a double click on the title does where there is a window manager."""
        self.xdotool("windowmove", window, "0", "0")
        self.xdotool("windowsize", window, *map(str, self.size))

    def focus(self, window):
        """No window manager does it."""
        self.xdotool("windowfocus", "--sync", window, check=False)
        self.settle()

    def keys(self, *keys):
        self.xdotool("key", "--delay", "60", *keys)

    def click(self, x, y):
        self.xdotool("mousemove", str(x), str(y), "click", "1")

    def double_click(self, x, y):
        self.xdotool("mousemove", str(x), str(y), "click", "--repeat", "2", "--delay", "60", "1")

    def quit(self):
        """Leave as users do; what Wireshark printed."""
        self.focus(self.main)
        self.keys("ctrl+q")
        self.wireshark.wait(PATIENCE)
        return [line for line in self.words_said().splitlines()
                if not any(part in line for part in HARMLESS)]

    def open_statistic(self, title, place):
        """Open the table at a place of Statistics > Cluster heartbeats.  Where
        that menu stands, and whether the three trees come first in it, depends
        on the release and on other plugins."""
        known = set(self.windows())
        for up, down in ((1, place), (2, place + 3), (1, place + 3), (3, place + 3)):
            self.focus(self.main)
            self.keys("alt+s", *["Up"] * up, "Right", *["Down"] * down, "Return")
            end = time.monotonic() + PATIENCE_FOR_MENU
            while time.monotonic() < end:
                window = next((window for window, shown in self.windows().items()
                               if f" {title} " in shown and window not in known), None)
                if window:
                    self.settle()
                    return window
                time.sleep(0.3)
            for other in set(self.windows()) - known:
                if "Wireshark ·" in self.windows().get(other, ""):
                    self.xdotool("windowclose", other, check=False)
            self.keys("Escape", "Escape", "Escape")
        raise AssertionError(f"no menu entry opened {title}: {self.windows()}")

    # --- Looking ---

    def look(self):
        data = subprocess.run(["import", "-display", self.display, "-window", "root", "-depth",
                               "8", "rgb:-"], capture_output=True, check=True).stdout
        assert len(data) == self.size[0] * self.size[1] * 3
        return Picture(data, self.size)

    def settle(self):
        """The picture, once it has not changed for a moment."""
        last = [None]

        def same():
            time.sleep(0.5)
            picture = self.look()
            before, last[0] = last[0], picture.data
            return picture if before == picture.data else None
        return wait_for(same, "a picture that stays the same")

    def read(self, top=0, height=None):
        """The words on the screen, or on a strip of it, as (text, x, y) of their middles."""
        strip = f"{self.size[0]}x{height or self.size[1] - top}+0+{top}"
        return [(text, x, y + top) for text, x, y in words_of_picture(
            "import", "-display", self.display, "-window", "root", "-crop", strip, "+repage")]

    def click_word(self, word, top, height):
        """Click on the first word of a button or title in a strip of the screen."""
        x, y = wait_for(lambda: next(((x, y) for text, x, y in self.read(top, height)
                                      if plain(text).startswith(plain(word))), None), word)
        self.click(x, y)
        self.settle()

    def click_line(self, line):
        """Click on a line of words, such as an entry of a menu."""
        x, y = wait_for(lambda: self.find_line(*line.split()), line)
        self.click(x, y)
        self.settle()

    def pick(self, entry, margin, key, chosen=None):
        """Go down an open menu to an entry, and press a key there: where nobody manages windows,
        a click acts on no menu since 4.4.  `margin` is from the middle of its first word to the
        blank at its left, whose color tells whether it is chosen.  Returns that color."""
        x, y = wait_for(lambda: self.find_line(*entry.split()), entry)
        before = self.settle().pixel(x - margin, y)
        for _ in range(20):
            color = self.settle().pixel(x - margin, y)
            if color == chosen or (chosen is None and color != before):
                break
            self.keys("Down")
        self.keys(key)
        self.settle()
        return color

    def find_line(self, first, *others):
        words = self.read()
        return next(((x, y) for text, x, y in words if text == first and all(
            any(there == other and abs(y - v) < 6 for there, _, v in words) for other in others)),
            None)

    def save(self, path, geometry=None):
        """A small PNG of the screen, or of a part of it (WxH+X+Y)."""
        crop = ["-crop", geometry, "+repage"] if geometry else []
        subprocess.run(["import", "-display", self.display, "-window", "root", *crop, "+dither",
                        "-colors", "96", "-strip", "-define", "png:compression-level=9",
                        f"PNG8:{path}"], check=True)
