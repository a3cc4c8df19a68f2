package org.mailstation.ddns.update;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;

/**
 * Changes a TXT record at the zone's own name server, with the login of {@link DnsUpdate}. Others
 * of the same name stay.
 */
record DnsTextUpdate(Duration patience) implements TextClient {
    private static final int TTL = 60;

    @Override
    public Outcome put(TextNote note) {
        return change(note, org.xbill.DNS.Update::add);
    }

    @Override
    public Outcome remove(TextNote note) {
        return change(note, org.xbill.DNS.Update::delete);
    }

    private Outcome change(TextNote note, BiConsumer<org.xbill.DNS.Update, Record> how) {
        try {
            Name name = Name.fromString(note.name(), Name.root);
            SignedServer server =
                    new SignedServer(note.server(), note.user(), note.secret(), patience);
            Optional<Name> zone = server.zone(name);
            if (zone.isEmpty()) {
                return new Outcome.Refused(
                        Refusal.NO_SUCH_NAME, "this server has no zone for that name");
            }
            org.xbill.DNS.Update change = new org.xbill.DNS.Update(zone.get());
            how.accept(change, new TXTRecord(name, DClass.IN, TTL, note.value()));
            return server.change(change, note.value());
        } catch (TextParseException | IllegalArgumentException unusable) {
            return new Outcome.Refused(
                    Refusal.BAD_PARAMETER, "server, key name or key cannot be used");
        } catch (IOException e) {
            return new Outcome.CouldNotTell(e.getClass().getSimpleName());
        }
    }
}
