#!/usr/bin/env bash
# A letter that waits, a port that somebody else has, a mail service that does not run: mended by one command, and gone by a new look.
# shellcheck source=SCRIPTDIR/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=SCRIPTDIR/assistant.sh
. "$STORIES/assistant.sh"
# shellcheck source=SCRIPTDIR/mail.sh
. "$STORIES/mail.sh"
# shellcheck source=SCRIPTDIR/checks.sh
. "$STORIES/checks.sh"
# shellcheck source=SCRIPTDIR/mending.sh
. "$STORIES/mending.sh"
story "a port is freed where it is ours, and a stranger's program left alone"

QUEUE=/volume1/@mailstation-data/queue/outgoing
OTHER=/volume1/old-station
PC=192.168.77.20
ROUTER_PAGE=http://192.168.77.1:5555/rootDesc.xml

tries() { nas mailstationctl queue list --json | python3 -c 'import json, sys; print(sum(one["tries"] for one in json.load(sys.stdin)["letters"]))'; }
tried() { [ "$(tries)" -gt "$1" ]; } # more often than so many times
# Another computer at home has a port of mail, which the router gives to one only
other_device_takes() { eventually 30 "port $1 of the other device" taken_by_other_device "$1"; } # PORT
taken_by_other_device() { # the station may have been quicker
    nas upnpc -u "$ROUTER_PAGE" -d "$1" tcp >/dev/null || true
    pc upnpc -u "$ROUTER_PAGE" -e "Old mail server" -a "$PC" "$1" "$1" tcp >/dev/null
    router_leads "$1" "$PC:$1"
}
other_device_gives_back() { pc upnpc -u "$ROUTER_PAGE" -d "$1" tcp >/dev/null; }

step "a station is set up"
"$LAB" dns "$STATION" A 44.128.0.77
set_up_station < <(station_form)
fetch_certificate "$PC_HOME/certificate.pem"
CERTIFICATE=$PC_HOME/certificate.pem

step "a letter that waited for a server that is back: it is tried at once"
inet nft add table inet down
inet nft add chain inet down in '{ type filter hook input priority 0; }'
inet nft add rule inet down in ip daddr 44.128.1.25 tcp dport 25 reject with tcp reset
letter "$PC_HOME/letter" "$ANNA" friend@remote.example "Waited"
try submit "$ANNA" "$PC_HOME/letter" "$ANNA" friend@remote.example "smtps://$STATION:465"
succeeded
eventually 20 "the first try" tried 0
service stop
# as if it had been accepted yesterday (in milliseconds), and were not tried again by itself before this evening
nas sh -c "sed -i -E 's/\b[0-9]{13}\b/$(date -d yesterday +%s)000/g; s/(\"next\" *: *\")[^\"]*/\1$(date -u -d '+6 hours' +%FT%TZ)/' $QUEUE/*.json"
# an older version that somebody started once more, as root, is there first: it takes the port of imap
nas mkdir -p $OTHER
# shellcheck disable=SC2016
background nas sh -c 'exec "$(dirname "$(readlink -f /usr/local/bin/mailstationctl)")/mailstationd" --data "$1"' sh $OTHER
eventually 60 "the other one" nas sh -c "mailstationctl --data $OTHER status; [ \$? -le 1 ]"
station_form >"$PC_HOME/other.toml"
printf '[network]\nline = "direct"\n[ports]\nimap = { port = 143 }\n' >>"$PC_HOME/other.toml"
for one in smtp:2525 submissions:2465 submission:2587 imaps:2993 pop3:2110 pop3s:2995; do printf '%s = { port = %s }\n' "${one%:*}" "${one#*:}"; done >>"$PC_HOME/other.toml"
nas sh -c "cat >$OTHER/form.toml" <"$PC_HOME/other.toml"
try nas mailstationctl --data $OTHER config apply $OTHER/form.toml --yes
succeeded
service start
eventually 30 "the daemon" daemon_answers
inet nft delete table inet down
mends queue
eventually 20 "the letter at the other provider" outside_has "Subject: Waited"

step "the port of imap is held by another mail service of ours: it is named with its process, ended, and the port opened"
look --only listener.imap
same "what is found" "listener.imap fail error listener.taken.ours" "$(troubles)"
mends listener.imap
! nas pgrep -f -- '--data /volume1/[o]ld-station' >/dev/null || fail "the other one still runs"
eventually 10 "imap" nas sh -c 'ss -Hltn sport = :143 | grep -q .'

step "a stranger at the port is named and left alone"
service stop
# shellcheck disable=SC2016
background nas bash -c 'exec -a exim4 socat TCP4-LISTEN:143,reuseaddr,fork /dev/null'
eventually 10 "the stranger" nas sh -c 'ss -Hltn sport = :143 | grep -q .'
service start
eventually 30 "the daemon" daemon_answers
look --only listener.imap
same "what is found" "listener.imap fail error listener.taken" "$(troubles)"
fix listener.imap
same "exit" 9 "$STATUS"
nas sh -c 'ss -Hltn sport = :143 | grep -q .' || fail "the stranger was stopped"
nas pkill -f 'TCP4-LISTEN:[1]43'

step "the entrance is opened once the stranger is gone"
eventually 10 "his end" nas sh -c '! ss -Hltn sport = :143 | grep -q .'
mends listener.imap

step "a port is opened, and another device takes a port of mail at that moment: what was opened is closed again, at the router too"
eventually 60 "port 993" router_leads 993 "$NAS:993"
other_device_takes 993
nas mailstationctl forward --again >/dev/null || true
other_device_gives_back 993
router_leads 25 "$NAS:25" || fail "the router does not lead port 25 here"
router_leads_nowhere 993 || fail "port 993 should be free"
while_asked other_device_takes 25 -- forwarding
same "exit" 6 "$STATUS"
says "Taken back" "What became worse" "$PC" "The look afterwards still finds that worse"
does_not_say "Mended:"
router_leads_nowhere 993 || fail "the port that was opened is open still"
router_leads 25 "$PC:25" || fail "the port of another device was touched"
router_leads 465 "$NAS:465" || fail "what stood before was closed"

step "the other device is gone: all of them are opened"
other_device_gives_back 25
mends forwarding
for port in 25 465 993; do router_leads $port "$NAS:$port" || fail "the router does not lead port $port here"; done

step "a mail service that does not run is started"
service stop
look --only daemon
blames daemon
fix daemon
same "exit" 0 "$STATUS"
says "Mended"
daemon_answers || fail "it does not run"

no_secret_shown

the_end
