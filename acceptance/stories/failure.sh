#!/usr/bin/env bash
# The disk is full, or read-only; a crowd of slow and idle clients; a very large letter. Nothing is lost, others are served, and it heals by itself.
# shellcheck source=SCRIPTDIR/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=SCRIPTDIR/assistant.sh
. "$STORIES/assistant.sh"
# shellcheck source=SCRIPTDIR/mail.sh
. "$STORIES/mail.sh"
story "a full disk, a read-only one and a crowd of clients do no harm, and it heals by itself"

DATA=/volume1/@mailstation-data
# bring SUBJECT [swaks options]: a letter from a program in the house, as a stranger to submission
bring() { pc swaks --server "$NAS" --port 25 --helo printer.home.example --from printer@home.example --to "$ANNA" --header "Subject: $1" "${@:2}"; }
anna() { mail_program "$ANNA" "imaps://$STATION/INBOX" -X "$1"; } # IMAP-COMMAND
letters_called() { { anna "SEARCH SUBJECT \"$1\"" || true; } | tr -d '\r' | grep '^\* SEARCH' | wc -w; } # SUBJECT, and two words more
save() { mail_program "$ANNA" "imaps://$STATION/INBOX" -T "$PC_HOME/small"; }
memory() { nas mailstationctl metrics | awk '/^process_resident_memory_bytes/ {printf "%d", $2 / 1000000}'; }

step "a station is set up, with letters of up to 60 MB"
{
    station_form
    printf '\n[incoming]\ngreylisting = false\n\n[storage]\nmax-letter-mb = 60\nreserve-mb = 100\n'
} | set_up_station
fetch_certificate "$PC_HOME/certificate.pem"
CERTIFICATE=$PC_HOME/certificate.pem
printf '%s\n' "$MAIL_PASSWORD" >"$PC_HOME/password"
letter "$PC_HOME/small" "$ANNA" "$ANNA" "Saved by a program"
try bring "first"
succeeded

step "on a full disk senders are asked to come again, and letters can still be read and removed"
"$LAB" disk nas 90M
try bring "too late"
refused
says "452 4.3.1"
try save
refused
try anna "FETCH 1 BODY.PEEK[HEADER]"
succeeded
try anna 'STORE 1 +FLAGS (\Flagged)'
succeeded

step "when there is room again, it goes on by itself"
"$LAB" disk nas normal
try bring "room again"
succeeded
try save
succeeded
same "letters that were refused" 2 "$(letters_called "too late")"
same "letters that were taken" 3 "$(letters_called "room again")"

step "the same on a disk that is read-only for a while"
nas mount --bind "$DATA" "$DATA"
nas mount -o remount,ro,bind "$DATA"
try bring "read only"
refused
says "45"
try anna "FETCH 1 BODY.PEEK[HEADER]"
succeeded
nas umount -l "$DATA"
writes_again() { bring "writable"; }
eventually 20 "writing" writes_again
same "letters that were refused" 2 "$(letters_called "read only")"
[ "$(letters_called writable)" -ge 3 ] || fail "the letter is not there"

step "two hundred idle programs and a hundred slow senders: others are served, and memory is bounded"
before=$(memory)
for i in 201 202 203 204 205; do pc ip addr add 192.168.77.$i/24 dev eth0; done
exec 7> >(pc python3 "$STORIES/crowd.py" idle "$NAS" 200 192.168.77.201,192.168.77.202,192.168.77.203,192.168.77.204,192.168.77.205 "$ANNA" "$PC_HOME/password" >"$RESULTS/idle.log" 2>&1)
exec 8> >(pc python3 "$STORIES/crowd.py" slow "$NAS" 100 192.168.77.201,192.168.77.202,192.168.77.203 >"$RESULTS/slow.log" 2>&1)
eventually 60 "the idle programs" grep -q "200 idle" "$RESULTS/idle.log"
eventually 30 "the slow senders" grep -q "100 slow" "$RESULTS/slow.log"
begun=$(now)
try bring "in the crowd"
succeeded
note "a letter in the crowd took $(elapsed "$begun") s"
note "memory: $before MB before, $(memory) MB with them"
[ "$(memory)" -lt 400 ] || fail "too much memory"
exec 7>&- 8>&-
eventually 20 "the news" grep -q "200 were told" "$RESULTS/idle.log"

step "a letter of 50 MB comes and can be read"
head -c 36000000 /dev/urandom >"$PC_HOME/attachment"
try bring "fifty megabytes" --attach "@$PC_HOME/attachment" --suppress-data
succeeded
same "letters" 3 "$(letters_called "fifty megabytes")"
number=$(anna 'SEARCH SUBJECT "fifty megabytes"' | tr -d '\r' | awk '/^\* SEARCH/ {print $3}')
mail_program "$ANNA" "imaps://$STATION/INBOX;MAILINDEX=$number" >"$PC_HOME/large"
python3 - "$PC_HOME/large" "$PC_HOME/attachment" <<'X' || fail "the attachment is another"
import email, email.policy, sys
with open(sys.argv[1], "rb") as file:
    letter = email.message_from_binary_file(file, policy=email.policy.default)
found = [part.get_content() for part in letter.iter_attachments()]
sys.exit(0 if found and found[-1] == open(sys.argv[2], "rb").read() else 1)
X
note "$(stat -c %s "$PC_HOME/large") bytes; memory afterwards: $(memory) MB"

no_secret_shown
the_end
