package org.mailstation.desktop.cli;

import java.io.ByteArrayOutputStream;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.ControlJson;
import org.mailstation.control.Secret;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.text.Text;
import org.mailstation.words.Exit;

/**
 * The person or script in front of the program.
 *
 * @param hidden types without echo; {@code null} where input or output is not a terminal
 */
public record Terminal(InputStream in, PrintStream out, PrintStream err, @Nullable Hidden hidden) {
    private static final int MAX_LINE = 8 * 1024;

    public static Terminal ofThisProcess() {
        Console console = System.console();
        Hidden hidden =
                console == null
                        ? null
                        : question -> Optional.ofNullable(console.readPassword("%s ", question));
        return new Terminal(System.in, System.out, System.err, hidden);
    }

    /** A way to type without echo. */
    public interface Hidden {
        /** What was typed; empty: the person gave up. */
        Optional<char[]> ask(String question);
    }

    void say(String key, Object... args) {
        out.println(Text.of(key, args).words());
    }

    void complain(Text text) {
        err.println(text.words());
    }

    /** Tells a script the whole answer as JSON, or a person in words. */
    void answer(Object answer, boolean json, Supplier<List<String>> words) {
        if (json) {
            out.println(ControlJson.write(answer));
        } else {
            words.get().forEach(out::println);
        }
    }

    boolean interactive() {
        return hidden != null;
    }

    /**
     * The next line of standard input, byte by byte so that nothing behind it is swallowed; empty:
     * there is none.
     */
    Optional<String> line() throws FailureException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            int one = in.read();
            if (one < 0) {
                return Optional.empty();
            }
            for (; one >= 0 && one != '\n'; one = in.read()) {
                line.write(one);
                if (line.size() > MAX_LINE) {
                    throw CliFailure.because(Exit.USAGE, "cli.stdin.unreadable");
                }
            }
        } catch (IOException e) {
            throw CliFailure.because(Exit.NOT_FOUND, "cli.stdin.unreadable");
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return Optional.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }

    /** A secret typed without echo; empty: there is no terminal, or the person gave up. */
    Optional<Secret> hidden(String key, Object... args) {
        return hidden == null
                ? Optional.empty()
                : hidden.ask(Text.of(key, args).words())
                        .map(typed -> new Secret(new String(typed)));
    }

    /** Asks for a yes. Whatever is not one, the end of the input too, is a no. */
    boolean agrees(String key, Object... args) throws FailureException {
        out.print(Text.of(key, args).words() + " ");
        out.flush();
        String word = line().orElse("").strip().toLowerCase(Locale.ROOT);
        return word.equals("y") || word.equals("yes") || word.equals("j") || word.equals("ja");
    }
}
