#!/usr/bin/env bash
# A mail program is told how to use a mailbox: in words, by files, and over the web where the owner opens it.
# shellcheck source=SCRIPTDIR/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=SCRIPTDIR/assistant.sh
. "$STORIES/assistant.sh"
story "mail programs find their settings"

web() { pc curl -sS --max-time 20 --cacert "$PC_HOME/certificate.pem" --connect-to "$STATION:8943:$NAS:8943" "$@"; }
# the value behind a key of Apple's profile, read by Python's plistlib
profile_says() { python3 -c 'import plistlib, sys; print(plistlib.loads(sys.stdin.buffer.read())["PayloadContent"][0][sys.argv[1]])' "$1"; }
# the text of the first element of that name below the first one of the other name
xml_says() { # OUTER INNER
    python3 -c '
import sys, xml.etree.ElementTree as tree
def named(element, name): return next(one for one in element.iter() if one.tag.rpartition("}")[2] == name)
print(named(named(tree.parse(sys.stdin).getroot(), sys.argv[1]), sys.argv[2]).text)' "$@"
}

step "a station whose owner has opened nothing"
"$LAB" dns "$STATION" A 44.128.0.77
set_up_station < <(station_form)
fetch_certificate "$PC_HOME/certificate.pem"
try web "https://$STATION:8943/mail/config-v1.1.xml"
refused

step "its owner gets words and files"
try nas mailstationctl client "$ANNA"
succeeded
says "Incoming (IMAP): server $STATION, port 993" "Outgoing (SMTP): server $STATION, port 465" "User name: $ANNA"
same "Thunderbird" 993 "$(nas mailstationctl client "$ANNA" --autoconfig | xml_says incomingServer port)"
same "Outlook" "$ANNA" "$(nas mailstationctl client "$ANNA" --autodiscover | xml_says Protocol LoginName)"
nas mailstationctl client "$ANNA" --mobileconfig >"$PC_HOME/anna.mobileconfig" 2>"$PC_HOME/unsigned"
same "Apple" "$STATION" "$(profile_says IncomingMailServerHostName <"$PC_HOME/anna.mobileconfig")"
same "Apple" EmailTypePOP "$(nas mailstationctl client "$ANNA" --mobileconfig --pop3 2>/dev/null | profile_says EmailAccountType)"
grep -q "not signed" "$PC_HOME/unsigned" || fail "it should say that the profile is not signed"
try nas mailstationctl client "nobody@$STATION"
refused

step "somebody whom the NAS knows gets a mailbox by her name, and a password of its own"
try nas mailstationctl users
succeeded
says "eva"
! grep -qE "^(root|admin|mailstation|nobody|sshd)" <<<"$SAID" || fail "users of programs are no people"
try nas mailstationctl account add --from-nas eva
succeeded
says "account passwd eva@"
eva=$(grep -o 'passwd eva@.*' <<<"$SAID" | cut -d' ' -f2)
echo "eight small blue geese" | nas mailstationctl account passwd "$eva" --password-stdin
same "Thunderbird" 993 "$(nas mailstationctl client "$eva" --autoconfig | xml_says incomingServer port)"
nas mailstationctl config show >"$PC_HOME/station.toml"

step "a program on a slow line compresses what it says and hears"
try pc python3 "$STORIES/compress.py" "$NAS" "$PC_HOME/certificate.pem" "$STATION" "$ANNA" <<<"$MAIL_PASSWORD"
succeeded
says "10 letters came back as they were"

step "opened, the settings come over the web, with the station's own certificate"
sed -i 's/^serve = false$/serve = true/' "$PC_HOME/station.toml"
apply_form "$PC_HOME/station.toml"
succeeded
eventually 10 "the page" web -f "https://$STATION:8943/mail/config-v1.1.xml?emailaddress=$ANNA"
same "Thunderbird" "$STATION" "$(web "https://$STATION:8943/.well-known/autoconfig/mail/config-v1.1.xml" | xml_says outgoingServer hostname)"
same "Outlook" 993 "$(web -X POST --data "<A><EMailAddress>$ANNA</EMailAddress></A>" "https://$STATION:8943/Autodiscover/Autodiscover.xml" |
    xml_says Protocol Port)"
same "Apple" "$ANNA" "$(web "https://$STATION:8943/mobileconfig?email=$ANNA" | profile_says EmailAddress)"

step "who guesses learns nothing, and who tricks is refused"
same "a stranger" 200 "$(web -o /dev/null -w '%{http_code}' "https://$STATION:8943/mobileconfig?email=nobody@$STATION")"
same "another domain" 404 "$(web -o /dev/null -w '%{http_code}' "https://$STATION:8943/mobileconfig?email=x@elsewhere.example")"
same "an entity" 400 "$(web -o /dev/null -w '%{http_code}' --data '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a><EMailAddress>&x;</EMailAddress></a>' \
    "https://$STATION:8943/autodiscover/autodiscover.xml")"
try pc curl -sS --max-time 5 "http://$NAS:8943/mail/config-v1.1.xml"
does_not_say "clientConfig"

step "the records that programs look for are proposed"
try nas mailstationctl records --zone
says "autoconfig.$STATION" "_autodiscover._tcp.$STATION"
no_secret_shown

the_end
