package org.mailstation.daemon.check;

import java.util.List;
import java.util.Optional;
import org.mailstation.check.Scene;
import org.mailstation.daemon.box.Box;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;

/** Does a Disk Station switch itself off when nobody seems to use it? Letters come at any time. */
final class PowerCheck extends NasCheck {
    private static final String FILE = "etc/synoinfo.conf";
    private static final List<String> OFF_BY_ITSELF =
            List.of("enable_auto_poweroff", "auto_poweroff_enable");

    private final Box box;

    PowerCheck(Box box) {
        super("power", Hop.NAS);
        this.box = box;
    }

    @Override
    public List<Finding> look(Scene scene) {
        if (!box.isDiskStation()) {
            return List.of();
        }
        return OFF_BY_ITSELF.stream()
                .flatMap(key -> value(key).map(value -> key + "=" + value).stream())
                .filter(setting -> setting.endsWith("=yes"))
                .findFirst()
                .map(
                        setting ->
                                seen(scene, "/" + FILE, setting)
                                        .warn(
                                                Severity.WARNING,
                                                Text.of("power.off"),
                                                new Remedy.RunOnNas(
                                                        Text.of("power.off.remedy"), "")))
                .map(List::of)
                .orElseGet(List::of);
    }

    /** {@code key="value"}. */
    private Optional<String> value(String key) {
        return box.lines(FILE).stream()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1).replace("\"", "").strip())
                .findFirst();
    }
}
