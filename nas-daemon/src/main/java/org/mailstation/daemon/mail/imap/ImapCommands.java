package org.mailstation.daemon.mail.imap;

import java.util.Map;
import org.apache.james.events.EventBus;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.message.request.CompressRequest;
import org.apache.james.imap.message.request.CopyRequest;
import org.apache.james.imap.message.request.ExamineRequest;
import org.apache.james.imap.message.request.FetchRequest;
import org.apache.james.imap.message.request.IdleRequest;
import org.apache.james.imap.message.request.ListRequest;
import org.apache.james.imap.message.request.MoveRequest;
import org.apache.james.imap.message.request.SelectRequest;
import org.apache.james.imap.message.request.StoreRequest;
import org.apache.james.imap.message.response.UnpooledStatusResponseFactory;
import org.apache.james.imap.processor.main.DefaultImapProcessorFactory;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.SubscriptionManager;
import org.apache.james.mailbox.store.quota.QuotaComponents;
import org.apache.james.metrics.api.MetricFactory;
import org.mailstation.daemon.store.MailStore;

/** James's answers to IMAP commands. */
public final class ImapCommands {
    private ImapCommands() {}

    public static ImapProcessor over(
            MailboxManager mailboxes,
            MailStore store,
            EventBus events,
            SubscriptionManager subscriptions,
            QuotaComponents quota,
            MetricFactory metrics) {
        var words = new UnpooledStatusResponseFactory();
        ImapProcessor james =
                DefaultImapProcessorFactory.createDefaultProcessor(
                        mailboxes,
                        events,
                        subscriptions,
                        quota.getQuotaManager(),
                        quota.getQuotaRootResolver(),
                        metrics);
        ImapProcessor ours =
                new OwnCommands(
                        james,
                        Map.of(
                                CompressRequest.class, new Compressing(words),
                                CopyRequest.class,
                                        new Passing<>(
                                                CopyRequest.class,
                                                false,
                                                mailboxes,
                                                words,
                                                metrics),
                                ExamineRequest.class, new Selecting(james, store),
                                FetchRequest.class, new Fetching(mailboxes, store, words, metrics),
                                IdleRequest.class, new Idling(mailboxes, words, metrics),
                                ListRequest.class,
                                        new FolderList(mailboxes, words, metrics, subscriptions),
                                MoveRequest.class,
                                        new Passing<>(
                                                MoveRequest.class, true, mailboxes, words, metrics),
                                SelectRequest.class, new Selecting(james, store),
                                StoreRequest.class, new Storing(mailboxes, words, metrics)));
        return new Farewell(new Answered(new HouseRules(ours, words), words), words);
    }
}
