package org.mailstation.acceptance.bench.wire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A server for one connection: says its greeting, and after each line that comes its next answer.
 */
final class Script implements AutoCloseable {
    private final ServerSocket server = new ServerSocket();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Thread thread;

    /**
     * Answers are sent as they are, so they end with CR LF themselves; an empty one says nothing.
     */
    Script(String greeting, String... answers) throws IOException {
        server.bind(new InetSocketAddress("127.0.0.1", 0));
        thread = Thread.ofVirtual().start(() -> serve(greeting, List.of(answers)));
    }

    Door door() {
        return new Door(server.getLocalPort(), false);
    }

    /** The lines that came, once the connection has ended. */
    List<String> heard() throws InterruptedException {
        thread.join();
        return List.copyOf(heard);
    }

    private void serve(String greeting, List<String> answers) {
        try (Socket socket = server.accept();
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        socket.getInputStream(), StandardCharsets.US_ASCII))) {
            OutputStream out = socket.getOutputStream();
            out.write(greeting.getBytes(StandardCharsets.US_ASCII));
            var rest = answers.iterator();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                heard.add(line);
                if (rest.hasNext()) {
                    out.write(rest.next().getBytes(StandardCharsets.US_ASCII));
                }
            }
        } catch (IOException ended) {
            heard.add("ended with " + ended);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
