#!/bin/sh
# Installs Diarist from the folder that this script lies in: for its user into ~/.local, as root into /usr/local.
set -eu

usage() {
    cat <<END
Usage: $0 [--uninstall]

Installs Diarist from the folder that this script lies in: for you alone, into ~/.local; as root for everybody, into
/usr/local. A newer version is installed over an older one in the same way.

--uninstall removes it again, and your settings, the models that were fetched, kept voices and caches. Recordings,
projects and their backups stay.
END
}

choose_folders() {
    if [ "$(id -u)" = 0 ]; then
        prefix=/usr/local
        share=$prefix/share
    else
        prefix=$HOME/.local
        share=${XDG_DATA_HOME:-$HOME/.local/share}
    fi
    program=$prefix/lib/diarist
    command=$prefix/bin/diarist
}

install_files() {
    rm -rf "$program.new"
    made=$(mktemp)
    if [ -f "$program/made-folders" ]; then cat "$program/made-folders" >"$made"; fi
    make_folder "$prefix/lib"
    make_folder "$prefix/bin"
    cp -R "$here/diarist" "$program.new"
    rm -rf "$program"
    mv "$program.new" "$program"
    ln -sf "$program/diarist" "$command"
    shared_files | while read -r file; do
        make_folder "$(dirname "$share/$file")"
        cp "$here/share/$file" "$share/$file"
    done
    cp "$here/install.sh" "$program/"
    shared_files >"$program/shared-files"
    cat "$made" >"$program/made-folders"
    rm "$made"
    # Desktops do not look into ~/.local/bin.
    sed "s|^Exec=diarist|Exec=\"$command\"|; s|^TryExec=.*|TryExec=$command|" \
        "$here/share/applications/diarist.desktop" >"$share/applications/diarist.desktop"
}

shared_files() {
    (cd "$here/share" && find . -type f) | sed 's|^\./||'
}

# Those that are not there yet, and a note of them: they go again when Diarist goes.
make_folder() {
    if [ ! -d "$1" ]; then
        make_folder "$(dirname "$1")"
        mkdir "$1"
        echo "$1" >>"$made"
    fi
}

remove_files() {
    [ -f "$program/shared-files" ] || { echo "Diarist is not installed in $prefix."; exit 1; }
    while read -r file; do rm -f "$share/$file"; done <"$program/shared-files"
    made=$(sort -r "$program/made-folders")
    rm -f "$command"
    rm -rf "$program"
}

# Each that is empty.
remove_made_folders() {
    echo "$made" | while read -r folder; do rmdir "$folder" 2>/dev/null || true; done
}

# What the user made stays: projects' backups, and transcripts that could not be written where they were to go.
remove_traces() {
    data=${XDG_DATA_HOME:-$HOME/.local/share}/diarist
    rm -rf "${XDG_CACHE_HOME:-$HOME/.cache}/diarist" "${XDG_STATE_HOME:-$HOME/.local/state}/diarist"
    rm -rf "${XDG_CONFIG_HOME:-$HOME/.config}/diarist" "${XDG_CONFIG_HOME:-$HOME/.config}/Diarist"
    [ -d "$data" ] || return 0
    find "$data" -mindepth 1 -maxdepth 1 ! -name backups ! -name kept -exec rm -rf {} +
    rmdir "$data" 2>/dev/null || true
}

# Programs that keep what is in these folders at hand; each is there only where a desktop is.
tell_desktop() {
    for known in "update-desktop-database $share/applications" "update-mime-database $share/mime" \
        "gtk-update-icon-cache -q -t -f $share/icons/hicolor"; do
        folder=${known##* }
        if [ -d "$folder" ] && command -v "${known%% *}" >/dev/null; then
            $known 2>/dev/null || true
        fi
    done
}

# What the caches of the desktop were made of is gone: so are they, where nothing else is left beside them.
forget_empty_caches() {
    if [ -d "$share/mime/packages" ] && [ -z "$(ls -A "$share/mime/packages")" ]; then rm -rf "$share/mime"; fi
    if [ "$(ls -A "$share/applications")" = mimeinfo.cache ]; then rm "$share/applications/mimeinfo.cache"; fi
    if [ -z "$(find "$share/icons/hicolor" -type f ! -name icon-theme.cache)" ]; then
        rm -f "$share/icons/hicolor/icon-theme.cache"
    fi
}

say_what_is_missing() {
    missing=$(find "$program" -type f \( -name diarist -o -name '*.so*' \) -exec ldd {} + 2>/dev/null |
        sed -n 's/^[[:space:]]*\([^ ]*\) => not found$/\1/p' | sort -u | while read -r library; do
        [ -n "$(find "$program" -name "$library" | head -n 1)" ] || printf ' %s' "$library"
    done)
    has_library libportaudio.so.2 || missing="$missing libportaudio.so.2"
    if [ -n "$missing" ]; then
        echo "These libraries are missing in your system, and Diarist needs them:$missing."
    fi
}

has_library() {
    { ldconfig -p 2>/dev/null || /sbin/ldconfig -p 2>/dev/null; } | grep -q "$1"
}

here=$(cd "$(dirname "$0")" && pwd)
choose_folders
case "${1-}" in
"")
    [ -d "$here/share" ] || { echo "Nothing to install lies beside this script." >&2; exit 1; }
    install_files
    tell_desktop
    echo "Diarist is installed in $prefix."
    case ":$PATH:" in
    *":$prefix/bin:"*) ;;
    *) echo "$prefix/bin is not in your PATH: in a terminal, type $command." ;;
    esac
    say_what_is_missing
    ;;
--uninstall)
    remove_files
    tell_desktop
    forget_empty_caches
    [ "$(id -u)" = 0 ] || remove_traces
    remove_made_folders
    echo "Diarist is gone from $prefix. Recordings and projects are where they were."
    ;;
*)
    usage
    [ "$1" = --help ] || exit 2
    ;;
esac
