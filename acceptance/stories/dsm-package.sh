#!/usr/bin/env bash
# The mail service as a package of a Disk Station.
# shellcheck source=SCRIPTDIR/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=SCRIPTDIR/assistant.sh
. "$STORIES/assistant.sh"
story "a Disk Station gets the mail service as a package of DSM 7, which runs without any right of root"

PACKAGE=/var/packages/mailstation
# script NAME ARGUMENT...: as DSM runs it, as the package's own user
script() {
    local name=$1; shift
    # shellcheck disable=SC2016
    nas env SYNOPKG_PKGDEST=$PACKAGE/target SYNOPKG_PKGVAR=$PACKAGE/var SYNOPKG_PKG_STATUS="${PKG_STATUS:-}" \
        su -s /bin/sh mailstation -c 'exec "$@"' -- sh "$PACKAGE/scripts/$name" "$@"
}
ctl() { nas "$PACKAGE/target/bin/mailstationctl" --data $PACKAGE/var "$@"; }
# 0 or 1: how it is; more: it does not answer
answers() { ctl status; [ $? -le 1 ]; }
step "the package has the form that DSM 7 asks for"
try env QUICK=yes "$TOP/installers/nas/build" spk
succeeded
note "$(tail -n 1 <<<"$SAID")"
spk=$(echo "$TOP"/installers/nas/target/mailstation-*.spk)
parts=$PC_HOME/spk
mkdir -p "$parts/package" && tar -xf "$spk" -C "$parts" && tar -xzf "$parts/package.tgz" -C "$parts/package" ./port_conf
info() { sed -n "s/^$1=\"\(.*\)\"$/\1/p" "$parts/INFO"; }
same "name" mailstation "$(info package)"
grep -qE '^[0-9.]+-[0-9]{4}$' <<<"$(info version)" || fail "the version is none that DSM understands: $(info version)"
grep -qE '^7\.[0-9]-[0-9]{5}$' <<<"$(info os_min_ver)" || fail "os_min_ver: $(info os_min_ver)"
for field in displayname description description_ger arch maintainer extractsize; do [ -n "$(info $field)" ] || fail "$field is missing in INFO"; done
same "checksum" "$(md5sum <"$parts/package.tgz" | cut -d' ' -f1)" "$(info checksum)"
for name in preinst postinst preuninst postuninst preupgrade postupgrade start-stop-status; do [ -x "$parts/scripts/$name" ] || fail "scripts/$name is missing or cannot be run"; done
same "run-as" package "$(python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["defaults"]["run-as"])' "$parts/conf/privilege")"
python3 -c 'import json, sys; json.load(open(sys.argv[1]))["port-config"]["protocol-file"]' "$parts/conf/resource"
# width and height of a PNG stand in its octets 16 to 23
edges() { od -An -tu1 -j16 -N8 "$1" | tr -s ' '; }
same "the small icon" " 0 0 0 64 0 0 0 64" "$(edges "$parts/PACKAGE_ICON.PNG")"
same "the large icon" " 0 0 1 0 0 0 1 0" "$(edges "$parts/PACKAGE_ICON_256.PNG")"
for name in ./bin/mailstationd ./mailstation ./port_conf/mailstation.sc; do tar -tzf "$parts/package.tgz" "$name" >/dev/null || fail "$name is missing in package.tgz"; done
! tar -tzf "$parts/package.tgz" | grep -E '^/|(^|/)\.\.(/|$)' || fail "something in it lies outside its folder"
! tar -tvzf "$parts/package.tgz" | grep -E '^-(..s|.....s)' || fail "something in it takes the rights of another user"

step "DSM unpacks it and starts it as the package's own user"
nas sh -c "useradd --system --user-group --home-dir $PACKAGE/home --shell /bin/false mailstation &&
    mkdir -p /volume1/@appstore/mailstation /volume1/@appdata/mailstation $PACKAGE/scripts &&
    ln -s /volume1/@appstore/mailstation $PACKAGE/target && ln -s /volume1/@appdata/mailstation $PACKAGE/var && tar -xzf - -C $PACKAGE/target &&
    chown -R mailstation:mailstation /volume1/@appstore/mailstation /volume1/@appdata/mailstation" <"$parts/package.tgz"
tar -C "$parts" -cf - scripts | nas tar -xf - -C $PACKAGE
try script preinst
succeeded
try script postinst
succeeded
try script start-stop-status status
same "status before" 3 "$STATUS"
try script start-stop-status start
succeeded
eventually 60 "the daemon" answers
try script start-stop-status status
succeeded

step "where Synology's own mail server runs that is said"
nas sh -c 'mkdir -p /var/packages/MailServer && : >/var/packages/MailServer/enabled'
try script preinst
says "MailServer is running"
nas rm -r /var/packages/MailServer

step "the assistant sees at once that it is a package, that it fits, and that it gets no ports below 1024"
connect_as admin
succeeded
says "package of the Package Center" "the settings come next" "gets no ports below 1024"

step "with the usual form it sets it up on ports that need no root, and says so"
station_form >"$PC_HOME/station.toml"
apply_form "$PC_HOME/station.toml"
succeeded
says "2525 instead of 25"
set_mailbox_password "$ANNA"
succeeded
try nas ss -Htln
says ":2525" ":4650" ":9930"
does_not_say ":993 " ":25 "
# DSM's firewall is told of the same ports
for port in $(sed -n 's/^dst.ports="\(.*\)\/tcp"$/\1/p' "$parts/package/port_conf/mailstation.sc" | tr ',' ' '); do
    [ "$port" = 4190 ] || says ":$port "
done

step "outside nothing differs: programs and other servers keep the usual ports"
try ctl client "$ANNA"
says 993 465
does_not_say 9930 4650
router_answered
# shellcheck disable=SC2016
eventually 20 "the router leads port 25 there" nas sh -c '"$1"/bin/mailstationctl --data "$2" forward | grep -E "25 .*2525|2525.* 25"' sh $PACKAGE/target $PACKAGE/var

step "it does not put a second service beside the package's, and sends nothing"
install_daemon
refused
says "package of its system"
does_not_say "Uploading"

step "stopped by DSM it is gone, and started again it has its settings"
try script start-stop-status stop
succeeded
[ -z "$(nas pgrep -u mailstation || true)" ] || fail "something of it still runs"
try script start-stop-status start
succeeded
eventually 60 "the daemon" answers
says "$STATION"

step "by hand, too, it never runs as root"
try script start-stop-status stop
succeeded
try nas $PACKAGE/target/mailstation start
refused
says "synopkg start mailstation"
try script start-stop-status start
succeeded
eventually 60 "the daemon" answers

step "it is uninstalled, and the router leads nothing to it any more"
PKG_STATUS=UNINSTALL
try script preuninst
succeeded
try ctl forward
does_not_say "leads 25"
try script start-stop-status stop
succeeded
[ -z "$(nas pgrep -u mailstation || true)" ] || fail "something of it still runs"

the_end
