package org.mailstation.desktop.flow;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mailstation.config.Parsed;
import org.mailstation.config.Problem;
import org.mailstation.control.Secret;
import org.mailstation.desktop.ssh.SshCredentials;
import org.mailstation.text.Text;

/**
 * What the sign-in page holds.
 *
 * @param user login name on the NAS
 * @param byKey sign in with a key file instead of a password
 * @param password empty if {@code byKey}
 * @param keyFile path as typed or chosen
 */
public record SignInForm(String user, boolean byKey, Secret password, String keyFile) {

    public static final String USER = "user";
    public static final String PASSWORD = "password";
    public static final String KEY_FILE = "key-file";

    public static final SignInForm EMPTY = new SignInForm("", false, new Secret(""), "");

    /** How to prove who it is, or what is missing, by field. */
    public Parsed<SshCredentials> credentials() {
        List<Problem> problems = new ArrayList<>();
        if (user.isBlank()) {
            problems.add(new Problem(USER, 0, Text.of("flow.sign-in.no-user")));
        }
        if (!byKey) {
            if (password.reveal().isEmpty()) {
                problems.add(new Problem(PASSWORD, 0, Text.of("flow.sign-in.no-password")));
            }
            return problems.isEmpty()
                    ? new Parsed.Valid<>(new SshCredentials.Password(password))
                    : new Parsed.Invalid<>(problems);
        }
        if (keyFile.isBlank()) {
            problems.add(new Problem(KEY_FILE, 0, Text.of("flow.sign-in.no-key-file")));
            return new Parsed.Invalid<>(problems);
        }
        try {
            Path file = Path.of(keyFile.strip());
            return problems.isEmpty()
                    ? new Parsed.Valid<>(new SshCredentials.KeyFile(file))
                    : new Parsed.Invalid<>(problems);
        } catch (InvalidPathException notAPath) {
            problems.add(new Problem(KEY_FILE, 0, Text.of("flow.sign-in.key-file-form")));
            return new Parsed.Invalid<>(problems);
        }
    }
}
