package org.mailstation.daemon.store;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.dom.field.ContentTypeField;
import org.apache.james.mime4j.field.ContentTypeFieldLenientImpl;
import org.apache.james.mime4j.stream.RawField;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.store.record.LetterDetails;
import org.mailstation.daemon.store.record.LetterFlags;
import org.mailstation.daemon.store.record.LetterRecord;
import org.mailstation.daemon.store.text.HeaderField;

/**
 * What a letter's file alone tells about it.
 *
 * @param header its octets with the closing empty line
 * @param lines of what follows
 * @param received milliseconds since 1970, when the file was written
 */
@SuppressWarnings("ArrayRecordComponent") // never compared or changed
record FoundLetter(long size, byte[] header, long lines, long received) {
    static FoundLetter read(Path file) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        long lines = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            boolean lineIsEmpty = true;
            boolean inHeader = true;
            for (int octet = in.read(); octet >= 0; octet = in.read()) {
                if (inHeader) {
                    header.write(octet);
                    inHeader = octet != '\n' || !lineIsEmpty;
                } else if (octet == '\n') {
                    lines++;
                }
                lineIsEmpty = octet == '\n' || lineIsEmpty && octet == '\r';
            }
        }
        return new FoundLetter(
                Files.size(file),
                header.toByteArray(),
                lines,
                Files.getLastModifiedTime(file).toMillis());
    }

    LetterDetails details() {
        return new LetterDetails(
                List.of(), header.length <= NewLetter.HEADER_IN_INDEX ? header : new byte[0]);
    }

    /** Its record with number 0. */
    LetterRecord draft(UUID id, UUID thread, long now) {
        ContentTypeField type = type();
        String mediaType = type == null ? "text" : type.getMediaType(); // RFC 2045, 5.2
        return new LetterRecord(
                0,
                0,
                LetterFlags.NONE,
                size,
                header.length,
                received,
                now,
                id,
                thread,
                mediaType,
                type == null ? "plain" : type.getSubType(),
                "text".equalsIgnoreCase(mediaType) ? lines : -1);
    }

    private @Nullable ContentTypeField type() {
        return HeaderField.parse(header).stream()
                .filter(field -> field.is("Content-Type"))
                .findFirst()
                .map(
                        field ->
                                ContentTypeFieldLenientImpl.PARSER.parse(
                                        new RawField(field.name(), field.body()),
                                        DecodeMonitor.SILENT))
                .orElse(null);
    }
}
