package org.mailstation.control;

import com.google.gson.stream.MalformedJsonException;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.jsonrpc.JsonRpcException;
import org.eclipse.lsp4j.jsonrpc.MessageIssueException;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;
import org.eclipse.lsp4j.jsonrpc.services.ServiceEndpoints;
import org.jspecify.annotations.Nullable;

/**
 * One end of a connection: a thread that reads, a lock to write, and the moment when it is over.
 */
final class Wire<R> implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Wire.class.getName());
    private static final Map<String, JsonRpcMethod> METHODS = methods();

    private final InputStream in;
    private final OutputStream out;
    private final Object writing = new Object();
    private final Object reading = new Object();
    private boolean waiting;
    private final MessageJsonHandler json = new MessageJsonHandler(METHODS, ControlJson::configure);
    private final AtomicBoolean over = new AtomicBoolean();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final Peer peer;
    private final R remote;
    private final Thread reader;

    /**
     * @param local from the other side's interface to the object that answers it
     */
    Wire(InputStream in, OutputStream out, Class<R> remoteType, Function<R, Object> local) {
        this.in = in;
        this.out = out;
        // the service wants to know the other side, and the other side wants to know the service
        LateEndpoint service = new LateEndpoint();
        peer = new Peer(this::send, service, json);
        remote = ServiceEndpoints.toServiceObject(peer, remoteType);
        service.target = ServiceEndpoints.toEndpoint(local.apply(remote));
        reader = Thread.ofVirtual().name("control").unstarted(this::read);
        reader.start();
    }

    R remote() {
        return remote;
    }

    CompletableFuture<Void> closed() {
        return closed.copy();
    }

    @Override
    public void close() {
        end(null);
    }

    private void read() {
        Throwable reason = new IllegalStateException("the reader failed");
        try {
            Frames frames = new Frames(in);
            for (String text = next(frames); text != null; text = next(frames)) {
                take(text);
            }
            reason = null;
        } catch (IOException | RuntimeException e) {
            reason = e;
        } finally {
            end(reason);
        }
    }

    /**
     * The only place where {@link #end} may interrupt the reader: it must never hit a service that
     * is just writing a file.
     */
    private @Nullable String next(Frames frames) throws IOException {
        synchronized (reading) {
            waiting = true;
        }
        try {
            return over.get() ? null : frames.next();
        } finally {
            synchronized (reading) {
                waiting = false;
            }
            boolean _ = Thread.interrupted();
        }
    }

    private void take(String text) throws MalformedMessageException {
        Message message;
        try {
            message = json.parseMessage(text);
        } catch (MessageIssueException unfit) {
            peer.handle(unfit.getRpcMessage(), unfit.getIssues());
            if (unfit.getIssues().stream().anyMatch(issue -> notJson(issue.getCause()))) {
                throw new MalformedMessageException("a message is not JSON", unfit);
            }
            return;
        } catch (RuntimeException e) {
            throw new MalformedMessageException("a message is not JSON-RPC", e);
        }
        if (message == null) {
            throw new MalformedMessageException("a message is empty", null);
        }
        peer.consume(message);
    }

    private static boolean notJson(@Nullable Throwable cause) {
        return cause != null
                && (cause instanceof MalformedJsonException
                        || cause instanceof EOFException
                        || notJson(cause.getCause()));
    }

    private void send(Message message) {
        if (over.get() && !(message instanceof RequestMessage)) {
            return; // nobody is there to read it
        }
        String text = json.serialize(message);
        try {
            synchronized (writing) {
                Frames.write(out, text);
            }
        } catch (MalformedMessageException tooLarge) {
            throw new JsonRpcException(tooLarge);
        } catch (IOException e) {
            end(e);
            if (message instanceof RequestMessage) {
                throw new JsonRpcException(e);
            }
        }
    }

    private void end(@Nullable Throwable reason) {
        if (!over.compareAndSet(false, true)) {
            return;
        }
        peer.connectionEnded(new ConnectionClosedException(reason));
        closeQuietly(out);
        closeQuietly(in);
        synchronized (reading) {
            if (waiting) {
                reader.interrupt(); // a pipe's read does not notice that it was closed
            }
        }
        if (reason == null) {
            closed.complete(null);
        } else {
            closed.completeExceptionally(reason);
        }
    }

    private static void closeQuietly(Closeable stream) {
        try {
            stream.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "closing", e); // it is over anyway
        }
    }

    private static Map<String, JsonRpcMethod> methods() {
        Map<String, JsonRpcMethod> methods =
                new LinkedHashMap<>(ServiceEndpoints.getSupportedMethods(StationControl.class));
        methods.putAll(ServiceEndpoints.getSupportedMethods(StationListener.class));
        return methods;
    }

    private static final class LateEndpoint implements Endpoint {
        private @Nullable Endpoint target;

        @Override
        public CompletableFuture<?> request(String method, @Nullable Object parameter) {
            return target().request(method, parameter);
        }

        @Override
        public void notify(String method, @Nullable Object parameter) {
            target().notify(method, parameter);
        }

        private Endpoint target() {
            return java.util.Objects.requireNonNull(target);
        }
    }
}
