package org.mailstation.desktop.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.flow.Surprise;
import org.mailstation.desktop.flow.Wish;
import org.mailstation.desktop.icon.HealthSign;
import org.mailstation.desktop.stations.StationList;
import org.mailstation.desktop.stations.Stations;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.Dialogs;
import org.mailstation.desktop.view.parts.ErrorReport;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Health;
import org.mailstation.text.Text;

/** Which station is in sight, and the way to the others; not there before the first is known. */
final class StationChooser extends MenuButton {

    private final Stations stations;
    private final Words words;
    private final Dialogs dialogs;
    private StationList shown = new StationList(List.of());

    StationChooser(Stations stations, Words words, Dialogs dialogs) {
        this.stations = stations;
        this.words = words;
        this.dialogs = dialogs;
        setId("stations");
        setMaxWidth(Double.MAX_VALUE);
        getStyleClass().add("stations");
        Blocks.visible(this, false);
        addEventFilter(KeyEvent.KEY_PRESSED, this::leaveEscape);
        stations.listen(this::show);
    }

    /** A menu button keeps Escape to itself also while it is closed; the window cancels with it. */
    private void leaveEscape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !isShowing()) {
            event.consume();
            Event.fireEvent(getParent(), event.copyFor(getParent(), getParent()));
        }
    }

    private void show(StationList list) {
        if (list.equals(shown)) {
            return;
        }
        shown = list;
        Blocks.visible(this, list.entries().stream().anyMatch(it -> !it.address().isEmpty()));
        List<MenuItem> items = new ArrayList<>();
        StationList.Entry current = null;
        for (StationList.Entry entry : list.entries()) {
            items.add(item(entry, items.size()));
            current = entry.current() ? entry : current;
        }
        items.add(new SeparatorMenuItem());
        items.add(item("station-add", "stations.add", Icons.Sign.ADD, stations::add));
        if (current != null) {
            setText(title(current));
            setTooltip(new Tooltip(title(current)));
            setGraphic(mark(current.health()));
            setAccessibleText(words.of("stations.current", spoken(current)));
            if (!current.address().isEmpty()) {
                StationList.Entry removed = current;
                items.add(
                        item(
                                "station-remove",
                                "stations.remove",
                                Icons.Sign.REMOVE,
                                () -> remove(removed)));
            }
        }
        getItems().setAll(items);
    }

    private MenuItem item(StationList.Entry entry, int index) {
        MenuItem item = new MenuItem(spoken(entry), mark(entry.health()));
        item.setId("station-" + index);
        item.setMnemonicParsing(false);
        item.setDisable(entry.current());
        item.setOnAction(_ -> stations.select(entry.address()));
        return item;
    }

    private MenuItem item(String id, String key, Icons.Sign sign, Runnable action) {
        MenuItem item = new MenuItem(words.of(key), Icons.of(sign));
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private String title(StationList.Entry entry) {
        return entry.title().isEmpty() ? words.of("stations.new") : entry.title();
    }

    private String spoken(StationList.Entry entry) {
        Health health = entry.health();
        String state = health == null ? words.of("stations.away") : words.of("health", health);
        return entry.name().isEmpty() || entry.name().equals(entry.address())
                ? words.of("stations.entry", title(entry), state)
                : words.of("stations.entry.named", entry.name(), entry.address(), state);
    }

    private static Node mark(@Nullable Health health) {
        Label mark = new Label(health == null ? "–" : HealthSign.of(health).glyph());
        Health colour = health == null ? Health.UNKNOWN : health;
        mark.getStyleClass().setAll("rail-mark", "health", colour.name().toLowerCase(Locale.ROOT));
        return mark;
    }

    private void remove(StationList.Entry entry) {
        dialogs.confirm(
                new Wish(
                        Text.of("stations.remove.question", title(entry)),
                        Text.of("stations.remove.yes")),
                () -> stations.remove(entry.address(), this::tell));
    }

    private void tell(Exception fault) {
        Surprise surprise = Surprise.of(fault);
        dialogs.error(
                new ErrorReport(
                        words.of("stations.remove.failed"), surprise.code(), surprise.details()));
    }
}
