package org.mailstation.desktop.draft;

import java.util.List;
import org.mailstation.config.Relay;

/**
 * A relay that many use, as its operator says how to reach it.
 *
 * @param name for people
 */
public record RelayPreset(String name, String host, int port, Relay.Security security) {

    /** By name. */
    public static final List<RelayPreset> ALL =
            List.of(
                    starttls("Brevo", "smtp-relay.brevo.com"),
                    tls("Fastmail", "smtp.fastmail.com"),
                    tls("Gandi", "mail.gandi.net"),
                    starttls("Google (Gmail)", "smtp.gmail.com"),
                    starttls("Google Workspace", "smtp-relay.gmail.com"),
                    starttls("mailbox.org", "smtp.mailbox.org"),
                    starttls("Mailgun", "smtp.mailgun.org"),
                    starttls("Mailjet", "in-v3.mailjet.com"),
                    starttls("Microsoft 365", "smtp.office365.com"),
                    tls("Migadu", "smtp.migadu.com"),
                    starttls("Postmark", "smtp.postmarkapp.com"),
                    starttls("SendGrid", "smtp.sendgrid.net"),
                    starttls("SMTP2GO", "mail.smtp2go.com"));

    private static RelayPreset starttls(String name, String host) {
        return new RelayPreset(name, host, 587, Relay.Security.STARTTLS);
    }

    private static RelayPreset tls(String name, String host) {
        return new RelayPreset(name, host, 465, Relay.Security.TLS);
    }
}
