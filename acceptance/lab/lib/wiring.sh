# shellcheck shell=bash
# Starting and ending the whole network.

up() {
    local mode=${1:-public} begun node
    begun=$(date +%s%3N)
    case $mode in public | cgnat | doublenat) ;; *) die "up public, cgnat or doublenat" ;; esac
    if is_up && [ "$(cat "$LAB/mode")" = "$mode" ]; then
        say "already up ($mode)"
        return
    fi
    down >/dev/null
    write_config "$mode"
    # shellcheck disable=SC2046
    set -- $(nodes_of "$mode")
    for node in "$@"; do
        ip netns add "$(ns "$node")"
        in_net "$node" ip link set lo up
    done
    wire_home
    if [ "$mode" = public ]; then wire_public; else wire_behind_isp "$mode"; fi
    wire_internet
    for node in "$@"; do start_node "$node"; done
    for node in "$@"; do wait_until 30 "node $node" test -e "$LAB/log/$node.ready"; done
    wait_until 20 "the NAS's sshd" tcp_answers nas 192.168.77.10 22
    wait_until 20 "the router's UPnP" tcp_answers router 192.168.77.1 5555
    wait_until 20 "the router's DNS" in_net pc dig +time=1 +tries=1 @192.168.77.1 mail.remote.example
    wait_until 20 "the outside's mail server" tcp_answers inet 44.128.1.25 25
    wait_until 20 "the DDNS provider" tcp_answers inet 44.128.1.80 80
    wait_until 20 "the family's name servers" in_net pc dig +time=1 +tries=1 @192.168.77.1 family.example MX
    wait_until 20 "the relay" tcp_answers inet 44.128.1.87 587
    wait_until 20 "the outside's SSH" tcp_answers inet 44.128.1.22 22
    say "up ($mode) in $(($(date +%s%3N) - begun)) ms"
}

nodes_of() {
    if [ "$1" = public ]; then echo inet router nas pc; else echo inet isp router nas pc; fi
}
is_up() {
    local node
    [ -e "$LAB/mode" ] || return 1
    for node in $(nodes_of "$(cat "$LAB/mode")"); do
        alive "$node" || return 1
    done
}

veth() { # NODE1 INTERFACE1 NODE2 INTERFACE2
    ip link add "$2" netns "$(ns "$1")" type veth peer name "$4" netns "$(ns "$3")"
}
address() { # NODE INTERFACE ADDRESS/LENGTH [GATEWAY]
    in_net "$1" ip addr add "$3" dev "$2"
    in_net "$1" ip link set "$2" up
    [ -z "${4:-}" ] || in_net "$1" ip route add default via "$4"
}

wire_home() {
    local node
    in_net router ip link add br0 type bridge forward_delay 0 mcast_snooping 0
    address router br0 192.168.77.1/24
    for node in nas pc; do
        veth "$node" eth0 router "lan-$node"
        in_net router ip link set "lan-$node" master br0
        in_net router ip link set "lan-$node" up
    done
    in_net nas ip link set eth0 address 00:11:32:aa:bb:cc
    address nas eth0 192.168.77.10/24 192.168.77.1
    address pc eth0 192.168.77.20/24 192.168.77.1
    in_net router sysctl -qw net.ipv4.ip_forward=1
    # LAN traffic over the bridge must not pass the router's netfilter: it would look like hairpin
    in_net router sysctl -qw net.bridge.bridge-nf-call-iptables=0 2>/dev/null || true # no such switch: nothing to turn off
}
wire_public() {
    veth router wan inet eth0
    address router wan 44.128.0.77/24 44.128.0.1
}
wan_address() { case $1 in cgnat) echo 100.64.0.77 ;; doublenat) echo 192.168.1.77 ;; *) echo 44.128.0.77 ;; esac }
wire_behind_isp() {
    local wan net
    wan=$(wan_address "$1")
    net=${wan%.77}
    veth router wan isp lan
    veth isp wan inet eth0
    address router wan "$wan/24" "$net.1"
    address isp lan "$net.1/24"
    address isp wan 44.128.0.99/24 44.128.0.1
    in_net isp sysctl -qw net.ipv4.ip_forward=1
}
wire_internet() {
    local last
    address inet eth0 44.128.0.1/24
    for last in 22 25 26 27 34 35 53 54 57 58 59 80 87 123 124; do
        in_net inet ip addr add "44.128.1.$last/32" dev lo
    done
    # public resolvers that programs know by their address
    in_net inet ip addr add 1.1.1.1/32 dev lo
    in_net inet ip addr add 9.9.9.9/32 dev lo
}

down() {
    local node pid
    for node in "${NODES[@]}"; do
        if alive "$node"; then
            pid=$(pid_of "$node")
            kill -KILL "$pid" 2>/dev/null || true
            wait_until 10 "end of $node" test ! -d "/proc/$pid"
        fi
        has_ns "$node" || continue
        # what was started with "net", and what is left when the state directory was lost
        for pid in $(ip netns pids "$(ns "$node")"); do kill -KILL "$pid" 2>/dev/null || true; done
        wait_until 10 "end of the processes in $node" no_pids "$node"
        ip netns del "$(ns "$node")"
    done
    forget_state
    say "down"
}
no_pids() { [ -z "$(ip netns pids "$(ns "$1")")" ]; }
