#!/usr/bin/env bash
# Letters are sent on from a mailbox, with and without a copy kept, under a sender that may send for the station; what is sent is saved, once.
# shellcheck source=SCRIPTDIR/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=SCRIPTDIR/assistant.sh
. "$STORIES/assistant.sh"
# shellcheck source=SCRIPTDIR/mail.sh
. "$STORIES/mail.sh"
story "letters go on to another address, and what is sent is found among the sent letters"

FRIEND=friend@remote.example
SENDER=somebody@remote.example

account() { # ARGUMENTS
    try nas mailstationctl account "$@" --yes
    succeeded
}
# arrives SUBJECT: a letter of a stranger, handed over by Postfix
arrives() {
    letter "$PC_HOME/letter" "$SENDER" "$ANNA" "$1"
    post_from_outside "$PC_HOME/letter" "$SENDER" "$ANNA"
}
count() { # FOLDER
    mail_program "$ANNA" "imaps://$STATION/" -X "STATUS $1 (MESSAGES)" 2>/dev/null | tr -d '\r' | sed -n 's/.*MESSAGES \([0-9]*\).*/\1/p'
}
holds() { [ "$(count "$1")" = "$2" ]; } # FOLDER NUMBER
went_on() { outside_log_says "from=<$ANNA>, size=" && outside_has "Subject: $1"; } # SUBJECT
# the sender that Postfix was told for the letter of this subject (its local delivery writes it above the letter)
outside_sender() { outside_letter "Subject: $1" | sed -n 's/^Return-Path: <\(.*\)>.*/\1/p' | head -n 1; }

step "a station whose name leads home"
"$LAB" dns "$STATION" A 44.128.0.77
{
    station_form
    printf '\n[incoming]\ngreylisting = false\n'
} | set_up_station
fetch_certificate "$PC_HOME/certificate.pem"
CERTIFICATE=$PC_HOME/certificate.pem
forward_stands() { { nas mailstationctl forward || true; } | grep -qE "^ *$1 -> $NAS:$1 .*leads here"; } # PORT
eventually 30 "port 25" forward_stands 25

step "a letter goes on to the other provider (Postfix), and a copy stays"
account forward "$ANNA" "$FRIEND"
arrives "On with a copy"
eventually 30 "the letter at the other provider" went_on "On with a copy"
eventually 20 "the copy" holds INBOX 1
outside_letter "Subject: On with a copy" >"$PC_HOME/outside"
same_text "what went on" "$PC_HOME/letter" "$PC_HOME/outside"
grep -q "^From: $SENDER" "$PC_HOME/outside" || fail "its author is another"

step "its envelope has a sender of the station's own domain, which SPF lets it send for"
same "the sender" "$ANNA" "$(outside_sender "On with a copy")"

step "without a copy, nothing stays"
account forward "$ANNA" "$FRIEND" --no-copy
arrives "On without a copy"
eventually 30 "the letter at the other provider" went_on "On without a copy"
holds INBOX 1 || fail "something stayed"
try nas mailstationctl trace --subject "On without a copy"
succeeded
says "$FRIEND" "mail.remote.example"

step "without a target, letters stay again"
account forward "$ANNA"
arrives "Stays here"
eventually 30 "the letter" holds INBOX 2
! outside_has "Subject: Stays here" || fail "it went on"

step "what a program sends and does not keep is saved, as read"
account save-sent "$ANNA"
letter "$PC_HOME/sent" "$ANNA" "$FRIEND" "Saved for me"
try submit "$ANNA" "$PC_HOME/sent" "$ANNA" "$FRIEND" "smtps://$STATION:465"
succeeded
eventually 20 "the letter among the sent ones" holds Sent 1
try mail_program "$ANNA" "imaps://$STATION/Sent" -X "FETCH 1 FLAGS"
succeeded
says '\Seen'
try mail_program "$ANNA" "imaps://$STATION/Sent;MAILINDEX=1"
succeeded
says "Subject: Saved for me"
eventually 30 "the letter at the other provider" outside_has "Subject: Saved for me"

step "a program that keeps its own copy finds only that one"
try mail_program "$ANNA" "imaps://$STATION/Sent" --crlf -T "$PC_HOME/sent"
succeeded
eventually 20 "one copy" holds Sent 1
try mail_program "$ANNA" "imaps://$STATION/Sent" -X "FETCH 1 UID"
succeeded
says "UID 2"
no_secret_shown

the_end
