#!/usr/bin/env bash
# Signing in: whatever is wrong is said in one sentence, and nothing happens on the NAS.
# shellcheck source=SCRIPTDIR/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=SCRIPTDIR/assistant.sh
. "$STORIES/assistant.sh"
story "a sign-in that must not work ends in a clear sentence and leaves the NAS as it was"
remember_nas

step "a host key that is not the one that was expected"
connect_expecting SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
refused
says "the host key was not confirmed" "$("$LAB" host-key nas)"
nas_is_as_it_was

step "a wrong password"
NAS_PASSWORD=wrong connect_as admin
refused
says "does not accept this name and password"
nas_is_as_it_was

step "a user who may not act as administrator"
connect_as eva
succeeded
install_daemon
refused
says "eva may not act as administrator" "group administrators"
nas_is_as_it_was

step "a host key that changed"
connect_as admin
succeeded
old=$("$LAB" host-key nas)
new=$("$LAB" new-host-key)
[ "$old" != "$new" ] || fail "the lab did not change it"
install_daemon
refused
says "another host key than before" "$new"
nas_is_as_it_was

step "a NAS that is not there"
connect_to 192.168.77.99
refused
says "192.168.77.99"

step "a computer without SSH"
connect_to 192.168.77.1
refused
says "SSH"

no_secret_shown
the_end
