package org.mailstation.desktop.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailstation.config.Account;
import org.mailstation.config.StationConfig;
import org.mailstation.control.ControlJson;
import org.mailstation.control.NasUsers;
import org.mailstation.desktop.fake.Family;

/** People from the NAS, and what happens to their letters besides. */
class NasPeopleDraftTest {
    private static final NasUsers.User JOERG = new NasUsers.User("jörg", "Jörg Müller", "");
    private static final NasUsers.User BEA = new NasUsers.User("Bea.M", "", "");

    @Test
    void the_first_one_takes_the_place_of_nobody_and_the_next_come_after() {
        PeopleDraft people = PeopleDraft.EMPTY.plus(JOERG).plus(BEA);
        assertThat(people.people())
                .extracting(Person::name)
                .containsExactly("Jörg Müller", "Bea.M");
        assertThat(people.people())
                .extracting(one -> one.address("example.org"))
                .containsExactly("joerg@example.org", "bea.m@example.org");
    }

    @Test
    void who_has_a_mailbox_is_not_offered() {
        List<NasUsers.User> users =
                List.of(
                        JOERG,
                        BEA,
                        new NasUsers.User("admin", "", "alex@example.org"),
                        new NasUsers.User("???", "", ""));
        PeopleDraft people =
                PeopleDraft.EMPTY.withPerson(0, one -> one.withName("Alex")).plus(JOERG);
        assertThat(people.without(users, "example.org")).containsExactly(BEA);
    }

    @Test
    void forwarding_is_typed_in_short_and_comes_to_the_configuration_whole() {
        StationConfig config =
                Family.draft("example.org", "Alex")
                        .withPeople(
                                all ->
                                        all.withPerson(
                                                0,
                                                one ->
                                                        one.withMore(
                                                                it ->
                                                                        it.withForwardTo(
                                                                                        "bea; c@d.example")
                                                                                .withKeepCopy(false)
                                                                                .withSaveSent(
                                                                                        true))))
                        .on(null);
        Account alex = config.accounts().getFirst();
        assertThat(alex.forwardTo()).containsExactly("bea@example.org", "c@d.example");
        assertThat(alex.keepCopy()).isFalse();
        assertThat(alex.saveSent()).isTrue();
        Draft again = Draft.of(config);
        assertThat(again.people().people().getFirst().more())
                .isEqualTo(new Further("bea, c@d.example", false, true, false));
        assertThat(again.on(config)).isEqualTo(config);
    }

    @Test
    void who_forwards_nowhere_keeps_the_letters() {
        Draft draft =
                Family.draft("example.org", "Alex")
                        .withPeople(
                                all ->
                                        all.withPerson(
                                                0,
                                                one -> one.withMore(it -> it.withKeepCopy(false))));
        assertThat(draft.on(null).accounts().getFirst().keepCopy()).isTrue();
    }

    @Test
    void what_an_older_version_left_unfinished_is_still_understood() {
        Person person =
                ControlJson.read(
                        "{\"name\":\"Alex\",\"mailbox\":\"alex\",\"room\":\"\","
                                + "\"password\":\"\",\"existing\":true,\"enabled\":true}",
                        Person.class);
        assertThat(person.more()).isEqualTo(Further.USUAL);
    }
}
