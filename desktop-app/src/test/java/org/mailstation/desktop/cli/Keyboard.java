package org.mailstation.desktop.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who or what is in front of the program: a script with its input, or a person who types. */
final class Keyboard {
    private final String input;
    private final @Nullable Deque<String> secrets;

    /** Everything that was asked for without echo. */
    final List<String> asked = new ArrayList<>();

    private Keyboard(String input, @Nullable Deque<String> secrets) {
        this.input = input;
        this.secrets = secrets;
    }

    /** No terminal, only these lines. */
    static Keyboard script(String input) {
        return new Keyboard(input, null);
    }

    /** A terminal: {@code seen} is typed in the open, the secrets without echo. */
    static Keyboard person(String seen, String... secrets) {
        return new Keyboard(seen, new ArrayDeque<>(List.of(secrets)));
    }

    /** How a program ended, and what it wrote. */
    record Ended(int code, String out, String err) {}

    /** Runs the program. */
    Ended run(Parts parts, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Deque<String> left = secrets;
        Terminal.Hidden hidden =
                left == null
                        ? null
                        : question -> {
                            asked.add(question);
                            return Optional.ofNullable(left.poll()).map(String::toCharArray);
                        };
        Terminal terminal =
                new Terminal(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        hidden);
        int code = MailStation.run(terminal, parts, args);
        return new Ended(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
