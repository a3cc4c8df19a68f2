# shellcheck shell=bash
# The NAS and the daemon on it.

STATION_CERTIFICATES=/volume1/certificates

fault_nas_firewall() { drop nas in iifname eth0 tcp dport 993; }
fault_nas_firewall_all() { drop nas in iifname eth0 tcp dport "{ 25, 110, 143, 465, 587, 993, 995 }"; }
fault_daemon_stopped() {
    service stop
    undo start_daemon
}
start_daemon() {
    service start
    wait_until 30 "the daemon" daemon_answers
    station_asks_router
}
fault_listener_dead() { # the socket is gone, the daemon goes on
    undo restart_daemon
    on nas ss -K state listening sport = :993
}
fault_port_taken() { # another program was faster after a restart
    service stop
    undo restart_daemon
    undo on nas pkill -f TCP4-LISTEN:143
    (node_exec nas bash -c 'exec -a dovecot setsid socat TCP4-LISTEN:143,reuseaddr,fork SYSTEM:"echo \"* OK Other server ready\"; cat >/dev/null" 8>&- >/dev/null 2>&1 </dev/null &')
    wait_until 5 "the other program" in_net nas ss -Hltn sport = :143
    service start
    wait_until 30 "the daemon" daemon_answers
}
fault_nas_asleep() {
    in_net nas ip link set eth0 down
    undo nas_awake
}
nas_awake() {
    in_net nas ip link set eth0 up
    in_net nas ip route replace default via 192.168.77.1
    wait_until 10 "the NAS" tcp_answers pc 192.168.77.10 22
}
fault_host_key_changed() {
    mkdir -p "$LAB/old-keys"
    cp -p "$LAB"/conf/nas/ssh_host_* "$LAB/old-keys/"
    undo host_key_again
    new_host_key >/dev/null
}
host_key_again() {
    cp -p "$LAB"/old-keys/ssh_host_* "$LAB/conf/nas/"
    (node_exec nas sh -c 'kill -HUP "$(cat /run/sshd.pid)"')
    wait_until 10 "the NAS's sshd" tcp_answers nas 192.168.77.10 22
}
fault_disk_full() {
    undo disk nas normal
    disk nas 60M
}
fault_clock_off() { # whom the NAS asks for the time says that it is ten minutes later than the NAS thinks
    in_net router nft add table inet wrongtime
    in_net router nft add chain inet wrongtime prerouting "{ type nat hook prerouting priority -103; policy accept; }"
    in_net router nft add rule inet wrongtime prerouting ip saddr $HOME_NAS udp dport 123 dnat ip to 44.128.1.124
    undo forget_table router wrongtime
}
STATION_QUEUE=/volume1/@mailstation-data/queue/outgoing
fault_queue_stuck() { # a letter waits since yesterday for a server that never answers
    drop inet in iifname eth0 ip daddr 44.128.1.25 tcp dport 25
    undo empty_queue
    (node_exec pc python3 - 192.168.77.10) <<'P' >/dev/null
import smtplib, ssl, sys
station = smtplib.SMTP_SSL(sys.argv[1], 465, context=ssl._create_unverified_context(), timeout=10)
station.login("anna@family.example", "correct horse 9 battery")
station.sendmail("anna@family.example", ["friend@remote.example"], "From: anna@family.example\r\nSubject: stuck\r\n\r\nhello\r\n")
P
    wait_until 10 "the letter in the queue" on nas sh -c "ls $STATION_QUEUE/*.json"
    service stop
    # the moment when it was accepted, in milliseconds
    on nas sh -c "sed -i -E 's/\b[0-9]{13}\b/$(date -d yesterday +%s)000/g' $STATION_QUEUE/*.json"
    start_daemon
}
empty_queue() {
    service stop
    on nas sh -c "rm -f $STATION_QUEUE/*"
    start_daemon
}

