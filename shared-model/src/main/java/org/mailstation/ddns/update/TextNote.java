package org.mailstation.ddns.update;

import org.mailstation.control.Secret;
import org.mailstation.ddns.Provider;

/**
 * A TXT record that stands at a provider for some minutes, as an authority for certificates wants
 * to see it (RFC 8555 8.4).
 *
 * @param host the name that the account at the provider is for
 * @param name owner of the record
 * @param value at most 255 characters of ASCII
 */
public record TextNote(
        Provider provider,
        String host,
        String user,
        Secret secret,
        String server,
        String name,
        String value) {
    /** Words of somebody else, short, in one line, and without the secret. */
    String harmless(String words) {
        return Harmless.words(words, secret.reveal());
    }
}
