package org.mailstation.daemon.mail.imap.fetch;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.apache.james.imap.api.message.BodyFetchElement;
import org.apache.james.imap.api.message.FetchData;
import org.apache.james.imap.api.message.FetchData.Item;
import org.apache.james.imap.api.message.SectionType;
import org.jspecify.annotations.Nullable;

/**
 * What a FETCH asks for, where the index knows all of it.
 *
 * @param changedSince only letters with a greater number of change (RFC 7162 3.1.4); -1: all
 */
record Asked(EnumSet<Item> items, List<Fields> fields, long changedSince) {
    Asked {
        items = EnumSet.copyOf(items);
        fields = List.copyOf(fields);
    }

    /**
     * What is asked for.
     *
     * @return {@code null} if a letter has to be opened or changed for it
     */
    static @Nullable Asked of(FetchData fetch) {
        if (fetch.isSetSeen() || fetch.getVanished()) {
            return null;
        }
        List<Fields> fields = new ArrayList<>();
        for (BodyFetchElement element : fetch.getBodyElements()) {
            boolean not = element.getSectionType() == SectionType.HEADER_NOT_FIELDS;
            if (!not && element.getSectionType() != SectionType.HEADER_FIELDS
                    || element.getFirstOctet() != null
                    || element.getPath() != null && element.getPath().length > 0) {
                return null;
            }
            fields.add(new Fields(element.getResponseName(), element.getFieldNames(), not));
        }
        return new Asked(items(fetch), fields, fetch.getChangedSince());
    }

    private static EnumSet<Item> items(FetchData fetch) {
        EnumSet<Item> items = EnumSet.noneOf(Item.class);
        for (Item item : Item.values()) {
            if (fetch.contains(item)) {
                items.add(item);
            }
        }
        if (!fetch.getBodyElements().isEmpty()) {
            items.remove(Item.BODY); // as James does
        }
        return items;
    }

    boolean wants(Item item) {
        return items.contains(item);
    }
}
