# shellcheck shell=bash
# The words of which a story is made. A story is a bash file:
#
#   . "$(dirname "$0")/lib.sh"
#   story "what a person does"
#   step "one part of it"
#   try nas id admin          # runs, keeps what it said
#   succeeded; says administrators
#   the_end
#
# The first thing that is not as expected ends the story: FAIL, what was said, and the network's logs.
set -Eeuo pipefail

STORIES=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
TOP=$(cd "$STORIES/../.." && pwd)
LAB=$TOP/acceptance/lab/lab
RESULTS=${STORY_RESULTS:-$(mktemp -d)}
export LAB_PREFIX=${LAB_PREFIX:-msl-story-$$}
STEP="" STEP_BEGUN=0 TITLE="" SAID="" STATUS=0

# ------------------------------------------------------------------------------------------------ the story's frame
story() {
    TITLE=$1
    echo "STORY $TITLE"
    [ "$(id -u)" = 0 ] || fail "the simulated network needs root"
    trap 'on_error $LINENO "$BASH_COMMAND"' ERR
    trap 'at_exit' EXIT
    "$LAB" up "${LAB_MODE:-public}"
    LAB_STATE=$("$LAB" dir)
    # what the assistant remembers lies in this home, not in that of whoever runs the story
    PC_HOME=$(mktemp -d)
    export PC_HOME
    cd "$PC_HOME"
}
step() {
    passed_step
    STEP=$1
    STEP_BEGUN=$(now)
}
passed_step() { [ -z "$STEP" ] || printf '  PASS %s (%s s)\n' "$STEP" "$(elapsed "$STEP_BEGUN")"; STEP=""; }
the_end() {
    passed_step
    echo "PASS $TITLE"
    trap - ERR
}
note() { printf '       %s\n' "$*"; }

fail() {
    trap - ERR
    printf '  FAIL %s\n       %s\n' "${STEP:-$TITLE}" "$1"
    [ -z "$SAID" ] || printf '       it said (exit %s):\n       | %s\n' "$STATUS" "${SAID//$'\n'/$'\n'       | }"
    echo "FAIL $TITLE"
    exit 1
}
on_error() { fail "line $1: '$2' did not work"; }
at_exit() {
    local status=$?
    trap - ERR EXIT
    [ "$BASHPID" = $$ ] || exit $status # only the story itself takes the network down, not a part of a pipe
    cp -r "${LAB_STATE:-/nonexistent}/log" "$RESULTS/network" 2>/dev/null || true # the network may not have come up
    declare -F collect_logs >/dev/null && { collect_logs "$RESULTS" || true; }
    "$LAB" down >/dev/null || status=1
    rm -rf "${PC_HOME:-}"
    exit $status
}

now() { date +%s%3N; }
elapsed() { awk -v a="$1" -v b="$(now)" 'BEGIN{printf "%.1f", (b - a) / 1000}'; }

# ------------------------------------------------------------------------------------------------ where a command runs
pc() { "$LAB" exec pc env HOME="$PC_HOME" XDG_CONFIG_HOME="$PC_HOME/.config" XDG_DATA_HOME="$PC_HOME/.local/share" LC_ALL=C.UTF-8 "$@"; }
nas() { "$LAB" exec nas "$@"; }
inet() { "$LAB" exec inet "$@"; }

# background COMMAND...: goes on until the network ends, or is killed by $BACKGROUND
background() {
    (
        trap - ERR EXIT
        "$@"
    ) >>"$RESULTS/background.log" 2>&1 &
    # shellcheck disable=SC2034
    BACKGROUND=$!
}

# ------------------------------------------------------------------------------------------------ doing and judging
# try COMMAND...: keeps what it said (both channels) and how it ended; judges nothing
try() {
    STATUS=0
    SAID=$("$@" 2>&1) || STATUS=$?
    { echo "\$ $(hide_secrets "$*")"; echo "$SAID"; echo "[exit $STATUS]"; } >>"$RESULTS/commands.log"
}
# The story's own command lines may hold passwords; what the programs answer is kept as it is.
hide_secrets() {
    local line=$1 secret
    for secret in "${NAS_PASSWORD:-}" "${MAIL_PASSWORD:-}" "${DDNS_PASSWORD:-}"; do [ -z "$secret" ] || line=${line//"$secret"/********}; done
    echo "$line"
}
succeeded() { [ "$STATUS" = 0 ] || fail "it should have worked"; }
# A refusal is a sentence for people, not a stack trace, and not a crash of the shell or the JVM.
refused() {
    [ "$STATUS" != 0 ] || fail "it should have been refused"
    case $STATUS in 126 | 127 | 13[0-9]) fail "it could not run, or crashed" ;; esac
    ! grep -qE '^\s+at [a-z]+\.|Exception' <<<"$SAID" || fail "it shows an exception instead of a sentence"
    [ -n "$SAID" ] || fail "it says nothing"
}
says() {
    local words
    for words in "$@"; do grep -qiF -- "$words" <<<"$SAID" || fail "it should have said '$words'"; done
}
does_not_say() {
    local words
    for words in "$@"; do ! grep -qiF -- "$words" <<<"$SAID" || fail "it should not have said '$words'"; done
}
same() { # WHAT EXPECTED FOUND
    [ "$2" = "$3" ] || fail "$1: expected '$2', found '$3'"
}
# eventually SECONDS WHAT COMMAND...: asks again until the command succeeds
eventually() {
    local seconds=$1 what=$2 end; shift 2
    end=$((SECONDS + seconds))
    while :; do
        try "$@"
        [ "$STATUS" != 0 ] || return 0
        [ "$SECONDS" -lt "$end" ] || fail "$what: not within $seconds s"
        sleep .2
    done
}

# ------------------------------------------------------------------------------------------------ the NAS as it was
# What is on its disk, who listens and what runs, without what a login leaves behind anyway.
nas_picture() {
    "$LAB" changes nas | grep -vE ' up/(var/log|var/lib/sudo|run)(/|$)| up/var/(log|lib)$| home/\.(bash|ash)_history'
    nas ss -Htlnp | awk '{print "listens", $4, $6}' | sed -E 's/,?pid=[0-9]+|,?fd=[0-9]+//g' | sort
    # socat, the lab's own answers to searches, starts a child for every question that passes by
    nas ps -eo user,comm --no-headers | grep -vE ' (ps|bash|sleep|sshd|sudo|sh|nsenter|socat)$' | sort | uniq -c
}
remember_nas() { nas_picture >"$RESULTS/nas-before.txt"; }
nas_is_as_it_was() {
    local changed
    nas_picture >"$RESULTS/nas-after.txt"
    changed=$(diff "$RESULTS/nas-before.txt" "$RESULTS/nas-after.txt" || true)
    [ -z "$changed" ] || { SAID=$changed; fail "the NAS is not as it was"; }
}

# A display in memory; its number, in DISPLAY, is the first that is free
display() {
    Xvfb -displayfd 3 -screen 0 1280x900x24 -nolisten tcp 3>"$RESULTS/display" 2>/dev/null &
    SCREEN=$!
    eventually 10 "a display" test -s "$RESULTS/display"
    DISPLAY=:$(cat "$RESULTS/display")
    export DISPLAY
}
end_display() { [ -z "${SCREEN:-}" ] || kill "$SCREEN" 2>/dev/null || true; }
