package org.mailstation.records;

import java.util.List;

/** What stands in the DNS already: a record that is good as it is shall stay. */
@FunctionalInterface
public interface Texts {
    /** Nothing is known. */
    Texts NONE = _ -> List.of();

    /** The TXT records of a name, those of all kinds; none if that could not be told. */
    List<String> of(String name);

    /** Those that begin with this version as a word of its own: {@code v=spf10} is not SPF. */
    default List<String> of(String name, String version) {
        return of(name).stream().filter(text -> isVersion(text, version)).toList();
    }

    /** Whether a text is of that kind. */
    static boolean isVersion(String text, String version) {
        return text.regionMatches(true, 0, version, 0, version.length())
                && (text.length() == version.length()
                        || text.charAt(version.length()) == ' '
                        || text.charAt(version.length()) == ';');
    }
}
