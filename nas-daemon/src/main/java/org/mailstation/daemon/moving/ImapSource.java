package org.mailstation.daemon.moving;

import java.io.IOException;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The mailbox at another provider, which is only read: nothing is marked as seen. */
final class ImapSource implements Source {
    /** Letters whose flags are asked for at once. */
    private static final int SLICE = 500;

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d-MMM-uuuu HH:mm:ss Z", Locale.ENGLISH);

    /** Folders that show the letters of others (RFC 6154 2), or cannot be opened. */
    private static final Set<String> LEFT =
            Set.of("\\all", "\\flagged", "\\important", "\\noselect", "\\nonexistent");

    private final ImapLink link;
    private long expected;

    /** What the server says of a letter without giving it. */
    private record Line(long uid, Set<String> flags, Instant date) {}

    ImapSource(ImapLink link) {
        this.link = link;
    }

    @Override
    public List<Box> boxes() throws IOException {
        List<Box> boxes = new ArrayList<>();
        link.ask("LIST \"\" \"*\"", null, response -> box(Tokens.of(response), boxes));
        List<Box> all = distinct(boxes);
        for (Box box : all) {
            expected += count(box);
        }
        return all;
    }

    /** * LIST (ATTRIBUTES) DELIMITER NAME */
    private static void box(List<Object> response, List<Box> boxes) {
        if (response.size() < 5
                || !"LIST".equalsIgnoreCase(String.valueOf(response.get(1)))
                || !(response.get(2) instanceof List<?> attributes)) {
            return;
        }
        Set<String> said = new HashSet<>();
        attributes.forEach(one -> said.add(String.valueOf(one).toLowerCase(Locale.ROOT)));
        if (said.stream().anyMatch(LEFT::contains)) {
            return;
        }
        String delimiter = String.valueOf(response.get(3));
        String name = String.valueOf(response.get(4));
        List<String> parts =
                FolderNames.parts(
                        Utf7.decode(name), delimiter.equalsIgnoreCase("NIL") ? "" : delimiter);
        boxes.add(new Box(name, FolderNames.here(parts, said)));
    }

    /** Two folders must not become one by their uses: the second keeps its own name. */
    private static List<Box> distinct(List<Box> boxes) {
        Set<String> taken = new HashSet<>();
        return boxes.stream()
                .map(
                        box ->
                                taken.add(box.target())
                                        ? box
                                        : new Box(
                                                box.name(),
                                                FolderNames.here(
                                                        List.of("Other", box.target()), Set.of())))
                .toList();
    }

    private long count(Box box) throws IOException {
        long[] count = {0};
        try {
            link.ask(
                    "STATUS " + ImapLink.quoted(box.name()) + " (MESSAGES)",
                    null,
                    response -> {
                        List<Object> said = Tokens.of(response);
                        if (said.getLast() instanceof List<?> values && values.size() == 2) {
                            count[0] = number(values.get(1));
                        }
                    });
        } catch (ImapLink.NoException notTold) {
            return 0; // it is told when the folder is opened
        }
        return count[0];
    }

    @Override
    public long expected() {
        return expected;
    }

    @Override
    public long each(Box box, Predicate<String> wanted, Taker taker) throws IOException {
        long validity = open(box);
        List<Long> uids = new ArrayList<>();
        link.ask("UID SEARCH ALL", null, response -> numbers(Tokens.of(response), uids));
        for (int from = 0; from < uids.size(); from += SLICE) {
            List<Long> some = uids.subList(from, Math.min(uids.size(), from + SLICE));
            List<Long> asked =
                    some.stream().filter(uid -> wanted.test(key(validity, uid))).toList();
            for (Line line : asked.isEmpty() ? List.<Line>of() : lines(asked)) {
                taker.take(
                        new Found(
                                key(validity, line.uid()),
                                line.flags(),
                                line.date(),
                                out -> fetch(line.uid(), out)));
            }
        }
        return uids.size();
    }

    private static String key(long validity, long uid) {
        return validity + "/" + uid;
    }

