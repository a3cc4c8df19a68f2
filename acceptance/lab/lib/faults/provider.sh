# shellcheck shell=bash
# The line's provider, and what others on the Internet think of the line's address.

# The provider's own equipment stands between the line and everybody else: the node inet
fault_provider_blocks_25_in() { drop inet out oifname eth0 tcp dport 25; }
fault_provider_blocks_25_out() { drop inet in iifname eth0 tcp dport 25; }
fault_no_internet() {
    in_net inet ip link set eth0 down
    undo in_net inet ip link set eth0 up
}
fault_reverse_name_missing() { zone 128.44.in-addr.arpa '/^(77|99)\.0 /d'; }
fault_reverse_name_of_provider() { zone 128.44.in-addr.arpa 's/^(77|99)\.0 .*/\1.0 60 PTR dsl-\1-0.pool.isp.example./'; }

list_address() { zone org "\$a 77.0.128.44.zen.spamhaus 60 A $1\\n99.0.128.44.zen.spamhaus 60 A $1"; }
fault_listed_as_home_line() { list_address 127.0.0.10; }
fault_listed_as_infected() { list_address 127.0.0.4; }
fault_listed_as_spammer() { list_address 127.0.0.2; }
fault_domain_listed() { zone org '$a family.example.dbl.spamhaus 60 A 127.0.1.2'; }
# what the list says to everybody who asks by a resolver that it does not like
fault_block_list_refuses() { zone org '/ (zen|dbl)\.spamhaus |\.(zen|dbl)\.spamhaus /d' '$a *.zen.spamhaus 60 A 127.255.255.254\n*.dbl.spamhaus 60 A 127.255.255.254'; }

another_address() { # the line gets a new one, which the outside knows as well
    undo wan_ip 44.128.0.77
    wan_ip 44.128.0.78
}
# ddns_refuses WORDS: the provider says this when the line has got its new address; after that the station must be told to try again
ddns_refuses() {
    undo ddns_again
    ddns answer "$1"
    another_address
    (node_exec nas mailstationctl ddns --now) >/dev/null 2>&1 || true
}
ddns_again() { # as the person does who enters the password anew: the station stops until then
    local password
    ddns normal
    ddns unlock
    for password in "not-this" Ddns-Passw0rd; do
        echo $password | (node_exec nas mailstationctl secret put ddns) >/dev/null
        (node_exec nas mailstationctl ddns --now) >/dev/null 2>&1 || true
    done
}
fault_ddns_badauth() { ddns_refuses badauth; }
fault_ddns_abuse() { ddns_refuses abuse; }
fault_ddns_nohost() { ddns_refuses nohost; }
fault_ddns_911() { ddns_refuses 911; }
