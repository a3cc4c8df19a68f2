#!/usr/bin/env bash
# A provider refuses letters from homes: the relay takes them at once, and whatever else is for that provider.
# shellcheck source=SCRIPTDIR/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=SCRIPTDIR/assistant.sh
. "$STORIES/assistant.sh"
# shellcheck source=SCRIPTDIR/mail.sh
. "$STORIES/mail.sh"
story "what a provider refuses from a home leaves through the relay"

RELAY=relay.remote.example
PBL="554 5.7.1 Service unavailable; Client host [44.128.0.77] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/44.128.0.77"

write_to() { # ADDRESS SUBJECT
    letter "$PC_HOME/letter" "$ANNA" "$1" "$2"
    try submit "$ANNA" "$PC_HOME/letter" "$ANNA" "$1" "smtps://$STATION:465"
    succeeded
}
refusals() { outside_log_says 'NOQUEUE: reject: .*blocked using' | wc -l; }
provider_refuses_homes() {
    inet postconf -P "44.128.1.87:587/inet/smtpd_client_restrictions="
    inet postconf -e "smtpd_client_restrictions = check_client_access inline:{ { 44.128.0.77 = $PBL } }"
    inet postfix reload >/dev/null 2>&1
}
provider_takes_homes_again() {
    inet postconf -e "smtpd_client_restrictions ="
    inet postfix reload >/dev/null 2>&1
}
trace_says() { { nas mailstationctl trace --subject "$1" || true; } | grep -qF -- "$2"; } # SUBJECT WORDS

step "a station that uses the relay only where it must is set up"
"$LAB" dns "$STATION" A 44.128.0.77
set_up_station < <(
    station_form | sed '/^\[\[/,$d'
    printf '[relay]\nuse = "when-refused"\nhost = "%s"\nport = 587\nsecurity = "starttls"\nuser = "family"\n\n' "$RELAY"
    station_form | sed -n '/^\[\[/,$p'
)
trust_the_internet
echo Relay-Passw0rd | nas mailstationctl secret put relay >/dev/null
fetch_certificate "$PC_HOME/certificate.pem"
CERTIFICATE=$PC_HOME/certificate.pem

step "a provider that takes it gets a letter directly, and the trace says how it went"
write_to friend@remote.example "Straight there"
eventually 30 "the letter" outside_has "Straight there"
eventually 10 "the trace" trace_says "Straight there" "Taken for friend@remote.example by the server mail.remote.example (encrypted)"
! outside_log_says 'relay/smtpd.*sasl_username' || fail "it went through the relay"

step "a provider that takes nothing from homes gets it through the relay at once, and nothing comes back"
provider_refuses_homes
write_to friend@remote.example "Around the wall"
eventually 30 "the letter" outside_has "Around the wall"
try outside_log_says 'relay/smtpd.*sasl_username=family'
succeeded
same "refusals" 1 "$(refusals)"

step "the reason and the day can be looked up in three places"
try nas mailstationctl relay list
succeeded
says "Letters to remote.example leave through the relay $RELAY" "blocked using zen.spamhaus.org" "$(date -u +%Y-%m-)"
try nas mailstationctl status
says "Letters to remote.example leave through the relay $RELAY"
eventually 10 "the trace" trace_says "Around the wall" "through the relay $RELAY instead."
trace_says "Around the wall" "takes no letters straight from the Internet lines of homes." || fail "the trace does not say why in plain words"
trace_says "Around the wall" "The answer was: 554 5.7.1" || fail "the trace does not quote the answer"

step "the next letter does not even knock, also after a restart of the daemon"
nas $SERVICE restart >/dev/null 2>&1
eventually 30 "the daemon" nas mailstationctl relay list
write_to friend@remote.example "Without knocking"
eventually 30 "the letter" outside_has "Without knocking"
same "refusals" 1 "$(refusals)"

step "whom nobody knows there comes back as ever"
write_to no-such-person@remote.example "Who are you"
returned() { { nas mailstationctl trace --to no-such-person@remote.example || true; } | grep -qF "Given back"; }
eventually 30 "the report" returned

step "what is forgotten is tried directly again"
provider_takes_homes_again
try nas mailstationctl relay forget remote.example
succeeded
write_to friend@remote.example "Straight once more"
eventually 30 "the letter" outside_has "Straight once more"
eventually 10 "the trace" trace_says "Straight once more" "by the server mail.remote.example"
try nas mailstationctl relay forget remote.example
refused
no_secret_shown

the_end
