package org.mailstation.control;

/** The answer to {@link Hello}. */
public sealed interface Welcome {
    /**
     * From now on every request is answered.
     *
     * @param protocol the version that both speak
     * @param version the daemon's version
     */
    record Accepted(int protocol, String version) implements Welcome {}

    /**
     * The two speak no common version: one of them must be updated.
     *
     * @param protocol the newest version that the daemon speaks
     * @param version the daemon's version
     */
    record Incompatible(int protocol, String version) implements Welcome {}

    /**
     * The answer of a daemon that speaks every version from 1 to {@link StationControl#PROTOCOL}.
     */
    static Welcome to(Hello hello, String version) {
        return hello.protocol() < 1
                ? new Incompatible(StationControl.PROTOCOL, version)
                : new Accepted(Math.min(hello.protocol(), StationControl.PROTOCOL), version);
    }
}
