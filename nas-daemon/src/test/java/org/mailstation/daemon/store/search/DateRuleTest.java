package org.mailstation.daemon.store.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.function.BiFunction;
import org.apache.james.mailbox.model.SearchQuery;
import org.apache.james.mailbox.model.SearchQuery.Criterion;
import org.apache.james.mailbox.model.SearchQuery.DateResolution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateRuleTest {
    private static boolean holds(
            BiFunction<Date, DateResolution, Criterion> criterion, String wanted, String date) {
        String[] words = wanted.split(" ");
        SearchQuery.InternalDateCriterion made =
                (SearchQuery.InternalDateCriterion)
                        criterion.apply(
                                Date.from(Instant.parse(words[0])),
                                DateResolution.valueOf(words[1]));
        return DateRule.of(made.getOperator()).holds(Instant.parse(date).toEpochMilli());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29T10:00:00Z Day, 2026-03-28T23:59:59Z, -1",
        "2026-03-29T10:00:00Z Day, 2026-03-29T00:00:00Z, 0",
        "2026-03-29T10:00:00Z Day, 2026-03-29T23:59:59Z, 0",
        "2026-03-29T10:00:00Z Day, 2026-03-30T00:00:00Z, 1",
        "2026-03-29T10:00:00Z Month, 2026-03-01T00:00:00Z, 0",
        "2026-03-29T10:00:00Z Month, 2026-04-01T00:00:00Z, 1",
        "2026-03-29T10:00:00Z Year, 2025-12-31T23:59:59Z, -1",
        "2026-03-29T10:00:00Z Year, 2026-12-31T23:59:59Z, 0",
        "2026-03-29T10:20:30Z Hour, 2026-03-29T10:59:59Z, 0",
        "2026-03-29T10:20:30Z Minute, 2026-03-29T10:21:00Z, 1",
        "2026-03-29T10:20:30Z Second, 2026-03-29T10:20:30.900Z, 0",
        "2026-03-29T10:20:30Z Second, 2026-03-29T10:20:29.999Z, -1"
    })
    void a_date_is_before_on_or_after_in_the_exactness_that_is_asked_for(
            String wanted, String date, int place) {
        assertThat(holds(SearchQuery::internalDateBefore, wanted, date)).isEqualTo(place < 0);
        assertThat(holds(SearchQuery::internalDateOn, wanted, date)).isEqualTo(place == 0);
        assertThat(holds(SearchQuery::internalDateAfter, wanted, date)).isEqualTo(place > 0);
    }
}
