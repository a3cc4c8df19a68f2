package org.mailstation.ddns.update;

import java.time.Duration;

/** What a status means where the body says nothing better. */
final class HttpStatus {
    /** What No-IP demands, and longer than the others do. */
    static final Duration PAUSE = Duration.ofMinutes(30);

    private HttpStatus() {}

    static boolean isSuccess(int status) {
        return status / 100 == 2;
    }

    static Outcome of(int status, String said) {
        String words = "HTTP " + status + (said.isEmpty() ? "" : " " + said);
        return switch (status) {
            case 401 -> new Outcome.Refused(Refusal.BAD_AUTH, words);
            case 403 -> new Outcome.Refused(Refusal.NOT_YOURS, words);
            case 404 -> new Outcome.Refused(Refusal.NO_SUCH_NAME, words);
            case 429 -> new Outcome.TryLater(PAUSE, words);
            default -> new Outcome.CouldNotTell(words);
        };
    }
}
