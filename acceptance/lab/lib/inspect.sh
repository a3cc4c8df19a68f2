# shellcheck shell=bash
# Looking at a running lab.

status() {
    need_root
    is_up || { say "down"; return 0; }
    say "up, $(cat "$LAB/mode"), state in $LAB"
    local node pid kb total=0
    for node in $(nodes_of "$(cat "$LAB/mode")"); do
        kb=0
        for pid in $(ip netns pids "$(ns "$node")"); do
            kb=$((kb + $(awk '/^Pss:/{k=$2} END{print k+0}' "/proc/$pid/smaps_rollup" 2>/dev/null || echo 0)))
        done
        total=$((total + kb))
        printf '%-7s pid %-8s %7d kB  %s\n' "$node" "$(pid_of "$node")" "$kb" "$(names_in "$node")"
    done
    echo "memory (PSS) $total kB"
    in_net router nft list chain inet filter prerouting_miniupnpd | grep dnat || echo "no port mappings"
}
names_in() {
    local pid
    for pid in $(ip netns pids "$(ns "$1")"); do cat "/proc/$pid/comm" 2>/dev/null || true; done |
        { grep -vxE 'sleep|bash|unshare' || true; } | sort -u | tr '\n' ' '
}

logs() {
    local dir=$LAB/log
    [ -d "$dir" ] || die "no lab in $LAB"
    if [ $# -eq 0 ]; then
        find "$dir" -name '*.log' -printf '%f %s bytes\n' | sort
    elif [ -e "$dir/$1.log" ]; then
        cat "$dir/$1.log"
    else
        die "no log '$1'; 'logs' without a name lists them"
    fi
}

host_key() {
    local key=$LAB/conf/$1/ssh_host_ed25519_key.pub
    [ -e "$key" ] || die "$1 has no SSH host key (nas and inet have)"
    ssh-keygen -l -f "$key" | awk '{print $2}'
}

# What the node wrote to its disk: the overlay's upper layer, /tmp and root's home. Two answers can be compared with diff.
changes() {
    need_node "${1:-}"
    [ "$1" != pc ] || die "pc has this computer's disk"
    in_mounts_of "$1" bash "$LAB/bin/lab" __changes "$LAB/nodes/$1/system"
}
# In the node's mounts, still with this computer's root
list_changes() {
    local dir
    cd "$1" || return
    find up tmp home -type f -exec sha256sum {} + | sort -k 2
    find up tmp home ! -type d -printf '%y %m %U:%G %l %p\n' | sort -k 4
    find up tmp home -type d | sort | while read -r dir; do
        # a folder of this computer is copied up, unchanged, when something in it changes
        [ "$(stat -c '%a %u:%g' "$dir")" = "$(stat -c '%a %u:%g' "/${dir#up}" 2>/dev/null)" ] || stat -c 'd %a %u:%g %n' "$dir"
    done
}
