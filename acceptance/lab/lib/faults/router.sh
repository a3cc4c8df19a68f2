# shellcheck shell=bash
# The router and what it does with the station's ports.

HOME_NAS=192.168.77.10
HOME_PC=192.168.77.20
# named, so that nobody has to search for it
ROUTER_PAGE=http://192.168.77.1:5555/rootDesc.xml

# forward_by_hand EXTERNAL ADDRESS PORT: as somebody enters it on the router's page; UPnP does not list it
forward_by_hand() {
    in_net router nft add table inet byhand
    in_net router nft add chain inet byhand prerouting "{ type nat hook prerouting priority -101; policy accept; }"
    # before the router's own filter, whose chain drops what is not mapped
    in_net router nft add chain inet byhand forward "{ type filter hook forward priority -1; policy accept; }"
    in_net router nft add rule inet byhand prerouting iifname wan tcp dport "$1" dnat ip to "$2:$3"
    in_net router nft insert rule inet filter forward iifname wan ct status dnat accept comment '"byhand"'
    undo forget_forward_by_hand
}
forget_forward_by_hand() {
    local handle
    forget_table router byhand
    for handle in $(in_net router nft -a list chain inet filter forward | sed -nE 's/.*comment "byhand" # handle ([0-9]+)$/\1/p'); do
        in_net router nft delete rule inet filter forward handle "$handle"
    done
    in_net router conntrack -F >/dev/null 2>&1 || true
}

upnp_off() {
    on router bash -c 'pkill -x miniupnpd; while pgrep -x miniupnpd >/dev/null; do sleep .05; done
        for chain in miniupnpd prerouting_miniupnpd postrouting_miniupnpd; do nft flush chain inet filter $chain; done'
    undo upnp_on
}
upnp_on() {
    restart_upnp
    ctl forward --again || true
}
# The station has found out that the router does not answer
station_asks_router() { ctl forward --again 2>/dev/null || true; }

fault_router_without_upnp() { # but everything entered by hand: nothing is wrong with that
    upnp_off
    local port
    for port in 25 465 993; do forward_by_hand $port $HOME_NAS $port; done
    station_asks_router
}
fault_no_forward() {
    upnp_off
    station_asks_router
}
fault_forward_to_another_device() { # another computer asked for port 25 first, and answers there
    on nas upnpc -u "$ROUTER_PAGE" -d 25 tcp
    undo ctl forward --again
    undo on pc upnpc -u "$ROUTER_PAGE" -d 25 tcp
    on pc upnpc -u "$ROUTER_PAGE" -e "Old mail server" -a $HOME_PC 25 25 tcp
    station_asks_router
}
fault_forward_to_wrong_port() { # another program on the NAS had the router lead 993 to where nobody listens
    on nas upnpc -u "$ROUTER_PAGE" -d 993 tcp
    undo ctl forward --again
    undo on nas upnpc -u "$ROUTER_PAGE" -d 993 tcp
    on nas upnpc -u "$ROUTER_PAGE" -e "Old setting" -a $HOME_NAS 9993 993 tcp
    station_asks_router
}
fault_forward_by_hand_to_wrong_port() { # a router without UPnP, and a slip in one line of its table
    upnp_off
    forward_by_hand 25 $HOME_NAS 25
    forward_by_hand 465 $HOME_NAS 465
    forward_by_hand 993 $HOME_NAS 994
    station_asks_router
}
fault_forward_by_hand_to_another_device() {
    upnp_off
    forward_by_hand 25 $HOME_NAS 25
    forward_by_hand 465 $HOME_NAS 465
    forward_by_hand 993 $HOME_PC 993
    a_mail_server_on_pc 993
    station_asks_router
}
fault_router_answers_itself() { # the router's own port 993, as for its remote maintenance
    in_net router nft add table inet own
    in_net router nft add chain inet own prerouting "{ type nat hook prerouting priority -102; policy accept; }"
    in_net router nft add rule inet own prerouting iifname wan tcp dport 993 redirect to :9993
    in_net router nft insert rule inet filter input iifname wan ct status dnat accept comment '"own"'
    undo forget_own_port
    (node_exec router bash -c 'exec setsid socat TCP4-LISTEN:9993,reuseaddr,fork SYSTEM:"echo \"* OK HomeBox 7 maintenance\"; cat >/dev/null" 8>&- >/dev/null 2>&1 </dev/null &')
    undo on router pkill -f TCP4-LISTEN:9993
}
forget_own_port() {
    local handle
    forget_table router own
    for handle in $(in_net router nft -a list chain inet filter input | sed -nE 's/.*comment "own" # handle ([0-9]+)$/\1/p'); do
        in_net router nft delete rule inet filter input handle "$handle"
    done
    in_net router conntrack -F >/dev/null 2>&1 || true
}
a_mail_server_on_pc() { # PORT: it greets, and has no TLS
    (node_exec pc bash -c "exec setsid socat TCP4-LISTEN:$1,reuseaddr,fork SYSTEM:'echo \"* OK old server ready\"; cat >/dev/null' 8>&- >/dev/null 2>&1 </dev/null &")
    undo on pc pkill -f "TCP4-LISTEN:$1,"
}
fault_hairpin_off() { undo hairpin off; hairpin off; }
fault_hairpin_on() { undo hairpin off; hairpin on; }
fault_hairpin_silent() { undo hairpin off; hairpin drop; }

# router_dns LINE...: the router's resolver with these settings added
router_dns() {
    printf '%s\n' "$@" >>"$LAB/conf/router/dnsmasq.conf"
    undo router_dns_without "$#"
    router_dns_again
}
router_dns_without() {
    head -n "-$1" "$LAB/conf/router/dnsmasq.conf" >"$LAB/conf/router/dnsmasq.conf.new"
    # the same file, as the node sees the folder's files through its mount
    cat "$LAB/conf/router/dnsmasq.conf.new" >"$LAB/conf/router/dnsmasq.conf"
    rm "$LAB/conf/router/dnsmasq.conf.new"
    router_dns_again
}
router_dns_again() {
    (node_exec router bash -c "pkill -x dnsmasq; while pgrep -x dnsmasq >/dev/null; do sleep .05; done
        exec setsid dnsmasq -k -C $CONF/dnsmasq.conf 8>&- >>$LOG/router-dnsmasq.log 2>&1 </dev/null &")
    wait_until 10 "the router's DNS" in_net pc dig +time=1 +tries=1 @192.168.77.1 diskstation.lan
}
fault_rebinding_filter() { # answers that lead to the home's own address are kept back
    local wan
    wan=$(in_net inet dig +short @44.128.1.53 myhome.dyn.example A)
    router_dns "bogus-nxdomain=$wan"
}
fault_split_horizon() { router_dns "host-record=myhome.dyn.example,192.168.77.99"; } # to a computer that is not there any more
fault_split_horizon_right() { router_dns "host-record=myhome.dyn.example,$HOME_NAS"; } # as it should be: nothing is wrong with that
fault_router_dns_dead() {
    on router pkill -x dnsmasq
    undo router_dns_again
}
fault_outer_router_shares() { # the second router has no public address either
    (node_exec isp sh -c 'echo 100.66.0.99 >/run/outside')
    undo isp_has_public_address
}
isp_has_public_address() { (node_exec isp sh -c 'echo 44.128.0.99 >/run/outside'); }
fault_outer_router_closed() { # in a home with two routers
    undo outer_router forwards
    outer_router closed
}
