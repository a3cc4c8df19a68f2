#!/bin/sh
# Puts the packages for NASes together:
#   package.sh DAEMON-FOLDER REHEARSAL-CLASSES VERSION EPOCH-SECONDS TARGET-FOLDER PUBLIC-KEY PRIVATE-KEY PROCESSOR JRE [PROCESSOR JRE NATIVE-FOLDER]...
# First the one for this computer's processor, then those for others: with their own Java and native libraries, and without a start cache, which
# Java can only make where it runs. The same input gives the same bytes, except for the start cache and for the signature. Without a pair of
# keys ('', else PEM) the packages are signed with one that is made for them and forgotten; its public half is in TARGET-FOLDER/signing-key.pem either way.
set -eu
daemon=$1 rehearsal=$2 version=$3 epoch=$4 target=$5 public=$6 private=$7
shift 7
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
java=$2/bin/java

# lay_out PROCESSOR JRE: what is in the package, in $stage
lay_out() {
    name=mailstation-$version-linux-$1
    stage=$target/program/$name
    mkdir -p "$stage/service"
    cp -R "$daemon/bin" "$daemon/lib" "$stage/"
    cp -R "$2" "$stage/jre"
    cp "$here/sh/install.sh" "$here/sh/uninstall.sh" "$stage/"
    cp "$here"/service/* "$stage/service/"
    echo "$version" >"$stage/VERSION"
    echo "$1" >"$stage/PROCESSOR"
    "$java" -cp "$rehearsal" org.mailstation.rehearsal.StoredJars "$stage/lib"
}

# Java compares the times of the jars with those it has seen, and the archive gives everything this one.
set_rights_and_times() {
    chmod -R u=rwX,go=rX "$stage"
    chmod 0755 "$stage"/install.sh "$stage"/uninstall.sh "$stage"/service/keep-running.sh "$stage"/bin/* "$stage"/jre/bin/*
    find "$stage" -exec touch -h -d "@$epoch" {} +
}

pack() {
    # shellcheck disable=SC2094  # the list leaves itself out
    (cd "$stage" && find . -type f ! -name SHA256SUMS | LC_ALL=C sort | xargs -d '\n' sha256sum >SHA256SUMS)
    LC_ALL=C tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$epoch" --format=ustar -C "$target/program" -cf - "$name" |
        gzip -n -9 >"$target/$name.tar.gz"
    (cd "$target" && sha256sum "$name.tar.gz" >"$name.tar.gz.sha256")
}

[ -x "$daemon/bin/mailstationd" ] || { echo "$daemon is missing: build nas-daemon first (mvn -pl installers/nas -am package)" >&2; exit 1; }
rm -rf "$target/program"
lay_out "$1" "$2"
set_rights_and_times
"$java" -cp "$rehearsal" org.mailstation.rehearsal.Main "$stage"
pack
shift 2
while [ $# -gt 0 ]; do
    lay_out "$1" "$2"
    rm -rf "$stage/lib/native"
    cp -R "$3" "$stage/lib/native"
    set_rights_and_times
    pack
    shift 3
done
if [ -n "$public" ]; then cp "$public" "$target/signing-key.pem"; fi
"$java" -cp "$rehearsal" org.mailstation.rehearsal.Signed "$target/signing-key.pem" "$private" "$target"/mailstation-*-linux-*.tar.gz
