package org.mailstation.desktop.view.name;

import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.mailstation.ddns.Provider;
import org.mailstation.desktop.draft.Draft;
import org.mailstation.desktop.draft.HomeName;
import org.mailstation.desktop.draft.NameDraft;
import org.mailstation.desktop.flow.SetupState.Filling;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.CopyText;
import org.mailstation.desktop.view.parts.DraftForm;
import org.mailstation.desktop.view.parts.Field;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.Page;
import org.mailstation.desktop.view.parts.PasswordInput;
import org.mailstation.desktop.words.Words;

/** A domain of one's own, or a name at a DDNS provider; and the login there. */
public final class NamePage implements Page<Filling> {

    private final Kit kit;
    private final Words words;
    private final DraftForm form;
    private final RadioButton own = new RadioButton();
    private final RadioButton borrowed = new RadioButton();
    private final Field domain;
    private final Field hostName;
    private final Field host;
    private final Field user;
    private final Field server;
    private final Field secret;
    private final CopyText page;
    private final Field pageField;
    private final GridPane names;
    private final VBox login;
    private final NameHelp help;
    private final TrialPart trial;
    private final Parent node;

    public NamePage(Kit kit) {
        this.kit = kit;
        words = kit.words();
        form = new DraftForm(kit);
        domain =
                text(
                        "domains[0]",
                        "domain",
                        "form.domain",
                        "example.org",
                        HomeName::domain,
                        HomeName::withDomain);
        hostName =
                text(
                        "host-name",
                        "host-name",
                        "form.host-name",
                        "mail.example.org",
                        HomeName::hostName,
                        HomeName::withHostName);
        host = ddns("ddns.host", "ddns-host", "name.host", NameDraft::host, NameDraft::withHost);
        user = ddns("ddns.user", "ddns-user", "name.user", NameDraft::user, NameDraft::withUser);
        server =
                ddns(
                        "ddns.server",
                        "ddns-server",
                        "name.server",
                        NameDraft::server,
                        NameDraft::withServer);
        secret = secret();
        page = new CopyText("ddns-page", words.of("name.page"), kit);
        pageField = new Field(words.of("name.page"), page.text(), page, "");
        names = Blocks.pair(domain, hostName);
        help = new NameHelp(words);
        trial = new TrialPart(kit);
        Button none = new Button(words.of("home-name.none"), Icons.of(Icons.Sign.REMOVE));
        none.setId("ddns-none");
        none.setOnAction(
                _ ->
                        form.edit(
                                "ddns",
                                draft -> draft.withName(it -> it.withDdns(NameDraft.EMPTY))));
        login = new VBox(Blocks.pair(host, user), server, secret, trial.node(), help.node(), none);
        login.getStyleClass().add("page-part");
        node =
                Blocks.page(
                        words.of("home-name.title"),
                        words.of("home-name.lead"),
                        form.above(),
                        choice(),
                        names,
                        Blocks.section(words.of("home-name.ddns")),
                        Blocks.paragraph(words.of("name.lead")),
                        Blocks.pair(provider(), pageField),
                        login);
    }

    private Node choice() {
        ToggleGroup group = new ToggleGroup();
        own.setToggleGroup(group);
        own.setId("own-domain");
        own.setText(words.of("home-name.own"));
        borrowed.setToggleGroup(group);
        borrowed.setId("borrowed-name");
        borrowed.setText(words.of("home-name.borrowed"));
        own.setOnAction(_ -> choose(true));
        borrowed.setOnAction(_ -> choose(false));
        FlowPane row = Blocks.row(own, borrowed);
        row.getStyleClass().add("choice-row");
        return row;
    }

    private void choose(boolean mine) {
        form.edit("name", draft -> draft.withName(name -> name.withOwn(mine)));
    }

    private Field text(
            String field,
            String id,
            String key,
            String prompt,
            Function<HomeName, String> get,
            BiFunction<HomeName, String, HomeName> set) {
        return form.text(
                new DraftForm.Named(field, id, words.of(key), words.of(key + ".hint"), prompt),
                draft -> get.apply(draft.name()),
                (draft, typed) -> draft.withName(name -> set.apply(name, typed)));
    }

    private Field provider() {
        return form.<Provider>choice(
                new DraftForm.Named(
                        "ddns.provider",
                        "ddns-provider",
                        words.of("name.provider"),
                        words.of("name.provider.hint"),
                        words.of("name.provider.choose")),
                NameDraft.providers(),
                NamePage.this::spoken,
                draft -> draft.name().ddns().chosen(),
                (draft, chosen) -> ddns(draft, chosen.id(), NameDraft::withProvider));
    }

    private String spoken(Provider provider) {
        String name = words.of(provider.label());
        return provider.open() ? name : words.of("name.provider.closed", name);
    }

    private Field ddns(
            String field,
            String id,
            String key,
            Function<NameDraft, String> get,
            BiFunction<NameDraft, String, NameDraft> set) {
        String hint = key.equals("name.user") ? "" : words.of(key + ".hint");
        return form.text(
                new DraftForm.Named(field, id, words.of(key), hint, ""),
                draft -> get.apply(draft.name().ddns()),
                (draft, typed) -> ddns(draft, typed, set));
    }

    private static Draft ddns(
            Draft draft, String typed, BiFunction<NameDraft, String, NameDraft> set) {
        return draft.withName(name -> name.withDdns(set.apply(name.ddns(), typed)));
    }

    private Field secret() {
        PasswordInput input = new PasswordInput("ddns-secret", words.of("name.secret"), words);
        return form.secret(
                new DraftForm.Named(
                        NameDraft.SECRET, "ddns-secret", words.of("name.secret"), "", ""),
                input,
                input,
                draft -> draft.name().ddns().secret().reveal(),
                (draft, typed) -> ddns(draft, typed, NameDraft::withSecret));
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void show(Filling state) {
        HomeName name = state.draft().name();
        Provider chosen = name.ddns().chosen();
        own.setSelected(name.own());
        borrowed.setSelected(!name.own());
        own.setDisable(state.activity().running());
        borrowed.setDisable(state.activity().running());
        Blocks.visible(names, name.own());
        Blocks.visible(login, chosen != null);
        Blocks.visible(pageField, chosen != null && !chosen.page().isEmpty());
        shape(chosen);
        form.show(state);
        help.show(chosen, name.ddns());
        trial.typed(name.ddns());
    }

    private void shape(@Nullable Provider chosen) {
        if (chosen == null) {
            return;
        }
        page.setText(chosen.page());
        Blocks.visible(user, chosen.login() != Provider.Login.NONE);
        Blocks.visible(server, chosen.wantsServer());
        user.hint(words.of(chosen.loginLabel()));
        secret.hint(words.of("name.secret.hint", words.of(chosen.keyLabel())));
    }

    @Override
    public void left() {
        trial.left();
    }

    @Override
    public void accept() {
        kit.flow().accept();
    }

    @Override
    public void forward() {
        kit.flow().next();
    }

    @Override
    public @Nullable Node first() {
        Node wrong = form.wrong();
        if (wrong != null) {
            return wrong;
        }
        boolean mine = !(kit.flow().state() instanceof Filling state) || state.draft().name().own();
        return mine ? node.lookup("#domain") : borrowed;
    }
}
