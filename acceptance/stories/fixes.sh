#!/usr/bin/env bash
# What the check found is mended by one command, which is what the button of the window does: each fault is made with real parts, and gone by a new look.
# shellcheck source=SCRIPTDIR/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=SCRIPTDIR/assistant.sh
. "$STORIES/assistant.sh"
# shellcheck source=SCRIPTDIR/checks.sh
. "$STORIES/checks.sh"
# shellcheck source=SCRIPTDIR/mending.sh
. "$STORIES/mending.sh"
story "what was found is mended by one command, and only a new look closes it"

AUTHORITY=https://mail.remote.example:14000/dir
DDNS_PASSWORD=Ddns-Passw0rd
CONFIG=/volume1/@mailstation-data/config

form() {
    station_form
    cat <<T

[tls]
source = "acme"
authority = "$AUTHORITY"

[ddns]
provider = "custom"
host = "$STATION"
user = "family"
server = "http://127.0.0.1:8245/nic/update"

[relay]
use = "never"
host = "relay.remote.example"
port = 587
security = "starttls"
user = "family"
T
}
# the provider speaks without TLS; the station does so to this computer itself only
provider() {
    background nas socat TCP4-LISTEN:8245,bind=127.0.0.1,reuseaddr,fork TCP4:ddns.remote.example:80
    eventually 10 "the provider" nas sh -c 'ss -Hltn sport = :8245 | grep -q .'
}
trusted() { # PORT: a program that knows nothing but the authority believes it, name and all
    pc openssl s_client -connect "$NAS:$1" -servername "$STATION" -verify_hostname "$STATION" -verify_return_error -CAfile "$PC_HOME/root.pem" \
        </dev/null 2>&1 | grep -qF "Verify return code: 0 (ok)"
}
# what the provider was told for the station's name, and what it answered: "ADDRESS ANSWER" a line
provider_heard() { grep -F "$STATION " "$LAB_STATE"/log/inet-ddns.log | awk '{print $2, $3}'; }
heard_since() { provider_heard | tail -n +$(($(wc -l <"$RESULTS/heard-before") + 1)) | tr '\n' ' ' | sed 's/ $//'; }
relay_use() { nas mailstationctl config show | grep -A1 -F "[relay]" | grep "^use"; }
address_is() { [ "$(pc dig +short A "$STATION")" = "$1" ]; }

step "a station is set up whose authority is not there yet, and whose address is known"
"$LAB" dns "$STATION" A 44.128.0.77
set_up_station < <(form)
provider
trust_the_internet
printf '%s\n' "$DDNS_PASSWORD" | nas mailstationctl secret put ddns >/dev/null
printf 'wrong-Passw0rd\n' | nas mailstationctl secret put relay >/dev/null
router_answered
eventually 30 "port 25" router_leads 25 "$NAS:25"
eventually 60 "that the authority does not answer" nas sh -c 'mailstationctl certificate | grep -qF "did not answer"'

step "what can be mended is listed, and nothing is done"
try asked fix --list
says "certificate" "Say which one"

step "entrances that the router does not lead here any more: the router is asked again"
nas mailstationctl forward --withdraw >/dev/null || true
router_leads_nowhere 25 || fail "the router still leads port 25"
mends forwarding
router_leads 25 "$NAS:25" || fail "the router does not lead port 25 here"

step "settings that somebody changed behind the station's back: those that run are put back, his are kept"
nas sh -c "echo '# by somebody else' >>$CONFIG/station.toml"
mends configuration
! nas grep -q "by somebody else" "$CONFIG/station.toml" || fail "what somebody wrote is still there"
nas sh -c "grep -q 'by somebody else' $CONFIG/station.edited-*.toml" || fail "what somebody wrote is lost"

step "a certificate that nobody trusts: with the authority there, one is fetched"
inet sh -c 'cat >/tmp/pebble.json' <<'T'
{"pebble": {"listenAddress": "0.0.0.0:14000", "managementListenAddress": "127.0.0.1:15000", "httpPort": 80, "tlsPort": 443,
  "certificate": "/run/lab/conf/tls.pem", "privateKey": "/run/lab/conf/tls.key", "ocspResponderURL": ""}}
T
background inet env PEBBLE_VA_NOSLEEP=1 PEBBLE_AUTHZREUSE=0 pebble -config /tmp/pebble.json
eventually 15 "the authority" inet curl -sSkf -o /tmp/root.pem https://127.0.0.1:15000/roots/0
inet cat /tmp/root.pem >"$PC_HOME/root.pem"
! trusted 993 || fail "nobody can trust it yet"
mends certificate.fetching
trusted 993 || fail "imaps does not show it"

step "a name that leads to an old address, since the provider did not answer: it is told now"
nas pkill -f TCP4-LISTEN:8245
"$LAB" wan-ip 44.128.0.78
nas mailstationctl ddns --now >/dev/null || true
address_is 44.128.0.77 || fail "the name should lead to the old address"
provider
mends ddns
address_is 44.128.0.78 || fail "the name does not lead to the new address"

step "an address that another program overwrites at the same moment: what was told is taken back, at the provider too"
nas pkill -f TCP4-LISTEN:8245
"$LAB" wan-ip 44.128.0.80
nas mailstationctl ddns --now >/dev/null || true
"$LAB" dns "$STATION" A 44.128.0.80 # by hand, on the page of the provider
provider
provider_heard >"$RESULTS/heard-before"
"$LAB" ddns overtaken 44.128.0.66
fix ddns
same "exit" 6 "$STATUS"
says "Taken back" "What became worse" "44.128.0.66" "The look afterwards still finds that worse"
does_not_say "Mended:"
same "what the provider heard" "44.128.0.80 good 44.128.0.66 good 44.128.0.78 good" "$(heard_since)"
address_is 44.128.0.78 || fail "the name does not lead where the station had told it before"

step "what was taken back is told again when a person wants it"
mends dns.address
same "what the provider heard at last" "44.128.0.80 good" "$(heard_since | grep -oE '[0-9.]+ good$')"
address_is 44.128.0.80 || fail "the name does not lead to the line"

step "a provider that wants to be left alone: the command cannot help, says so, and closes nothing"
"$LAB" ddns answer 911
"$LAB" wan-ip 44.128.0.79
nas mailstationctl ddns --now >/dev/null || true
fix ddns
same "exit" 1 "$STATUS"
says "it did not help" "It stays open" "trouble of its own"
does_not_say "Mended:"
"$LAB" ddns normal

step "a setting that makes something worse is taken back"
inet nft add table inet closed
inet nft add chain inet closed in '{ type filter hook input priority 0; }'
inet nft add rule inet closed in iifname eth0 tcp dport 25 drop
before=$(relay_use)
fix outbound
same "exit" 6 "$STATUS"
says "the earlier setting is brought back" "Taken back" "What became worse" "relay.remote.example"
same "the setting" "$before" "$(relay_use)"
no_secret_shown
! grep -rqF -e "$DDNS_PASSWORD" "$RESULTS" || fail "the provider's password stands in an output or a log"

the_end
