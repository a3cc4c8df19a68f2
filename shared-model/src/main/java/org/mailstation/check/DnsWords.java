package org.mailstation.check;

/** DNS names as people write them. */
final class DnsWords {
    private DnsWords() {}

    /** Without the last dot. */
    static String plain(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
