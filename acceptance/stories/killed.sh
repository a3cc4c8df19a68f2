#!/usr/bin/env bash
# The daemon is killed under load, several times on the same letters, and keeps every promise.
# shellcheck source=SCRIPTDIR/lib.sh
. "$(dirname "$0")/lib.sh"
story "the daemon dies at any moment, and nothing that it acknowledged is lost, doubled or damaged"

java=$("$TOP/acceptance/find-jdk25")/bin/java
program=$(echo "$TOP"/installers/nas/target/program/mailstation-*)
ground=$PC_HOME/ground
mkdir "$ground"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj "/CN=mail.bench.example" \
    -keyout "$ground/key.pem" -out "$ground/certificate.pem" 2>/dev/null

step "SIGKILL at random moments, then every letter, flag and queue entry is looked at"
rounds=${KILL_ROUNDS:-3} seed=${KILL_SEED:-$RANDOM}
note "seed $seed"
try pc "$java" -Xmx512m -cp "$TOP/acceptance/target/classes" org.mailstation.acceptance.crash.Main "$program" "$ground" "$rounds" "$seed"
collect_logs() { cp "$ground"/mailstationd.out "$1"/daemon.log; }
while read -r line; do note "$line"; done <<<"$SAID"
succeeded
same "rounds that were kept" "$rounds" "$(grep -c ': kept$' <<<"$SAID")"

step "whoever looks would miss a letter"
says "a letter that was taken away is missed"

the_end
