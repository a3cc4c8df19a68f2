package org.mailstation.desktop.tray;

import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Health;

/** The sign as a StatusNotifierItem. */
final class StatusNotifierTray implements TrayPort {

    private final Indicator indicator;
    private final SignFiles files;
    private final int sentenceLine;
    private final int pauseLine;
    private final Words words;

    StatusNotifierTray(Indicator indicator, TrayMenu menu, SignFiles files) {
        this.indicator = indicator;
        this.files = files;
        words = menu.words();
        indicator.create("mail-station", words.of("app.name"), files.of(Health.UNKNOWN));
        sentenceLine = indicator.add(words.of("status.not-yet"), false, () -> {});
        indicator.add(words.of("tray.open"), true, menu.open());
        indicator.add(words.of("tray.check"), true, menu.check());
        indicator.add(words.of("tray.report"), true, menu.report());
        pauseLine = indicator.add(words.of("tray.pause"), true, menu.pause());
        indicator.add(words.of("tray.quit"), true, menu.quit());
        indicator.show();
    }

    @Override
    public void show(Health health, String sentence) {
        indicator.icon(files.of(health), sentence);
        indicator.label(sentenceLine, sentence);
    }

    @Override
    public void paused(boolean paused) {
        indicator.label(pauseLine, words.of(paused ? "tray.resume" : "tray.pause"));
    }

    @Override
    public void close() {
        indicator.hide();
    }
}
