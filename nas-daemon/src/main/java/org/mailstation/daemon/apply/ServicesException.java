package org.mailstation.daemon.apply;

import java.util.List;
import org.mailstation.config.Problem;

/** Some parts of the services did not come up. */
public final class ServicesException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * @param problems at least one, each naming the setting it comes from, for example {@code
     *     ports.smtp.port}
     */
    public ServicesException(List<Problem> problems) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
