# shellcheck shell=bash
# Changing a running lab.

# hairpin on: NAT loopback for every mapping made so far; off: the router refuses (RST); drop: the router is silent
hairpin() {
    need_node router
    local chain wan external protocol port target
    case ${1:-} in on | off | drop) ;; *) die "hairpin on, off or drop" ;; esac
    for chain in dnat snat drop; do in_net router nft flush chain inet filter "hairpin_$chain"; done
    wan=$(in_net router ip -4 -o addr show wan | awk '{split($4, a, "/"); print a[1]}')
    case $1 in
        drop) in_net router nft add rule inet filter hairpin_drop iifname br0 ip daddr "$wan" tcp dport != 5555 drop ;;
        on)
            mappings | while read -r protocol external target port; do
                in_net router nft add rule inet filter hairpin_dnat iifname br0 ip daddr "$wan" "$protocol" dport "$external" \
                    dnat ip to "$target:$port"
            done
            in_net router nft add rule inet filter hairpin_snat iifname br0 oifname br0 ip saddr 192.168.77.0/24 ct status dnat masquerade
            in_net router sysctl -qw net.ipv4.conf.br0.send_redirects=0
            ;;
    esac
    say "hairpin $1"
}
# nft prints miniupnpd's rules in raw form: protocol 0x6 is TCP, 0x11 UDP
mappings() {
    in_net router nft list chain inet filter prerouting_miniupnpd |
        sed -nE 's/.*@nh,72,8 (0x[0-9a-f]+) th dport ([0-9]+) dnat ip to ([0-9.]+):([0-9]+).*/\1 \2 \3 \4/p' |
        sed 's/^0x6 /tcp /;s/^0x11 /udp /'
}

# Off and on: who keeps the ports forgets them all, and counts its seconds anew.
restart_upnp() {
    need_root
    need_node router
    (node_exec router bash -c "
        pkill -x miniupnpd
        while pgrep -x miniupnpd >/dev/null; do sleep .1; done
        rm -f /run/upnp.leases /run/miniupnpd.pid
        for chain in miniupnpd prerouting_miniupnpd postrouting_miniupnpd; do nft flush chain inet filter \$chain; done
        exec setsid miniupnpd -d -f $CONF/miniupnpd.conf >>$LOG/router-miniupnpd.log 2>&1 </dev/null &")
    wait_until 10 "the router's UPnP" in_net router ss -Hltn sport = :5555
    say "the router keeps its ports anew"
}

# outer-router forwards: the first of two routers leads what comes in on to the second; closed: it keeps it
outer_router() {
    need_node isp
    in_net isp nft add table ip forwards
    in_net isp nft delete table ip forwards
    case ${1:-} in
        closed) ;;
        forwards)
            in_net isp nft add table ip forwards
            in_net isp nft add chain ip forwards pre "{ type nat hook prerouting priority -100; policy accept; }"
            in_net isp nft add rule ip forwards pre iifname wan ip daddr 44.128.0.99 tcp dport "{ 25, 80, 465, 587, 993, 995 }" \
                dnat to 192.168.1.77
            ;;
        *) die "outer-router forwards or closed" ;;
    esac
    say "outer router $1"
}

wan_ip() {
    need_node router
    [[ ${1:-} =~ ^([0-9]+\.){3}[0-9]+$ ]] || die "wan-ip ADDRESS"
    in_net router ip addr flush dev wan
    in_net router ip addr add "$1/24" dev wan
    in_net router ip route replace default via "${1%.*}.1"
    in_net router conntrack -F >/dev/null 2>&1 || true # nothing tracked: nothing to forget
    say "wan is now $1"
}

