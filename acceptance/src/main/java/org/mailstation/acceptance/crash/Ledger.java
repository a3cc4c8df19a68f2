package org.mailstation.acceptance.crash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the daemon has acknowledged, and what it was just asked for, so that it may have happened or
 * not. Used by all clients at the same time.
 */
final class Ledger {
    private enum Promise {
        MAYBE,
        MARKED,
        THERE,
        GONE
    }

    /** A letter on its way from one mailbox to another; it is in one of them at any time. */
    private record Journey(Token token, Box from, Box to) {}

    private final Map<Box, Map<Token, Promise>> boxes = new HashMap<>();
    private final Map<Box, Set<Token>> flagged = new HashMap<>();
    private final Map<Token, Journey> journeys = new HashMap<>();
    private final Map<Box, Map<Token, Integer>> counted = new HashMap<>();
    private final Set<String> queued = new TreeSet<>();
    private int promises;

    private Map<Token, Promise> in(Box box) {
        return boxes.computeIfAbsent(box, _ -> new HashMap<>());
    }

    /** It may be there from now on. */
    synchronized void begin(Box box, Token token) {
        in(box).put(token, Promise.MAYBE);
    }

    synchronized void stored(Box box, Token token) {
        in(box).put(token, Promise.THERE);
        promise();
    }

    synchronized void flagged(Box box, Token token) {
        flagged.computeIfAbsent(box, _ -> new HashSet<>()).add(token);
        promise();
    }

    /**
     * It may be gone from now on, and also later: if the daemon dies after the mark and before the
     * removal, the next EXPUNGE takes it, as it should.
     */
    synchronized void leaves(Box box, Token token) {
        in(box).put(token, Promise.MARKED);
    }

    synchronized void gone(Box box, Token token) {
        in(box).put(token, Promise.GONE);
        promise();
    }

    synchronized void departs(Token token, Box from, Box to) {
        begin(from, token);
        begin(to, token);
        journeys.put(token, new Journey(token, from, to));
    }

    synchronized void arrived(Token token, Box from, Box to) {
        journeys.remove(token);
        gone(from, token);
        stored(to, token);
    }

    synchronized void queued(String recipient) {
        queued.add(recipient);
        promise();
    }

    synchronized Set<Box> boxes() {
        return Set.copyOf(boxes.keySet());
    }

    /** Waits until there are so many, or until they take too long to come. */
    synchronized void awaitPromises(int wanted, int seconds) throws InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        for (long left = end - System.nanoTime();
                promises < wanted && left > 0;
                left = end - System.nanoTime()) {
            wait(left / 1_000_000 + 1);
        }
    }

    private synchronized void promise() {
        promises++;
        notifyAll();
    }

    synchronized int promises() {
        return promises;
    }

    /**
     * Compares a mailbox with what was promised. What is found is from now on what must be there.
     *
     * @return one sentence for each difference
     */
    synchronized List<String> differences(Box box, List<Found> found) {
        List<String> wrong = new ArrayList<>();
        Map<Token, Integer> count = new HashMap<>();
        Set<Token> marked = flagged.getOrDefault(box, Set.of());
        for (Found letter : found) {
            String name = letter.token().word() + " in " + box;
            count.merge(letter.token(), 1, Integer::sum);
            if (!letter.whole()) {
                wrong.add(name + " is not what was sent");
            }
            if (marked.contains(letter.token()) && !letter.flagged()) {
                wrong.add(name + " has lost its flag");
            }
            if (!in(box).containsKey(letter.token())) {
                wrong.add(name + " was never sent there");
            }
        }
        in(box).replaceAll((token, promise) -> settle(box, token, promise, count, wrong));
        counted.put(box, count);
        return wrong;
    }

    private static Promise settle(
            Box box, Token token, Promise promise, Map<Token, Integer> count, List<String> wrong) {
        int times = count.getOrDefault(token, 0);
        String name = token.word() + " in " + box;
        if (times > 1) {
            wrong.add(name + " is there " + times + " times");
        }
        if (promise == Promise.THERE && times == 0) {
            wrong.add(name + " is lost");
        }
        if (promise == Promise.GONE && times > 0) {
            wrong.add(name + " is there again");
        }
        if (times == 0) {
            return Promise.GONE;
        }
        return promise == Promise.MARKED ? Promise.MARKED : Promise.THERE;
    }

    /**
     * Whether letters that were on their way are in one place; once all mailboxes were compared.
     */
    synchronized List<String> lostOnTheWay() {
        List<String> wrong = new ArrayList<>();
        for (Journey journey : journeys.values()) {
            int times = times(journey.from(), journey) + times(journey.to(), journey);
            if (times != 1) {
                wrong.add(
                        "%s, moved from %s to %s, is there %d times"
                                .formatted(
                                        journey.token().word(),
                                        journey.from(),
                                        journey.to(),
                                        times));
            }
        }
        journeys.clear();
        return wrong;
    }

    private int times(Box box, Journey journey) {
        return counted.getOrDefault(box, Map.of()).getOrDefault(journey.token(), 0);
    }

    /**
     * Compares what waits to be sent.
     *
     * @param recipients of all entries; nothing was sent so far
     */
    synchronized List<String> queueDifferences(List<String> recipients) {
        List<String> wrong = new ArrayList<>();
        Map<String, Integer> count = new HashMap<>();
        recipients.forEach(recipient -> count.merge(recipient, 1, Integer::sum));
        for (String recipient : queued) {
            if (!count.containsKey(recipient)) {
                wrong.add("the letter to " + recipient + " waits no more");
            }
        }
        count.forEach(
                (recipient, times) -> {
                    if (times > 1) {
                        wrong.add("the letter to " + recipient + " waits " + times + " times");
                    }
                });
        queued.addAll(count.keySet());
        return wrong;
    }
}
