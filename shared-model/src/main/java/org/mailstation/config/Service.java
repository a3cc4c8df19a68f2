package org.mailstation.config;

/** The eight ways to talk to the daemon, by their names in {@code station.toml}. */
public enum Service {
    /** RFC 5321, from other mail servers; STARTTLS */
    SMTP("smtp", 25, 2525),
    /** RFC 6409, from the family's programs; STARTTLS */
    SUBMISSION("submission", 587, 5870),
    /** RFC 8314 3.3, TLS from the first byte */
    SUBMISSIONS("submissions", 465, 4650),
    /** RFC 9051; STARTTLS */
    IMAP("imap", 143, 1143),
    /** RFC 8314 3.2 */
    IMAPS("imaps", 993, 9930),
    /** RFC 1939; STLS (RFC 2595) */
    POP3("pop3", 110, 1110),
    /** RFC 8314 3.2 */
    POP3S("pop3s", 995, 9950),
    /** RFC 5804, filter rules; STARTTLS */
    MANAGESIEVE("managesieve", 4190, 4190);

    private final String key;
    private final int standardPort;
    private final int highPort;

    Service(String key, int standardPort, int highPort) {
        this.key = key;
        this.standardPort = standardPort;
        this.highPort = highPort;
    }

    /** Name in {@code station.toml}, in messages and on the command line. */
    public String key() {
        return key;
    }

    /** The port that IANA gave it. */
    public int standardPort() {
        return standardPort;
    }

    /**
     * The port that we take where a program without root may use none below 1024. What DSM's
     * firewall knows of the package names the same ones.
     */
    public int highPort() {
        return highPort;
    }

    /** TLS from the first byte, without STARTTLS. */
    public boolean implicitTls() {
        return this == SUBMISSIONS || this == IMAPS || this == POP3S;
    }
}
