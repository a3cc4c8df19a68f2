package org.mailstation.daemon.store.record;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A frame together with the letters that it puts into mailboxes, as far as they come with it. */
public record Entry(Frame frame, List<Body> bodies) {
    /** The octets of a letter, and where it belongs. */
    @SuppressWarnings("ArrayRecordComponent") // never compared or changed, and up to many kilobytes
    public record Body(long box, long uid, byte[] content) {}

    public Entry {
        bodies = List.copyOf(bodies);
    }

    /** Everything but the letters' octets, which follow it in their order. */
    public byte[] head(long epoch) {
        BytesOut out = new BytesOut();
        out.number(epoch).octets(frame.bytes()).number(bodies.size());
        for (Body body : bodies) {
            out.number(body.box()).number(body.uid()).number(body.content().length);
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
        List<Body> bodies = new ArrayList<>(count);
        for (long[] place : places) {
            bodies.add(new Body(place[0], place[1], in.fixed((int) place[2])));
        }
        return new Entry(frame, bodies);
    }

    /** The epoch in which these bytes were written. */
    public static long epoch(byte[] bytes) {
        return new BytesIn(bytes).number();
    }
}
