package org.mailstation.desktop.view.status;

import java.time.InstantSource;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.flow.Explaining;
import org.mailstation.desktop.flow.SetupState.Home;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.LetterDrop;
import org.mailstation.desktop.view.parts.Page;
import org.mailstation.desktop.way.Overview;

/** Where a person comes back to: how the station is, and what it consists of. */
public final class StatusPage implements Page<Home> {

    /** A page that is lower has no room for a title. */
    private static final double LOW = 400;

    private final Kit kit;
    private final OverviewTab overview;
    private final MailTab mail;
    private final PeopleTab people;
    private final NameTab name;
    private final GuardTab guard;
    private final WatchTab watch;
    private final HistoryTab history;
    private final SettingsTab settings;
    private final DetailsTab details;
    private final Parent node;

    public StatusPage(Kit kit, InstantSource clock) {
        this.kit = kit;
        overview = new OverviewTab(kit);
        mail = new MailTab(kit);
        people = new PeopleTab(kit);
        name = new NameTab(kit);
        guard = new GuardTab(kit);
        watch = new WatchTab(kit);
        history = new HistoryTab(kit);
        settings = new SettingsTab(kit);
        details = new DetailsTab(kit, clock);
        Label title = new Label(kit.words().of("status.title"));
        title.getStyleClass().add("page-title");
        title.setWrapText(true);
        TabPane tabs =
                new TabPane(
                        tab("overview", kit.words().of("tab.overview"), overview.node()),
                        asking(
                                tab("mail", kit.words().of("tab.mail"), mail.node()),
                                kit.care().letters()::open),
                        asking(
                                tab("people", kit.words().of("tab.people"), people.node()),
                                kit.care().household()::open),
                        asking(
                                tab("name", kit.words().of("tab.name"), name.node()),
                                kit.care().naming()::open),
                        asking(
                                tab("guard", kit.words().of("tab.guard"), guard.node()),
                                kit.care().guarding()::open),
                        asking(
                                tab("watch", kit.words().of("tab.watch"), watch.node()),
                                kit.care().watching()::open),
                        asking(
                                tab("history", kit.words().of("tab.history"), history.node()),
                                kit.care().revisions()::open),
                        asking(
                                tab("settings", kit.words().of("tab.settings"), settings.node()),
                                settings::open),
                        tab("details", kit.words().of("tab.details"), details.node()));
        tabs.setId("tabs");
        tabs.setAccessibleText(kit.words().of("status.title"));
        VBox.setVgrow(tabs, Priority.ALWAYS);
        VBox column = new VBox(title, tabs);
        column.getStyleClass().add("home");
        // the tabs say as well where one is, and need the room
        column.heightProperty()
                .addListener((_, _, height) -> Blocks.visible(title, height.doubleValue() > LOW));
        Explaining explaining = kit.care().explaining();
        LetterDrop.onto(column, explaining, () -> kit.dialogs().returned(explaining));
        node = column;
    }

    /** Fetches what the station has when somebody comes to see it. */
    private static Tab asking(Tab tab, Runnable open) {
        tab.selectedProperty()
                .addListener(
                        (_, _, selected) -> {
                            if (selected) {
                                open.run();
                            }
                        });
        return tab;
    }

    private static Tab tab(String id, String name, Node content) {
        Tab tab = new Tab(name, content);
        tab.setId("tab-" + id);
        tab.setClosable(false);
        return tab;
    }

    @Override
    public Parent node() {
        return node;
    }

    /** Shows what is known now. */
    public void show(Overview now) {
        overview.show(now);
        details.show(now.sighting());
    }

    @Override
    public void forward() {
        kit.flow().openForm();
    }

    @Override
    public @Nullable Node first() {
        return overview.first();
    }
}
