package org.mailstation.daemon.store.record;

import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.store.record.Change.CopyLetter;
import org.mailstation.daemon.store.record.Change.LastBox;
import org.mailstation.daemon.store.record.Change.PutAnnotation;
import org.mailstation.daemon.store.record.Change.PutBox;
import org.mailstation.daemon.store.record.Change.PutLetter;
import org.mailstation.daemon.store.record.Change.PutState;
import org.mailstation.daemon.store.record.Change.PutSubscription;
import org.mailstation.daemon.store.record.Change.RemoveAnnotation;
import org.mailstation.daemon.store.record.Change.RemoveBox;
import org.mailstation.daemon.store.record.Change.RemoveLetter;
import org.mailstation.daemon.store.record.Change.RemoveSubscription;

/**
 * Changes in bytes. The numbers in front of them are part of the journal's format and are never
 * given a second meaning.
 */
final class ChangeCodec {
    private ChangeCodec() {}

    static void write(BytesOut out, Change change) {
        switch (change) {
            case PutBox put -> Codec.write(out.number(1), put.box());
            case PutState put -> Codec.write(out.number(2).number(put.box()), put.state());
            case RemoveBox remove -> out.number(3).number(remove.box());
            case PutLetter put ->
                    writeLetter(out.number(4).number(put.box()), put.letter(), put.details());
            case CopyLetter copy -> {
                Codec.write(out.number(11).number(copy.box()), copy.letter());
                out.number(copy.fromBox()).number(copy.fromUid());
            }
            case RemoveLetter remove -> out.number(5).number(remove.box()).number(remove.uid());
            case PutSubscription put -> out.number(6).text(put.user()).text(put.mailbox());
            case RemoveSubscription remove ->
                    out.number(7).text(remove.user()).text(remove.mailbox());
            case PutAnnotation put ->
                    out.number(8).number(put.box()).text(put.key()).text(put.value());
            case LastBox last -> out.number(10).number(last.box());
            case RemoveAnnotation remove -> out.number(9).number(remove.box()).text(remove.key());
        }
    }

    static Change read(BytesIn in) {
        long kind = in.number();
        return switch ((int) kind) {
            case 1 -> new PutBox(Codec.readBox(in));
            case 2 -> new PutState(in.number(), Codec.readState(in));
            case 3 -> new RemoveBox(in.number());
            case 4 -> new PutLetter(in.number(), Codec.readLetter(in), readDetails(in));
            case 5 -> new RemoveLetter(in.number(), in.number());
            case 6 -> new PutSubscription(in.text(), in.text());
            case 7 -> new RemoveSubscription(in.text(), in.text());
            case 8 -> new PutAnnotation(in.number(), in.text(), in.text());
            case 9 -> new RemoveAnnotation(in.number(), in.text());
            case 10 -> new LastBox(in.number());
            case 11 -> new CopyLetter(in.number(), Codec.readLetter(in), in.number(), in.number());
            default -> throw new IllegalArgumentException("unknown kind of change: " + kind);
        };
    }

    private static void writeLetter(
            BytesOut out, LetterRecord letter, @Nullable LetterDetails details) {
        Codec.write(out, letter);
        if (details == null) {
            out.number(0);
        } else {
            Codec.writeProperties(out.number(1), details);
        }
    }

    private static @Nullable LetterDetails readDetails(BytesIn in) {
        return in.number() == 0 ? null : Codec.readProperties(in);
    }
}
