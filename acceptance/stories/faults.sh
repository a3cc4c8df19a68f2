#!/usr/bin/env bash
# Some faults of each kind, and whom the check blames; all of them are made by acceptance/faults/run.
# shellcheck source=SCRIPTDIR/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=SCRIPTDIR/assistant.sh
. "$STORIES/assistant.sh"
# shellcheck source=SCRIPTDIR/checks.sh
. "$STORIES/checks.sh"
# shellcheck source=SCRIPTDIR/../faults/station.sh
. "$TOP/acceptance/faults/station.sh"
# shellcheck source=SCRIPTDIR/../faults/rows.sh
. "$TOP/acceptance/faults/rows.sh"
story "one fault of each kind is made, and the check names it and nothing else"

step "a home in good health"
healthy_station public

step "faults of the router, the line, the names, the station and the PC"
judge_rows public no - no-forward provider-blocks-25-in mx-missing spf-twice domain-over certificate-renewed certificate-renewed-without-key \
    daemon-stopped nas-firewall pc-in-guest-network
rows=$(wc -l <"$RESULTS/rows.tsv")
[ "$rows" = 11 ] || fail "$rows faults were made, not 11"
wrong=$(awk -F '\t' '$7 != "yes" {print $2}' "$RESULTS/rows.tsv" | tr '\n' ' ')
[ -z "$wrong" ] || fail "wrong: $wrong"

the_end
