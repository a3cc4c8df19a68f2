package org.mailstation.daemon.ctl;

import org.mailstation.control.ControlJson;
import org.mailstation.control.MoveOutcome;
import org.mailstation.control.MoveRequest;
import org.mailstation.text.Text;
import org.mailstation.words.Exit;

/** Asks for letters to be moved, and says what became of them. */
final class Moved {
    private Moved() {}

    static int ask(Ctl ctl, MoveRequest request, boolean json) throws CtlException {
        Terminal terminal = ctl.terminal();
        Course course = new Course(terminal);
        try (StationClient client = StationClient.connect(ctl.socket(), course)) {
            MoveOutcome outcome = client.ask(station -> station.move(request));
            course.end();
            return switch (outcome) {
                case MoveOutcome.Done done -> {
                    if (json) {
                        terminal.out().println(ControlJson.write(done));
                    } else {
                        say(done, isOut(request.kind()), terminal);
                    }
                    yield (done.isWhole() ? Exit.OK : Exit.ATTENTION).code();
                }
                case MoveOutcome.Refused(Text reason) ->
                        throw new CtlException(Exit.REJECTED, reason);
            };
        }
    }

    private static boolean isOut(MoveRequest.Kind kind) {
        return switch (kind) {
            case FROM_IMAP, FROM_MAILDIR, FROM_MBOX -> false;
            case TO_MAILDIR, TO_MBOX -> true;
        };
    }

    private static void say(MoveOutcome.Done done, boolean out, Terminal terminal) {
        terminal.say(
                Text.of(
                        out ? "move.done.out" : "move.done",
                        done.found(),
                        done.moved(),
                        done.there()));
        if (done.failed() > 0) {
            terminal.complain(Text.of("move.failed", done.failed()));
            done.troubles().forEach(one -> terminal.complain(Text.of("move.failed.one", one)));
        }
        if (done.missing() > 0) {
            terminal.complain(Text.of("move.missing", done.missing()));
        }
        Text cut = done.cut();
        if (cut != null) {
            terminal.complain(cut);
        }
    }
}
