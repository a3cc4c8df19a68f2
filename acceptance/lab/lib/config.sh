# shellcheck shell=bash
# Writes the configuration of every daemon of one lab into $LAB/conf/NODE, which the node sees as /run/lab/conf.

write_config() {
    local mode=$1 node
    claim_state
    mkdir -p "$LAB"/{log,keys,nodes}
    echo "$mode" >"$LAB/mode"
    cp -r "$LAB_HOME/conf" "$LAB/conf"
    mkdir -p "$LAB/conf/isp"
    # the scripts as they were at "up", for the nodes
    mkdir "$LAB/bin"
    cp -r "$LAB_HOME/lab" "$LAB_HOME/lib" "$LAB/bin/"
    for node in nas inet; do
        new_keys "$node"
    done
    ssh-keygen -q -t ed25519 -N '' -C lab-admin -f "$LAB/keys/id_ed25519"
    for node in nas inet; do
        cp "$LAB/keys/id_ed25519.pub" "$LAB/conf/$node/authorized_keys"
    done
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 30 -subj /CN=mail.remote.example \
        -addext "subjectAltName=DNS:mail.remote.example,DNS:relay.remote.example,DNS:aspmx.l.google.com,DNS:mx1.mail.icloud.com" \
        -keyout "$LAB/conf/inet/tls.key" -out "$LAB/conf/inet/tls.pem" 2>/dev/null
    configure_sshd
    configure_router
}

new_keys() {
    rm -f "$LAB/conf/$1"/ssh_host_*
    ssh-keygen -q -t ed25519 -N '' -C "lab-$1" -f "$LAB/conf/$1/ssh_host_ed25519_key"
    ssh-keygen -q -t rsa -b 2048 -N '' -C "lab-$1" -f "$LAB/conf/$1/ssh_host_rsa_key"
}

configure_sshd() {
    local nas=$LAB/conf/nas/sshd_config
    cp "$nas" "$LAB/conf/inet/sshd_config"
    printf "ListenAddress 44.128.1.22\nSubsystem sftp internal-sftp\n" >>"$LAB/conf/inet/sshd_config"
    printf 'UsePAM no\nPasswordAuthentication yes\n' >>"$LAB/conf/inet/sshd_config"
    # DSM has no SFTP subsystem until SFTP is ticked in its Control Panel
    [ "${LAB_SFTP:-0}" = 0 ] || echo "Subsystem sftp internal-sftp" >>"$nas"
    case ${LAB_SSH_AUTH:-password} in
        password) printf 'UsePAM no\nPasswordAuthentication yes\n' >>"$nas" ;;
        keyboard-interactive) printf 'UsePAM yes\nPasswordAuthentication no\nKbdInteractiveAuthentication yes\n' >>"$nas" ;;
        *) die "LAB_SSH_AUTH: password or keyboard-interactive" ;;
    esac
}

configure_router() {
    local conf=$LAB/conf/router behind=no
    [ "$(cat "$LAB/mode")" = public ] || behind=yes
    {
        # what stands before a router that is behind another one asks in everybody's name
        if [ $behind = yes ]; then echo "secure_mode=no"; else echo "secure_mode=${LAB_UPNP_SECURE:-yes}"; fi
        echo "force_igd_desc_v1=${LAB_IGD1:-no}"
        if [ -n "${LAB_EXT_IP:-}" ]; then echo "ext_ip=$LAB_EXT_IP"; elif [ $behind = yes ]; then echo "ext_ip=44.128.0.99"; fi
    } >>"$conf/miniupnpd.conf"
    if [ $behind = yes ]; then
        # NAT-PMP would tell the other address
        sed -i 's/^enable_natpmp=.*/enable_natpmp=no/' "$conf/miniupnpd.conf"
        wan_address "$(cat "$LAB/mode")" >"$conf/behind.address"
    fi
    [ -z "${LAB_REBIND:-}" ] || echo "stop-dns-rebind" >>"$conf/dnsmasq.conf"
}
