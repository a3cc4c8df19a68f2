#!/bin/sh
# Installs the Mail Station daemon on this NAS, or brings it to this version.
#
#   install.sh [--older] [--prefix DIR] [--data DIR]    as root: program, user, service
#   install.sh [--older] --user-mode DIR                as anybody: everything in this one folder, nothing outside it
#   --older    also if a newer version is there
#
# It can be run again at any time, also after it was interrupted. If the new version does not come up, the previous one runs again.
#
# Exit codes: 0 done · 2 wrong arguments · 3 not root · 4 made for another processor · 5 not enough room · 6 the package is damaged
#   7 no user can be made · 8 the daemon did not come up (or the running one did not end), everything is as it was · 9 a file could not be written, everything is as it was
#   10 another installation is running · 11 it was installed as a package of this system · 12 a newer version is there
set -u
umask 022
main() {
    here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P) || exit 6
    # shellcheck source=/dev/null  # it lies beside this file only in the package
    . "$here/service/common.sh"
    read_arguments "$@"
    { version=$(cat "$here/VERSION") && processor=$(cat "$here/PROCESSOR"); } || fail 6 "The package is damaged: VERSION or PROCESSOR is missing. Upload it again."
    check_processor
    check_whose_it_is
    check_contents
    check_room
    mkdir -p "$prefix/versions" || fail 9 "The folder $prefix cannot be made. Is its disk there, and may it be written? Another place: --prefix DIR"
    prefix=$(CDPATH='' cd -- "$prefix" && pwd -P) || exit 9
    take_lock
    check_older
    find_what_is_there
    trap 'undo; exit 9' HUP INT TERM
    say "Installing version $version to $prefix"
    step copy_program 9 "The program could not be copied to $prefix; everything is as it was. Look whether the disk is full or may only be read (df, mount), then run this again."
    if [ "$mode" = root ]; then step make_user 7 "The user mailstation could not be made: neither useradd, adduser nor synouser works here. Make a user and a group of that name, then run this again."; fi
    step make_data 9 "The folder $data cannot be made or given to the user mailstation; everything is as it was. Another place: --data DIR"
    say "Starting the mail daemon"
    touched=yes
    if ! stop_service; then
        touched=no
        undo
        fail 8 "The running mail daemon does not end. It was left as it is. Restart this NAS, then run this again."
    fi
    step switch_version 9 "The version could not be switched; everything is as it was. Look whether the disk of $prefix may be written, then run this again."
    step install_service 9 "The service could not be set up; everything is as it was. Look whether /etc may be written, then run this again."
    if ! start_service || ! wait_for_daemon; then
        show_log
        undo
        fail 8 "The daemon did not come up. Everything is as it was before. The lines above say why; with them ask whoever gave you this package."
    fi
    trap - HUP INT TERM
    drop_old_versions
    drop_lock
    say "Mail Station $version is running. Its data: $data"
}

read_arguments() {
    mode=root
    prefix=
    data=
    older=no
    while [ $# -gt 0 ]; do
        if [ "$1" = --older ]; then
            older=yes
            shift
            continue
        fi
        [ $# -ge 2 ] || fail 2 "$1 needs a folder."
        case $1 in
            --prefix) prefix=$2 ;;
            --data) data=$2 ;;
            --user-mode) mode=user; prefix=$2; data=$2/data ;;
            *) fail 2 "$1 is not known. Known are --prefix DIR, --data DIR, --user-mode DIR and --older." ;;
        esac
        shift 2
    done
    if [ "$mode" = root ]; then
        [ "$(id -u)" = 0 ] || fail 3 "This needs root: sudo sh install.sh. Without root there is --user-mode DIR."
        [ -n "$prefix" ] || prefix=$(default_prefix)
        if [ -z "$data" ] && [ -r "$prefix/current/data-dir" ]; then data=$(cat "$prefix/current/data-dir"); fi
        [ -n "$data" ] || data=$(default_data)
    fi
    check_path "$prefix"
    check_path "$data"
}

