package org.mailstation.daemon.sieve;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A command or a test as it stands in a script, before anybody knows what it means (RFC 5228 8.2).
 *
 * @param name in lower case
 * @param line counted from 1
 * @param tests in brackets behind it
 * @param block in braces behind it; {@code null}: there is none
 */
record Statement(
        String name,
        int line,
        List<Item> items,
        List<Statement> tests,
        @Nullable List<Statement> block) {
    /** An argument. */
    sealed interface Item {}

    /** Begins with a colon; in lower case. */
    record Tag(String name) implements Item {}

    record Number(long value) implements Item {}

    record Strings(List<String> values) implements Item {
        public Strings {
            values = List.copyOf(values);
        }
    }

    Statement {
        name = name.toLowerCase(Locale.ROOT);
        items = List.copyOf(items);
        tests = List.copyOf(tests);
        block = block == null ? null : List.copyOf(block);
    }

    ScriptException wrong(String key, Object... args) {
        return new ScriptException(line, key, args);
    }
}
