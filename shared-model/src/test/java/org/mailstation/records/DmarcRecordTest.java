package org.mailstation.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DmarcRecordTest {
    private static final String FIRST = "v=DMARC1; p=none; rua=mailto:postmaster@example.org";

    @Test
    void a_domain_without_one_begins_with_reports_only() {
        assertThat(DmarcRecord.wanted("example.org", List.of())).isEqualTo(FIRST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v=DMARC1; p=reject",
                "v=DMARC1;p=Quarantine;sp=none;adkim=s;aspf=r;pct=50;fo=1:d:s;ri=86400;rf=afrf",
                "v=DMARC1; p=none; rua=mailto:a@b.example!10m, https://c.example/x; later=yes;"
            })
    void one_that_is_good_stays_however_strict(String record) {
        assertThat(DmarcRecord.faults(record)).isEmpty();
        assertThat(DmarcRecord.wanted("example.org", List.of(record))).isEqualTo(record);
    }

    @ParameterizedTest
    @CsvSource({
        "v=DMARC1,                                  p",
        "v=DMARC1; p=nothing,                       p",
        "p=none; v=DMARC1,                          v",
        "v=dmarc1; p=none,                          v",
        "v=DMARC1; p=none; rua=postmaster@a.example, rua",
        "v=DMARC1; p=none; pct=101,                 pct",
        "v=DMARC1; p=none; adkim=strict,            adkim",
        "v=DMARC1; p=none; sp=,                     sp",
        "v=DMARC1 p=none,                           'p,v'",
    })
    void each_mistake_is_named(String record, String faults) {
        assertThat(String.join(",", DmarcRecord.faults(record))).isEqualTo(faults);
        assertThat(DmarcRecord.wanted("example.org", List.of(record))).isEqualTo(FIRST);
    }

    @Test
    void two_of_them_become_one() {
        assertThat(
                        DmarcRecord.wanted(
                                "example.org", List.of("v=DMARC1; p=none", "v=DMARC1; p=reject")))
                .isEqualTo(FIRST);
    }

    @Test
    void each_step_of_the_ramp_names_the_next() {
        assertThat(DmarcRecord.why("v=DMARC1; p=Quarantine").key())
                .isEqualTo("records.why.dmarc.quarantine");
    }

    @Test
    void the_domains_of_all_reports_are_found() {
        assertThat(
                        DmarcRecord.reportDomains(
                                "v=DMARC1; p=none; rua=mailto:a@B.example!5m,https://c.example/;"
                                        + " ruf=mailto:x@d.example"))
                .containsExactly("b.example", "d.example");
    }
}
