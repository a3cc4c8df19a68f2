package org.mailstation.daemon.incoming;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.accounts.Address;

/**
 * A letter that came without a login.
 *
 * @param client the server that brought it
 * @param hello what it called itself
 * @param sender of the envelope; {@code null} for the null sender
 * @param authors every address of its {@code From} fields; none if they cannot be read
 * @param oddAuthor whether it has more than one field {@code From}, which none may have (RFC 5322
 *     3.6), or one with addresses that only some programs would read
 * @param fields of its header, each with its name, folded lines and line end
 * @param body below the empty line
 */
public record Stranger(
        InetAddress client,
        String hello,
        @Nullable Address sender,
        List<Address> authors,
        boolean oddAuthor,
        List<byte[]> fields,
        Body body) {
    /** Can be read as often as needed. */
    @FunctionalInterface
    public interface Body {
        InputStream open() throws IOException;
    }

    public Stranger {
        authors = List.copyOf(authors);
        fields = List.copyOf(fields);
    }
}
