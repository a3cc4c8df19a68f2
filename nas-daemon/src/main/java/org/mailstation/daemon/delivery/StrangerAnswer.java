package org.mailstation.daemon.delivery;

/** What a mail server told a stranger who wants to send to other strangers. */
public sealed interface StrangerAnswer {
    /** It would have passed the letter on. */
    record Taken(String words) implements StrangerAnswer {}

    record Refused(String words) implements StrangerAnswer {}

    /** Nobody answered, or not as a mail server. */
    record NotTold(String words) implements StrangerAnswer {}
}
