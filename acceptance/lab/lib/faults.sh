# shellcheck shell=bash
# What can go wrong, one function each (lib/faults/*.sh): "fault_NAME" makes it so and notes with "undo" how to mend it again.
# The station is expected as acceptance/faults/run sets it up: myhome.dyn.example, mail domain family.example.

for part in "$LAB_HOME"/lib/faults/*.sh; do
    # shellcheck source=/dev/null
    . "$part"
done

# fault NAME...: several at once are a combination
fault() {
    [ $# -gt 0 ] || { fault_names; return; }
    need_node inet
    local name
    for name in "$@"; do
        declare -F "fault_${name//-/_}" >/dev/null || die "no fault '$name'; 'fault' without a name lists them"
    done
    for name in "$@"; do "fault_${name//-/_}"; done
    forget_dns
    say "$* injected"
}
fault_names() { declare -F | sed -nE 's/^declare -f fault_//p' | grep -vx names | tr _ -; }

# undo COMMAND...: what heal shall do; the last first
undo() { printf '%q ' "$@" >>"$LAB/undo"; echo >>"$LAB/undo"; }
heal() {
    need_node inet
    local line
    [ -e "$LAB/undo" ] || { say "nothing is wrong"; return; }
    while read -r line; do
        (eval "$line") || say "could not undo: $line" # one that does not work must not keep the others from it
    done < <(tac "$LAB/undo")
    rm -f "$LAB/undo"
    forget_dns
    say "healed"
}

# on NODE COMMAND...: in all namespaces of the node, quietly; says what went wrong
on() {
    local node=$1 said; shift
    said=$( (node_exec "$node" "$@") 2>&1 </dev/null) || { echo "lab: on $node: $* -> $said" >&2; return 1; }
}

# drop NODE in|out|through MATCH...: packets like this get lost; others in the same table stay
drop() {
    local node=$1 way=$2; shift 2
    reject_or_drop "$node" "$way" drop "$@"
}
reject_or_drop() {
    local node=$1 way=$2 verdict=$3 hook=input; shift 3
    case $way in out) hook=output ;; through) hook=forward ;; esac
    in_net "$node" nft add table inet fault
    in_net "$node" nft add chain inet fault "$way" "{ type filter hook $hook priority -10; policy accept; }"
    in_net "$node" nft add rule inet fault "$way" "$@" "$verdict"
    undo forget_table "$node" fault
}
forget_table() { in_net "$1" nft delete table inet "$2" 2>/dev/null || true; }

# What the resolvers know of servers that did not answer, and their failures, which they keep for five seconds
forget_dns() {
    local what
    for what in "flush_infra all" "flush_zone ." "flush_negative"; do
        # shellcheck disable=SC2086
        on inet unbound-control -q -c $CONF/unbound.conf $what || true
    done
}

# zone ZONE SED...: changes a zone at all who serve it; undone by zone_again
zone() {
    local zone=$1; shift
    edit_zone "$zone" "" "$@"
}
# edit_zone ZONE ADDRESS SED...: at one of the family's name servers; empty: at all
edit_zone() {
    local zone=$1 address=$2 dir expression changed=no; shift 2
    for dir in $(zone_dirs "$zone"); do
        [ -z "$address" ] || [ "$dir" = "/run/knot-$address" ] || continue
        for expression in "$@"; do on inet sed -i -E "$expression" "$dir/zones/$zone.zone"; done
        reload_zone "$dir" "$zone"
        changed=yes
    done
    [ $changed = yes ] || die "nobody serves $zone"
    undo zone_again "$zone"
}
zone_dirs() {
    if [ "$1" = family.example ]; then echo /run/knot-44.128.1.57 /run/knot-44.128.1.58; else echo /run/knot; fi
}
zone_file() { if [ "$1" = family.example ]; then echo "$CONF/family/$1.zone"; else echo "$CONF/zones/$1.zone"; fi; }
zone_again() {
    local dir
    for dir in $(zone_dirs "$1"); do
        on inet cp "$(zone_file "$1")" "$dir/zones/"
        reload_zone "$dir" "$1"
    done
}
reload_zone() { # DIRECTORY ZONE
    local conf=$1/knot.conf
    [ "$1" != /run/knot ] || conf=$CONF/knot.conf
    on inet knotc -b -c "$conf" zone-reload "${2/#root/.}"
}
# publish ZONE: the zone, whole, from standard input, is what the zone is like when nothing is wrong
publish() {
    need_node inet
    [ -e "$LAB/conf/inet/family/${1:?}.zone" ] || die "publish family.example"
    cat >"$LAB/conf/inet/family/$1.zone"
    zone_again "$1"
    forget_dns
}

# The station's own program, and its service
ctl() { on nas mailstationctl "$@"; }
service() { on nas /usr/local/etc/rc.d/S99mailstation.sh "$1"; }
daemon_answers() { (node_exec nas mailstationctl config show) >/dev/null 2>&1; }
restart_daemon() {
    service stop
    service start
    wait_until 30 "the daemon" daemon_answers
}
