package org.mailstation.daemon.mail.smtp;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Optional;
import org.mailstation.daemon.accounts.Address;

/** What stands behind MAIL and RCPT. */
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
        if (!text.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
            throw new IllegalStateException("a control in an address");
        }
        if (Address.parse(text).filter(address::equals).isEmpty()) {
            throw new IllegalStateException("an address that is another when it is read again");
        }
    }
}
