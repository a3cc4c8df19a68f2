package org.mailstation.desktop.report;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailstation.config.Account;
import org.mailstation.config.Parsed;
import org.mailstation.config.StationConfig;
import org.mailstation.config.toml.StationToml;
import org.mailstation.control.StationIdentity;

/**
 * Puts stand-ins in the place of people, names and addresses. The same one always has the same
 * stand-in, so that a reader can still follow; who runs a big mail service or a list of senders of
 * junk says nothing of the family, and stays.
 */
final class StandIns {
    private static final Set<String> PUBLIC =
            Set.of(
                    "gmail.com",
                    "google.com",
                    "googlemail.com",
                    "outlook.com",
                    "hotmail.com",
                    "live.com",
                    "microsoft.com",
                    "yahoo.com",
                    "yahoodns.net",
                    "icloud.com",
                    "apple.com",
                    "gmx.net",
                    "gmx.de",
                    "web.de",
                    "t-online.de",
                    "freenet.de",
                    "posteo.de",
                    "mailbox.org",
                    "aol.com",
                    "spamhaus.org",
                    "spamcop.net",
                    "barracudacentral.org",
                    "sorbs.net",
                    "letsencrypt.org");

    /** Words of ours that only look like names of hosts. */
    private static final Set<String> ENDINGS =
            Set.of("toml", "service", "conf", "log", "html", "json", "sock", "java");

    private static final Set<String> ROLES =
            Set.of(
                    "postmaster",
                    "abuse",
                    "info",
                    "admin",
                    "root",
                    "mail",
                    "webmaster",
                    "hostmaster");

    /** First parts of a name that everybody has. */
    private static final Set<String> USUAL =
            Set.of("mail", "mx", "smtp", "imap", "www", "mta-sts", "autoconfig", "autodiscover");

    private static final Pattern MAIL =
            Pattern.compile("[\\p{L}0-9._%+-]+@((?:[\\p{L}0-9-]+\\.)*[\\p{L}0-9-]+)");
    private static final Pattern HOST =
            Pattern.compile(
                    "(?i)(?<![\\w@.-])((?:[\\p{L}0-9_-]+\\.)+[\\p{L}][\\p{L}0-9-]+)(?![\\w@-])");
    private static final Pattern V4 =
            Pattern.compile("(?<![\\d.])\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\d.]*\\d)");

    /** Anything like one; the groups are counted afterwards, as a pattern for them takes ages. */
    private static final Pattern V6 =
            Pattern.compile("(?i)(?<![\\w:])[0-9a-f:]*:[0-9a-f:]*(?!\\w)");

    /** Where a line of a log comes from looks like the name of a host. */
    private static final Pattern CLASS_NAME =
            Pattern.compile(
                    "(?:o|org|j|java|javax|jdk|sun|i|io|c|ch|com|n|net)\\.(?:[a-z0-9_]+\\.)*[A-Z]\\w*");

    private static final Pattern COLON = Pattern.compile(":");
    private static final Pattern GROUP = Pattern.compile("(?i)[0-9a-f]{0,4}");
    private static final Pattern LONG = Pattern.compile("[A-Za-z0-9+/]{40,}={0,2}");

    private final Map<String, String> known = new LinkedHashMap<>();
    private final Map<String, String> given = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** For what was gathered of a station. */
    static StandIns of(Gathered gathered, String user) {
        StandIns all = new StandIns();
        StationIdentity identity = gathered.identity();
        if (identity != null
                && StationToml.read(identity.toml())
                        instanceof Parsed.Valid<StationConfig>(StationConfig config)) {
            all.learn(config);
        }
        all.learn(gathered.host(), user);
        return all;
    }

    /** Learns who belongs to the home, so that they are recognised without an address, too. */
    void learn(StationConfig config) {
        config.domains().forEach(this::host);
        if (!config.hostName().isEmpty()) {
            host(config.hostName());
        }
        learn(config.accounts().stream().map(Account::address).toList());
        for (Account account : config.accounts()) {
            String person = person(account.address()).replaceFirst("@.*", "");
            word(account.name(), person);
            word(account.address().replaceFirst("@.*", ""), person);
        }
        word(config.ddns().user(), () -> next("user"));
        word(config.relay().user(), () -> next("user"));
    }

    private void learn(Collection<String> addresses) {
        addresses.forEach(this::person);
    }

