package org.mailstation.daemon.incoming;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.incoming.Credentials.Policy;
import org.mailstation.probe.DnsAnswer;
import org.mailstation.probe.DnsQuestion;
import org.mailstation.probe.NameServer;
import org.mailstation.probe.RecordType;
import org.mailstation.records.DmarcRecord;
import org.mailstation.records.Tags;
import org.mailstation.records.Texts;

/**
 * What a domain asks others to do with letters that only pretend to be its own (RFC 7489 6.3).
 *
 * @param percent of those letters that it asks this for, 0 to 100
 */
record DmarcPolicy(Policy wish, boolean strictSpf, boolean strictDkim, int percent) {
    sealed interface Answer {}

    record Published(DmarcPolicy policy) implements Answer {}

    record Nothing() implements Answer {}

    record CouldNotTell() implements Answer {}

    /** Looks at the domain itself, then at its owner's (RFC 7489 6.6.3). */
    static Answer of(String domain, NameServer resolver) {
        Answer own = at(domain, false, resolver);
        String owner = Organization.of(domain);
        return own instanceof Nothing && !owner.equals(domain) ? at(owner, true, resolver) : own;
    }

    private static Answer at(String domain, boolean forPart, NameServer resolver) {
        DnsQuestion question = new DnsQuestion(DmarcRecord.name(domain), RecordType.TXT);
        return switch (resolver.ask(question).answer()) {
            case DnsAnswer.CouldNotTell _ -> new CouldNotTell();
            case DnsAnswer.NoRecord _, DnsAnswer.NoSuchName _ -> new Nothing();
            case DnsAnswer.Records(var values, var _, var _) -> {
                List<String> records =
                        values.stream()
                                .filter(text -> Texts.isVersion(text, DmarcRecord.VERSION))
                                .toList();
                DmarcPolicy policy = records.size() == 1 ? read(records.getFirst(), forPart) : null;
                // several are as none
                yield policy == null ? new Nothing() : new Published(policy);
            }
        };
    }

    private static @Nullable DmarcPolicy read(String record, boolean forPart) {
        Tags tags = Tags.of(record);
        String word = forPart && tags.has("sp") ? tags.get("sp") : tags.get("p");
        Policy wish =
                switch (word.toLowerCase(Locale.ROOT)) {
                    case "none" -> Policy.NONE;
                    case "quarantine" -> Policy.QUARANTINE;
                    case "reject" -> Policy.REJECT;
                    default -> tags.has("rua") ? Policy.NONE : null;
                };
        String percent = tags.get("pct");
        return wish == null
                ? null
                : new DmarcPolicy(
                        wish,
                        tags.get("aspf").equalsIgnoreCase("s"),
                        tags.get("adkim").equalsIgnoreCase("s"),
                        percent.matches("\\d{1,2}") ? Integer.parseInt(percent) : 100);
    }
}
