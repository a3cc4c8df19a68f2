# shellcheck shell=bash
# The family's records and name servers.

MYHOME=myhome.dyn.example
FAMILY=family.example

fault_mx_wrong() { zone $FAMILY 's/ MX .*/ MX 10 mail.remote.example./'; }
fault_mx_missing() { zone $FAMILY '/ MX /d'; }
fault_mx_alias() { zone $FAMILY 's/ MX .*/ MX 10 mail/' "\$a mail 60 CNAME $MYHOME."; }
fault_mx_leftover() { zone $FAMILY '/ MX /a @ 60 MX 20 mail.remote.example.'; }
fault_stale_address() {
    undo address_again
    dns_record $MYHOME A 44.128.0.66
}
address_again() { dns_record $MYHOME A "$(public_address)"; }
public_address() { if [ "$(cat "$LAB/mode")" = public ]; then echo 44.128.0.77; else echo 44.128.0.99; fi; }
fault_stale_address_of_another_server() { # who has the old address now has a mail server too
    undo address_again
    dns_record $MYHOME A 44.128.1.25
}
fault_private_address() { # the address at home, published to the world
    undo address_again
    dns_record $MYHOME A 192.168.77.10
}
fault_one_name_server_down() { drop inet in ip daddr 44.128.1.58 udp dport 53; drop inet in ip daddr 44.128.1.58 tcp dport 53; }
fault_name_servers_down() { drop inet in ip daddr "{ 44.128.1.57, 44.128.1.58 }" meta l4proto "{ tcp, udp }" th dport 53; }
fault_name_servers_fail() { # both have lost the zone: SERVFAIL
    local dir
    for dir in $(zone_dirs $FAMILY); do
        undo name_server_again "$dir"
        on inet rm "$dir/zones/$FAMILY.zone"
        name_server_anew "$dir"
    done
}
name_server_again() {
    on inet cp "$(zone_file $FAMILY)" "$1/zones/"
    name_server_anew "$1"
}
name_server_anew() {
    (node_exec inet bash -c "knotc -c $1/knot.conf stop; while knotc -c $1/knot.conf status; do sleep .05; done
        exec setsid knotd -c $1/knot.conf 8>&- >>$LOG/inet-knot-${1##*-}.log 2>&1 </dev/null &") >/dev/null 2>&1
    wait_until 10 "a name server" on inet knotc -c "$1/knot.conf" status
}
fault_lame_delegation() { # 44.128.1.59 is a name server that does not know the zone
    zone example 's/^ns2\.family .*/ns2.family 60 A 44.128.1.59/'
    zone $FAMILY 's/^ns2 .*/ns2 60 A 44.128.1.59/'
}
fault_delegation_differs() { zone example 's/^family 60 NS ns2\.family/family 60 NS ns3.family/' 's/^ns2\.family /ns3.family /'; }
fault_delegation_lame() { zone example 's/^family 60 NS ns2\.family/family 60 NS ns3.family/' 's/^ns2\.family .*/ns3.family 60 A 44.128.1.59/'; } # the parent names one that does not know the zone
fault_name_servers_differ() { edit_zone $FAMILY 44.128.1.58 's/ MX .*/ MX 10 mail.remote.example./'; }

# What the registry says of the domain
registry_says() { # FILE WORDS
    (node_exec nas sh -c "mkdir -p /run/rdap && echo '$2' >/run/rdap/$1")
    undo on nas rm -f "/run/rdap/$1"
}
fault_domain_ends_soon() { registry_says expires "$(date -u -d '+20 days' +%F)"; }
fault_domain_over() { registry_says status "redemption period"; }

fault_spf_missing() { zone $FAMILY '/v=spf1/d'; }
fault_spf_twice() { zone $FAMILY '/v=spf1/a @ 60 TXT "v=spf1 include:_spf.relay.remote.example -all"'; }
fault_spf_too_many_lookups() {
    zone remote.example '$a many 60 TXT "v=spf1 a:a1.remote.example a:a2.remote.example a:a3.remote.example a:a4.remote.example a:a5.remote.example a:a6.remote.example a:a7.remote.example a:a8.remote.example a:a9.remote.example a:a10.remote.example -all"\n*.many 60 A 192.0.2.9'
    zone $FAMILY 's/"v=spf1 .*"/"v=spf1 include:many.remote.example mx ~all"/'
}
fault_spf_of_another() { zone $FAMILY 's/"v=spf1 .*"/"v=spf1 ip4:192.0.2.7 -all"/'; }
fault_spf_without_relay() { zone $FAMILY 's/ include:_spf.relay.remote.example//'; }
fault_dkim_missing() { zone $FAMILY '/v=DKIM1/d'; }
fault_dkim_truncated() { zone $FAMILY '/v=DKIM1/{s/" "//g;s/(p=[A-Za-z0-9+\/]{180})[^"]*"/\1"/}'; }
fault_dkim_other_key() {
    local key
    key=$(openssl genrsa 2048 2>/dev/null | openssl rsa -pubout -outform DER 2>/dev/null | base64 -w0)
    zone $FAMILY "/v=DKIM1/{s/\" \"//g;s#p=[A-Za-z0-9+/=]*\"#p=${key:0:200}\" \"${key:200}\"#}"
}
fault_dmarc_malformed() { zone $FAMILY 's/v=DMARC1; p=[a-z]+/v=DMARC1; policy=none/'; }
fault_dmarc_missing() { zone $FAMILY '/v=DMARC1/d'; }
