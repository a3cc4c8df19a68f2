#!/bin/sh
# Runs the mail daemon, and again if it crashes: keep-running.sh PREFIX DATA. SIGTERM ends both.
set -u
prefix=$1
data=$2
child=
ending=no
trap 'ending=yes; if [ -n "$child" ]; then kill "$child" 2>/dev/null; fi' TERM INT HUP
while [ $ending = no ]; do
    # console output is for the time before the log is open; the log itself is in $data/logs
    "$prefix/current/bin/mailstationd" --data "$data" &
    child=$!
    wait "$child"
    code=$?
    # a trapped signal ends wait early: the daemon is still closing its store
    while kill -0 "$child" 2>/dev/null; do
        wait "$child"
        code=$?
    done
    child=
    case $code in
        # told to end, wrong arguments, already running, folder or socket unusable, no Java: starting again would not help
        0|2|10|11|12|13) exit "$code" ;;
    esac
    if [ $ending = no ]; then sleep 5 & wait $!; fi
done
