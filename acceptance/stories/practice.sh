#!/usr/bin/env bash
# The practice station: the real daemon on one computer, without a NAS.
# shellcheck source=SCRIPTDIR/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=SCRIPTDIR/assistant.sh
. "$STORIES/assistant.sh"
story "a practice walks the whole way on one computer, and leaves nothing behind"

step "from the host key to the answer that comes back"
try mail_station practice --terminal --folder "$PC_HOME/practice"
succeeded
says "SHA256:" "IMAP" "POP3" "friend@outside.example" "| Subject: "

step "neither folder nor daemon is left"
[ ! -e "$PC_HOME/practice" ] || fail "the folder is still there"
! pgrep -f "$PC_HOME/practice" >/dev/null || fail "something still runs: $(pgrep -af "$PC_HOME/practice")"

step "a folder with something in it is not touched"
mkdir "$PC_HOME/mine"
echo dear >"$PC_HOME/mine/letter"
try mail_station practice --terminal --folder "$PC_HOME/mine"
same "exit" 70 "$STATUS"
says "is not empty"
same "letter" dear "$(cat "$PC_HOME/mine/letter")"

the_end
