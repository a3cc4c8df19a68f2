package org.mailstation.daemon.delivery;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mailstation.daemon.accounts.Address;
import org.mailstation.daemon.assurance.Protection;

/**
 * One letter handed to a server that has greeted us (RFC 5321 3.3).
 *
 * @param host its name
 * @param protection of the connection
 */
record Transaction(SmtpClient client, String host, Protection protection) {
    /** One outcome for each recipient. */
    Map<Address, Outcome> send(Envelope envelope, Letter letter) throws IOException {
        International beyond = International.of(letter);
        if (!beyond.needs(envelope) || client.offers("SMTPUTF8")) {
            return send(envelope, letter, beyond.needs(envelope));
        }
        SmtpReply ours = new SmtpReply(550, "5.6.7 SMTPUTF8 is needed and not offered by " + host);
        Map<Address, Outcome> outcomes = Outcome.all(envelope, new Outcome.Failed(ours, host));
        List<Address> others = beyond.others(envelope);
        if (!others.isEmpty()) {
            outcomes.putAll(send(envelope.to(others), letter, false));
        }
        return outcomes;
    }

    private Map<Address, Outcome> send(Envelope envelope, Letter letter, boolean international)
            throws IOException {
        boolean willTell = client.offers("DSN");
        Wishes wishes = willTell ? envelope.wishes() : Wishes.NONE;
        SmtpReply mail =
                client.command(
                        "MAIL FROM:<"
                                + envelope.senderText()
                                + ">"
                                + letters(international)
                                + wishes.parameters());
        if (!mail.isGood()) {
            return Outcome.all(envelope, judged(mail));
        }
        Map<Address, Outcome> outcomes = new LinkedHashMap<>();
        for (Address recipient : envelope.recipients()) {
            String wish = wishes.of(recipient).parameters();
            SmtpReply reply = client.command("RCPT TO:<" + recipient + ">" + wish);
            outcomes.put(
                    recipient,
                    reply.isGood()
                            ? new Outcome.Arrived(host, protection, willTell)
                            : judged(reply));
        }
        List<Address> taken =
                outcomes.entrySet().stream()
                        .filter(entry -> entry.getValue() instanceof Outcome.Arrived)
                        .map(Map.Entry::getKey)
                        .toList();
        if (!taken.isEmpty()) {
            SmtpReply reply = content(letter);
            if (!reply.isGood()) {
                taken.forEach(recipient -> outcomes.put(recipient, judged(reply)));
            }
        }
        return outcomes;
    }

    /** RFC 6531 3.4, 3.6: the body of such a letter is not counted as ASCII, either. */
    private String letters(boolean international) {
        if (!international) {
            return "";
        }
        return client.offers("8BITMIME") ? " BODY=8BITMIME SMTPUTF8" : " SMTPUTF8";
    }

    private Outcome judged(SmtpReply reply) {
        return reply.isFinal() ? new Outcome.Failed(reply, host) : new Outcome.NotNow(reply, host);
    }

    private SmtpReply content(Letter letter) throws IOException {
        SmtpReply ready = client.command("DATA");
        return ready.code() == 354 ? client.letter(letter) : ready;
    }
}
