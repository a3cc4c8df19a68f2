package org.mailstation.daemon.mail.imap;

import io.netty.channel.Channel;
import java.util.Optional;
import org.apache.james.imap.api.process.ImapSession.SessionId;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.imapserver.netty.NettyConstants;
import org.apache.james.imapserver.netty.NettyImapSession;
import org.apache.james.protocols.netty.Encryption;
import org.mailstation.daemon.mail.imap.fetch.BackPressure;
import org.mailstation.daemon.mail.net.Deflaters;
import org.mailstation.daemon.mail.net.Outgoing;
import reactor.core.publisher.Mono;

/**
 * James's session, in which no news of the selected mailbox gets lost, and the change to TLS is
 * over when the command is. In James the event loop writes the answer to STARTTLS while the
 * connection's thread may be flushing it too, so that a client sometimes gets it twice.
 */
final class StationImapSession extends NettyImapSession implements BackPressure {
    private final Channel channel;
    private final Deflaters deflaters;

    StationImapSession(Channel channel, Encryption encryption, SessionId id, Deflaters deflaters) {
        super(channel, encryption, false, true, true, id, Optional.empty());
        this.channel = channel;
        this.deflaters = deflaters;
    }

    /** Only of somebody who has signed in: strangers get no memory, and no password is packed. */
    @Override
    public boolean isCompressionSupported() {
        boolean signedIn =
                switch (getState()) {
                    case AUTHENTICATED, SELECTED -> true;
                    case NON_AUTHENTICATED, LOGOUT -> false;
                };
        return signedIn && isTLSActive() && !isCompressionActive() && deflaters.hasRoom();
    }

    @Override
    public boolean isCompressionActive() {
        return channel.pipeline().get(Deflaters.NAME) != null;
    }

    /** The answer is the last that goes out as it is (RFC 4978 3). */
    @Override
    public boolean startCompression(Runnable answer) {
        if (!isCompressionSupported()) {
            return false;
        }
        executeSafely(
                () -> {
                    answer.run();
                    deflaters.begin(channel.pipeline(), NettyConstants.SSL_HANDLER);
                });
        return true;
    }

    @Override
    public Mono<Void> selected(SelectedMailbox mailbox) {
        return super.selected(new LosslessSelection(mailbox, getMailboxSession()));
    }

    /** James would forget the mailbox before it has told it to listen no more. */
    @Override
    public Mono<Void> deselect() {
        SelectedMailbox selected = getSelected();
        Mono<Void> deselected = Mono.defer(super::deselect);
        return selected == null ? deselected : selected.deselect().then(deselected);
    }

    @Override
    public boolean awaitRoom() throws InterruptedException {
        Outgoing outgoing = channel.pipeline().get(Outgoing.class);
        return outgoing == null ? channel.isActive() : outgoing.awaitRoom(channel);
    }

    @Override
    public void breakOff() {
        var _ = channel.close();
    }

    @Override
    public void executeSafely(Runnable change) {
        if (channel.eventLoop().inEventLoop()) {
            change.run();
        } else {
            channel.eventLoop().submit(change).syncUninterruptibly();
        }
    }
}