# These names go into service files; so they must not mean anything there.
check_path() {
    case $1 in
        /*) ;;
        *) fail 2 "$1 must begin with /." ;;
    esac
    if [ "$mode" = root ]; then
        case $1 in
            *[!A-Za-z0-9/._@+-]*) fail 2 "$1: only letters, digits and / . _ @ + - are possible in this name." ;;
            /home/*|/root/*|/tmp/*|/var/tmp/*|/run/*)
                fail 2 "$1: the service may see nothing in /home, /root, /run and folders for what is passing. Choose another place, for example /srv/mailstation."
                ;;
        esac
    fi
}

# A Disk Station's system partition is small and is renewed by system updates: there the first volume is the place.
default_prefix() {
    volume=$(first_volume)
    if [ -n "$volume" ]; then echo "$volume/@mailstation"; else echo /opt/mailstation; fi
}

default_data() {
    volume=$(first_volume)
    if [ -n "$volume" ]; then echo "$volume/@mailstation-data"; else echo /var/lib/mailstation; fi
}

first_volume() {
    if [ -e /etc.defaults/VERSION ]; then
        for volume in /volume[0-9]*; do
            if [ -d "$volume" ] && [ -w "$volume" ]; then
                echo "$volume"
                break
            fi
        done
    fi
}

check_processor() {
    machine=$(uname -m)
    case $machine in
        amd64) machine=x86_64 ;;
        arm64) machine=aarch64 ;;
    esac
    [ "$machine" = "$processor" ] || fail 4 "This package is for $processor processors, this NAS has $machine. Use the package for $machine."
}

# What the system put there only the system may replace: it would not know of files of ours, and miss its own.
check_whose_it_is() {
    if [ "$mode" = root ] && command -v dpkg-query >/dev/null 2>&1 && dpkg-query -W -f '${Status}' mailstation 2>/dev/null | grep -q ' installed$'; then
        fail 11 "Mail Station was installed as a package of this system. Bring it up to date the same way: apt install ./mailstation_${version}_….deb"
    fi
    if [ "$mode" = root ] && [ -d /var/packages/mailstation/target ]; then
        fail 11 "Mail Station was installed in the package centre of this NAS. Bring it up to date there: manual install, mailstation-$version-$processor.spk"
    fi
}

check_contents() {
    if ! command -v sha256sum >/dev/null 2>&1; then
        say "sha256sum is not here: the package's contents are not checked"
    elif ! (cd "$here" && sha256sum -c SHA256SUMS) >/dev/null 2>&1; then
        fail 6 "The package is damaged. Upload it again."
    fi
}

# Room for this version beside the running one, and for the first letters. What an earlier try has left of it is removed or used.
check_room() {
    need=50000
    if ! already_there; then need=$((need + $(kilobytes "$here") - $(kilobytes "$prefix/versions/.new"))); fi
    room_at "$prefix" $need
    room_at "$data" 100000
}

kilobytes() {
    if [ -d "$1" ]; then du -sk "$1" | cut -f1; else echo 0; fi
}

already_there() {
    new=$prefix/versions/$version
    [ -f "$new/SHA256SUMS" ] && cmp -s "$new/SHA256SUMS" "$here/SHA256SUMS" && [ -f "$new/data-dir" ]
}

room_at() {
    place=$1
    while [ ! -d "$place" ]; do place=$(dirname -- "$place"); done
    free=$(df -Pk "$place" | awk 'NR == 2 { print $4 }')
    case $free in
        ''|*[!0-9]*) return 0 ;;
    esac
    [ "$free" -ge "$2" ] ||
        fail 5 "There is not enough room at $place: $((free / 1000)) MB are free, $(($2 / 1000)) MB are needed; everything is as it was. Make room there, then run this again."
}

take_lock() {
    lock=$prefix/.installing
    if ! mkdir "$lock" 2>/dev/null; then
        other=$(cat "$lock/pid" 2>/dev/null)
        # after a restart the number may be another program's
        if [ -n "$other" ] && grep -qs 'install\.sh' "/proc/$other/cmdline"; then
            lock=
            fail 10 "Another installation is running (process $other). Wait until it has ended."
        fi
    fi
    echo $$ >"$lock/pid"
}

# What a newer version wrote an older one may not be able to read; it then does not come up, and the newer one runs again.
check_older() {
    there=$(cat "$prefix/current/VERSION" 2>/dev/null) || return 0
    if [ "$older" = no ] && is_newer "$there" "$version"; then
        fail 12 "Version $there is there, which is newer than $version; nothing was changed. To go back nevertheless, make a backup first and add --older."
    fi
}

# is_newer A B: number by number; what was made on the way to a version is older than it
is_newer() {
    awk -v a="$1" -v b="$2" 'BEGIN {
        early_a = sub(/-SNAPSHOT$/, "", a); early_b = sub(/-SNAPSHOT$/, "", b)
        count = split(a, x, "."); other = split(b, y, "."); if (other > count) count = other
        for (i = 1; i <= count; i++) if (x[i] + 0 != y[i] + 0) exit !(x[i] + 0 > y[i] + 0)
        exit !(early_b && !early_a) }'
}

drop_lock() {
    if [ -n "${lock:-}" ]; then rm -rf "$lock"; lock=; fi
}

find_what_is_there() {
    previous=
    if [ -L "$prefix/current" ]; then previous=$(readlink "$prefix/current"); fi
    put_back_what_was_moved
    # An earlier try that was ended in the middle may have switched to what never came up.
    earlier=$(cat "$prefix/versions/.before" 2>/dev/null)
    if [ -n "$earlier" ] && [ -d "$prefix/$earlier" ] && ! daemon_answers; then previous=$earlier; fi
    replaced=
    touched=no
    had_service=no
    if service_exists; then had_service=yes; fi
    had_data=no
    if [ -d "$data" ]; then had_data=yes; fi
    made_user=no
    fresh=no
}

# An earlier try of the same version, ended between two renames
put_back_what_was_moved() {
    if [ -n "$previous" ] && [ ! -e "$prefix/$previous" ] && [ "versions/$(cat "$prefix/versions/.replaced/VERSION" 2>/dev/null)" = "$previous" ]; then
        mv "$prefix/versions/.replaced" "$prefix/$previous"
    fi
}

copy_program() {
    rm -rf "$prefix/versions/.new" || return 1
    if already_there; then
        say "This version is already there"
        # from an earlier try: it goes like a copied one if it does not come up
        if [ "versions/$version" != "$previous" ] && { [ -n "$earlier" ] || [ -z "$previous" ]; }; then fresh=yes; fi
    else
        mkdir "$prefix/versions/.new" || return 1
        # a full disk is complained of once for each file
        complaints=$({ (cd "$here" && tar cf - .) | (cd "$prefix/versions/.new" && tar xf -); } 2>&1) || { echo "$complaints" | head -n 1; return 1; }
        if [ "$mode" = root ]; then chown -R 0:0 "$prefix/versions/.new" || return 1; fi
        # the runtime starts faster with its own classes laid out beforehand; without it works too
        "$prefix/versions/.new/jre/bin/java" -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xshare:dump >/dev/null 2>&1
        echo "$data" >"$prefix/versions/.new/data-dir" && sync || return 1
        if [ -e "$new" ]; then
            replaced=$prefix/versions/.replaced
            rm -rf "$replaced" && mv "$new" "$replaced" || return 1
        fi
        fresh=yes
        mv "$prefix/versions/.new" "$new" || return 1
    fi
    if [ "$(cat "$new/data-dir")" != "$data" ]; then echo "$data" >"$new/data-dir" || return 1; fi
}

switch_version() {
    if [ -n "$previous" ]; then echo "$previous" >"$prefix/versions/.before" || return 1; fi
    point_current_to "versions/$version"
}

# Back to how it was when find_what_is_there looked. A daemon that was not stopped goes on undisturbed.
undo() {
    # not '': what is ignored here would be ignored by the daemon that is started below
    trap : HUP INT TERM
    say "Going back"
    if [ "$touched" = yes ]; then stop_service; fi
    if [ "$fresh" = yes ]; then rm -rf "$new"; fi
    if [ -n "$replaced" ] && [ -d "$replaced" ]; then mv "$replaced" "$new"; fi
    rm -rf "$prefix/versions/.new" "$prefix/.current"
    if [ -n "$previous" ]; then
        if [ "$touched" = yes ]; then run_previous; fi
    else
        if [ "$touched" = yes ]; then rm -f "$prefix/current"; remove_service; fi
        rmdir "$prefix/versions" 2>/dev/null
        if [ "$had_data" = no ]; then rm -rf "$data"; fi
        if [ "$made_user" = yes ]; then remove_user; fi
    fi
    drop_lock
    rmdir "$prefix" 2>/dev/null
}

run_previous() {
    point_current_to "$previous" && rm -f "$prefix/versions/.before"
    if [ "$had_service" = yes ]; then
        install_service
        start_service && wait_for_daemon
    fi
}

# step COMMAND CODE SENTENCE: where the disk has become full, the reason is that
step() {
    if ! "$1"; then
        undo
        check_room
        fail "$2" "$3"
    fi
}

drop_old_versions() {
    rm -rf "$prefix/versions/.replaced" "$prefix/versions/.before"
    for old in "$prefix"/versions/*; do
        case versions/${old##*/} in
            "versions/$version"|"$previous") ;;
            *) rm -rf "$old" ;;
        esac
    done
}

main "$@"
