package org.mailstation.daemon.filters;

import java.io.IOException;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.FilterAnswer;
import org.mailstation.control.FilterRequest;
import org.mailstation.daemon.sieve.Script;
import org.mailstation.daemon.sieve.ScriptException;
import org.mailstation.text.Text;

/** Answers questions about the filter rules of accounts. */
public final class FilterDesk {
    private final Filters filters;
    private final Supplier<Locale> language;

    /**
     * @param language of those who write rules
     */
    public FilterDesk(Filters filters, Supplier<Locale> language) {
        this.filters = filters;
        this.language = language;
    }

    public FilterAnswer answer(FilterRequest request) throws IOException {
        String account = request.address();
        String name = request.name();
        try {
            return switch (request.wanted()) {
                case LIST -> list(account, "");
                case SHOW -> show(account, name);
                case CHECK -> {
                    Script _ = Script.read(request.text());
                    yield list(account, "");
                }
                case PUT -> put(account, name, request.text());
                case ACTIVATE ->
                        filters.activate(account, name)
                                ? list(account, "")
                                : new FilterAnswer.NoSuchScript(name);
                case REMOVE -> remove(account, name);
            };
        } catch (ScriptException e) {
            return new FilterAnswer.Refused(Text.of("filter.wrong", e.sentence(language.get())));
        }
    }

    private FilterAnswer list(String account, String text) throws IOException {
        return new FilterAnswer.Scripts(
                filters.list(account).stream()
                        .map(one -> new FilterAnswer.Named(one.name(), one.active()))
                        .toList(),
                text);
    }

    private FilterAnswer show(String account, String name) throws IOException {
        @Nullable String text = filters.read(account, name);
        return text == null ? new FilterAnswer.NoSuchScript(name) : list(account, text);
    }

    private FilterAnswer put(String account, String name, String text)
            throws IOException, ScriptException {
        return switch (filters.put(account, name, text)) {
            case DONE -> list(account, "");
            case NAME -> new FilterAnswer.Refused(Text.of("filter.name", name));
            case MANY -> new FilterAnswer.Refused(Text.of("filter.many", Filters.MOST_SCRIPTS));
        };
    }

    private FilterAnswer remove(String account, String name) throws IOException {
        return switch (filters.remove(account, name)) {
            case GONE -> list(account, "");
            case NONE -> new FilterAnswer.NoSuchScript(name);
            case ACTIVE -> new FilterAnswer.Refused(Text.of("filter.active", name));
        };
    }
}
