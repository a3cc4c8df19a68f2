#!/usr/bin/env bash
# A person's letters move from another provider (Dovecot) to the station, are read there by other programs, and move out again.
# shellcheck source=SCRIPTDIR/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=SCRIPTDIR/assistant.sh
. "$STORIES/assistant.sh"
# shellcheck source=SCRIPTDIR/mail.sh
. "$STORIES/mail.sh"
story "letters move in from another provider, are read by other programs, and move out again"

ELSEWHERE=mail.remote.example
OLD=anna@remote.example
OLD_PASSWORD=Old-Passw0rd
OUT=/volume1/@mailstation-data/tmp
ctl() { nas mailstationctl "$@"; }
import() { printf '%s\n' "$OLD_PASSWORD" | ctl import "imap://anna%40remote.example@$ELSEWHERE" --to "$ANNA" "$@"; }
# elsewhere fill|shown USER: at the other provider
elsewhere() { pc python3 "$STORIES/moving.py" "$1" 44.128.1.25 $ELSEWHERE 993 "$LAB_STATE/conf/inet/tls.pem" "$2" "$PC_HOME/old"; }
here() { pc python3 "$STORIES/moving.py" shown "$NAS" "$STATION" 993 "$CERTIFICATE" "$ANNA" "$PC_HOME/password"; }
# The same letters in the same folders: of the columns folder, hash, date and flags those that are named
same_letters() { # WHAT COLUMNS EXPECTED-FILE FOUND-FILE
    local difference
    difference=$(diff <(cut -d ' ' -f "$2" "$3" | sort) <(cut -d ' ' -f "$2" "$4" | sort)) || { SAID=$(head -n 20 <<<"$difference"); fail "$1"; }
    note "$1: $(wc -l <"$4") letters"
}

step "another provider (Dovecot) has a mailbox with folders, flags and dates"
printf '%s\n' "$OLD_PASSWORD" >"$PC_HOME/old"
inet sh -c 'mkdir -p /run/post && cat >/run/post/dovecot.conf' <<X
base_dir = /run/post/run
state_dir = /run/post/state
log_path = /run/post/log
protocols = imap
listen = 44.128.1.25
ssl = required
ssl_cert = </run/lab/conf/tls.pem
ssl_key = </run/lab/conf/tls.key
mail_location = maildir:~/Maildir
passdb {
  driver = static
  args = password=$OLD_PASSWORD
}
userdb {
  driver = static
  args = uid=$(inet id -u friend) gid=$(inet id -g friend) home=/run/post/%u
}
namespace inbox {
  inbox = yes
  separator = /
  mailbox Sent {
    special_use = \Sent
  }
  mailbox Junk {
    special_use = \Junk
  }
}
X
inet sh -c 'mkdir -p "/run/post/$1" "/run/post/back@remote.example/Maildir" && chown -R friend: /run/post/*@* && chmod 755 /run/post && dovecot -c /run/post/dovecot.conf' sh "$OLD"
eventually 20 "Dovecot" inet sh -c 'openssl s_client -connect 44.128.1.25:993 -brief </dev/null'
try elsewhere fill "$OLD"
succeeded
LETTERS=$SAID
elsewhere shown "$OLD" >"$PC_HOME/there.txt"
same "letters there" "$LETTERS" "$(wc -l <"$PC_HOME/there.txt")"

step "a station is set up that trusts the provider's certificate"
"$LAB" dns "$STATION" A "$NAS" # mbsync wants the name that is in the certificate
set_up_station < <(station_form)
trust_the_internet
fetch_certificate "$PC_HOME/certificate.pem"
CERTIFICATE=$PC_HOME/certificate.pem
printf '%s\n' "$MAIL_PASSWORD" >"$PC_HOME/password"

step "a wrong password and a server that is none are told in words"
OLD_PASSWORD=wrong try import
refused
says "$ELSEWHERE"
try ctl import "imap://anna@nothing.remote.example" --to "$ANNA" </dev/null
refused

step "everything moves in, with folders, flags and dates"
try import --json
succeeded
says "\"moved\": $LETTERS" '"failed": 0' '"missing": 0'
here >"$PC_HOME/here.txt"
same_letters "what is here is what was there" 1-4 "$PC_HOME/there.txt" "$PC_HOME/here.txt"

step "once more: nothing is doubled"
try import --json
succeeded
says '"moved": 0' "\"there\": $LETTERS"
here >"$PC_HOME/again.txt"
same_letters "still the same" 1-4 "$PC_HOME/there.txt" "$PC_HOME/again.txt"

step "mbsync copies the whole mailbox"
mkdir "$PC_HOME/copy"
cat >"$PC_HOME/mbsyncrc" <<X
IMAPAccount station
Host $STATION
User $ANNA
PassCmd "cat $PC_HOME/password"
SSLType IMAPS
CertificateFile $CERTIFICATE

IMAPStore far
Account station

MaildirStore near
Path $PC_HOME/copy/
Inbox $PC_HOME/copy/INBOX
SubFolders Verbatim
Flatten .

Channel all
Far :far:
Near :near:
Patterns *
Create Near
Sync Pull
CopyArrivalDate yes
SyncState *
X
try pc mbsync -q -c "$PC_HOME/mbsyncrc" all
succeeded
pc python3 "$STORIES/moving.py" maildir "$PC_HOME/copy" --verbatim >"$PC_HOME/mbsync.txt"
same_letters "mbsync has" 1-3 "$PC_HOME/there.txt" "$PC_HOME/mbsync.txt"

step "fetchmail fetches the INBOX"
cat >"$PC_HOME/fetchmailrc" <<X
poll $NAS protocol POP3 service 995
    user "$ANNA" password "$MAIL_PASSWORD"
    ssl sslcertck sslcertfile "$CERTIFICATE" sslcommonname "$STATION"
    keep fetchall mda "python3 $STORIES/moving.py take $PC_HOME/fetched"
X
chmod 600 "$PC_HOME/fetchmailrc"
try pc fetchmail -s --nosyslog --pidfile "$PC_HOME/fetchmail.pid" -f "$PC_HOME/fetchmailrc"
succeeded
pc python3 "$STORIES/moving.py" mail "$PC_HOME/fetched" >"$PC_HOME/fetchmail.txt"
grep '^INBOX ' "$PC_HOME/there.txt" >"$PC_HOME/inbox.txt"
same_letters "fetchmail has" 1-2 "$PC_HOME/inbox.txt" "$PC_HOME/fetchmail.txt"

step "out again as a Maildir, which Python and Dovecot read"
try ctl export maildir $OUT/maildir --from "$ANNA"
succeeded
nas python3 - maildir $OUT/maildir <"$STORIES/moving.py" >"$PC_HOME/maildir.txt"
same_letters "Python has" 1-4 "$PC_HOME/there.txt" "$PC_HOME/maildir.txt"
nas tar -C $OUT/maildir -c . | inet sh -c 'tar -x -C /run/post/back@remote.example/Maildir && chown -R friend: /run/post/back@remote.example'
elsewhere shown back@remote.example >"$PC_HOME/back.txt"
same_letters "Dovecot has" 1-4 "$PC_HOME/there.txt" "$PC_HOME/back.txt"

step "and as files of many letters"
try ctl export mbox $OUT/mbox --from "$ANNA"
succeeded
nas python3 - mbox $OUT/mbox <"$STORIES/moving.py" >"$PC_HOME/mbox.txt"
same_letters "Python has" 1-4 "$PC_HOME/there.txt" "$PC_HOME/mbox.txt"

no_secret_shown
the_end
