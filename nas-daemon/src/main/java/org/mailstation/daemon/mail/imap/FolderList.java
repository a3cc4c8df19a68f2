package org.mailstation.daemon.mail.imap;

import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.DefaultMailboxTyper;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.MailboxType;
import org.apache.james.imap.message.request.ListRequest;
import org.apache.james.imap.processor.ListProcessor;
import org.apache.james.imap.processor.StatusProcessor;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.SubscriptionManager;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.metrics.api.MetricFactory;

/**
 * James's LIST, which also tells what a mailbox is for when nobody asks (RFC 6154 2 allows it):
 * phones find Sent, Drafts, Trash and Junk by it, but only few ask.
 */
final class FolderList extends ListProcessor<ListRequest> {
    FolderList(
            MailboxManager mailboxes,
            StatusResponseFactory words,
            MetricFactory metrics,
            SubscriptionManager subscriptions) {
        super(
                mailboxes,
                words,
                metrics,
                subscriptions,
                new StatusProcessor(mailboxes, words, metrics),
                new DefaultMailboxTyper());
    }

    @Override
    protected MailboxType getMailboxType(
            ListRequest request, ImapSession session, MailboxPath path) {
        return mailboxTyper.getMailboxType(session, path);
    }
}
