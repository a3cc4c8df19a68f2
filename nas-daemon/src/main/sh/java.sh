# Finds the Java runtime; read by the programs in bin/. Sets $java, or explains and ends with 13.
# In this order: the runtime that came with Mail Station, JAVA_HOME, a Java 25 that the system has.

is_java_25() {
    [ -x "$1/bin/java" ] && [ -r "$1/release" ] && grep -q '^JAVA_VERSION="25' "$1/release"
}

java=
if [ -x "$home/jre/bin/java" ]; then
    java=$home/jre/bin/java
else
    for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/*25* /usr/java/*25* /opt/java/*25* /opt/*jdk*25* /Library/Java/JavaVirtualMachines/*25*/Contents/Home; do
        if [ -n "$candidate" ] && is_java_25 "$candidate"; then
            java=$candidate/bin/java
            break
        fi
    done
fi
if [ -z "$java" ]; then
    echo "${0##*/}: Java 25 was not found. Install it, or set JAVA_HOME to the folder that it is in." >&2
    exit 13
fi

# Over SSH and from a service there is often no locale, and Java would then read arguments and file names as ASCII.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    ''|C|POSIX)
        LC_ALL=C.UTF-8
        export LC_ALL
        ;;
esac
