package org.mailstation.check;

import java.util.ArrayList;
import java.util.List;
import org.mailstation.finding.Evidence;
import org.mailstation.probe.DnsReply;
import org.mailstation.probe.RecordType;

/**
 * What one block list says of one entry, asked through this computer's own resolver: lists do not
 * answer everybody, and what they tell those whom they refuse must not pass for a listing.
 *
 * @param evidence each question and its answer
 */
record Listing(Answer answer, List<Evidence> evidence) {
    /** RFC 5782 2.1: an entry that is there leads to an address of this block. */
    private static final String ENTRY = "127.";

    /** What Spamhaus and others say instead of an answer to resolvers that they refuse. */
    private static final String REFUSAL = "127.255.255.";

    sealed interface Answer {}

    /**
     * It is there.
     *
     * @param codes why, as addresses of 127/8 whose meaning is the list's own
     */
    record Listed(List<String> codes) implements Answer {}

    record NotListed() implements Answer {}

    /** The list does not answer to us, or answers nonsense. */
    record CouldNotTell() implements Answer {}

    /**
     * Asks.
     *
     * @param entry before the list's own name, for example an address turned round
     */
    static Listing ask(Scene scene, BlockList list, String entry) {
        List<Evidence> evidence = new ArrayList<>();
        DnsReply reply = look(scene, list, entry, evidence);
        Answer answer;
        if (!reply.told() || !reply.values().stream().allMatch(Listing::meansListed)) {
            answer = new CouldNotTell();
        } else if (reply.values().isEmpty()) {
            answer = answers(scene, list, evidence) ? new NotListed() : new CouldNotTell();
        } else {
            // a list that has been given up may list the whole world
            answer =
                    look(scene, list, list.clean(), evidence).values().isEmpty()
                            ? new Listed(reply.values())
                            : new CouldNotTell();
        }
        return new Listing(answer, evidence);
    }

    /** Whether the list answers to us: it must have what is always there. */
    static boolean answers(Scene scene, BlockList list, List<Evidence> evidence) {
        List<String> codes = look(scene, list, list.listed(), evidence).values();
        return !codes.isEmpty() && codes.stream().allMatch(Listing::meansListed);
    }

    private static DnsReply look(
            Scene scene, BlockList list, String entry, List<Evidence> evidence) {
        DnsReply reply = scene.names().here(entry + "." + list.zone(), RecordType.A);
        evidence.add(scene.evidence(reply));
        return reply;
    }

    private static boolean meansListed(String code) {
        return code.startsWith(ENTRY) && !code.startsWith(REFUSAL);
    }
}
