package org.mailstation.daemon.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that says what the test wants, and remembers what it was told. */
final class ScriptedSmtp implements AutoCloseable {
    final List<String> commands = new CopyOnWriteArrayList<>();

    /** What was sent after DATA, each with its line ends. */
    final List<String> texts = new CopyOnWriteArrayList<>();

    private final ServerSocket socket;
    private final Map<String, String> answers;

    /**
     * @param answers to commands by what they begin with; {@code ""} is the greeting; to everything
     *     else it says yes
     */
    ScriptedSmtp(Map<String, String> answers) throws IOException {
        this.answers = answers;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    long letters() {
        return commands.stream().filter("DATA"::equals).count();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> talk(client));
            } catch (SocketException closed) {
                // the test is over
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void talk(Socket client) {
        try (client;
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        client.getInputStream(), StandardCharsets.UTF_8))) {
            say(client, answers.getOrDefault("", "220 ready"));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                commands.add(line);
                String answer = answer(line);
                say(client, answer);
                if (answer.startsWith("354")) {
                    StringBuilder text = new StringBuilder();
                    for (String said = in.readLine();
                            said != null && !said.equals(".");
                            said = in.readLine()) {
                        text.append(said).append("\r\n");
                    }
                    texts.add(text.toString());
                    say(client, answers.getOrDefault(".", "250 taken"));
                }
            }
        } catch (IOException gone) {
            commands.add("(gone)");
        }
    }

    private String answer(String line) {
        return answers.entrySet().stream()
                .filter(entry -> !entry.getKey().isEmpty() && line.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(line.equals("DATA") ? "354 go" : "250 ok");
    }

    private static void say(Socket client, String text) throws IOException {
        client.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
