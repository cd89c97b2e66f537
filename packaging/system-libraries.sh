#!/bin/sh
# The system libraries that Qt and PortAudio need on Debian and Ubuntu, and venv: installed when root, else printed.
# With the argument "tests" also what a virtual microphone is made of; without it the tests that need one skip.
# With "packaging" also what the application that people install is made with.
set -eu
[ "$(uname -s)" = Linux ] || exit 0
command -v apt-get >/dev/null || {
    echo "Not Debian or Ubuntu: see README.md for the system libraries that Qt and PortAudio need."
    exit 0
}
wanted="python3-venv libegl1 libgl1 libopengl0 libxkbcommon0 libxkbcommon-x11-0 libfontconfig1 libdbus-1-3 libxcb-cursor0
libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0 libxcb-xkb1
libportaudio2 fonts-dejavu-core"
[ "${1-}" = tests ] && wanted="$wanted pulseaudio pulseaudio-utils libasound2-plugins"
[ "${1-}" = packaging ] && wanted="$wanted binutils dpkg-dev libpython3-dev xz-utils"
missing=""
for package in $wanted; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q "ok installed" || missing="$missing $package"
done
[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ]; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
    echo "These system libraries are missing. Install them with:"
    echo "  sudo apt-get install --no-install-recommends$missing"
fi
