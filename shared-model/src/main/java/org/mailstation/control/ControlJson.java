package org.mailstation.control;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.JsonSyntaxException;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * Messages as JSON: a record is an object of its components, a moment an ISO-8601 string, an enum
 * constant a lower-case word. A record of a sealed family names itself in {@code "kind"}.
 */
public final class ControlJson {
    private static final Gson PRETTY =
            configure(new GsonBuilder())
                    .registerTypeAdapter(Secret.class, new HiddenSecret())
                    .setPrettyPrinting()
                    .create();

    private ControlJson() {}

    /**
     * Readable JSON, for example of a {@link StationStatus}. Secrets are shown as {@code ********}.
     */
    public static String write(Object message) {
        return PRETTY.toJson(message);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if it is not JSON, or not of that type
     */
    public static <T> T read(String json, Class<T> type) {
        try {
            T message = PRETTY.fromJson(json, type);
            if (message == null) {
                throw new IllegalArgumentException("no " + type.getSimpleName() + " but nothing");
            }
            return message;
        } catch (JsonParseException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** What both ends of a connection agree on. */
    static GsonBuilder configure(GsonBuilder builder) {
        return builder.setStrictness(Strictness.STRICT)
                // else keys of maps would be written as Java calls them, and not be understood
                .enableComplexMapKeySerialization()
                .disableHtmlEscaping()
                .registerTypeAdapterFactory(new RecordAdapter.Factory())
                .registerTypeAdapterFactory(new SealedAdapter.Factory())
                .registerTypeAdapterFactory(new WordAdapter.Factory())
                .registerTypeAdapter(Instant.class, new MomentAdapter().nullSafe())
                .registerTypeAdapter(Secret.class, new SecretAdapter().nullSafe());
    }

    private static final class MomentAdapter extends TypeAdapter<Instant> {
        @Override
        public void write(JsonWriter out, Instant value) throws IOException {
            out.value(value.toString());
        }

        @Override
        public Instant read(JsonReader in) throws IOException {
            try {
                return Instant.parse(in.nextString());
            } catch (DateTimeException e) {
                throw new JsonSyntaxException("not a moment like 2026-01-31T12:00:00Z", e);
            }
        }
    }

    private static class SecretAdapter extends TypeAdapter<Secret> {
        @Override
        public void write(JsonWriter out, Secret value) throws IOException {
            out.value(value.reveal());
        }

        @Override
        public Secret read(JsonReader in) throws IOException {
            return new Secret(in.nextString());
        }
    }

    private static final class HiddenSecret extends SecretAdapter {
        @Override
        public void write(JsonWriter out, Secret value) throws IOException {
            out.value(value.toString());
        }
    }
}
