#!/usr/bin/env bash
# Installing where it cannot work, and being interrupted.
# shellcheck source=SCRIPTDIR/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=SCRIPTDIR/assistant.sh
. "$STORIES/assistant.sh"
story "an installation that cannot work leaves the NAS as it was, and works once the cause is gone"
# Somebody else copies films to the NAS meanwhile.
eat_the_disk() {
    "$LAB" cut-ssh --only-wait admin 3000000
    "$LAB" disk nas 8M
}
# What the next attempt goes on with is no damage.
all_but_the_upload() {
    nas_picture | grep -vE '/\.mail-station-[0-9a-f]+(/|$)' | diff <(grep -vE '/\.mail-station-[0-9a-f]+(/|$)' "$RESULTS/nas-before.txt") - ||
        fail "the NAS is not as it was"
}
connect_as admin
succeeded

step "a processor that the package is not made for"
nas sh -c 'mv /usr/bin/uname /usr/bin/uname.real && printf "#!/bin/sh\n[ \"\$*\" = -m ] && echo armv7l || exec uname.real \"\$@\"\n" >/usr/bin/uname && chmod 755 /usr/bin/uname'
remember_nas
install_daemon
refused
says armv7l x86_64
nas_is_as_it_was
nas mv /usr/bin/uname.real /usr/bin/uname
remember_nas

step "no room for the upload"
"$LAB" disk nas 50M
install_daemon
refused
says "not enough room"
nas_is_as_it_was

step "room for the upload, none for the installation"
# The assistant wants four times the package's size before it begins; the NAS's own installer wants more.
package=$(echo "$TOP"/installers/nas/target/mailstation-*-linux-x86_64.tar.gz)
"$LAB" disk nas $((4 * $(stat -c %s "$package") + 8000000))
install_daemon
refused
says "not enough room"
"$LAB" disk nas normal
nas_is_as_it_was

step "the disk fills up in the middle of the upload"
background eat_the_disk
install_daemon
refused
says "not enough room"
"$LAB" disk nas normal
nas_is_as_it_was

step "the connection is lost in the middle of the upload"
background "$LAB" cut-ssh admin 20000000
install_daemon
refused
says "connection" "lost" "try again"
all_but_the_upload

step "the same again goes on and succeeds"
install_daemon
succeeded
try nas mailstationctl status
says "not configured"

step "and once more changes nothing"
install_daemon
succeeded

the_end
