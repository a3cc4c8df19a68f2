package org.mailstation.desktop.install;

/**
 * Describes a NAS in lines {@code key=value}, and changes nothing there. For a POSIX shell with or
 * without GNU tools (DSM, BusyBox), and without an administrator's right. Arguments: root of the
 * file system, folder of a user-mode installation or nothing.
 */
final class LookScript {
    private LookScript() {}

    private static final String SYSTEM =
            """
            root=$1; folder=$2
            echo "system=$(uname -s)"
            echo "architecture=$(uname -m)"
            value() { sed -n "s/^$2=//p" "$1" 2>/dev/null | head -n 1 | tr -d '"'; }
            v=$root/etc.defaults/VERSION
            if [ -r "$v" ]; then echo "product=DSM $(value "$v" productversion)-$(value "$v" buildnumber)"
            elif [ -r "$root/etc/os-release" ]; then echo "product=$(value "$root/etc/os-release" PRETTY_NAME)"
            fi
            """;

    /**
     * Whether our service is one of systemd's: only one that can give the right to low ports is
     * used, from version 229 on Linux 4.3 and later.
     */
    private static final String SYSTEMD =
            """
            ambient=no
            if grep -q '^CapAmb:' "$root/proc/self/status" 2>/dev/null; then ambient=yes; fi
            release=$(systemctl --version 2>/dev/null | sed -n '1s/^systemd \\([0-9]*\\).*/\\1/p')
            systemd=no
            if [ -d "$root/run/systemd/system" ] && [ "${release:-0}" -ge 229 ] && [ $ambient = yes ]; then systemd=yes; echo systemd=yes; fi
            """;

    /** What is installed, by whom, and the room there. */
    private static final String INSTALLATION =
            """
            prefix=; owner=
            if [ -n "$folder" ]; then prefix=$folder
            else
                for place in "$root"/volume[0-9]*/@mailstation "$root/opt/mailstation" "$root/var/packages/mailstation/target"; do
                    if [ -x "$place/current/bin/mailstationctl" ]; then prefix=$place; break; fi
                done
                if [ -z "$prefix" ]; then
                    for place in "$root"/volume[0-9]* "$root/opt"; do
                        if [ -d "$place" ]; then prefix=$place/mailstation; break; fi
                    done
                fi
            fi
            if [ -x "$prefix/current/bin/mailstationctl" ]; then
                data=$(cat "$prefix/current/data-dir")
                echo "prefix=$prefix"; echo "data=$data"; echo "version=$(cat "$prefix/current/VERSION")"
                if [ -w "$data/run/control.sock" ]; then echo reachable=yes; fi
                owner=installer
                if [ -z "$folder" ]; then
                    if [ "$prefix" = "$root/var/packages/mailstation/target" ]; then owner=package-centre
                    elif [ "$prefix" = "$root/opt/mailstation" ] && [ -e "$root/var/lib/dpkg/info/mailstation.prerm" ]; then owner=dpkg
                    fi
                fi
                echo "owner=$owner"
            fi
            while [ -n "$prefix" ] && [ ! -d "$prefix" ]; do prefix=${prefix%/*}; done
            echo "free=$(df -Pk "${prefix:-/}" | awk 'NR == 2 { print $4 }')"
            """;

    /**
     * The right to ports below 1024: systemd gives it, or {@code setpriv} since util-linux 2.31;
     * without either Linux 4.11 and later can allow these ports to all.
     */
    private static final String LOW_PORTS =
            """
            everybody=$(cat "$root/proc/sys/net/ipv4/ip_unprivileged_port_start" 2>/dev/null)
            low_ports=
            if [ "${everybody:-1024}" -le 25 ]; then low_ports=everybody
            elif [ -n "$folder" ] || [ "$owner" = package-centre ]; then low_ports=none
            elif [ $systemd = yes ]; then low_ports=own-right
            elif [ $ambient = yes ] && setpriv --help 2>/dev/null | grep -q ambient-caps; then low_ports=own-right
            fi
            if [ -n "$low_ports" ]; then :
            elif [ -n "$everybody" ]; then low_ports=everybody
            elif [ -r "$root/proc/self/status" ]; then low_ports=none
            fi
            echo "low-ports=$low_ports"
            """;

    /** Memory as programs can get it; Linux before 3.14 does not say that in one line. */
    private static final String MEMORY =
            """
            awk '$1 == "MemTotal:" { print "memory=" $2 }
                $1 == "MemAvailable:" { told = 1; print "free-memory=" $2 }
                $1 == "MemFree:" || $1 == "Buffers:" || $1 == "Cached:" { sum += $2 }
                END { if (!told && sum) print "free-memory=" sum }' "$root/proc/meminfo" 2>/dev/null
            """;

    /**
     * {@code standbytimer} is DSM's, in minutes; a NAS that was suspended since it was started has
     * counted it.
     */
    private static final String SLEEP =
            """
            minutes=$(value "$root/etc/synoinfo.conf" standbytimer)
            slept=$(cat "$root/sys/power/suspend_stats/success" 2>/dev/null)
            if [ "${slept:-0}" -gt 0 ] 2>/dev/null ||
                cat "$root"/etc/systemd/logind.conf "$root"/etc/systemd/logind.conf.d/*.conf 2>/dev/null |
                grep -qE '^ *IdleAction *= *(suspend|hibernate|hybrid-sleep|poweroff)'; then echo sleep=whole
            elif [ "${minutes:-0}" -gt 0 ] 2>/dev/null || grep -qE '^[[:space:]]*spindown_time *= *[1-9]' "$root/etc/hdparm.conf" 2>/dev/null; then echo sleep=disks
            fi
            """;

    /** Whoever else holds ports of mail; what our own user holds does not count. */
    private static final String RIVALS =
            """
            packages=
            for one in MailPlus-Server MailServer; do
                if [ -e "$root/var/packages/$one/enabled" ]; then packages="$packages $one"; fi
            done
            echo "mail-packages=$packages"
            ours=$(id -u mailstation 2>/dev/null)
            taken=$(cat "$root/proc/net/tcp" "$root/proc/net/tcp6" 2>/dev/null | awk -v ours="${ours:-none}" '
                BEGIN { mail["0019"] = 25; mail["006E"] = 110; mail["008F"] = 143; mail["01D1"] = 465
                    mail["024B"] = 587; mail["03E1"] = 993; mail["03E3"] = 995 }
                { port = substr($2, length($2) - 3) }
                $4 == "0A" && $8 != ours && (port in mail) && !seen[port]++ { print mail[port] }' | tr '\\n' ' ')
            echo "taken=$taken"
            echo "mail-programs=$(cat "$root"/proc/[0-9]*/comm 2>/dev/null | grep -xE 'master|dovecot|exim4?|sendmail' | sort -u | tr '\\n' ' ')"
            """;

    static final String TEXT =
            SYSTEM + SYSTEMD + INSTALLATION + LOW_PORTS + MEMORY + SLEEP + RIVALS;
}
