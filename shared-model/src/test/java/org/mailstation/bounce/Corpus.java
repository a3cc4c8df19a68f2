package org.mailstation.bounce;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The returned letters in the shape of many systems, and what is right to say of each. */
final class Corpus {
    /**
     * @param wanted a line a recipient: whom, who, provider, cause, list, whether again
     */
    record Case(String file, List<List<String>> wanted) {
        @Override
        public String toString() {
            return file;
        }
    }

    private Corpus() {}

    static List<Case> all() {
        Map<String, List<List<String>>> cases = new LinkedHashMap<>();
        new String(octets("expected.tsv"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> List.of(line.split("\t")))
                .forEach(
                        cells ->
                                cases.computeIfAbsent(cells.getFirst(), _ -> new ArrayList<>())
                                        .add(
                                                cells.subList(1, cells.size()).stream()
                                                        .map(cell -> cell.equals("-") ? "" : cell)
                                                        .toList()));
        return cases.entrySet().stream()
                .map(one -> new Case(one.getKey(), one.getValue()))
                .toList();
    }

    static byte[] octets(String file) {
        try (InputStream in = Objects.requireNonNull(Corpus.class.getResourceAsStream(file))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reading.Returned returned(String file) {
        return (Reading.Returned) Bounces.read(octets(file));
    }
}
