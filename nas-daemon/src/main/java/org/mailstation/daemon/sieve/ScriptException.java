package org.mailstation.daemon.sieve;

import java.util.Locale;
import org.mailstation.text.Text;

/** A script cannot be understood, or asks for something that cannot be done. */
public final class ScriptException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final transient Text what;

    /**
     * @param line of the script, counted from 1; 0: the whole
     * @param key of the words for whoever wrote the script, behind {@code rules.}
     */
    public ScriptException(int line, String key, Object... args) {
        this(line, Text.of("rules." + key, args));
    }

    private ScriptException(int line, Text what) {
        super(what.in(Locale.ENGLISH));
        this.line = line;
        this.what = what;
    }

    /** In English, as the words of a script are; with its line, where it has one. */
    public String sentence() {
        return sentence(Locale.ENGLISH);
    }

    /** The same in another language. */
    public String sentence(Locale language) {
        String words = what.in(language);
        return line == 0 ? words : Text.of("rules.line", line, words).in(language);
    }
}
