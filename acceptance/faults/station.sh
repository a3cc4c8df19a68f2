# shellcheck shell=bash disable=SC2034
# A station in good health, in each kind of home. Uses the stories' lib.sh and assistant.sh.

FAMILY=family.example
ANNA=anna@$FAMILY
DDNS_PASSWORD=Ddns-Passw0rd
RELAY_PASSWORD=Relay-Passw0rd
KINDS="public relay cgnat doublenat"

lab_mode() { case $1 in relay) echo public ;; *) echo "$1" ;; esac }

# healthy_station KIND: from nothing to a station that has nothing to complain about, if its line allows
healthy_station() {
    local kind=$1
    "$LAB" up "$(lab_mode "$kind")"
    "$LAB" certificate
    trust_the_outside
    # the provider here speaks without TLS; the station does so to this computer itself only
    background nas socat TCP4-LISTEN:8245,bind=127.0.0.1,reuseaddr,fork TCP4:ddns.remote.example:80
    # the registries too: nothing may be asked of the real ones
    background nas /usr/bin/python3 /run/lab/conf/rdap 8246 /run/rdap
    connect_as admin
    succeeded
    install_daemon
    succeeded
    [ "$kind" != relay ] || trust_relay
    form "$kind" >"$PC_HOME/station.toml"
    apply_form "$PC_HOME/station.toml"
    succeeded
    set_mailbox_password "$ANNA"
    succeeded
    printf '%s\n' "$DDNS_PASSWORD" | nas mailstationctl secret put ddns >/dev/null
    [ "$kind" != relay ] || printf '%s\n' "$RELAY_PASSWORD" | nas mailstationctl secret put relay >/dev/null
    echo 'registries = http://127.0.0.1:8246/dns.json' >"$PC_HOME/landmarks"
    put_landmarks "$PC_HOME/landmarks"
    zone "$kind" | "$LAB" publish $FAMILY
    outer_router "$kind"
    [ "$kind" != cgnat ] || "$LAB" dns "$STATION" A 44.128.0.99
    look_outside
    eventually 40 "the address in the DNS" name_leads_home "$kind"
    router_answered
}
# No authority that Java knows vouches for anybody in the simulated Internet: the daemon's Java is told the relay's certificate
trust_relay() {
    # shellcheck disable=SC2016
    nas sh -c '
        store=$(find /volume1 /usr/local /opt -xdev -path "*/versions/*/jre/lib/security/cacerts" 2>/dev/null | head -n 1)
        "${store%/lib/security/cacerts}/bin/keytool" -importcert -noprompt -alias relay -storepass changeit -keystore "$store" -file /dev/stdin
        /usr/local/etc/rc.d/S99mailstation.sh stop
        /usr/local/etc/rc.d/S99mailstation.sh start' <"$("$LAB" dir)/conf/inet/tls.pem" >>"$RESULTS/lab.log" 2>&1
    eventually 30 "the daemon" daemon_is_up
}
daemon_is_up() { nas mailstationctl status --json >/dev/null 2>&1 || [ $? = 1 ]; }
name_leads_home() {
    local home=44.128.0.77
    case $1 in cgnat | doublenat) home=44.128.0.99 ;; esac
    [ "$(pc dig +short A "$STATION")" = $home ]
}

form() {
    cat <<T
host-name = "$STATION"
domains = ["$FAMILY"]

[[account]]
address = "$ANNA"
name = "Anna"

[ddns]
provider = "custom"
host = "$STATION"
user = "family"
server = "http://127.0.0.1:8245/nic/update"

[tls]
source = "files"
certificate-file = "/volume1/certificates/certificate.pem"
key-file = "/volume1/certificates/key.pem"
T
    [ "$1" != relay ] || cat <<T

[relay]
use = "always"
host = "relay.remote.example"
port = 587
security = "starttls"
user = "family"
T
}

# What the family has published: the lab's own records, and those that only the station knows
zone() {
    sed -E "s/v=spf1 mx/&$([ "$1" != relay ] || echo " include:_spf.relay.remote.example")/" "$TOP/acceptance/lab/conf/inet/family/$FAMILY.zone"
    signing_record
}

# outer_router KIND: in a home with two routers, the first one leads everything on to the second
outer_router() { [ "$1" != doublenat ] || "$LAB" outer-router forwards; }

# What the station signs with, as providers take it: in strings of at most 255 characters
signing_record() {
    { nas mailstationctl dkim --json || true; } | python3 -c '
import json, sys
for entry in json.load(sys.stdin)["records"]:
    value = entry["value"]
    pieces = " ".join("\"%s\"" % value[i:i + 255] for i in range(0, len(value), 255))
    print("%s. 60 TXT %s" % (entry["name"], pieces))'
}

# Somebody outside lends an SSH account
look_outside() {
    try mail_station outside add vps@44.128.1.22 --key "$("$LAB" dir)/keys/id_ed25519" --accept-host-key "$("$LAB" host-key inet)"
    succeeded
}

# The large providers' certificates are trusted everywhere; here by the assistant, as it has no authority that signs for the lab
trust_the_outside() {
    local store=$PC_HOME/trusted.p12
    rm -f "$store"
    "$("$TOP/acceptance/find-jdk25")/bin/keytool" -importcert -noprompt -alias outside -storetype PKCS12 -storepass changeit \
        -file "$("$LAB" dir)/conf/inet/tls.pem" -keystore "$store" 2>/dev/null
    export MAILSTATION_JAVA_OPTIONS="-Djavax.net.ssl.trustStore=$store -Djavax.net.ssl.trustStorePassword=changeit"
}
