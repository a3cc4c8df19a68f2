#!/usr/bin/env bash
# Faults of all kinds, and whom the check blames: the quick part of acceptance/faults/run.
# shellcheck source=SCRIPTDIR/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=SCRIPTDIR/assistant.sh
. "$STORIES/assistant.sh"
# shellcheck source=SCRIPTDIR/../faults/station.sh
. "$TOP/acceptance/faults/station.sh"
# shellcheck source=SCRIPTDIR/../faults/rows.sh
. "$TOP/acceptance/faults/rows.sh"
story "whatever goes wrong, the check names the culprit, and nobody where nothing is wrong"

for kind in public cgnat doublenat; do
    step "a home of the kind $kind"
    "$LAB" down >/dev/null
    rm -rf "$PC_HOME/.config" "$PC_HOME/.local"
    healthy_station $kind
    judge_rows $kind yes
    mv "$RESULTS/rows.tsv" "$RESULTS/$kind.tsv"
    SAID=$(awk -F '\t' '$7 != "yes" {print $2 ": expected " $5 ", named " $6}' "$RESULTS/$kind.tsv")
    [ -z "$SAID" ] || fail "the wrong one is named"
done

the_end
