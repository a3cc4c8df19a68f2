package org.mailstation.daemon.tls;

import org.mailstation.control.CertificateStatus;

/** What came of a look at the certificate on the disk. */
public sealed interface Renewal {
    /** It is the one in use, or is just being written. */
    record Same() implements Renewal {}

    /** It was another one, which new connections are shown from now on. */
    record Taken(CertificateStatus now) implements Renewal {}

    /** It is another one that would do harm: the one in use stays. */
    record Refused(Reason reason) implements Renewal {}

    /** Why a certificate cannot take the place of the one in use. */
    enum Reason {
        /** missing, not readable or damaged */
        UNREADABLE,
        OTHER_KEY,
        NOT_YET,
        EXPIRED,
        /** not for the station's name, for which the one in use is */
        OTHER_NAME
    }
}
