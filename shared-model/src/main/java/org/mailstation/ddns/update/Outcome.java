package org.mailstation.ddns.update;

import java.time.Duration;

/** What came of telling a provider an address. */
public sealed interface Outcome {
    /**
     * The name leads there now.
     *
     * @param address what the provider says that it leads to; empty if it does not say
     */
    record Updated(String address) implements Outcome {}

    /** It led there already. Telling so again and again counts as abuse. */
    record Unchanged(String address) implements Outcome {}

    /**
     * No, and it stays no until a person changes something.
     *
     * @param said the provider's words, harmless
     */
    record Refused(Refusal reason, String said) implements Outcome {}

    /**
     * The provider has trouble of its own.
     *
     * @param after earliest time to ask again
     */
    record TryLater(Duration after, String said) implements Outcome {}

    /** No answer, or none that can be understood. */
    record CouldNotTell(String why) implements Outcome {}

    /** In technical words, for the log and as evidence. */
    default String technically() {
        return switch (this) {
            case Updated(String address) -> "updated " + address;
            case Unchanged(String address) -> "unchanged " + address;
            case Refused(Refusal reason, String said) -> "refused, " + reason + " (" + said + ")";
            case TryLater(Duration after, String said) ->
                    "try again in " + after.toMinutes() + " min (" + said + ")";
            case CouldNotTell(String why) -> "could not tell: " + why;
        };
    }
}
