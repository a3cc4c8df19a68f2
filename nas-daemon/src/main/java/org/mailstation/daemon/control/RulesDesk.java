package org.mailstation.daemon.control;

import java.io.IOException;
import org.mailstation.control.FilterAnswer;
import org.mailstation.control.FilterRequest;
import org.mailstation.control.VacationAnswer;
import org.mailstation.control.VacationRequest;

/** What people want done with their letters; asked for accounts that are there. */
public interface RulesDesk {
    FilterAnswer filters(FilterRequest request) throws IOException;

    VacationAnswer vacation(VacationRequest request) throws IOException;
}
