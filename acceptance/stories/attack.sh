#!/usr/bin/env bash
# Attackers on the Internet, with the programs that they have: nobody relays, smuggles, listens or guesses, and the family goes on.
# shellcheck source=SCRIPTDIR/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=SCRIPTDIR/assistant.sh
. "$STORIES/assistant.sh"
# shellcheck source=SCRIPTDIR/mail.sh
. "$STORIES/mail.sh"
story "attackers on the Internet come to nothing, and the family goes on"

GUESSER=44.128.2.30
HARVESTER=44.128.2.31
OUTSIDE=44.128.0.77 # as the Internet sees the home
attack() { "$LAB" net inet python3 "$STORIES/attack.py" "$@"; }
at_home() { pc python3 "$STORIES/attack.py" "$@"; }
# from_outside [swaks options]: a letter from another server
from_outside() { inet swaks --server "$STATION" --helo mail.remote.example --from a@remote.example "$@"; }
# as_anna [swaks options]: by submission, with her login; the password goes by standard input
as_anna() { printf '%s\n' "$MAIL_PASSWORD" | pc swaks --server "$NAS" --port 465 --tls-on-connect --auth PLAIN --auth-user "$ANNA" --protect-prompt "$@"; }

step "a station is set up, open to the Internet"
"$LAB" dns "$STATION" A 44.128.0.77
{
    station_form
    printf '\n[incoming]\ngreylisting = false\n'
} | set_up_station
fetch_certificate "$PC_HOME/certificate.pem"
CERTIFICATE=$PC_HOME/certificate.pem
printf '%s\n' "$MAIL_PASSWORD" >"$PC_HOME/password"
inet ip addr add $GUESSER/32 dev lo
inet ip addr add $HARVESTER/32 dev lo
open_outside() { inet sh -c "swaks --server '$STATION' --quit-after CONNECT >/dev/null && socat -T 2 /dev/null 'TCP:$STATION:993,connect-timeout=2'"; }
eventually 40 "the ports at the router" open_outside
background attack guess $OUTSIDE $GUESSER "$ANNA" 66

step "nobody relays, however the recipient is written"
for to in other@remote.example "other%remote.example@$STATION" "\"other@remote.example\"@$STATION" "@$STATION:other@remote.example" \
    "remote.example!other" 'other@[44.128.1.25]' "$ANNA@remote.example" "other@remote.example."; do
    try from_outside --to "$to" --quit-after RCPT
    refused
    does_not_say "250 2.1.5"
done
try inet nmap -Pn -n -p 25 --script smtp-open-relay --script-args "smtp-open-relay.domain=remote.example,smtp-open-relay.ip=44.128.0.77" "$STATION"
succeeded
says "25/tcp open"
does_not_say "Server is an open relay"

step "nobody sends in Anna's name, and Anna not in another's"
try inet swaks --server "$STATION" --port 465 --tls-on-connect --helo x --from "$ANNA" --to "$ANNA" --quit-after RCPT
refused
says "530"
try as_anna --from friend@remote.example --to friend@remote.example
refused
says "550 5.7.1"
try as_anna --from "$ANNA" --to friend@remote.example --header "From: friend@remote.example"
refused
says "550 5.7.1"

step "no login in clear, on no port"
try pc swaks --server "$NAS" --port 587 --auth PLAIN --auth-user "$ANNA" --auth-password x --quit-after AUTH
refused
try at_home clear "$NAS" "$ANNA" 143 110
succeeded
says "STLS"

step "what is put behind STARTTLS is not heard"
for kind in smtp:587 imap:143 pop3:110; do
    try at_home injected "$NAS" "${kind#*:}" "${kind%:*}"
    succeeded
done

step "nothing is smuggled, and half a letter is none"
try attack smuggle $OUTSIDE 25 "$ANNA"
succeeded
try attack aborted $OUTSIDE 25 "$ANNA"
succeeded
for ((i = 0; i < 60; i++)); do echo "Received: from a by b"; done >"$PC_HOME/loop"
printf 'Subject: loop\n\nx\n' >>"$PC_HOME/loop"
try from_outside --to "$ANNA" --data - <"$PC_HOME/loop"
refused
says "5.4.6"
try mail_program "$ANNA" "imaps://$STATION/INBOX" -X "SEARCH OR SUBJECT smuggled SUBJECT aborted"
succeeded
same "letters" "* SEARCH" "$(tr -d '\r' <<<"$SAID" | sed 's/ *$//')"

step "strangers say what they like and get nothing"
try attack said $OUTSIDE 25 clear 'GET / HTTP/1.1\r\nEHLO x\r\nMAIL FROM:<>\r\n' 554
succeeded
try attack said $OUTSIDE 25 clear 'EHLO x\r\nXCLIENT ADDR=127.0.0.1\r\nQUIT\r\n' "500"
succeeded
try attack said $OUTSIDE 25 clear 'EHLO x\r\nETRN remote.example\r\nEXPN anna\r\nQUIT\r\n' "502"
succeeded
try attack said $OUTSIDE 993 tls 'a LOGIN {2000000000}\r\n' "BYE"
succeeded
try attack said $OUTSIDE 993 tls 'a LOGIN {99999999999999999999+}\r\n' "BYE"
succeeded

step "old TLS and weak ciphers are refused"
for how in "-tls1_1" "-tls1_2 -cipher AES128-SHA" "-tls1_2 -cipher ECDHE-RSA-AES128-SHA" "-tls1_2 -cipher ECDHE-ECDSA-AES256-SHA"; do
    # shellcheck disable=SC2086
    try inet openssl s_client -connect "$STATION:993" $how -brief
    [ "$STATUS" != 0 ] || fail "$how was taken"
done
try inet sh -c "openssl s_client -connect '$STATION:993' -tls1_2 -brief </dev/null"
succeeded

step "who tries out addresses is sent away, and can be let in again"
try attack harvest $OUTSIDE 25 $HARVESTER "$STATION"
succeeded
says "sent away: 421"
try nas mailstationctl bans
succeeded
says "$HARVESTER cannot bring letters until"
try nas mailstationctl bans lift $HARVESTER
succeeded
try inet swaks --server "$STATION" --local-interface $HARVESTER --quit-after CONNECT
succeeded

step "who guesses passwords is shut out over all protocols, and Anna is not"
wait "$BACKGROUND" || fail "somebody was let in: $(tail -n 3 "$RESULTS/background.log")"
guesser_is_out() { nas mailstationctl bans | grep -F "$GUESSER cannot sign in until"; }
eventually 20 "the ban" guesser_is_out
tested=$(nas mailstationctl metrics | awk '/^mailstation_logins_total.result="failed"/ {print $2}')
note "wrong passwords that were looked at in 66 s: $tested"
[ "$tested" -le 13 ] || fail "too many guesses were looked at: $tested"
try attack login $OUTSIDE $GUESSER "$ANNA" "$PC_HOME/password"
[ "$STATUS" = 1 ] || fail "the guesser was let in"
try at_home login "$NAS" "" "$ANNA" "$PC_HOME/password"
succeeded
try attack login $OUTSIDE "" "$ANNA" "$PC_HOME/password"
succeeded
try nas mailstationctl metrics
succeeded
says 'mailstation_bans{reason="logins"} 1' 'mailstation_logins_total{result="held_back"}'
printf '%s\n' "$SAID" >"$PC_HOME/metrics"
try promtool check metrics <"$PC_HOME/metrics"
succeeded
same "what promtool finds" "" "$SAID"

no_secret_shown
the_end
