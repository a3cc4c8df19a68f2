package org.mailstation.daemon.mail;

import org.apache.james.mailbox.MailboxManager;
import org.mailstation.config.Service;
import org.mailstation.daemon.accounts.Logins;
import org.mailstation.daemon.filters.Filters;
import org.mailstation.daemon.mail.imap.ImapEngine;
import org.mailstation.daemon.mail.managesieve.SieveEngine;
import org.mailstation.daemon.mail.net.Listener;
import org.mailstation.daemon.mail.net.StationEncryption;
import org.mailstation.daemon.mail.pop3.Pop3Engine;
import org.mailstation.daemon.mail.smtp.SmtpContext;
import org.mailstation.daemon.mail.smtp.SmtpEngine;
import org.mailstation.daemon.mail.smtp.SmtpRole;
import org.mailstation.daemon.tls.StationTls;

/** What is spoken at each port. */
record Protocols(
        LiveConfig live,
        StationTls tls,
        SmtpContext smtp,
        ImapEngine imap,
        Logins logins,
        Filters filters,
        MailboxManager mailboxes,
        NoMetrics metrics) {

    Listener.Protocol of(Service service) {
        StationEncryption encryption = new StationEncryption(tls, !service.implicitTls());
        return switch (service) {
            case SMTP -> SmtpEngine.protocol(smtp, SmtpRole.INCOMING, encryption);
            case SUBMISSION, SUBMISSIONS ->
                    SmtpEngine.protocol(smtp, SmtpRole.SUBMISSION, encryption);
            case IMAP, IMAPS -> imap.protocol(encryption);
            case MANAGESIEVE -> SieveEngine.protocol(logins, filters, live::hostName, encryption);
            case POP3, POP3S -> Pop3Engine.protocol(mailboxes, metrics, live::hostName, encryption);
        };
    }
}
