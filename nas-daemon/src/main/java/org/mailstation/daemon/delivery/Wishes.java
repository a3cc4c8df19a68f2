package org.mailstation.daemon.delivery;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.accounts.Address;

/**
 * What a sender wants to be told of a letter, and how (RFC 3461).
 *
 * @param returned how much of it a report of failure brings back; {@code null}: not said
 * @param envelopeId the sender's own name for this sending, coded; may be empty
 * @param of by recipient; who is missing has none
 */
public record Wishes(@Nullable Returned returned, String envelopeId, Map<Address, Wish> of) {
    public static final Wishes NONE = new Wishes(null, "", Map.of());

    private static final int LONGEST_ID = 100;

    /** {@code RET} (4.3). */
    public enum Returned {
        FULL,
        HDRS
    }

    public Wishes {
        Map<Address, Wish> said = new LinkedHashMap<>(of);
        said.values().removeIf(Wish.NONE::equals);
        of = Map.copyOf(said);
    }

    /** The content of {@code RET}, or nothing if it is badly made. */
    public static Optional<Returned> returned(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "FULL" -> Optional.of(Returned.FULL);
            case "HDRS" -> Optional.of(Returned.HDRS);
            default -> Optional.empty();
        };
    }

    /** Whether this is well made content of {@code ENVID} (4.4). */
    public static boolean isEnvelopeId(String text) {
        return XText.decoded(text).filter(plain -> plain.length() <= LONGEST_ID).isPresent();
    }

    Wish of(Address recipient) {
        return of.getOrDefault(recipient, Wish.NONE);
    }

    Wishes with(Map<Address, Wish> others) {
        return new Wishes(returned, envelopeId, others);
    }

    Wishes only(Collection<Address> recipients) {
        Map<Address, Wish> some = new LinkedHashMap<>(of);
        some.keySet().retainAll(recipients);
        return with(some);
    }

    /** As MAIL says it, with a blank before each parameter. */
    String parameters() {
        return (returned == null ? "" : " RET=" + returned.name())
                + (envelopeId.isEmpty() ? "" : " ENVID=" + envelopeId);
    }

    /** As reports show it (RFC 3464 2.2.1); may be empty. */
    String plainId() {
        return envelopeId.isEmpty() ? "" : XText.decoded(envelopeId).orElse("");
    }

    /** In one text, as SMTP says it: a line for the letter, and one for each recipient. */
    public String inLines() {
        StringBuilder lines = new StringBuilder(parameters());
        of.forEach(
                (to, wish) -> lines.append('\n').append(to).append('\t').append(wish.parameters()));
        return lines.toString();
    }

    /** Reads {@link #inLines()}; what is badly made counts as not said. */
    public static Wishes read(String lines) {
        String[] each = lines.split("\n", -1);
        Map<Address, Wish> found = new LinkedHashMap<>();
        for (int i = 1; i < each.length; i++) {
            String[] parts = each[i].split("\t", 2);
            String said = parts.length < 2 ? "" : parts[1];
            String original = parameter(said, "ORCPT");
            Wish wish =
                    new Wish(
                            Wish.notices(parameter(said, "NOTIFY")).orElse(null),
                            Wish.original(original).orElse(""));
            Address.parse(parts[0]).ifPresent(to -> found.put(to, wish));
        }
        String id = parameter(each[0], "ENVID");
        return new Wishes(
                returned(parameter(each[0], "RET")).orElse(null),
                isEnvelopeId(id) ? id : "",
                found);
    }

    private static String parameter(String line, String name) {
        for (String word : line.split(" ", -1)) {
            if (word.startsWith(name + "=")) {
                return word.substring(name.length() + 1);
            }
        }
        return "";
    }
}
