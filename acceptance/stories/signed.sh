#!/usr/bin/env bash
# The family's letters are signed, and another provider can prove it.
# shellcheck source=SCRIPTDIR/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=SCRIPTDIR/assistant.sh
. "$STORIES/assistant.sh"
# shellcheck source=SCRIPTDIR/mail.sh
. "$STORIES/mail.sh"
story "the family's letters are signed, and others can prove it"

DOMAIN=family.example
ANNA=anna@$DOMAIN
ZONE=$LAB_STATE/conf/inet/family/$DOMAIN.zone

# as providers take it: in strings of at most 255 characters
records() { # reads JSON
    python3 -c '
import json, sys
for entry in json.load(sys.stdin)["records"]:
    value = entry["value"]
    pieces = " ".join("\"%s\"" % value[i:i + 255] for i in range(0, len(value), 255))
    print("%s. 60 TXT %s" % (entry["name"], pieces))'
}
publish_all() { # RECORDS
    { cat "$RESULTS/zone.before"; echo "$1"; } | "$LAB" publish $DOMAIN
}
dkim() { nas mailstationctl dkim "$@"; }
dkim_json() { dkim --json || [ $? = 1 ]; } # 1: not everything is published
# write_to_friend SUBJECT FILE: Anna writes, and the letter as it arrived lies in FILE
write_to_friend() {
    letter "$PC_HOME/letter" "$ANNA" friend@remote.example "$1"
    try submit "$ANNA" "$PC_HOME/letter" "$ANNA" friend@remote.example "smtps://$STATION:465"
    succeeded
    eventually 30 "the letter" outside_has "$1"
    last_letter >"$2"
}
# the newest letter in the other provider's mailbox, without the line that is the mailbox's own
# shellcheck disable=SC2016
last_letter() { inet sh -c 'tail -n +$(($(grep -n "^From " /var/mail/friend | tail -n 1 | cut -d: -f1) + 1)) /var/mail/friend'; }
proven() { inet dkimverify <"$1"; } # FILE; Debian's dkimpy, at the other provider, with its resolver
signed_by() { sed '/^$/q' "$1" | tr -d '\n' | grep -oE 's=[^;]+' | head -n 1 | cut -d= -f2; } # FILE

step "a station for the family's own domain is set up"
cp "$ZONE" "$RESULTS/zone.before"
"$LAB" dns "$STATION" A 44.128.0.77
set_up_station < <(station_form | sed "s/^domains.*/domains = [\"$DOMAIN\"]/")
fetch_certificate "$PC_HOME/certificate.pem"
CERTIFICATE=$PC_HOME/certificate.pem

step "it has made one key of its own, which nobody else can read"
try nas stat -c '%a %U' /volume1/@mailstation-data/secrets/dkim.json
says "600 mailstation"
try dkim
same "exit" 1 "$STATUS"
says "Letters are signed with the key ms" "TXT ms" "._domainkey.$DOMAIN" "v=DKIM1; k=rsa; p=MII" "not there yet"
try nas mailstationctl status --json
succeeded
says '"signing"' '"publicKey": "MII'

step "as long as the key is not published, nobody can prove the signature"
write_to_friend "The first one" "$PC_HOME/first"
try proven "$PC_HOME/first"
same "exit" 1 "$STATUS"

step "the record that the station shows is published"
old=$(dkim_json | records)
publish_all "$old"
try dkim
succeeded
says "It is there"

step "now the other provider proves the signature, also of the letter before"
try proven "$PC_HOME/first"
succeeded
says "signature ok"
write_to_friend "The second one" "$PC_HOME/second"
try proven "$PC_HOME/second"
succeeded
says "signature ok"
same_text "the letter" "$PC_HOME/letter" "$PC_HOME/second"
note "$(grep -A 7 -m 1 '^DKIM-Signature' "$PC_HOME/second" | head -n 2 | tr -d '\n\t')"

step "a letter that somebody changed on its way, or gave another author, is not proven"
sed 's/two dots/three dots/' "$PC_HOME/second" >"$PC_HOME/forged"
try proven "$PC_HOME/forged"
same "exit" 1 "$STATUS"
{ echo "From: mallory@$DOMAIN"; cat "$PC_HOME/second"; } >"$PC_HOME/forged"
try proven "$PC_HOME/forged"
same "exit" 1 "$STATUS"

step "a new key is made, and the old one signs until the new one is published"
first_key=$(signed_by "$PC_HOME/second")
try dkim rotate
succeeded
says "waits" "not there yet" "$first_key"
write_to_friend "While one waits" "$PC_HOME/waiting"
same "key" "$first_key" "$(signed_by "$PC_HOME/waiting")"
both=$(dkim_json | records)
publish_all "$both"
try dkim
succeeded
says "from now on it signs" "The old key $first_key does not sign any more"
write_to_friend "With the new key" "$PC_HOME/new"
[ "$(signed_by "$PC_HOME/new")" != "$first_key" ] || fail "the old key still signs"
for file in waiting new; do
    try proven "$PC_HOME/$file"
    succeeded
    says "signature ok"
done

step "after a restart it is still the same key"
nas /usr/local/etc/rc.d/S99mailstation.sh restart >/dev/null 2>&1
eventually 30 "the daemon" nas mailstationctl config show
write_to_friend "After a restart" "$PC_HOME/restarted"
same "key" "$(signed_by "$PC_HOME/new")" "$(signed_by "$PC_HOME/restarted")"

step "a letter of several megabytes is proven too"
letter "$PC_HOME/letter" "$ANNA" friend@remote.example "The large one"
head -c 4000000 /dev/urandom | base64 >>"$PC_HOME/letter"
try submit "$ANNA" "$PC_HOME/letter" "$ANNA" friend@remote.example "smtps://$STATION:465"
succeeded
eventually 60 "the letter" outside_has "The large one"
last_letter >"$PC_HOME/large"
try proven "$PC_HOME/large"
succeeded
says "signature ok"

step "no secret was shown"
no_secret_shown
secret=$(nas grep -oE '"pkcs8": "[^"]{100}' /volume1/@mailstation-data/secrets/dkim.json | head -n 1 | cut -c 60-)
[ ${#secret} -gt 20 ] || fail "the story knows no secret key"
! grep -rqF -e "$secret" "$RESULTS" || fail "the secret key stands in an output or a log"

the_end
