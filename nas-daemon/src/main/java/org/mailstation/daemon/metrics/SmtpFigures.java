package org.mailstation.daemon.metrics;

/** Counts commands of SMTP that were refused: recipients, senders, nonsense. */
public final class SmtpFigures {
    private final Counts refused = new Counts();

    /**
     * @param code the reply's three digits
     */
    public void refused(String code) {
        refused.add(code);
    }

    void write(Exposition out) {
        out.counters(
                "mailstation_smtp_commands_refused_total",
                "SMTP commands that were refused, by reply code.",
                "code",
                refused.all());
    }
}
