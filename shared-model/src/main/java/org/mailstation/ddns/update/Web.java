package org.mailstation.ddns.update;

import java.net.URI;
import java.util.Map;

/** Asks web servers. */
public interface Web {
    /** Sends a request and waits for the answer, for a limited time. */
    Answer send(Request request);

    /**
     * @param uri may hold a secret: it is shown nowhere
     * @param body empty: none
     */
    record Request(String method, URI uri, Map<String, String> headers, String body) {
        public Request {
            headers = Map.copyOf(headers);
        }

        public static Request get(URI uri) {
            return new Request("GET", uri, Map.of(), "");
        }

        @Override
        public String toString() {
            return method + " " + uri.getHost();
        }
    }

    sealed interface Answer {
        /** Whatever the status. */
        record Reply(int status, String body) implements Answer {}

        /** No answer; {@code why} holds neither the address nor a secret. */
        record None(String why) implements Answer {}
    }
}
