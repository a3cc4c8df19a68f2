package org.mailstation.probe;

import java.util.Locale;

/**
 * One question to a name server.
 *
 * @param name absolute, without the last dot, lower case
 */
public record DnsQuestion(String name, RecordType type) {
    public DnsQuestion {
        name = withoutDot(name).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return name + " " + type;
    }

    private static String withoutDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
