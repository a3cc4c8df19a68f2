package org.mailstation.daemon.store.record;

import java.util.List;

/**
 * The larger and rarer read part of a letter's entry, written once.
 *
 * @param properties MIME properties of the letter's top level
 * @param header the header's octets with the closing empty line; empty if it is not kept in the
 *     index and has to be read from the letter
 */
@SuppressWarnings(
        "ArrayRecordComponent") // never compared; copying headers on each fetch would cost more
// than it protects
public record LetterDetails(List<Property> properties, byte[] header) {
    /** A property in James's terms. */
    public record Property(String namespace, String name, String value) {}

    public LetterDetails {
        properties = List.copyOf(properties);
    }

    public LetterDetails withHeader(byte[] octets) {
        return new LetterDetails(properties, octets);
    }
}
