# shellcheck shell=bash
# What runs inside a node. $CONF, $LOG: its configuration and the lab's logs, as the node sees them.

CONF=/run/lab/conf
LOG=/run/lab/log

# daemon NAME COMMAND...: in the background, its words in the log of that name
daemon() {
    local log=$LOG/$1.log; shift
    (exec "$@" >>"$log" 2>&1 </dev/null) &
}

# The node's pid 1: starts the daemons, then only waits and buries the dead.
node_services() {
    local node=$1
    hostname "$node"
    "serve_$node"
    touch "$LOG/$node.ready"
    trap 'exit 0' TERM
    while :; do
        sleep infinity &
        wait $! || true
    done
}

use_resolver() { # ADDRESS
    if [ -L /etc/resolv.conf ] || ! mountpoint -q /etc/resolv.conf; then rm -f /etc/resolv.conf; fi
    printf 'nameserver %s\nsearch lan\n' "$1" >/etc/resolv.conf
}

serve_pc() {
    local target
    # the file is this computer's: cover it, do not change it
    target=$(readlink -m /etc/resolv.conf)
    printf 'nameserver 192.168.77.1\nsearch lan\n' >/run/resolv.conf
    [ -e "$target" ] || { mkdir -p "${target%/*}" && touch "$target"; }
    mount --bind /run/resolv.conf "$target"
    mount --bind $CONF/avahi /etc/avahi
    mkdir -p /run/dbus /run/avahi-daemon
    daemon pc-dbus dbus-daemon --config-file=$CONF/dbus.conf --nofork --nopidfile
    wait_until 10 "D-Bus in pc" test -S /run/dbus/system_bus_socket
    daemon pc-avahi avahi-daemon --no-drop-root --no-rlimits --no-chroot
}

# A Disk Station's face: admin (uid 1024, group administrators 101) who needs sudo with a password, /etc.defaults/VERSION, /volume1
serve_nas() {
    use_resolver 192.168.77.1
    hostname DiskStation
    printf '127.0.0.1 localhost\n127.0.1.1 DiskStation\n' >/etc/hosts
    sed -i -E 's/^([^:]+:x):101:/\1:9101:/' /etc/group
    groupadd -g 101 administrators
    add_person admin 1024 -G administrators
    add_person eva 1026
    mkdir -p /etc/sudoers.d /etc.defaults /usr/syno/etc /volume1 /run/sshd /run/avahi-daemon
    echo '%administrators ALL=(ALL) ALL' >/etc/sudoers.d/dsm
    chmod 440 /etc/sudoers.d/dsm
    cp $CONF/VERSION /etc.defaults/VERSION
    cp $CONF/synoinfo.conf /etc.defaults/
    cp $CONF/synoinfo.conf /etc/
    rm -rf /etc/avahi
    cp -r $CONF/avahi /etc/avahi
    daemon nas-sshd /usr/sbin/sshd -D -e -f $CONF/sshd_config
    daemon nas-avahi avahi-daemon --no-drop-root --no-rlimits --no-chroot
    # what DSM answers to searches: one run of a script for each question, which may take its time (-t)
    daemon nas-ssdp socat -t 4 UDP4-RECVFROM:1900,ip-add-membership=239.255.255.250:eth0,reuseaddr,fork "EXEC:bash $CONF/dsm/ssdp"
    daemon nas-finder socat -t 4 UDP4-RECVFROM:9999,reuseaddr,fork "EXEC:bash $CONF/dsm/finder"
    daemon nas-web socat TCP4-LISTEN:5000,reuseaddr,fork "EXEC:bash $CONF/dsm/web"
}

add_person() { # NAME UID [useradd options]
    local name=$1 home=/var/services/homes/$1 uid=$2; shift 2
    mkdir -p "${home%/*}"
    useradd -m -o -u "$uid" -g users -s /bin/sh -d "$home" -K MAIL_DIR=/dev/null "$@" "$name"
    echo "$name:Lab-Passw0rd" | chpasswd
    mkdir -p "$home/.ssh"
    cp $CONF/authorized_keys "$home/.ssh/authorized_keys"
    chown -R "$name" "$home"
}

serve_router() {
    nft -f $CONF/base.nft
    daemon router-miniupnpd miniupnpd -d -f $CONF/miniupnpd.conf
    if [ -e $CONF/behind.address ] && grep -q '^ext_ip=44.128.0.99' $CONF/miniupnpd.conf; then
        daemon router-behind /usr/bin/python3 $CONF/behind 5556 44.128.0.99 "$(cat $CONF/behind.address)"
        nft add rule inet filter prerouting iifname br0 ip daddr 192.168.77.1 tcp dport 5555 redirect to :5556
    fi
    daemon router-dnsmasq dnsmasq -k -C $CONF/dnsmasq.conf
}

