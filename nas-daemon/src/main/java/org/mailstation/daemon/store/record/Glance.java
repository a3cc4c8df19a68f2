package org.mailstation.daemon.store.record;

import java.util.UUID;

/**
 * The part of a {@link LetterRecord} that a list of letters shows. Its bytes are read no further
 * than they are asked for: a client may want ten thousand of them at once.
 */
public final class Glance {
    private final byte[] record;
    private final long uid;
    private final long modSeq;
    private final LetterFlags flags;
    private final int rest;

    private Glance(byte[] record, BytesIn in) {
        this.record = record;
        this.uid = in.number();
        this.modSeq = in.number();
        int bits = (int) in.number();
        this.flags = LetterFlags.of(bits, Codec.readTexts(in));
        this.rest = in.position();
    }

    /**
     * Reads the beginning of a record.
     *
     * @param record as {@link Codec#bytes(LetterRecord)} wrote it
     */
    public static Glance of(byte[] record) {
        return new Glance(record, new BytesIn(record));
    }

    public long uid() {
        return uid;
    }

    public long modSeq() {
        return modSeq;
    }

    public LetterFlags flags() {
        return flags;
    }

    private BytesIn after(int numbers) {
        BytesIn in = new BytesIn(record, rest);
        for (int i = 0; i < numbers; i++) {
            in.number();
        }
        return in;
    }

    /** Octets of the whole letter. */
    public long size() {
        return after(0).number();
    }

    /** Octets of the header, the empty line included. */
    public int bodyStart() {
        return (int) after(1).number();
    }

    /** Milliseconds since 1970. */
    public long internalDate() {
        return after(2).number();
    }

    /** Milliseconds since 1970. */
    public long saveDate() {
        return after(3).number();
    }

    /** The same for all copies of the letter. */
    public UUID id() {
        return after(4).id();
    }

    /** The conversation. */
    public UUID thread() {
        BytesIn in = after(4);
        in.id();
        return in.id();
    }

    /** Everything. */
    public LetterRecord whole() {
        return Codec.letter(record);
    }
}
