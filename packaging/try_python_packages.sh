#!/bin/sh
# Make the wheel and the source archive twice and compare them byte by byte, then install the wheel as people do who
# have Python: with pipx and with uv, each in a home where nothing was. They lie in dist/ afterwards. Needs a package index.
#   sh packaging/try_python_packages.sh PYTHON
set -eu
cd "$(dirname "$0")/.."
python=$1
trial=$(mktemp -d)
trap 'rm -rf "$trial"' EXIT

"$python" -m venv "$trial/tools"
"$trial/tools/bin/pip" install --quiet --disable-pip-version-check --constraint constraints.txt build pipx uv

# Of what is committed: whatever else lies in this folder is not for others.
for attempt in first second; do
    mkdir "$trial/$attempt"
    git archive HEAD | tar -x -C "$trial/$attempt"
    SOURCE_DATE_EPOCH=$(git log -1 --format=%ct) \
        "$trial/tools/bin/python" -m build --outdir "$trial/$attempt/made" "$trial/$attempt" >/dev/null
done
diff -r "$trial/first/made" "$trial/second/made"
echo "Two builds are the same, byte by byte."
mkdir -p dist
cp "$trial"/first/made/* dist/
wheel=$(ls "$trial"/first/made/*.whl)

# How the index is reached is this machine's matter, and all that it leaves to the trial.
network=$(env | grep -E '^(PIP_|UV_|SSL_CERT_|https?_proxy=|no_proxy=)' | grep -v ' ' || true)
for installer in pipx "uv tool"; do
    home="$trial/home of $installer"
    mkdir "$home"
    for word in install "run it" uninstall; do
        case $word in
            install) set -- "$trial/tools/bin/${installer%% *}" $(echo "$installer" | cut -s -d' ' -f2) install "$wheel" ;;
            uninstall) set -- "$trial/tools/bin/${installer%% *}" $(echo "$installer" | cut -s -d' ' -f2) uninstall diarist ;;
            *) set -- "$home/.local/bin/diarist" doctor ;;
        esac
        # shellcheck disable=SC2086  one word for each setting
        env -i $network HOME="$home" PATH="/usr/bin:/bin" LANG=C.UTF-8 "$@" >"$trial/said" 2>&1 || {
            cat "$trial/said"
            echo "$installer: $word failed"
            exit 1
        }
    done
    test ! -e "$home/.local/bin/diarist"
    echo "$installer installs it, it works, and $installer removes it."
done
