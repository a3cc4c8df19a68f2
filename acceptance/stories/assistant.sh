# shellcheck shell=bash disable=SC2034
# The assistant on pc, as its command line, against the NAS of the lab. Uses lib.sh. Each function keeps what was said, as "try" does.

NAS=192.168.77.10
PORTS_AT=$NAS
NAS_PASSWORD=Lab-Passw0rd
STATION=myhome.dyn.example
ANNA=anna@$STATION
MAIL_PASSWORD="correct horse 9 battery"

# what starts and stops the daemon on this kind of NAS
SERVICE=/usr/local/etc/rc.d/S99mailstation.sh

MAIL_STATION=${MAIL_STATION:-$TOP/desktop-app/target/mail-station/bin/mail-station}

# mail_station ARGUMENTS: the program as it was built here, on pc
mail_station() { pc "$MAIL_STATION" "$@"; }

# asked ARGUMENTS: with the NAS's password on standard input
asked() { printf '%s\n' "$NAS_PASSWORD" | mail_station "$@" --password-stdin; }

connect_as() { try asked connect --host "$NAS" --user "$1" --accept-host-key "$("$LAB" host-key nas)"; }
connect_expecting() { try asked connect --host "$NAS" --user admin --accept-host-key "$1"; }
connect_to() { try asked connect --host "$1" --user admin --accept-host-key "$("$LAB" host-key nas)"; }
install_daemon() { try asked install; }
apply_form() { try asked apply "$1" --yes; }
station_status() { try asked status; }
set_mailbox_password() { try set_password "$1"; } # ADDRESS
set_password() { printf '%s\n' "$NAS_PASSWORD" "$MAIL_PASSWORD" | mail_station passwd "$1" --password-stdin; }
fetch_certificate() { asked certificate >"$1"; } # FILE

# What the short form asks for: mail domain, host name, one mailbox
station_form() {
    cat <<X
host-name = "$STATION"
domains = ["$STATION"]

[[account]]
address = "$ANNA"
name = "Anna"
X
}

# set_up_station <FORM: from a bare NAS to a station whose mailbox has its password
set_up_station() {
    cat >"$PC_HOME/station.toml"
    connect_as admin
    succeeded
    install_daemon
    succeeded
    apply_form "$PC_HOME/station.toml"
    succeeded
    set_mailbox_password "$ANNA"
    succeeded
}

# The router is asked after the configuration is in use: until it has answered, the status says so.
router_answered() { eventually 30 "the router's answer" nas sh -c '! mailstationctl status | grep -qF "is being asked"'; }

# Memory and disk change from one look to the next.
without_figures() { sed -E 's/[0-9]+ MB/N MB/g' <<<"$1"; }

# Called at the end of the story, however it ended
collect_logs() { nas sh -c 'cat /volume1/@mailstation-data/logs/*.log 2>/dev/null' >"$1/mailstationd.log"; } # DIRECTORY

# No authority that Java knows vouches for anybody in the simulated Internet: the daemon's Java is told the certificate of its servers
trust_the_internet() { # [CERTIFICATE...]: these as well
    local certificate
    for certificate in "$LAB_STATE/conf/inet/tls.pem" "$@"; do
        # shellcheck disable=SC2016
        nas sh -c '
            store=$(find /volume1 /usr/local /opt -xdev -path "*/versions/*/jre/lib/security/cacerts" 2>/dev/null | head -n 1)
            "${store%/lib/security/cacerts}/bin/keytool" -importcert -noprompt -alias "$1" -storepass changeit -keystore "$store" -file /dev/stdin' \
            sh "$(basename "$certificate")" <"$certificate" >>"$RESULTS/trust.log" 2>&1
    done
    nas $SERVICE restart >/dev/null 2>&1
    eventually 30 "the daemon" nas mailstationctl config show
}

# What must never be shown, whatever happens
no_secret_shown() { ! grep -rqF -e "$NAS_PASSWORD" -e "$MAIL_PASSWORD" "$RESULTS" || fail "a password stands in an output or a log"; }
