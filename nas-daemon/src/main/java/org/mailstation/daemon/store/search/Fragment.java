package org.mailstation.daemon.store.search;

import java.util.ArrayList;
import java.util.List;

/**
 * What a text that is sought has of one word, or of one row of ideographs.
 *
 * @param begins whether the word begins here, not only the fragment
 * @param ends whether the word ends here
 */
record Fragment(String text, boolean ideographs, boolean begins, boolean ends) {
    static List<Fragment> of(String sought) {
        List<Fragment> fragments = new ArrayList<>();
        int start = 0;
        while (start < sought.length()) {
            Script script = Script.of(sought.charAt(start));
            int end = start + 1;
            while (end < sought.length() && alike(script, Script.of(sought.charAt(end)))) {
                end++;
            }
            if (script != Script.BREAK) {
                fragments.add(
                        new Fragment(
                                sought.substring(start, end),
                                script == Script.IDEOGRAPH,
                                start > 0,
                                end < sought.length()));
            }
            start = end;
        }
        return fragments;
    }

    private static boolean alike(Script one, Script other) {
        return one == other || one.isOfWord() && other.isOfWord();
    }
}
