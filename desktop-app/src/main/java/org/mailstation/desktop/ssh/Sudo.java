package org.mailstation.desktop.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.Secret;
import org.mailstation.desktop.work.FailureException;

/**
 * Runs programs as the administrator of the NAS: directly where the user is root, else by {@code
 * sudo}. The password goes over standard input, and only when {@code sudo} really asks, which it
 * shows by a prompt of our own: a password that nobody reads would end up in the input of the
 * program. A line on standard output shows that the program itself has begun.
 */
public final class Sudo {
    private static final String ASKS = "mail-station:sudo-asks:";
    private static final String BEGINS = "mail-station:begins";
    private static final Duration SHORT = Duration.ofSeconds(20);

    private final SshConnection connection;
    private final ConnectDialogue dialogue;
    private @Nullable Secret password;
    private @Nullable Boolean root;

    /**
     * @param credentials those of the sign-in; a password among them is tried before the person is
     *     asked
     */
    public Sudo(SshConnection connection, SshCredentials credentials, ConnectDialogue dialogue) {
        this.connection = connection;
        this.dialogue = dialogue;
        this.password =
                credentials instanceof SshCredentials.Password(Secret secret) ? secret : null;
    }

    /**
     * Starts a program as the administrator.
     *
     * @throws FailureException with {@link SshFailure.NoSudoRight}, {@link
     *     SshFailure.WrongSudoPassword} or {@link SshFailure.ConnectionLost}
     */
    public synchronized RemoteProcess start(List<String> words) throws FailureException {
        if (isRoot()) {
            return connection.start(words);
        }
        List<String> line =
                new ArrayList<>(List.of("env", "LC_ALL=C", "sudo", "-S", "-p", ASKS, "--"));
        line.addAll(Shell.script("printf '%s\\n' \"$1\"; shift; exec \"$@\"", BEGINS));
        line.addAll(words);
        Questions questions = new Questions();
        RemoteProcess process = connection.start(line, new Prompt(ASKS, questions::next));
        try {
            if (!begins(process.stdout())) {
                int status = process.await(SHORT);
                throw new FailureException(refusal(status, process.complaints(), questions));
            }
        } catch (IOException e) {
            process.close();
            throw new FailureException(
                    new SshFailure.ConnectionLost(connection.target().host()), e);
        } catch (FailureException e) {
            process.close();
            throw e;
        }
        password = questions.last == null ? password : questions.last;
        return process;
    }

    /** Runs a short command without input as the administrator, and waits for it. */
    public Ran run(List<String> words, Duration atMost) throws FailureException {
        try (RemoteProcess process = start(words)) {
            return process.finish(atMost);
        }
    }

    private boolean isRoot() throws FailureException {
        if (root == null) {
            root = connection.run(List.of("id", "-u"), SHORT).output().equals("0");
        }
        return root;
    }

    private static boolean begins(InputStream stdout) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int one = stdout.read(); one >= 0; one = stdout.read()) {
            if (one != '\n') {
                line.append((char) one);
            } else if (line.toString().endsWith(BEGINS)) {
                return true;
            } else {
                // A login script may greet first.
                line.setLength(0);
            }
        }
        return false;
    }

    private SshFailure refusal(int status, String said, Questions questions) {
        String user = connection.target().user();
        String lower = said.toLowerCase(Locale.ROOT);
        boolean never =
                status == 127
                        || lower.contains("not in the sudoers file")
                        || lower.contains("not allowed to")
                        || lower.contains("may not run sudo")
                        || lower.contains("must have a tty");
        return !never && questions.asked > 0
                ? new SshFailure.WrongSudoPassword(user)
                : new SshFailure.NoSudoRight(user);
    }

    /** The passwords for one call: the known one first, then what the person says. */
    private final class Questions {
        private int asked;
        private boolean askedPerson;
        private @Nullable Secret last;

        private synchronized Optional<Secret> next() {
            asked++;
            Secret known = password;
            Optional<Secret> answer;
            if (asked == 1 && known != null) {
                answer = Optional.of(known);
            } else {
                answer = dialogue.sudoPassword(connection.target(), askedPerson);
                askedPerson = true;
            }
            last = answer.orElse(null);
            return answer;
        }
    }
}
