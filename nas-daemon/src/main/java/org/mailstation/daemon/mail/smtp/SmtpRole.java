package org.mailstation.daemon.mail.smtp;

/** What an SMTP listener is for. */
public enum SmtpRole {
    /** letters from other servers to people here; nobody signs in */
    INCOMING,
    /** letters of people here, who sign in under TLS first */
    SUBMISSION
}
