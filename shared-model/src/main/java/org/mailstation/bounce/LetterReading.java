package org.mailstation.bounce;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a letter: the fields for programs where it has some, and what it tells people where those
 * say too little.
 */
final class LetterReading {
    private final List<Enclosed> letters;
    private final boolean cut;

    LetterReading(List<Enclosed> letters, boolean cut) {
        this.letters = letters;
        this.cut = cut;
    }

    Reading read() {
        if (letters.isEmpty()) {
            return new Reading.Other(NoBounce.NO_TEXT);
        }
        for (int i = 0; i < letters.size(); i++) {
            if (!letters.get(i).text("message/delivery-status").isBlank()) {
                return report(i);
            }
        }
        // one that somebody passed on as a file is within another letter
        for (int i = 0; i < letters.size(); i++) {
            Signs signs = Signs.of(letters.get(i));
            List<Refusal> refusals = told(letters.get(i));
            if (signs.isBounce(refusals)) {
                return returned(i, "", refusals.isEmpty() ? nothing(letters.get(i)) : refusals);
            }
        }
        return new Reading.Other(Signs.of(letters.getFirst()).instead());
    }

    private Reading report(int index) {
        Enclosed letter = letters.get(index);
        StatusFields fields = StatusFields.parse(letter.text("message/delivery-status"));
        List<Refusal> told = told(letter);
        List<Refusal> refusals = new ArrayList<>();
        boolean delivered = false;
        for (Map<String, String> group : fields.recipients()) {
            String action = group.getOrDefault("action", "").toLowerCase(java.util.Locale.ROOT);
            if (action.matches("delivered|relayed|expanded")) {
                delivered = true;
            } else {
                refusals.add(new StatusReading(group, fields.reporter(), told).read(action));
            }
        }
        if (refusals.isEmpty() && delivered) {
            return new Reading.Other(NoBounce.DELIVERED);
        }
        if (refusals.isEmpty()) {
            refusals.addAll(told.isEmpty() ? nothing(letter) : told);
        }
        return returned(index, fields.reporter(), refusals);
    }

    private Reading returned(int index, String reporter, List<Refusal> refusals) {
        return new Reading.Returned(reporter, Originals.of(letters, index), refusals, cut);
    }

    /** What it says in words. */
    private static List<Refusal> told(Enclosed letter) {
        String plain = letter.text("text/plain");
        String text = plain.isBlank() ? letter.text("text/html") : plain;
        Set<String> strangers = new HashSet<>(Addresses.in(letter.value("To")));
        List<String> failed = Addresses.in(letter.value("X-Failed-Recipients"));
        failed.forEach(strangers::remove);
        return FreeText.read(text, failed, strangers);
    }

    /** It is a bounce, and that is all. */
    private static List<Refusal> nothing(Enclosed letter) {
        String recipient = Addresses.first(letter.value("X-Failed-Recipients"));
        return List.of(Refusal.of(recipient, "", Cause.UNKNOWN, Again.UNKNOWN, ""));
    }
}
