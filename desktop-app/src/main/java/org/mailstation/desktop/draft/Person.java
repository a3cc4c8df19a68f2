package org.mailstation.desktop.draft;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Account;
import org.mailstation.control.NasUsers;
import org.mailstation.control.Secret;

/**
 * One mailbox and its person, as typed.
 *
 * @param name as letters show it
 * @param mailbox the part of the address before {@code @}, or a whole address
 * @param room for letters, in 10⁹ bytes; empty: as much as there is
 * @param password empty: as it is
 * @param existing the mailbox was there before, so that its address does not follow the name
 * @param enabled whether one can sign in
 * @param further what happens to the letters besides; {@code null}: the usual, as in what an older
 *     version left unfinished
 */
public record Person(
        String name,
        String mailbox,
        String room,
        Secret password,
        boolean existing,
        boolean enabled,
        @Nullable Further further) {

    public static final Person EMPTY =
            new Person("", "", "", new Secret(""), false, true, Further.USUAL);

    private static final BigDecimal MEGABYTES = BigDecimal.valueOf(1000);

    /** What {@link #megabytes} gives for what is no amount. */
    static final long NONSENSE = -1;

    /**
     * The person of an account.
     *
     * @param domain the mail domain, which the field then leaves out
     */
    static Person of(Account account, String domain) {
        return new Person(
                account.name(),
                Addressing.shortened(account.address(), domain),
                account.quotaMegabytes() == 0
                        ? ""
                        : BigDecimal.valueOf(account.quotaMegabytes())
                                .divide(MEGABYTES)
                                .stripTrailingZeros()
                                .toPlainString(),
                new Secret(""),
                true,
                account.enabled(),
                Further.of(account, domain));
    }

    /** Somebody whom the NAS knows already, and who gets a mailbox by her name there. */
    public static Person of(NasUsers.User user) {
        return new Person(
                user.fullName().isBlank() ? user.name() : user.fullName(),
                user.localPart(),
                "",
                new Secret(""),
                false,
                true,
                Further.USUAL);
    }

    /** What happens to the letters besides. */
    public Further more() {
        Further known = further;
        return known == null ? Further.USUAL : known;
    }

    public Person withMore(UnaryOperator<Further> change) {
        return new Person(name, mailbox, room, password, existing, enabled, change.apply(more()));
    }

    /** Whether anything that need not be seen at first is other than usual. */
    public boolean unusual() {
        return !enabled || more().used();
    }

    /** Nobody was typed here yet. */
    boolean blank() {
        return name.isBlank() && mailbox.isBlank();
    }

    public Person withName(String typed) {
        boolean follows = !existing && (mailbox.isEmpty() || mailbox.equals(proposal(name)));
        return new Person(
                typed,
                follows ? proposal(typed) : mailbox,
                room,
                password,
                existing,
                enabled,
                further);
    }

    public Person withMailbox(String typed) {
        return new Person(name, typed, room, password, existing, enabled, further);
    }

    public Person withRoom(String typed) {
        return new Person(name, mailbox, typed, password, existing, enabled, further);
    }

    public Person withPassword(String typed) {
        return new Person(name, mailbox, room, new Secret(typed), existing, enabled, further);
    }

    public Person withEnabled(boolean open) {
        return new Person(name, mailbox, room, password, existing, open, further);
    }

    public boolean hasPassword() {
        return !password.reveal().isEmpty();
    }

    /** The whole address. */
    public String address(String domain) {
        return Addressing.whole(mailbox, domain);
    }

    Account account(String domain) {
        return more().on(new Account(address(domain), name.strip(), megabytes(), enabled), domain);
    }

    private long megabytes() {
        String typed = room.strip().replace(',', '.');
        if (typed.isEmpty()) {
            return 0;
        }
        try {
            BigDecimal amount = new BigDecimal(typed).multiply(MEGABYTES);
            // 0.0001 is meant as some room, and 0 would mean all of it
            return amount.signum() <= 0
                    ? NONSENSE
                    : amount.setScale(0, RoundingMode.CEILING).longValue();
        } catch (NumberFormatException e) {
            return NONSENSE;
        }
    }

    /**
     * The first name in letters that every mail program can type: {@code Jörg Müller} gives {@code
     * joerg}.
     */
    private static String proposal(String name) {
        String first = name.strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
        String spelled =
                first.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss");
        return Normalizer.normalize(spelled, Normalizer.Form.NFD).replaceAll("[^a-z0-9.-]", "");
    }
}
