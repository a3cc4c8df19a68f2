#!/usr/bin/env bash
# The assistant comes as a package of the system, brings its own Java, and goes again without a trace. The computer is a clean Debian in a folder,
# with what the package asks for and nothing else. A picture of the window, and how soon it was there, are kept in $RESULTS.
# shellcheck source=SCRIPTDIR/lib.sh
. "$(dirname "$0")/lib.sh"
story "the assistant is installed on a clean computer from its package, started, and removed again"

ROOT=$PC_HOME/computer
DEBIAN=$(. /etc/os-release && echo "$VERSION_CODENAME")
MIRROR=$(apt-get indextargets --format '$(REPO_URI)' "Origin: Debian" "Codename: $DEBIAN" "Identifier: Packages" | head -n 1)
# what its system notes by itself; folders that on a system with a desktop belong to others, and here come and go with the first and last thing in them
HOUSEKEEPING='^/(opt|usr/share/(applications|metainfo))$|^/(proc|sys|dev|run|tmp|home|root|var/(cache|log|lib/(dpkg|rpm|apt)))(/|$)'

# computer COMMAND...: there, by root; sees the displays of this computer, and nothing else of it
computer() {
    # shellcheck disable=SC2016
    unshare --mount --pid --fork --kill-child sh -c 'mount -t proc proc "$0/proc" && mount --rbind /dev "$0/dev" && mkdir -p "$0/tmp/.X11-unix" &&
        mount --bind /tmp/.X11-unix "$0/tmp/.X11-unix" && exec chroot "$0" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 HOME=/root http_proxy="$http_proxy" "$@"' "$ROOT" "$@"
}
# the same in the home's network, by somebody who lives there
anna() { "$LAB" exec pc bash -c "ROOT=$ROOT; $(declare -f computer); computer setpriv --reuid anna --regid anna --clear-groups env HOME=/home/anna \"\$@\"" anna "$@"; }
SHOWN=/usr/share/metainfo/org.mailstation.assistant.metainfo.xml
listing() { (cd "$ROOT" && find . -xdev -printf '/%P\n' | grep -vE "$HOUSEKEEPING" | LC_ALL=C sort); }

step "the packages are made from the program"
try env QUICK=yes "$TOP/installers/desktop/build" deb rpm
succeeded
says "MB to download"
deb=$(echo "$TOP"/installers/desktop/target/mail-station_*.deb)
rpm=$(echo "$TOP"/installers/desktop/target/mail-station-*.rpm)

step "a clean computer"
# as this computer's own apt reaches the archive
export http_proxy=${http_proxy:-}
if apt-config dump | grep -iE '^Acquire::https?::Proxy' >"$PC_HOME/apt.conf"; then proxy=(--aptopt="$PC_HOME/apt.conf"); else proxy=(); fi
try mmdebstrap --quiet ${proxy[@]+"${proxy[@]}"} --variant=apt --skip=cleanup/apt/lists --aptopt='Acquire::Languages "none"' --aptopt='Acquire::Retries "3"' "$DEBIAN" "$ROOT" "$MIRROR"
succeeded
mkdir -p /tmp/.X11-unix
chmod 1777 /tmp/.X11-unix
computer useradd --create-home anna

step "what the package depends on is in the system's own archive"
try computer apt-get -qq -y -o Dpkg::Use-Pty=0 --no-install-recommends satisfy "$(dpkg-deb -f "$deb" Depends), fonts-dejavu-core"
succeeded
[ ! -e "$ROOT/usr/bin/java" ] || fail "there is a Java already"
listing >"$RESULTS/before.txt"

step "it is installed, with a menu entry, icons and a description that desktops and software centres understand"
cp "$deb" "$ROOT/tmp/mail-station.deb"
try computer dpkg -i /tmp/mail-station.deb
succeeded
try desktop-file-validate "$ROOT/usr/share/applications/mail-station.desktop"
succeeded
same "remarks on the menu entry" "" "$SAID"
try sed -n 's/^TryExec=//p' "$ROOT/usr/share/applications/mail-station.desktop"
try computer test -x "$SAID"
succeeded
for edge in 16 24 32 48 64 128 256; do
    same "icon" "PNG ${edge}x$edge" "$(identify -format '%m %wx%h' "$ROOT/usr/share/icons/hicolor/${edge}x$edge/apps/mail-station.png")"
