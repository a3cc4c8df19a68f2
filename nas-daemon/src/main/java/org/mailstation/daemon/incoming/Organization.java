package org.mailstation.daemon.incoming;

import com.google.common.net.InternetDomainName;
import java.util.List;
import java.util.Locale;

/**
 * Which names belong to one owner (RFC 7489 3.2), by the public suffix list that Guava brings, with
 * its private part: whoever rents a name below {@code synology.me} speaks for that name only.
 */
final class Organization {
    private Organization() {}

    /** The name that an owner registered; the name itself where nobody can have registered it. */
    static String of(String domain) {
        String small = domain.toLowerCase(Locale.ROOT);
        if (!InternetDomainName.isValid(small)) {
            return small;
        }
        InternetDomainName name = InternetDomainName.from(small);
        if (name.hasPublicSuffix()) {
            return name.isUnderPublicSuffix() ? name.topPrivateDomain().toString() : small;
        }
        // the list's own rule for what it does not know: one label is the suffix
        List<String> labels = name.parts();
        return String.join(".", labels.subList(Math.max(0, labels.size() - 2), labels.size()));
    }

    /** Whether one domain speaks for the other (RFC 7489 3.1). */
    static boolean aligned(String one, String other, boolean strict) {
        String first = one.toLowerCase(Locale.ROOT);
        String second = other.toLowerCase(Locale.ROOT);
        return strict ? first.equals(second) : of(first).equals(of(second));
    }
}
