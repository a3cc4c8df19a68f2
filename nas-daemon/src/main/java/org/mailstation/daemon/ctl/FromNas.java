package org.mailstation.daemon.ctl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mailstation.config.Account;
import org.mailstation.config.StationConfig;
import org.mailstation.control.NasUsers;
import org.mailstation.text.Text;
import org.mailstation.words.Exit;

/** Mailboxes for people whom the NAS knows. */
final class FromNas {
    private FromNas() {}

    /**
     * Those that are to be made, in the main domain; who has one already gets no second one.
     *
     * @param names that people sign in with on the NAS
     * @param megabytes of room for each; 0: as much as the disk has
     * @throws CtlException if the NAS does not know somebody, or the name makes no address
     */
    static List<Account> accounts(
            NasUsers users, List<String> names, StationConfig config, long megabytes)
            throws CtlException {
        Map<String, NasUsers.User> known = new LinkedHashMap<>();
        switch (users) {
            case NasUsers.CouldNotTell _ ->
                    throw new CtlException(Exit.NOT_FOUND, Text.of("users.unknown"));
            case NasUsers.Listed(var all) -> all.forEach(one -> known.put(one.name(), one));
        }
        List<Account> accounts = new ArrayList<>();
        for (String name : names.stream().distinct().toList()) {
            NasUsers.User user = known.get(name);
            if (user == null) {
                String all = String.join(", ", known.keySet());
                throw new CtlException(Exit.NOT_FOUND, Text.of("users.none", name, all));
            }
            if (user.localPart().isEmpty()) {
                throw new CtlException(Exit.REJECTED, Text.of("users.no-address", name));
            }
            if (user.mailbox().isEmpty()) {
                String address = user.localPart() + "@" + config.domains().getFirst();
                accounts.add(new Account(address, user.fullName(), megabytes, true));
            }
        }
        return accounts;
    }
}
