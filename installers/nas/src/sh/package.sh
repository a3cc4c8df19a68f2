#!/bin/sh
# Puts the package for the NAS together: package.sh DAEMON-FOLDER JRE VERSION PROCESSOR EPOCH-SECONDS TARGET-FOLDER
# The same input gives the same bytes.
set -eu
daemon=$1 jre=$2 version=$3 processor=$4 epoch=$5 target=$6
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
name=mailstation-$version-linux-$processor
stage=$target/stage/$name

[ -x "$daemon/bin/mailstationd" ] || { echo "$daemon is missing: build nas-daemon first (mvn -pl installers/nas -am package)" >&2; exit 1; }
rm -rf "$target/stage"
mkdir -p "$stage/service"
cp -R "$daemon/bin" "$daemon/lib" "$stage/"
cp -R "$jre" "$stage/jre"
cp "$here/sh/install.sh" "$here/sh/uninstall.sh" "$stage/"
cp "$here"/service/* "$stage/service/"
echo "$version" >"$stage/VERSION"
echo "$processor" >"$stage/PROCESSOR"
chmod -R u=rwX,go=rX "$stage"
chmod 0755 "$stage"/install.sh "$stage"/uninstall.sh "$stage"/service/keep-running.sh "$stage"/bin/* "$stage"/jre/bin/*
# shellcheck disable=SC2094  # the list leaves itself out
(cd "$stage" && find . -type f ! -name SHA256SUMS | LC_ALL=C sort | xargs -d '\n' sha256sum >SHA256SUMS)

archive=$target/$name.tar.gz
LC_ALL=C tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$epoch" --format=ustar -C "$target/stage" -cf - "$name" | gzip -n -9 >"$archive"
(cd "$target" && sha256sum "$name.tar.gz" >"$name.tar.gz.sha256")
rm -rf "$target/stage"
