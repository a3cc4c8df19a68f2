package org.mailstation.control;

import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record as an object of its components. Gson's own way would let a component that is missing be
 * {@code null} or 0, and would put the values of all components into the error when a constructor
 * objects.
 */
final class RecordAdapter<T> extends TypeAdapter<T> {
    private record Component(
            RecordComponent declared, int index, TypeAdapter<Object> adapter, boolean optional) {}

    private final Class<?> type;
    private final Constructor<?> constructor;
    private final Map<String, Component> components = new LinkedHashMap<>();

    @SuppressWarnings("unchecked")
    private RecordAdapter(Gson gson, Class<?> type) {
        this.type = type;
        RecordComponent[] declared = type.getRecordComponents();
        for (int i = 0; i < declared.length; i++) {
            TypeAdapter<Object> adapter =
                    (TypeAdapter<Object>)
                            gson.getAdapter(TypeToken.get(declared[i].getGenericType()));
            boolean optional = declared[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
            components.put(declared[i].getName(), new Component(declared[i], i, adapter, optional));
        }
        Class<?>[] types =
                Arrays.stream(declared).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            constructor = type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Types of other people have their own ways. */
    static boolean ours(Class<?> type) {
        return type.getName().startsWith("org.mailstation.");
    }

    @Override
    public void write(JsonWriter out, T value) throws IOException {
        out.beginObject();
        if (SealedAdapter.isMember(type)) {
            out.name(SealedAdapter.KIND).value(type.getSimpleName());
        }
        for (Component component : components.values()) {
            Object part = get(component, value);
            if (part != null) {
                out.name(component.declared().getName());
                component.adapter().write(out, part);
            }
        }
        out.endObject();
    }

    private @Nullable Object get(Component component, T value) {
        try {
            return component.declared().getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public T read(JsonReader in) throws IOException {
        @Nullable Object[] values = new @Nullable Object[components.size()];
        in.beginObject();
        while (in.hasNext()) {
            Component component = components.get(in.nextName());
            if (component == null) {
                in.skipValue();
            } else if (in.peek() == JsonToken.NULL) {
                in.nextNull();
            } else {
                values[component.index()] = component.adapter().read(in);
            }
        }
        in.endObject();
        return create(values);
    }

    @SuppressWarnings("unchecked")
    private T create(@Nullable Object[] values) {
        for (Component component : components.values()) {
            if (values[component.index()] == null && !component.optional()) {
                throw new JsonSyntaxException(
                        type.getSimpleName()
                                + " without \""
                                + component.declared().getName()
                                + "\"");
            }
        }
        try {
            return (T) constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new JsonSyntaxException(
                    type.getSimpleName() + " with a value that cannot be", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static final class Factory implements TypeAdapterFactory {
        @Override
        public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
            Class<? super T> raw = type.getRawType();
            return raw.isRecord() && ours(raw) ? new RecordAdapter<T>(gson, raw).nullSafe() : null;
        }
    }
}
