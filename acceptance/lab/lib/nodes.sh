# shellcheck shell=bash
# A node: its namespaces, its files, commands run in it.

# start_node NODE: on this computer; the node's pid 1 runs node_main and then node_services.
start_node() {
    local node=$1 dir=$LAB/nodes/$1 parent
    mkdir -p "$dir"
    if [ "$node" = nas ]; then echo "${LAB_NAS_DISK:-1500M}"; else echo 300M; fi >"$dir/disk"
    (
        exec 8>&- # the lock ends with "up", not with the lab
        exec setsid ip netns exec "$(ns "$node")" env -i PATH="$PATH" LANG=C.UTF-8 LAB_NODE="$(ns "$node")" LAB_DIR="$LAB" \
            LAB_PREFIX="$PFX" LAB_CHECKOUT="$(checkout)" \
            unshare --mount --pid --uts --ipc --fork --kill-child=KILL --mount-proc bash "$LAB/bin/lab" __node "$node" \
            >"$LAB/log/$node.log" 2>&1 </dev/null
    ) &
    parent=$!
    wait_until 20 "node $node" write_pid "$parent" "$dir/pid"
}
# write_pid PARENT FILE: once the parent has become "unshare", its only child is the node's pid 1
write_pid() {
    local child
    [ "$(cat "/proc/$1/comm")" = unshare ] && child=$(awk '{print $1}' "/proc/$1/task/$1/children") && [ -n "$child" ] && echo "$child" >"$2"
}
checkout() { (cd "$LAB_HOME/../.." && pwd); }

# The node's first process, still with this computer's files.
node_main() {
    local node=$1 dir=$LAB/nodes/$1
    mount --make-rprivate /
    if [ "$node" = pc ]; then
        give_run / "$node"
        exec bash /run/lab/bin/lab __services "$node"
    fi
    mkdir -p "$dir/system"
    local root=$dir/system fs=$dir/system/fs
    mount -t tmpfs -o "size=$(cat "$dir/disk")" tmpfs "$root"
    mkdir "$root"/{up,work,fs,hidden,tmp,home}
    chmod 1777 "$root/tmp"
    mount -t overlay overlay -o "lowerdir=/,upperdir=$root/up,workdir=$root/work" "$fs"
    mount --rbind /dev "$fs/dev"
    mount -t tmpfs -o size=64M tmpfs "$fs/dev/shm"
    mount --rbind /sys "$fs/sys"
    mount -t proc proc "$fs/proc"
    give_run "$fs" "$node"
    # Its own /tmp and root's home on its own disk; of this computer it sees neither those, nor the checkout, nor a Java.
    mount --bind "$root/tmp" "$fs/tmp"
    mount --bind "$root/home" "$fs/root"
    local hide
    for hide in "$LAB_CHECKOUT" /usr/lib/jvm "$LAB"; do
        [ ! -d "$fs$hide" ] || mount --bind -o ro "$root/hidden" "$fs$hide"
    done
    exec chroot "$fs" /bin/bash /run/lab/bin/lab __services "$node"
}

# give_run ROOT NODE: a fresh /run with the node's configuration, the logs and these scripts in it
give_run() {
    local node=$2 run=$LAB/nodes/$2/run part
    mkdir -p "$run"
    mount -t tmpfs -o size=64M,mode=755 tmpfs "$run"
    mkdir -p "$run"/lab/{conf,log,bin} "$run/lock"
    for part in "conf/$node" log bin; do
        mount --bind "$LAB/$part" "$run/lab/${part%%/*}"
    done
    mount --rbind "$run" "${1%/}/run"
}

# node_exec NODE COMMAND...: in all namespaces of the node
node_exec() {
    [ $# -ge 2 ] || die "exec NODE COMMAND..."
    need_root
    local node=$1 pid; shift
    need_node "$node"
    pid=$(pid_of "$node")
    if [ "$node" = pc ]; then
        exec nsenter -t "$pid" -m -u -i -n -p --wd="$PWD" -- "$@"
    fi
    exec nsenter -t "$pid" -m -u -i -n -p -r -w -- env -i HOME=/root TERM="${TERM:-dumb}" LANG=C.UTF-8 \
        PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$@"
}

# node_net NODE COMMAND...: this computer's files, the node's network
node_net() {
    [ $# -ge 2 ] || die "net NODE COMMAND..."
    need_root
    local node=$1; shift
    need_node "$node"
    exec ip netns exec "$(ns "$node")" "$@"
}
