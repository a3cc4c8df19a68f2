package org.mailstation.check.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailstation.check.Landmarks;
import org.mailstation.check.LandmarksFile;
import org.mailstation.config.Parsed;
import org.mailstation.config.Problem;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.text.Text;

/**
 * The file that replaces the usual places on the Internet, as it is now.
 *
 * @param text empty if there is none, or none that can be used
 * @param finding why it cannot be used, or {@code null}
 */
public record LandmarksOnDisk(String text, @Nullable Finding finding) {
    /**
     * @param vantage whose disk that is
     */
    public static LandmarksOnDisk read(Path file, Vantage vantage, Instant now) {
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException usual) {
            return new LandmarksOnDisk("", null);
        } catch (IOException unreadable) {
            return faulty(file, vantage, unreadable.getClass().getSimpleName(), now);
        }
        return switch (LandmarksFile.read(text)) {
            case Parsed.Valid<Landmarks> _ -> new LandmarksOnDisk(text, null);
            case Parsed.Invalid<Landmarks>(List<Problem> problems) ->
                    faulty(file, vantage, words(problems), now);
        };
    }

    /** What it says; without it the usual places. */
    public Landmarks landmarks() {
        return LandmarksFile.read(text) instanceof Parsed.Valid<Landmarks>(Landmarks read)
                ? read
                : Landmarks.INTERNET;
    }

    private static String words(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.field() + ": " + problem.text().words())
                .collect(Collectors.joining(" "));
    }

    private static LandmarksOnDisk faulty(Path file, Vantage vantage, String why, Instant now) {
        Evidence evidence = new Evidence(vantage, file.toString(), why, now);
        Finding finding =
                new Observation("landmarks", Hop.DAEMON, List.of(evidence))
                        .warn(Severity.WARNING, Text.of("landmarks.faulty", file, why), null);
        return new LandmarksOnDisk("", finding);
    }
}
