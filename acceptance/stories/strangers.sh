#!/usr/bin/env bash
# Letters of strangers: who is proven arrives, who is forged is refused or put aside, who is unknown comes again; and all of it can be looked up.
# shellcheck source=SCRIPTDIR/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=SCRIPTDIR/assistant.sh
. "$STORIES/assistant.sh"
# shellcheck source=SCRIPTDIR/mail.sh
. "$STORIES/mail.sh"
story "letters of strangers are examined, and every letter can be found again"

BANK=family.example
ZONE=$LAB_STATE/conf/inet/family/$BANK.zone
OTHER=44.128.2.22 # an address outside for which nobody vouches, far from the provider's, which becomes known with its neighbours

# bank_wishes POLICY: its letters come from the other provider's server only, and what shall become of others
bank_wishes() {
    { grep -vE 'v=(spf1|DMARC1)' "$RESULTS/zone.before"; echo '@ 60 TXT "v=spf1 ip4:44.128.1.25 -all"'; echo "_dmarc 60 TXT \"v=DMARC1; p=$1\""; } | "$LAB" publish $BANK
}
# stranger FROM SUBJECT [swaks options]: brings a letter to port 25, from an address that nobody vouches for
stranger() {
    local from=$1 subject=$2; shift 2
    inet swaks --server "$STATION" --local-interface $OTHER --helo mail.unknown.example --from "$from" --to "$ANNA" \
        --header "From: $from" --header "Subject: $subject" "$@"
}
junk() { mail_program "$ANNA" "imaps://$STATION/Spam;MAILINDEX=$1"; } # NUMBER
trace() { nas mailstationctl trace "$@"; }

step "a station is set up with what it does by itself"
cp "$ZONE" "$RESULTS/zone.before"
"$LAB" dns "$STATION" A 44.128.0.77
set_up_station < <(station_form)
fetch_certificate "$PC_HOME/certificate.pem"
CERTIFICATE=$PC_HOME/certificate.pem
forward_stands() { { nas mailstationctl forward || true; } | grep -qE "^ *25 -> $NAS:25 .*leads here"; }
eventually 30 "the router's answer" forward_stands

step "a provider that its own DNS vouches for is let in at once, and the letter says so"
letter "$PC_HOME/letter" friend@remote.example "$ANNA" "A real friend"
post_from_outside "$PC_HOME/letter" friend@remote.example "$ANNA"
eventually 30 "the letter" read_letter "$ANNA" imaps "$PC_HOME/read"
grep -q '^Authentication-Results: '"$STATION" "$PC_HOME/read" || fail "no results in the letter"
tr -d '\r' <"$PC_HOME/read" | grep -q 'spf=pass smtp.mailfrom=friend@remote.example' || fail "SPF did not pass"
tr -d '\r' <"$PC_HOME/read" | grep -q 'iprev=pass policy.iprev=44.128.1.25 (mail.remote.example)' || fail "the reverse name is missing"

step "a server that nobody knows is asked to come again"
inet ip addr add $OTHER/32 dev lo
try stranger someone@unknown.example "Who am I"
refused
says "451 4.7.1" "greylisting"

step "a letter in the name of a bank that wants forged letters refused is refused, with the reason"
bank_wishes reject
try stranger boss@$BANK "Your account"
refused
says "550 5.7.26" "$BANK" "DMARC"

step "the same letter from the bank's own server arrives"
letter "$PC_HOME/letter" boss@$BANK "$ANNA" "Your real account"
post_from_outside "$PC_HOME/letter" boss@$BANK "$ANNA"
eventually 30 "the letter" read_letter "$ANNA" imaps "$PC_HOME/read" 2
tr -d '\r' <"$PC_HOME/read" | grep -q "dmarc=pass (p=reject) header.from=$BANK" || fail "DMARC did not pass"

step "if the bank wants them put aside, they go into the junk folder and say why"
printf '\n[incoming]\ngreylisting = false\n' >>"$PC_HOME/station.toml"
apply_form "$PC_HOME/station.toml"
succeeded
bank_wishes quarantine
try stranger boss@$BANK "Your account again" --add-header "Authentication-Results: $STATION; dmarc=pass"
succeeded
try junk 1
succeeded
says "Subject: Your account again" "X-Mail-Station-Junk: dmarc" "dmarc=fail (p=quarantine)"
does_not_say "dmarc=pass"

step "where every one of them is, the station knows"
try trace --from friend@remote
succeeded
says "A real friend" "spf=pass" "Put into the folder INBOX of $ANNA"
try trace --subject "your account"
succeeded
says "550 5.7.26" "Put into the folder Spam" "dmarc=fail"
try trace --from unknown.example
succeeded
says "asked to come again in some minutes" "The sender was told: 451 4.7.1"
try trace --id no-such-letter
same "exit" 9 "$STATUS"
try trace --json -n 1
succeeded
says '"kind": "delivered"' '"checks"'

step "what Anna sends can be followed out of the house"
letter "$PC_HOME/letter" "$ANNA" friend@remote.example "An answer"
try submit "$ANNA" "$PC_HOME/letter" "$ANNA" friend@remote.example "smtps://$STATION:465"
succeeded
eventually 30 "the letter" outside_has "An answer"
eventually 10 "the trace" sh -c "'$LAB' exec nas mailstationctl trace --to friend@remote.example | grep -F 'by the server mail.remote.example'"

step "phones are told what the folders are for"
try mail_program "$ANNA" "imaps://$STATION" -X 'LIST "" "*"'
succeeded
says '\Junk' '\Sent' '\Drafts' '\Trash'

step "what stands behind a plus reaches Anna too, and so does the postmaster's colleague"
for to in "${ANNA/@/+shop@}" "abuse@$STATION"; do
    try inet swaks --server "$STATION" --local-interface $OTHER --helo mail.unknown.example --from x@unknown.example --to "$to" --quit-after RCPT
    succeeded
done

no_secret_shown
the_end
