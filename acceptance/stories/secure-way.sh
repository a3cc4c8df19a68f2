#!/usr/bin/env bash
# A domain demands encryption, by a policy or by signed records: the station keeps to it, and the trace says how.
# shellcheck source=SCRIPTDIR/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=SCRIPTDIR/assistant.sh
. "$STORIES/assistant.sh"
# shellcheck source=SCRIPTDIR/mail.sh
. "$STORIES/mail.sh"
story "a domain that demands a proven server gets its letters by no other"

ZONES=/run/knot/zones
POLICY=44.128.1.81 # where the other provider publishes its policy

write_to_friend() { # SUBJECT
    letter "$PC_HOME/letter" "$ANNA" friend@remote.example "$1"
    try submit "$ANNA" "$PC_HOME/letter" "$ANNA" friend@remote.example "smtps://$STATION:465"
    succeeded
}
trace_says() { { nas mailstationctl trace --subject "$1" || true; } | grep -qF -- "$2"; } # SUBJECT WORDS
reload() { inet knotc -b -c /run/lab/conf/knot.conf zone-reload "$1" >/dev/null; } # ZONE
forget_answers() { inet unbound-control -q -c /run/lab/conf/unbound.conf flush_zone . >/dev/null 2>&1 || true; }
record() { # ZONE LINE: adds it
    inet sh -c "echo '$2' >>$ZONES/$1.zone"
    reload "$1"
    forget_answers
}
no_record() { # ZONE PATTERN: takes it away
    inet sed -i -E "/$2/d" "$ZONES/$1.zone"
    reload "$1"
    forget_answers
}
certificate_for() { # FILE NAME: writes FILE.key and FILE.pem
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 30 -subj "/CN=$2" -addext "subjectAltName=DNS:$2" \
        -keyout "$1.key" -out "$1.pem" 2>/dev/null
}
publish_policy() { # MODE MX
    mkdir -p "$LAB_STATE/conf/inet/policy/.well-known"
    printf 'version: STSv1\r\nmode: %s\r\nmx: %s\r\nmax_age: 604800\r\n' "$1" "$2" >"$LAB_STATE/conf/inet/policy/.well-known/mta-sts.txt"
}
key_of_postfix() { openssl x509 -in "$LAB_STATE/conf/inet/tls.pem" -noout -pubkey | openssl pkey -pubin -outform DER | sha256sum | cut -d' ' -f1; }

# The root, example and remote.example are signed, each vouches for the next, and the NAS knows the root's key
sign_the_names() {
    local conf=/run/lab/conf/knot.conf zone
    sed -i 's/^template:/policy:\n- id: signed\n  single-type-signing: on\n  algorithm: ecdsap256sha256\ntemplate:/' "$LAB_STATE/conf/inet/knot.conf"
    for zone in '\.' 'example\.' 'remote\.example\.'; do
        sed -i "s/^- domain: $zone\$/&\n  dnssec-signing: on\n  dnssec-policy: signed/" "$LAB_STATE/conf/inet/knot.conf"
    done
    inet knotc -b -c $conf reload >/dev/null
    inet keymgr -c $conf remote.example. ds | sed -E 's/^remote\.example\. +/remote 60 /; t; d' >"$PC_HOME/ds"
    echo "remote 60 NS ns.remote.example." >>"$PC_HOME/ds"
    inet sh -c "cat >>$ZONES/example.zone" <"$PC_HOME/ds"
    inet keymgr -c $conf example. ds | sed -E 's/^example\. +/example 60 /; t; d' >"$PC_HOME/ds"
    echo "example 60 NS ns.remote.example." >>"$PC_HOME/ds"
    inet sh -c "cat >>$ZONES/root.zone" <"$PC_HOME/ds"
    inet keymgr -c $conf . dnskey | sed -E 's/^\. +/. 60 IN /' | nas sh -c 'cat >/volume1/root-anchors && chmod 644 /volume1/root-anchors'
    for zone in example .; do reload $zone; done
    forget_answers
}

step "a station, and another provider with a page for its policy"
"$LAB" dns "$STATION" A 44.128.0.77
set_up_station < <(station_form)
fetch_certificate "$PC_HOME/certificate.pem"
CERTIFICATE=$PC_HOME/certificate.pem
certificate_for "$LAB_STATE/conf/inet/policy-tls" mta-sts.remote.example
inet ip addr add $POLICY/32 dev lo
publish_policy enforce mail.remote.example
background inet python3 -c '
import functools, http.server, ssl
server = http.server.ThreadingHTTPServer(("'$POLICY'", 443), functools.partial(http.server.SimpleHTTPRequestHandler, directory="/run/lab/conf/policy"))
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain("/run/lab/conf/policy-tls.pem", "/run/lab/conf/policy-tls.key")
server.socket = context.wrap_socket(server.socket, server_side=True)
server.serve_forever()'
trust_the_internet "$LAB_STATE/conf/inet/policy-tls.pem"

step "without any demand a letter goes encrypted"
write_to_friend "No demand"
eventually 30 "the letter" outside_has "No demand"
eventually 10 "the trace" trace_says "No demand" "by the server mail.remote.example (encrypted)"

step "by its policy (MTA-STS), the server proves its name"
record remote.example "mta-sts 60 A $POLICY"
record remote.example '_mta-sts 60 TXT "v=STSv1; id=1;"'
write_to_friend "By policy"
eventually 30 "the letter" outside_has "By policy"
eventually 10 "the trace" trace_says "By policy" "as the policy of its domain (MTA-STS) demands"

step "who leads the domain's letters to a server that the policy does not name gets none"
no_record remote.example '^@ 60 MX'
record remote.example '@ 60 MX 10 relay'
write_to_friend "Not for you"
eventually 30 "the trace" trace_says "Not for you" "the MTA-STS policy of remote.example does not name this server"
! outside_has "Not for you" || fail "the letter went to the wrong server"

step "when the domain is right again, the letter that waited leaves"
no_record remote.example '^@ 60 MX'
record remote.example '@ 60 MX 10 mail'
nas $SERVICE restart >/dev/null 2>&1
eventually 40 "the letter" outside_has "Not for you"
step "the other provider signs its names from the root down (Knot), and publishes the key of its server"
no_record remote.example '_mta-sts'
sign_the_names
record remote.example "_25._tcp.mail 60 TLSA 3 1 1 $(key_of_postfix)"
nas env MAILSTATION_JAVA_OPTIONS=-Dmailstation.root-anchors=/volume1/root-anchors $SERVICE restart >/dev/null 2>&1
eventually 30 "the daemon" nas mailstationctl config show

step "by its signed record (DANE), the server is proven, through the router's name server that proves nothing"
write_to_friend "By signature"
eventually 30 "the letter" outside_has "By signature"
eventually 10 "the trace" trace_says "By signature" "proven by DANE"

step "a server with another key than the signed one gets nothing"
no_record remote.example TLSA
record remote.example "_25._tcp.mail 60 TLSA 3 1 1 $(printf '%064d' 0)"
write_to_friend "Not with this key"
eventually 30 "the trace" trace_says "Not with this key" "none that the TLSA records name"
! outside_has "Not with this key" || fail "the letter went to a server with another key"
no_secret_shown

the_end
