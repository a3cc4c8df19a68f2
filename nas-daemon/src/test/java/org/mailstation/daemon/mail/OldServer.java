package org.mailstation.daemon.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A mail server of long ago, without any extension, that serves one client and remembers every
 * byte.
 */
record OldServer(List<String> commands, String letter) {
    static OldServer serve(ServerSocket listener) throws IOException {
        listener.setSoTimeout(20_000);
        List<String> commands = new ArrayList<>();
        StringBuilder letter = new StringBuilder();
        try (Socket client = listener.accept();
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        client.getInputStream(), StandardCharsets.ISO_8859_1))) {
            client.setSoTimeout(20_000);
            say(client, "220-old\r\n220 server");
            while (letter.isEmpty()) {
                String command = line(in);
                commands.add(command.trim());
                if (command.startsWith("EHLO")) {
                    say(client, "500 what?");
                } else if (command.startsWith("DATA")) {
                    say(client, "354 go");
                    while (!letter.toString().endsWith("\r\n.\r\n")) {
                        letter.append(line(in));
                    }
                    say(client, "250 taken");
                } else {
                    say(client, "250 ok");
                }
            }
        }
        return new OldServer(List.copyOf(commands), letter.toString());
    }

    private static String line(BufferedReader in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            line.append((char) c);
            if (c == '\n') {
                return line.toString();
            }
        }
        throw new IOException("the client went away after: " + line);
    }

    private static void say(Socket client, String text) throws IOException {
        client.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }
}
