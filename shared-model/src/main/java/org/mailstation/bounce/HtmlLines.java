package org.mailstation.bounce;

import java.util.regex.Pattern;

/** The lines of a page, for reading only: roughly, but without its marks. */
final class HtmlLines {
    private static final Pattern UNSEEN =
            Pattern.compile("(?is)<(style|script|head)\\b[^>]{0,500}>.{0,20000}?</\\1>");
    private static final Pattern PARAGRAPH =
            Pattern.compile("(?i)</?(p|div|tr|table|h\\d|ul|ol|li|hr|body)\\b[^>]{0,2000}>");
    private static final Pattern BREAK = Pattern.compile("(?i)<br\\b[^>]{0,500}>");
    private static final Pattern MARK = Pattern.compile("<[a-zA-Z/!][^>]{0,2000}>");

    private HtmlLines() {}

    static String of(String html) {
        String text = UNSEEN.matcher(html).replaceAll("");
        text = text.replaceAll("[\\r\\n]+", " ");
        text = PARAGRAPH.matcher(text).replaceAll("\n\n");
        text = BREAK.matcher(text).replaceAll("\n");
        text = MARK.matcher(text).replaceAll(" ");
        return text.replace("&nbsp;", " ")
                .replace("&#160;", " ")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
