package org.mailstation.control;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.jsonrpc.JsonRpcRequestFuture;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.messages.MessageIssue;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;
import org.jspecify.annotations.Nullable;

/**
 * The other side of a connection. Adds to LSP4J: requests end when the connection ends, messages
 * without their content are refused, and neither logs nor error answers repeat what a message
 * contains.
 */
final class Peer extends RemoteEndpoint {
    private static final System.Logger LOG = System.getLogger(Peer.class.getName());

    private final MessageConsumer out;
    private final Endpoint local;
    private final MessageJsonHandler json;
    private final Set<JsonRpcRequestFuture<?>> waiting = ConcurrentHashMap.newKeySet();
    private volatile @Nullable ConnectionClosedException end;

    Peer(MessageConsumer out, Endpoint local, MessageJsonHandler json) {
        super(out, local, Peer::errorFor);
        this.out = out;
        this.local = local;
        this.json = json;
        setJsonHandler(json);
        json.setMethodProvider(this);
    }

    /** No answer will come any more. */
    void connectionEnded(ConnectionClosedException reason) {
        end = reason;
        waiting.forEach(request -> request.completeExceptionally(reason));
    }

    @Override
    public JsonRpcRequestFuture<Object> request(String method, @Nullable Object parameter) {
        JsonRpcRequestFuture<Object> answer = super.request(method, parameter);
        waiting.add(answer);
        var _ = answer.whenComplete((_, _) -> waiting.remove(answer));
        ConnectionClosedException reason = end;
        if (reason != null) {
            answer.completeExceptionally(reason);
        }
        return answer;
    }

    @Override
    protected void handleRequest(RequestMessage request) {
        JsonRpcMethod method = json.getJsonRpcMethod(request.getMethod());
        if (method == null) {
            refuse(request, ResponseErrorCode.MethodNotFound, "there is no such request");
        } else if (method.getParameterTypes().length > 0 && request.getParams() == null) {
            refuse(request, ResponseErrorCode.InvalidParams, "\"params\" is missing");
        } else {
            super.handleRequest(request);
        }
    }

    @Override
    protected void handleRequestIssues(RequestMessage request, List<MessageIssue> issues) {
        String why = issues.stream().map(Peer::reason).collect(Collectors.joining("; "));
        refuse(request, ResponseErrorCode.InvalidParams, why);
    }

    private void refuse(RequestMessage request, ResponseErrorCode code, String why) {
        out.consume(createErrorResponseMessage(request, new ResponseError(code, why, null)));
    }

    private static String reason(MessageIssue issue) {
        Exception cause = issue.getCause();
        return cause == null || cause.getMessage() == null ? issue.getText() : cause.getMessage();
    }

    @Override
    protected void handleResponse(ResponseMessage response) {
        if (response.getResult() == null && response.getError() == null) {
            response.setError(
                    new ResponseError(
                            ResponseErrorCode.InternalError, "the answer is empty", null));
        }
        if (expected(response)) {
            super.handleResponse(response);
        }
    }

    @Override
    protected void handleResponseIssues(ResponseMessage response, List<MessageIssue> issues) {
        if (expected(response)) {
            super.handleResponseIssues(response, issues);
        }
    }

    /** LSP4J would log the whole text of an answer that nobody waits for. */
    private boolean expected(ResponseMessage response) {
        boolean asked = resolveMethod(response.getId()) != null;
        if (!asked) {
            LOG.log(System.Logger.Level.DEBUG, "an answer that nobody waits for is ignored");
        }
        return asked;
    }

    /**
     * A request that was sent as a notification is not carried out: its sender could never learn
     * what became of it.
     */
    @Override
    protected void handleNotification(NotificationMessage notification) {
        if (handleCancellation(notification)) {
            return;
        }
        JsonRpcMethod method = json.getJsonRpcMethod(notification.getMethod());
        if (method == null || !method.isNotification() || notification.getParams() == null) {
            LOG.log(System.Logger.Level.DEBUG, "an unknown notification is ignored");
            return;
        }
        try {
            local.notify(notification.getMethod(), notification.getParams());
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "a listener failed on " + method.getMethodName(),
                    e);
        }
    }

    /** Without this, LSP4J would send the whole stack trace. */
    private static ResponseError errorFor(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof ResponseErrorException)) {
            cause = cause.getCause();
        }
        if (cause instanceof ResponseErrorException meant) {
            return meant.getResponseError();
        }
        LOG.log(System.Logger.Level.ERROR, "a request failed", failure);
        String code = cause.getClass().getSimpleName();
        return new ResponseError(
                ResponseErrorCode.InternalError,
                "internal error (" + code + "), see the log",
                null);
    }
}
