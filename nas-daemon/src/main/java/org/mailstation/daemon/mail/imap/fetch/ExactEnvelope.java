package org.mailstation.daemon.mail.imap.fetch;

import java.util.Arrays;
import org.apache.james.imap.message.response.FetchResponse;
import org.apache.james.imap.message.response.FetchResponse.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * An envelope (RFC 3501 7.4.2) whose names are what they mean. James gives them in the quotes of a
 * letter's header, and its encoder then quotes these quotes. Letters beyond ASCII are told in
 * {@link PlainWords}.
 */
public record ExactEnvelope(Envelope james) implements Envelope {
    /** The same answer with such an envelope, and structures of that kind, if they are in it. */
    public static FetchResponse in(FetchResponse fetched) {
        return in(fetched, fetched.getEnvelope());
    }

    /**
     * @param envelope instead of the one in it
     */
    static FetchResponse in(FetchResponse fetched, @Nullable Envelope envelope) {
        return new FetchResponse(
                fetched.getMessageNumber(),
                fetched.getFlags(),
                fetched.getUid(),
                fetched.getSaveDate(),
                fetched.getModSeq(),
                fetched.getInternalDate(),
                fetched.getSize(),
                envelope == null ? null : new ExactEnvelope(envelope),
                ExactStructure.of(fetched.getBody()),
                ExactStructure.of(fetched.getBodyStructure()),
                fetched.getElements(),
                fetched.getEmailId(),
                fetched.getThreadId());
    }

    private static Address @Nullable [] exact(Address @Nullable [] addresses) {
        return addresses == null
                ? null
                : Arrays.stream(addresses).map(ExactAddress::new).toArray(Address[]::new);
    }

    @Override
    public Address @Nullable [] getFrom() {
        return exact(james.getFrom());
    }

    @Override
    public Address @Nullable [] getSender() {
        return exact(james.getSender());
    }

    @Override
    public Address @Nullable [] getReplyTo() {
        return exact(james.getReplyTo());
    }

    @Override
    public Address @Nullable [] getTo() {
        return exact(james.getTo());
    }

    @Override
    public Address @Nullable [] getCc() {
        return exact(james.getCc());
    }

    @Override
    public Address @Nullable [] getBcc() {
        return exact(james.getBcc());
    }

    @Override
    public @Nullable String getDate() {
        return james.getDate();
    }

    @Override
    public @Nullable String getSubject() {
        return PlainWords.of(james.getSubject());
    }

    @Override
    public @Nullable String getInReplyTo() {
        return PlainWords.of(james.getInReplyTo());
    }

    @Override
    public @Nullable String getMessageId() {
        return PlainWords.of(james.getMessageId());
    }

    private record ExactAddress(Address james) implements Address {
        @Override
        public @Nullable String getPersonalName() {
            return PlainWords.ofName(unquoted(james.getPersonalName()));
        }

        @Override
        public @Nullable String getAtDomainList() {
            return james.getAtDomainList();
        }

        @Override
        public @Nullable String getMailboxName() {
            return PlainWords.of(james.getMailboxName());
        }

        @Override
        public @Nullable String getHostName() {
            return PlainWords.ofHost(james.getHostName());
        }

        private static @Nullable String unquoted(@Nullable String name) {
            if (name == null || name.length() < 2) {
                return name;
            }
            return name.startsWith("\"") && name.endsWith("\"")
                    ? name.substring(1, name.length() - 1).replaceAll("\\\\(.)", "$1")
                    : name;
        }
    }
}
