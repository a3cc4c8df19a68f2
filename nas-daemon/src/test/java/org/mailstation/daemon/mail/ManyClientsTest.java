package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several programs at one mailbox, all changing it at the same time. */
class ManyClientsTest {
    private static final String ANNA = "anna@home.test";
    private static final int CLIENTS = 4;
    private static final int COMMANDS = 60;

    @TempDir Path data;
    private TestStation station;

    @BeforeEach
    void start() throws Exception {
        station = TestStation.running(data, Configs.station("home.test", "anna"));
    }

    @AfterEach
    void stop() {
        station.close();
    }

    private ImapMirror client() throws IOException {
        return new ImapMirror(station.imap(ANNA));
    }

    /** One of the things people do, from what this client believes of the mailbox. */
    private static void act(ImapMirror client, Random random, String name) throws IOException {
        int some = client.size() == 0 ? 0 : 1 + random.nextInt(client.size());
        int choice = some == 0 ? 0 : random.nextInt(8);
        switch (choice) {
            case 0, 1 -> client.append("Subject: " + name + "\r\n\r\nHello\r\n");
            case 2 -> client.say("STORE " + some + " +FLAGS (\\Seen)");
            case 3 -> client.say("STORE " + some + " FLAGS (" + name + " \\Flagged)");
            case 4 -> {
                client.say("STORE " + some + " +FLAGS (\\Deleted)");
                client.say("EXPUNGE");
            }
            case 5 -> client.say("FETCH 1:" + some + " (UID FLAGS)");
            case 6 -> client.say("SEARCH UNSEEN");
            default -> client.say("NOOP");
        }
    }

    @Test
    void every_one_of_them_ends_with_the_same_picture_and_is_never_told_what_cannot_be()
            throws Exception {
        List<ImapMirror> clients = new ArrayList<>();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<ImapMirror>> days = new ArrayList<>();
            for (int number = 0; number < CLIENTS; number++) {
                days.add(people.submit(day(number)));
            }
            for (Future<ImapMirror> day : days) {
                clients.add(day.get());
            }
        }

        try (ImapMirror fresh = client()) {
            fresh.catchUp();
            assertThat(fresh.size()).isPositive();
            for (ImapMirror client : clients) {
                client.catchUp();
                assertThat(client.picture()).isEqualTo(fresh.picture());
                client.close();
            }
        }
    }

    private Callable<ImapMirror> day(int number) {
        return () -> {
            ImapMirror client = client();
            Random random = new Random(number);
            for (int command = 0; command < COMMANDS; command++) {
                act(client, random, "client" + number);
            }
            return client;
        };
    }
}
