package org.mailstation.desktop.ssh;

import java.util.List;
import net.schmizz.sshj.userauth.method.ChallengeResponseProvider;
import net.schmizz.sshj.userauth.password.Resource;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.Secret;

/**
 * Answers the questions of keyboard-interactive (RFC 4256 3.3): the first hidden one with the
 * password, all others by asking the person.
 */
final class Answers implements ChallengeResponseProvider {
    private @Nullable Secret password;
    private final ConnectDialogue dialogue;

    Answers(@Nullable Secret password, ConnectDialogue dialogue) {
        this.password = password;
        this.dialogue = dialogue;
    }

    @Override
    public List<String> getSubmethods() {
        return List.of();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void init(Resource resource, String name, String instruction) {}

    @Override
    public char[] getResponse(String prompt, boolean echo) {
        Secret known = password;
        if (known != null && !echo) {
            password = null;
            return known.reveal().toCharArray();
        }
        return dialogue.answer(prompt, echo).orElse(new Secret("")).reveal().toCharArray();
    }

    @Override
    public boolean shouldRetry() {
        return false;
    }
}
