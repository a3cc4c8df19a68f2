# shellcheck shell=bash disable=SC2153
# What every part of the lab uses: names, messages, waiting.

NODES=(inet isp router nas pc)

say() { echo "lab: $*"; }
die() { echo "lab: $*" >&2; exit 1; }

ns() { echo "$PFX-$1"; }
has_ns() { [ -e "/run/netns/$(ns "$1")" ]; }
in_net() { local node=$1; shift; ip netns exec "$(ns "$node")" "$@"; }

pid_of() { cat "$LAB/nodes/$1/pid" 2>/dev/null || true; }

# The environment of pid 1 names its node: so a number that the kernel gave to another process is never taken for ours.
alive() {
    local pid; pid=$(pid_of "$1")
    [ -n "$pid" ] && grep -qsz "^LAB_NODE=$(ns "$1")\$" "/proc/$pid/environ"
}
need_node() { alive "$1" || die "node '$1' is not up (nodes: ${NODES[*]})"; }
need_root() { [ "$(id -u)" = 0 ] || die "the lab makes namespaces: run it as root"; }

# wait_until SECONDS WHAT COMMAND...: asks again until the command succeeds
wait_until() {
    local seconds=$1 what=$2 end; shift 2
    end=$((SECONDS + seconds))
    until "$@" >/dev/null 2>&1; do
        [ "$SECONDS" -lt "$end" ] || die "$what: not within $seconds s; logs are in $LAB/log"
        sleep .05
    done
}
tcp_answers() { in_net "$1" timeout 2 bash -c "exec 3<>/dev/tcp/$2/$3"; }

# Only one "up" or "down" of a lab at a time.
with_lock() {
    need_root
    mkdir -p /run/lock
    exec 8>"/run/lock/mailstation-lab-$PFX.lock"
    flock 8
    "$@"
}

# A directory is ours, and may be deleted, only if our mark is in it.
claim_state() {
    if [ -d "$LAB" ] && [ ! -e "$LAB/.mailstation-lab" ] && [ -n "$(ls -A "$LAB")" ]; then
        die "$LAB exists and is not a lab's: choose another LAB_DIR"
    fi
    (umask 077; mkdir -p "$LAB")
    touch "$LAB/.mailstation-lab"
}
forget_state() {
    [ -e "$LAB/.mailstation-lab" ] || return 0
    rm -rf "$LAB"
    rmdir "${LAB%/*}" 2>/dev/null || true # only if no other lab is in it
}
