package org.mailstation.desktop.flow;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mailstation.control.Secret;
import org.mailstation.desktop.ssh.ConnectDialogue;
import org.mailstation.desktop.ssh.HostKey;
import org.mailstation.desktop.ssh.SshTarget;

/**
 * Turns the questions of a sign-in into pages. What opened a key file or {@code sudo} once is
 * remembered while the program runs, so that a connection lost at night can be made again without
 * anybody there.
 */
final class Conversation implements ConnectDialogue {

    private final Map<String, Secret> known = new ConcurrentHashMap<>();
    private final Desk desk;

    Conversation(Desk desk) {
        this.desk = desk;
    }

    @Override
    public boolean acceptHostKey(SshTarget target, HostKey key) {
        String address = new NasAddress(target.host(), target.port()).toString();
        return desk.askAboutKey(shown -> new SetupState.ConfirmingKey(address, shown), key);
    }

    @Override
    public Optional<Secret> passphrase(Path keyFile, boolean again) {
        return remembered(
                "key " + keyFile, again, new Question.Passphrase(keyFile.toString(), again));
    }

    @Override
    public Optional<Secret> answer(String question, boolean visible) {
        return desk.ask(new Question.Other(question, visible));
    }

    @Override
    public Optional<Secret> sudoPassword(SshTarget target, boolean again) {
        return remembered("sudo " + target, again, new Question.SudoPassword(target.user(), again));
    }

    private Optional<Secret> remembered(String what, boolean again, Question question) {
        Secret before = known.get(what);
        if (before != null && !again) {
            return Optional.of(before);
        }
        known.remove(what);
        Optional<Secret> given = desk.ask(question);
        given.ifPresent(secret -> known.put(what, secret));
        return given;
    }
}
