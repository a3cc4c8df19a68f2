package org.mailstation.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailstation.config.Account;
import org.mailstation.control.NasUsers;
import org.mailstation.desktop.draft.NameDraft;
import org.mailstation.desktop.flow.SetupState.Filling;
import org.mailstation.desktop.flow.SetupState.Reviewing;
import org.mailstation.desktop.flow.SetupState.Running;
import org.mailstation.desktop.flow.Step;

/** Somebody who fills in the pages of the draft. */
class DraftPagesTest {

    private Ui ui;

    @BeforeEach
    void openWindow() {
        ui = new Ui(Locale.ENGLISH, ColorScheme.LIGHT);
        ui.toLine();
    }

    @AfterEach
    void closeWindow() {
        ui.close();
    }

    @Test
    void who_accepts_what_was_found_types_only_what_nobody_else_can_know() {
        ui.click("accept");
        ui.on(Step.NAME);
        ui.focused("domain");
        ui.type("example.org");
        ui.click("accept");
        ui.on(Step.PEOPLE);
        ui.focused("person-0");
        ui.type("Alex");
        ui.click("generate-0");
        ui.click("accept");
        ui.at(Reviewing.class);
        ui.click("forward");
        ui.at(Running.class);
        assertThat(ui.nas.station.running().orElseThrow().accounts())
                .extracting(Account::address)
                .containsExactly("alex@example.org");
        assertThat(ui.nas.station.passwords).containsOnlyKeys("alex@example.org");
    }

    @Test
    void a_person_can_be_added_removed_and_brought_back() {
        Ui.fx(() -> ui.flow.goTo(Step.PEOPLE));
        ui.on(Step.PEOPLE);
        ui.click("person-add");
        Ui.fx(() -> ((TextField) ui.scene.lookup("#person-1")).setText("Bea"));
        Ui.settle();
        assertThat(((TextField) ui.node("mailbox-1")).getText()).isEqualTo("bea");
        ui.click("person-remove-1");
        assertThat(ui.all(".person")).hasSize(1);
        ui.click("undo");
        assertThat(ui.all(".person")).hasSize(2);
        assertThat(((TextField) ui.node("person-1")).getText()).isEqualTo("Bea");
    }

    @Test
    void a_generated_password_is_shown() {
        Ui.fx(() -> ui.flow.goTo(Step.PEOPLE));
        ui.on(Step.PEOPLE);
        Ui.fx(() -> ((Button) ui.scene.lookup("#generate-0")).fire());
        Ui.settle();
        Filling state = (Filling) ui.flow.state();
        assertThat(state.draft().people().people().getFirst().password().reveal()).hasSize(19);
        assertThat(ui.node("mailbox-password-0-shown").isVisible()).isTrue();
    }

    @Test
    void the_people_of_the_nas_are_added_with_one_press_each() {
        ui.nas.station.desk.nasUsers =
                new NasUsers.Listed(
                        List.of(
                                new NasUsers.User("jörg", "Jörg Müller", ""),
                                new NasUsers.User("bea", "", "")));
        Ui.fx(() -> ui.flow.edit("domains[0]", it -> it.withName(n -> n.withDomain("e.example"))));
        Ui.fx(() -> ui.flow.goTo(Step.PEOPLE));
        ui.on(Step.PEOPLE);
        Ui.until(() -> ui.scene.lookup("#nas-person-1") != null);
        ui.shoot("26-people-of-the-nas");
        ui.click("nas-person-0");
        Ui.until(() -> ((TextField) ui.node("person-0")).getText().equals("Jörg Müller"));
        ui.click("nas-person-0");
        Ui.until(() -> ui.scene.lookup("#person-1") != null);
        assertThat(((TextField) ui.node("mailbox-1")).getText()).isEqualTo("bea");
        assertThat(ui.scene.lookup("#nas-person-0")).isNull();
        assertThat(ui.nameless()).isEmpty();
    }

