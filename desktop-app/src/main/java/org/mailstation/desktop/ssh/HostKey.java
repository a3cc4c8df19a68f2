package org.mailstation.desktop.ssh;

/**
 * A NAS's host key, in the form that a person compares.
 *
 * @param algorithm as in RFC 4253 6.6 and its successors, for example {@code ssh-ed25519}
 * @param fingerprint {@code SHA256:} and the unpadded Base64 of the key's hash, as {@code
 *     ssh-keygen -lf} prints it
 */
public record HostKey(String algorithm, String fingerprint) {}
