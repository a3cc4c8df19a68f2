#!/usr/bin/env bash
# Addresses and headers in the letters of all languages come in, go out, and come back with a sentence where the next server does not know them.
# shellcheck source=SCRIPTDIR/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=SCRIPTDIR/assistant.sh
. "$STORIES/assistant.sh"
# shellcheck source=SCRIPTDIR/mail.sh
. "$STORIES/mail.sh"
story "people whose names have letters of their own write to each other"

OURS=xn--mller-kva.dyn.example # müller.dyn.example
THEIRS=xn--bcher-kva.dyn.example # bücher.dyn.example
AENNA=änna@müller.dyn.example
FRIEND=用户@bücher.dyn.example

postfix() { # SETTING
    inet postconf -e "$1"
    inet postfix reload >/dev/null 2>&1
}
write_as_anna() { printf '%s\n' "$MAIL_PASSWORD" | pc python3 "$STORIES/names-of-the-world.py" "$NAS" "$CERTIFICATE" "$STATION" "$ANNA" "$@"; } # FROM TO SUBJECT
write_as_friend() { inet env PYTHONIOENCODING=utf-8 python3 -X utf8 - 127.0.0.1 - - - "$@" <"$STORIES/names-of-the-world.py"; } # FROM TO SUBJECT
anna_has() { read_letter "$ANNA" imaps "$PC_HOME/read" "$2" 2>/dev/null && grep -qF -- "$1" "$PC_HOME/read"; } # TEXT NUMBER
holds() { # FILE WORDS...
    local file=$1 words; shift
    for words in "$@"; do tr -d '\r' <"$file" | grep -qF -- "$words" || { SAID=$(head -n 60 "$file"); fail "the letter does not say: $words"; }; done
}

step "a station with a domain in its own letters, and an alias in letters of its own"
"$LAB" dns "$STATION" A 44.128.0.77
"$LAB" dns "$OURS" A 44.128.0.77
"$LAB" dns "$THEIRS" A 44.128.1.25
{
    station_form | sed "s/^domains = .*/domains = [\"$STATION\", \"$OURS\"]/"
    printf '\n[[alias]]\naddress = "änna@%s"\nto = ["%s"]\n\n[incoming]\ngreylisting = false\n' "$OURS" "$ANNA"
} | set_up_station
fetch_certificate "$PC_HOME/certificate.pem"
CERTIFICATE=$PC_HOME/certificate.pem
postfix "smtputf8_enable = yes"
inet postconf -e "mydestination = remote.example, mail.remote.example, localhost, $THEIRS" "virtual_alias_maps = inline:{{$FRIEND=friend}, {用户@$THEIRS=friend}}"
inet postfix reload >/dev/null 2>&1
forward_stands() { { nas mailstationctl forward || true; } | grep -qE "^ *$1 -> $NAS:$1 .*leads here"; } # PORT
eventually 30 "port 25" forward_stands 25

step "a letter of the other provider (Postfix) arrives as it was written"
try write_as_friend "$FRIEND" "$AENNA" "Grüße von 用户"
succeeded
eventually 30 "the letter" anna_has "Grüße von 用户" 1
holds "$PC_HOME/read" "with UTF8SMTP" "From: $FRIEND" "Subject: Grüße von 用户" "Return-Path: <用户@$THEIRS>" "Grüße, 你好."
try mail_program "$ANNA" "imaps://$STATION/INBOX" -X 'FETCH 1 ENVELOPE'
succeeded
says "\"$THEIRS\""
try mail_program "$ANNA" "pop3s://$STATION/1" --ssl-reqd
succeeded
says "Subject: Grüße von 用户"

step "the trace shows the addresses, and finds them in either form"
try nas env LC_ALL=C.UTF-8 mailstationctl trace --from "用户@$THEIRS"
succeeded
says "$FRIEND" "$AENNA" "Grüße von 用户"

step "an answer goes to the other provider, who takes it as what it is"
try write_as_anna "$AENNA" "$FRIEND" "Antwort für 用户"
succeeded
eventually 30 "the answer" outside_has "Antwort für 用户"
outside_letter "Antwort für 用户" >"$PC_HOME/answer"
holds "$PC_HOME/answer" "From: $AENNA" "with UTF8SMTPS" "with UTF8SMTPSA" "Grüße, 你好."

step "where the next server knows English letters only, the letter comes back with a sentence"
postfix "smtputf8_enable = no"
try write_as_anna "$AENNA" friend@remote.example "Zu früh"
succeeded
eventually 30 "the report" anna_has "Status: 5.6.7" 2
holds "$PC_HOME/read" "mail.remote.example does not know addresses or headings" "message/global-headers" "Subject: Zu früh"
try write_as_anna "$ANNA" friend@remote.example "English only"
succeeded
eventually 30 "the letter that needs nothing" outside_has "English only"
no_secret_shown

the_end
