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
# while_asked COMMAND... -- NAME: as fix, but by a person, who is asked and takes the time in which the command happens; then says yes
while_asked() {
    local happens=()
    while [ "$1" != -- ]; do happens+=("$1"); shift; done
    : >"$RESULTS/asked"
    try thinking "$2" "${happens[@]}"
}
thinking() {
    local name=$1; shift
    {
        printf '%s\n' "$NAS_PASSWORD"
        eventually 120 "the question" grep -qF "This will happen" "$RESULTS/asked"
        "$@"
        echo yes
    } | mail_station fix "$name" --password-stdin | tee "$RESULTS/asked"
}
router_leads() { pc upnpc -l | grep -qE "TCP +$1->$2"; } # EXTERNAL PLACE
router_leads_nowhere() { ! router_leads "$1" "[0-9]"; }
daemon_answers() { nas mailstationctl config show >/dev/null 2>&1; }
service() { nas $SERVICE "$1" >/dev/null 2>&1; }
