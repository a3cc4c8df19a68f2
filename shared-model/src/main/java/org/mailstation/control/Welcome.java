package org.mailstation.control;

/** The answer to {@link Hello}. */
public sealed interface Welcome {
    /**
     * @param protocol the version that both speak
     * @param version the daemon's version
     */
    record Accepted(int protocol, String version) implements Welcome {}

    /** The two speak no common version: one of them must be updated. */
    record Incompatible(int protocol, String version) implements Welcome {}
}
