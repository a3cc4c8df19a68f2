package org.mailstation.bounce;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a file or a text that may be a returned letter. */
public final class Bounces {
    /** More is not read: what is said of a letter stands in front of it. */
    public static final int MOST_BYTES = 4 * 1024 * 1024;

    /** Compound File: Outlook's {@code .msg}. */
    private static final byte[] OUTLOOK = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

    /** The first lines of a letter: fields, one of which every letter has. */
    private static final Pattern HEADER =
            Pattern.compile(
                    "\\A(?:From \\S.{0,200}\\r?\\n)?(?:[\\w-]{1,60}:.{0,2000}\\r?\\n"
                            + "(?:[ \\t].{0,2000}\\r?\\n){0,200}){0,100}?"
                            + "(?i:From|Received|Date|Message-ID|Return-Path|MIME-Version):");

    private static final Pattern CODED = Pattern.compile("^[45]\\d\\d [45]\\.\\d{1,3}\\.\\d");

    /** The line of a server rather than one of a letter. */
    private static final Pattern LINE = Pattern.compile("(?m)^\\W{0,3}[45]\\d\\d[ -]");

    private static final int FEW_LINES = 4;

    private static final Pattern MBOX = Pattern.compile("\\AFrom \\S[^\\n]{0,200}\\n");

    private Bounces() {}

    /**
     * Reads as much as is of use.
     *
     * @throws IOException if it cannot be read
     */
    public static Reading read(InputStream in) throws IOException {
        byte[] octets = in.readNBytes(MOST_BYTES);
        return read(octets, octets.length == MOST_BYTES && in.read() >= 0);
    }

    /** The same of what is already here. */
    public static Reading read(byte[] octets) {
        return octets.length <= MOST_BYTES
                ? read(octets, false)
                : read(Arrays.copyOf(octets, MOST_BYTES), true);
    }

    private static Reading read(byte[] octets, boolean cut) {
        Reading found = whole(octets, cut);
        return cut && found instanceof Reading.Other(NoBounce what) && isWords(what)
                ? new Reading.Other(NoBounce.TOO_LARGE)
                : found;
    }

    /** Whether something may still have stood behind the part that was read. */
    private static boolean isWords(NoBounce what) {
        return what == NoBounce.LETTER || what == NoBounce.TEXT;
    }

    private static Reading whole(byte[] octets, boolean cut) {
        if (startsWith(octets, OUTLOOK)) {
            return new Reading.Other(NoBounce.OUTLOOK_FILE);
        }
        String text = text(octets);
        if (text.isBlank()) {
            return new Reading.Other(NoBounce.EMPTY);
        }
        String start = text.substring(0, Math.min(text.length(), 64 * 1024)).stripLeading();
        if (start.indexOf('\0') >= 0) {
            return new Reading.Other(NoBounce.NO_TEXT);
        }
        if (!HEADER.matcher(start).find()) {
            return pasted(text, cut);
        }
        byte[] letter = octets;
        if (MBOX.matcher(start).find()) {
            letter = text.substring(text.indexOf('\n') + 1).getBytes(StandardCharsets.UTF_8);
        }
        return new LetterReading(LetterFile.read(letter), cut).read();
    }

    private static Reading pasted(String text, boolean cut) {
        List<Refusal> refusals = FreeText.read(text, List.of(), Set.of());
        boolean answered = refusals.stream().anyMatch(one -> isAnswer(one, text));
        return answered
                ? new Reading.Returned("", Originals.inText(text), refusals, cut)
                : new Reading.Other(NoBounce.TEXT);
    }

    /** People, too, write of 550 kilograms. */
    private static boolean isAnswer(Refusal one, String text) {
        boolean coded = CODED.matcher(one.reply()).find() || LINE.matcher(text).find();
        if (one.cause().isSpecific()) {
            return !one.reply().isEmpty()
                    || !one.recipient().isEmpty()
                    || text.lines().limit(FEW_LINES).count() < FEW_LINES;
        }
        return coded && !one.reply().isEmpty();
    }

    private static boolean startsWith(byte[] octets, byte[] start) {
        return octets.length >= start.length
                && Arrays.equals(octets, 0, start.length, start, 0, start.length);
    }

    private static String text(byte[] octets) {
        if (octets.length >= 2 && (octets[0] & 0xff) == 0xff && (octets[1] & 0xff) == 0xfe) {
            return new String(octets, 2, octets.length - 2, StandardCharsets.UTF_16LE);
        }
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return new String(octets, Charset.forName("windows-1252"));
        }
    }
}
