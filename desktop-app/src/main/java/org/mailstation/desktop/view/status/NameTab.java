package org.mailstation.desktop.view.status;

import java.util.List;
import java.util.function.BiFunction;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Problem;
import org.mailstation.control.DdnsStatus;
import org.mailstation.control.DdnsTried;
import org.mailstation.ddns.Provider;
import org.mailstation.desktop.draft.NameDraft;
import org.mailstation.desktop.flow.Naming;
import org.mailstation.desktop.flow.Wish;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.CheckBar;
import org.mailstation.desktop.view.parts.CopyText;
import org.mailstation.desktop.view.parts.Field;
import org.mailstation.desktop.view.parts.FindingList;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.Notice;
import org.mailstation.desktop.view.parts.PasswordInput;
import org.mailstation.desktop.words.Words;
import org.mailstation.words.DdnsWords;

/** The name that follows the changing address (DDNS), with a button that tries its login. */
final class NameTab {

    private final Words words;
    private final Naming naming;
    private final ComboBox<Provider> provider = new ComboBox<>();
    private final TextField host = text("ddns-host", "myhome.ddns.net");
    private final TextField user = text("ddns-user", "");
    private final TextField server = text("ddns-server", "https://");
    private final PasswordInput secret;
    private final Field providerField;
    private final Field hostField;
    private final Field userField;
    private final Field serverField;
    private final Field secretField;
    private final CopyText page;
    private final Field pageField;
    private final Button test;
    private final CheckBar bar;
    private final StackPane answer = new StackPane();
    private final FindingList state;
    private final ScrollPane node;

    /** The fields are being filled, not typed into. */
    private boolean showing;

    NameTab(Kit kit) {
        this.words = kit.words();
        this.naming = kit.care().naming();
        provider.setId("ddns-provider");
        provider.getItems().setAll(NameDraft.providers());
        provider.setConverter(new Names());
        provider.setMaxWidth(Double.MAX_VALUE);
        provider.setPromptText(words.of("name.provider.choose"));
        secret = new PasswordInput("ddns-secret", words.of("name.secret"), words);
        page = new CopyText("ddns-page", words.of("name.page"), kit);
        providerField =
                new Field(words.of("name.provider"), provider, words.of("name.provider.hint"));
        hostField = new Field(words.of("name.host"), host, words.of("name.host.hint"));
        userField = new Field(words.of("name.user"), user, "");
        serverField = new Field(words.of("name.server"), server, words.of("name.server.hint"));
        secretField = new Field(words.of("name.secret"), secret.field(), secret, "");
        pageField = new Field(words.of("name.page"), page.text(), page, "");
        test = new Button(words.of("name.test"), Icons.of(Icons.Sign.KEY));
        test.setId("ddns-test");
        test.setMnemonicParsing(true);
        test.setOnAction(_ -> test(kit));
        bar = new CheckBar(kit, "ddns", words.of("name.testing"), naming::cancel);
        state = new FindingList(kit);
        node =
                Blocks.tab(
                        Blocks.paragraph(words.of("name.lead")),
                        Blocks.pair(providerField, pageField),
                        Blocks.pair(hostField, userField),
                        serverField,
                        secretField,
                        test,
                        bar,
                        answer,
                        state);
        provider.valueProperty()
                .addListener(
                        (_, _, chosen) ->
                                typed(chosen == null ? "" : chosen.id(), NameDraft::withProvider));
        edits(host.textProperty(), NameDraft::withHost);
        edits(user.textProperty(), NameDraft::withUser);
        edits(server.textProperty(), NameDraft::withServer);
        edits(secret.textProperty(), NameDraft::withSecret);
        naming.listen(this::show);
    }

    /** The name that is kept now may be one that others know. */
    private void test(Kit kit) {
        Wish wish = naming.replaces();
        if (wish == null) {
            naming.test();
        } else {
            kit.dialogs().confirm(wish, naming::test);
        }
    }

