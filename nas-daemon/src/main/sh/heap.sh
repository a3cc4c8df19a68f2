# shellcheck shell=sh
# Chooses the largest Java heap from the memory that there is; read by bin/mailstationd. Caches and the size of work at a time follow from it.

# memory_kilobytes ROOT: of this computer, or of the part of it that a container may have; ROOT: where its file system begins
memory_kilobytes() {
    kilobytes=$(sed -n 's/^MemTotal: *\([0-9]*\) kB$/\1/p' "$1/proc/meminfo" 2>/dev/null)
    kilobytes=${kilobytes:-2000000}
    for limit in "$1/sys/fs/cgroup/memory.max" "$1/sys/fs/cgroup/memory/memory.limit_in_bytes"; do
        octets=$(cat "$limit" 2>/dev/null)
        # "max", or a number that no computer has: no limit
        case $octets in
            ''|*[!0-9]*|????????????????*) ;;
            *) if [ $((octets / 1024)) -lt "$kilobytes" ]; then kilobytes=$((octets / 1024)); fi ;;
        esac
    done
    echo "$kilobytes"
}

# largest_heap ROOT: as Java wants it
largest_heap() {
    memory=$(memory_kilobytes "$1")
    if [ "$memory" -lt 1500000 ]; then echo 48m
    elif [ "$memory" -lt 3000000 ]; then echo 64m
    else echo 96m
    fi
}
