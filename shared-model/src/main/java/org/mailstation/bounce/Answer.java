package org.mailstation.bounce;

import java.util.Locale;
import org.mailstation.text.Text;

/**
 * What to tell a person of one recipient.
 *
 * @param who refused it
 * @param why it did
 * @param whose matter that is
 * @param again whether it will be tried again
 * @param next what to do
 */
public record Answer(
        Refusal refusal, Blame blame, Text who, Text why, Text whose, Text again, Text next) {

    public static Answer of(Refusal refusal) {
        Cause cause = refusal.cause();
        return new Answer(
                refusal,
                cause.blame(),
                who(refusal),
                sentence("why", cause, refusal),
                Text.of("bounce.whose." + word(cause.blame())),
                Text.of("bounce.again." + word(refusal.again())),
                sentence("next", cause, refusal));
    }

    private static Text who(Refusal refusal) {
        if (refusal.provider().isEmpty() && refusal.server().isEmpty()) {
            return Text.of(
                    refusal.cause().isBeforeTheirDoor()
                            ? "bounce.who.nobody"
                            : "bounce.who.unknown");
        }
        if (refusal.provider().isEmpty() || refusal.server().isEmpty()) {
            return Text.of("bounce.who.one", refusal.provider() + refusal.server());
        }
        return Text.of("bounce.who.server", refusal.provider(), refusal.server());
    }

    /** The arguments: who refused, and the list; each may be "unknown", which has a word. */
    private static Text sentence(String kind, Cause cause, Refusal refusal) {
        String who = refusal.provider().isEmpty() ? refusal.server() : refusal.provider();
        return Text.of(
                "bounce." + kind + "." + cause.word(),
                who.isEmpty() ? "unknown" : who,
                refusal.list().isEmpty() ? "unknown" : refusal.list());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
