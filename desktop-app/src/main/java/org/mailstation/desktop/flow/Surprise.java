package org.mailstation.desktop.flow;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.mailstation.desktop.work.Failure;
import org.mailstation.text.Text;

/**
 * A failure that nobody foresaw.
 *
 * @param code short and the same for the same fault in the same version, to search for and to quote
 * @param details class names and places only: nobody promises that an exception's text holds no
 *     secret
 */
public record Surprise(String code, String details) implements Failure {

    private static final String OURS = "org.mailstation.";
    private static final int FRAMES = 12;

    /** Describes an exception. */
    public static Surprise of(Throwable fault) {
        StringBuilder details = new StringBuilder();
        for (Throwable t = fault; t != null; t = t.getCause()) {
            details.append(t.getClass().getName()).append('\n');
            details.append(
                    Arrays.stream(t.getStackTrace())
                            .limit(FRAMES)
                            .map(frame -> "  at " + frame + "\n")
                            .collect(Collectors.joining()));
        }
        return new Surprise("surprise." + fingerprint(fault), details.toString());
    }

    @Override
    public Text text() {
        return Text.of("flow.surprise", code);
    }

    /**
     * From the root cause's kind and the place in our own code, not from line numbers or texts,
     * which change too easily.
     */
    private static String fingerprint(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String place =
                Arrays.stream(fault.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith(OURS))
                        .findFirst()
                        .map(frame -> frame.getClassName() + "#" + frame.getMethodName())
                        .orElse("");
        return String.format(
                Locale.ROOT, "%06x", (root.getClass().getName() + place).hashCode() & 0xffffff);
    }
}
