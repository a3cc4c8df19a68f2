#!/usr/bin/env bash
# Letters go out through a provider's server, with a password.
# shellcheck source=SCRIPTDIR/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=SCRIPTDIR/assistant.sh
. "$STORIES/assistant.sh"
# shellcheck source=SCRIPTDIR/mail.sh
. "$STORIES/mail.sh"
story "letters go out through a provider's server, with a password"

RELAY=relay.remote.example

write_to_friend() { # SUBJECT
    letter "$PC_HOME/letter" "$ANNA" friend@remote.example "$1"
    try submit "$ANNA" "$PC_HOME/letter" "$ANNA" friend@remote.example "smtps://$STATION:465"
    succeeded
}
watch_says() { { nas mailstationctl watch || true; } | grep -qF -- "$1"; }
# the mailbox has a letter of the station with this in its subject
anna_was_told() { mail_program "$ANNA" "imaps://$STATION/INBOX?SUBJECT%20%22${1// /%20}%22" | grep -q 'SEARCH [0-9]'; }
status_says() { { nas mailstationctl status || true; } | grep -qF -- "$1"; }
password_is() { printf '%s\n' "$1" | nas mailstationctl secret put relay >/dev/null; }

step "a station that sends everything through the relay is set up"
"$LAB" dns "$STATION" A 44.128.0.77
set_up_station < <(
    station_form
    printf '\n[relay]\nuse = "always"\nhost = "%s"\nport = 587\nsecurity = "starttls"\nuser = "family"\n[notifications]\naddress = "%s"\n' "$RELAY" "$ANNA"
)
fetch_certificate "$PC_HOME/certificate.pem"
CERTIFICATE=$PC_HOME/certificate.pem

step "that the password is missing is said before a letter is written"
try nas mailstationctl status
same "exit" 1 "$STATUS"
says "The password of the relay is missing" "Enter the password of the relay"

step "a server that cannot prove its name is not told the password"
password_is wrong-Passw0rd
write_to_friend "The first one"
eventually 30 "the finding" status_says "What answers as relay $RELAY cannot prove that it is that server"
! outside_log_says "sasl_username" || fail "it was told the password"

step "a wrong password is said in words, and the letter waits"
trust_the_internet
eventually 60 "the finding" status_says "The relay $RELAY refuses the name or the password"
try nas mailstationctl status
same "exit" 1 "$STATUS"
! outside_has "The first one" || fail "the letter went out without the relay"

step "the station notes it, and writes nobody a letter while letters are what does not go"
eventually 60 "the note" watch_says "Went wrong: The relay $RELAY refuses the name or the password"
watch_says "The letter is kept back until mail works again" || fail "nothing is kept back"
! anna_was_told "$STATION" || fail "a letter was written"

step "with the right one it leaves at once, through the relay"
password_is Relay-Passw0rd
eventually 30 "the letter" outside_has "The first one"
try outside_log_says "relay/smtpd.*sasl_method=PLAIN, sasl_username=family"
succeeded
status_says "refuses the name or the password" && fail "the status still complains"

step "the owner is told afterwards, and of the next change, once"
eventually 60 "the letter" anna_was_told "everything is in order again"
try nas mailstationctl account add --from-nas eva
succeeded
eventually 60 "the letter about the missing password" anna_was_told "not in order (1)"
watch_says "The owner was told." || fail "it is not noted"
letters=$(mail_program "$ANNA" "imaps://$STATION" -X 'STATUS INBOX (MESSAGES)')
nas mailstationctl watch --json >"$RESULTS/watch.json" || true
same "letters" "$letters" "$(mail_program "$ANNA" "imaps://$STATION" -X 'STATUS INBOX (MESSAGES)')"

step "whoever listens hears nothing: the relay is spoken to under TLS only"
try outside_log_says "relay/smtpd.*TLS connection established from"
succeeded
no_secret_shown
! grep -rqF -e Relay-Passw0rd -e wrong-Passw0rd "$RESULTS" || fail "the relay's password stands in an output or a log"

the_end
