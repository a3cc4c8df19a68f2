# shellcheck shell=bash
# The rows of faults.tsv, one after the other, on a station that runs already. Uses the stories' lib.sh and station.sh.

TABLE=$TOP/acceptance/faults/faults.tsv
SENTENCES=$TOP/shared-model/src/main/resources/org/mailstation/text/messages.properties

# rows KIND[:SHARE:SHARES] QUICK [NAME...]: those that are wanted; a name is that of a row's first column of faults, with + between two
rows() {
    local kind share shares quick=$2
    IFS=: read -r kind share shares <<<"$1"
    shift 2
    awk -F '\t' -v kind="$kind" -v share="${share:-1}" -v shares="${shares:-1}" -v quick="$quick" -v names=" $* " '
        /^#/ || $1 != kind {next}
        quick == "yes" && $4 != "q" {next}
        {name = $2; gsub(" ", "+", name)}
        names ~ /[a-z-]/ && index(names, " " name " ") == 0 {next}
        ++count % shares == share % shares {print}' "$TABLE"
}

# judge_rows KIND[:SHARE:SHARES] QUICK [NAME...]: one line each, and in $RESULTS/rows.tsv what the page is made of:
# kind, faults, in words, sentence, expected, named, right, seconds of the check, untold
judge_rows() {
    local kind faults expected words
    : >"$RESULTS/rows.tsv"
    while IFS=$'\t' read -r kind faults expected _ words <&3; do
        judge_row "$kind" "$faults" "$expected" "$words"
    done 3< <(rows "$@")
}

judge_row() { # KIND FAULTS EXPECTED WORDS
    local kind=$1 faults=$2 expected=$3 words=$4 made=yes begun seconds right=no health named sentence untold bad
    # shellcheck disable=SC2086
    [ "$faults" = - ] || "$LAB" fault $faults >>"$RESULTS/lab.log" 2>&1 || { made=no; note "$faults could not be made"; }
    router_asked
    begun=$(now)
    check "${faults// /+}"
    seconds=$(elapsed "$begun")
    { read -r health; read -r named; read -r sentence; read -r untold; read -r bad; } < <("$TOP/acceptance/faults/judge" "$SENTENCES" <"$RESULTS/${faults// /+}.json" 2>>"$RESULTS/lab.log" ||
        printf '%s\n' - "no answer" "$(tail -n 1 "$RESULTS/${faults// /+}.err")" - -)
    # a home in which nothing is wrong must also be called so: nothing above an information
    if [ $made = yes ] && same_checks "$named" "$expected" && { [ "$expected" != - ] || [ "$health $bad" = "fine -" ]; }; then right=yes; fi
    printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$kind" "$faults" "$words" "${sentence:--}" "$expected" "$named" $right "$seconds" "$untold" >>"$RESULTS/rows.tsv"
    printf '  %s %s: %s (%s s)\n' "$([ $right = yes ] && echo right || echo WRONG)" "$faults" "$sentence" "$seconds"
    [ $right = yes ] || printf '       expected %s, named %s, untold %s, above information %s, %s\n' "$expected" "$named" "$untold" "$bad" "$health"
    [ $right = no ] || "$TOP/acceptance/faults/first" row "$kind" "$faults" "$words" <"$RESULTS/${faults// /+}.json" >>"$RESULTS/first.jsonl" 2>>"$RESULTS/lab.log" || true
    [ "$faults" = - ] || "$LAB" heal >>"$RESULTS/lab.log" 2>&1 || true
}
same_checks() { [ "$(tr , '\n' <<<"$1" | sort)" = "$(tr , '\n' <<<"$2" | sort)" ]; }

# A fault may start the daemon anew, which then asks the router: whoever looks before the answer is there sees less than there is to see.
router_asked() {
    local turn
    for turn in {1..50}; do
        nas mailstationctl status 2>/dev/null | grep -qF "is being asked" || return 0
        sleep .2
    done
    note "the router had not answered after $((turn / 5)) s"
}

check() { # NAME: keeps the answer
    printf '%s\n' "$NAS_PASSWORD" | mail_station check --json --password-stdin >"$RESULTS/$1.json" 2>"$RESULTS/$1.err" || true
}
