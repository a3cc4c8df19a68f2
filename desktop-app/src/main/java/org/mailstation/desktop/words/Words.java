package org.mailstation.desktop.words;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;
import org.mailstation.text.Text;

/**
 * Texts, numbers and times as one reader wants them. A missing key is a fault of the program and
 * throws.
 */
public final class Words {

    private static final String BUNDLE = "org.mailstation.desktop.messages";
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

    private final Locale locale;
    private final ZoneId zone;
    private final ResourceBundle bundle;

    /**
     * @param locale language and number format; languages without a bundle are answered in English
     * @param zone where the reader's clock stands
     */
    public Words(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
        this.bundle =
                ResourceBundle.getBundle(
                        BUNDLE,
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The text of a key, with its arguments put in for {@code {0}}, {@code {1}}, … */
    public String of(String key, Object... args) {
        return new MessageFormat(bundle.getString(key), locale).format(args);
    }

    /** The text of an enum constant: key {@code prefix.constant-name}. */
    public String of(String prefix, Enum<?> constant) {
        return of(prefix + "." + constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** A sentence that came from the station or from another part of the program. */
    public String of(Text text) {
        return text.in(locale);
    }

    /** An amount of data in decimal units, as drives and routers are labelled: {@code 38.6 MB}. */
    public String bytes(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 999.5 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(unit == 0 || value >= 100 ? 0 : 1);
        return format.format(value) + "\u00a0" + UNITS[unit];
    }

    /** A time of day, with seconds. */
    public String time(Instant when) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
                .withLocale(locale)
                .withZone(zone)
                .format(when);
    }

    /** A time of day, in short. */
    public String hour(Instant when) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone)
                .format(when);
    }

    /** A day and a time of day, in short. */
    public String moment(Instant when) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone)
                .format(when);
    }

    /** A day, written out. */
    public String day(Instant when) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .withZone(zone)
                .format(when);
    }

    /** A stretch of time in its largest unit: {@code 3 days}. */
    public String span(Duration span) {
        if (span.toDays() > 0) {
            return of("span.days", span.toDays());
        }
        if (span.toHours() > 0) {
            return of("span.hours", span.toHours());
        }
        if (span.toMinutes() > 0) {
            return of("span.minutes", span.toMinutes());
        }
        return of("span.seconds", Math.max(0, span.toSeconds()));
    }

    /** The same clock, in another language. */
    public Words in(Locale other) {
        return new Words(other, zone);
    }

    public Locale locale() {
        return locale;
    }
}
