package org.mailstation.control;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What a program may write into the control socket: frames, and JSON-RPC in them. */
class WireFuzz {
    private static final StationControl STATION =
            (StationControl)
                    Proxy.newProxyInstance(
                            StationControl.class.getClassLoader(),
                            new Class<?>[] {StationControl.class},
                            (_, _, _) ->
                                    CompletableFuture.failedFuture(
                                            new IllegalArgumentException("asked")));

    @FuzzTest(maxDuration = "3m")
    @DictionaryEntries({
        "Content-Length: ",
        "Content-Type: ",
        "\\x0d\\x0a\\x0d\\x0a",
        "charset=utf-8"
    })
    void frames_are_cut_or_refused(FuzzedDataProvider data) throws IOException {
        byte[] octets = data.consumeRemainingAsBytes();
        Frames frames = new Frames(new ByteArrayInputStream(octets));
        long read = 0;
        try {
            for (String text = frames.next(); text != null; text = frames.next()) {
                read += text.getBytes(StandardCharsets.UTF_8).length;
            }
        } catch (MalformedMessageException refused) {
            read = Math.min(read, octets.length);
        }
        if (read > octets.length) {
            throw new IllegalStateException("more was read than came");
        }
    }

    /** A connection comes to its end whatever it hears, and nobody waits for it in vain. */
    @FuzzTest(maxDuration = "3m")
    @DictionaryEntries({
        "{\\\"jsonrpc\\\":\\\"2.0\\\"",
        "\\\"id\\\":",
        "\\\"method\\\":",
        "\\\"station/hello\\\"",
        "\\\"station/status\\\"",
        "\\\"station/apply\\\"",
        "\\\"$/cancelRequest\\\"",
        "\\\"params\\\":",
        "\\\"result\\\":",
        "\\\"error\\\":",
        "null",
        "{}",
        "[]",
        "\\\"protocol\\\":1"
    })
    void a_message_is_answered_or_ends_its_connection(FuzzedDataProvider data)
            throws InterruptedException, TimeoutException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        while (data.remainingBytes() > 0) {
            byte[] message =
                    data.consumeString(Math.max(1, data.remainingBytes() / 2))
                            .getBytes(StandardCharsets.UTF_8);
            said.writeBytes(
                    ("Content-Length: " + message.length + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            said.writeBytes(message);
        }
        try (ControlConnection.Server server =
                ControlConnection.serve(
                        new ByteArrayInputStream(said.toByteArray()),
                        new ByteArrayOutputStream(),
                        _ -> new HelloFirst(STATION))) {
            server.closed().get(20, TimeUnit.SECONDS);
        } catch (ExecutionException ended) {
            if (!(ended.getCause() instanceof IOException)) {
                throw new IllegalStateException("not ended as it should be", ended);
            }
        }
    }
}
