#!/bin/sh
# Tries a Debian package in a fresh, minimal Debian: installs it, opens the window from its desktop entry, transcribes,
# opens a project, upgrades, removes, and lists what is left. As root, with a network to Debian's archive; by hand,
# before a release.
#
#   packaging/linux/try_deb.sh PACKAGE.deb [PICTURE.png]
#
# It needs debootstrap, xvfb, x11-utils and imagemagick. SUITE (bookworm) and MIRROR say which Debian; ROOT names a
# folder with a fresh one that is there already. LOOK_AFTER: how many seconds the window has until its picture.
set -eu

package=$(realpath "$1")
picture=$(realpath "${2:-window.png}")
work=$(mktemp -d)
root=${ROOT:-$work/root}
screen=:97
entry=/usr/share/applications/diarist.desktop
user=reader
home=/home/$user
window_system=

step() { printf '\n== %s\n' "$*"; }
fail() { echo "FAILED: $*" >&2; exit 1; }
bare="env -i LANG=C.UTF-8"
inside() { chroot "$root" $bare HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive "$@"; }
as_user() { chroot --userspec=$user:$user "$root" $bare HOME=$home USER=$user PATH=/usr/bin:/bin "$@"; }
on_screen() { as_user DISPLAY="$screen" "$@"; }

leave() {
    end_window
    [ -z "$window_system" ] || kill "$window_system" 2>/dev/null || true
    for place in dev/shm dev proc; do mountpoint -q "$root/$place" && umount "$root/$place"; done
    rm -rf "$work"
}

make_debian() {
    [ -d "$root/usr" ] ||
        debootstrap --variant=minbase "${SUITE:-bookworm}" "$root" ${MIRROR:+"$MIRROR"} >"$work/debootstrap.log" ||
        { tail "$work/debootstrap.log"; fail "no Debian"; }
    mount -t proc proc "$root/proc"
    mount --bind /dev "$root/dev"
    mount -t tmpfs tmpfs "$root/dev/shm"
    cp /etc/resolv.conf "$root/etc/"
    # A chroot starts no services.
    printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
    chmod +x "$root/usr/sbin/policy-rc.d"
    inside apt-get update -qq
    # What any desktop has: it opens files by their types, and starts programs by their entries.
    inside apt-get install -y -qq --no-install-recommends xdg-utils shared-mime-info desktop-file-utils libglib2.0-bin \
        hicolor-icon-theme >"$work/apt.log" 2>&1
    inside useradd --create-home "$user"
    [ ! -e "$root/usr/bin/python3" ] || fail "there is a Python already"
}

install_package() {
    cp "$package" "$root/root/diarist.deb"
    inside apt-get install -y -qq --no-install-recommends /root/diarist.deb >"$work/apt.log" 2>&1 ||
        { tail -20 "$work/apt.log"; fail "it cannot be installed"; }
    [ ! -e "$root/usr/bin/python3" ] || fail "it needs a Python"
    inside dpkg-query -W -f '${Package} ${Version}, ${Installed-Size} KiB\n' diarist
    as_user diarist --version
    unresolved=$(inside sh -c "find /usr/lib/diarist -name '*.so*' -exec ldd {} + 2>/dev/null" |
        sed -n 's/^[[:space:]]*\([^ ]*\) => not found$/\1/p' | sort -u |
        while read -r library; do [ -n "$(find "$root/usr/lib/diarist" -name "$library")" ] || echo "$library"; done)
    [ -z "$unresolved" ] || fail "no package has $unresolved"
}

# As a double click does: the program that is known for the file's type.
open_window() {
    on_screen gio launch $entry "$@" >"$work/window.log" 2>&1
    for _ in $(seq 60); do
        sleep 1
        xwininfo -display "$screen" -root -tree | grep -q '"Diarist\|Diarist"' && break
    done
    sleep "${LOOK_AFTER:-25}"
    import -display "$screen" -window root "$picture"
    names=$(xwininfo -display "$screen" -root -tree | grep '("diarist" ') ||
        { cat "$work/window.log"; fail "no window"; }
    echo "$names" | head -n 2
}

end_window() {
    for process in /proc/[0-9]*; do
        [ "$(readlink "$process/root" 2>/dev/null)" = "$root" ] || continue
        kill "${process#/proc/}" 2>/dev/null || true
    done
    sleep 3
}

transcribe() {
    as_user sh -c "cd && diarist sample --no-window --out out --format txt,srt,diarist" 2>"$work/progress.log" ||
        { cat "$work/progress.log"; fail "no transcript"; }
    [ "$(cat "$root$home"/out/*.txt | wc -w)" -gt 50 ] || fail "no words"
    as_user sh -c "ls -l ~/out"
}

look_at_types() {
    as_user sh -c 'cp ~/out/*.diarist ~/named.diarist && cp ~/out/*.diarist ~/nameless'
    for file in named.diarist nameless; do
        type=$(as_user sh -c "gio info -a standard::content-type ~/$file" | sed -n 's/.*content-type: //p')
        echo "$file is of the type $type"
        [ "$type" = application/x-diarist-project ] || fail "its type"
    done
    echo "xdg-mime: $(as_user XDG_CURRENT_DESKTOP=GNOME xdg-mime query filetype $home/named.diarist)"
    opened_by=$(as_user xdg-mime query default application/x-diarist-project)
    [ "$opened_by" = diarist.desktop ] || fail "opened by $opened_by"
}

# The same files with a later version.
upgrade() {
    dpkg-deb -R "$package" "$work/later"
    sed -i 's/^Version: .*/&+1/' "$work/later/DEBIAN/control"
    dpkg-deb -Zgzip -z1 --root-owner-group --build "$work/later" "$root/root/later.deb" >/dev/null
    rm -rf "$work/later"
    inside dpkg -i /root/later.deb >"$work/dpkg.log" 2>&1 || { cat "$work/dpkg.log"; fail "no upgrade"; }
    inside dpkg-query -W -f '${Package} ${Version}\n' diarist
    as_user sh -c "cd && diarist export named.diarist --format csv --out out && ls out/*.csv"
}

remove() {
    inside apt-get purge -y -qq diarist >"$work/apt.log" 2>&1
    echo "of the system, what came with the package itself and is still there:"
    (cd "$root" && find bin boot etc lib* opt sbin srv usr var -xdev -iname '*diarist*') | tee "$work/left"
    [ ! -s "$work/left" ] || fail "something is left"
    echo "in the user's home:"
    (cd "$root$home" && find . -type f ! -name '.bash*' ! -name .profile | sort)
}

trap leave EXIT
trap 'exit 1' INT TERM
step "a minimal Debian"
make_debian
step "install"
install_package
step "transcribe the sample"
transcribe
step "types of files"
look_at_types
step "the window, from the desktop entry, with a project"
Xvfb "$screen" -screen 0 1280x800x24 -ac -nolisten tcp >/dev/null 2>&1 &
window_system=$!
for _ in $(seq 30); do
    sleep 1
    xwininfo -display "$screen" -root >/dev/null 2>&1 && break
done
open_window $home/named.diarist
end_window
step "upgrade"
upgrade
step "remove"
remove
step "all is well; the picture of the window: $picture"
