package org.mailstation.daemon.mail.imap;

import java.util.ArrayList;
import java.util.List;
import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.IdRange;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.message.response.StatusResponse;
import org.apache.james.imap.api.message.response.StatusResponse.ResponseCode;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.message.request.StoreRequest;
import org.jspecify.annotations.Nullable;

/**
 * Makes one answer of those to the parts of a STORE: it failed if the last part did, and names all
 * letters that had been changed by somebody else (RFC 7162 3.1.3). Untagged answers pass at once.
 */
final class OneAnswer implements Responder {
    private final StoreRequest request;
    private final Responder client;
    private final StatusResponseFactory words;
    private final List<IdRange> modified = new ArrayList<>();
    private @Nullable StatusResponse last;

    OneAnswer(StoreRequest request, Responder client, StatusResponseFactory words) {
        this.request = request;
        this.client = client;
        this.words = words;
    }

    @Override
    public void respond(ImapResponseMessage message) {
        if (message instanceof StatusResponse status && status.getTag() != null) {
            last = status;
            ResponseCode code = status.getResponseCode();
            if (code != null && code.getCode().equals("MODIFIED")) {
                code.getParameters().forEach(this::add);
            }
        } else {
            client.respond(message);
        }
    }

    private void add(String ranges) {
        for (String range : ranges.split(",", -1)) {
            String[] ends = range.split(":", -1);
            long low = Long.parseLong(ends[0]);
            modified.add(new IdRange(low, ends.length > 1 ? Long.parseLong(ends[1]) : low));
        }
    }

    /** Whether the parts that follow are not to be tried. */
    boolean isFailure() {
        return last != null && last.getServerResponseType() != StatusResponse.Type.OK;
    }

    /** Gives the client the answer, once there is one to the last part. */
    void give() {
        if (last == null) {
            return;
        }
        client.respond(
                modified.isEmpty() || isFailure()
                        ? last
                        : words.taggedOk(
                                request.getTag(),
                                request.getCommand(),
                                HumanReadableText.FAILED,
                                ResponseCode.condStore(
                                        IdRange.mergeRanges(modified).toArray(IdRange[]::new))));
    }

    @Override
    public void flush() {
        client.flush();
    }
}
