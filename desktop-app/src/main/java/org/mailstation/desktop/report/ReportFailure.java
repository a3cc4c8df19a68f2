package org.mailstation.desktop.report;

import org.mailstation.desktop.work.Failure;
import org.mailstation.text.Text;

/** What can go wrong with a report. */
public sealed interface ReportFailure extends Failure {

    /** The NAS is there, and lets only those in who sign in. */
    record SignInFirst() implements ReportFailure {
        @Override
        public Text text() {
            return Text.of("report.sign-in-first");
        }
    }

    /** This computer knows of no station. */
    record NoStation() implements ReportFailure {
        @Override
        public Text text() {
            return Text.of("report.no-station");
        }
    }

    /** The file could not be written. */
    record Unwritable(String file, String why) implements ReportFailure {
        @Override
        public Text text() {
            return Text.of("cli.report.unwritable", file, why);
        }

        @Override
        public String code() {
            return "report.unwritable";
        }
    }
}
