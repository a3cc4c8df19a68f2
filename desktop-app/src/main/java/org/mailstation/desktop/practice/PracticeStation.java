package org.mailstation.desktop.practice;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.Secret;
import org.mailstation.desktop.cli.Parts;
import org.mailstation.desktop.cli.PracticeRunner;
import org.mailstation.desktop.cli.Terminal;
import org.mailstation.desktop.install.InstallPlace;
import org.mailstation.desktop.remote.NasGateway;
import org.mailstation.desktop.remote.StationProfile;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.text.Text;
import org.mailstation.words.Exit;

/**
 * The practice station, see {@link PracticeRunner}. It uses the same connector, installer and
 * conversation as the real thing, only another address, place and profile.
 */
public final class PracticeStation implements PracticeRunner {
    private final Programs programs;

    /** The whole program, at another place. */
    public interface Programs {
        /**
         * @param folder of its settings
         * @param nas where it installs
         * @param way what is put around its way to a NAS
         */
        Parts at(Path folder, InstallPlace nas, UnaryOperator<NasGateway> way);
    }

    public PracticeStation(Programs programs) {
        this.programs = programs;
    }

    @Override
    public int run(Terminal terminal, @Nullable Path folder, boolean keep, @Nullable Show show)
            throws FailureException {
        Secret password = password();
        try (PracticeHome home = PracticeHome.open(folder, keep, password, Clock.systemUTC())) {
            say(terminal, "practice.begin", home.folder());
            Parts program =
                    programs.at(
                            home.folder(),
                            new InstallPlace.Folder(home.nas().toString()),
                            way -> new PracticeGateway(way, home.outside().port()));
            SshTarget target = new SshTarget(PracticeSsh.HOST, home.sshPort(), PracticeSsh.USER);
            program.profiles().save(new StationProfile(target, ""));
            Optional<Callable<Integer>> window =
                    show == Show.TERMINAL ? Optional.empty() : program.window().ifDisplay();
            int exit;
            if (window.isPresent()) {
                say(terminal, "practice.window", target.host(), target.port(), target.user());
                // for this one run, and only on loopback: the person has to type it
                say(terminal, "practice.window.password", password.reveal());
                exit = window.get().call();
            } else if (show == Show.WINDOW) {
                say(terminal, "cli.no-display");
                exit = Exit.NO_DISPLAY.code();
            } else {
                new PracticeJourney(terminal.out(), program.gateway(), home, Clock.systemUTC())
                        .walk(target, password);
                exit = Exit.OK.code();
            }
            say(terminal, keep ? "practice.kept" : "practice.removed", home.folder());
            return exit;
        } catch (FailureException expected) {
            throw expected;
        } catch (Exception failure) {
            terminal.err()
                    .println(
                            Text.of("practice.failed", String.valueOf(failure.getMessage()))
                                    .words());
            return Exit.SURPRISE.code();
        }
    }

    private static void say(Terminal terminal, String key, Object... args) {
        // a port is a name here, not an amount: 2222 and not 2,222
        String[] words = java.util.Arrays.stream(args).map(String::valueOf).toArray(String[]::new);
        terminal.out().println(Text.of(key, (Object[]) words).words());
    }

    /** Nobody else on this computer may come in by the practice's door. */
    private static Secret password() {
        byte[] bytes = new byte[6];
        new SecureRandom().nextBytes(bytes);
        return new Secret(HexFormat.of().formatHex(bytes));
    }

    /** Something in the practice that did not come out as it should. */
    static IOException unexpected(String what) {
        return new IOException(what);
    }
}
