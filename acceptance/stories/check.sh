#!/usr/bin/env bash
# What "check" says: in a healthy home, and after one thing broke. The large table of faults is made by acceptance/faults.
# shellcheck source=SCRIPTDIR/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=SCRIPTDIR/assistant.sh
. "$STORIES/assistant.sh"
# shellcheck source=SCRIPTDIR/checks.sh
. "$STORIES/checks.sh"
# shellcheck source=SCRIPTDIR/../faults/station.sh
. "$TOP/acceptance/faults/station.sh"
story "one command says what is wrong"

forward_stands() { { nas mailstationctl forward || true; } | grep -qE "^ *$1 -> $NAS:$1 .*leads here"; } # PORT
step "a station is set up, its router leads to it, and its names are published"
trust_the_outside
set_up_station < <(station_form | sed "s/^domains.*/domains = [\"$FAMILY\"]/; s/anna@$STATION/$ANNA/")
"$LAB" dns "$STATION" A 44.128.0.77
{ cat "$TOP/acceptance/lab/conf/inet/family/$FAMILY.zone"; signing_record; } | "$LAB" publish $FAMILY
for port in 25 465 993; do eventually 30 "port $port" forward_stands $port; done

step "the healthy home is fine"
look
same "health" fine "$(health)"
note "NAS and PC looked for $TOOK ms"
try asked check
succeeded
same "the first line" "Everything that was looked at is fine." "$(head -n 1 <<<"$SAID")"
try nas mailstationctl check
succeeded

step "the wanted records are shown beside those that are published, from the PC and on the NAS"
for program in "asked" "nas mailstationctl"; do
    # shellcheck disable=SC2086
    try $program records
    succeeded
    says "(=) $FAMILY. MX 10 $STATION."
    says "(=) $FAMILY. TXT v=spf1 mx ~all"
done

step "one question alone is answered quickly"
look --only dns.mx
same "what was looked at" "dns.mx:$FAMILY" "$(report 'for one in report["findings"]: print(one["check"])')"

step "other places to ask, from a file; a mistake in it is told"
printf 'resolvers = 44.128.1.54\nmail-servers = mail.remote.example\n' >"$PC_HOME/landmarks"
put_landmarks "$PC_HOME/landmarks"
look --only dns.mx,outbound
same "health" fine "$(health)"
report 'print(report["findings"])' | grep -q "mail.remote.example" || fail "the server in the file was not asked"
printf 'resolvers = my router\n' >"$PC_HOME/landmarks"
put_landmarks "$PC_HOME/landmarks"
look_on_nas --only landmarks
blames landmarks
nas rm /volume1/@mailstation-data/config/landmarks.properties
rm "$PC_HOME/.config/mail-station/landmarks.properties"

# broken FAULT CULPRIT WORDS: it is made, seen from the PC, and mended again
broken() {
    step "$1: $3"
    "$LAB" fault "$1"
    look
    blames "$2"
    try asked check
    [ "$STATUS" = 1 ] || fail "scripts do not see that something is wrong"
    grep -qF -- "$3" <<<"$(head -n 1 <<<"$SAID")" || fail "the first line should name the culprit"
    note "$(head -n 1 <<<"$SAID")"
    "$LAB" heal
}
broken daemon-stopped daemon "does not run"
broken nas-firewall home:imaps "firewall"
broken mx-missing "dns.mx:$FAMILY" "$FAMILY"
broken stale-address dns.address "$STATION"

step "one report for whoever shall help names the culprit; strangers read no names of the home in it"
"$LAB" fault mx-missing
for whom in report forum; do
    strangers=()
    [ $whom = report ] || strangers=(--forum)
    try asked report --language en "${strangers[@]}" --out "$PC_HOME/$whom.zip"
    [ "$STATUS" -le 1 ] || fail "the report was not written"
    mkdir "$PC_HOME/$whom"
    python3 -m zipfile -e "$PC_HOME/$whom.zip" "$PC_HOME/$whom"
    for file in report.html report.pdf report.json map.svg map.png logs/station.log; do
        [ -s "$PC_HOME/$whom/$file" ] || fail "$file is not in $whom.zip"
    done
    ! grep -rqF -e "$NAS_PASSWORD" -e "$MAIL_PASSWORD" "$PC_HOME/$whom" || fail "a password stands in $whom.zip"
done
for form in html json; do grep -q "$FAMILY" "$PC_HOME/report/report.$form" || fail "report.$form does not name $FAMILY"; done
! grep -rqE "$FAMILY|$STATION|44\.128\.0\.77" "$PC_HOME/forum" || fail "forum.zip names what is the home's own"
same "the paper" "%PDF-" "$(head -c 5 "$PC_HOME/forum/report.pdf")"
cp "$PC_HOME"/report.zip "$PC_HOME"/forum.zip "$RESULTS"
"$LAB" heal

step "settings that somebody changed behind the station's back are put back as the window does it, and his are kept beside them"
CONFIG=/volume1/@mailstation-data/config
try nas mailstationctl status
does_not_say "edited by hand"
nas sh -c "echo '# by somebody else' >>$CONFIG/station.toml"
try nas mailstationctl status
says "edited by hand"
try python3 "$STORIES/ask_station.py" apply-again "$LAB" exec nas mailstationctl rpc
succeeded
says '"kind": "Applied"'
try nas mailstationctl status
does_not_say "edited by hand"
! nas grep -q "by somebody else" "$CONFIG/station.toml" || fail "what somebody wrote is still in use"
nas sh -c "grep -q 'by somebody else' $CONFIG/station.edited-*.toml" || fail "what somebody wrote is lost"

step "with the service stopped the NAS's own program says so too"
"$LAB" fault daemon-stopped
look_on_nas
blames daemon
"$LAB" heal

step "after all that everything is fine again"
look
same "health" fine "$(health)"
no_secret_shown

the_end
