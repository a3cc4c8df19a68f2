package org.mailstation.daemon.store.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of characters in HTML that mail programs write. */
final class HtmlEntities {
    private static final int HEX = 16;

    /** The names of U+00A0 to U+00FF, in this order (HTML 4, 24.2.1). */
    private static final String LATIN_1 =
            """
            nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr
            deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34
            iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml
            Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash
            Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring
            aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve
            oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
            """;

    private static final int FIRST_LATIN_1 = 0xA0;

    private static final Map<String, String> NAMED = named();

    private HtmlEntities() {}

    private static Map<String, String> named() {
        Map<String, String> names =
                new HashMap<>(
                        Map.ofEntries(
                                Map.entry("amp", "&"),
                                Map.entry("lt", "<"),
                                Map.entry("gt", ">"),
                                Map.entry("quot", "\""),
                                Map.entry("apos", "'"),
                                Map.entry("euro", "€"),
                                Map.entry("hellip", "…"),
                                Map.entry("bull", "•"),
                                Map.entry("ndash", "–"),
                                Map.entry("mdash", "—"),
                                Map.entry("lsquo", "‘"),
                                Map.entry("rsquo", "’"),
                                Map.entry("sbquo", "‚"),
                                Map.entry("ldquo", "“"),
                                Map.entry("rdquo", "”"),
                                Map.entry("bdquo", "„"),
                                Map.entry("trade", "™"),
                                Map.entry("OElig", "Œ"),
                                Map.entry("oelig", "œ"),
                                Map.entry("Scaron", "Š"),
                                Map.entry("scaron", "š"),
                                Map.entry("zwnj", ""),
                                Map.entry("ensp", " "),
                                Map.entry("emsp", " "),
                                Map.entry("thinsp", " ")));
        char c = FIRST_LATIN_1;
        for (String name : LATIN_1.strip().split("\\s+")) {
            names.put(name, String.valueOf(c));
            c++;
        }
        return names;
    }

    /**
     * @param name between {@code &} and {@code ;}
     * @return {@code null} if it means nothing
     */
    static @Nullable String meaning(String name) {
        return name.startsWith("#") ? numbered(name.substring(1)) : NAMED.get(name);
    }

    private static @Nullable String numbered(String number) {
        boolean hex = number.toLowerCase(Locale.ROOT).startsWith("x");
        try {
            int point = hex ? Integer.parseInt(number.substring(1), HEX) : Integer.parseInt(number);
            return Character.isValidCodePoint(point) ? Character.toString(point) : null;
        } catch (NumberFormatException e) {
            return null; // then it is not one
        }
    }
}
