package org.mailstation.ddns;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The providers that Mail Station knows, from {@code providers.properties}.
 *
 * @param providers in the order in which people shall see them
 */
public record Catalogue(List<Provider> providers) {
    private static final String FILE = "providers.properties";

    public Catalogue {
        providers = List.copyOf(providers);
    }

    /** The one that this program brings along. */
    public static Catalogue ours() {
        Properties file = new Properties();
        try (InputStream in = Catalogue.class.getResourceAsStream(FILE)) {
            file.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
        return read(file);
    }

    static Catalogue read(Properties file) {
        return new Catalogue(
                Arrays.stream(file.getProperty("order").split(" "))
                        .map(id -> provider(id, file))
                        .toList());
    }

    /** The provider of that id, or {@code null} if there is none. */
    public @Nullable Provider find(String id) {
        return providers.stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
    }

    private static Provider provider(String id, Properties file) {
        return new Provider(
                id,
                text(file, id, "name", ""),
                word(Protocol.class, text(file, id, "protocol", "")),
                new Template(text(file, id, "update", "")),
                new Template(text(file, id, "update6", "")),
                new Template(text(file, id, "text", "")),
                text(file, id, "suffix", ""),
                word(Provider.Login.class, text(file, id, "user", "")),
                word(Provider.Key.class, text(file, id, "secret", "")),
                text(file, id, "ipv6", "").equals("yes"),
                word(Holds.class, text(file, id, "mx", "unknown")),
                word(Holds.class, text(file, id, "txt", "unknown")),
                text(file, id, "accounts", "open").equals("open"),
                text(file, id, "page", ""),
                text(file, id, "check", ""));
    }

    private static String text(Properties file, String id, String key, String otherwise) {
        return file.getProperty(id + "." + key, otherwise).strip();
    }

    private static <E extends Enum<E>> E word(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
