package org.mailstation.bounce;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailstation.text.Text;

/** What the station itself tells other servers and mail programs, in a person's words. */
enum OwnReply {
    /** SPF and DKIM fail, and the domain wants such letters to be refused (DMARC) */
    UNPROVEN("550 5\\.7\\.26 Neither SPF nor DKIM proves that this letter is from ([^,\\s]+)"),
    GREYLISTED("451 4\\.7\\.1 This station does not know your server yet"),
    NO_ROOM("452 4\\.3\\.1 "),
    FULL("452 4\\.2\\.2 The mailbox is full"),
    NOT_YOURS("550 5\\.7\\.1 The From address is not one of yours"),
    LOOP("554 5\\.4\\.6 Routing loop"),
    /** a person had it given up */
    GIVEN_UP("554 5\\.3\\.0 Given up by whoever looks after this mail server"),
    /** a filter rule of the recipient; what follows are the recipient's words */
    UNWANTED("550 5\\.7\\.1 ");

    private final Pattern words;

    OwnReply(String words) {
        this.words = Pattern.compile("^" + words);
    }

    /** Which one it is; {@code null}: none of them. */
    static @Nullable OwnReply of(String reply) {
        for (OwnReply one : values()) {
            if (one.words.matcher(reply).find()) {
                return one;
            }
        }
        return null;
    }

    /** Why, and what to do. */
    List<Text> means(String reply) {
        String key = "trace.own." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        Matcher said = words.matcher(reply);
        String about = said.find() && said.groupCount() > 0 ? said.group(1) : "";
        return List.of(Text.of(key, about), Text.of(key + ".next", about));
    }
}
