package org.mailstation.records;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.mailstation.text.Text;

/** What others shall do with letters that only pretend to be from a domain (RFC 7489 6). */
public final class DmarcRecord {
    public static final String VERSION = "v=DMARC1";

    private static final Set<String> POLICIES = Set.of("none", "quarantine", "reject");

    private DmarcRecord() {}

    /** Where it is to be published. */
    public static String name(String domain) {
        return "_dmarc." + domain;
    }

    /**
     * The record for a domain: one that is there and good stays, however strict it is.
     *
     * @param existing the DMARC records that it has now
     */
    public static String wanted(String domain, List<String> existing) {
        return existing.size() == 1 && faults(existing.getFirst()).isEmpty()
                ? existing.getFirst()
                : VERSION + "; p=none; rua=mailto:postmaster@" + domain;
    }

    /** What is gained by it, and what the next step would be. */
    public static Text why(String record) {
        return Text.of("records.why.dmarc." + Tags.of(record).get("p").toLowerCase(Locale.ROOT));
    }

    /** The names of the tags that are wrong or missing, each once. */
    public static List<String> faults(String record) {
        Tags tags = Tags.of(record);
        Stream<String> order =
                tags.list().isEmpty() || !tags.list().getFirst().name().equals("v")
                        ? Stream.of("v")
                        : Stream.empty();
        Stream<String> missing = tags.has("p") ? Stream.empty() : Stream.of("p");
        Stream<String> wrong = tags.list().stream().filter(tag -> !good(tag)).map(Tags.Tag::name);
        return Stream.of(order, missing, wrong).flatMap(one -> one).distinct().toList();
    }

    /** RFC 7489 6.3; a tag that nobody knows is to be ignored. */
    private static boolean good(Tags.Tag tag) {
        String value = tag.value().toLowerCase(Locale.ROOT);
        return switch (tag.name()) {
            // the one value whose letters are not all the same to readers
            case "v" -> tag.value().equals("DMARC1");
            case "p", "sp" -> POLICIES.contains(value);
            case "adkim", "aspf" -> value.equals("r") || value.equals("s");
            case "pct" -> value.matches("\\d{1,2}|100");
            case "ri" -> value.matches("\\d{1,10}");
            case "rua", "ruf" -> Arrays.stream(value.split(",", -1)).allMatch(DmarcRecord::isUri);
            default -> !tag.value().isEmpty();
        };
    }

    private static boolean isUri(String uri) {
        return uri.strip().matches("mailto:[^@\\s]+@[^@\\s!]+(!\\d+[kmgt]?)?|https?://\\S+");
    }

    /** The domains that reports go to by mail. */
    public static List<String> reportDomains(String record) {
        Tags tags = Tags.of(record);
        return Stream.of(tags.get("rua"), tags.get("ruf"))
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(uri -> uri.strip().toLowerCase(Locale.ROOT))
                .filter(uri -> uri.startsWith("mailto:") && uri.contains("@"))
                .map(uri -> uri.substring(uri.indexOf('@') + 1).replaceFirst("!.*", ""))
                .distinct()
                .toList();
    }
}
