package org.mailstation.check;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Parsed;
import org.mailstation.config.Problem;
import org.mailstation.text.Text;

/**
 * Reads a file that replaces {@link Landmarks#INTERNET}, for networks where those places cannot be
 * asked. A Java properties file; each key may be left out, several values stand between commas:
 *
 * <pre>
 * resolvers = 192.0.2.53, 192.0.2.54
 * mail-servers = mail.example.net
 * address-lists = zen.example.net
 * # a list of names has an entry that is always there, and one that never is
 * name-lists = dbl.example.net listed.example unlisted.example
 * time-servers = time.example.net
 * # which registry knows a domain (RFC 9224); https, or http on this computer itself
 * registries = https://rdap.example.net/dns.json
 * </pre>
 */
public final class LandmarksFile {
    private static final Set<String> KEYS =
            Set.of(
                    "resolvers",
                    "mail-servers",
                    "address-lists",
                    "name-lists",
                    "time-servers",
                    "registries");

    private static final Pattern NAME =
            Pattern.compile(
                    "(?i)[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*");

    private final List<Problem> problems = new ArrayList<>();
    private final Properties values;

    private LandmarksFile(Properties values) {
        this.values = values;
    }

    /** The landmarks, or everything that is wrong with the file. Without any text: the usual. */
    public static Parsed<Landmarks> read(String text) {
        Properties values = new Properties();
        try {
            values.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException malformed) {
            return new Parsed.Invalid<>(
                    List.of(new Problem("", 0, Text.of("landmarks.malformed"))));
        }
        return new LandmarksFile(values).parse();
    }

    private Parsed<Landmarks> parse() {
        values.stringPropertyNames().stream()
                .filter(key -> !KEYS.contains(key))
                .sorted()
                .forEach(key -> problem(key, Text.of("landmarks.key", key)));
        Landmarks usual = Landmarks.INTERNET;
        Landmarks read =
                new Landmarks(
                        list("resolvers", this::address, usual.resolvers()),
                        list("mail-servers", this::name, usual.mailServers()),
                        list("address-lists", this::addressList, usual.addressLists()),
                        list("name-lists", this::nameList, usual.nameLists()),
                        list("time-servers", this::name, usual.timeServers()),
                        registries(usual.registries()));
        return problems.isEmpty() ? new Parsed.Valid<>(read) : new Parsed.Invalid<>(problems);
    }

    /** One value; {@code null} if it is none. */
    @FunctionalInterface
    private interface Reading<T> {
        @Nullable T read(String key, String value);
    }

    private <T> List<T> list(String key, Reading<T> reading, List<T> usual) {
        String all = values.getProperty(key);
        if (all == null) {
            return usual;
        }
        List<T> list = new ArrayList<>();
        for (String value : all.split(",", -1)) {
            T one = reading.read(key, value.strip());
            if (one != null) {
                list.add(one);
            }
        }
        return list;
    }

    private URI registries(URI usual) {
        String value = values.getProperty("registries");
        URI read =
                value == null
                        ? usual
                        : checked(
                                "registries",
                                value.strip(),
                                LandmarksFile::page,
                                "landmarks.registries");
        return read == null ? usual : read;
    }

    private static URI page(String value) {
        URI page = URI.create(value);
        if (page.getHost() == null || !Set.of("https", "http").contains(page.getScheme())) {
            throw new IllegalArgumentException(value);
        }
        return page;
    }

    private @Nullable String address(String key, String value) {
        return checked(
                key, value, one -> Addresses.literal(one).getHostAddress(), "landmarks.address");
    }

    private @Nullable String name(String key, String value) {
        return checked(key, value, LandmarksFile::hostName, "landmarks.name");
    }

    private @Nullable BlockList addressList(String key, String value) {
        String zone = name(key, value);
        return zone == null ? null : BlockList.ofAddresses(zone);
    }

    private @Nullable BlockList nameList(String key, String value) {
        return checked(key, value, LandmarksFile::threeNames, "landmarks.name-list");
    }

    private static BlockList threeNames(String value) {
        List<String> parts =
                Arrays.stream(value.split("\\s+", -1)).map(LandmarksFile::hostName).toList();
        if (parts.size() != 3) {
            throw new IllegalArgumentException(value);
        }
        return new BlockList(parts.get(0), parts.get(1), parts.get(2));
    }

    private static String hostName(String value) {
        if (value.length() > 253 || !NAME.matcher(value).matches()) {
            throw new IllegalArgumentException(value);
        }
        return value;
    }

    private <T> @Nullable T checked(
            String key, String value, Function<String, T> reading, String sentence) {
        try {
            return reading.apply(value);
        } catch (IllegalArgumentException wrong) {
            problem(key, Text.of(sentence, value));
            return null;
        }
    }

    private void problem(String key, Text text) {
        problems.add(new Problem(key, 0, text));
    }
}
