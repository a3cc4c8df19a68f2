package org.mailstation.desktop.report;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mailstation.bounce.StepMeaning;
import org.mailstation.control.Trace;
import org.mailstation.control.WaitingLetter;
import org.mailstation.control.WaitingLetters;
import org.mailstation.desktop.flow.LetterFate;
import org.mailstation.desktop.words.Words;

/**
 * Letters, and what other mail servers said of them, in a reader's words. Subjects are nobody's
 * business.
 *
 * @param say takes out what the reader shall not see
 */
record PostSide(Words words, UnaryOperator<String> say) {

    List<Paper.Waiting> waiting(@Nullable WaitingLetters letters) {
        return letters == null ? List.of() : letters.letters().stream().map(this::waiting).toList();
    }

    private Paper.Waiting waiting(WaitingLetter letter) {
        return new Paper.Waiting(
                from(letter.from()),
                people(letter.to()),
                words.moment(letter.accepted()),
                words.of("queue.next", words.moment(letter.next()), letter.tries()),
                answer(StepMeaning.of(letter)));
    }

    List<Paper.Letter> letters(@Nullable List<Trace> letters) {
        return letters == null ? List.of() : letters.stream().map(this::letter).toList();
    }

    private Paper.Letter letter(Trace trace) {
        return new Paper.Letter(
                words.moment(trace.at()), // a narrow column has no room for more
                from(trace.from()),
                people(trace.to()),
                trace.steps().stream().map(step -> step(StepMeaning.of(step))).toList(),
                LetterFate.of(trace));
    }

    private Paper.Step step(StepMeaning step) {
        String what = step.what() == null ? "" : say.apply(words.of(step.what()));
        Instant next = step.next();
        return new Paper.Step(
                next == null ? what : what + " " + words.of("report.next-try", words.moment(next)),
                answer(step));
    }

    private Paper.Answer answer(StepMeaning step) {
        return new Paper.Answer(
                step.means().stream().map(text -> say.apply(words.of(text))).toList(),
                say.apply(step.reply()));
    }

    private String from(String sender) {
        return sender.isEmpty() ? words.of("letter.report") : say.apply(sender);
    }

    private String people(List<String> recipients) {
        return say.apply(String.join(", ", recipients));
    }
}
