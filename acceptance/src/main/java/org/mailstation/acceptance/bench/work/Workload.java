package org.mailstation.acceptance.bench.work;

/**
 * How much of everything.
 *
 * @param rounds of each benchmark and server
 * @param delivered letters of 10 kB that come by SMTP in a round
 * @param large letters of 1 MB that come by SMTP in a round
 * @param appended letters that a program uploads in a round
 * @param box letters of the mailbox that is read
 * @param bigBox letters of the mailbox that is opened
 * @param some letters that are changed, removed or fetched by POP3 in a round
 * @param bodies letters fetched one by one in a round
 * @param handshakes TLS handshakes in a round
 * @param idlers programs that idle at the same time at most
 * @param huge letters of a mailbox that must not need more memory than one of {@code box}
 */
public record Workload(
        int rounds,
        int delivered,
        int large,
        int appended,
        int box,
        int bigBox,
        int some,
        int bodies,
        int handshakes,
        int idlers,
        int huge) {
    /** What the report is made of. */
    public static final Workload FULL =
            new Workload(3, 1000, 40, 1000, 10_000, 100_000, 1000, 200, 400, 500, 200_000);

    /** To see whether a change was worth it. */
    public static final Workload QUICK =
            new Workload(3, 200, 10, 200, 1000, 5000, 200, 100, 100, 100, 5000);

    /** Octets of an ordinary letter. */
    public static final int ORDINARY = 10_000;

    /** Octets of a letter of a few lines. */
    public static final int SHORT = 2_000;

    /** Octets of a letter with pictures. */
    public static final int LARGE = 1_000_000;
}
