package org.mailstation.daemon.backup.sftp;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A conversation with an SFTP server, one request at a time but for the parts of a file. */
final class SftpClient {
    private static final int INIT = 1;
    private static final int OPEN = 3;
    private static final int CLOSE = 4;
    private static final int READ = 5;
    private static final int WRITE = 6;
    private static final int OPENDIR = 11;
    private static final int READDIR = 12;
    private static final int REMOVE = 13;
    private static final int MKDIR = 14;
    private static final int STAT = 17;
    private static final int RENAME = 18;
    private static final int EXTENDED = 200;

    private static final int VERSION = 3;
    private static final int FOR_READING = 1;
    private static final int FOR_WRITING_ANEW = 2 | 8 | 16;
    private static final int CHUNK = 32 * 1024;

    /** Parts of a file that are under way at a time. */
    private static final int WINDOW = 16;

    private static final String STATVFS = "statvfs@openssh.com";
    private static final String POSIX_RENAME = "posix-rename@openssh.com";
    private static final String FSYNC = "fsync@openssh.com";

    private final DataInputStream in;
    private final OutputStream out;
    private final Set<String> extensions = new HashSet<>();
    private int requests;

    SftpClient(InputStream in, OutputStream out) throws IOException {
        this.in = new DataInputStream(new BufferedInputStream(in, 2 * CHUNK));
        this.out = new BufferedOutputStream(out, 2 * CHUNK);
        new Packet(INIT).number(VERSION).send(this.out);
        this.out.flush();
        Reply version = Reply.read(this.in).expect(Reply.VERSION, "version");
        version.number();
        while (version.hasMore()) {
            extensions.add(version.text());
            version.text();
        }
    }

    private void send(Packet packet) throws IOException {
        packet.send(out);
    }

    /** Begins a request; its number is its place in the order, in which it is answered. */
    private Packet request(int type) throws IOException {
        return new Packet(type).number(++requests);
    }

    private Reply receive() throws IOException {
        out.flush();
        Reply reply = Reply.read(in);
        reply.number(); // answers come in the order of the requests
        return reply;
    }

    private Reply ask(Packet packet) throws IOException {
        send(packet);
        return receive();
    }

    private byte[] handle(Packet open, String name) throws IOException {
        return ask(open).expect(Reply.HANDLE, name).octets();
    }

    private void close(byte[] handle) throws IOException {
        ask(request(CLOSE).octets(handle, handle.length)).expect(Reply.STATUS, "handle");
    }

    /** Names in a folder, without the two that lead nowhere; none if it does not exist. */
    List<String> list(String folder) throws IOException {
        Reply opened = ask(request(OPENDIR).text(folder));
        if (opened.isMissing()) {
            return List.of();
        }
        byte[] handle = opened.expect(Reply.HANDLE, folder).octets();
        List<String> names = new ArrayList<>();
        while (true) {
            Reply some = ask(request(READDIR).octets(handle, handle.length));
            if (some.isEnd()) {
                break;
            }
            some.expect(Reply.NAME, folder);
            for (int count = some.number(); count > 0; count--) {
                String name = some.text();
                some.text();
                some.skipAttributes();
                if (!name.equals(".") && !name.equals("..")) {
                    names.add(name);
                }
            }
        }
        close(handle);
        return names;
    }

    boolean exists(String name) throws IOException {
        Reply reply = ask(request(STAT).text(name));
        if (reply.isMissing()) {
            return false;
        }
        reply.expect(Reply.ATTRS, name);
        return true;
    }

    void makeFolder(String name) throws IOException {
        Reply made = ask(request(MKDIR).text(name).number(0));
        if (!made.isStatus(0) && !exists(name)) {
            made.expect(Reply.STATUS, name);
        }
    }

    void remove(String name) throws IOException {
        Reply removed = ask(request(REMOVE).text(name));
        if (!removed.isMissing()) {
            removed.expect(Reply.STATUS, name);
        }
    }

    /** Replaces what has that name. */
    void rename(String from, String to) throws IOException {
        if (extensions.contains(POSIX_RENAME)) {
            ask(request(EXTENDED).text(POSIX_RENAME).text(from).text(to)).expect(Reply.STATUS, to);
        } else {
            remove(to); // version 3 replaces nothing
            ask(request(RENAME).text(from).text(to)).expect(Reply.STATUS, to);
        }
    }

    /** Free octets below this folder, or the largest number if the server does not say. */
    long free(String folder) throws IOException {
        if (!extensions.contains(STATVFS)) {
            return Long.MAX_VALUE;
        }
        Reply reply = ask(request(EXTENDED).text(STATVFS).text(folder));
        reply.expect(Reply.EXTENDED, folder);
        reply.large();
        long unit = reply.large();
        reply.large();
        reply.large();
        return unit * reply.large();
    }

    /** Writes a file; what is in it is on the disk afterwards, where the server can do that. */
    void write(String name, InputStream content) throws IOException {
        byte[] handle = handle(request(OPEN).text(name).number(FOR_WRITING_ANEW).number(0), name);
        byte[] chunk = new byte[CHUNK];
        long position = 0;
        int open = 0;
        for (int read; (read = content.readNBytes(chunk, 0, CHUNK)) > 0; position += read) {
            send(request(WRITE).octets(handle, handle.length).large(position).octets(chunk, read));
            if (++open == WINDOW) {
                receive().expect(Reply.STATUS, name);
                open--;
            }
        }
        for (; open > 0; open--) {
            receive().expect(Reply.STATUS, name);
        }
        if (extensions.contains(FSYNC)) {
            ask(request(EXTENDED).text(FSYNC).octets(handle, handle.length))
                    .expect(Reply.STATUS, name);
        }
        close(handle);
    }

    /** Reads a file while it is asked for. */
    InputStream read(String name) throws IOException {
        return new Reading(
                name, handle(request(OPEN).text(name).number(FOR_READING).number(0), name));
    }

    private final class Reading extends InputStream {
        private final String name;
        private final byte[] handle;
        private byte[] chunk = new byte[0];
        private int next;
        private long position;
        private boolean ended;

        Reading(String name, byte[] handle) {
            this.name = name;
            this.handle = handle;
        }

        @Override
        public int read() throws IOException {
            return fill() ? chunk[next++] & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int some = Math.min(length, chunk.length - next);
            System.arraycopy(chunk, next, into, offset, some);
            next += some;
            return some;
        }

        private boolean fill() throws IOException {
            if (next < chunk.length) {
                return true;
            }
            if (ended) {
                return false;
            }
            Reply reply =
                    ask(request(READ).octets(handle, handle.length).large(position).number(CHUNK));
            ended = reply.isEnd();
            if (!ended) {
                chunk = reply.expect(Reply.DATA, name).octets();
                next = 0;
                position += chunk.length;
            }
            return !ended && chunk.length > 0;
        }

        @Override
        public void close() throws IOException {
            SftpClient.this.close(handle);
        }
    }
}
