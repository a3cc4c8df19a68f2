package org.mailstation.daemon.store.index;

import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.DataType;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;

/** Opens the maps of a file in the forms that the index knows. */
final class Maps {
    private static final int KILOBYTES = 1024;

    private Maps() {}

    static MVMap<Long, byte[]> byNumber(MVStore store, String name) {
        return store.openMap(
                name,
                new MVMap.Builder<Long, byte[]>()
                        .keyType(LongDataType.INSTANCE)
                        .valueType(ByteArrayDataType.INSTANCE));
    }

    static <V> MVMap<String, V> byText(MVStore store, String name, DataType<V> values) {
        return store.openMap(
                name,
                new MVMap.Builder<String, V>().keyType(StringDataType.INSTANCE).valueType(values));
    }

    /**
     * Empties the cache of a file.
     *
     * @param megabytes how large it may be afterwards, too
     */
    static void forgetPages(MVStore store, int megabytes) {
        // MVStore has no other way to say it
        store.setCacheSize(megabytes * KILOBYTES);
    }
}
