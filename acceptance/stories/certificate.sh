#!/usr/bin/env bash
# A certificate that mail programs trust is fetched, shown on every port, and renewed.
# shellcheck source=SCRIPTDIR/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=SCRIPTDIR/assistant.sh
. "$STORIES/assistant.sh"
story "a certificate that mail programs trust is fetched and renewed"

AUTHORITY=https://mail.remote.example:14000/dir

# What the authority vouches with; it makes itself anew whenever it starts
authority_root() { inet curl -sSk https://127.0.0.1:15000/roots/0; }
# shown PORT [PROTOCOL]: what a mail program is shown there
shown() {
    { pc openssl s_client -connect "$NAS:$1" ${2:+-starttls "$2"} -servername "$STATION" -showcerts </dev/null || true; } 2>/dev/null
}
serial() { shown 993 | openssl x509 -noout -serial; }
key() { shown "$@" | openssl x509 -noout -pubkey | sha256sum; }
# trusted PORT [PROTOCOL]: a program that knows nothing but the authority believes it, name and all
trusted() {
    pc openssl s_client -connect "$NAS:$1" ${2:+-starttls "$2"} -servername "$STATION" -verify_hostname "$STATION" -verify_return_error \
        -CAfile "$PC_HOME/root.pem" </dev/null 2>&1 | grep -qF "Verify return code: 0 (ok)"
}
certificate_line() { nas mailstationctl certificate || true; }
form() { # DDNS-PART
    station_form
    printf '\n[tls]\nsource = "acme"\nauthority = "%s"\n\n%s\n' "$AUTHORITY" "${1:-}"
}

step "an authority of this network is there"
"$LAB" dns "$STATION" A 44.128.0.77
inet sh -c 'cat >/tmp/pebble.json' <<'X'
{"pebble": {"listenAddress": "0.0.0.0:14000", "managementListenAddress": "127.0.0.1:15000", "httpPort": 80, "tlsPort": 443,
  "certificate": "/run/lab/conf/tls.pem", "privateKey": "/run/lab/conf/tls.key", "ocspResponderURL": ""}}
X
# PEBBLE_AUTHZREUSE=0: half of the time it would believe an earlier proof and look at no port
background inet env PEBBLE_VA_NOSLEEP=1 PEBBLE_AUTHZREUSE=0 pebble -config /tmp/pebble.json
eventually 15 "the authority" authority_root
authority_root >"$PC_HOME/root.pem"

step "a station that is to fetch its certificate begins with its own"
set_up_station < <(form)
own_key=$(key 993)
! trusted 993 || fail "nobody can trust it yet"
eventually 60 "the reason" nas sh -c 'mailstationctl certificate | grep -F "did not answer"'
try nas mailstationctl certificate
same "exit" 1 "$STATUS"
says "no certificate from an authority yet"

step "when the authority can be believed, one is fetched over the router's port 80"
trust_the_internet
router_answered
try nas mailstationctl certificate --renew
succeeded
says "is renewed by itself"
trusted 993 || fail "imaps does not show it"
same "the station's key" "$own_key" "$(key 993)"

step "every port shows it"
for port in 465 995; do trusted $port || fail "port $port does not show it"; done
for port in "25 smtp" "587 smtp" "143 imap" "110 pop3"; do
    # shellcheck disable=SC2086
    trusted $port || fail "port $port does not show it"
done

step "the router's port 80 is given back"
eventually 30 "the router's list" "$LAB" exec router sh -c '! upnpc -u "http://192.168.77.1:5000/rootDesc.xml" -l 2>/dev/null | grep -E "TCP +80->"'
! nas sh -c 'ss -Hltn 2>/dev/null | grep -F :8980' || fail "the page is still there"

step "the check says when it is renewed"
try nas mailstationctl check --only certificate -v
says "comes from an authority that mail programs trust"

step "it is renewed without a restart"
before=$(serial)
try nas mailstationctl certificate --renew
succeeded
[ "$(serial)" != "$before" ] || fail "still the old one"
trusted 993 || fail "the new one is not trusted"

step "a port 80 that belongs to another device is named, and the old one stays"
before=$(serial)
"$LAB" exec pc upnpc -e "a web server" -a 192.168.77.20 8080 80 TCP >>"$RESULTS/upnpc.log" 2>&1
try nas mailstationctl certificate --renew
says "leads port 80 to another device (192.168.77.20)"
same "the certificate" "$before" "$(serial)"
try nas mailstationctl status
succeeded

step "with a name server that takes entries no port is needed"
secret=$(awk '/secret:/{print $2}' "$LAB_STATE/conf/inet/tsig.conf")
form "[ddns]
provider = \"rfc2136\"
host = \"$STATION\"
user = \"ddns\"
server = \"dns://44.128.1.53\"
" >"$PC_HOME/station.toml"
apply_form "$PC_HOME/station.toml"
succeeded
printf '%s\n' "$secret" | nas mailstationctl secret put ddns >/dev/null
try nas mailstationctl certificate --renew
succeeded
[ "$(serial)" != "$before" ] || fail "still the old one"
trusted 993 || fail "the new one is not trusted"
[ -z "$(inet dig +short @44.128.1.53 TXT "_acme-challenge.$STATION")" ] || fail "the proof still stands in the DNS"

step "after a restart it is still there, and the authority is not asked again"
before=$(serial)
nas $SERVICE restart >/dev/null 2>&1
eventually 30 "the daemon" nas mailstationctl config show
same "the certificate" "$before" "$(serial)"

step "no secret stands in an answer or a log"
no_secret_shown
! grep -rqF -e "$secret" "$RESULTS" || fail "the key of the name server stands in an output or a log"

the_end
