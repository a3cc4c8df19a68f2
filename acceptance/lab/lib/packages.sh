# shellcheck shell=bash
# The third-party programs, from Debian.

PACKAGES=(
    avahi-daemon avahi-utils bind9-dnsutils conntrack coturn curl dbus ddclient dnsmasq-base dovecot-imapd fetchmail inadyn iproute2 iputils-ping isync knot
    knot-dnsutils libsasl2-modules miniupnpc miniupnpd miniupnpd-nftables natpmpc nftables nmap openssh-client openssh-server openssl pebble postfix
    procps prometheus python3 python3-dkim python3-dnspython sasl2-bin sieve-connect socat sshpass sudo swaks tcpdump testssl.sh unbound util-linux
    appstream desktop-file-utils imagemagick libgl1 libgtk-3-0 mmdebstrap rpm xdotool xvfb zstd)

install_packages() {
    need_root
    local policy=/usr/sbin/policy-rc.d missing=() package
    for package in "${PACKAGES[@]}"; do
        dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || { say "every package is there"; return; }
    echo "postfix postfix/main_mailer_type select No configuration" | debconf-set-selections
    echo "miniupnpd miniupnpd/start_daemon boolean false" | debconf-set-selections
    # While they are unpacked nothing may start here; a rule that was there before stays as it was.
    if [ ! -e $policy ]; then
        trap 'rm -f /usr/sbin/policy-rc.d' EXIT
        printf '#!/bin/sh\nexit 101\n' >$policy
        chmod 755 $policy
    fi
    DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=600 -o Dpkg::Use-Pty=0 --no-install-recommends \
        install "${missing[@]}" </dev/null
    keep_from_starting "${missing[@]}"
    say "installed: ${missing[*]}"
}

# They serve the lab only: none may start with this computer's next boot either.
keep_from_starting() {
    command -v systemctl >/dev/null || return 0
    local package unit
    for package in "$@"; do
        for unit in $(dpkg -L "$package" | grep -E '^(/usr)?/lib/systemd/system/[^/]+\.(service|socket)$' | xargs -r -n1 basename); do
            case $unit in dbus*|*@*) continue ;; esac
            systemctl disable "$unit" >/dev/null 2>&1 || true # a unit without an [Install] part cannot be disabled, nor need be
        done
    done
}
