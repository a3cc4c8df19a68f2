package org.mailstation.desktop.discovery;

import org.mailstation.text.Text;
import org.mailstation.text.Words;

/** What kind of device was found; the more certain first. */
public enum Kind {
    SYNOLOGY,
    QNAP,
    TRUENAS,
    OPENMEDIAVAULT,
    /** Nobody's NAS in particular: a computer that answers by SSH. */
    LINUX;

    /** Its name for people. */
    public Text text() {
        return Text.of("discover.kind." + Words.of(this));
    }
}
