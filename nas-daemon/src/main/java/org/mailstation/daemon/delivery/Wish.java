package org.mailstation.daemon.delivery;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.accounts.Address;

/**
 * What a sender wants to be told of one recipient (RFC 3461 4.1 and 4.2).
 *
 * @param notices nothing: never; {@code null}: the sender did not say
 * @param original the recipient as the sender knows it: kind, semicolon, coded text; may be empty
 */
public record Wish(@Nullable Set<Notice> notices, String original) {
    public static final Wish NONE = new Wish(null, "");

    private static final int LONGEST_ORIGINAL = 500;

    /** Some characters for each octet that an address may have (RFC 6533 3). */
    private static final int LONGEST_CODED = 2100;

    private static final String NEVER = "NEVER";

    /** What there is to tell. */
    public enum Notice {
        SUCCESS,
        FAILURE,
        DELAY
    }

    public Wish {
        notices = notices == null ? null : Set.copyOf(notices);
    }

    /** The content of {@code NOTIFY}, or nothing if it is badly made. */
    public static Optional<Set<Notice>> notices(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        if (upper.equals(NEVER)) {
            return Optional.of(Set.of());
        }
        Set<Notice> found = EnumSet.noneOf(Notice.class);
        for (String word : upper.split(",", -1)) {
            Optional<Notice> notice =
                    Arrays.stream(Notice.values())
                            .filter(one -> one.name().equals(word))
                            .findFirst();
            if (notice.isEmpty()) {
                return Optional.empty();
            }
            found.add(notice.get());
        }
        return Optional.of(found);
    }

    /** The content of {@code ORCPT} in ASCII, or nothing if it is badly made. */
    public static Optional<String> original(String text) {
        int semicolon = text.indexOf(';');
        if (text.length() > LONGEST_CODED || semicolon <= 0) {
            return Optional.empty();
        }
        String kind = text.substring(0, semicolon);
        String address = text.substring(semicolon + 1);
        if (kind.equalsIgnoreCase(Utf8Address.KIND)) {
            return Utf8Address.decoded(address).map(plain -> kind + ";" + Utf8Address.coded(plain));
        }
        if (text.length() > LONGEST_ORIGINAL || !kind.matches("[A-Za-z0-9-]+")) {
            return Optional.empty();
        }
        return XText.decoded(address).isPresent() ? Optional.of(text) : miscalled(kind, address);
    }

    /** Postfix calls addresses beyond ASCII by the kind of others, too. */
    private static Optional<String> miscalled(String kind, String address) {
        return kind.equalsIgnoreCase("rfc822")
                ? XText.utf8(address)
                        .filter(plain -> Address.parse(plain).isPresent())
                        .map(plain -> Utf8Address.KIND + ";" + Utf8Address.coded(plain))
                : Optional.empty();
    }

    /** Who says nothing wants to hear of trouble only. */
    boolean wants(Notice notice) {
        return notices == null ? notice != Notice.SUCCESS : notices.contains(notice);
    }

    Wish withoutSuccess() {
        if (notices == null) {
            return this;
        }
        Set<Notice> left = EnumSet.noneOf(Notice.class);
        left.addAll(notices);
        left.remove(Notice.SUCCESS);
        return new Wish(left, original);
    }

    /** The same for somebody whom the address of the recipient leads to (5.2.7). */
    Wish passedOn(Address recipient, Address target) {
        if (recipient.equals(target) || !original.isEmpty()) {
            return this;
        }
        String text = recipient.toString();
        return new Wish(
                notices,
                recipient.isInternational()
                        ? Utf8Address.KIND + ";" + Utf8Address.coded(text)
                        : "rfc822;" + XText.coded(text));
    }

    /** Where two addresses lead to the same place. */
    public Wish and(Wish other) {
        Set<Notice> both = EnumSet.noneOf(Notice.class);
        for (Notice notice : Notice.values()) {
            if (wants(notice) || other.wants(notice)) {
                both.add(notice);
            }
        }
        boolean unsaid = notices == null && other.notices == null;
        return new Wish(unsaid ? null : both, original.isEmpty() ? other.original : original);
    }

    /** As RCPT says it, with a blank before each parameter. */
    String parameters() {
        String notify = "";
        if (notices != null) {
            notify =
                    " NOTIFY="
                            + (notices.isEmpty()
                                    ? NEVER
                                    : notices.stream()
                                            .sorted()
                                            .map(Notice::name)
                                            .collect(Collectors.joining(",")));
        }
        return notify + (original.isEmpty() ? "" : " ORCPT=" + original);
    }

    /** The original recipient as reports show it (RFC 3464 2.3.1); may be empty. */
    String originalRecipient() {
        int semicolon = original.indexOf(';');
        if (semicolon < 0) {
            return "";
        }
        String kind = original.substring(0, semicolon);
        String address = original.substring(semicolon + 1);
        Optional<String> plain =
                kind.equalsIgnoreCase(Utf8Address.KIND)
                        ? Utf8Address.decoded(address)
                        : XText.decoded(address);
        return kind + "; " + plain.orElse("");
    }
}
