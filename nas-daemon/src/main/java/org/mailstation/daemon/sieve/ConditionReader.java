package org.mailstation.daemon.sieve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mailstation.daemon.sieve.Condition.Part;

/** From the test of a script to what it asks. */
final class ConditionReader {
    private static final Set<String> ENVELOPE = Set.of("from", "to");

    private final Set<String> required;

    ConditionReader(Set<String> required) {
        this.required = required;
    }

    Condition read(Statement test) throws ScriptException {
        Tags tags = new Tags(test, required);
        boolean several = test.name().equals("allof") || test.name().equals("anyof");
        int tests = test.tests().size();
        if (several ? tests == 0 : tests != (test.name().equals("not") ? 1 : 0)) {
            throw test.wrong("tests", test.name());
        }
        Condition condition =
                switch (test.name()) {
                    case "true" -> new Condition.Always(true);
                    case "false" -> new Condition.Always(false);
                    case "not" -> new Condition.Not(read(test.tests().getFirst()));
                    case "allof" -> new Condition.All(all(test));
                    case "anyof" -> new Condition.Any(all(test));
                    case "exists" -> new Condition.Exists(tags.texts());
                    case "size" -> size(test, tags);
                    case "header" -> header(tags);
                    case "address", "envelope" -> addresses(test, tags);
                    case "body" -> body(tags);
                    case "hasflag" -> hasFlag(tags);
                    default -> throw test.wrong("test", test.name());
                };
        tags.end();
        return condition;
    }

    private List<Condition> all(Statement test) throws ScriptException {
        List<Condition> conditions = new ArrayList<>();
        for (Statement one : test.tests()) {
            conditions.add(read(one));
        }
        return conditions;
    }

    private static Condition size(Statement test, Tags tags) throws ScriptException {
        boolean over = tags.flag(":over");
        boolean under = tags.flag(":under");
        if (over == under) {
            throw test.wrong("size");
        }
        return new Condition.Size(over, tags.number());
    }

    private static Match with(Match match, List<String> keys) {
        return new Match(match.type(), match.comparator(), keys);
    }

    private static Condition header(Tags tags) throws ScriptException {
        Match match = tags.match();
        List<String> names = tags.texts();
        return new Condition.Header(names, with(match, tags.keys()));
    }

    private static Condition addresses(Statement test, Tags tags) throws ScriptException {
        boolean envelope = test.name().equals("envelope");
        if (envelope) {
            tags.needs("envelope");
        }
        Part part = part(test, tags);
        Match match = tags.match();
        List<String> names = tags.texts().stream().map(n -> n.toLowerCase(Locale.ROOT)).toList();
        if (envelope && !ENVELOPE.containsAll(names)) {
            throw test.wrong("envelope");
        }
        return new Condition.Addresses(envelope, names, part, with(match, tags.keys()));
    }

    private static Part part(Statement test, Tags tags) throws ScriptException {
        List<Part> parts = new ArrayList<>();
        for (Part part : Part.values()) {
            String tag = part == Part.LOCAL ? ":localpart" : ":" + part.name();
            if (tags.flag(tag.toLowerCase(Locale.ROOT))) {
                parts.add(part);
            }
        }
        if (parts.size() > 1) {
            throw test.wrong("part");
        }
        Part part = parts.isEmpty() ? Part.ALL : parts.getFirst();
        if (part == Part.USER || part == Part.DETAIL) {
            tags.needs("subaddress");
        }
        return part;
    }

    private static Condition body(Tags tags) throws ScriptException {
        tags.needs("body");
        boolean raw = tags.flag(":raw");
        boolean _ = tags.flag(":text");
        Match match = tags.match();
        return new Condition.Body(raw, with(match, tags.keys()));
    }

    private static Condition hasFlag(Tags tags) throws ScriptException {
        tags.needs("imap4flags");
        Match match = tags.match();
        return new Condition.HasFlag(with(match, tags.keys()));
    }
}
