package org.mailstation.desktop.flow;

import java.util.List;
import org.mailstation.check.TakenPort.Holder;
import org.mailstation.text.Text;

/** What a fix will do, and what can be done if it was wrong, before anybody says yes to it. */
public final class FixWords {
    private FixWords() {}

    /** The key of what stands on its button. */
    public static String button(Fix fix) {
        return switch (fix) {
            case Fix.ForwardAgain _ -> "fix.forward";
            case Fix.TellProvider _ -> "fix.ddns";
            case Fix.OpenAgain _ -> "fix.open";
            case Fix.PushAgain _ -> "fix.push";
            case Fix.FreePort _ -> "fix.port";
            case Fix.StartService _ -> "fix.start";
            case Fix.Renew _ -> "fix.renew";
            case Fix.TryLetters _ -> "fix.letters";
            case Fix.ChangeSetting _ -> "fix.setting";
        };
    }

    /** What will happen; a change of the settings is told by its own effects instead. */
    static List<Text> will(Fix fix) {
        return switch (fix) {
            case Fix.ForwardAgain _ -> List.of(Text.of("fix.forward.will"));
            case Fix.TellProvider _ -> List.of(Text.of("fix.ddns.will"));
            case Fix.OpenAgain _ -> List.of(Text.of("fix.open.will"));
            case Fix.PushAgain _ -> List.of(Text.of("fix.push.will"), Text.of("fix.push.aside"));
            case Fix.FreePort(int port, Holder holder) ->
                    List.of(stopping(holder), Text.of("fix.port.open", port));
            case Fix.StartService _ -> List.of(Text.of("fix.start.will"));
            case Fix.Renew _ -> List.of(Text.of("fix.renew.will"));
            case Fix.TryLetters _ -> List.of(Text.of("fix.letters.will"));
            case Fix.ChangeSetting _ -> List.of();
        };
    }

    private static Text stopping(Holder holder) {
        return switch (holder) {
            case Holder.Ours(long pid, String folder) -> Text.of("fix.port.will", pid, folder);
            case Holder.Package one -> Text.of("fix.port.will.package", one.title());
            // never offered: what is not ours is not stopped
            case Holder.Program(String name, long _, String _) ->
                    Text.of("fix.port.stranger", name);
            case Holder.User(String name) -> Text.of("fix.port.stranger", name);
        };
    }

    /** What becomes of it if something else gets worse by it. */
    static Text back(Fix fix) {
        return switch (fix) {
            case Fix.ForwardAgain _ -> Text.of("fix.forward.back");
            case Fix.TellProvider _ -> Text.of("fix.ddns.back");
            case Fix.OpenAgain _ -> Text.of("fix.open.back");
            case Fix.PushAgain _ -> Text.of("fix.push.back");
            case Fix.FreePort(int _, Holder.Package one) ->
                    Text.of("fix.port.back.package", one.title());
            case Fix.FreePort _ -> Text.of("fix.port.back");
            case Fix.StartService _ -> Text.of("fix.start.back");
            case Fix.Renew _ -> Text.of("fix.renew.back");
            case Fix.TryLetters _ -> Text.of("fix.letters.back");
            case Fix.ChangeSetting _ -> Text.of("fix.setting.back");
        };
    }
}
