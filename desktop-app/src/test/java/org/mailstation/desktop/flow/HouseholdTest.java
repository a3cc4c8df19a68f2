package org.mailstation.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mailstation.control.AppPasswords;
import org.mailstation.control.Mailboxes;
import org.mailstation.control.Secret;
import org.mailstation.desktop.fake.FakeDesk;
import org.mailstation.desktop.fake.FakeMeans;
import org.mailstation.desktop.fake.FakeStation;
import org.mailstation.desktop.fake.HandLook;
import org.mailstation.desktop.fake.Letters;
import org.mailstation.text.Text;

class HouseholdTest {
    private static final String JOERG = "joerg@mueller-family.example";

    private final Traveller traveller = new Traveller();
    private final FakeStation station = traveller.nas.station;
    private final FakeDesk desk = station.desk;
    private final Household household;

    HouseholdTest() {
        traveller.toHome();
        household =
                Care.of(
                                traveller.background,
                                traveller.flow.session(),
                                FakeMeans.of(new HandLook()))
                        .household();
        Letters.onto(desk);
        household.open();
        rest();
    }

    private Household.View rest() {
        traveller.background.until(() -> !household.view().activity().running());
        return household.view();
    }

    private void choose() {
        household.choose(JOERG);
        rest();
    }

    @Test
    void everybody_is_shown_and_nobody_is_chosen_at_first() {
        assertThat(rest().mailboxes()).isEqualTo(desk.mailboxes);
        assertThat(rest().person()).isEmpty();
        assertThat(rest().devices()).isEmpty();
    }

    @Test
    void who_is_chosen_shows_devices() {
        choose();
        assertThat(rest().devices())
                .extracting(AppPasswords.Device::name)
                .containsExactly("Jörg’s phone", "Tablet");
    }

    @Test
    void a_new_password_is_set_if_nobody_can_guess_it() {
        choose();
        household.setPassword("short");
        assertThat(rest().problem()).isEqualTo(Text.of("flow.form.password-short", 8));
        household.setPassword("12345678");
        assertThat(rest().problem()).isEqualTo(Text.of("flow.form.password-weak"));
        assertThat(station.passwords).doesNotContainKey(JOERG);
        household.setPassword(Traveller.PASSWORD);
        assertThat(household.view().wish())
                .extracting(Wish::question)
                .isEqualTo(Text.of("flow.people.password.ask", JOERG));
        household.leave();
        household.confirm();
        assertThat(station.passwords).as("nobody said yes").doesNotContainKey(JOERG);
        household.setPassword(Traveller.PASSWORD);
        household.confirm();
        traveller.background.until(() -> household.view().done() != null);
        assertThat(rest().problem()).isNull();
        assertThat(rest().done()).isEqualTo(Text.of("flow.people.password-set", JOERG));
        assertThat(station.passwords).containsEntry(JOERG, Traveller.PASSWORD);
    }

    @Test
    void what_the_station_says_against_a_password_is_shown_at_its_field() {
        choose();
        station.passwordRefusal = Text.of("password.too-short", "12");
        household.setPassword(Traveller.PASSWORD);
        household.confirm();
        assertThat(rest().problem()).isEqualTo(station.passwordRefusal);
        assertThat(rest().done()).isNull();
    }

    @Test
    void a_device_is_locked_out_after_a_second_question() {
        choose();
        household.revoke("Tablet");
        assertThat(desk.devices).hasSize(2);
        household.leave();
        household.confirm();
        assertThat(desk.devices).hasSize(2);
        household.revoke("Tablet");
        household.confirm();
        assertThat(rest().devices())
                .extracting(AppPasswords.Device::name)
                .containsExactly("Jörg’s phone");
        assertThat(rest().done()).isEqualTo(Text.of("flow.people.revoked", "Tablet"));
    }

    @Test
    void somebody_who_was_removed_meanwhile_is_not_chosen_any_more() {
        choose();
        desk.mailboxes = new Mailboxes(desk.mailboxes.mailboxes().subList(1, 2));
        household.open();
        assertThat(rest().person()).isEmpty();
    }

    @Test
    void a_device_gets_a_password_that_is_shown_once() {
        choose();
        household.make("  ");
        assertThat(rest().deviceProblem()).isEqualTo(Text.of("flow.people.device-missing"));
        household.make(" Laptop ");
        assertThat(rest().made())
                .isEqualTo(new Household.Made("Laptop", new Secret("abcd-efgh-jkmn-pqrs")));
        assertThat(rest().devices()).extracting(AppPasswords.Device::name).contains("Laptop");
        household.noted();
        assertThat(rest().made()).isNull();
        household.make("Laptop");
        assertThat(rest().deviceProblem()).isNotNull();
        assertThat(rest().made()).isNull();
    }

    @Test
    void the_password_of_a_device_is_gone_with_the_person_it_was_made_for() {
        choose();
        household.make("Laptop");
        assertThat(rest().made()).isNotNull();
        household.choose("bea@mueller-family.example");
        assertThat(rest().made()).isNull();
    }
}
