package org.mailstation.daemon.store.text;

import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.dom.field.ContentDispositionField;
import org.apache.james.mime4j.dom.field.ContentTypeField;
import org.apache.james.mime4j.field.ContentDispositionFieldLenientImpl;
import org.apache.james.mime4j.field.ContentTypeFieldLenientImpl;
import org.apache.james.mime4j.stream.RawField;
import org.jspecify.annotations.Nullable;

/** What the header of a part says about the part (RFC 2045, RFC 2183). */
final class PartHeader {
    private boolean letter;
    private @Nullable ContentDispositionField disposition;
    private @Nullable ContentTypeField type;
    private boolean hasId;

    /**
     * @param isLetter whether it is the header of a letter within the letter
     */
    void begin(boolean isLetter) {
        letter = isLetter;
        disposition = null;
        type = null;
        hasId = false;
    }

    void take(HeaderField field) {
        RawField raw = new RawField(field.name(), field.body());
        if (field.is("Content-Disposition")) {
            disposition =
                    ContentDispositionFieldLenientImpl.PARSER.parse(raw, DecodeMonitor.SILENT);
        } else if (field.is("Content-Type")) {
            type = ContentTypeFieldLenientImpl.PARSER.parse(raw, DecodeMonitor.SILENT);
        } else if (field.is("Content-ID")) {
            hasId = true;
        }
    }

    boolean isLetter() {
        return letter;
    }

    /** Under which name the part would be saved; {@code null} if it is not for saving. */
    @Nullable String fileName() {
        String name = disposition == null ? null : disposition.getFilename();
        if (name == null && type != null) {
            name = type.getParameter("name");
        }
        return name == null ? null : new HeaderField("name", name).value();
    }

    /** Whether a person would call it an attachment: neither text to read nor a picture in it. */
    boolean isAttachment(String mimeType) {
        if (disposition != null && disposition.isAttachment()) {
            return true;
        }
        boolean inline = disposition != null && disposition.isInline() || hasId;
        boolean read =
                mimeType.startsWith("text/")
                        || mimeType.startsWith("multipart/")
                        || mimeType.startsWith("message/")
                        || mimeType.equals("application/pgp-signature")
                        || mimeType.equals("application/pkcs7-signature");
        return !inline && !read;
    }
}