serve_isp() {
    # in a home with two routers this is the first one, which people can look at
    if ip -4 addr show dev lan | grep -qF 192.168.1.1/; then
        echo 44.128.0.99 >/run/outside
        daemon isp-box /usr/bin/python3 $CONF/box 192.168.1.1 /run/outside
    fi
    nft -f - <<'X'
table ip nat {
  chain post {
    type nat hook postrouting priority 100; policy accept;
    oifname "wan" masquerade
  }
}
X
}

serve_inet() {
    use_resolver 44.128.1.54
    printf '127.0.0.1 localhost\n44.128.1.25 mail.remote.example mail\n' >/etc/hosts
    mkdir -p /run/knot/db /run/knot/zones /run/unbound /run/sshd
    cp $CONF/zones/* /run/knot/zones/
    daemon inet-knot knotd -c $CONF/knot.conf
    serve_family_dns 44.128.1.57
    serve_family_dns 44.128.1.58
    # a name server that knows nothing of the family
    serve_family_dns 44.128.1.59 elsewhere.example
    daemon inet-unbound unbound -d -c $CONF/unbound.conf
    daemon inet-coturn turnserver -n --stun-only -L 44.128.1.34 -L 44.128.1.35 --no-tls --no-dtls --no-cli -m 1 \
        --pidfile /run/turn.pid --log-file stdout --simple-log
    daemon inet-ntp /usr/bin/python3 $CONF/ntp 44.128.1.123 0
    daemon inet-ntp-wrong /usr/bin/python3 $CONF/ntp 44.128.1.124 600
    mkdir -p /run/ddns
    DDNS_TSIG=$(awk '/id:/{id=$3} /algorithm:/{algorithm=$2} /secret:/{print algorithm ":" id ":" $2}' $CONF/tsig.conf) \
        daemon inet-ddns /usr/bin/python3 $CONF/ddns 44.128.1.80 80 /run/ddns
    # a rented server: any SSH account lets the assistant look from outside (direct-tcpip)
    add_person vps 2001
    # somebody whom the family writes to
    add_person friend 2002
    daemon inet-sshd /usr/sbin/sshd -D -e -f $CONF/sshd_config
    serve_postfix
}

serve_family_dns() { # ADDRESS [ZONE]
    local run=/run/knot-$1 zone=${2:-family.example}
    mkdir -p "$run/db" "$run/zones"
    cp $CONF/family/* "$run/zones/"
    sed "s/ADDRESS/$1/; s/family\.example/$zone/" $CONF/knot-family.conf >"$run/knot.conf"
    daemon "inet-knot-$1" knotd -c "$run/knot.conf"
}

serve_postfix() {
    cp $CONF/main.cf /etc/postfix/main.cf
    [ -s /etc/postfix/master.cf ] || cp /usr/share/postfix/master.cf.dist /etc/postfix/master.cf
    # no chroot (its copies of /etc would be this computer's), and postlogd, as there is no syslog
    sed -i -E 's/^([a-z0-9_.-]+ +[a-z]+ +[-yn]+ +[-yn]+ +)[-y]( )/\1n\2/' /etc/postfix/master.cf
    grep -q '^postlog ' /etc/postfix/master.cf || echo 'postlog unix-dgram n - n - 1 postlogd' >>/etc/postfix/master.cf
    # the relay: whoever signs in may send to everybody
    cat >>/etc/postfix/master.cf <<'X'
44.128.1.87:587 inet n - n - - smtpd
  -o syslog_name=relay
  -o smtpd_tls_security_level=encrypt
  -o smtpd_sasl_auth_enable=yes
  -o smtpd_relay_restrictions=permit_sasl_authenticated,reject
  -o mynetworks=127.0.0.0/8
X
    mkdir -p /etc/postfix/sasl
    printf '%s\n' "pwcheck_method: auxprop" "auxprop_plugin: sasldb" "mech_list: PLAIN LOGIN" >/etc/postfix/sasl/smtpd.conf
    rm -f /etc/sasldb2
    echo Relay-Passw0rd | saslpasswd2 -p -c -f /etc/sasldb2 -u mail.remote.example family
    chgrp postfix /etc/sasldb2
    chmod 640 /etc/sasldb2
    rm -rf /var/spool/postfix /var/lib/postfix
    mkdir -p /var/spool/postfix /var/lib/postfix /var/mail
    chown postfix /var/lib/postfix
    { postfix check && /usr/lib/postfix/sbin/master -w; } >>$LOG/inet-postfix.log 2>&1 </dev/null
}
