package org.mailstation.daemon.mail.imap.fetch;

import java.time.LocalDate;
import java.util.Date;
import org.apache.james.imap.encode.EncoderUtils;

/** Writes a {@code date-time} (RFC 3501 9) in UTC, quoted. */
final class Dates {
    private static final long DAY = 86_400;
    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };

    /** The first day of the year 10000. */
    private static final long FAR = 2_932_897;

    private Dates() {}

    /**
     * @param millis since 1970
     */
    static void write(long millis, Octets out) {
        long seconds = Math.floorDiv(millis, 1000);
        long day = Math.floorDiv(seconds, DAY);
        if (day < 0 || day >= FAR) {
            out.add('"').add(EncoderUtils.encodeDateTime(new Date(millis))).add('"');
            return;
        }
        LocalDate date = LocalDate.ofEpochDay(day);
        int second = (int) (seconds - day * DAY);
        out.add('"').twoDigits(date.getDayOfMonth()).add('-');
        out.add(MONTHS[date.getMonthValue() - 1]).add('-').add(date.getYear()).add(' ');
        out.twoDigits(second / 3600).add(':').twoDigits(second / 60 % 60).add(':');
        out.twoDigits(second % 60).add(" +0000\"");
    }
}
