package org.mailstation.daemon.box;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The people in the list of users of the NAS, {@code passwd(5)}; without those of programs. */
public record Passwd(Box box) {
    private static final String FILE = "etc/passwd";
    private static final int FIELDS = 7;

    /** Since ever on Linux; a Disk Station's own two come first there. */
    private static final long FIRST_PERSON = 1000;

    /** Debian's policy, 9.2.2: from here on they belong to packages and systems again. */
    private static final long LAST_PERSON = 59_999;

    /** There with every system, for nobody in particular; the first two on a Disk Station. */
    private static final Set<String> NOT_PEOPLE =
            Set.of("admin", "guest", "nobody", "nfsnobody", "http", "mailstation");

    /** Users that belong to packages of a Disk Station have their homes here. */
    private static final String PACKAGES = "/var/packages/";

    /**
     * Somebody.
     *
     * @param fullName empty if there is none
     */
    public record Person(String name, String fullName) {}

    /** Ordered by name; nothing if the list cannot be read. */
    public Optional<List<Person>> people() {
        return box.text(FILE)
                .map(text -> new String(bytes(text), StandardCharsets.UTF_8))
                .map(
                        text ->
                                text.lines()
                                        .map(line -> line.split(":", -1))
                                        .filter(Passwd::isPerson)
                                        .map(Passwd::person)
                                        .sorted(Comparator.comparing(Person::name))
                                        .toList());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean isPerson(String[] fields) {
        if (fields.length != FIELDS || !fields[2].matches("[0-9]{1,9}")) {
            return false; // a comment, or a line that asks another service (nsswitch)
        }
        long uid = Long.parseLong(fields[2]);
        return uid >= FIRST_PERSON
                && uid <= LAST_PERSON
                && !fields[0].isBlank()
                && !NOT_PEOPLE.contains(fields[0])
                && !fields[5].startsWith(PACKAGES);
    }

    /** The full name is the first part of the fifth field; {@code &} in it is the name itself. */
    private static Person person(String[] fields) {
        String full = fields[4].split(",", -1)[0].strip();
        String name = fields[0];
        return new Person(
                name,
                full.replace(
                        "&", name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)));
    }
}
