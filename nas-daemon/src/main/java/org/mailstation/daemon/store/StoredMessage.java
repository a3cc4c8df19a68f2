package org.mailstation.daemon.store;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.ModSeq;
import org.apache.james.mailbox.model.Content;
import org.apache.james.mailbox.model.ThreadId;
import org.apache.james.mailbox.store.mail.model.Property;
import org.apache.james.mailbox.store.mail.model.impl.Properties;
import org.apache.james.mailbox.store.mail.model.impl.PropertyBuilder;
import org.apache.james.mailbox.store.mail.model.impl.SimpleMailboxMessage;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.store.record.LetterDetails;
import org.mailstation.daemon.store.record.LetterRecord;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * A letter as James sees it. Its file is opened only by whoever reads the body, or a header too
 * long for the index.
 */
final class StoredMessage extends SimpleMailboxMessage {
    private final byte @Nullable [] header;

    private StoredMessage(
            LetterRecord letter,
            BoxId box,
            Content content,
            Properties properties,
            byte @Nullable [] header) {
        super(
                new LetterId(letter.id()),
                ThreadId.fromBaseMessageId(new LetterId(letter.thread())),
                new Date(letter.internalDate()),
                letter.size(),
                letter.bodyStart(),
                content,
                JamesFlags.of(letter.flags()),
                properties,
                box,
                List.of(),
                Optional.of(new Date(letter.saveDate())));
        this.header = header;
        setUid(MessageUid.of(letter.uid()));
        setModSeq(ModSeq.of(letter.modSeq()));
    }

    /**
     * @param details {@code null} if only the record's own fields are asked for
     */
    static StoredMessage of(
            LetterRecord letter, long box, Path file, @Nullable LetterDetails details) {
        Content content = new FileContent(file, letter.size());
        if (details == null) {
            return new StoredMessage(letter, new BoxId(box), content, brief(letter), null);
        }
        byte[] header = details.header().length == letter.bodyStart() ? details.header() : null;
        return new StoredMessage(letter, new BoxId(box), content, full(letter, details), header);
    }

    private static Properties brief(LetterRecord letter) {
        PropertyBuilder properties = new PropertyBuilder();
        properties.setMediaType(letter.mediaType());
        properties.setSubType(letter.subType());
        properties.setTextualLineCount(lines(letter));
        return properties.build();
    }

    private static Properties full(LetterRecord letter, LetterDetails details) {
        List<Property> properties = new ArrayList<>();
        details.properties()
                .forEach(
                        one ->
                                properties.add(
                                        new Property(one.namespace(), one.name(), one.value())));
        return new Properties(properties, lines(letter));
    }

    @SuppressWarnings("NullAway") // James's way to say that a letter has no text
    private static Long lines(LetterRecord letter) {
        return letter.lines() < 0 ? null : letter.lines();
    }

    @Override
    public InputStream getHeaderContent() throws IOException {
        return header == null ? super.getHeaderContent() : new ByteArrayInputStream(header);
    }

    @Override
    public Publisher<ByteBuffer> getHeaderContentReactive() {
        return header == null
                ? super.getHeaderContentReactive()
                : Mono.fromSupplier(() -> ByteBuffer.wrap(header));
    }

    private record FileContent(Path file, long size) implements Content {
        private static final int SMALL = 256 * 1024;

        @Override
        public InputStream getInputStream() throws IOException {
            return size <= SMALL
                    ? new ByteArrayInputStream(Files.readAllBytes(file))
                    : new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        }
    }
}
