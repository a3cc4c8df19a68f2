package org.mailstation.daemon.backup.sftp;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A request, section 3: length, type, number, and what the type asks for. */
final class Packet {
    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(octets);

    Packet(int type) throws IOException {
        out.writeByte(type);
    }

    Packet number(int value) throws IOException {
        out.writeInt(value);
        return this;
    }

    Packet large(long value) throws IOException {
        out.writeLong(value);
        return this;
    }

    Packet text(String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return octets(utf8, utf8.length);
    }

    Packet octets(byte[] content, int length) throws IOException {
        out.writeInt(length);
        out.write(content, 0, length);
        return this;
    }

    void send(OutputStream to) throws IOException {
        byte[] content = octets.toByteArray();
        DataOutputStream data = new DataOutputStream(to);
        data.writeInt(content.length);
        data.write(content);
    }
}
