#!/usr/bin/env bash
# A configuration that cannot work, and an apply that is interrupted.
# shellcheck source=SCRIPTDIR/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=SCRIPTDIR/assistant.sh
. "$STORIES/assistant.sh"
story "a configuration that cannot work is refused in clear words and the running one stays"
connect_as admin
succeeded
install_daemon
succeeded
station_form >"$PC_HOME/good.toml"

running() { router_answered; nas mailstationctl status | sed -E 's/[0-9]+ MB/N MB/g'; }
# As soon as the daemon has written the next revision it stands still, the assistant's session ends, and the daemon goes on.
# shellcheck disable=SC2016
cut_in_the_middle() {
    nas bash -c '
        before=("$1"/*)
        now=("${before[@]}")
        while [ ${#now[@]} = ${#before[@]} ]; do read -r -t .002 <> <(:) || true; now=("$1"/*); done
        kill -STOP "$2"
        pkill -KILL -f "^sshd: admin"
        sleep 1
        kill -CONT "$2"' cut /volume1/@mailstation-data/config/revisions "$daemon"
}
# with a configuration that must be refused: FILE WORDS...
refuses() {
    local file=$1 before after; shift
    before=$(running || true)
    apply_form "$file"
    refused
    says "$@"
    after=$(running || true)
    same "the station" "$before" "$after"
}

step "port 25 is taken: the program that holds it is named, and nothing is half applied"
background nas socat TCP-LISTEN:25,reuseaddr,fork /dev/null
holder=$BACKGROUND
eventually 5 "the other program" nas sh -c 'ss -Htln sport = :25 | grep .'
apply_form "$PC_HOME/good.toml"
refused
same "exit code" 6 "$STATUS"
says 25 socat
try nas ss -Htln
does_not_say ":993" ":465"
kill "$holder"
nas pkill -x socat
eventually 5 "the end of the other program" nas sh -c '! ss -Htln sport = :25 | grep .'

step "once it is free the same form works"
apply_form "$PC_HOME/good.toml"
succeeded
eventually 10 "port 25" nas sh -c 'ss -Htln sport = :25 | grep .'

step "broken TOML: the line is named"
printf 'host-name = "%s"\ndomains = ["%s"\n\n[[account]]\n' "$STATION" "$STATION" >"$PC_HOME/broken.toml"
refuses "$PC_HOME/broken.toml" "line"

step "an unknown key: it and the one that was meant are named"
sed 's/^host-name/hostname/' "$PC_HOME/good.toml" >"$PC_HOME/unknown.toml"
refuses "$PC_HOME/unknown.toml" "hostname" "host-name"

step "several mistakes are all named at once"
sed -e 's/^domains.*/domains = ["not a domain"]/' -e 's/^name = .*/nickname = "Anna"/' "$PC_HOME/good.toml" >"$PC_HOME/several.toml"
refuses "$PC_HOME/several.toml" "domains" "nickname"

step "a file that is not there"
try asked apply "$PC_HOME/nowhere.toml" --yes
refused
says "nowhere.toml"

step "the connection is lost in the middle of an apply: the daemon ends with the old or the new configuration, whole"
sed 's/^name = .*/name = "Anna Bell"/' "$PC_HOME/good.toml" >"$PC_HOME/second.toml"
daemon=$(nas pgrep -f 'org.mailstation.daemon.Main')
background cut_in_the_middle
apply_form "$PC_HOME/second.toml"
wait "$BACKGROUND"
refused
says "connection" "lost"

step "the same again works"
apply_form "$PC_HOME/second.toml"
succeeded
try nas mailstationctl config show
says 'Anna Bell'
try nas mailstationctl status
says "imaps 993"

the_end
