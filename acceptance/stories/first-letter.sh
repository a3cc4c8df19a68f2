#!/usr/bin/env bash
# From a bare NAS to the first delivered letter, and its answer.
# shellcheck source=SCRIPTDIR/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=SCRIPTDIR/assistant.sh
. "$STORIES/assistant.sh"
# shellcheck source=SCRIPTDIR/mail.sh
. "$STORIES/mail.sh"
story "from a bare NAS to the first delivered letter"

collect_logs() { nas cat "$DATA/logs/mailstationd.log" >"$1/mailstationd.log"; }

step "the assistant shows the NAS's host key, and keeps it"
# AdaptConnect

step "it installs the daemon over a plain exec channel"
step "a short form is applied"
step "the mailbox gets its password"
step "assistant and NAS tell the same"

# Later the daemon does these two by itself.
step "the router forwards port 25, and the name leads to the home"
for port in 25 465 993; do
    try nas upnpc -a 192.168.77.10 $port $port tcp
    succeeded
done
"$LAB" dns "$STATION" A 44.128.0.77

step "a letter from another provider arrives"
letter "$PC_HOME/letter" friend@remote.example "$ANNA" "Is anybody home?"
post_from_outside "$PC_HOME/letter" friend@remote.example "$ANNA"
eventually 30 "Postfix says sent" outside_log_says "to=<$ANNA>.*status=sent \(250"
note "$(grep -oE 'relay=.*' <<<"$SAID" | head -n 1)"
try outside_log_says "TLS connection established to $STATION"
succeeded
says "TLSv1.3"

for protocol in imaps pop3s imap pop3; do
    step "a mail program reads it over $protocol"
    read_letter "$ANNA" "$protocol" "$PC_HOME/read.$protocol"
    same_text "$protocol" "$PC_HOME/letter" "$PC_HOME/read.$protocol"
    grep -q '^Subject: Is anybody home?' "$PC_HOME/read.$protocol" || fail "the subject is missing"
done

step "from outside, too, through the router"
cp "$CERTIFICATE" "$(dirname "$LAB_STATE")/x"

n=0
for way in smtp://$STATION:587 smtps://$STATION:465; do
    step "an answer goes out through ${way%%:*}, port ${way##*:}"
    n=$((n + 1))
    letter "$PC_HOME/answer$n" "$ANNA" friend@remote.example "Re: Is anybody home? ($n)"
    submit "$ANNA" "$PC_HOME/answer$n" "$ANNA" friend@remote.example "$way"
    eventually 30 "the answer at the other provider" outside_has "Re: Is anybody home? ($n)"
done
