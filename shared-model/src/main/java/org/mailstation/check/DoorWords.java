package org.mailstation.check;

import org.mailstation.probe.DoorAnswer;

/** What came back from a port, in technical words. */
final class DoorWords {
    private DoorWords() {}

    static String of(DoorAnswer answer) {
        return switch (answer) {
            case DoorAnswer.Secured(var greeting, var tls) ->
                    greeting + " [" + tls.protocol() + ", key " + tls.keySha256() + "]";
            case DoorAnswer.InTheClear(var greeting) -> greeting + " [no TLS]";
            case DoorAnswer.Strange(var detail) -> detail;
            case DoorAnswer.Refused() -> "refused";
            case DoorAnswer.Silent() -> "no answer in time";
            case DoorAnswer.NoWay(var detail) -> "no way there: " + detail;
        };
    }
}
