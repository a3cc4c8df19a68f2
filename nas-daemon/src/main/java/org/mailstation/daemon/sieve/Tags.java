package org.mailstation.daemon.sieve;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.sieve.Statement.Item;

/** Takes the arguments of a statement one by one; what nobody took is a mistake. */
final class Tags {
    /** Characters; nobody looks for a longer one. */
    private static final int LONGEST_KEY = 1000;

    private final Statement statement;
    private final List<Item> left;
    private final Set<String> required;

    /**
     * @param required extensions that the script has asked for
     */
    Tags(Statement statement, Set<String> required) {
        this.statement = statement;
        this.left = new ArrayList<>(statement.items());
        this.required = required;
    }

    void needs(String extension) throws ScriptException {
        if (!required.contains(extension)) {
            throw statement.wrong("needs", extension);
        }
    }

    boolean flag(String tag) {
        return left.remove(new Statement.Tag(tag));
    }

    /** The value behind a tag, or {@code null} if the tag is not there. */
    private @Nullable Item value(String tag) throws ScriptException {
        int index = left.indexOf(new Statement.Tag(tag));
        if (index < 0) {
            return null;
        }
        if (index + 1 == left.size()) {
            throw statement.wrong("value", tag);
        }
        left.remove(index);
        return left.remove(index);
    }

    String text(String tag, String usual) throws ScriptException {
        return switch (value(tag)) {
            case null -> usual;
            case Statement.Strings(var values) when values.size() == 1 -> values.getFirst();
            default -> throw statement.wrong("tag-text", tag);
        };
    }

    @Nullable List<String> texts(String tag) throws ScriptException {
        return switch (value(tag)) {
            case null -> null;
            case Statement.Strings(var values) -> values;
            default -> throw statement.wrong("tag-texts", tag);
        };
    }

    long number(String tag, long usual) throws ScriptException {
        return switch (value(tag)) {
            case null -> usual;
            case Statement.Number(var number) -> number;
            default -> throw statement.wrong("tag-number", tag);
        };
    }

    List<String> texts() throws ScriptException {
        if (!left.isEmpty() && left.removeFirst() instanceof Statement.Strings(var values)) {
            return values;
        }
        throw statement.wrong("no-text", statement.name());
    }

    List<String> keys() throws ScriptException {
        List<String> keys = texts();
        if (keys.stream().anyMatch(key -> key.length() > LONGEST_KEY)) {
            throw statement.wrong("key", LONGEST_KEY);
        }
        return keys;
    }

    String text() throws ScriptException {
        List<String> values = texts();
        if (values.size() != 1) {
            throw statement.wrong("one-text", statement.name());
        }
        return values.getFirst();
    }

    long number() throws ScriptException {
        if (!left.isEmpty() && left.removeFirst() instanceof Statement.Number(var number)) {
            return number;
        }
        throw statement.wrong("no-number", statement.name());
    }

    /** How to compare; its keys come later. */
    Match match() throws ScriptException {
        Match.Comparator comparator =
                switch (text(":comparator", "i;ascii-casemap")) {
                    case "i;octet" -> Match.Comparator.OCTET;
                    case "i;ascii-casemap" -> Match.Comparator.CASEMAP;
                    case "i;ascii-numeric" -> Match.Comparator.NUMERIC;
                    default -> throw statement.wrong("comparator");
                };
        if (comparator == Match.Comparator.NUMERIC) {
            needs("comparator-i;ascii-numeric");
        }
        boolean is = flag(":is");
        boolean contains = flag(":contains");
        boolean matches = flag(":matches");
        if ((is ? 1 : 0) + (contains ? 1 : 0) + (matches ? 1 : 0) > 1) {
            throw statement.wrong("match");
        }
        Match.Type type =
                contains ? Match.Type.CONTAINS : matches ? Match.Type.MATCHES : Match.Type.IS;
        if (comparator == Match.Comparator.NUMERIC && type != Match.Type.IS) {
            throw statement.wrong("numeric");
        }
        return new Match(type, comparator, List.of());
    }

    void end() throws ScriptException {
        if (!left.isEmpty()) {
            throw switch (left.getFirst()) {
                case Statement.Tag(var name) -> statement.wrong("tag", statement.name(), name);
                case Statement.Number _, Statement.Strings _ ->
                        statement.wrong("arguments", statement.name());
            };
        }
    }
}