done
try appstreamcli validate --no-net "$ROOT$SHOWN"
succeeded
try python3 - "$ROOT" "$ROOT$SHOWN" "$(dpkg-deb -f "$deb" Version)" <<'X'
import os, sys, xml.etree.ElementTree as tree
root, file, version = sys.argv[1:]
about = tree.parse(file).getroot()
assert os.path.exists(f"{root}/usr/share/applications/{about.findtext('launchable')}"), "its menu entry is not there"
assert os.access(f"{root}/opt/mail-station/bin/{about.findtext('provides/binary')}", os.X_OK), "its program is not there"
assert about.find("releases/release").get("version") == version, "it is of another version"
for kind in ("summary", "p", "li"):
    german = [text.get("{http://www.w3.org/XML/1998/namespace}lang") == "de" for text in about.iter(kind)]
    assert german and german == [False, True] * (len(german) // 2), f"a {kind} is not there in both languages"
X
succeeded
try computer dpkg -V mail-station
same "what differs from the package" "" "$SAID"

step "it runs with the Java that it brings"
try anna mail-station --version
succeeded
says "mail-station 0."

step "the packages for NASes in it are those that were built"
for package in "$TOP"/desktop-app/target/mail-station/nas/*.tar.gz; do
    same "$(basename "$package")" "$(gunzip -c "$package" | sha256sum)" "$(gunzip -c "$ROOT/opt/mail-station/nas/$(basename "$package")" | sha256sum)"
done
same "what else lies there" "" "$(find "$ROOT/opt/mail-station/nas" -name '.unpack*')"

# look WORD: the window comes up, of what the person sees then a picture is kept
look() {
    local log=$RESULTS/$1.log
    anna env DISPLAY="$DISPLAY" LANGUAGE=en MAILSTATION_JAVA_OPTIONS="-Dmailstation.log=INFO -Duser.language=en -Xlog:class+load:file=/home/anna/loaded" \
        mail-station >"$log" 2>&1 &
    PROGRAM=$!
    begun=$(now)
    # the words and the rail, not only a window
    pictured() { import -window root "$RESULTS/$1.png" && [ "$(identify -format %k "$RESULTS/$1.png")" -gt 100 ]; }
    eventually 120 "the first page" pictured "$1"
    note "the first page was seen after $(elapsed "$begun") s, which is up to 0.4 s late, at a load of $(cut -d' ' -f1 /proc/loadavg)"
    grep -q "page FIND" "$log" || fail "another page came up"
    xdotool windowfocus --sync "$(xdotool search --onlyvisible --name "Mail Station" | tail -n 1)" key ctrl+q
    ended() { ! kill -0 $PROGRAM 2>/dev/null; }
    eventually 60 "its end" ended
    try grep -c "org.mailstation.*shared objects file" "$ROOT/home/anna/loaded"
    [ "$SAID" -gt 100 ] || fail "it did not use what Java learned beforehand"
}
collect_logs() {
    [ -z "${PROGRAM:-}" ] || kill "$PROGRAM" 2>/dev/null || true
    end_display
}

step "its window comes up, with what Java learned beforehand"
display
look deb

step "it is removed, and nothing of it stays but what the person set"
try computer dpkg -r mail-station
succeeded
same "what differs from before" "" "$(listing | diff "$RESULTS/before.txt" - || true)"
[ -d "$ROOT/home/anna/.config/mail-station" ] || fail "what Anna set is gone"
try computer dpkg -P mail-station
succeeded
same "what differs from before" "" "$(listing | diff "$RESULTS/before.txt" - || true)"

step "the other kind of package asks for what there is elsewhere, and installs"
try rpm -qp --requires "$rpm"
succeeded
says "libgtk-3.so.0()(64bit)" zstd gzip
does_not_say /usr/ debian
try rpm -qpl "$rpm"
says $SHOWN
# what it asks for is there, but this system has it from packages of its own kind
try unshare --mount sh -c "mount -t proc proc '$ROOT/proc' && mount --rbind /dev '$ROOT/dev' && rpm --root '$ROOT' --dbpath /var/lib/rpm -i --nodeps '$rpm'"
succeeded
try rpm --root "$ROOT" --dbpath /var/lib/rpm -V --nodeps mail-station
same "what differs from the package" "" "$SAID"
look rpm

step "removed, nothing of that stays either"
try unshare --mount sh -c "mount -t proc proc '$ROOT/proc' && mount --rbind /dev '$ROOT/dev' && rpm --root '$ROOT' --dbpath /var/lib/rpm -e mail-station"
succeeded
same "what differs from before" "" "$(listing | diff "$RESULTS/before.txt" - || true)"

the_end
