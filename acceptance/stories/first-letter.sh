#!/usr/bin/env bash
# From a bare NAS to the first delivered letter, and its answer.
# shellcheck source=SCRIPTDIR/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=SCRIPTDIR/assistant.sh
. "$STORIES/assistant.sh"
# shellcheck source=SCRIPTDIR/mail.sh
. "$STORIES/mail.sh"
story "from a bare NAS to the first delivered letter"

step "the assistant shows the NAS's host key, compares it, and keeps it"
connect_as admin
succeeded
says "$("$LAB" host-key nas)"

step "it brings the daemon over a plain exec channel, and starts it"
install_daemon
succeeded
try nas mailstationctl --version
succeeded
note "$SAID"

step "a short form is applied"
station_form >"$PC_HOME/station.toml"
apply_form "$PC_HOME/station.toml"
succeeded

step "the mailbox gets its password"
set_mailbox_password "$ANNA"
succeeded

forward_stands() { { nas mailstationctl forward || true; } | grep -qE "^ *$1 -> $NAS:$1 .*leads here"; } # PORT

step "assistant and NAS tell the same: running, with the name and every port"
eventually 30 "the router's answer" forward_stands 993
station_status
succeeded
says "$STATION" "smtp 25" "submission 587" "submissions 465" "imap 143" "imaps 993" "pop3 110" "pop3s 995"
from_pc=$SAID
try nas mailstationctl status
succeeded
same "what both say" "$(without_figures "$from_pc")" "$(without_figures "$SAID")"
fetch_certificate "$PC_HOME/certificate.pem"
CERTIFICATE=$PC_HOME/certificate.pem

step "nobody signs in before TLS"
plain=$(printf '\0%s\0%s' "$ANNA" "$MAIL_PASSWORD" | base64)
try talk pc "$NAS" 587 "EHLO pc" "AUTH PLAIN $plain" "QUIT"
says "STARTTLS" "221"
does_not_say "250-AUTH" "250 AUTH" "235 "
try talk pc "$NAS" 25 "EHLO pc" "AUTH LOGIN" "QUIT"
does_not_say "250-AUTH" "250 AUTH" "334 "
try talk pc "$NAS" 143 "a CAPABILITY" "b LOGIN $ANNA \"$MAIL_PASSWORD\"" "c LOGOUT"
says "LOGINDISABLED" "b NO"
try talk pc "$NAS" 110 "CAPA" "USER $ANNA" "PASS $MAIL_PASSWORD" "QUIT"
says "STLS" "-ERR"
does_not_say "SASL" "USER"
same "refusals" 2 "$(grep -c '^-ERR' <<<"$SAID")"

step "the station has had the router forward the ports, and the name leads to the home"
for port in 25 465 993; do
    eventually 30 "port $port" forward_stands $port
done
"$LAB" dns "$STATION" A 44.128.0.77

step "a letter from another provider arrives"
letter "$PC_HOME/letter" friend@remote.example "$ANNA" "Is anybody home?"
post_from_outside "$PC_HOME/letter" friend@remote.example "$ANNA"
eventually 30 "the other server says sent" outside_log_says "to=<$ANNA>.*status=sent \(250"
note "$(grep -oE 'relay=.*' <<<"$SAID" | head -n 1)"
try outside_log_says "TLS connection established to $STATION"
succeeded
says "TLSv1.3"

for protocol in imaps pop3s imap pop3; do
    step "a mail program at home reads it over $protocol"
    read_letter "$ANNA" "$protocol" "$PC_HOME/read.$protocol"
    same_text "$protocol" "$PC_HOME/letter" "$PC_HOME/read.$protocol"
    grep -q '^Subject: Is anybody home?' "$PC_HOME/read.$protocol" || fail "the subject is missing"
done

answers=0
for way in "smtp://$STATION:587" "smtps://$STATION:465"; do
    step "an answer goes out through $way and arrives at the other provider"
    answers=$((answers + 1))
    letter "$PC_HOME/answer$answers" "$ANNA" friend@remote.example "Re: Is anybody home? ($answers)"
    try submit "$ANNA" "$PC_HOME/answer$answers" "$ANNA" friend@remote.example "$way"
    succeeded
    eventually 30 "the answer" outside_has "Re: Is anybody home? ($answers)"
    outside_letter "Re: Is anybody home? ($answers)" >"$PC_HOME/arrived$answers"
    same_text "the answer" "$PC_HOME/answer$answers" "$PC_HOME/arrived$answers"
done

step "a letter to somebody who does not live here is refused at once"
try inet swaks --server "$STATION" --helo mail.remote.example --from friend@remote.example --to "nobody@$STATION"
refused
says "<** 550 5.1.1"

step "nobody from outside sends through this station"
for to in someone@elsewhere.example "someone%elsewhere.example@$STATION" "\"someone@elsewhere.example\"@$STATION" \
    "@$STATION:someone@elsewhere.example" "elsewhere.example!someone@$STATION" "someone@elsewhere.example." "someone@[44.128.1.25]"; do
    for from in friend@remote.example "$ANNA" "<>"; do
        try inet swaks --server "$STATION" --helo mail.remote.example --from "$from" --to "$to" --quit-after RCPT
        [ "$STATUS" = 24 ] || fail "RCPT TO:<$to> after MAIL FROM:<$from> was not refused"
    done
done

step "after all that the station is fine"
station_status
succeeded
try nas mailstationctl status --json
succeeded
no_secret_shown
note "memory of the daemon: $(grep -oE '"residentBytes": *[0-9]+' <<<"$SAID" | grep -oE '[0-9]+$' | numfmt --to=si)"

the_end
