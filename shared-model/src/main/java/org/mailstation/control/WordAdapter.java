package org.mailstation.control;

import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mailstation.text.Words;

/** An enum constant as its word; another word is an error and not {@code null}. */
final class WordAdapter<E extends Enum<E>> extends TypeAdapter<E> {
    private final Map<String, E> byWord = new LinkedHashMap<>();

    private WordAdapter(Class<E> type) {
        Arrays.stream(type.getEnumConstants())
                .forEach(constant -> byWord.put(Words.of(constant), constant));
    }

    @Override
    public void write(JsonWriter out, E value) throws IOException {
        out.value(Words.of(value));
    }

    @Override
    public E read(JsonReader in) throws IOException {
        String word = in.nextString();
        E constant = byWord.get(word);
        if (constant == null) {
            throw new JsonSyntaxException("\"" + word + "\" is none of " + byWord.keySet());
        }
        return constant;
    }

    static final class Factory implements TypeAdapterFactory {
        @Override
        @SuppressWarnings({"unchecked", "rawtypes"})
        public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
            Class<? super T> raw = type.getRawType();
            return raw.isEnum() && RecordAdapter.ours(raw)
                    ? (TypeAdapter<T>) new WordAdapter(raw).nullSafe()
                    : null;
        }
    }
}
