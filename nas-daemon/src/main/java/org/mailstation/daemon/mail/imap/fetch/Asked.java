package org.mailstation.daemon.mail.imap.fetch;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.apache.james.imap.api.message.BodyFetchElement;
import org.apache.james.imap.api.message.FetchData;
import org.apache.james.imap.api.message.FetchData.Item;
import org.jspecify.annotations.Nullable;

/**
 * What a FETCH asks for, where index and files know all of it.
 *
 * @param changedSince only letters with a greater number of change (RFC 7162 3.1.4); -1: all
 */
record Asked(EnumSet<Item> items, List<Piece> pieces, long changedSince) {
    Asked {
        items = EnumSet.copyOf(items);
        pieces = List.copyOf(pieces);
    }

    /**
     * What is asked for.
     *
     * @return {@code null} if a letter has to be taken apart or changed for it
     */
    static @Nullable Asked of(FetchData fetch) {
        if (fetch.isSetSeen() || fetch.getVanished()) {
            return null;
        }
        List<Piece> pieces = new ArrayList<>();
        for (BodyFetchElement element : fetch.getBodyElements()) {
            Piece piece = piece(element);
            if (piece == null) {
                return null;
            }
            pieces.add(piece);
        }
        return new Asked(items(fetch), pieces, fetch.getChangedSince());
    }

    private static @Nullable Piece piece(BodyFetchElement element) {
        boolean part = element.getPath() != null && element.getPath().length > 0;
        if (part || element.getFirstOctet() != null) {
            return null;
        }
        String title = element.getResponseName();
        return switch (element.getSectionType()) {
            case CONTENT -> new Whole(title);
            case HEADER_FIELDS -> new Fields(title, element.getFieldNames(), false);
            case HEADER_NOT_FIELDS -> new Fields(title, element.getFieldNames(), true);
            default -> null;
        };
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
