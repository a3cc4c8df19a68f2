package org.mailstation.daemon;

import java.io.IOException;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.StationConfig;
import org.mailstation.control.FilterAnswer;
import org.mailstation.control.FilterRequest;
import org.mailstation.control.VacationAnswer;
import org.mailstation.control.VacationRequest;
import org.mailstation.daemon.control.RulesDesk;
import org.mailstation.daemon.filters.FilterDesk;
import org.mailstation.daemon.filters.VacationDesk;
import org.mailstation.daemon.mail.MailServer;

/** The rules of people's letters, as the control interface asks for them. */
final class FilterParts {
    private FilterParts() {}

    static RulesDesk rules(MailServer server, Supplier<@Nullable StationConfig> config) {
        FilterDesk filters = new FilterDesk(server.rules().filters(), () -> language(config.get()));
        VacationDesk vacations = new VacationDesk(server.rules().vacations());
        return new RulesDesk() {
            @Override
            public FilterAnswer filters(FilterRequest request) throws IOException {
                return filters.answer(request);
            }

            @Override
            public VacationAnswer vacation(VacationRequest request) throws IOException {
                return vacations.answer(request);
            }
        };
    }

    private static Locale language(@Nullable StationConfig config) {
        return config == null ? Locale.ENGLISH : config.notifications().language().locale();
    }
}
