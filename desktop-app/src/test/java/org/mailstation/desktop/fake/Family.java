package org.mailstation.desktop.fake;

import org.mailstation.config.StationConfig;
import org.mailstation.desktop.draft.Draft;

/** What a family types. */
public final class Family {
    private Family() {}

    public static Draft draft(String domain, String person) {
        return Draft.EMPTY
                .withName(name -> name.withDomain(domain))
                .withPeople(all -> all.withPerson(0, one -> one.withName(person)));
    }

    public static Draft draft(String domain, String person, String password) {
        return draft(domain, person)
                .withPeople(all -> all.withPerson(0, one -> one.withPassword(password)));
    }

    public static StationConfig config(String domain, String person) {
        return draft(domain, person).on(null);
    }
}
