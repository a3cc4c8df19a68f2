package org.mailstation.desktop.discovery;

/** Whether a device can be reached by SSH. */
public sealed interface SshAnswer {

    /** RFC 4250 4.1. */
    int USUAL_PORT = 22;

    /**
     * It greets as RFC 4253 4.2 asks.
     *
     * @param port TCP port
     * @param software what it names itself, for example {@code OpenSSH_8.2}
     */
    record Answers(int port, String software) implements SshAnswer {}

    /** Nobody listens at that port, or somebody who does not speak SSH. */
    record Refuses(int port) implements SshAnswer {}

    /** No answer in time: it may be slow, asleep, or behind a firewall. */
    record Unknown(int port) implements SshAnswer {}

    /** Not known yet. */
    record Pending() implements SshAnswer {}

    /** The one that tells more. */
    default SshAnswer or(SshAnswer other) {
        return other.weight() > weight() ? other : this;
    }

    private int weight() {
        return switch (this) {
            case Answers _ -> 3;
            case Refuses _ -> 2;
            case Unknown _ -> 1;
            case Pending _ -> 0;
        };
    }
}
