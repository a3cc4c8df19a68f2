#!/usr/bin/env bash
# The NAS is found without anybody knowing its address.
# shellcheck source=SCRIPTDIR/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=SCRIPTDIR/assistant.sh
. "$STORIES/assistant.sh"
story "the assistant finds the NAS in the home network"

discover() { mail_station discover "$@"; }

step "one NAS that answers by three channels is one line with model, system, address and SSH"
try discover
succeeded
says "DiskStation" "Synology" "DS220+" "DSM 7.2-69057" "192.168.77.10" "SSH answers"
same "devices" 1 "$(grep -c 192.168.77 <<<"$SAID")"

step "scripts get the same as JSON, the router is not among it"
try discover --json
succeeded
says '"serial": "2150QWR012345"' '"kind": "synology"' '"finder"' '"mdns"' '"ssdp"' '"00:11:32:aa:bb:cc"'
does_not_say 192.168.77.1\"

step "another program on UDP 9999 is named, and the other channels find the NAS all the same"
background "$LAB" exec pc socat -u UDP4-RECV:9999 /dev/null
eventually 5 "the other program" pc sh -c 'ss -Hlun sport = 9999 | grep -q .'
try discover
succeeded
says "DiskStation" "uses UDP port 9999" "Synology Assistant"
kill "$BACKGROUND"
# shellcheck disable=SC2016
pc sh -c 'kill $(ss -Hlunp sport = 9999 | sed -n "s/.*pid=\([0-9]*\).*/\1/p")' || true # it may have ended with its parent

step "a NAS with SSH switched off is found, with the place to switch it on"
# shellcheck disable=SC2016
nas sh -c 'kill $(cat /run/sshd.pid)'
try discover
succeeded
says "DS220+" "SSH is off" "Terminal & SNMP"

step "an unplugged NAS is not found, and it says what to look at"
"$LAB" net router ip link set lan-nas down
try discover
same "exit" 1 "$STATUS"
says "No NAS found" "asked, nobody answered"

step "without a network it says that nobody could be asked"
"$LAB" net pc ip link set eth0 down
try discover
same "exit" 3 "$STATUS"
says "not connected to a home network"

the_end
