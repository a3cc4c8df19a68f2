package org.mailstation.control;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** The people who have an account on the NAS. Their passwords are nobody's business. */
public sealed interface NasUsers {
    /** Those whom the NAS itself knows, by name; none is possible. */
    record Listed(List<User> users) implements NasUsers {
        public Listed {
            users = List.copyOf(users);
        }
    }

    /** The list of users could not be read. */
    record CouldNotTell() implements NasUsers {}

    /**
     * A person.
     *
     * @param name that she signs in with on the NAS
     * @param fullName as the NAS has it; empty if it has none
     * @param mailbox that she has on the station by that name; empty: none
     */
    record User(String name, String fullName, String mailbox) {
        /**
         * What her address has before the {@code @}: the name, as far as an address may have it;
         * empty if nothing is left.
         */
        public String localPart() {
            String spelt =
                    name.toLowerCase(Locale.ROOT)
                            .replace("ß", "ss")
                            .replace("ä", "ae")
                            .replace("ö", "oe")
                            .replace("ü", "ue");
            return Normalizer.normalize(spelt, Normalizer.Form.NFD)
                    .replaceAll("\\p{M}", "")
                    .replaceAll("[^a-z0-9_-]+", ".")
                    .replaceAll("^\\.+|\\.+$", "");
        }
    }
}
