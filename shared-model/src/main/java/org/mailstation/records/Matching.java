package org.mailstation.records;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import org.mailstation.probe.RecordType;

/** Whether what is published is as good as what is wanted, however it is written. */
public final class Matching {
    private static final String SPF = "v=spf1";

    private Matching() {}

    /**
     * Compares.
     *
     * @param published all records of that name and type
     */
    public static Comparison compare(WantedRecord wanted, List<String> published) {
        List<String> rivals =
                wanted.type() == RecordType.TXT ? sameKind(wanted, published) : published;
        Comparison.State state;
        if (rivals.isEmpty()) {
            state = Comparison.State.MISSING;
        } else {
            state = isGood(wanted, rivals) ? Comparison.State.MATCHES : Comparison.State.DIFFERS;
        }
        return new Comparison(wanted, state, rivals);
    }

    /** Under one name texts of several kinds may stand; of a key's name all count. */
    private static List<String> sameKind(WantedRecord wanted, List<String> published) {
        if (wanted.name().contains("._domainkey.")) {
            return published;
        }
        String version = wanted.value().split("[ ;]", 2)[0];
        return published.stream().filter(text -> Texts.isVersion(text, version)).toList();
    }

    private static boolean isGood(WantedRecord wanted, List<String> rivals) {
        return switch (wanted.type()) {
            // others may have one too
            case CAA, PTR -> rivals.stream().anyMatch(wanted.value()::equalsIgnoreCase);
            case A, AAAA, MX, SRV, TXT, TLSA, CNAME, NS, SOA ->
                    rivals.size() == 1 && isGood(wanted, rivals.getFirst());
        };
    }

    private static boolean isGood(WantedRecord wanted, String one) {
        String value = wanted.value();
        return switch (wanted.type()) {
            case A, AAAA -> InetAddress.ofLiteral(one).equals(InetAddress.ofLiteral(value));
            // where there is one only, its rank says nothing
            case MX -> last(one, 1).equals(last(value, 1));
            case SRV -> last(one, 2).equals(last(value, 2));
            case TXT -> isGoodText(value, one);
            case TLSA, CNAME, NS, SOA, CAA, PTR -> one.equalsIgnoreCase(value);
        };
    }

    private static boolean isGoodText(String value, String one) {
        if (value.startsWith(SPF)) {
            return SpfRecord.same(one, value);
        }
        Tags wanted = Tags.of(value);
        Tags there = Tags.of(one);
        if (value.startsWith("v=DKIM1")) {
            return blankless(there.get("p")).equals(wanted.get("p"));
        }
        if (value.startsWith(Wanted.TLS_REPORT_VERSION)) {
            return !there.get("rua").isEmpty();
        }
        return wanted.equals(there);
    }

    private static String blankless(String text) {
        return text.replaceAll("\\s", "");
    }

    /** The last words of a record. */
    private static String last(String record, int words) {
        List<String> all = List.of(record.toLowerCase(Locale.ROOT).split("\\s+"));
        return String.join(" ", all.subList(Math.max(0, all.size() - words), all.size()));
    }
}
