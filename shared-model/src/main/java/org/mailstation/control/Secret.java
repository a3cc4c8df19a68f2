package org.mailstation.control;

/**
 * A password or token. Its text shows nowhere by accident: {@link #toString()} hides it. On the
 * wire it is a JSON string.
 */
public record Secret(String reveal) {
    @Override
    public String toString() {
        return "********";
    }
}
