package org.mailstation.check;

import java.util.ArrayList;
import java.util.List;
import org.mailstation.finding.Evidence;
import org.mailstation.probe.DnsQuestion;
import org.mailstation.probe.DnsReply;
import org.mailstation.probe.NameServer;
import org.mailstation.probe.RecordType;

/**
 * What one block list says of one entry, asked through this computer's own resolver: lists do not
 * answer everybody, and what they tell those whom they refuse must not pass for a listing.
 *
 * @param evidence each question and its answer
 */
public record Listing(Answer answer, List<Evidence> evidence) {
    /** RFC 5782 2.1: an entry that is there leads to an address of this block. */
    private static final String ENTRY = "127.";

    /** What Spamhaus and others say instead of an answer to resolvers that they refuse. */
    private static final String REFUSAL = "127.255.255.";

    public sealed interface Answer {}

    /**
     * It is there.
     *
     * @param codes why, as addresses of 127/8 whose meaning is the list's own
     */
    public record Listed(List<String> codes) implements Answer {}

    public record NotListed() implements Answer {}

    /** The list does not answer to us, or answers nonsense. */
    public record CouldNotTell() implements Answer {}

    public Listing {
        evidence = List.copyOf(evidence);
    }

    /**
     * Asks.
     *
     * @param entry before the list's own name, for example an address turned round
     */
    static Listing ask(Scene scene, BlockList list, String entry) {
        List<Evidence> evidence = new ArrayList<>();
        return new Listing(ask(noting(scene, evidence), list, entry), evidence);
    }

    /**
     * Asks a resolver, which must be the one that this computer is set to.
     *
     * @param entry before the list's own name, for example an address turned round
     */
    public static Answer ask(NameServer resolver, BlockList list, String entry) {
        DnsReply reply = look(resolver, list, entry);
        if (!reply.told() || !reply.values().stream().allMatch(Listing::meansListed)) {
            return new CouldNotTell();
        }
        if (reply.values().isEmpty()) {
            return answers(resolver, list) ? new NotListed() : new CouldNotTell();
        }
        // a list that has been given up may list the whole world
        return look(resolver, list, list.clean()).values().isEmpty()
                ? new Listed(reply.values())
                : new CouldNotTell();
    }

    /** Whether the list answers to us: it must have what is always there. */
    static boolean answers(Scene scene, BlockList list, List<Evidence> evidence) {
        return answers(noting(scene, evidence), list);
    }

    private static boolean answers(NameServer resolver, BlockList list) {
        List<String> codes = look(resolver, list, list.listed()).values();
        return !codes.isEmpty() && codes.stream().allMatch(Listing::meansListed);
    }

    private static NameServer noting(Scene scene, List<Evidence> evidence) {
        return question -> {
            DnsReply reply = scene.names().here(question.name(), question.type());
            evidence.add(scene.evidence(reply));
            return reply;
        };
    }

    private static DnsReply look(NameServer resolver, BlockList list, String entry) {
        return resolver.ask(new DnsQuestion(entry + "." + list.zone(), RecordType.A));
    }

    private static boolean meansListed(String code) {
        return code.startsWith(ENTRY) && !code.startsWith(REFUSAL);
    }
}
