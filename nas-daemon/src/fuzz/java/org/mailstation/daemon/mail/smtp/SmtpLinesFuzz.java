package org.mailstation.daemon.mail.smtp;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Map;
import java.util.Optional;
import org.mailstation.daemon.accounts.Address;
import org.mailstation.daemon.delivery.Wish;
import org.mailstation.daemon.delivery.Wishes;

/** What stands behind MAIL and RCPT, with the parameters of RFC 3461 and RFC 6531. */
class SmtpLinesFuzz {
    @FuzzTest(maxDuration = "3m")
    void a_path_is_read_or_refused(FuzzedDataProvider data) {
        String argument = data.consumeRemainingAsString();
        for (String keyword : new String[] {"FROM", "TO"}) {
            Optional<Address> address =
                    SmtpPath.parse(keyword, keyword + ":" + argument).flatMap(SmtpPath::parsed);
            address.ifPresent(SmtpLinesFuzz::canStandInAHeader);
        }
    }

    private static void canStandInAHeader(Address address) {
        String text = address.toString();
        if (text.codePoints().anyMatch(SmtpLinesFuzz::isHarmful)) {
            throw new IllegalStateException("a control in an address");
        }
        if (address.domain().chars().anyMatch(c -> c > 0x7e)) {
            throw new IllegalStateException("a domain that the DNS does not know");
        }
        if (!address.folded().folded().equals(address.folded())) {
            throw new IllegalStateException("an address that is nobody's");
        }
        if (Address.parse(text).filter(address::equals).isEmpty()) {
            throw new IllegalStateException("an address that is another when it is read again");
        }
    }

    private static boolean isHarmful(int c) {
        return Character.isISOControl(c) || c >= 0x202a && c <= 0x202e || c == 0x2028;
    }

    @FuzzTest(maxDuration = "3m")
    @DictionaryEntries({
        "<jörg@müller.test>",
        "SMTPUTF8",
        "BODY=8BITMIME",
        "SIZE=",
        "RET=FULL",
        "ENVID=",
        "NOTIFY=SUCCESS,DELAY",
        "NOTIFY=NEVER",
        "ORCPT=rfc822;",
        "ORCPT=utf-8;",
        "\\\\x{F6}",
        "+2B"
    })
    void parameters_are_kept_as_they_were_said_or_refused(FuzzedDataProvider data) {
        String argument = data.consumeRemainingAsString();
        SmtpPath.parse("TO", "TO:" + argument)
                .filter(path -> path.parsed().isPresent())
                .ifPresent(path -> judge(path.parsed().get(), path.parameters()));
    }

    private static void judge(Address recipient, Map<String, String> said) {
        String id = said.getOrDefault("ENVID", "");
        Optional<String> original = Wish.original(said.getOrDefault("ORCPT", ""));
        Wish wish =
                new Wish(
                        Wish.notices(said.getOrDefault("NOTIFY", "")).orElse(null),
                        original.orElse(""));
        Wishes all =
                new Wishes(
                        Wishes.returned(said.getOrDefault("RET", "")).orElse(null),
                        Wishes.isEnvelopeId(id) ? id : "",
                        Map.of(recipient, wish));
        String kept = all.inLines();
        if (!Wishes.read(kept).equals(all)) {
            throw new IllegalStateException("wishes that are others when they are read again");
        }
        if (original.isPresent() && !original.get().matches("[!-~]+")) {
            throw new IllegalStateException("an original recipient that is not ASCII");
        }
    }
}
