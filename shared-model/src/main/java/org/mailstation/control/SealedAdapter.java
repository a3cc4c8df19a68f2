package org.mailstation.control;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonSyntaxException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A sealed interface of records: the member {@code "kind"} is the simple name of the record. */
final class SealedAdapter<T> extends TypeAdapter<T> {
    static final String KIND = "kind";

    private final Gson gson;
    private final Class<?> family;
    private final Map<String, Class<?>> byKind = new TreeMap<>();

    private SealedAdapter(Gson gson, Class<?> family) {
        this.gson = gson;
        this.family = family;
        Arrays.stream(family.getPermittedSubclasses())
                .forEach(member -> byKind.put(member.getSimpleName(), member));
    }

    /** Whether records of this type must say their kind. */
    static boolean isMember(Class<?> record) {
        return Arrays.stream(record.getInterfaces()).anyMatch(Class::isSealed);
    }

    @Override
    public void write(JsonWriter out, T value) throws IOException {
        gson.toJson(value, value.getClass(), out);
    }

    @Override
    @SuppressWarnings("unchecked")
    public T read(JsonReader in) throws IOException {
        JsonElement tree = gson.fromJson(in, JsonElement.class);
        if (!tree.isJsonObject()
                || !(tree.getAsJsonObject().get(KIND)
                        instanceof com.google.gson.JsonPrimitive kind)) {
            throw new JsonSyntaxException(family.getSimpleName() + " without \"" + KIND + "\"");
        }
        Class<?> member = byKind.get(kind.getAsString());
        if (member == null) {
            throw new JsonSyntaxException(
                    family.getSimpleName()
                            + " of the unknown kind \""
                            + kind.getAsString()
                            + "\", known are "
                            + byKind.keySet());
        }
        return (T) gson.fromJson(tree, member);
    }

    static final class Factory implements TypeAdapterFactory {
        @Override
        public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
            Class<? super T> raw = type.getRawType();
            return raw.isSealed() && RecordAdapter.ours(raw)
                    ? new SealedAdapter<T>(gson, raw).nullSafe()
                    : null;
        }
    }
}
