# For the scripts of the package. DSM runs them as the package's own user, with SYNOPKG_PKGDEST (the program) and SYNOPKG_PKGVAR (the data).

say() { if [ -n "${SYNOPKG_TEMP_LOGFILE:-}" ]; then echo "$*" >>"$SYNOPKG_TEMP_LOGFILE"; else echo "$*"; fi; }

# The ports of mail belong to one service only.
warn_of_others() {
    for other in MailPlus-Server MailServer; do
        if [ -e "/var/packages/$other/enabled" ]; then say "$other is running on this NAS and keeps the ports of mail for itself: stop it in the package centre first."; fi
    done
}

# A Java runtime and an index want memory that a small NAS may not have.
warn_of_little_memory() {
    free=$(awk '$1 == "MemAvailable:" { print int($2 / 1024) }' /proc/meminfo)
    if [ -n "$free" ] && [ "$free" -lt 300 ]; then say "Only $free MB of memory are free on this NAS; Mail Station wants 300 MB. Stop packages that you do not need."; fi
}
