#!/usr/bin/env bash
# The station looks after itself: what changed when, who is told of it, and never by a letter while letters do not arrive.
# shellcheck source=SCRIPTDIR/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=SCRIPTDIR/assistant.sh
. "$STORIES/assistant.sh"
# shellcheck source=SCRIPTDIR/mail.sh
. "$STORIES/mail.sh"
# shellcheck source=SCRIPTDIR/checks.sh
. "$STORIES/checks.sh"
# shellcheck source=SCRIPTDIR/../faults/station.sh
. "$TOP/acceptance/faults/station.sh"
story "the station looks after itself, and writes its owner on a change only"

OWNER=friend@remote.example # at the other provider
HISTORY=/volume1/@mailstation-data/config/watched.json

forward_stands() { { nas mailstationctl forward || true; } | grep -qE "^ *$1 -> $NAS:$1 .*leads here"; } # PORT
look_now() { try nas mailstationctl watch now; [ "$STATUS" -le 1 ] || fail "it did not look"; }
# how many letters of the station lie at the other provider
told() { inet sh -c 'grep -c "^From: Mail Station" /var/mail/friend || true'; }
told_times() { [ "$(told)" = "$1" ]; }
# a letter at the other provider has this in its text
told_of() {
    inet cat /var/mail/friend >"$PC_HOME/mailbox"
    python3 -c 'import mailbox, sys
sys.exit(not any(sys.argv[2] in one.get_payload(decode=True).decode("utf-8", "replace") for one in mailbox.mbox(sys.argv[1])))' "$PC_HOME/mailbox" "$1"
}
# watched PYTHON: with what the assistant says of the watch
watched() { { asked watch --json || true; } | python3 -c "import json, sys; watched = json.load(sys.stdin); $1"; }

step "a healthy station is set up whose owner is told at another provider"
trust_the_outside
set_up_station < <(
    station_form | sed "s/^domains.*/domains = [\"$FAMILY\"]/; s/anna@$STATION/$ANNA/"
    printf '\n[notifications]\naddress = "%s"\n' "$OWNER"
)
"$LAB" dns "$STATION" A 44.128.0.77
{ cat "$TOP/acceptance/lab/conf/inet/family/$FAMILY.zone"; signing_record; } | "$LAB" publish $FAMILY
for port in 25 465 993; do eventually 30 "port $port" forward_stands $port; done
look_now
succeeded
says "Everything is as it should be" "looked at again"
# that the mailbox had no password in the beginning, and has one now, may be a change, too
before=$(watched 'print(len(watched["notes"]))')

step "whether letters to the owner arrive can be tried"
try asked watch letter
succeeded
says "A letter to $OWNER was written"
eventually 30 "the letter" outside_has "a letter as a trial"
eventually 30 "that letter only" told_times $((before + 1))

step "somebody without a password: noted, and the owner is told at once"
try nas mailstationctl account add --from-nas eva
succeeded
look_now
says "Went wrong: Nobody can sign in to eva@"
eventually 30 "the letter" told_of "Nobody can sign in to eva@"
told_of "Not in order any more:" || fail "it does not say that this is new"
same "letters" $((before + 2)) "$(told)"
look_now
same "letters without a change" $((before + 2)) "$(told)"

step "the name leads to another line: noted, shown on the PC, and no letter while mail goes astray"
"$LAB" fault stale-address
look_now
says "Went wrong: The name $STATION leads to" "The letter is kept back until mail works again"
try asked status --json
grep -qF '"dns.address"' <<<"$SAID" || fail "the sign beside the clock would not know"
watched 'assert any(one["check"] == "dns.address" and one["health"] == "broken" and one["since"] for one in watched["troubles"]); assert watched["notes"][0]["letter"] == "kept-back"'
try asked watch letter
[ "$STATUS" = 4 ] || fail "a letter as a trial should be refused now"
says "it would not arrive now" "The name $STATION leads to"
same "letters" $((before + 2)) "$(told)"

step "a restart forgets nothing"
nas $SERVICE restart >/dev/null 2>&1
eventually 30 "the daemon" nas mailstationctl config show
watched 'assert any(one["check"] == "dns.address" for one in watched["troubles"]); assert watched["notes"][0]["letter"] == "kept-back"'

step "the name is right again: one letter tells from when to when"
"$LAB" heal
for port in 25 465 993; do eventually 30 "port $port" forward_stands $port; done
look_now
says "In order again: The name $STATION leads to" "it lasted"
eventually 30 "the letter" told_times $((before + 3))
told_of "Was not in order, and is again:" || fail "it does not say what was"
watched 'assert watched["notes"][0]["letter"] == "written" and watched["notes"][1]["letter"] == "written"; assert watched["notes"][0]["ended"][0]["until"]'

step "a history that is damaged is put aside, and nothing else is lost"
printf '{oops' | nas sh -c "cat >$HISTORY"
nas $SERVICE restart >/dev/null 2>&1
eventually 30 "the daemon" nas mailstationctl config show
try nas mailstationctl watch
says "could not be read" "$HISTORY.damaged" "nothing else is lost"
same "what is left of it" "{oops" "$(nas cat "$HISTORY.damaged")"
try nas mailstationctl account list
says eva
no_secret_shown

the_end
