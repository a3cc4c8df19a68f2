package org.mailstation.desktop.install;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version in the name of a file that Mail Station comes in.
 *
 * @param version as it is written, for example {@code 1.4.0} or {@code 1.4.0-SNAPSHOT}
 */
public record ReleaseName(String version) implements Comparable<ReleaseName> {
    private static final String NUMBERS = "(\\d+(?:\\.\\d+)*(?:-SNAPSHOT)?)";

    /** As packages for NAS and PC are called: {@code mailstation-1.4.0-linux-x86_64.tar.gz}. */
    private static final Pattern FILE =
            Pattern.compile("mail-?station[-_]" + NUMBERS + "[-_.].*", Pattern.CASE_INSENSITIVE);

    private static final Pattern WRITTEN = Pattern.compile(NUMBERS);
    private static final String NOT_YET = "-SNAPSHOT";

    /** From the name of a file; empty if it is none of ours. */
    public static Optional<ReleaseName> of(String file) {
        Matcher match = FILE.matcher(file);
        return match.matches() ? Optional.of(new ReleaseName(match.group(1))) : Optional.empty();
    }

    /** Whether this is newer; never, if the other one is not written like a version. */
    public boolean isNewerThan(String other) {
        return WRITTEN.matcher(other).matches() && compareTo(new ReleaseName(other)) > 0;
    }

    /** Number by number; what was made on the way to a version is older than it. */
    @Override
    public int compareTo(ReleaseName other) {
        List<Integer> mine = numbers();
        List<Integer> others = other.numbers();
        for (int i = 0; i < Math.max(mine.size(), others.size()); i++) {
            int difference = Integer.compare(at(mine, i), at(others, i));
            if (difference != 0) {
                return difference;
            }
        }
        return Boolean.compare(other.version.endsWith(NOT_YET), version.endsWith(NOT_YET));
    }

    private static int at(List<Integer> numbers, int index) {
        return index < numbers.size() ? numbers.get(index) : 0;
    }

    private List<Integer> numbers() {
        return Arrays.stream(version.replace(NOT_YET, "").split("\\.", -1))
                .map(ReleaseName::number)
                .toList();
    }

    /** A number that no version has is larger than all. */
    private static int number(String digits) {
        return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }
}
