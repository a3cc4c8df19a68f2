#!/usr/bin/env bash
# The assistant comes as a package of the system, brings its own Java, and goes again without a trace.
# shellcheck source=SCRIPTDIR/lib.sh
. "$(dirname "$0")/lib.sh"
story "the assistant is installed from its package, and removed again"

# a computer on which there is nothing of ours and no Java; in the network it is the NAS, as that has the biggest disk to throw away
computer() { "$LAB" exec nas "$@"; }

step "the package is made from the program"
try env QUICK=yes "$TOP/installers/desktop/build" deb
succeeded
says "MB to download"
deb=$(ls "$TOP"/installers/desktop/target/mail-station_*.deb)
note "$(tail -n 1 <<<"$SAID")"

step "what it depends on is in the system's own archive"
try apt-get -s -o Debug::NoLocking=yes install "$deb"
succeeded
says "Inst mail-station"

step "it is installed, with a menu entry and an icon"
computer sh -c 'cd && cat >mail-station.deb' <"$deb"
before=$(computer sh -c 'find /opt /usr/bin /usr/share/applications /usr/share/icons | LC_ALL=C sort' || true)
# the libraries of the desktop may be missing where stories run; what they are was asked above
try computer sh -c 'cd && dpkg -i --force-depends ./mail-station.deb'
succeeded
try computer sh -c 'ls /opt/mail-station/nas; cat /usr/share/applications/mail-station.desktop; ls /usr/share/icons/hicolor/256x256/apps'
succeeded
says "linux-$(uname -m).tar.gz" "Name=Mail Station" "mail-station.png"

step "it runs with the Java that it brings"
try computer sh -c '! command -v java >/dev/null || java -version; mail-station --version'
succeeded
says "mail-station 0."

step "its window comes up, with what Java learned beforehand"
try computer sh -c 'cd && MAILSTATION_JAVA_OPTIONS="-Dglass.platform=Headless -Dprism.order=sw -Djava.awt.headless=true -Xlog:class+load:file=loaded" \
    DISPLAY=:none timeout -s TERM 12 mail-station; grep -c "org.mailstation.*shared objects file" loaded; grep -m 1 "view.find.FindPage" loaded'
says "FindPage" "shared objects file"

step "the package for the NAS in it is the one that was built"
try computer sh -c 'gunzip -c /opt/mail-station/nas/*.tar.gz | sha256sum'
succeeded
# shellcheck disable=SC2002
same "the package" "$(gunzip -c "$TOP"/desktop-app/target/mail-station/nas/*.tar.gz | sha256sum)" "$SAID"

step "it is removed, and nothing of it stays"
try computer dpkg -P mail-station
succeeded
after=$(computer sh -c 'find /opt /usr/bin /usr/share/applications /usr/share/icons | LC_ALL=C sort' || true)
same "the files" "$before" "$after"

the_end
