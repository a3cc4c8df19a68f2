# shellcheck shell=bash disable=SC2034
# Asking what is wrong, and reading the answer. Uses lib.sh and assistant.sh.

# put_landmarks FILE: instead of the usual places on the Internet, for the NAS, and for the PC while the NAS does not answer
put_landmarks() {
    nas sh -c 'cat >/volume1/@mailstation-data/config/landmarks.properties && chmod 644 /volume1/@mailstation-data/config/landmarks.properties' <"$1"
    mkdir -p "$PC_HOME/.config/mail-station"
    cp "$1" "$PC_HOME/.config/mail-station/landmarks.properties"
}

# look [ARGUMENTS]: from everywhere; the report is then in REPORT, and how long it took in TOOK (ms)
look() {
    local begun
    begun=$(now)
    try asked check --json "$@"
    TOOK=$(($(now) - begun))
    REPORT=$SAID
    [ "$STATUS" = 0 ] || [ "$STATUS" = 1 ] || fail "the check itself failed"
    SAID=$(troubles) # should the story end here, nobody wants to read all of it
}
# look_on_nas [ARGUMENTS]: the same by the daemon's own program
look_on_nas() {
    try nas mailstationctl check --json "$@"
    REPORT=$SAID
    [ "$STATUS" = 0 ] || [ "$STATUS" = 1 ] || fail "the check itself failed"
    SAID=$(troubles) # should the story end here, nobody wants to read all of it
}
report() { python3 -c 'import json, sys
report = json.load(sys.stdin)
'"$1" <<<"$REPORT"; }
# The names of the checks that are to blame, one a line, the worst first
culprits() { report 'for cause in report["diagnosis"]["causes"]: print(cause["root"]["check"])'; }
health() { report 'print(report["diagnosis"]["health"])'; }
# Everything that is not as it should be, with its severity
troubles() { report 'for one in report["findings"]:
    if one["verdict"] not in ("pass", "not-applicable"): print(one["check"], one["verdict"], one["severity"], one["sentence"]["key"])'; }
# blames NAME...: these and nobody else
blames() { same "who is to blame" "$*" "$(culprits | tr '\n' ' ' | sed 's/ $//')"; }
