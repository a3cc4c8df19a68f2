package org.mailstation.daemon.store.text;

import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import java.util.Set;

/**
 * The text of an HTML page, without its marks. It takes what is there, as browsers do: nothing is
 * an error.
 */
final class HtmlText {
    /** Marks within a line of text; all others part words. */
    private static final Set<String> INLINE =
            Set.of(
                    "a", "abbr", "b", "big", "cite", "code", "del", "em", "font", "i", "ins", "kbd",
                    "label", "mark", "q", "s", "small", "span", "strike", "strong", "sub", "sup",
                    "tt", "u", "var", "wbr");

    private static final Set<String> UNSEEN = Set.of("script", "style", "head");
    private static final int LONGEST_NAME = 16;
    private static final int LONGEST_ENTITY = 10;
    private static final int PIECE = 4096;

    private final Reader in;
    private final TextSink out;
    private final StringBuilder text = new StringBuilder();

    /** The element whose content is not text, or empty. */
    private String skipping = "";

    private HtmlText(Reader in, TextSink out) {
        this.in = in;
        this.out = out;
    }

    static void read(Reader in, TextSink out) throws IOException {
        new HtmlText(in, out).run();
    }

    private void run() throws IOException {
        int c = in.read();
        while (c >= 0) {
            if (c == '<') {
                c = mark();
            } else if (c == '&' && skipping.isEmpty()) {
                c = entity();
            } else {
                put((char) c);
                c = in.read();
            }
        }
        flush();
    }

    private void put(char c) throws IOException {
        if (skipping.isEmpty()) {
            text.append(c);
            if (text.length() >= PIECE) {
                flush();
            }
        }
    }

    private void flush() throws IOException {
        out.text(text);
        text.setLength(0);
    }

    /** Reads behind a {@code <}; the answer is the character that follows the mark. */
    private int mark() throws IOException {
        int c = in.read();
        if (c == '!') {
            return comment();
        }
        boolean closing = c == '/';
        if (closing) {
            c = in.read();
        }
        if (c < 0 || !Character.isLetter(c) && c != '?') {
            put('<'); // a sign like any other
            return c;
        }
        StringBuilder name = new StringBuilder();
        while (c >= 0 && c != '>' && c > ' ' && c != '/') {
            if (name.length() < LONGEST_NAME) {
                name.append((char) c);
            }
            c = in.read();
        }
        skipToEnd(c);
        element(name.toString().toLowerCase(Locale.ROOT), closing);
        return in.read();
    }

    /** Up to the {@code >} that is in no quotes. */
    private void skipToEnd(int first) throws IOException {
        int quote = 0;
        int before = 0;
        for (int c = first; c >= 0 && (c != '>' || quote != 0); c = in.read()) {
            if (quote == 0 && before == '=' && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
            before = c > ' ' ? c : before;
        }
    }

    private void element(String name, boolean closing) throws IOException {
        if (!skipping.isEmpty()) {
            if (closing && name.equals(skipping) || name.equals("body")) {
                skipping = "";
            }
        } else if (!closing && UNSEEN.contains(name)) {
            skipping = name;
        }
        if (!INLINE.contains(name)) {
            put(' ');
        }
    }

    private int comment() throws IOException {
        int dashes = 0;
        int c = in.read();
        boolean real = c == '-';
        for (; c >= 0; c = in.read()) {
            if (c == '>' && (!real || dashes >= 2)) {
                return in.read();
            }
            dashes = c == '-' ? dashes + 1 : 0;
        }
        return c;
    }

    /** Reads behind a {@code &}; the answer is the character that follows the entity. */
    private int entity() throws IOException {
        StringBuilder name = new StringBuilder();
        int c = in.read();
        while (c >= 0
                && name.length() < LONGEST_ENTITY
                && (Character.isLetterOrDigit(c) || c == '#' && name.isEmpty())) {
            name.append((char) c);
            c = in.read();
        }
        String meaning = HtmlEntities.meaning(name.toString());
        String seen = meaning == null ? "&" + name : meaning;
        for (int i = 0; i < seen.length(); i++) {
            put(seen.charAt(i));
        }
        return c == ';' && meaning != null ? in.read() : c;
    }
}
