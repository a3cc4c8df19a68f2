#!/bin/sh
# Links the Java for NASes with another processor than this computer's, from a JDK that was made for them:
#   runtime-of-another.sh PROCESSOR JDK-FOR-IT MODULES HIGHEST-GLIBC TARGET-FOLDER
# PROCESSOR as "uname -m" calls it. The JDK must have its modules (folder jmods) and be a 25 as well. HIGHEST-GLIBC is what NASes may be expected
# to have, for example 2.36 (DSM 7.2): what needs a newer C library is refused here, and not by the first NAS that it is brought to.
set -eu
processor=$1 foreign=$2 modules=$3 glibc=$4 target=$5
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
fail() { echo "A package for $processor cannot be made from $foreign: $1" >&2; exit 1; }
of() { sed -n "s/^$1=\"\\(.*\\)\"\$/\\1/p" "$foreign/release"; }

[ -r "$foreign/release" ] || fail "there is no JDK (a file \"release\" is missing)."
[ "$(of OS_NAME)" = Linux ] && [ "$(of OS_ARCH)" = "$processor" ] || fail "it is for $(of OS_NAME) on $(of OS_ARCH)."
case $(of JAVA_VERSION) in 25|25.*) ;; *) fail "it is Java $(of JAVA_VERSION); 25 is needed." ;; esac
[ -e "$foreign/jmods/java.base.jmod" ] || fail "its folder jmods is missing. Temurin's comes as an archive of its own (jmods), to be unpacked there."

jdk=$("$here/../../../../acceptance/find-jdk25")
rm -rf "$target"
"$jdk/bin/jlink" --module-path "$foreign/jmods" --add-modules "$modules" --strip-java-debug-attributes --no-header-files --no-man-pages \
    --exclude-files '**.debuginfo' --compress zip-0 --output "$target"
needed=$(find "$target" -type f \( -name '*.so' -o -path '*/bin/*' \) -exec grep -aoh 'GLIBC_2\.[0-9]*' {} + | sort -t. -k2n -u | tail -n 1)
needed=${needed#GLIBC_}
newest=$(printf '%s\n%s\n' "$needed" "$glibc" | sort -t. -k2n | tail -n 1)
[ "$newest" = "$glibc" ] || fail "it needs the C library $needed, and NASes have $glibc. Take one that was built for older systems, as Temurin is, or raise -Dnas.glibc."
echo "Java $(of JAVA_VERSION) for $processor, from the C library $needed on"
