package org.mailstation.check;

import java.util.List;

/**
 * Which checks somebody wants to know about.
 *
 * @param only names, or their beginnings before a dot or colon; none: everything
 */
public record Selection(List<String> only) {
    public static final Selection EVERYTHING = new Selection(List.of());

    public Selection {
        only = List.copyOf(only);
    }

    /** Whether findings or checks of this name are wanted. */
    public boolean wants(String name) {
        // a check is wanted too where only one of the things that it looks at is
        return only.isEmpty()
                || only.stream().anyMatch(one -> begins(name, one) || begins(one, name));
    }

    public List<Check> of(List<Check> checks) {
        return checks.stream().filter(check -> wants(check.name())).toList();
    }

    private static boolean begins(String name, String wanted) {
        return !wanted.isEmpty()
                && name.startsWith(wanted)
                && (name.length() == wanted.length()
                        || ".:".indexOf(name.charAt(wanted.length())) >= 0);
    }
}
