#!/usr/bin/env bash
# Installing where it cannot work, and being interrupted.
# shellcheck source=SCRIPTDIR/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=SCRIPTDIR/assistant.sh
. "$STORIES/assistant.sh"
story "an installation that cannot work leaves the NAS as it was, and works once the cause is gone"
connect_as admin
succeeded
remember_nas

step "a processor that the package is not made for"
nas sh -c 'mv /usr/bin/uname /usr/bin/uname.real && printf "#!/bin/sh\n[ \"\$*\" = -m ] && echo armv7l || exec uname.real \"\$@\"\n" >/usr/bin/uname && chmod 755 /usr/bin/uname'
install_daemon
refused
says armv7l x86_64
nas mv /usr/bin/uname.real /usr/bin/uname
nas_is_as_it_was

step "no room for the upload"
"$LAB" disk nas 50M
install_daemon
refused
says "not enough room"
nas_is_as_it_was

step "room for the upload, none for the installation"
"$LAB" disk nas 340M
install_daemon
refused
says "not enough room"
"$LAB" disk nas normal
nas_is_as_it_was

step "the disk fills up in the middle of the upload"
background fill_disk_during_upload
install_daemon
refused
says "not enough room"
"$LAB" disk nas normal
nas_is_as_it_was

step "the connection is lost in the middle of the upload"
background nas bash /run/lab/cut-ssh admin 20000000
install_daemon
refused
says "connection" "lost" "try again"
nas_is_as_it_was_but_for_the_upload

step "the same again goes on and succeeds"
install_daemon
succeeded
try nas mailstationctl status
says "not configured"

step "and once more changes nothing"
install_daemon
succeeded

the_end
