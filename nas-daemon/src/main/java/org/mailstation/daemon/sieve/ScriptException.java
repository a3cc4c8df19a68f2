package org.mailstation.daemon.sieve;

/** A script cannot be understood, or asks for something that cannot be done. */
public final class ScriptException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    /**
     * @param line of the script, counted from 1; 0: the whole
     * @param message for whoever wrote the script, in English as its words are
     */
    public ScriptException(int line, String message) {
        super(message);
        this.line = line;
    }

    public int line() {
        return line;
    }

    /** With its line, where it has one. */
    public String sentence() {
        String message = String.valueOf(getMessage());
        return line == 0 ? message : "line " + line + ": " + message;
    }
}
