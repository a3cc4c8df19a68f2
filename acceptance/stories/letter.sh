#!/usr/bin/env bash
# A test letter goes the whole way, and its arrival is the verdict.
# shellcheck source=SCRIPTDIR/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=SCRIPTDIR/assistant.sh
. "$STORIES/assistant.sh"
story "a test letter shows whether mail flows, and which way it came"

OUTSIDE=vps@44.128.1.22
letter_sent() { try asked letter "$@"; }

step "a new station"
"$LAB" dns "$STATION" A 44.128.0.77
set_up_station < <(station_form)
router_answered

step "where the router leads nothing back, and nobody is outside, it cannot be told; the station itself is well"
letter_sent
[ "$STATUS" = 1 ] || fail "what could not be told should not count as fine"
says "cannot be told from here" "44.128.0.77:25" "The station itself takes letters" "by $STATION"
try nas mailstationctl letter
[ "$STATUS" = 1 ] || fail "the NAS should say the same"
says "cannot be told from here"

step "by a router that leads its own address back, the letter comes in"
"$LAB" hairpin on
letter_sent
succeeded
says "to the station's own address on the Internet came into the mailbox $ANNA" "trace, server 1"
"$LAB" hairpin off

step "from an account outside it comes in, by the Internet"
try mail_station outside add "$OUTSIDE" --key "$LAB_STATE/keys/id_ed25519" --accept-host-key "$("$LAB" host-key inet)"
succeeded
letter_sent --json
succeeded
says '"letter.outside.ok"' '"vantage": "outside"' "44.128.1.22"
try nas mailstationctl check --only arrived --all
says "the way in is open"

step "another server at the address takes the letter: it did not come here"
"$LAB" dns "$STATION" A 44.128.1.25
try nas sh -c 'sleep 1; getent hosts '"$STATION"
letter_sent
[ "$STATUS" = 1 ] || fail "that should not be fine"
says "44.128.1.25:25"
does_not_say "mail flows"
"$LAB" dns "$STATION" A 44.128.0.77

step "an address without a mailbox is told"
letter_sent --to nobody@elsewhere.example
[ "$STATUS" = 1 ] || fail "nobody is there"
says "no mailbox nobody@elsewhere.example"

step "no password was shown"
no_secret_shown

the_end
