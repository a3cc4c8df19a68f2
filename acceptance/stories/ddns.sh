#!/usr/bin/env bash
# The name follows the changing address of the line.
# shellcheck source=SCRIPTDIR/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=SCRIPTDIR/assistant.sh
. "$STORIES/assistant.sh"
story "the name follows the line's address"

PROVIDER=http://ddns.remote.example
DDNS_PASSWORD=Ddns-Passw0rd

address_is() { [ "$(pc dig +short A "$1")" = "$2" ]; } # NAME ADDRESS
provider_heard() { "$LAB" logs inet-ddns | grep -cF "$1" || true; }
provider_said() { "$LAB" logs inet-ddns | grep -F "$STATION" | grep -qF "$1"; }
# update NODE USER:PASSWORD QUERY: as any program of that kind does
update() { "$LAB" exec "$1" curl -sS -m 10 -A "story/1 story@example.org" -u "$2" "$PROVIDER/nic/update?$3"; }

step "the provider of this network answers as the protocol says"
try update nas "family:$DDNS_PASSWORD" "hostname=other.dyn.example&myip=44.128.7.7"
same "answer" "good 44.128.7.7" "$SAID"
address_is other.dyn.example 44.128.7.7 || fail "Knot does not say so"
for _ in 1 2 3; do
    try update nas "family:$DDNS_PASSWORD" "hostname=other.dyn.example&myip=44.128.7.7"
    same "answer" "nochg 44.128.7.7" "$SAID"
done
try update nas "family:$DDNS_PASSWORD" "hostname=other.dyn.example&myip=44.128.7.8"
same "answer after so many useless ones" abuse "$SAID"
"$LAB" ddns unlock
try update nas "family:wrong" "hostname=other.dyn.example"
same "answer" badauth "$SAID"
for pair in "next.dyn.example !yours" "nobody.dyn.example nohost" "short notfqdn"; do
    try update nas "family:$DDNS_PASSWORD" "hostname=${pair% *}"
    same "answer for ${pair% *}" "${pair#* }" "$SAID"
done
"$LAB" ddns answer 911
try update nas "family:$DDNS_PASSWORD" "hostname=other.dyn.example"
same "answer on demand" 911 "$SAID"
"$LAB" ddns normal
try nas curl -sS -m 10 "$PROVIDER/checkip"
says "Current IP Address: 44.128.0.77"

step "ddclient, a program of others, keeps a name there"
nas sh -c "umask 077; cat >/tmp/ddclient.conf" <<X
ssl=no
protocol=dyndns2
server=ddns.remote.example
login=family
password=$DDNS_PASSWORD
use=ip, ip=44.128.7.9
other.dyn.example
X
try nas ddclient -daemon=0 -foreground -file /tmp/ddclient.conf -cache /tmp/ddclient.cache -pid /tmp/ddclient.pid -verbose
says "good"
address_is other.dyn.example 44.128.7.9 || fail "Knot does not have ddclient's address"

step "inadyn, another one, does too"
nas sh -c "umask 077; cat >/tmp/inadyn.conf" <<X
allow-ipv6 = false
custom lab {
    ssl = false
    username = family
    password = $DDNS_PASSWORD
    hostname = other.dyn.example
    checkip-server = ddns.remote.example
    checkip-path = "/checkip"
    checkip-ssl = false
    ddns-server = ddns.remote.example
    ddns-path = "/nic/update?hostname=%h&myip=%i"
}
X
try nas inadyn --once --foreground --force --config=/tmp/inadyn.conf --cache-dir=/tmp --pidfile=/tmp/inadyn.pid --loglevel=debug
succeeded
address_is other.dyn.example 44.128.0.77 || fail "Knot does not have inadyn's address"
nas rm -f /tmp/ddclient.conf /tmp/inadyn.conf

step "a station is set up, and told to keep its name there"
connect_as admin
succeeded
install_daemon
succeeded
# the provider here speaks without TLS; the station does so to this computer itself only
background nas socat TCP4-LISTEN:8245,bind=127.0.0.1,reuseaddr,fork TCP4:ddns.remote.example:80
{
    station_form
    cat <<X

[ddns]
provider = "custom"
host = "$STATION"
user = "family"
server = "http://127.0.0.1:8245/nic/update"
X
} >"$PC_HOME/station.toml"
apply_form "$PC_HOME/station.toml"
succeeded
set_mailbox_password "$ANNA"
succeeded
try nas mailstationctl ddns --now
says "password or token is missing"

put_ddns_secret() { printf '%s\n' "$1" | nas mailstationctl secret put ddns; } # PASSWORD

step "a wrong password is said so, once, and nothing is tried again"
try put_ddns_secret "not-the-password"
succeeded
eventually 30 "the refusal" provider_said badauth
try nas mailstationctl ddns
[ "$STATUS" != 0 ] || fail "it should not be fine"
says "does not accept the login"
try nas mailstationctl ddns test
refused
says "does not accept the login"
before=$(provider_heard "$STATION")
nas mailstationctl ddns --now >/dev/null || true
same "questions to the provider" "$before" "$(provider_heard "$STATION")"

step "with the right one the name leads to the home at once"
try put_ddns_secret "$DDNS_PASSWORD"
succeeded
eventually 30 "the address in the DNS" address_is "$STATION" 44.128.0.77
eventually 10 "the good news" nas mailstationctl ddns
says "$STATION leads to 44.128.0.77"
try nas mailstationctl ddns test
succeeded
says "It works"
heard=$(provider_heard "$STATION")

step "the line gets another address: within one look the name leads there"
"$LAB" wan-ip 44.128.0.78
begun=$SECONDS
eventually 75 "the new address in the DNS" address_is "$STATION" 44.128.0.78
note "back in the DNS after $((SECONDS - begun)) s"
same "questions to the provider" $((heard + 1)) "$(provider_heard "$STATION")"
eventually 10 "the timeline" nas sh -c "mailstationctl ddns | grep -F 'from 44.128.0.77 to 44.128.0.78'"
says "Mail was at risk for at most"
note "$(grep -F 'at most' <<<"$SAID")"

step "a restart of the daemon sends no update too many"
nas "$SERVICE" stop
nas "$SERVICE" start
eventually 30 "it answers again" nas mailstationctl status
try nas mailstationctl ddns --now
succeeded
says "$STATION leads to 44.128.0.78" "from 44.128.0.77 to 44.128.0.78"
same "questions to the provider" $((heard + 1)) "$(provider_heard "$STATION")"

step "a provider in trouble is given its time"
"$LAB" ddns answer 911
"$LAB" wan-ip 44.128.0.79
try nas mailstationctl ddns --now
[ "$STATUS" != 0 ] || fail "it should not be fine"
says "trouble of its own" "Mail is at risk"
heard=$(provider_heard "$STATION")
"$LAB" ddns normal
nas mailstationctl ddns --now >/dev/null || true
same "questions to the provider" "$heard" "$(provider_heard "$STATION")"

step "no password stands in an answer or a log"
try nas mailstationctl ddns --json
does_not_say "$DDNS_PASSWORD"
! nas grep -rqF "$DDNS_PASSWORD" /volume1/@mailstation-data/logs /volume1/@mailstation-data/config || fail "the password stands where it should not"

the_end
