package org.mailstation.control;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mailstation.router.Protocol;
import org.mailstation.router.Refusal;

/** What became of the wish that a port of the router leads here. */
public sealed interface ForwardState {
    /** The router has not been asked yet. */
    record Asking() implements ForwardState {}

    /**
     * It leads here.
     *
     * @param until when the router would forget it, if it were not renewed before; {@code null}:
     *     never
     */
    record Stands(Protocol protocol, @Nullable Instant until) implements ForwardState {}

    /**
     * It leads to something else, which was left alone.
     *
     * @param device the address at home, empty if the router does not tell
     * @param port there, 0 if the router does not tell
     * @param description as the router lists it, may be empty
     * @param here whether that device is this NAS, where another program then asked for it
     */
    record Taken(String device, int port, String description, boolean here)
            implements ForwardState {}

    /** The router would only give another port, at which nobody would look. */
    record OtherPort(int offered) implements ForwardState {}

    /**
     * The router refused.
     *
     * @param answer in technical words
     */
    record Refused(Protocol protocol, Refusal reason, String answer) implements ForwardState {}

    /** The router did not answer this time. */
    record NoAnswer(String why) implements ForwardState {}

    /** No router takes wishes over the network: a forward must be entered by hand. */
    record NoRouter() implements ForwardState {}

    /** The service does not listen, so that there is nothing to lead to. */
    record NotListening() implements ForwardState {}

    /** It was taken back, and is not asked for again before the next start or change. */
    record Withdrawn() implements ForwardState {}
}
