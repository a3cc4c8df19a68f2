package org.mailstation.daemon.sieve;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says whether a condition holds for a letter. */
final class Judge {
    private final SieveMail mail;
    private final Set<String> flags;
    private final Effort effort = new Effort();
    private @Nullable String raw;
    private @Nullable String text;

    /**
     * @param flags as they are at the time of each question
     */
    Judge(SieveMail mail, Set<String> flags) {
        this.mail = mail;
        this.flags = flags;
    }

    boolean holds(Condition condition) throws ScriptException {
        effort.spend(10);
        return switch (condition) {
            case Condition.Always(var holds) -> holds;
            case Condition.Not(var of) -> !holds(of);
            case Condition.All(var of) -> {
                for (Condition one : of) {
                    if (!holds(one)) {
                        yield false;
                    }
                }
                yield true;
            }
            case Condition.Any(var of) -> {
                for (Condition one : of) {
                    if (holds(one)) {
                        yield true;
                    }
                }
                yield false;
            }
            case Condition.Exists(var headers) ->
                    headers.stream().noneMatch(name -> mail.header(name).isEmpty());
            case Condition.Size(var over, var octets) ->
                    over ? mail.size() > octets : mail.size() < octets;
            case Condition.Header(var names, var match) -> header(names, match);
            case Condition.Addresses addresses -> addresses(addresses);
            case Condition.Body(var asItIs, var match) ->
                    match.anyOf(List.of(body(asItIs)), effort);
            case Condition.HasFlag(var match) -> match.anyOf(List.copyOf(flags), effort);
        };
    }

    private boolean header(List<String> names, Match match) throws ScriptException {
        for (String name : names) {
            if (match.anyOf(mail.header(name), effort)) {
                return true;
            }
        }
        return false;
    }

    private boolean addresses(Condition.Addresses test) throws ScriptException {
        for (String name : test.names()) {
            List<String> parts = new ArrayList<>();
            for (String address : addresses(test.envelope(), name)) {
                String part = part(test.part(), address);
                if (part != null) {
                    parts.add(part);
                }
            }
            if (test.match().anyOf(parts, effort)) {
                return true;
            }
        }
        return false;
    }

    private List<String> addresses(boolean envelope, String name) {
        if (envelope) {
            return List.of(name.equals("from") ? mail.sender() : mail.recipient());
        }
        return mail.addresses(name);
    }

    /** {@code null}: it has no such part. */
    private static @Nullable String part(Condition.Part part, String address) {
        int at = address.lastIndexOf('@');
        String local = at < 0 ? address : address.substring(0, at);
        int plus = local.indexOf('+');
        return switch (part) {
            case ALL -> address;
            case LOCAL -> local;
            case DOMAIN -> at < 0 ? "" : address.substring(at + 1);
            case USER -> plus < 0 ? local : local.substring(0, plus);
            case DETAIL -> plus < 0 ? null : local.substring(plus + 1);
        };
    }

    private String body(boolean asItIs) throws ScriptException {
        String known = asItIs ? raw : text;
        if (known != null) {
            return known;
        }
        try {
            String read = mail.body(asItIs);
            if (asItIs) {
                raw = read;
            } else {
                text = read;
            }
            return read;
        } catch (IOException unreadable) {
            throw new ScriptException(0, "letter");
        }
    }
}
