package org.mailstation.daemon.mail.managesieve;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.james.protocols.api.StartTlsResponse;
import org.apache.james.protocols.api.StreamResponse;

/** An answer in bytes, as scripts have all kinds of characters (RFC 5804 1.2). */
class SieveReply implements StreamResponse {
    private final byte[] bytes;
    private final boolean last;

    private SieveReply(byte[] bytes, boolean last) {
        this.bytes = bytes;
        this.last = last;
    }

    /** Lines that end with {@code OK}. */
    static SieveReply ok(String before, String words) {
        return new SieveReply(utf8(before + "OK " + quoted(words) + "\r\n"), false);
    }

    /** Clients find their place again by it (RFC 5804 2.13), for example behind STARTTLS. */
    static SieveReply tagged(String tag) {
        return new SieveReply(utf8("OK (TAG " + quoted(tag) + ") \"Done\"\r\n"), false);
    }

    /**
     * @param code in brackets, or empty
     */
    static SieveReply no(String code, String words) {
        String between = code.isEmpty() ? "" : "(" + code + ") ";
        return new SieveReply(utf8("NO " + between + quoted(words) + "\r\n"), false);
    }

    static SieveReply bye(String words) {
        return new SieveReply(utf8("BYE " + quoted(words) + "\r\n"), true);
    }

    /** The end of the client's own wish. */
    static SieveReply goodbye() {
        return new SieveReply(utf8("OK \"Goodbye\"\r\n"), true);
    }

    /** An empty challenge (RFC 5804 2.1). */
    static SieveReply goOn() {
        return new SieveReply(utf8("\"\"\r\n"), false);
    }

    static SieveReply text(String text) {
        byte[] content = utf8(text);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(utf8("{" + content.length + "}\r\n"));
        all.writeBytes(content);
        all.writeBytes(utf8("\r\nOK \"Done\"\r\n"));
        return new SieveReply(all.toByteArray(), false);
    }

    /** TLS begins behind it. */
    static final class StartTls extends SieveReply implements StartTlsResponse {
        StartTls() {
            super(utf8("OK \"Begin TLS now\"\r\n"), false);
        }
    }

    /** In quotes, in one line. */
    static String quoted(String words) {
        String line = words.replaceAll("[\\r\\n\\x00]+", " ");
        return "\"" + line.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public InputStream getStream() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public String getRetCode() {
        return "";
    }

    @Override
    public List<CharSequence> getLines() {
        return List.of();
    }

    @Override
    public boolean isEndSession() {
        return last;
    }
}
