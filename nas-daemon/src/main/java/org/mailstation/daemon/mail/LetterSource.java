package org.mailstation.daemon.mail;

import java.io.IOException;
import java.io.InputStream;
import org.apache.james.server.core.MimeMessageSource;
import org.mailstation.daemon.delivery.Letter;

/** A letter in the form in which James's mails take their content. */
final class LetterSource implements MimeMessageSource {
    private final String id;
    private final Letter letter;

    LetterSource(String id, Letter letter) {
        this.id = id;
        this.letter = letter;
    }

    @Override
    public String getSourceId() {
        return id;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return letter.open();
    }

    @Override
    public long getMessageSize() {
        return letter.size();
    }
}
