package org.mailstation.daemon.store.record;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A frame together with the letters that it puts into mailboxes, as far as they come with it.
 *
 * @param shares letters whose octets came with an earlier one
 */
public record Entry(Frame frame, List<Body> bodies, List<Share> shares) {
    /** The octets of a letter, and where it belongs. */
    @SuppressWarnings("ArrayRecordComponent") // never compared or changed, and up to many kilobytes
    public record Body(long box, long uid, byte[] content) {}

    /** A letter whose file is that of another letter. */
    public record Share(long box, long uid, long fromBox, long fromUid) {}

    public Entry {
        bodies = List.copyOf(bodies);
        shares = List.copyOf(shares);
    }

    public Entry(Frame frame, List<Body> bodies) {
        this(frame, bodies, List.of());
    }

    /** Everything but the letters' octets, which follow it in their order. */
    public byte[] head(long epoch) {
        BytesOut out = new BytesOut();
        out.number(epoch).octets(frame.bytes()).number(bodies.size());
        for (Body body : bodies) {
            out.number(body.box()).number(body.uid()).number(body.content().length);
        }
        out.number(shares.size());
        for (Share share : shares) {
            out.number(share.box()).number(share.uid());
            out.number(share.fromBox()).number(share.fromUid());
        }
        return out.toArray();
    }

    /**
     * @return {@code null} if it was written in another epoch
     * @throws IllegalArgumentException if these are not the bytes of an entry
     */
    public static @Nullable Entry read(byte[] bytes, long epoch) {
        BytesIn in = new BytesIn(bytes);
        if (in.number() != epoch) {
            return null;
        }
        Frame frame = Frame.read(in.octets());
        int count = in.count();
        long[][] places = new long[count][];
        for (int i = 0; i < count; i++) {
            places[i] = new long[] {in.number(), in.number(), in.number()};
        }
        List<Share> shares = readShares(in);
        List<Body> bodies = new ArrayList<>(count);
        for (long[] place : places) {
            bodies.add(new Body(place[0], place[1], in.fixed((int) place[2])));
        }
        return new Entry(frame, bodies, shares);
    }

    private static List<Share> readShares(BytesIn in) {
        int count = in.count();
        List<Share> shares = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            shares.add(new Share(in.number(), in.number(), in.number(), in.number()));
        }
        return shares;
    }

    /** The epoch in which these bytes were written. */
    public static long epoch(byte[] bytes) {
        return new BytesIn(bytes).number();
    }
}
