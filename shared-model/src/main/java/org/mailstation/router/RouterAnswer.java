package org.mailstation.router;

import java.util.function.Function;

/**
 * What a router answered, or why it could not be told. "Could not ask" is never folded into an
 * answer.
 */
public sealed interface RouterAnswer<T> {
    /** It answered. */
    record Given<T>(T value) implements RouterAnswer<T> {}

    /**
     * It understood and refused.
     *
     * @param code as in the protocol
     * @param words the router's own, in one line of limited length; may be empty
     */
    record Refused<T>(Refusal reason, int code, String words) implements RouterAnswer<T> {}

    /** No answer came, or the question did not get out. */
    record Silent<T>(String why) implements RouterAnswer<T> {}

    /** An answer came, but not one of this protocol. */
    record Garbled<T>(String why) implements RouterAnswer<T> {}

    /** Goes on with a value; what is none stays what it is. */
    default <R> RouterAnswer<R> then(Function<T, RouterAnswer<R>> next) {
        return switch (this) {
            case Given<T>(T value) -> next.apply(value);
            case Refused<T>(Refusal reason, int code, String words) ->
                    new Refused<>(reason, code, words);
            case Silent<T>(String why) -> new Silent<>(why);
            case Garbled<T>(String why) -> new Garbled<>(why);
        };
    }

    /** The answer in technical words, for logs and as evidence. */
    default String technically() {
        return switch (this) {
            case Given<T>(T value) -> value.toString();
            case Refused<T>(Refusal reason, int code, String words) ->
                    "refused, "
                            + reason
                            + " ("
                            + code
                            + (words.isEmpty() ? ")" : " " + words + ")");
            case Silent<T>(String why) -> "no answer: " + why;
            case Garbled<T>(String why) -> "not understood: " + why;
        };
    }
}
