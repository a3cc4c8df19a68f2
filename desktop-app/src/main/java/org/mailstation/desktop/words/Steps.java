package org.mailstation.desktop.words;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Takes a remedy apart into what is to be done one after the other. */
public final class Steps {

    /** Shorter than this it is no step, but belongs to the one before. */
    private static final int LEAST = 8;

    /** "e. g." and "z. B." end no sentence. */
    private static final Pattern ABBREVIATED = Pattern.compile("(?s).*\\b\\p{L}{1,2}\\.\\s*");

    private Steps() {}

    /** One step a sentence, in their order; none for an empty text. */
    public static List<String> of(String text, Locale locale) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(locale);
        sentences.setText(text);
        List<String> steps = new ArrayList<>();
        StringBuilder step = new StringBuilder();
        int start = sentences.first();
        for (int end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
            step.append(text, start, end);
            start = end;
            if (step.toString().strip().length() >= LEAST && !ABBREVIATED.matcher(step).matches()) {
                steps.add(step.toString().strip());
                step.setLength(0);
            }
        }
        String rest = step.toString().strip();
        if (!rest.isEmpty() && steps.isEmpty()) {
            steps.add(rest);
        } else if (!rest.isEmpty()) {
            steps.set(steps.size() - 1, steps.getLast() + " " + rest);
        }
        return List.copyOf(steps);
    }
}
