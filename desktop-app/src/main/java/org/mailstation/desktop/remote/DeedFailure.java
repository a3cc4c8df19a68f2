package org.mailstation.desktop.remote;

import org.mailstation.desktop.work.Failure;
import org.mailstation.text.Text;

/**
 * Something could not be put right on the NAS.
 *
 * @param said by the NAS, in technical words; may be empty
 */
public record DeedFailure(Text text, String said) implements Failure {
    @Override
    public String code() {
        return "nas.not-done";
    }
}
