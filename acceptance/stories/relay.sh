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
status_says() { { nas mailstationctl status || true; } | grep -qF -- "$1"; }
password_is() { printf '%s\n' "$1" | nas mailstationctl secret put relay >/dev/null; }

step "a station that sends everything through the relay is set up"
"$LAB" dns "$STATION" A 44.128.0.77
set_up_station < <(
    station_form
    printf '\n[relay]\nuse = "always"\nhost = "%s"\nport = 587\nsecurity = "starttls"\nuser = "family"\n' "$RELAY"
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

step "with the right one it leaves at once, through the relay"
password_is Relay-Passw0rd
eventually 30 "the letter" outside_has "The first one"
try outside_log_says "relay/smtpd.*sasl_method=PLAIN, sasl_username=family"
succeeded
status_says "refuses the name or the password" && fail "the status still complains"

step "whoever listens hears nothing: the relay is spoken to under TLS only"
try outside_log_says "relay/smtpd.*TLS connection established from"
succeeded
no_secret_shown
! grep -rqF -e Relay-Passw0rd -e wrong-Passw0rd "$RESULTS" || fail "the relay's password stands in an output or a log"

the_end
