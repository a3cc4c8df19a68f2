package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.daemon.delivery.Letter;
import org.mailstation.daemon.delivery.LetterIds;
import org.mailstation.daemon.delivery.Mailboxes;
import org.mailstation.daemon.delivery.OwnerNotes;
import org.mailstation.daemon.delivery.Place;

/** When somebody is told that the room is nearly used up. */
class RoomWatchTest {
    private final List<String> letters = new ArrayList<>();
    private final ConcurrentMap<String, Integer> told = new ConcurrentHashMap<>();
    private int used;
    private List<Integer> marks = List.of(80, 95);

    private RoomWatch watch() {
        Mailboxes boxes =
                new Mailboxes() {
                    @Override
                    public void deliver(String account, Place place, Letter letter) {
                        letters.add(account + " at " + used);
                    }

                    @Override
                    public boolean hasRoomFor(String account, long octets) {
                        return true;
                    }
                };
        Clock clock = Clock.systemUTC();
        OwnerNotes owner =
                new OwnerNotes(
                        boxes,
                        () -> "mail.home.test",
                        () -> Locale.ENGLISH,
                        new LetterIds(clock, new Random(1)),
                        new ConcurrentHashMap<>(),
                        () -> {},
                        clock);
        return new RoomWatch(_ -> used, () -> marks, owner, told, () -> {});
    }

    @ParameterizedTest
    @CsvSource({
        "'10 79', ''",
        "'79 80 81 94', 80",
        "'80 95 100', '80 95'",
        "'96', 96",
        "'80 79 80 76 81', 80",
        "'80 74 80', '80 80'",
        "'95 91 96', 95",
        "'95 89 96', '95 96'",
        "'95 10 82', '95 82'"
    })
    void a_mark_is_told_once_and_anew_only_after_it_was_left_well_behind(
            String course, String toldAt) {
        RoomWatch watch = watch();
        for (String percent : course.split(" ")) {
            used = Integer.parseInt(percent);
            watch.look("anna");
        }

        assertThat(letters.stream().map(one -> one.replace("anna at ", "")).toList())
                .isEqualTo(toldAt.isEmpty() ? List.of() : List.of(toldAt.split(" ")));
    }

    @Test
    void the_marks_are_those_of_the_settings_also_when_they_change() {
        marks = List.of(50);
        RoomWatch watch = watch();
        used = 49;
        watch.look("anna");
        used = 60;
        watch.look("anna");
        marks = List.of();
        used = 99;
        watch.look("anna");
        marks = List.of(90);
        watch.look("anna");

        assertThat(letters).containsExactly("anna at 60", "anna at 99");
    }

    @Test
    void what_was_told_is_known_after_a_restart() {
        used = 85;
        watch().look("anna");
        watch().look("anna");

        assertThat(letters).containsExactly("anna at 85");
    }
}
