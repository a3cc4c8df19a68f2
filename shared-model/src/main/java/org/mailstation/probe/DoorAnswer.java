package org.mailstation.probe;

/** What happened when somebody knocked at a mail port. */
public sealed interface DoorAnswer {
    /**
     * A mail server answered, and TLS came up.
     *
     * @param greeting its first line; of a port with TLS from the first byte, the first under TLS
     */
    record Secured(String greeting, TlsSeen tls) implements DoorAnswer {}

    /** A mail server answered, but offers no TLS. */
    record InTheClear(String greeting) implements DoorAnswer {}

    /**
     * Somebody answered, but not as this service does, or TLS failed.
     *
     * @param detail what came instead, in technical words
     */
    record Strange(String detail) implements DoorAnswer {}

    /** The connection was refused at once: a computer is there, and nothing listens. */
    record Refused() implements DoorAnswer {}

    /** Nothing came back in time: filtered, or nobody there. */
    record Silent() implements DoorAnswer {}

    /** There is no way to that address from here. */
    record NoWay(String detail) implements DoorAnswer {}

    /** The answer in technical words, as evidence shows it. */
    default String words() {
        return switch (this) {
            case Secured(var greeting, var tls) ->
                    greeting + " [" + tls.protocol() + ", key " + tls.keySha256() + "]";
            case InTheClear(var greeting) -> greeting + " [no TLS]";
            case Strange(var detail) -> detail;
            case Refused() -> "refused";
            case Silent() -> "no answer in time";
            case NoWay(var detail) -> "no way there: " + detail;
        };
    }
}
