#!/usr/bin/env bash
# A mail program asks to be told what becomes of its letters, and is told: by the other provider, or by the station where that one tells nobody.
# shellcheck source=SCRIPTDIR/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=SCRIPTDIR/assistant.sh
. "$STORIES/assistant.sh"
# shellcheck source=SCRIPTDIR/mail.sh
. "$STORIES/mail.sh"
story "who asks for it is told when a letter has arrived, or that it has not"

# ask TO SUBJECT MAIL-OPTIONS RCPT-OPTIONS
ask() {
    try ask_as_anna "$@"
    succeeded
}
ask_as_anna() { printf '%s\n' "$MAIL_PASSWORD" | pc python3 "$STORIES/receipts.py" "$NAS" "$CERTIFICATE" "$STATION" "$ANNA" "$ANNA" "$@"; }
# the report that is the only letter in Anna's mailbox
report() { read_letter "$ANNA" imaps "$PC_HOME/report" 1 2>/dev/null && grep -qF -- "$1" "$PC_HOME/report"; } # TEXT
report_says() {
    eventually 40 "the report" report "Action: $1"
    shift
    local words
    for words in "$@"; do
        tr -d '\r' <"$PC_HOME/report" | grep -qF -- "$words" || fail "the report does not say: $words"
    done
    mail_program "$ANNA" "imaps://$STATION/INBOX" -X 'STORE 1 +FLAGS \Deleted' >/dev/null
    mail_program "$ANNA" "imaps://$STATION/INBOX" -X EXPUNGE >/dev/null
}
postfix() { # SETTING
    inet postconf -e "$1"
    inet postfix reload >/dev/null 2>&1
}

step "a station is set up"
"$LAB" dns "$STATION" A 44.128.0.77
{
    station_form
    printf '\n[incoming]\ngreylisting = false\n'
} | set_up_station
fetch_certificate "$PC_HOME/certificate.pem"
CERTIFICATE=$PC_HOME/certificate.pem

step "the other provider (Postfix) is passed the wishes, and tells itself that the letter arrived"
ask friend@remote.example "Tell me" "RET=HDRS ENVID=QQ+2B4711" "NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;My.Friend@remote.example"
report_says delivered "Reporting-MTA: dns; mail.remote.example" "Original-Envelope-Id: QQ+4711" "Original-Recipient: rfc822;My.Friend@remote.example"

step "what the other provider refuses comes back from the station, whole as asked for"
ask no-such-person@remote.example "For nobody" "RET=FULL ENVID=QQ2" "NOTIFY=FAILURE"
report_says failed "Original-Envelope-Id: QQ2" "Final-Recipient: rfc822; no-such-person@remote.example" "Content-Type: message/rfc822" "The whole text."

step "who never wants to be told is not, and who asks about a letter at home is told"
ask no-such-person@remote.example "Never mind" "RET=HDRS" "NOTIFY=NEVER"
ask "$ANNA" "At home" "RET=HDRS" "NOTIFY=NEVER"
eventually 20 "the letter at home" report "Subject: At home"
mail_program "$ANNA" "imaps://$STATION/INBOX" -X 'STORE 1 +FLAGS \Deleted' >/dev/null
mail_program "$ANNA" "imaps://$STATION/INBOX" -X EXPUNGE >/dev/null

step "where the other provider knows nothing of wishes, the station says that it handed the letter over"
postfix "smtpd_discard_ehlo_keywords = dsn"
ask friend@remote.example "Tell me what you can" "RET=HDRS" "NOTIFY=SUCCESS"
report_says relayed "Your letter is on its way" "Remote-MTA: dns; mail.remote.example"
no_secret_shown

the_end
