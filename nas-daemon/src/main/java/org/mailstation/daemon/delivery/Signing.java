package org.mailstation.daemon.delivery;

/** Puts the station's signature on letters that were written here, before they wait to leave. */
@FunctionalInterface
public interface Signing {
    /** The letter with the signature above it; as it was if it cannot be signed. */
    Letter signed(Letter letter);
}