    /** By which the person calls the NAS, or signs in there. */
    void learn(String host, String user) {
        word(host, () -> V4.matcher(host).matches() || host.contains(":") ? address(host) : "nas");
        word(user, () -> next("user"));
    }

    private void word(String word, String standIn) {
        word(word, () -> standIn);
    }

    private void word(String word, Supplier<String> standIn) {
        if (word.length() >= 3 && !ROLES.contains(word.toLowerCase(Locale.ROOT))) {
            known.computeIfAbsent(word, _ -> standIn.get());
        }
    }

    String in(String text) {
        String done = replaced(MAIL, text, found -> mail(found));
        done = replaced(V4, done, found -> address(found.group()));
        done = replaced(V6, done, found -> six(found.group()));
        done = replaced(HOST, done, found -> host(found.group()));
        List<Map.Entry<String, String>> longestFirst =
                known.entrySet().stream()
                        .sorted(Comparator.comparingInt(one -> -one.getKey().length()))
                        .toList();
        for (Map.Entry<String, String> one : longestFirst) {
            done = whole(one.getKey()).matcher(done).replaceAll(one.getValue());
        }
        return LONG.matcher(done).replaceAll("…");
    }

    private static Pattern whole(String word) {
        return Pattern.compile(
                "(?iu)(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])");
    }

    private static String replaced(Pattern pattern, String text, Function<MatchResult, String> by) {
        UnaryOperator<String> literal = Matcher::quoteReplacement;
        return pattern.matcher(text).replaceAll(found -> literal.apply(by.apply(found)));
    }

    private String mail(MatchResult found) {
        return person(found.group());
    }

    private String person(String address) {
        String local = address.substring(0, address.lastIndexOf('@'));
        String domain = host(address.substring(address.lastIndexOf('@') + 1));
        String who =
                ROLES.contains(local.toLowerCase(Locale.ROOT))
                        ? local
                        : given("person", address.toLowerCase(Locale.ROOT));
        return who + "@" + domain;
    }

    private String host(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String ending = lower.substring(lower.lastIndexOf('.') + 1);
        if (ENDINGS.contains(ending) || CLASS_NAME.matcher(name).matches()) {
            return name;
        }
        if (isPublic(lower)) {
            return listed(lower);
        }
        int dot = lower.indexOf('.');
        String first = dot < 0 ? "" : lower.substring(0, dot);
        String rest = lower.substring(dot + 1);
        if (rest.contains(".") && (first.startsWith("_") || USUAL.contains(first))) {
            return first + "." + host(rest); // what belongs together still does
        }
        return given("host", lower) + ".example";
    }

    /** A list of senders of junk is asked for a name by putting that name before its own. */
    private String listed(String name) {
        return given.entrySet().stream()
                .filter(one -> one.getKey().startsWith("host "))
                .map(one -> Map.entry(one.getKey().substring(5), one.getValue()))
                .filter(one -> ("." + name).contains("." + one.getKey() + "."))
                .max(Comparator.comparingInt(one -> one.getKey().length()))
                .map(one -> name.replace(one.getKey() + ".", one.getValue() + ".example."))
                .orElse(name);
    }

    private static boolean isPublic(String name) {
        return PUBLIC.stream().anyMatch(one -> name.equals(one) || name.endsWith("." + one));
    }

    private String address(String address) {
        if (address.startsWith("127.") || address.equals("0.0.0.0") || !isAddress(address)) {
            return address;
        }
        return given(atHome(address) ? "home-address" : "address", address);
    }

    /** What follows an address may begin with a colon, too. */
    private String six(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ':' && !text.startsWith("::", end - 2)) {
            end--;
        }
        return address(text.substring(0, end)) + text.substring(end);
    }

    /** A time of day looks like an IPv6 address to the pattern. */
    private static boolean isAddress(String text) {
        return text.contains(".")
                || (text.contains("::") && !text.equals("::")
                                || text.chars().filter(c -> c == ':').count() == 7)
                        && COLON.splitAsStream(text)
                                .allMatch(group -> GROUP.matcher(group).matches());
    }

    private static boolean atHome(String address) {
        return address.matches("(10|192\\.168|172\\.(1[6-9]|2\\d|3[01])|169\\.254)\\..*")
                || address.toLowerCase(Locale.ROOT).matches("f(e80|[cd]).*");
    }

    private String given(String kind, String what) {
        return given.computeIfAbsent(kind + " " + what, _ -> next(kind));
    }

    private String next(String kind) {
        return kind + numbers.merge(kind, 1, Integer::sum);
    }
}
