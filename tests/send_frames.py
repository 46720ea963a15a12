#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""send_frames.py INTERFACE: sends the frames of standard input, a line each:
seconds since the start, and the bytes in hexadecimal digits."""
import socket
import sys
import time


def main():
    frames = [line.split() for line in sys.stdin]
    with socket.socket(socket.AF_PACKET, socket.SOCK_RAW) as wire:
        wire.bind((sys.argv[1], 0))
        start = time.monotonic()
        for at, digits in frames:
            time.sleep(max(0.0, start + float(at) - time.monotonic()))
            wire.send(bytes.fromhex(digits))


main()
