package org.mailstation.desktop.view.parts;

/**
 * A failure as a person can pass it on.
 *
 * @param sentence what happened and what to do next
 * @param code stable and short
 * @param details for those who mend it; holds no secrets
 */
public record ErrorReport(String sentence, String code, String details) {

    /** All of it, to be pasted. */
    public String text() {
        return code + "\n" + sentence + (details.isEmpty() ? "" : "\n\n" + details);
    }
}
