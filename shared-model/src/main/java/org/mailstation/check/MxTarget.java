package org.mailstation.check;

import java.util.List;
import org.mailstation.probe.DnsAnswer;
import org.mailstation.probe.DnsReply;
import org.mailstation.probe.RecordType;

/**
 * Where one MX record leads.
 *
 * @param host without the last dot; empty for the null MX (RFC 7505 3)
 * @param replies what was asked to find out
 */
record MxTarget(String host, Leads leads, List<DnsReply> replies) {
    enum Leads {
        /** to this home */
        HERE,
        /** to this home, but by a CNAME record, which RFC 5321 5.1 and RFC 2181 10.3 forbid */
        HERE_BY_ALIAS,
        ELSEWHERE,
        /** there is no such name, or it has no address */
        NOWHERE,
        /** an address where a name must stand */
        ADDRESS,
        UNTOLD
    }

    static MxTarget look(Scene scene, MxCheck.Mx mx) throws InterruptedException {
        String host = mx.host();
        if (host.matches("[0-9.]+")) {
            return new MxTarget(host, Leads.ADDRESS, List.of());
        }
        Published published = scene.names().ask(host, RecordType.A);
        boolean ours = host.equals(scene.config().hostName());
        Leads leads =
                published instanceof Published.Same same
                        ? leads(scene, same, host, ours)
                        : // another check says so of the station's own name
                        ours ? Leads.HERE : Leads.UNTOLD;
        return new MxTarget(host, leads, published.replies());
    }

    private static Leads leads(Scene scene, Published.Same same, String host, boolean ours)
            throws InterruptedException {
        boolean toUs = ours || same.aliases().contains(scene.config().hostName() + ".");
        if (!same.aliases().isEmpty() && (toUs || isHome(scene, same) == Leads.HERE)) {
            return Leads.HERE_BY_ALIAS;
        }
        if (ours) {
            return Leads.HERE;
        }
        return same.values().isEmpty() ? other(scene, host) : isHome(scene, same);
    }

    private static Leads isHome(Scene scene, Published.Same same) throws InterruptedException {
        return switch (scene.line().address()) {
            case PublicLine.Known(var home, var _) ->
                    same.values().contains(home.getHostAddress()) ? Leads.HERE : Leads.ELSEWHERE;
            case PublicLine.Unknown _ -> Leads.UNTOLD;
        };
    }

    /** It may have an address of IPv6 only. */
    private static Leads other(Scene scene, String host) throws InterruptedException {
        return switch (scene.names().ask(host, RecordType.AAAA)) {
            case Published.Same(DnsAnswer.Records _, var _) -> Leads.ELSEWHERE;
            case Published.Same _ -> Leads.NOWHERE;
            case Published.Different _, Published.Untold _ -> Leads.UNTOLD;
        };
    }
}