dns_record() {
    [ $# -eq 3 ] || die "dns NAME TYPE VALUE"
    need_node inet
    printf 'server 44.128.1.53\nzone dyn.example.\nupdate del %s. %s\nupdate add %s. 60 %s %s\nsend\n' "$1" "$2" "$1" "$2" "$3" |
        (node_exec inet knsupdate -y "$(tsig_key)") || die "the name server refused $*"
    say "$1 $2 $3"
}
# ddns answer WORDS: the provider says this from now on (as 911 or badauth); normal: what it should; unlock: ends its locks for abuse;
# overtaken ADDRESS: right after the next update another program tells it this address
ddns() {
    need_node inet
    case ${1:-} in
        answer) shift; echo "$*" | (node_exec inet tee /run/ddns/answer) >/dev/null ;;
        normal) (node_exec inet rm -f /run/ddns/answer) ;;
        unlock) (node_exec inet touch /run/ddns/unlock) ;;
        overtaken) echo "${2:?an address}" | (node_exec inet tee /run/ddns/overtaken) >/dev/null ;;
        *) die "ddns answer WORDS, normal, unlock or overtaken ADDRESS" ;;
    esac
}
tsig_key() {
    awk '/id:/{id=$3} /algorithm:/{algorithm=$2} /secret:/{print algorithm ":" id ":" $2}' "$LAB/conf/inet/tsig.conf"
}

# Another host key, as after a factory reset, or as another computer that took the NAS's address would have
new_host_key() {
    local pid
    need_node nas
    new_keys nas
    pid=$( (node_exec nas cat /run/sshd.pid))
    (node_exec nas kill -HUP "$pid")
    wait_until 10 "the NAS's sshd" tcp_answers nas 192.168.77.10 22
    host_key nas
}

# disk NODE SIZE|normal: the node's disk is the tmpfs below its overlay
disk() {
    [ $# -eq 2 ] || die "disk NODE SIZE|normal"
    need_node "$1"
    [ "$1" != pc ] || die "pc has this computer's disk"
    local attempt
    # a node that writes meanwhile may have used the room before it is taken away
    for attempt in {1..20}; do
        if resize_disk "$1" "$2" 2>/dev/null; then
            say "disk of $1: $2 free"
            return
        fi
    done
    die "the disk of $1 could not be made smaller in $attempt attempts: give it more than $2"
}
resize_disk() {
    local mount=$LAB/nodes/$1/system block total free wanted
    if [ "$2" = normal ]; then
        wanted=$(cat "$LAB/nodes/$1/disk")
    else
        read -r block total free <<<"$(in_mounts_of "$1" stat -f -c '%S %b %f' "$mount")"
        wanted=$(((total - free) * block + $(numfmt --from=iec "$2")))
    fi
    in_mounts_of "$1" mount -o "remount,size=$wanted" "$mount"
}
in_mounts_of() { local node=$1; shift; nsenter -t "$(pid_of "$node")" -m "$@"; }

# cut_ssh [--only-wait] USER BYTES: as soon as a session of that user on the NAS has received so many bytes, it ends, as by a pulled cable
cut_ssh() {
    [ $# -ge 2 ] || die "cut-ssh [--only-wait] USER BYTES"
    need_node nas
    node_exec nas bash /run/lab/bin/lab __cut-ssh "$@"
}
# In the node, as near as possible: a fast line brings many bytes in the time that a command from outside needs
cut_ssh_here() {
    local pid word received end=$((SECONDS + 120)) only_wait=no
    if [ "$1" = --only-wait ]; then only_wait=yes; shift; fi
    while [ "$SECONDS" -lt "$end" ]; do
        for pid in $(pgrep -f "^sshd: $1@"); do
            while read -r word received; do
                if [ "$word" = rchar: ] && [ "$received" -ge "$2" ]; then
                    [ $only_wait = yes ] || kill -KILL "$pid" "$(awk '{print $4}' "/proc/$pid/stat")" 2>/dev/null || true
                    say "received $received bytes"
                    return
                fi
            done <"/proc/$pid/io" 2>/dev/null || true
        done
        sleep .005
    done
    die "no session of $1 received $2 bytes"
}
