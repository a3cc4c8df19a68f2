#!/usr/bin/env bash
# Each person's own rules: put by a mail program over ManageSieve and by the simple words, followed when letters come, seen in the trace.
# shellcheck source=SCRIPTDIR/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=SCRIPTDIR/assistant.sh
. "$STORIES/assistant.sh"
# shellcheck source=SCRIPTDIR/mail.sh
. "$STORIES/mail.sh"
story "people say themselves what becomes of their letters"

ctl() { nas mailstationctl "$@"; }
folder() { mail_program "$ANNA" "imaps://$STATION/$1;MAILINDEX=${2:-1}"; } # NAME [NUMBER]
folder_has() { folder "$1" "${3:-1}" 2>/dev/null | grep -qF -- "$2"; }  # NAME TEXT [NUMBER]
arrives() { letter "$PC_HOME/letter" friend@remote.example "$ANNA" "$1"; post_from_outside "$PC_HOME/letter" friend@remote.example "$ANNA"; } # SUBJECT

step "a station is set up, with the port for filter rules open at home"
"$LAB" dns "$STATION" A 44.128.0.77
set_up_station < <(station_form; printf '\n[ports.managesieve]\nopen = "lan"\n')
fetch_certificate "$PC_HOME/certificate.pem"
CERTIFICATE=$PC_HOME/certificate.pem
try ctl status
says "4190"

step "nobody signs in there before TLS"
try talk pc "$NAS" 4190 'AUTHENTICATE "PLAIN" "AGFubmEAeA=="' LOGOUT
says '"SASL" ""' '"STARTTLS"' "NO (ENCRYPT-NEEDED)"

step "a mail program puts a filter and activates it"
cat >"$PC_HOME/main.sieve" <<'S'
require ["fileinto", "imap4flags", "vacation"];
if header :contains "subject" "invoice" {
    fileinto :flags "\\Flagged" "Bills";
    stop;
}
if header :contains "subject" "nonsense" {
    discard;
}
S
sieve() { printf '%s\n' "$MAIL_PASSWORD" | pc sieve-connect --server "$PORTS_AT" --port 4190 --user "$ANNA" --passwordfd 0 --tlscafile "$CERTIFICATE" --tlshostname "$STATION" "$@"; }
MAIL_PASSWORD=wrong try sieve --list
refused
says "Name or password is wrong"
try sieve --upload --localsieve "$PC_HOME/main.sieve" --remotesieve main
succeeded
try sieve --activate --remotesieve main
succeeded
try sieve --list
succeeded
says "main" "ACTIVE"
try ctl filter list "$ANNA"
succeeded
says "main"

step "a filter that cannot be understood is refused with its line"
printf 'keep;\nexplode;\n' >"$PC_HOME/bad.sieve"
try sieve --upload --localsieve "$PC_HOME/bad.sieve" --remotesieve bad
refused
says "line 2"

step "letters go where the filter says, and the trace tells why"
arrives "Your invoice"
eventually 30 "the letter in its folder" folder_has Bills "Subject: Your invoice"
arrives "Pure nonsense"
arrives "Something else"
eventually 30 "the other letter" folder_has INBOX "Subject: Something else"
try ctl trace --subject invoice
says 'filter "main", line 3' "Bills"
try ctl trace --subject nonsense
says "Thrown away"

step "who is away says so in one word, and each person hears it once"
try ctl vacation "$ANNA" --on "I am at the sea"
succeeded
arrives "Are you there"
eventually 30 "the answer" outside_has "Auto: Are you there"
arrives "Are you really there"
eventually 30 "the letter" folder_has INBOX "Are you really there" 3
try ctl trace --subject "Are you there"
says "The sender was told"
try ctl trace --subject "really"
does_not_say "The sender was told"
try ctl vacation "$ANNA" --off
succeeded
! outside_has "Auto: Are you really" || fail "a second answer was sent"

no_secret_shown
the_end
