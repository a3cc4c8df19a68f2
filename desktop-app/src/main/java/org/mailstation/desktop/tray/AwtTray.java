package org.mailstation.desktop.tray;

import java.awt.AWTException;
import java.awt.EventQueue;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import javafx.application.Platform;
import org.mailstation.desktop.icon.AppIcon;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Health;

/**
 * The sign in the Java desktop's tray. AWT has a thread of its own, so every call changes threads,
 * there and back.
 */
final class AwtTray implements TrayPort, Messenger {

    private final Words words;
    private final TrayIcon icon;
    private final MenuItem sentenceLine;
    private final MenuItem pauseLine;
    private final int pixels;

    AwtTray(TrayMenu menu) throws AWTException {
        words = menu.words();
        SystemTray tray = SystemTray.getSystemTray();
        pixels = Math.max(16, tray.getTrayIconSize().height);
        sentenceLine = new MenuItem(words.of("status.not-yet"));
        sentenceLine.setEnabled(false);
        PopupMenu popup = new PopupMenu();
        popup.add(sentenceLine);
        popup.addSeparator();
        popup.add(item(words.of("tray.open"), menu.open()));
        popup.add(item(words.of("tray.check"), menu.check()));
        popup.add(item(words.of("tray.report"), menu.report()));
        pauseLine = item(words.of("tray.pause"), menu.pause());
        popup.add(pauseLine);
        popup.add(item(words.of("tray.quit"), menu.quit()));
        icon = new TrayIcon(AppIcon.draw(pixels, Health.UNKNOWN), words.of("app.name"), popup);
        icon.addActionListener(_ -> Platform.runLater(menu.open()));
        tray.add(icon);
    }

    private static MenuItem item(String label, Runnable action) {
        MenuItem item = new MenuItem(label);
        item.addActionListener(_ -> Platform.runLater(action));
        return item;
    }

    @Override
    public void show(Health health, String sentence) {
        EventQueue.invokeLater(
                () -> {
                    icon.setImage(AppIcon.draw(pixels, health));
                    icon.setToolTip(words.of("tray.tooltip", sentence));
                    sentenceLine.setLabel(sentence);
                });
    }

    @Override
    public void paused(boolean paused) {
        String label = words.of(paused ? "tray.resume" : "tray.pause");
        EventQueue.invokeLater(() -> pauseLine.setLabel(label));
    }

    @Override
    public void tell(Health health, String title, String text) {
        TrayIcon.MessageType type =
                switch (health) {
                    case FINE -> TrayIcon.MessageType.INFO;
                    case ATTENTION, UNKNOWN -> TrayIcon.MessageType.WARNING;
                    case BROKEN -> TrayIcon.MessageType.ERROR;
                };
        EventQueue.invokeLater(() -> icon.displayMessage(title, text, type));
    }

    @Override
    public void close() {
        EventQueue.invokeLater(() -> SystemTray.getSystemTray().remove(icon));
    }
}