    @Test
    void letters_are_forwarded_and_what_is_sent_is_saved_as_ticked() {
        Ui.fx(() -> ui.flow.edit("domains[0]", it -> it.withName(n -> n.withDomain("e.example"))));
        Ui.fx(() -> ui.flow.goTo(Step.PEOPLE));
        ui.on(Step.PEOPLE);
        ui.unfold("person-more-0");
        Ui.fx(() -> ((TextField) ui.scene.lookup("#forward-to-0")).setText("not an address@"));
        Ui.fx(ui.flow::next);
        Ui.until(
                () ->
                        !((Filling) ui.flow.state())
                                .check()
                                .shown("account[0].forward-to")
                                .isEmpty());
        Ui.fx(() -> ((TextField) ui.scene.lookup("#forward-to-0")).setText("x@other.example"));
        Ui.fx(() -> ((CheckBox) ui.scene.lookup("#keep-copy-0")).setSelected(false));
        Ui.fx(() -> ((CheckBox) ui.scene.lookup("#save-sent-0")).setSelected(true));
        ui.shoot("26-people-forwarding");
        Account one = ((Filling) ui.flow.state()).draft().on(null).accounts().getFirst();
        assertThat(one.forwardTo()).containsExactly("x@other.example");
        assertThat(one.keepCopy()).isFalse();
        assertThat(one.saveSent()).isTrue();
    }

    @Test
    void a_mailbox_is_closed_and_only_then_can_refuse_letters() {
        Ui.fx(() -> ui.flow.edit("domains[0]", it -> it.withName(n -> n.withDomain("e.example"))));
        Ui.fx(() -> ui.flow.goTo(Step.PEOPLE));
        ui.on(Step.PEOPLE);
        ui.unfold("person-more-0");
        assertThat(Ui.shown(ui.node("refuse-letters-0"))).isFalse();
        Ui.fx(() -> ((CheckBox) ui.scene.lookup("#enabled-0")).fire());
        Ui.until(() -> Ui.shown(ui.scene.lookup("#refuse-letters-0")));
        Ui.fx(() -> ((CheckBox) ui.scene.lookup("#refuse-letters-0")).fire());
        ui.shoot("26-people-closed");
        Account one = ((Filling) ui.flow.state()).draft().on(null).accounts().getFirst();
        assertThat(one.enabled()).isFalse();
        assertThat(one.refuses()).isTrue();
        Ui.fx(() -> ((CheckBox) ui.scene.lookup("#enabled-0")).fire());
        Ui.until(() -> !Ui.shown(ui.scene.lookup("#refuse-letters-0")));
        Account open = ((Filling) ui.flow.state()).draft().on(null).accounts().getFirst();
        assertThat(open.refuses()).isFalse();
    }

    @Test
    void a_name_at_a_provider_can_be_taken_out_again() {
        Ui.fx(
                () ->
                        ui.flow.edit(
                                "ddns",
                                it ->
                                        it.withName(
                                                n ->
                                                        n.withDdns(
                                                                NameDraft.EMPTY
                                                                        .withProvider("noip")
                                                                        .withHost("x.ddns.net")))));
        Ui.fx(() -> ui.flow.goTo(Step.NAME));
        ui.on(Step.NAME);
        Ui.until(() -> Ui.shown(ui.scene.lookup("#ddns-none")));
        ui.click("ddns-none");
        Ui.until(() -> !Ui.shown(ui.scene.lookup("#ddns-none")));
        assertThat(((Filling) ui.flow.state()).draft().name().ddns()).isEqualTo(NameDraft.EMPTY);
    }

    @Test
    void an_address_that_leads_to_others_can_be_removed_and_brought_back() {
        Ui.fx(() -> ui.flow.goTo(Step.PEOPLE));
        ui.on(Step.PEOPLE);
        ui.click("alias-add");
        Ui.until(() -> ui.scene.lookup("#alias-0") != null);
        Ui.fx(() -> ((TextField) ui.scene.lookup("#alias-0")).setText("info"));
        ui.click("alias-remove-0");
        Ui.until(() -> ui.scene.lookup("#alias-0") == null);
        ui.click("undo");
        Ui.until(() -> ui.scene.lookup("#alias-0") != null);
        assertThat(((TextField) ui.node("alias-0")).getText()).isEqualTo("info");
    }
}
