package org.mailstation.daemon.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.james.utils.UpdatableTickingClock;
import org.junit.jupiter.api.Test;
import org.mailstation.daemon.queue.Schedule.Entry;

class ScheduleTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final UpdatableTickingClock clock = new UpdatableTickingClock(NOON);
    private final Schedule schedule = new Schedule(clock, 2);

    private static Entry due(String id, String destination) {
        return new Entry(id, NOON, destination);
    }

    private String take() throws Exception {
        return schedule.take().orElseThrow().id();
    }

    @Test
    void entries_come_in_the_order_in_which_they_are_due() throws Exception {
        schedule.add(new Entry("1", NOON.minusSeconds(1), "a.test"));
        schedule.add(new Entry("2", NOON.minusSeconds(5), "b.test"));
        schedule.add(new Entry("3", NOON.minusSeconds(1), "c.test"));

        assertThat(List.of(take(), take(), take())).containsExactly("2", "1", "3");
    }

    @Test
    void a_busy_destination_lets_the_others_pass() throws Exception {
        schedule.add(due("1", "slow.test"));
        schedule.add(due("2", "slow.test"));
        schedule.add(due("3", "slow.test"));
        schedule.add(due("4", "quick.test"));

        assertThat(List.of(take(), take(), take())).containsExactly("1", "2", "4");
        assertThat(schedule.all()).extracting(Entry::id).containsExactly("1", "2", "3", "4");
    }

    @Test
    void who_waits_for_a_busy_destination_goes_on_as_soon_as_it_is_free() throws Exception {
        schedule.add(due("1", "slow.test"));
        schedule.add(due("2", "slow.test"));
        schedule.add(due("3", "slow.test"));
        take();
        take();
        CompletableFuture<String> third = new CompletableFuture<>();
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                third.complete(take());
                            } catch (Exception e) {
                                third.completeExceptionally(e);
                            }
                        });

        schedule.finished("1");

        assertThat(third.get(20, TimeUnit.SECONDS)).isEqualTo("3");
    }

    @Test
    void a_clock_that_is_set_back_keeps_no_letter_waiting_for_longer_than_its_pause()
            throws Exception {
        schedule.add(due("1", "a.test"));
        take();
        schedule.add(new Entry("2", NOON.plus(Duration.ofMinutes(10)), "b.test"));
        Instant before = NOON.minus(Duration.ofDays(2000));
        clock.setInstant(before);
        schedule.add(new Entry("3", before, "c.test"));
        assertThat(take()).isEqualTo("3");
        assertThat(schedule.all())
                .extracting(Entry::next)
                .contains(before.plus(Duration.ofMinutes(10)));

        clock.setInstant(before.plus(Duration.ofMinutes(10)));
        assertThat(take()).isEqualTo("2");
    }

    @Test
    void what_an_earlier_run_put_off_by_a_clock_that_was_ahead_is_due() throws Exception {
        schedule.resume(new Entry("1", NOON.plus(Duration.ofDays(2000)), "a.test"));
        schedule.resume(new Entry("2", NOON.plus(Duration.ofHours(4)), "b.test"));
        assertThat(take()).isEqualTo("1");
        assertThat(schedule.all()).extracting(Entry::next).contains(NOON.plus(Duration.ofHours(4)));
    }

    @Test
    void what_reached_nobody_comes_again() throws Exception {
        schedule.add(due("1", "a.test"));
        Entry taken = schedule.take().orElseThrow();

        schedule.giveBack(taken.id(), NOON);
        schedule.giveBack(taken.id(), NOON);

        assertThat(schedule.size()).isEqualTo(1);
        assertThat(take()).isEqualTo("1");
    }

    @Test
    void flushing_reaches_also_what_is_in_work_and_comes_back_to_wait() throws Exception {
        schedule.add(due("1", "a.test"));
        Entry taken = schedule.take().orElseThrow();

        schedule.flush();
        schedule.becomes("1", List.of(new Entry("1", NOON.plus(Duration.ofHours(2)), "a.test")));

        assertThat(take()).isEqualTo(taken.id());
    }

    @Test
    void flushing_makes_all_due_in_the_order_of_arrival() throws Exception {
        schedule.add(new Entry("1", NOON.plus(Duration.ofHours(2)), "a.test"));
        schedule.add(new Entry("2", NOON.plus(Duration.ofHours(1)), "b.test"));

        assertThat(schedule.flush()).isEqualTo(2);

        assertThat(List.of(take(), take())).containsExactly("1", "2");
    }

    @Test
    void what_is_withdrawn_is_not_handed_out_but_what_is_in_work_stays() throws Exception {
        schedule.add(due("1", "a.test"));
        schedule.add(due("2", "b.test"));
        take();

        assertThat(schedule.withdraw(_ -> true)).extracting(Entry::id).containsExactly("2");
        assertThat(schedule.all()).extracting(Entry::id).containsExactly("1");
    }

    @Test
    void one_that_is_hurried_is_due_and_the_others_still_wait() throws Exception {
        schedule.add(new Entry("1", NOON.plusSeconds(60), "a.test"));
        schedule.add(new Entry("2", NOON.plusSeconds(30), "b.test"));
        schedule.hurry("1");

        assertThat(take()).isEqualTo("1");
        assertThat(schedule.all()).extracting(Entry::next).contains(NOON.plusSeconds(30));
    }

    @Test
    void one_that_is_hurried_while_it_is_in_work_is_due_as_soon_as_it_waits_again()
            throws Exception {
        schedule.add(due("1", "a.test"));
        take();
        schedule.hurry("1");
        schedule.becomes("1", List.of(new Entry("1", NOON.plusSeconds(60), "a.test")));

        assertThat(take()).isEqualTo("1");
    }

    @Test
    void closing_ends_the_wait() throws Exception {
        schedule.close();
        schedule.add(due("1", "a.test"));

        assertThat(schedule.take()).isEmpty();
    }
}
