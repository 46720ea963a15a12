# Steps that ./demo and ./test share: packages, build folder, build.
#
# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck disable=SC2034,SC2154  # used, and set, by the scripts that read this

BUILD_PACKAGES="gcc libc6-dev make cmake pkg-config libwireshark-dev libglib2.0-dev libpcap-dev tshark"
PACKAGE_PACKAGES="dpkg-dev file gzip"

say() { printf '==> %s\n' "$*"; }
stop() { printf '%s\n' "$*" >&2; exit 1; }

# A command that may need root, run with it.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

is_installed() {
    dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q 'install ok installed'
}

# install_packages NAME...: installs what is missing; where that is impossible,
# names it and stops.
install_packages() {
    missing=""
    if ! command -v dpkg-query >/dev/null; then
        stop "This needs Debian's packages, or what your system calls them: $*"
    fi
    for package in "$@"; do
        is_installed "$package" || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    if ! command -v apt-get >/dev/null || { [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; }; then
        stop "Please install these packages, then run this again:$missing"
    fi
    say "installing packages:$missing"
    log=$(mktemp)
    # shellcheck disable=SC2086  # one word a package
    { as_root apt-get update -q && as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -q --no-install-recommends $missing; } >"$log" 2>&1 || {
        tail -n 20 "$log" >&2
        stop "apt-get failed; see above. Needed packages:$missing"
    }
    rm -f "$log"
}

# The build folder: in the checkout, or in the user's cache where the checkout
# belongs to somebody else.
choose_build_folder() {
    if [ -z "${BUILD_DIR:-}" ]; then
        BUILD_DIR=$top/build
        if ! { mkdir -p "$BUILD_DIR" && [ -w "$BUILD_DIR" ]; } 2>/dev/null \
            || [ -n "$(find "$BUILD_DIR" -maxdepth 1 ! -writable 2>/dev/null | head -n 1)" ]; then
            BUILD_DIR=${XDG_CACHE_HOME:-$HOME/.cache}/cluster-heartbeats/build
        fi
    fi
    mkdir -p "$BUILD_DIR"
    export BUILD_DIR
}

# build [CMAKE-ARGUMENT...]
build() {
    choose_build_folder
    say "building in $BUILD_DIR"
    log=$BUILD_DIR/build.log
    { cmake -S "$top" -B "$BUILD_DIR" "$@" && cmake --build "$BUILD_DIR" -j "$(nproc)"; } >"$log" 2>&1 || {
        tail -n 30 "$log" >&2
        stop "The build failed; all of it is in $log"
    }
}
