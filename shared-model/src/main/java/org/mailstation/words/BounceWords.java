package org.mailstation.words;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.mailstation.bounce.Answer;
import org.mailstation.bounce.Explanation;
import org.mailstation.control.Traces;
import org.mailstation.text.Text;

/** What a returned letter says, as lines for a person. */
public final class BounceWords {
    private BounceWords() {}

    public static List<String> lines(Explanation found, ZoneId zone) {
        List<String> lines = new ArrayList<>(List.of(found.headline().words()));
        if (!found.isReturned()) {
            return lines;
        }
        if (!found.letter().subject().isEmpty()) {
            lines.add(Text.of("bounce.about", found.letter().subject()).words());
        }
        for (Answer answer : found.answers()) {
            lines.add("");
            answer(answer).forEach(text -> lines.add(text.words()));
        }
        lines.add("");
        lines.add(found.log().text().words());
        if (!found.log().letters().isEmpty()) {
            TraceWords.lines(new Traces(found.log().letters(), false), zone)
                    .forEach(line -> lines.add("  " + line));
        }
        if (found.cut()) {
            lines.add(Text.of("bounce.cut").words());
        }
        return lines;
    }

    /** All of one recipient, in the order in which a person wants to know it. */
    public static List<Text> answer(Answer answer) {
        List<Text> texts = new ArrayList<>();
        String recipient = answer.refusal().recipient();
        texts.add(
                recipient.isEmpty()
                        ? Text.of("bounce.to.unknown")
                        : Text.of("bounce.to", recipient));
        texts.add(answer.who());
        texts.add(answer.why());
        texts.add(answer.whose());
        texts.add(answer.again());
        texts.add(answer.next());
        if (!answer.refusal().reply().isEmpty()) {
            texts.add(Text.of("bounce.reply", shown(answer.refusal().reply())));
        }
        return texts;
    }

    /** What a stranger's server wrote may be long, or hold signs that a terminal would obey. */
    static String shown(String reply) {
        String plain = reply.replaceAll("\\p{Cntrl}", " ");
        return plain.length() <= 500 ? plain : plain.substring(0, 500).strip() + "…";
    }
}
