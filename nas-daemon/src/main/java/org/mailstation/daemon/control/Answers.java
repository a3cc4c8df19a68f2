package org.mailstation.daemon.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/** How work becomes an answer, or a JSON-RPC error. */
final class Answers {
    private Answers() {}

    /** What the work gives; its failures as those that a future can carry. */
    static <T> T call(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException surprise) {
            throw surprise;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (Exception other) {
            throw new CompletionException(other);
        }
    }

    /** The request itself is wrong. */
    static <T> CompletableFuture<T> refused(String why) {
        return CompletableFuture.failedFuture(
                new ResponseErrorException(
                        new ResponseError(ResponseErrorCode.InvalidParams, why, null)));
    }
}
