package org.mailstation.desktop.ssh;

/**
 * What a short command left behind.
 *
 * @param output its standard output in UTF-8, without blanks at the end
 * @param complaints the end of its standard error
 */
public record Ran(int status, String output, String complaints) {
    public boolean ok() {
        return status == 0;
    }
}
