#!/usr/bin/env bash
# Looking at the station from outside: by an SSH account on a real OpenSSH, and by the PC itself when it is away.
# shellcheck source=SCRIPTDIR/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=SCRIPTDIR/assistant.sh
. "$STORIES/assistant.sh"
story "the Internet's view of the station, and who keeps letters out"

OUTSIDE=vps@44.128.1.22
reach() { asked check --only reach,forwarding,rule,nas,pc,outbound "$@"; }
# reached SERVICE: seen from outside, and it was the station's own key
reached() { grep -qF "(=) reach:$1:" <<<"$SAID" || fail "$1 should be reached"; }

step "a new station, whose name leads to the home and whose router does what it asks"
connect_as admin
succeeded
install_daemon
succeeded
station_form >"$PC_HOME/station.toml"
apply_form "$PC_HOME/station.toml"
succeeded
"$LAB" dns "$STATION" A 44.128.0.77
router_answered

step "an account outside is met like the NAS: its host key is not trusted unseen"
try mail_station outside add "$OUTSIDE" --key "$LAB_STATE/keys/id_ed25519" </dev/null
refused
says "$("$LAB" host-key inet)"
try mail_station outside add "$OUTSIDE" --key "$LAB_STATE/keys/id_ed25519" --accept-host-key "$("$LAB" host-key inet)"
succeeded
try mail_station outside list
says "$OUTSIDE"

step "a healthy station is reached from there on every open port, with its own key"
try reach --all
succeeded
for service in smtp submissions imaps; do reached "$service"; done
try reach --json
says '"vantage": "outside"'

step "the provider keeps port 25 closed: it is named, and not the router"
"$LAB" fault provider_blocks_25_in
try reach
[ "$STATUS" = 1 ] || fail "it should not be content"
says "provider holds letters back"
"$LAB" heal

step "the router leads port 993 to another device: that one is named"
"$LAB" heal
try nas mailstationctl forward --withdraw
try pc upnpc -e "Old server" -a 192.168.77.20 993 993 tcp
succeeded
try nas mailstationctl forward --again
try reach
[ "$STATUS" = 1 ] || fail "it should not be content"
says "192.168.77.20" "another device"
does_not_say "provider holds"
pc upnpc -d 993 tcp >/dev/null
try nas mailstationctl forward --again
succeeded

step "the PC on a telephone's hotspot sees the station as the Internet does"
"$LAB" fault pc_on_hotspot
mail_station outside remove "$OUTSIDE" >/dev/null
try reach --all
succeeded
says "away from home"
for service in smtp submissions imaps; do reached "$service"; done
"$LAB" heal

step "no password was shown"
no_secret_shown

the_end
