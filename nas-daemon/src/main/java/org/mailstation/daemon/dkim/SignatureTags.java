package org.mailstation.daemon.dkim;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailstation.idna.DomainNames;
import org.mailstation.records.Tags;

/** One field {@code DKIM-Signature}, taken apart (RFC 6376 3.5). */
final class SignatureTags {
    private static final String NAME = "[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*";

    /** More can only be meant to cost time. */
    private static final int MOST_NAMES = 300;

    private final byte[] field;
    private final Tags tags;

    private SignatureTags(byte[] field, Tags tags) {
        this.field = field;
        this.tags = tags;
    }

    /**
     * @param field with its name and line end
     */
    static SignatureTags of(byte[] field) {
        String text = new String(field, StandardCharsets.ISO_8859_1);
        return new SignatureTags(field, Tags.of(text.substring(text.indexOf(':') + 1)));
    }

    /** Why it cannot be proven (RFC 6376 6.1.1), or {@code null}. */
    @Nullable String objection(Instant now) {
        Set<String> seen = new HashSet<>();
        if (tags.list().stream().anyMatch(tag -> !seen.add(tag.name()))) {
            return "a tag twice";
        }
        if (!tags.get("v").equals("1")) {
            return "unknown version";
        }
        if (domain().isEmpty() || selector().isEmpty()) {
            return "no domain or selector";
        }
        if (names().size() > MOST_NAMES || !names().contains("from")) {
            return "the author is not signed";
        }
        if (decoded("b").length == 0 || decoded("bh").length == 0) {
            return "no signature";
        }
        if (!tags.has("q") || Arrays.asList(tags.get("q").split("\\s*:\\s*")).contains("dns/txt")) {
            return identity().equals(domain()) || identity().endsWith("." + domain())
                    ? expired(now)
                    : "the identity is not in the domain";
        }
        return "unknown way to the key";
    }

    private @Nullable String expired(Instant now) {
        String until = tags.get("x");
        if (until.isEmpty()) {
            return null;
        }
        return until.matches("[0-9]{1,12}") && Long.parseLong(until) >= now.getEpochSecond()
                ? null
                : "expired";
    }

    String domain() {
        return name(tags.get("d")).toLowerCase(Locale.ROOT);
    }

    String selector() {
        return name(tags.get("s"));
    }

    /** As the DNS knows it, whatever letters it is written in (RFC 8616 5); empty if it is none. */
    private static String name(String octets) {
        String text =
                new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return text.matches(NAME)
                ? text
                : DomainNames.ascii(text).filter(name -> name.matches(NAME)).orElse("");
    }

    /** The domain of the person or part that signed. */
    String identity() {
        String identity = tags.get("i");
        return identity.isEmpty()
                ? domain()
                : name(identity.substring(identity.lastIndexOf('@') + 1)).toLowerCase(Locale.ROOT);
    }

    /** {@code rsa-sha256}, {@code ed25519-sha256} or what else somebody may write. */
    String algorithm() {
        return tags.get("a").toLowerCase(Locale.ROOT);
    }

    boolean relaxedHeader() {
        return form(0).equals("relaxed");
    }

    boolean relaxedBody() {
        return form(1).equals("relaxed");
    }

    /** RFC 6376 3.5: {@code c}; a part that is missing is simple. */
    private String form(int part) {
        String[] forms = tags.get("c").toLowerCase(Locale.ROOT).split("/", 2);
        return forms.length > part ? forms[part].strip() : "simple";
    }

    boolean knownForms() {
        return List.of("simple", "relaxed", "").contains(form(0))
                && List.of("simple", "relaxed").contains(form(1));
    }

    /** Names of the signed fields in small letters, in order. */
    List<String> names() {
        return Arrays.stream(tags.get("h").split(":", -1))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    byte[] bodyHash() {
        return decoded("bh");
    }

    byte[] signature() {
        return decoded("b");
    }

    String shortSignature() {
        String text = tags.get("b").replaceAll("[^A-Za-z0-9+/=]", "");
        return text.substring(0, Math.min(8, text.length()));
    }

    /** How many octets of the body are signed; {@code null}: all, however many there are. */
    @Nullable String signedLength() {
        return tags.has("l") ? tags.get("l") : null;
    }

    private byte[] decoded(String name) {
        try {
            return Base64.getDecoder().decode(tags.get(name).replaceAll("\\s", ""));
        } catch (IllegalArgumentException notBase64) {
            // the objection says so
            return new byte[0];
        }
    }

    /** The field as it was before the signature was put in, without its line end (3.5). */
    byte[] unsigned() {
        String text = new String(field, StandardCharsets.ISO_8859_1);
        int colon = text.indexOf(':') + 1;
        String value =
                text.substring(colon)
                        .replaceFirst("(?s)(^|;)([ \\t\\r\\n]*[bB][ \\t\\r\\n]*=)[^;]*", "$1$2");
        return (text.substring(0, colon) + value)
                .replaceFirst("\\r\\n$", "")
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
