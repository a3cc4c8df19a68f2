# shellcheck shell=bash
# Mending what was found by the command, which does what the button of the window does. Uses lib.sh, assistant.sh and checks.sh.

fix() { try asked fix "$@" --yes; }
# mends NAME: the command finds the fault and mends it, and another look, by another program, does not find it any more
mends() {
    fix "$1"
    same "exit" 0 "$STATUS"
    says "This will happen" "Mended" "before:" "after:"
    look_on_nas --only "$1"
    same "what is found afterwards" "" "$(troubles)"
}
daemon_answers() { nas mailstationctl config show >/dev/null 2>&1; }
service() { nas $SERVICE "$1" >/dev/null 2>&1; }
