package org.mailstation.finding;

import org.mailstation.text.Text;

/** What cures a finding, as data: where Mail Station can do it itself, a button offers it. */
public sealed interface Remedy {
    /** What to do, for a person. */
    Text text();

    /**
     * A setting of the station's configuration. {@code field} as in {@link
     * org.mailstation.config.Problem#field()}.
     */
    record ChangeSetting(Text text, String field, String value) implements Remedy {}

    /**
     * A record to publish, for example type {@code MX}, name {@code example.org.}, value {@code 10
     * mail.example.org.}
     */
    record DnsRecord(Text text, String type, String name, String value) implements Remedy {}

    /** A thing to do on the router's own page. */
    record RouterStep(Text text) implements Remedy {}

    /** A thing that only the Internet or name provider can do. */
    record AskProvider(Text text) implements Remedy {}

    /**
     * A thing to do on the NAS. {@code command} is what a person would type there, empty if it is
     * not a command.
     */
    record RunOnNas(Text text, String command) implements Remedy {}
}
