package org.mailstation.daemon.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.ModSeq;
import org.apache.james.mailbox.store.mail.model.MailboxMessage;
import org.apache.james.mailbox.store.mail.model.impl.Properties;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.store.commit.Operation;
import org.mailstation.daemon.store.commit.Scope;
import org.mailstation.daemon.store.commit.Staging;
import org.mailstation.daemon.store.disk.LetterFiles;
import org.mailstation.daemon.store.disk.LetterFiles.Received;
import org.mailstation.daemon.store.record.BoxState;
import org.mailstation.daemon.store.record.LetterDetails;
import org.mailstation.daemon.store.record.LetterRecord;

/**
 * Gives a received letter its number and its place.
 *
 * @param carried its octets, if its file is not synced
 * @param draft its record with UID 0, and as change number one that the caller was given for it, or
 *     0
 */
@SuppressWarnings("ArrayRecordComponent") // never compared or changed
record NewLetter(
        long box,
        Received received,
        byte @Nullable [] carried,
        LetterRecord draft,
        LetterDetails details,
        LetterFiles files)
        implements Operation<LetterRecord> {
    /** Longer headers stay in the letter alone. */
    static final int HEADER_IN_INDEX = 16 * 1024;

    static NewLetter of(
            long box,
            Received received,
            byte @Nullable [] carried,
            MailboxMessage message,
            long now,
            LetterFiles files)
            throws IOException {
        Properties properties = message.getProperties();
        Long lines = message.getTextualLineCount();
        UUID id = LetterId.of(message.getMessageId());
        int bodyStart = Math.toIntExact(message.getHeaderOctets());
        ModSeq given = message.getModSeq();
        LetterRecord draft =
                new LetterRecord(
                        0,
                        given == null ? 0 : given.asLong(),
                        JamesFlags.read(message.createFlags()),
                        received.size(),
                        bodyStart,
                        message.getInternalDate().getTime(),
                        now,
                        id,
                        LetterId.of(message.getThreadId().getBaseMessageId()),
                        properties.getMediaType(),
                        properties.getSubType(),
                        lines == null ? -1 : lines);
        LetterDetails details = new LetterDetails(list(properties), header(message));
        return new NewLetter(box, received, carried, draft, details, files);
    }

    private static List<LetterDetails.Property> list(Properties properties) {
        return properties.toProperties().stream()
                .map(
                        one ->
                                new LetterDetails.Property(
                                        one.getNamespace(), one.getLocalName(), one.getValue()))
                .toList();
    }

    private static byte[] header(MailboxMessage message) throws IOException {
        if (message.getHeaderOctets() > HEADER_IN_INDEX) {
            return new byte[0];
        }
        try (InputStream in = message.getHeaderContent()) {
            return in.readNBytes(HEADER_IN_INDEX);
        }
    }

    @Override
    public Scope scope() {
        return Scope.adding(box);
    }

    @Override
    public LetterRecord plan(Staging staging) throws IOException {
        String folder = Engine.box(staging, box).folder();
        BoxState before = staging.state(box).nextUid();
        BoxState state =
                draft.modSeq() >= Math.max(before.modSeq(), 1)
                        ? before.atLeast(0, draft.modSeq())
                        : before.nextModSeq();
        Path bucket = files.place(received, folder, state.lastUid());
        if (carried == null) {
            staging.sync(bucket);
        } else {
            staging.carry(box, state.lastUid(), carried);
        }
        staging.ifItFails(() -> files.delete(files.letter(folder, state.lastUid())));
        LetterRecord letter =
                draft.at(state.lastUid(), state.modSeq(), draft.flags(), draft.saveDate());
        staging.put(box, state);
        staging.add(box, letter, details);
        return letter;
    }

    static void tell(MailboxMessage message, LetterRecord letter) {
        message.setUid(MessageUid.of(letter.uid()));
        message.setModSeq(ModSeq.of(letter.modSeq()));
        message.setSaveDate(new Date(letter.saveDate()));
    }
}
