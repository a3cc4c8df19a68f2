package org.mailstation.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionTest {
    @Test
    void nothing_named_is_everything() {
        assertThat(Selection.EVERYTHING.of(Checks.ALL)).isEqualTo(Checks.ALL);
    }

    @Test
    void a_name_is_one_check_and_a_beginning_is_several() {
        Selection mx = new Selection(List.of("dns.mx"));
        assertThat(mx.of(Checks.ALL)).extracting(Check::name).containsExactly("dns.mx");
        assertThat(mx.wants("dns.mx:example.org")).isTrue();
        assertThat(mx.wants("dns.mxx")).isFalse();
        assertThat(new Selection(List.of("dns")).of(Checks.ALL)).hasSizeGreaterThan(3);
        assertThat(new Selection(List.of("listener")).wants("listener.smtp")).isTrue();
    }

    @Test
    void one_of_several_things_needs_its_check() {
        Selection one = new Selection(List.of("dns.mx:example.org"));
        assertThat(one.of(Checks.ALL)).extracting(Check::name).containsExactly("dns.mx");
    }

    @Test
    void what_is_not_there_is_nothing() {
        assertThat(new Selection(List.of("nonsense", "")).of(Checks.ALL)).isEmpty();
    }
}
