#!/usr/bin/env bash
# A station is copied to another computer over SSH, dies, and lives again on a bare NAS.
# shellcheck source=SCRIPTDIR/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=SCRIPTDIR/assistant.sh
. "$STORIES/assistant.sh"
# shellcheck source=SCRIPTDIR/mail.sh
. "$STORIES/mail.sh"
story "a station is backed up to another computer, and comes back on a bare NAS"

SHELF=ssh://vps@44.128.1.22/var/services/homes/vps/mail
PASSPHRASE="twelve blue geese fly"
COUNT=0

append() { # NUMBER
    local i
    for ((i = 0; i < $1; i++)); do
        COUNT=$((COUNT + 1))
        letter "$PC_HOME/letter" friend@remote.example "$ANNA" "letter $COUNT"
        keep
    done
}
# what is uploaded is counted before curl could change its line ends
keep() { sed -i 's/$/\r/' "$PC_HOME/letter" && mail_program "$ANNA" "imaps://$STATION/INBOX" -T "$PC_HOME/letter"; }
imap() { mail_program "$ANNA" "imaps://$STATION/${2:-INBOX}" -X "$1" | tr -d '\r'; }
# what a mail program keeps a mailbox by
picture() {
    imap "STATUS INBOX (MESSAGES UIDNEXT UIDVALIDITY)" ""
    imap "UID FETCH 1:* (UID FLAGS INTERNALDATE RFC822.SIZE)"
}
# with a passphrase on standard input
passphrase() { printf '%s\n' "$PASSPHRASE" | nas mailstationctl "$@"; }
figure() { sed -n "s/.*\"$1\": \([0-9]*\).*/\1/p" <<<"$SAID"; }
on_shelf() { inet du -sb /var/services/homes/vps/mail | cut -f1; }
greet_shelf() { # the two computers learn each other's keys
    try nas mailstationctl backup key "$SHELF"
    succeeded
    says "ssh-ed25519" "$("$LAB" host-key inet)"
    own=$(grep -o 'ssh-ed25519 .*' <<<"$SAID" | head -n 1)
    inet su -s /bin/sh vps -c "cd /var/services/homes/vps && mkdir -p .ssh mail && echo '$own' >>.ssh/authorized_keys"
    try nas mailstationctl backup key "$SHELF" --trust "$("$LAB" host-key inet)"
    succeeded
}

made_by_itself() { nas mailstationctl status | grep -q "The last backup is of"; }

step "a station with letters and flags"
station_form | set_up_station
fetch_certificate "$PC_HOME/certificate.pem"
CERTIFICATE=$PC_HOME/certificate.pem
append 11
letter "$PC_HOME/letter" friend@remote.example "$ANNA" "many pictures"
head -c 2000000 /dev/urandom | base64 >>"$PC_HOME/letter"
keep
imap "STORE 2:3 +FLAGS (\\Flagged \$Blue)" >/dev/null
imap "STORE 5 +FLAGS (\\Deleted)" >/dev/null
imap "EXPUNGE" >/dev/null
passphrase secret put backup

step "another computer is not trusted unseen"
try nas mailstationctl backup "$SHELF"
refused
says "backup key"
greet_shelf

step "the configuration wants a backup every day: the first one is made by itself, while the station runs"
try nas mailstationctl backup
refused
says "the configuration has none"
printf '\n[backup]\nto = "%s"\nevery = "1d"\nkeep = 5\n' "$SHELF" >>"$PC_HOME/station.toml"
apply_form "$PC_HOME/station.toml"
succeeded
eventually 60 "the backup" made_by_itself
try nas mailstationctl backup list
succeeded
says "every 1d" "The last good one is of" "The next one begins at" "11 letters"
before=$(on_shelf)

step "the second backup copies what is new"
append 2
try nas mailstationctl backup --json
succeeded
same "letters" 13 "$(figure letters)"
grown=$(($(on_shelf) - before))
note "$(figure copied) files, $(figure copiedOctets) octets; the folder has grown by $grown of $before"
[ "$before" -gt 2000000 ] && [ "$grown" -lt 100000 ] || fail "everything was copied again"

step "it is brought into a folder aside and compared"
try nas mailstationctl backup verify "$SHELF"
succeeded
says "13 letters"
picture >"$PC_HOME/before"

step "the NAS is lost, and another one has nothing but the program"
try nas sh /volume1/@mailstation/current/uninstall.sh --purge
succeeded
install_daemon
succeeded
greet_shelf

step "one command brings everything back: numbers, flags, dates, and the station's own key"
try passphrase restore "$SHELF" --passphrase
succeeded
says "13 letters"
picture >"$PC_HOME/after"
same "what a mail program sees" "" "$(diff "$PC_HOME/before" "$PC_HOME/after")"

step "mail goes on, and so do the backups: none is due yet"
try nas mailstationctl backup list
succeeded
says "every 1d" "The last good one is of" "13 letters"
append 1
try imap "STATUS INBOX (MESSAGES)" ""
says "MESSAGES 14"

step "a damaged file is found"
damaged=$(inet sh -c 'grep -rl "letter 7" /var/services/homes/vps/mail/objects | head -n 1')
inet sh -c "sed -i 's/letter 7/letter 8/' '$damaged'"
try nas mailstationctl backup verify "$SHELF"
same "exit code" 1 "$STATUS"
says "1 files are missing or are not what they were" ".eml"

no_secret_shown
! grep -rqF "$PASSPHRASE" "$RESULTS" || fail "the passphrase stands in an output or a log"
the_end
