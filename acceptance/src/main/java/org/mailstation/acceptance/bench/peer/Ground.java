package org.mailstation.acceptance.bench.peer;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What both servers of a run share: the disk, the certificate, the people.
 *
 * @param folder everything of the run lies in it
 * @param certificate PEM
 * @param key PEM, PKCS #8
 * @param password the same for everybody
 */
public record Ground(Path folder, Path certificate, Path key, String password) {
    public static final String DOMAIN = "bench.example";
    public static final String HOST = "mail.bench.example";

    /** They get the letters that come by SMTP. */
    public static final List<String> FAMILY =
            List.of("anna@" + DOMAIN, "ben@" + DOMAIN, "cleo@" + DOMAIN, "dora@" + DOMAIN);

    /** Reads large mailboxes. */
    public static final String READER = "reader@" + DOMAIN;

    /** Appends letters. */
    public static final String WRITER = "writer@" + DOMAIN;

    /** Has a POP3 program. */
    public static final String COLLECTOR = "collector@" + DOMAIN;

    public static List<String> everybody() {
        return Stream.concat(FAMILY.stream(), Stream.of(READER, WRITER, COLLECTOR)).toList();
    }

    @Override
    public String toString() {
        return "Ground[" + folder + "]";
    }
}
