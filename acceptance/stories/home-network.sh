#!/usr/bin/env bash
# What the other stories rely on.
# shellcheck source=SCRIPTDIR/lib.sh
. "$(dirname "$0")/lib.sh"
story "the simulated home network behaves as real ones do"

ssh_nas() { # USER COMMAND
    pc sshpass -p Lab-Passw0rd ssh -q -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null "$1@192.168.77.10" "$2"
}
as_root='echo Lab-Passw0rd | sudo -S -p "" id -u'

step "the NAS lets its administrator in, who becomes root with a password"
try ssh_nas admin "$as_root"
succeeded
same "user" 0 "$SAID"

step "somebody who is no administrator does not become root"
try ssh_nas eva "$as_root"
refused
says "not in the sudoers file"

step "the NAS has no SFTP, no Java, and nothing of this computer's homes"
try pc sshpass -p Lab-Passw0rd sftp -q -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -b /dev/null admin@192.168.77.10
refused
try nas sh -c 'command -v java || ls /root | grep .'
[ "$STATUS" != 0 ] || fail "something shows through"
same "what shows through" "" "$SAID"

step "what is written on the NAS is on the NAS only, and is noticed"
remember_nas
nas_is_as_it_was
nas sh -c 'echo 1 >/opt/mark'
[ ! -e /opt/mark ] || fail "it reached this computer"
[ "$(nas_picture | diff "$RESULTS/nas-before.txt" - | grep -c /opt/mark)" = 2 ] || fail "the new file was not noticed"
nas rm /opt/mark
nas_is_as_it_was

step "its disk can be full"
"$LAB" disk nas 4M
try nas dd if=/dev/zero of=/opt/big bs=1M count=5
refused
says "No space left"
nas rm /opt/big
"$LAB" disk nas normal

step "the router maps a port for the NAS that asks, not for the PC"
try nas upnpc -a 192.168.77.10 2525 25 tcp
succeeded
says "is redirected to internal 192.168.77.10:2525"
try pc upnpc -a 192.168.77.10 26 26 tcp
says "failed with code 718"

step "the outside reaches the NAS through it, with its own address"
# shellcheck disable=SC2016
background nas socat TCP-LISTEN:2525,reuseaddr,fork SYSTEM:'echo you are $SOCAT_PEERADDR'
eventually 5 "an answer from the NAS" inet timeout 2 bash -c 'cat </dev/tcp/44.128.0.77/25'
says "you are 44.128."

step "a DDNS update is seen at once"
"$LAB" dns myhome.dyn.example A 44.128.0.77
try pc dig +short A myhome.dyn.example
same "address" 44.128.0.77 "$SAID"
try inet dig +short MX myhome.dyn.example
same "mail exchanger" "10 myhome.dyn.example." "$SAID"

step "the outside's mail server takes letters for its people and for nobody else"
try nas swaks --server mail.remote.example --helo nas.myhome.dyn.example --from anna@myhome.dyn.example --to friend@remote.example --body 'good morning'
succeeded
eventually 5 "the letter" inet grep -q 'good morning' /var/mail/friend
try nas swaks --server mail.remote.example --helo nas.myhome.dyn.example --from anna@myhome.dyn.example --to someone@elsewhere.example
refused
says "Relay access denied"

step "the NAS is seen on the home's network by its name"
eventually 10 "the announcement" pc avahi-browse -trp _http._tcp
says "DiskStation.local;192.168.77.10;5000" "vendor=Synology"

the_end
