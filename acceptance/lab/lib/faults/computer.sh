# shellcheck shell=bash
# The PC from which the checks are made.

# tunnel NAME PC-ADDRESS SEEN-AS: a way of the PC's own to the Internet that passes the router by; the outside sees the address SEEN-AS
tunnel() {
    local name=$1 net=$2 seen=$3
    ip link add "$name" netns "$(ns pc)" type veth peer name "$name" netns "$(ns inet)"
    undo in_net pc ip link del "$name"
    address inet "$name" "$net.1/24"
    address pc "$name" "$net.2/24"
    in_net inet ip addr add "$seen/32" dev lo
    undo in_net inet ip addr del "$seen/32" dev lo
    in_net inet sysctl -qw net.ipv4.ip_forward=1
    in_net inet nft add table inet "$name"
    in_net inet nft add chain inet "$name" input "{ type nat hook input priority 100; policy accept; }"
    in_net inet nft add chain inet "$name" post "{ type nat hook postrouting priority 100; policy accept; }"
    in_net inet nft add rule inet "$name" input ip saddr "$net.0/24" snat ip to "$seen"
    in_net inet nft add rule inet "$name" post ip saddr "$net.0/24" snat ip to "$seen"
    undo forget_table inet "$name"
}
fault_vpn_on_pc() { # everything but the home's own network goes through it
    tunnel tun0 10.8.0 44.128.2.8
    in_net pc ip route replace default via 10.8.0.1
    undo in_net pc ip route replace default via 192.168.77.1
}
fault_pc_on_hotspot() { # away from home, by a phone
    tunnel wlan0 172.20.10 44.128.2.9
    in_net pc ip link set eth0 down
    in_net pc ip route replace default via 172.20.10.1
    echo "nameserver 1.1.1.1" | (node_exec pc tee /run/resolv.conf) >/dev/null
    undo pc_at_home
}
fault_pc_by_another_line() { # without knowing of it, as by a proxy: what it sees is another line
    tunnel eth9 10.9.0 44.128.2.7
    in_net pc ip route replace default via 10.9.0.1
    undo in_net pc ip route replace default via 192.168.77.1
}
fault_pc_in_guest_network() { # the router lets guests to the NAS's SSH, but not to its mail ports
    in_net router ip addr add 192.168.78.1/24 dev br0
    undo in_net router ip addr del 192.168.78.1/24 dev br0
    drop router through ip saddr 192.168.78.0/24 ip daddr $HOME_NAS tcp dport "{ 25, 465, 993, 587, 143, 110, 995 }"
    in_net pc ip addr flush dev eth0
    in_net pc ip addr add 192.168.78.20/24 dev eth0
    in_net pc ip route replace default via 192.168.78.1
    undo pc_in_home_network
}
pc_in_home_network() {
    in_net pc ip addr flush dev eth0
    in_net pc ip addr add $HOME_PC/24 dev eth0
    in_net pc ip route replace default via 192.168.77.1
}
fault_newer_version() { # lies in the folder that the person points to
    local folder=${PC_HOME:?the PC\'s home}/.config/mail-station/updates
    mkdir -p "$folder"
    : >"$folder/mailstation-99.0.0-linux-x86_64.tar.gz"
    undo rm -rf "$folder"
}
pc_at_home() {
    printf 'nameserver 192.168.77.1\nsearch lan\n' | (node_exec pc tee /run/resolv.conf) >/dev/null
    in_net pc ip link set eth0 up
    in_net pc ip route replace default via 192.168.77.1
}
fault_firewall_on_pc() { drop pc out tcp dport "{ 25, 465, 993, 587, 143, 110, 995 }"; } # as antivirus programs do
