# What install.sh, uninstall.sh and the scripts of the Debian package share: user, folders and the service, whichever way this system has.
# Expects $mode, $prefix and $data.

unit=/etc/systemd/system/mailstation.service
link=/usr/local/bin/mailstationctl

say() { echo "$*"; }

fail() {
    code=$1
    shift
    echo "$*" >&2
    if command -v drop_lock >/dev/null 2>&1; then drop_lock; fi
    exit "$code"
}

make_user() {
    if id mailstation >/dev/null 2>&1; then return 0; fi
    made_user=yes
    if command -v useradd >/dev/null 2>&1; then
        useradd --system --user-group --home-dir "$data" --no-create-home --shell /bin/false mailstation
    elif command -v synouser >/dev/null 2>&1; then
        # DSM has no accounts without password: this one is random, expired, and known to nobody
        synouser --add mailstation "$(head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n')" "Mail Station" 1 "" 0 && synogroup --add mailstation mailstation
    elif command -v adduser >/dev/null 2>&1; then
        addgroup -S mailstation 2>/dev/null
        adduser -S -D -H -h "$data" -s /bin/false -G mailstation mailstation
    else
        return 1
    fi
    id mailstation >/dev/null 2>&1
}

make_data() {
    if [ ! -d "$data" ]; then mkdir -p "$data" && chmod 0710 "$data" || return 1; fi
    if [ "$mode" = root ]; then
        owner=$(id -u mailstation) && group=$(id -g mailstation) || return 1
        if [ "$(stat -c %u "$data")" != "$owner" ]; then chown -R "$owner:$group" "$data" || return 1; fi
    fi
}

# One rename: at no moment is there no current version.
point_current_to() {
    rm -f "$prefix/.current" && ln -s "$1" "$prefix/.current" || return 1
    mv -T "$prefix/.current" "$prefix/current" 2>/dev/null || { rm -f "$prefix/current" && mv "$prefix/.current" "$prefix/current"; }
}

# One that is too old to give a program the right to low ports (before 229, as in DSM, or on Linux before 4.3) is left aside: the script
# of init finds other ways.
has_systemd() {
    [ "$mode" = root ] && [ -d /run/systemd/system ] && grep -q '^CapAmb:' /proc/self/status &&
        [ "$(systemctl --version | sed -n '1s/^systemd \([0-9]*\).*/\1/p')" -ge 229 ]
}

# Where this system looks for what it shall start; DSM keeps its own place over system updates.
init_script() {
    if [ "$mode" = user ]; then echo "$prefix/mailstation"
    elif [ -e /etc.defaults/VERSION ]; then echo /usr/local/etc/rc.d/S99mailstation.sh
    else echo /etc/init.d/mailstation
    fi
}

service_exists() {
    if has_systemd; then [ -e "$unit" ]; else [ -e "$(init_script)" ]; fi
}

install_service() {
    current=$prefix/current
    printf '%s\n' "$mode" >"$current/mode" || return 1
    if has_systemd; then
        sed -e "s|@PREFIX@|$prefix|g" -e "s|@DATA@|$data|g" "$current/service/mailstation.service" >"$unit.new" &&
            mv "$unit.new" "$unit" && systemctl daemon-reload && systemctl --quiet enable mailstation || return 1
    else
        script=$(init_script)
        mkdir -p "$(dirname "$script")" && cp "$current/service/mailstation.init" "$script.new" && chmod 0755 "$script.new" && mv "$script.new" "$script" || return 1
        if [ "$mode" = root ]; then
            # the script finds its installation by this one line
            printf '%s\n' "$prefix" >/etc/mailstation.prefix || return 1
            if [ "$script" = /etc/init.d/mailstation ] && command -v update-rc.d >/dev/null 2>&1; then
                update-rc.d mailstation defaults >/dev/null 2>&1 || say "It could not be registered to start with the system."
            fi
        fi
    fi
    if [ "$mode" = root ]; then
        mkdir -p "$(dirname "$link")"
        if [ ! -e "$link" ] || [ -L "$link" ]; then ln -sfn "$prefix/current/bin/mailstationctl" "$link"; fi
    fi
    return 0
}

start_service() {
    if has_systemd; then systemctl start mailstation; else "$(init_script)" start; fi
}

service_runs() {
    if has_systemd; then systemctl --quiet is-active mailstation; else "$(init_script)" status >/dev/null; fi
}

daemon_answers() {
    "$prefix/current/bin/mailstationctl" --data "$data" status >/dev/null 2>&1
    # 0 or 1: how it is; 3: it does not answer
    [ $? -le 1 ]
}

wait_for_daemon() {
    waited=0
    while [ $waited -lt 60 ]; do
        if daemon_answers; then return 0; fi
        service_runs || return 1
        sleep 1
        waited=$((waited + 1))
    done
    return 1
}

show_log() {
    for log in "$data/logs/start.log" "$data/logs/mailstationd.log"; do
        if [ -s "$log" ]; then
            say "The last lines of $log:"
            tail -n 15 "$log"
        fi
    done
}

# give_ports_back PROGRAM: the router shall not lead to a mail service that is gone; one that does not answer holds up nothing
give_ports_back() {
    if service_runs 2>/dev/null && command -v timeout >/dev/null 2>&1; then
        timeout 40 "$1/bin/mailstationctl" forward --withdraw --data "$data" >/dev/null 2>&1 || say "The router may still lead its ports here: look at its settings."
    fi
}

stop_service() {
    if service_exists; then
        if has_systemd; then systemctl stop mailstation; else "$(init_script)" stop; fi || return 1
    fi
    return 0
}

remove_service() {
    if has_systemd; then
        systemctl --quiet disable mailstation 2>/dev/null
        rm -f "$unit"
        systemctl daemon-reload
    else
        script=$(init_script)
        rm -f "$script"
        if [ "$script" = /etc/init.d/mailstation ] && command -v update-rc.d >/dev/null 2>&1; then update-rc.d mailstation remove >/dev/null 2>&1; fi
        if [ "$mode" = root ]; then rm -f /etc/mailstation.prefix; fi
    fi
    # only if it is ours
    if [ "$mode" = root ] && [ "$(readlink "$link" 2>/dev/null)" = "$prefix/current/bin/mailstationctl" ]; then rm -f "$link"; fi
}

remove_user() {
    if command -v userdel >/dev/null 2>&1; then userdel mailstation
    elif command -v synouser >/dev/null 2>&1; then synouser --del mailstation; synogroup --del mailstation
    elif command -v deluser >/dev/null 2>&1; then deluser mailstation
    fi
    if grep -q '^mailstation:' /etc/group 2>/dev/null && command -v groupdel >/dev/null 2>&1; then groupdel mailstation; fi
} >/dev/null 2>&1
