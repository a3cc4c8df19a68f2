package org.mailstation.daemon.junk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.mailstation.daemon.store.text.LetterText;
import org.mailstation.daemon.store.text.TextSink;

/**
 * The words of a letter that speak for or against it: of its text, its subject and its author, and
 * what was found out about the sender. Only a number is kept of each, from which nobody can tell
 * the word.
 */
public final class LetterWords {
    private static final int MOST_WORDS = 1500;
    private static final int MOST_CHARACTERS = 60_000;
    private static final int MOST_HEADER = 64 * 1024;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 30;

    private static final Pattern FOLD = Pattern.compile("\r\n[ \t]+");
    private static final Pattern RESULT = Pattern.compile("(spf|dkim|dmarc|iprev)=[a-z]+");

    private final Set<Long> words = new HashSet<>();

    private LetterWords() {}

    /** The letter as often as needed. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /**
     * @throws IOException if the letter cannot be read
     */
    public static Set<Long> of(Source letter) throws IOException {
        LetterWords found = new LetterWords();
        try (InputStream in = letter.open()) {
            found.header(new String(in.readNBytes(MOST_HEADER), StandardCharsets.UTF_8));
        }
        try (InputStream in = letter.open()) {
            LetterText.read(in, found.new Body(), MOST_CHARACTERS);
        }
        return found.words;
    }

    private void header(String text) {
        int end = text.indexOf("\r\n\r\n");
        String header = FOLD.matcher(end < 0 ? text : text.substring(0, end)).replaceAll(" ");
        for (String line : header.split("\r\n")) {
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon).toLowerCase(Locale.ROOT);
            switch (name) {
                case "subject", "from", "reply-to", "list-id" ->
                        split(name + ":", line.substring(colon + 1));
                case "authentication-results" -> results(line.substring(colon + 1));
                default -> {
                    // says nothing about what the letter is
                }
            }
        }
    }

    private void results(String content) {
        for (String part : content.split(";")) {
            String result = part.strip().split(" ", 2)[0];
            if (RESULT.matcher(result).matches()) {
                add(result);
            }
        }
    }

    private void split(String prefix, String text) {
        String small = text.toLowerCase(Locale.ROOT);
        int start = 0;
        int next;
        for (int i = 0; i < small.length(); i = next) {
            int letter = small.codePointAt(i);
            next = i + Character.charCount(letter);
            if (!isInWord(letter)) {
                add(prefix, small, start, i);
                start = next;
            }
        }
        add(prefix, small, start, small.length());
    }

    private static boolean isInWord(int letter) {
        return Character.isLetterOrDigit(letter)
                || "$€'-".indexOf(letter) >= 0
                || Character.getType(letter) == Character.LETTER_NUMBER
                || Character.getType(letter) == Character.OTHER_NUMBER;
    }

    private void add(String prefix, String text, int start, int end) {
        if (end - start >= SHORTEST && end - start <= LONGEST) {
            add(prefix + text.substring(start, end));
        }
    }

    private void add(String word) {
        if (words.size() < MOST_WORDS) {
            words.add(number(word));
        }
    }

    /** FNV-1a, 64 bits; two words of one number are as rare as they are harmless. */
    private static long number(String word) {
        long hash = 0xcbf29ce484222325L;
        for (byte octet : word.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (octet & 0xff)) * 0x100000001b3L;
        }
        return hash == 0 ? 1 : hash;
    }

    /** Words may go on from one piece to the next. */
    private final class Body implements TextSink {
        private final StringBuilder pending = new StringBuilder();

        @Override
        public void text(CharSequence piece) {
            pending.append(piece);
            if (pending.length() > 4096) {
                int cut = lastGap();
                split("", pending.substring(0, cut));
                pending.delete(0, cut);
            }
        }

        private int lastGap() {
            int cut = pending.length() - 1;
            while (cut > 0 && Character.isLetterOrDigit(pending.charAt(cut))) {
                cut--;
            }
            return cut == 0 ? pending.length() : cut;
        }

        @Override
        public void pause() {
            split("", pending.toString());
            pending.setLength(0);
        }
    }
}