    private static TextField text(String id, String prompt) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        return field;
    }

    private void edits(StringProperty text, BiFunction<NameDraft, String, NameDraft> change) {
        text.addListener((_, _, now) -> typed(now, change));
    }

    private void typed(String text, BiFunction<NameDraft, String, NameDraft> change) {
        if (!showing) {
            naming.edit(draft -> change.apply(draft, text));
        }
    }

    ScrollPane node() {
        return node;
    }

    private void show(Naming.View view) {
        showing = true;
        try {
            provider.setValue(view.draft().chosen());
            fill(host.textProperty(), view.draft().host());
            fill(user.textProperty(), view.draft().user());
            fill(server.textProperty(), view.draft().server());
            fill(secret.textProperty(), view.draft().secret().reveal());
        } finally {
            showing = false;
        }
        ask(view.draft().chosen());
        boolean busy = view.activity().running();
        for (Field field : List.of(providerField, hostField, userField, serverField, secretField)) {
            field.setDisable(busy);
        }
        test.setDisable(busy || view.draft().chosen() == null);
        problems(providerField, "ddns.provider", view);
        problems(hostField, "ddns.host", view);
        problems(userField, "ddns.user", view);
        problems(serverField, "ddns.server", view);
        problems(secretField, NameDraft.SECRET, view);
        bar.show(view.activity());
        showAnswer(view.tried());
        if (view.tried() != null || view.activity().running()) {
            // the answer is the last thing on the page
            node.layout();
            node.setVvalue(1);
        }
        DdnsStatus known = view.status();
        state.show(known == null || view.tried() != null ? List.of() : known.findings());
    }

    /** Asks only for what the provider wants to know, in its own words. */
    private void ask(@Nullable Provider chosen) {
        Blocks.visible(hostField, chosen != null);
        Blocks.visible(secretField, chosen != null);
        Blocks.visible(userField, chosen != null && chosen.login() != Provider.Login.NONE);
        Blocks.visible(serverField, chosen != null && chosen.wantsServer());
        Blocks.visible(pageField, chosen != null && !chosen.page().isEmpty());
        if (chosen != null) {
            userField.hint(words.of(chosen.loginLabel()));
            secretField.hint(words.of("name.secret.hint", words.of(chosen.keyLabel())));
            page.setText(chosen.page());
        }
    }

    private void problems(Field field, String name, Naming.View view) {
        field.problems(
                view.problems().stream()
                        .filter(problem -> problem.field().equals(name))
                        .map(Problem::text)
                        .map(words::of)
                        .toList());
    }

    private void showAnswer(@Nullable DdnsTried tried) {
        answer.getChildren().clear();
        Blocks.visible(answer, tried != null);
        if (tried != null) {
            Notice notice =
                    switch (tried) {
                        case DdnsTried.Works _ ->
                                notice(Notice.Kind.SUCCESS, words.of("name.works"), tried);
                        case DdnsTried.Refused _ ->
                                notice(Notice.Kind.DANGER, words.of("name.refused"), tried);
                        case DdnsTried.TryLater _ ->
                                notice(Notice.Kind.WARNING, words.of("name.later"), tried);
                        case DdnsTried.CouldNotTell _, DdnsTried.NotReady _ ->
                                notice(Notice.Kind.WARNING, words.of("name.untold"), tried);
                    };
            notice.setId("ddns-answer");
            answer.getChildren().add(notice);
        }
    }

    private Notice notice(Notice.Kind kind, String headline, DdnsTried tried) {
        return new Notice(kind, headline, words.of(DdnsWords.of(tried)));
    }

    /** Setting the same text again would move the caret. */
    private static void fill(StringProperty property, String text) {
        if (!text.equals(property.get())) {
            property.set(text);
        }
    }

    private final class Names extends StringConverter<Provider> {
        @Override
        public String toString(@Nullable Provider one) {
            if (one == null) {
                return "";
            }
            return one.open()
                    ? words.of(one.label())
                    : words.of("name.provider.closed", one.name());
        }

        @Override
        public @Nullable Provider fromString(String name) {
            return null; // one cannot type in there
        }
    }
}
