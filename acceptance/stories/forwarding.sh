#!/usr/bin/env bash
# The station keeps the router's ports: a real miniupnpd, restarted, with another device in the way.
# shellcheck source=SCRIPTDIR/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=SCRIPTDIR/assistant.sh
. "$STORIES/assistant.sh"
# shellcheck source=SCRIPTDIR/mail.sh
. "$STORIES/mail.sh"
story "the router's ports lead to the station, and stay so"

# shellcheck disable=SC2120
forwards() { nas mailstationctl forward "$@"; }
# How the router itself tells it: 25->192.168.77.10:25 and so on, asked by another computer
router_list() { pc upnpc -l | grep -oE 'TCP +[0-9]+->[0-9.:]+' | tr -s ' '; }
router_leads() { router_list | grep -qx "TCP $1->$2"; } # EXTERNAL PLACE
router_leads_nowhere() { ! router_list | grep -q "TCP $1->"; }
says_of() { { forwards || true; } | grep -E -- "^ *$1 -> .*$2"; } # PORT WORDS

step "a new station is installed, and another device has asked for port 993 before"
connect_as admin
succeeded
install_daemon
succeeded
try pc upnpc -e "Old server" -a 192.168.77.20 993 993 tcp
succeeded

step "with its configuration the station asks for its ports"
station_form >"$PC_HOME/station.toml"
apply_form "$PC_HOME/station.toml"
succeeded
eventually 30 "port 25 leads to the NAS" router_leads 25 "$NAS:25"
eventually 30 "port 465 leads to the NAS" router_leads 465 "$NAS:465"
eventually 10 "the station knows it" says_of 25 "leads here"

step "the device in the way is named, and keeps its port"
try forwards
[ "$STATUS" = 1 ] || fail "it should not be content"
says "192.168.77.20:993" "Old server" "44.128.0.77"
router_leads 993 192.168.77.20:993 || fail "the port was taken away from the other device"
station_status
says "192.168.77.20:993"

step "once the other device has given it up, the station gets it"
try pc upnpc -d 993 tcp
succeeded
try forwards --again
succeeded
router_leads 993 "$NAS:993" || fail "the router does not lead port 993 to the NAS"
try forwards --json
says '"kind": "Stands"' '"protocol": "igd"'

step "a letter from another provider comes in through the router"
set_mailbox_password "$ANNA"
succeeded
fetch_certificate "$PC_HOME/certificate.pem"
CERTIFICATE=$PC_HOME/certificate.pem
"$LAB" dns "$STATION" A 44.128.0.77
letter "$PC_HOME/letter" friend@remote.example "$ANNA" "Through the router"
post_from_outside "$PC_HOME/letter" friend@remote.example "$ANNA"
eventually 30 "the other server says sent" outside_log_says "to=<$ANNA>.*status=sent \(250"

step "the router is switched off and on and has forgotten everything: within the minute all is back"
"$LAB" restart-upnp
router_leads_nowhere 25 || fail "the router has not forgotten"
begun=$SECONDS
eventually 100 "port 25 leads to the NAS again" router_leads 25 "$NAS:25"
eventually 30 "port 993 leads to the NAS again" router_leads 993 "$NAS:993"
note "after $((SECONDS - begun)) s"

step "a port that is no longer open to the Internet is given back"
{ station_form; printf '\n[ports]\nsubmissions = { open = "lan" }\n'; } >"$PC_HOME/station2.toml"
apply_form "$PC_HOME/station2.toml"
succeeded
eventually 30 "port 465 leads nowhere" router_leads_nowhere 465
router_leads 25 "$NAS:25" || fail "port 25 was lost on the way"

step "a service that is restarted keeps its ports"
try nas sh -c 'systemctl restart mailstation 2>/dev/null || $(ls /usr/local/etc/rc.d/S99mailstation.sh /etc/init.d/mailstation 2>/dev/null | head -n 1) restart'
router_leads 25 "$NAS:25" || fail "port 25 was lost"
eventually 60 "the station knows it again" says_of 25 "leads here"

step "before an uninstallation everything is given back"
try forwards --withdraw
succeeded
router_leads_nowhere 25 || fail "the router still leads port 25"
router_leads_nowhere 993 || fail "the router still leads port 993"

the_end