    private long open(Box box) throws IOException {
        long[] validity = {0};
        link.ask(
                "EXAMINE " + ImapLink.quoted(box.name()),
                null,
                response -> {
                    String line = response.line().toUpperCase(Locale.ROOT);
                    int at = line.indexOf("[UIDVALIDITY ");
                    if (at >= 0) {
                        validity[0] = number(line.substring(at + 13, line.indexOf(']', at)));
                    }
                });
        return validity[0];
    }

    private static void numbers(List<Object> response, List<Long> numbers) throws IOException {
        if (response.size() > 1 && "SEARCH".equalsIgnoreCase(String.valueOf(response.get(1)))) {
            for (Object one : response.subList(2, response.size())) {
                numbers.add(number(one));
            }
        }
    }

    private List<Line> lines(List<Long> uids) throws IOException {
        List<Line> lines = new ArrayList<>();
        Set<Long> asked = new TreeSet<>(uids);
        link.ask(
                "UID FETCH " + set(uids) + " (UID FLAGS INTERNALDATE)",
                null,
                response -> {
                    Line line = line(Tokens.of(response));
                    if (line != null && asked.remove(line.uid())) {
                        lines.add(line);
                    }
                });
        return lines;
    }

    private static String set(List<Long> uids) {
        StringBuilder set = new StringBuilder();
        for (int from = 0; from < uids.size(); ) {
            int to = from;
            while (to + 1 < uids.size() && uids.get(to + 1) == uids.get(to) + 1) {
                to++;
            }
            set.append(set.isEmpty() ? "" : ",").append(uids.get(from));
            if (to > from) {
                set.append(':').append(uids.get(to));
            }
            from = to + 1;
        }
        return set.toString();
    }

    /** * N FETCH (NAME VALUE ...); {@code null} if it is something else. */
    private static @org.jspecify.annotations.Nullable Line line(List<Object> response)
            throws IOException {
        if (response.size() < 4
                || !"FETCH".equalsIgnoreCase(String.valueOf(response.get(2)))
                || !(response.get(3) instanceof List<?> values)) {
            return null;
        }
        long uid = 0;
        Set<String> flags = new TreeSet<>();
        Instant date = Instant.EPOCH;
        for (int i = 0; i + 1 < values.size(); i += 2) {
            Object value = values.get(i + 1);
            switch (String.valueOf(values.get(i)).toUpperCase(Locale.ROOT)) {
                case "UID" -> uid = number(value);
                case "FLAGS" -> {
                    if (value instanceof List<?> names) {
                        names.forEach(name -> flags.add(String.valueOf(name)));
                    }
                }
                case "INTERNALDATE" -> date = date(String.valueOf(value));
                default -> {
                    // servers may tell more than was asked
                }
            }
        }
        return uid == 0 ? null : new Line(uid, flags, date);
    }

    private static Instant date(String text) {
        try {
            return OffsetDateTime.parse(text.strip(), DATE).toInstant();
        } catch (DateTimeException unreadable) {
            return Instant.EPOCH;
        }
    }

    private void fetch(long uid, OutputStream out) throws IOException {
        boolean[] given = {false};
        try {
            link.ask(
                    "UID FETCH " + uid + " (BODY.PEEK[])",
                    out,
                    response -> {
                        boolean literal = !response.literals().isEmpty();
                        given[0] |= literal || quotedBody(response, out);
                    });
        } catch (ImapLink.NoException refused) {
            throw new NotGivenException(String.valueOf(refused.getMessage()));
        }
        if (!given[0]) {
            throw new NotGivenException("the server does not give it");
        }
    }

    /** A short letter may be quoted instead of a literal. */
    private static boolean quotedBody(ImapLink.Response response, OutputStream out)
            throws IOException {
        List<Object> said = Tokens.of(response);
        if (said.size() > 3 && said.get(3) instanceof List<?> values) {
            int at = values.indexOf("BODY[]");
            if (at >= 0
                    && at + 1 < values.size()
                    && values.get(at + 1) instanceof String text
                    && !text.equalsIgnoreCase("NIL")) {
                out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                return true;
            }
        }
        return false;
    }

    private static long number(Object text) throws IOException {
        String digits = String.valueOf(text);
        if (!digits.matches("[0-9]{1,18}")) {
            throw new IOException("the server says something else than a number");
        }
        return Long.parseLong(digits);
    }

    @Override
    public void close() {
        link.close();
    }
}
