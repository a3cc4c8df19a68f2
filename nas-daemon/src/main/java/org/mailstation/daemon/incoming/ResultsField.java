package org.mailstation.daemon.incoming;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.dkim.DkimProof;

/** The field {@code Authentication-Results} (RFC 8601). */
public final class ResultsField {
    public static final String NAME = "Authentication-Results";

    /**
     * What may stand in the field as it is (RFC 2045 5.1); all else would need quotes. Letters
     * beyond ASCII stand only in letters that have them anyway (RFC 8601 2.2, RFC 8616 6).
     */
    private static final String PLAIN = "[A-Za-z0-9!#$%&'*+.^_`{|}~@:/=[^\\x00-\\x7f]-]+";

    private ResultsField() {}

    /**
     * The whole field with its line end.
     *
     * @param station host name of the station, in whose name the results are told
     */
    public static byte[] of(String station, Stranger letter, Credentials seen) {
        List<String> parts = new ArrayList<>();
        parts.add(
                part("spf", seen.spf())
                        + property(
                                "smtp.mailfrom",
                                letter.sender() == null ? null : letter.sender().toString())
                        + property("smtp.helo", letter.sender() == null ? letter.hello() : null));
        if (seen.dkim().isEmpty()) {
            parts.add("dkim=none");
        }
        seen.dkim().forEach(proof -> parts.add(dkim(proof)));
        String policy =
                seen.dmarc().result() == Told.Result.NONE
                        ? ""
                        : " (p=" + seen.policy().name().toLowerCase(Locale.ROOT) + ")";
        parts.add(
                part("dmarc", seen.dmarc())
                        + policy
                        + property("header.from", seen.dmarc().about()));
        if (seen.reverse().result() != Told.Result.NONE) {
            parts.add(
                    part("iprev", seen.reverse())
                            + property("policy.iprev", letter.client().getHostAddress())
                            + comment(seen.reverse().about()));
        }
        seen.lists().forEach(list -> parts.add("dnsbl=fail" + property("dns.zone", list)));
        String text = NAME + ": " + station + ";\r\n\t" + String.join(";\r\n\t", parts) + "\r\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String part(String method, Told told) {
        return method + "=" + told.result().word() + reason(told.why());
    }

    private static String dkim(DkimProof proof) {
        return "dkim="
                + proof.result().name().toLowerCase(Locale.ROOT)
                + reason(proof.why())
                + property("header.d", proof.domain())
                + property("header.s", proof.selector())
                + property("header.b", proof.signature());
    }

    private static String reason(String why) {
        return why.isEmpty() ? "" : " reason=\"" + why + "\"";
    }

    private static String comment(String name) {
        return name.matches(PLAIN) ? " (" + name + ")" : "";
    }

    private static String property(String name, @Nullable String value) {
        return value != null && value.matches(PLAIN) ? " " + name + "=" + value : "";
    }

    /**
     * Whether somebody else wrote such a field in our name (RFC 8601 5): then readers would believe
     * it.
     *
     * @param content of a field of this name
     */
    public static boolean isInOurName(String content, String station) {
        String name = content.replaceAll("\\([^)]*\\)", "").strip().split("[;\\s]", 2)[0];
        return name.replace("\"", "").equalsIgnoreCase(station);
    }
}
