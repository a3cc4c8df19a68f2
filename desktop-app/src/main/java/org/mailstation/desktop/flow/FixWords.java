package org.mailstation.desktop.flow;

import java.util.List;
import org.mailstation.text.Text;

/** What a fix will do, and what can be done if it was wrong, before anybody says yes to it. */
final class FixWords {
    private FixWords() {}

    /** What will happen; a change of the settings is told by its own effects instead. */
    static List<Text> will(Fix fix) {
        return switch (fix) {
            case Fix.ForwardAgain _ -> List.of(Text.of("fix.forward.will"));
            case Fix.TellProvider _ -> List.of(Text.of("fix.ddns.will"));
            case Fix.OpenAgain _ -> List.of(Text.of("fix.open.will"));
            case Fix.PushAgain _ -> List.of(Text.of("fix.push.will"), Text.of("fix.push.aside"));
            case Fix.Renew _ -> List.of(Text.of("fix.renew.will"));
            case Fix.TryLetters _ -> List.of(Text.of("fix.letters.will"));
            case Fix.ChangeSetting _ -> List.of();
        };
    }

    /** What becomes of it if something else gets worse by it. */
    static Text back(Fix fix) {
        return switch (fix) {
            case Fix.ForwardAgain _ -> Text.of("fix.forward.back");
            case Fix.TellProvider _ -> Text.of("fix.ddns.back");
            case Fix.OpenAgain _ -> Text.of("fix.open.back");
            case Fix.PushAgain _ -> Text.of("fix.push.back");
            case Fix.Renew _ -> Text.of("fix.renew.back");
            case Fix.TryLetters _ -> Text.of("fix.letters.back");
            case Fix.ChangeSetting _ -> Text.of("fix.setting.back");
        };
    }
}
