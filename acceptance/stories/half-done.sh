#!/usr/bin/env bash
# Installing and uninstalling that come to nothing half-way: the disk fills up while the program is copied; the installer and the uninstaller are killed
# with SIGKILL, each at points that a program on their PATH waits for.
# shellcheck source=SCRIPTDIR/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=SCRIPTDIR/assistant.sh
. "$STORIES/assistant.sh"
# shellcheck source=SCRIPTDIR/mail.sh
. "$STORIES/mail.sh"
story "an installation that ends half-way leaves mail as it was, and it and uninstalling can be run again to their end"
PREFIX=/volume1/@mailstation
DATA=/volume1/@mailstation-data
NEXT=/volume1/next

# version NUMBER COMMAND: $NEXT becomes that version, made different by the command
version() {
    # shellcheck disable=SC2016
    nas sh -c 'cd "$1" && echo "$2" >VERSION && eval "$3" && for file in ./VERSION ./bin/mailstationd; do
        sum=$(sha256sum "$file") && sed -i "s|^[0-9a-f]*  $file\$|$sum|" SHA256SUMS || exit; done && sha256sum --quiet -c SHA256SUMS' sh "$NEXT" "$@"
}
install_next() { try nas sh "$NEXT/install.sh"; }
# at PROGRAM ARGUMENTS ACT: where the script runs the program with such arguments (a pattern), this is done first; see "script"
at() {
    # shellcheck disable=SC2016
    nas sh -c 'rm -rf /volume1/at && mkdir /volume1/at && printf "#!/bin/sh\ncase \$* in %s) %s ;; esac\nexec %s \"\$@\"\n" "$2" "$3" "$(command -v "$1")" >"/volume1/at/$1" && chmod 0755 "/volume1/at/$1"' sh "$@"
}
# script FILE: in a process group of its own, which KILL ends as a whole; the daemon is in another
KILL='kill -KILL 0'
script() { try nas setsid env PATH=/volume1/at:/usr/sbin:/usr/bin:/sbin:/bin sh "$@"; }
was_killed() { same "how it ended" 137 "$STATUS"; }
daemon() { nas pgrep -u mailstation java || true; }
letter_is_there() {
    mail_program "$ANNA" "imaps://$STATION/INBOX;MAILINDEX=1" >"$PC_HOME/read" && same_text "Anna's letter" "$PC_HOME/letter" "$PC_HOME/read"
}
runs() { # VERSION
    eventually 60 "the daemon" nas mailstationctl config show
    same "what is in use" "versions/$1" "$(nas readlink $PREFIX/current)"
    letter_is_there
}

step "a station with a letter"
nas sh -c "mkdir $NEXT && tar xzf - -C $NEXT --strip-components=1" <"$(echo "$TOP"/installers/nas/target/mailstation-*-linux-x86_64.tar.gz)"
install_next
succeeded
FIRST=$(nas cat $NEXT/VERSION)
{
    station_form
    printf '\n[incoming]\ngreylisting = false\nblock-lists = []\n'
} | nas sh -c "cat >/volume1/station.toml"
try nas mailstationctl config apply --yes /volume1/station.toml
succeeded
try nas mailstationctl account passwd --password-stdin "$ANNA" <<<"$MAIL_PASSWORD"
succeeded
CERTIFICATE=$PC_HOME/certificate.pem
nas sh -c 'openssl s_client -connect 127.0.0.1:993 -showcerts </dev/null 2>/dev/null | openssl x509' >"$CERTIFICATE"
letter "$PC_HOME/letter" printer@home.example "$ANNA" "from the house"
try pc curl -sS --max-time 60 "smtp://$NAS:25/printer.home.example" --mail-from printer@home.example --mail-rcpt "$ANNA" --crlf -T "$PC_HOME/letter"
succeeded
eventually 30 "the letter" letter_is_there
pid=$(daemon)
[ -n "$pid" ] || fail "no daemon of the user mailstation"

step "the disk fills up while a new version is copied: how much room is wanted is said, and the daemon does not notice"
version 98.0.0 true
nas mkfifo /volume1/copying /volume1/filled
at tar 'xf*' 'echo >/volume1/copying; timeout 60 cat /volume1/filled >/dev/null'
films() {
    nas timeout 60 cat /volume1/copying >/dev/null
    "$LAB" disk nas 30M
    nas sh -c 'echo >/volume1/filled'
}
background films
script "$NEXT/install.sh"
same "exit code" 5 "$STATUS"
says "not enough room" "MB are free" "MB are needed" "everything is as it was" "run this again"
does_not_say "Exiting with failure"
note "$(tail -n 1 <<<"$SAID")"
same "the daemon's process" "$pid" "$(daemon)"
runs "$FIRST"
same "what lies there" "$FIRST" "$(nas ls -A $PREFIX/versions)"

step "with room again the same command works"
"$LAB" disk nas normal
install_next
succeeded
says "98.0.0 is running"
runs 98.0.0

step "killed while it copies, the daemon does not notice either"
version 98.0.1 true
pid=$(daemon)
at tar 'xf*' "$KILL"
script "$NEXT/install.sh"
was_killed
same "the daemon's process" "$pid" "$(daemon)"
runs 98.0.0

step "killed when a version that does not come up was switched to, the next try finds the one before"
version 99.0.0 'mv bin/mailstationd bin/good && printf "#!/bin/sh\nexit 13\n" >bin/mailstationd && chmod 0755 bin/mailstationd'
at cp '*mailstation.init*' "$KILL"
script "$NEXT/install.sh"
was_killed
same "what is in use" versions/99.0.0 "$(nas readlink $PREFIX/current)"
same "daemons" "" "$(daemon)"
install_next
same "exit code" 8 "$STATUS"
says "everything is as it was"
runs 98.0.0
same "what lies there" "$(printf '%s\n' "$FIRST" 98.0.0)" "$(nas ls -A $PREFIX/versions)"

step "uninstalling is killed before the service is gone, and in the middle of the program"
at rm '*S99mailstation.sh' "$KILL"
script $PREFIX/current/uninstall.sh
was_killed
at rm '*/lib' "$KILL"
script $PREFIX/current/uninstall.sh
was_killed
try nas ls $PREFIX/current/jre
refused

step "run again it comes to its end, and the letters stay"
try nas sh $PREFIX/current/uninstall.sh
succeeded
says "stay in $DATA"
for gone in "$PREFIX" "$SERVICE" /usr/local/bin/mailstationctl /etc/mailstation.prefix; do
    try nas ls -d "$gone"
    [ "$STATUS" != 0 ] || fail "$gone is still there"
done
[ -z "$(nas pgrep -u mailstation || true)" ] || fail "something of it still runs"

step "installed again it is the same station; purging, killed among the letters, ends when it is run again"
version 99.0.1 'mv bin/good bin/mailstationd'
install_next
succeeded
runs 99.0.1
at rm "*$DATA" "/bin/rm -rf $DATA/config; $KILL"
script $PREFIX/current/uninstall.sh --purge
was_killed
try nas sh $PREFIX/current/uninstall.sh --purge
succeeded
for gone in "$PREFIX" "$DATA" "$SERVICE"; do
    try nas ls -d "$gone"
    [ "$STATUS" != 0 ] || fail "$gone is still there"
done

the_end
