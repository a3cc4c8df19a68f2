#!/usr/bin/env bash
# The mail service as a package of the system of the NAS.
# shellcheck source=SCRIPTDIR/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=SCRIPTDIR/assistant.sh
. "$STORIES/assistant.sh"
story "a NAS with Debian gets the mail service as a package, keeps the old one where a new one does not work, and is rid of it again"
SERVICE=/etc/init.d/mailstation

# not a Disk Station this time
nas rm -r /etc.defaults
listing() { nas sh -c 'find /opt /etc /usr/local /var/lib/mailstation -path /etc/rc?.d -prune -o -print 2>/dev/null | grep -vE "^/etc/(passwd|group|g?shadow|subuid|subgid)-?$" | LC_ALL=C sort' || true; }
# changed VERSION COMMAND: the package with another version, made different by the command, as ~/VERSION.deb
changed() {
    nas sh -c 'cd && rm -rf parts && dpkg-deb -R mailstation.deb parts && cd parts && mv opt/mailstation/versions/* "opt/mailstation/versions/$1" && cd - >/dev/null &&
        sed -i "s/^Version: .*/Version: $1/" parts/DEBIAN/control && sed -i "s/^version=.*/version=$1/" parts/DEBIAN/postinst && rm parts/DEBIAN/md5sums &&
        (cd "parts/opt/mailstation/versions/$1" && echo "$1" >VERSION && eval "$2") && dpkg-deb -Znone -b parts "$1.deb" >/dev/null && rm -rf parts' sh "$@"
}

step "the package is made from the program"
try env QUICK=yes "$TOP/installers/nas/build" deb
succeeded
says "MB to download"
note "$(tail -n 1 <<<"$SAID")"
nas sh -c 'cd && cat >mailstation.deb' <"$(echo "$TOP"/installers/nas/target/mailstation_*.deb)"
before=$(listing)

step "it is installed, and the service runs as a user of its own"
try nas sh -c 'cd && dpkg -i mailstation.deb'
succeeded
says "is running"
try nas sh -c 'ps -o user= -p "$(pgrep -u mailstation java)"'
same "its user" mailstation "${SAID%% *}"

step "the assistant finds it and sets it up"
cat >"$PC_HOME/station.toml" < <(station_form)
connect_as admin
succeeded
says "package of the NAS's own system" "the settings come next"
apply_form "$PC_HOME/station.toml"
succeeded
set_mailbox_password "$ANNA"
succeeded

step "it does not replace what the system has put there, and sends nothing"
install_daemon
refused
says "package of its system"
does_not_say "Uploading"

step "a version that does not come up gives way to the one before"
changed 98.0.0 'printf "#!/bin/sh\nexit 13\n" >bin/mailstationd'
try nas sh -c 'cd && dpkg -i 98.0.0.deb'
refused
says "did not come up" "runs again"
try nas mailstationctl status
says "$STATION"

step "a version that works takes over the letters and settings"
changed 99.0.0 true
try nas sh -c 'cd && dpkg -i 99.0.0.deb && mailstationctl status'
succeeded
says "$STATION"
try nas ls /opt/mailstation/versions
same "what is there" 99.0.0 "$SAID"

step "removing it keeps the letters"
try nas sh -c 'dpkg -r mailstation; ls /var/lib/mailstation/config/station.toml; ls /opt/mailstation/versions'
says "/var/lib/mailstation/config/station.toml" "No such file"
[ -z "$(nas pgrep -u mailstation || true)" ] || fail "something of it still runs"

step "installed again it is the same station"
try nas sh -c 'cd && dpkg -i mailstation.deb && mailstationctl status'
succeeded
says "$STATION"

step "purged, nothing of it stays"
try nas dpkg -P mailstation
succeeded
try nas id mailstation
refused
same "the files" "$before" "$(listing)"

the_end
