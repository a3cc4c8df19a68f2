package org.mailstation.lan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementTest {
    private static Optional<Element> parse(String xml) {
        return Element.parse(xml.getBytes(UTF_8));
    }

    @Test
    void elements_are_found_by_name_whatever_their_prefix() {
        Element root =
                parse(
                                "<s:a xmlns:s='urn:x'><b> one </b><c><b>two</b></c><b><![CDATA[3]]></b></s:a>")
                        .orElseThrow();
        assertThat(root.name()).isEqualTo("a");
        assertThat(root.textOf("b")).isEqualTo("one");
        assertThat(root.textOf("nothing")).isEmpty();
        assertThat(root.all("b").map(Element::text)).containsExactly("one", "two", "3");
        assertThat(root.all("a")).containsExactly(root);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no xml",
                "<a>",
                "<a/><b/>",
                "<!DOCTYPE a><a/>",
                "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
                "<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/a.dtd'><a/>",
                "<a>&unknown;</a>",
            })
    void what_is_not_well_formed_or_brings_a_grammar_is_refused(String xml) {
        assertThat(parse(xml)).isEmpty();
    }

    @Test
    void what_nests_without_end_is_refused() {
        assertThat(parse("<a>".repeat(40) + "</a>".repeat(40))).isEmpty();
        assertThat(parse("<a>".repeat(30) + "</a>".repeat(30))).isPresent();
        assertThat(List.of(parse("<a/>")))
                .containsExactly(Optional.of(new Element("a", "", List.of())));
    }
}
