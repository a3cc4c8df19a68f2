package org.mailstation.desktop.install;

/**
 * What runs on the NAS, for a POSIX shell with or without GNU tools (DSM, BusyBox). Nothing is ever
 * put into these texts: values are their arguments.
 */
final class NasScripts {
    private NasScripts() {}

    /** Prints the SHA-256 of the file {@code $1}, with whatever this system has for it. */
    private static final String HASH =
            """
            hash() {
                if command -v sha256sum >/dev/null 2>&1; then sha256sum <"$1"
                elif command -v openssl >/dev/null 2>&1; then openssl dgst -sha256 -r <"$1"
                else busybox sha256sum <"$1"
                fi | cut -c1-64
            }
            """;

    /**
     * Finds room for the upload, and what is there of an earlier one. Arguments: name of the
     * folder, kilobytes needed, then the places to try. Exit status 3: nowhere may be written; 4:
     * nowhere is enough room, {@code place=} and {@code free=} name the best.
     */
    static final String PREPARE =
            HASH
                    + """
            name=$1; need=$2; shift 2
            best=; room=-1
            for place in "$HOME" "$@"; do
                if [ ! -d "$place" ] || [ ! -w "$place" ]; then continue; fi
                folder=${place%/}/$name
                if [ -e "$folder" ] && { [ ! -O "$folder" ] || [ -L "$folder" ]; }; then continue; fi
                there=0
                if [ -f "$folder/package" ]; then there=$(du -sk "$folder" | cut -f1); fi
                free=$(df -Pk "$place" | awk 'NR == 2 { print $4 }')
                if [ $((free + there)) -gt "$room" ]; then best=$place; room=$((free + there)); fi
                if [ $((free + there)) -ge "$need" ]; then
                    mkdir -p -m 700 "$folder" || continue
                    : >>"$folder/package" || continue
                    echo "folder=$folder"
                    echo "have=$(wc -c <"$folder/package" | tr -d ' ')"
                    echo "hash=$(hash "$folder/package")"
                    exit 0
                fi
            done
            if [ -z "$best" ]; then exit 3; fi
            echo "place=$best"; echo "free=$room"; exit 4
            """;

    /** Appends its input to the file {@code $1}. */
    static final String APPEND = "cat >>\"$1\"";

    /** Prints the hash of the file {@code $1}. */
    static final String CHECK = HASH + "hash \"$1\"";

    /**
     * Proves the signature of the package in the folder {@code $1} by the key {@code $2} (PEM);
     * {@code $3}: the signature in Base64. Where there is no openssl nothing is proven here: the
     * hash was compared with that of the package that was proven on the other side.
     */
    static final String PROVE =
            """
            command -v openssl >/dev/null 2>&1 || exit 0
            cd "$1" && printf '%s' "$2" >key && printf '%s' "$3" | openssl base64 -d -A >signature || exit 9
            gzip -dc package | openssl dgst -sha256 -verify key -signature signature >/dev/null 2>&1
            """;

    /** Unpacks the package in the folder {@code $1}. */
    static final String UNPACK = "cd \"$1\" && mkdir -p unpacked && tar -xzf package -C unpacked";

    /**
     * Runs the installer that was unpacked in the folder {@code $1}, with the arguments after it.
     */
    static final String INSTALL =
            "folder=$1; shift; exec sh \"$folder\"/unpacked/*/install.sh \"$@\" 2>&1";
}
