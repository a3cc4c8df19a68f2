#!/bin/sh
# Removes the Mail Station daemon from this NAS.
#
#   uninstall.sh            stops it and removes the program; configuration, secrets and letters stay
#   uninstall.sh --purge    removes these too, for good
#
# It can be run again after it was interrupted.
#
# Exit codes: 0 done · 2 wrong arguments · 3 not root · 9 something could not be removed
set -u
main() {
    here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P) || exit 9
    # shellcheck source=/dev/null  # it lies beside this file only in the package
    . "$here/service/common.sh"
    purge=no
    case "$#:${1:-}" in
        0:) ;;
        1:--purge) purge=yes ;;
        *) fail 2 "The only argument is --purge." ;;
    esac
    case $here in
        */versions/*) prefix=${here%/versions/*} ;;
        *) fail 2 "Run the one that was installed: it lies beside the program, in current/uninstall.sh." ;;
    esac
    data=$(cat "$here/data-dir") || fail 9 "$here/data-dir is missing: it names the folder of the data. Install the same version again, then remove it."
    mode=$(cat "$here/mode" 2>/dev/null) || mode=root
    if [ "$mode" = root ] && [ "$(id -u)" != 0 ]; then fail 3 "This needs root: sudo sh uninstall.sh"; fi
    give_ports_back "$here"
    stop_service || fail 9 "The mail daemon does not end; nothing was removed. Restart this NAS, then run this again."
    remove_service
    if [ "$purge" = yes ]; then
        rm -rf "$data" || fail 9 "$data could not be removed; the program is still there. Look whether its disk may be written, then run this again."
        if [ "$mode" = root ]; then remove_user; fi
    fi
    remove_program || fail 9 "$prefix could not be removed. Look whether its disk may be written, then remove that folder by hand."
    rmdir "$prefix" 2>/dev/null
    if [ "$purge" = yes ]; then say "Mail Station and all its data are removed."; else say "Mail Station is removed. Its data stay in $data"; fi
}

# This file and what it needs go last: wherever it was ended, it can be run again.
remove_program() {
    for part in "$prefix"/versions/* "$prefix"/versions/.[!.]*; do
        if [ "$part" != "$here" ]; then rm -rf "$part" || return 1; fi
    done
    for part in "$here"/*; do
        case ${part##*/} in
            data-dir|mode|service|uninstall.sh) ;;
            *) rm -rf "$part" || return 1 ;;
        esac
    done
    rm -rf "$prefix/.current" "$prefix/.installing" "$prefix/current" "$prefix/versions"
}

main "$@"
