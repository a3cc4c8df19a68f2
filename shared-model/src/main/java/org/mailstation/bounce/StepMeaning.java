package org.mailstation.bounce;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.TraceStep;
import org.mailstation.control.WaitingLetter;
import org.mailstation.text.Text;
import org.mailstation.text.Words;

/**
 * One step on a letter's way, for a person who does not read the answers of mail servers.
 *
 * @param what became of the letter; {@code null}: the answer to a letter that still waits
 * @param means who answered, why, whose matter that is, and what to do; none where there is nothing
 *     to explain
 * @param next when it is tried again; {@code null}: it is not, or the time is not known
 * @param reply the answer as it was, in one line; empty: none
 */
public record StepMeaning(
        @Nullable Text what, List<Text> means, @Nullable Instant next, String reply) {
    /** The daemon writes the time of the next try behind the answer. */
    private static final Pattern NEXT =
            Pattern.compile("(?s)^(.*) \\((\\d{4}-\\d\\d-\\d\\dT[\\d:.]{5,20}Z)\\)$");

    public StepMeaning {
        means = List.copyOf(means);
    }

    public static StepMeaning of(TraceStep step) {
        String kind = Words.of(step.kind());
        String key = (isAnswered(step.kind()) ? "trace.told." : "trace.step.") + kind;
        Text what = Text.of(key, step.to(), step.place(), step.detail());
        Matcher timed = NEXT.matcher(step.detail());
        boolean hasTime = timed.matches();
        String reply = Replies.oneLine(hasTime ? timed.group(1) : step.detail());
        Instant next = hasTime ? moment(timed.group(2)) : null;
        return switch (step.kind()) {
            case DELAYED -> new StepMeaning(what, means(step, reply, Again.YES), next, reply);
            case RETURNED -> new StepMeaning(what, means(step, reply, Again.NO), null, reply);
            // the relay is the way out already: there is nothing to do
            case RELAYED -> {
                Answer answer = answer(step.to(), "", reply, Again.YES);
                List<Text> why = answer == null ? List.of() : reason(answer);
                yield new StepMeaning(what, why, null, reply);
            }
            case REFUSED -> {
                OwnReply own = OwnReply.of(reply);
                yield new StepMeaning(
                        what, own == null ? List.of() : own.means(reply), null, reply);
            }
            case DELIVERED, QUEUED, SENT, RULED, DISCARDED, ANSWERED ->
                    new StepMeaning(what, List.of(), null, "");
        };
    }

    /** What was answered last to a letter that still waits. */
    public static StepMeaning of(WaitingLetter letter) {
        Matcher timed = NEXT.matcher(letter.reason());
        String reply = Replies.oneLine(timed.matches() ? timed.group(1) : letter.reason());
        String to = letter.to().isEmpty() ? "" : letter.to().getFirst();
        String server = letter.server() == null ? "" : letter.server();
        return new StepMeaning(null, theirs(to, server, reply, Again.YES), letter.next(), reply);
    }

    private static boolean isAnswered(TraceStep.Kind kind) {
        return switch (kind) {
            case REFUSED, DELAYED, RETURNED, RELAYED -> true;
            case DELIVERED, QUEUED, SENT, RULED, DISCARDED, ANSWERED -> false;
        };
    }

    private static List<Text> means(TraceStep step, String reply, Again again) {
        return OwnReply.of(reply) == OwnReply.GIVEN_UP
                ? OwnReply.GIVEN_UP.means(reply)
                : theirs(step.to(), step.place(), reply, again);
    }

    /** Who, why, whose matter that is, and what to do, of what another server said. */
    private static List<Text> theirs(String to, String server, String reply, Again again) {
        Answer answer = answer(to, server, reply, again);
        if (answer == null) {
            return List.of();
        }
        List<Text> all = new ArrayList<>(reason(answer));
        if (answer.blame() != Blame.UNKNOWN) {
            all.add(answer.whose());
        }
        all.add(answer.next());
        return all;
    }

    /** {@code null}: nobody understands it. */
    private static @Nullable Answer answer(String to, String server, String reply, Again again) {
        Cause cause = Replies.of(reply);
        // one that could not be reached has refused nothing
        String who = cause.isBeforeTheirDoor() ? "" : server;
        return cause == Cause.UNKNOWN ? null : Answer.of(Refusal.of(to, who, cause, again, reply));
    }

    /** Who and why. */
    private static List<Text> reason(Answer answer) {
        boolean nobodyKnown = answer.who().key().equals("bounce.who.unknown");
        return nobodyKnown ? List.of(answer.why()) : List.of(answer.who(), answer.why());
    }

    private static @Nullable Instant moment(String written) {
        try {
            return Instant.parse(written);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
