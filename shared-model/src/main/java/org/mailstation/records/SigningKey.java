package org.mailstation.records;

/**
 * The key that the station signs letters with.
 *
 * @param selector under which it is to be published (RFC 6376 3.1)
 * @param publicKey as the tag {@code p} has it: base64, without blanks
 */
public record SigningKey(String selector, String publicKey) {
    /** RFC 8463 4.2: an Ed25519 key is its bare 32 octets; an RSA key is several times that. */
    private static final int ED25519_LENGTH = 44;

    /** What is to be published (RFC 6376 3.6.1). */
    public String record() {
        String kind = publicKey.length() == ED25519_LENGTH ? "ed25519" : "rsa";
        return "v=DKIM1; k=" + kind + "; p=" + publicKey;
    }

    /** Where it is to be published (RFC 6376 3.6.2.1). */
    public String name(String domain) {
        return selector + "._domainkey." + domain;
    }
}
