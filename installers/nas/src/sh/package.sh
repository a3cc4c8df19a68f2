#!/bin/sh
# Puts the package for the NAS together: package.sh DAEMON-FOLDER JRE REHEARSAL-CLASSES VERSION PROCESSOR EPOCH-SECONDS TARGET-FOLDER [PUBLIC-KEY PRIVATE-KEY]
# The same input gives the same bytes, except for the start cache, which Java makes in a rehearsal, and for the signature. Without a pair of
# keys (PEM) the package is signed with one that is made for it and forgotten; its public half is in TARGET-FOLDER/signing-key.pem either way.
set -eu
daemon=$1 jre=$2 rehearsal=$3 version=$4 processor=$5 epoch=$6 target=$7 public=${8:-} private=${9:-}
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
name=mailstation-$version-linux-$processor
stage=$target/program/$name

[ -x "$daemon/bin/mailstationd" ] || { echo "$daemon is missing: build nas-daemon first (mvn -pl installers/nas -am package)" >&2; exit 1; }
rm -rf "$target/program"
mkdir -p "$stage/service"
cp -R "$daemon/bin" "$daemon/lib" "$stage/"
cp -R "$jre" "$stage/jre"
cp "$here/sh/install.sh" "$here/sh/uninstall.sh" "$stage/"
cp "$here"/service/* "$stage/service/"
echo "$version" >"$stage/VERSION"
echo "$processor" >"$stage/PROCESSOR"
"$stage/jre/bin/java" -cp "$rehearsal" org.mailstation.rehearsal.StoredJars "$stage/lib"
chmod -R u=rwX,go=rX "$stage"
chmod 0755 "$stage"/install.sh "$stage"/uninstall.sh "$stage"/service/keep-running.sh "$stage"/bin/* "$stage"/jre/bin/*
# Java compares the times of the jars with those it has seen, and the archive gives everything this one.
find "$stage" -exec touch -h -d "@$epoch" {} +
"$stage/jre/bin/java" -cp "$rehearsal" org.mailstation.rehearsal.Main "$stage"
# shellcheck disable=SC2094  # the list leaves itself out
(cd "$stage" && find . -type f ! -name SHA256SUMS | LC_ALL=C sort | xargs -d '\n' sha256sum >SHA256SUMS)

archive=$target/$name.tar.gz
LC_ALL=C tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$epoch" --format=ustar -C "$target/program" -cf - "$name" | gzip -n -9 >"$archive"
(cd "$target" && sha256sum "$name.tar.gz" >"$name.tar.gz.sha256")
if [ -n "$public" ]; then cp "$public" "$target/signing-key.pem"; fi
"$stage/jre/bin/java" -cp "$rehearsal" org.mailstation.rehearsal.Signed "$archive" "$target/signing-key.pem" "$private"
