package org.mailstation.ddns.update;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.TSIGRecord;
import org.xbill.DNS.Type;

/** A name server over TCP with the zone {@code dyn.example.} that takes signed updates. */
final class NameServer implements AutoCloseable {
    static final String KEY = "bGFiLWRkbnMtc2VjcmV0LWxhYi1kZG5zLXNlY3JldCE=";
    private static final Name ZONE = Name.fromConstantString("dyn.example.");

    final ConcurrentHashMap<Integer, Record> records = new ConcurrentHashMap<>();
    volatile int refusal = Rcode.NOERROR;
    volatile boolean signs = true;

    private final TSIG key = new TSIG("hmac-sha256", "ddns.", KEY);
    private final ServerSocket socket;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    NameServer() throws IOException {
        socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("name-server").start(this::serve);
    }

    Record record(int type) {
        return Objects.requireNonNull(records.get(type));
    }

    String at() {
        return "dns://127.0.0.1:" + socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket one = socket.accept();
                open.add(one);
                Thread.ofVirtual().start(() -> talk(one));
            } catch (IOException closed) {
                return; // the test is over
            }
        }
    }

    /** Clients ask again on the same connection, RFC 7766. */
    private void talk(Socket one) {
        try (one) {
            DataInputStream in = new DataInputStream(one.getInputStream());
            DataOutputStream out = new DataOutputStream(one.getOutputStream());
            while (true) {
                byte[] answer = answer(in.readNBytes(in.readUnsignedShort()));
                ByteBuffer frame = ByteBuffer.allocate(answer.length + 2);
                out.write(frame.putShort((short) answer.length).put(answer).array());
            }
        } catch (IOException gone) {
            // the client or the test has ended it
            open.remove(one);
        }
    }

    private byte[] answer(byte[] bytes) throws IOException {
        Message question = new Message(bytes);
        Message answer = new Message(question.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setOpcode(question.getHeader().getOpcode());
        answer.addRecord(question.getQuestion(), Section.QUESTION);
        @Nullable TSIGRecord signature = question.getTSIG();
        int error = signature == null ? Rcode.BADSIG : key.verify(question, bytes, null);
        if (question.getHeader().getOpcode() == Opcode.UPDATE) {
            if (error != Rcode.NOERROR) {
                answer.getHeader().setRcode(Rcode.NOTAUTH);
                return answer.toWire();
            }
            answer.getHeader().setRcode(refusal);
            if (refusal == Rcode.NOERROR) {
                question.getSection(Section.UPDATE).forEach(this::change);
            }
        } else {
            look(question.getQuestion(), answer);
        }
        if (error == Rcode.NOERROR && signs) {
            answer.setTSIG(key, Rcode.NOERROR, signature);
        }
        return answer.toWire(Message.MAXLENGTH);
    }

    private void change(Record record) {
        if (record.getDClass() == DClass.ANY || record.getDClass() == DClass.NONE) {
            records.remove(record.getType());
        } else {
            records.put(record.getType(), record);
        }
    }

    private void look(Record question, Message answer) throws IOException {
        Record found = records.get(question.getType());
        if (!question.getName().subdomain(ZONE)) {
            answer.getHeader().setRcode(Rcode.REFUSED);
        } else if (found != null) {
            answer.addRecord(found, Section.ANSWER);
        } else if (question.getType() == Type.SOA) {
            answer.addRecord(
                    new SOARecord(ZONE, DClass.IN, 60, ZONE, ZONE, 1, 1, 1, 1, 1),
                    Section.AUTHORITY);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket one : open) {
            one.close();
        }
    }
}
