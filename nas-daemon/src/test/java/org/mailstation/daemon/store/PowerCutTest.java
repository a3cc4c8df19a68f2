package org.mailstation.daemon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.james.mailbox.exception.MailboxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailstation.daemon.store.disk.LossyDisk;

/**
 * Cuts the power before each single file operation of a short life of a store, and looks at what is
 * there afterwards.
 */
class PowerCutTest {
    @TempDir Path folder;

    /**
     * @return whether the power lasted to the end
     */
    private static boolean liveUntil(LossyDisk disk, ShortLife life, Path before, Path after)
            throws IOException {
        return liveUntil(disk, life, before, after, false);
    }

    private static boolean liveUntil(
            LossyDisk disk, ShortLife life, Path before, Path after, boolean compacting)
            throws IOException {
        boolean survived = false;
        try (MailStore store = MailStore.open(before, Clock.systemUTC(), disk, ShortLife.SMALL)) {
            Desk desk = new Desk(store);
            life.live(desk);
            if (compacting) {
                desk.compactJournal();
            }
            survived = true;
            disk.cutPower();
        } catch (IOException | MailboxException | RuntimeException e) {
            assertThat(disk.isDead()).as("failed although the power was on: %s", e).isTrue();
        }
        disk.restore(after);
        return survived;
    }

    private static void check(ShortLife life, Path after) throws Exception {
        try (MailStore store = MailStore.open(after, Clock.systemUTC())) {
            life.check(new Desk(store), after);
        }
    }

    @Test
    void whatever_was_acknowledged_is_there_after_a_power_cut_at_any_moment() throws Exception {
        boolean survived = false;
        int operation = 0;
        while (!survived) {
            operation++;
            Path before = folder.resolve("before-" + operation);
            Path after = folder.resolve("after-" + operation);
            ShortLife life = new ShortLife();
            survived = liveUntil(new LossyDisk(before, operation), life, before, after);
            try {
                check(life, after);
            } catch (AssertionError e) {
                throw new AssertionError("after a power cut at operation " + operation, e);
            }
        }
        assertThat(operation).isGreaterThan(80);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ahead\\.[01]", // the letters of the last commits
                "journal", // and their entries, when there is no more room for them there
                "[0-9]+\\.eml", // the letters themselves then
                "[0-9]+", // and their names
                "\\.incoming-.*", // a large letter
                "INBOX~1", // a new folder for letters
                "anna@example\\.org", // a new mailbox
                "\\.station"
            })
    void no_sync_could_be_left_out(String forgotten) throws Exception {
        Path before = folder.resolve("before");
        Path after = folder.resolve("after");
        ShortLife life = new ShortLife();
        LossyDisk disk = new LossyDisk(before, Integer.MAX_VALUE - 1).forgetting(forgotten);
        assertThat(liveUntil(disk, life, before, after)).isTrue();

        assertThatThrownBy(() -> check(life, after)).isInstanceOf(Throwable.class);
    }

    @Test
    void nor_the_syncs_of_a_shorter_journal() throws Exception {
        Path before = folder.resolve("before");
        Path after = folder.resolve("after");
        ShortLife life = new ShortLife();
        LossyDisk disk = new LossyDisk(before, Integer.MAX_VALUE - 1).forgetting("journal\\.new");
        assertThat(liveUntil(disk, life, before, after, true)).isTrue();

        assertThatThrownBy(() -> check(life, after)).isInstanceOf(Throwable.class);
    }

    @Test
    void with_every_sync_the_end_of_that_life_is_safe() throws Exception {
        Path before = folder.resolve("before");
        Path after = folder.resolve("after");
        ShortLife life = new ShortLife();
        LossyDisk disk = new LossyDisk(before, Integer.MAX_VALUE - 1);
        assertThat(liveUntil(disk, life, before, after)).isTrue();

        check(life, after);
    }
}
