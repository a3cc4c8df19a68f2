package org.mailstation.daemon.control;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.mailstation.control.FilterAnswer;
import org.mailstation.control.FilterRequest;
import org.mailstation.control.VacationAnswer;
import org.mailstation.control.VacationRequest;
import org.mailstation.daemon.delivery.PersonalRules;
import org.mailstation.daemon.filters.FilterDesk;
import org.mailstation.daemon.filters.VacationDesk;

/** The real desks over a folder. */
record TestRules(FilterDesk desk, VacationDesk vacations) implements RulesDesk {
    static TestRules over(Path folder, Clock clock) {
        PersonalRules rules = PersonalRules.open(folder.resolve("rules"), clock);
        return new TestRules(
                new FilterDesk(rules.filters(), () -> java.util.Locale.ENGLISH),
                new VacationDesk(rules.vacations()));
    }

    @Override
    public FilterAnswer filters(FilterRequest request) throws IOException {
        return desk.answer(request);
    }

    @Override
    public VacationAnswer vacation(VacationRequest request) throws IOException {
        return vacations.answer(request);
    }
}
