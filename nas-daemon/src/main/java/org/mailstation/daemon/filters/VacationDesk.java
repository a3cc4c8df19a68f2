package org.mailstation.daemon.filters;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.Vacation;
import org.mailstation.control.VacationAnswer;
import org.mailstation.control.VacationRequest;
import org.mailstation.text.Text;

/** Answers questions about who is away. */
public final class VacationDesk {
    private static final int LONGEST = 10_000;

    private final Vacations vacations;

    public VacationDesk(Vacations vacations) {
        this.vacations = vacations;
    }

    public VacationAnswer answer(VacationRequest request) throws IOException {
        switch (request.wanted()) {
            case SHOW -> {
                // how it is
            }
            case OFF -> vacations.clear(request.address());
            case ON -> {
                Vacation wanted = request.vacation();
                Text reason = wanted == null ? Text.of("vacation.text", LONGEST) : wrong(wanted);
                if (wanted == null || reason != null) {
                    return new VacationAnswer.Refused(
                            reason == null ? Text.of("vacation.text", LONGEST) : reason);
                }
                vacations.set(request.address(), wanted);
            }
        }
        return new VacationAnswer.State(vacations.read(request.address()));
    }

    private static @Nullable Text wrong(Vacation wanted) {
        if (wanted.text().isBlank() || wanted.text().length() > LONGEST) {
            return Text.of("vacation.text", LONGEST);
        }
        LocalDate from = LocalDate.MIN;
        LocalDate until = LocalDate.MAX;
        try {
            from = wanted.from().isEmpty() ? from : LocalDate.parse(wanted.from());
            until = wanted.until().isEmpty() ? until : LocalDate.parse(wanted.until());
        } catch (DateTimeException notSo) {
            return Text.of("vacation.date");
        }
        return until.isBefore(from) ? Text.of("vacation.order") : null;
    }
}
