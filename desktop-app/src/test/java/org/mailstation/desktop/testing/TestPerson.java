package org.mailstation.desktop.testing;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.mailstation.control.Secret;
import org.mailstation.desktop.ssh.ConnectDialogue;
import org.mailstation.desktop.ssh.HostKey;
import org.mailstation.desktop.ssh.SshTarget;

/** A person who answers as told, and remembers what he was asked. */
public final class TestPerson implements ConnectDialogue {
    private final boolean trusts;
    private final Deque<String> answers = new ArrayDeque<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    private TestPerson(boolean trusts, String... answers) {
        this.trusts = trusts;
        this.answers.addAll(List.of(answers));
    }

    /**
     * Trusts every host key, and gives these answers in turn to whatever else is asked; after the
     * last one he gives up.
     */
    public static TestPerson trusting(String... answers) {
        return new TestPerson(true, answers);
    }

    public static TestPerson suspicious() {
        return new TestPerson(false);
    }

    public List<String> asked() {
        return asked;
    }

    @Override
    public boolean acceptHostKey(SshTarget target, HostKey key) {
        asked.add("host key " + key.fingerprint());
        return trusts;
    }

    @Override
    public Optional<Secret> passphrase(Path keyFile, boolean again) {
        return answer("passphrase" + (again ? " again" : ""));
    }

    @Override
    public Optional<Secret> answer(String question, boolean visible) {
        return answer(question);
    }

    @Override
    public Optional<Secret> sudoPassword(SshTarget target, boolean again) {
        return answer("sudo" + (again ? " again" : ""));
    }

    private Optional<Secret> answer(String question) {
        asked.add(question);
        return Optional.ofNullable(answers.poll()).map(Secret::new);
    }
}
