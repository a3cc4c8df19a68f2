package org.mailstation.daemon.sieve;

/** How much work a script may still make; each letter has to pass it. */
final class Effort {
    /** Characters compared: about a tenth of a second. */
    private static final long MOST = 20_000_000;

    private long left = MOST;

    /**
     * @throws ScriptException if it is too much
     */
    void spend(long characters) throws ScriptException {
        left -= characters;
        if (left < 0) {
            throw new ScriptException(0, "effort");
        }
    }
}