fault_open_relay() { # another program's mail server has been put before port 25 of the NAS, and takes everything from everybody
    undo on nas pkill -f open-relay
    (node_exec nas bash -c 'exec setsid python3 /run/lab/conf/open-relay 2525 8>&- >/dev/null 2>&1 </dev/null &')
    wait_until 5 "the open relay" in_net nas ss -Hltn sport = :2525
    in_net nas nft add table inet before25
    undo forget_table nas before25
    in_net nas nft add chain inet before25 in "{ type nat hook prerouting priority -100; policy accept; }"
    in_net nas nft add chain inet before25 out "{ type nat hook output priority -100; policy accept; }"
    in_net nas nft add rule inet before25 in tcp dport 25 redirect to :2525
    in_net nas nft add rule inet before25 out ip daddr 192.168.77.10 tcp dport 25 redirect to :2525
}

# station_certificate NAME FROM DAYS: for the station's own key, in the files that its settings name. FROM as "-40 days"
station_certificate() {
    local dir=$LAB/ca from until
    mkdir -p "$dir"
    [ -e "$dir/ca.pem" ] || openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 400 -subj "/CN=Lab CA" \
        -keyout "$dir/ca.key" -out "$dir/ca.pem" 2>/dev/null
    [ -e "$dir/key.pem" ] || openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:prime256v1 -out "$dir/key.pem" 2>/dev/null
    from=$(date -u -d "$2" +%y%m%d%H%M%SZ)
    until=$(date -u -d "$2 +$3 days" +%y%m%d%H%M%SZ)
    : >"$dir/index.txt"
    printf '[ca]\ndefault_ca=c\n[c]\ndatabase=%s/index.txt\nnew_certs_dir=%s\nrand_serial=yes\ndefault_md=sha256\npolicy=p\nx509_extensions=x\n[p]\ncommonName=supplied\n[x]\nsubjectAltName=DNS:%s\nbasicConstraints=CA:FALSE\n' \
        "$dir" "$dir" "$1" >"$dir/ca.conf"
    openssl req -new -key "$dir/key.pem" -subj "/CN=$1" -out "$dir/request.pem" 2>/dev/null
    openssl ca -batch -config "$dir/ca.conf" -cert "$dir/ca.pem" -keyfile "$dir/ca.key" -in "$dir/request.pem" -notext \
        -startdate "$from" -enddate "$until" -out "$dir/certificate.pem" >/dev/null 2>&1 || die "no certificate for $1"
    cat "$dir/certificate.pem" "$dir/ca.pem" | (node_exec nas sh -c "umask 022; mkdir -p $STATION_CERTIFICATES; cat >$STATION_CERTIFICATES/certificate.pem")
    (node_exec nas sh -c "umask 022; cat >$STATION_CERTIFICATES/key.pem") <"$dir/key.pem"
}
good_certificate() { station_certificate myhome.dyn.example "-1 day" 90; }
certificate_again() {
    good_certificate
    restart_daemon
}
fault_certificate_expired() {
    undo certificate_again
    station_certificate myhome.dyn.example "-40 days" 30
    restart_daemon
}
fault_certificate_wrong_name() {
    undo certificate_again
    station_certificate www.family.example "-1 day" 90
    restart_daemon
}
fault_certificate_renewed() { # the one in use ends soon, a new one has just been put there: the station takes it by itself
    undo certificate_again
    station_certificate myhome.dyn.example "-80 days" 85
    restart_daemon
    good_certificate
}
fault_certificate_renewed_without_key() { # the new certificate belongs to a key that was not put there
    undo certificate_again
    (node_exec nas sh -c "umask 022; openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 90 -subj /CN=myhome.dyn.example \
        -addext subjectAltName=DNS:myhome.dyn.example -keyout /dev/null -out $STATION_CERTIFICATES/certificate.pem && touch -d '1 minute ago' $STATION_CERTIFICATES/*") 2>/dev/null
}
fault_certificate_renewed_too_old() { # what renews it has put a certificate there that has expired
    undo certificate_again
    station_certificate myhome.dyn.example "-40 days" 30
    on nas sh -c "touch -d '1 minute ago' $STATION_CERTIFICATES/*"
}
fault_relay_wrong_password() {
    undo relay_secret Relay-Passw0rd
    relay_secret not-the-password
}
relay_secret() { echo "$1" | (node_exec nas mailstationctl secret put relay) >/dev/null; }
fault_relay_down() { drop inet in ip daddr 44.128.1.87 tcp dport 587; }
