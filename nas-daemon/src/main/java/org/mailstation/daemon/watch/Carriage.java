package org.mailstation.daemon.watch;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.Trouble;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;
import org.mailstation.text.Text;

/**
 * Whether a letter of the station would get to its owner now. What a check that is not named here
 * finds broken is taken for broken mail: a letter too late is better than one that lies behind the
 * trouble that it reports.
 */
final class Carriage {
    /**
     * What these find does not keep a letter from being written, carried and read; {@code dns.mx}
     * stands for {@code dns.mx:example.org}, too.
     */
    static final Set<String> BESIDE =
            Set.of(
                    "abuse",
                    "address",
                    "arrived",
                    "backup",
                    "bans",
                    "certificate",
                    "clock",
                    "ddns",
                    "dns.address6",
                    "dns.blocklist",
                    "dns.caa",
                    "dns.ddns-fit",
                    "dns.discovery",
                    "dns.dkim",
                    "dns.dmarc",
                    "dns.resolver",
                    "dns.reverse",
                    "dns.spf",
                    "dns.spf-host",
                    "dns.tlsrpt",
                    "dns.wildcard",
                    "forwarding.ipv6",
                    "helo",
                    "login",
                    "memory",
                    "old-password",
                    "open-relay",
                    "password",
                    "pc",
                    "power",
                    "raid",
                    "relay.instead",
                    "restart",
                    "role",
                    "setup",
                    "signing",
                    "ssh");

    /** What these find matters where it is about the owner's mailbox, or its provider. */
    static final Set<String> OF_SOMEBODY = Set.of("refused", "room");

    private final String address;

    /**
     * @param address the owner's
     */
    Carriage(String address) {
        this.address = address.toLowerCase(Locale.ROOT);
    }

    /**
     * What keeps letters from arriving; {@code null}: nothing.
     *
     * @param findings of this look
     * @param known what is believed: a check that cannot tell now has not ended its trouble
     */
    @Nullable Text obstacle(List<Finding> findings, Troubles known) {
        for (Finding one : findings) {
            if (Troubles.isTrouble(one)
                    && Health.of(List.of(one)) == Health.BROKEN
                    && isInTheWay(one.check())) {
                return one.sentence();
            }
        }
        for (Trouble one : known.all()) {
            boolean grave = one.health() == null || one.health() == Health.BROKEN;
            if (grave && isInTheWay(one.check())) {
                return one.sentence();
            }
        }
        return null;
    }

    private boolean isInTheWay(String check) {
        if (isAny(BESIDE, check)) {
            return false;
        }
        return !isAny(OF_SOMEBODY, check) || isAboutTheOwner(check);
    }

    private boolean isAboutTheOwner(String check) {
        String about = check.substring(check.indexOf(':') + 1).toLowerCase(Locale.ROOT);
        return about.equals(address) || about.equals(address.replaceFirst(".*@", ""));
    }

    /** Whether a check is one of these, or a part of one. */
    static boolean isAny(Set<String> families, String check) {
        return families.contains(check)
                || families.stream()
                        .anyMatch(
                                one -> check.startsWith(one + ".") || check.startsWith(one + ":"));
    }
}
