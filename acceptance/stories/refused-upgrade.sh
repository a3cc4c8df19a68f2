#!/usr/bin/env bash
# A new version that does not come up, and taking everything away again.
# shellcheck source=SCRIPTDIR/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=SCRIPTDIR/assistant.sh
. "$STORIES/assistant.sh"
story "a new version that does not come up gives way to the one before, which still obeys"
PREFIX=/volume1/@mailstation

step "the station is installed and has its settings"
set_up_station < <(station_form)

step "a version whose daemon ends at once is refused, and the one before runs again"
nas sh -c 'mkdir /volume1/new && tar xzf - -C /volume1/new --strip-components=1' <"$(echo "$TOP"/installers/nas/target/mailstation-*-linux-x86_64.tar.gz)"
nas sh -c 'cd /volume1/new && echo 99.0.0 >VERSION && printf "#!/bin/sh\nexit 13\n" >bin/mailstationd &&
    find . -type f ! -name SHA256SUMS | xargs -d "\n" sha256sum >/volume1/sums && mv /volume1/sums SHA256SUMS'
try nas sh /volume1/new/install.sh
same "exit code" 8 "$STATUS"
says "everything is as it was"
eventually 30 "the version before answers" nas mailstationctl status
says "$STATION"
does_not_say 99.0.0

step "it ends when it is told to"
try nas "$SERVICE" stop
succeeded
[ -z "$(nas pgrep -u mailstation || true)" ] || fail "something of it still runs"

step "and can be started again"
try nas "$SERVICE" start
succeeded
eventually 30 "it answers again" nas mailstationctl status

step "uninstalling keeps the letters"
try nas sh "$PREFIX/current/uninstall.sh"
succeeded
try nas ls "$PREFIX-data/config/station.toml"
succeeded
[ -z "$(nas pgrep -u mailstation || true)" ] || fail "something of it still runs"

step "installing again finds them, and purging takes them too"
install_daemon
succeeded
eventually 30 "it answers with its settings" nas mailstationctl status
says "$STATION"
try nas sh "$PREFIX/current/uninstall.sh" --purge
succeeded
for gone in "$PREFIX" "$PREFIX-data" "$SERVICE" /usr/local/bin/mailstationctl; do
    try nas ls -d "$gone"
    [ "$STATUS" != 0 ] || fail "$gone is still there"
done
try nas id mailstation
[ "$STATUS" != 0 ] || fail "the user mailstation is still there"

the_end
