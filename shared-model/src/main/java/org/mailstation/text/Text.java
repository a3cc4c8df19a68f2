package org.mailstation.text;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/**
 * A sentence that travels as a key and its arguments, so that the daemon needs to know nothing of
 * the reader's language. The words are in {@code org/mailstation/text/messages*.properties}. There,
 * {@code {0:service}} puts in the word {@code service.smtp} where the argument is {@code smtp} or
 * {@code SMTP}: so a name of a file or an enum is shown in the reader's language.
 *
 * @param key name of the sentence in the bundle, for example {@code problem.host-name.invalid}
 * @param args what is put in for {@code {0}}, {@code {1}}, …; never a secret
 */
public record Text(String key, List<String> args) {
    private static final String BUNDLE = "org.mailstation.text.messages";
    private static final Pattern TERM = Pattern.compile("\\{(\\d):([a-z-]+)}");

    public Text {
        args = List.copyOf(args);
    }

    /** A sentence by its key; each argument is put in as its {@code toString()}. */
    public static Text of(String key, Object... args) {
        return new Text(key, java.util.Arrays.stream(args).map(String::valueOf).toList());
    }

    /**
     * The sentence in words. A key that this program does not know (the daemon may be newer than
     * the assistant) is shown with its arguments rather than lost.
     */
    public String in(Locale locale) {
        try {
            ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, locale, NO_FALLBACK);
            List<String> all = new ArrayList<>(args);
            String pattern =
                    TERM.matcher(bundle.getString(key))
                            .replaceAll(
                                    hole -> {
                                        all.add(term(bundle, hole.group(2), hole.group(1)));
                                        return "{" + (all.size() - 1) + "}";
                                    });
            return new MessageFormat(pattern, locale).format(all.toArray());
        } catch (MissingResourceException unknownKey) {
            return args.isEmpty() ? key : key + " " + args;
        }
    }

    /** The word for an argument; one that has none, or is a newer daemon's, stays as it is. */
    private String term(ResourceBundle bundle, String kind, String hole) {
        int index = Integer.parseInt(hole);
        if (index >= args.size()) {
            return "{" + hole + "}";
        }
        String word = kind + "." + args.get(index).toLowerCase(Locale.ROOT);
        return bundle.containsKey(word) ? bundle.getString(word) : args.get(index);
    }

    /** The sentence in the language that this computer is set to. */
    public String words() {
        return in(Locale.getDefault());
    }

    /** Without this, a German computer would answer a request for English in German. */
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
}
