package org.mailstation.desktop.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailstation.bounce.Bounces;
import org.mailstation.bounce.Explanation;
import org.mailstation.bounce.Reading;
import org.mailstation.desktop.flow.Explained;
import org.mailstation.desktop.flow.ReturnedLetters;
import org.mailstation.desktop.remote.Nas;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.remote.StationProfile;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.text.Text;
import org.mailstation.words.BounceWords;
import org.mailstation.words.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Why did a letter come back? */
@Command(
        name = "explain",
        description =
                "Says of a letter that came back who refused it, why, whose matter that is, whether it is tried again, and what to do; together with what the station's log knows of it. Works without a station, too.",
        mixinStandardHelpOptions = true)
final class ExplainCommand extends Subcommand {
    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "the returned letter as a file (.eml), or a text copied from it; - reads standard input; of several files each is explained for itself")
    private List<String> files = List.of();

    @Option(
            names = "--json",
            description = "everything, as JSON; of several files a list, each with its name")
    private boolean json;

    @Option(names = "--no-log", description = "do not ask the station")
    private boolean noLog;

    @Mixin private SignInOptions signIn = new SignInOptions();

    /**
     * A file and what is in it.
     *
     * @param reading {@code null}: it cannot be read
     */
    private record Given(String name, @Nullable Reading reading) {}

    @Override
    Exit run() throws FailureException {
        signIn.readPassword(terminal());
        List<Given> all = new ArrayList<>();
        for (String file : files) {
            all.add(new Given(file, read(file)));
        }
        if (all.stream().allMatch(one -> one.reading() == null)) {
            throw CliFailure.because(
                    Exit.NOT_FOUND, "cli.explain.unreadable", String.join(", ", files));
        }
        List<Explained> found = explain(all);
        boolean alone = found.size() == 1;
        terminal().answer(alone ? alone(found.getFirst()) : found, json, () -> lines(found, alone));
        return found.stream().allMatch(ExplainCommand::isReturned) ? Exit.OK : Exit.ATTENTION;
    }

    private static Object alone(Explained one) {
        return Objects.requireNonNull(one.found());
    }

    private static boolean isReturned(Explained one) {
        return one.found() != null && one.found().isReturned();
    }

    private static List<String> lines(List<Explained> found, boolean alone) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Explained one = found.get(i);
            if (!alone) {
                lines.add(Text.of("bounce.file", i + 1, found.size(), one.name()).words());
            }
            Text problem = one.problem();
            if (problem != null) {
                lines.add(problem.words());
            } else {
                lines.addAll(
                        BounceWords.lines(
                                Objects.requireNonNull(one.found()), ZoneId.systemDefault()));
            }
            if (!alone) {
                lines.add("");
            }
        }
        return lines;
    }

    private @Nullable Reading read(String file) {
        try {
            if (file.equals("-")) {
                return Bounces.read(terminal().in());
            }
            try (InputStream in = Files.newInputStream(Path.of(file))) {
                return Bounces.read(in);
            }
        } catch (IOException | InvalidPathException e) {
            return null;
        }
    }

    private List<Explained> explain(List<Given> all) {
        boolean none = all.stream().noneMatch(one -> one.reading() instanceof Reading.Returned);
        if (noLog || none) {
            return without(all, "bounce.log.not-wanted");
        }
        try {
            Optional<StationProfile> profile = program().parts().profiles().load();
            if (profile.isEmpty()) {
                return without(all, "bounce.log.no-station");
            }
            // a script that only wants to know what a letter says need not know the password
            if (!signIn.canSignIn(terminal(), profile.get())) {
                return without(all, "bounce.log.no-login");
            }
            return asking(all, profile.get());
        } catch (IOException e) {
            return without(all, "bounce.log.no-station");
        }
    }

    private static List<Explained> without(List<Given> all, String why, Object... args) {
        Text text = Text.of(why, args);
        return all.stream()
                .map(one -> explained(one, reading -> ReturnedLetters.explain(reading, text)))
                .toList();
    }

    private List<Explained> asking(List<Given> all, StationProfile profile) {
        try (Nas nas = signIn.signIn(program(), profile, "");
                Station station = nas.station()) {
            List<Explained> found = new ArrayList<>();
            for (Given one : all) {
                found.add(
                        explained(
                                one,
                                reading ->
                                        ReturnedLetters.explain(
                                                reading, station, Cancellation.never())));
            }
            return found;
        } catch (FailureException e) {
            return without(all, "bounce.log.not-asked", e.failure().text().words());
        }
    }

    /** What a letter means, together with what may be known of it elsewhere. */
    private interface Meaning<E extends Exception> {
        Explanation of(Reading reading) throws E;
    }

    private static <E extends Exception> Explained explained(Given one, Meaning<E> meaning)
            throws E {
        Reading reading = one.reading();
        return reading == null
                ? Explained.unreadable(one.name())
                : new Explained(one.name(), meaning.of(reading), null);
    }
}
