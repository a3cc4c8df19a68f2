package org.mailstation.desktop.view.programs;

import org.jspecify.annotations.Nullable;
import org.mailstation.clients.ClientWay;
import org.mailstation.desktop.flow.Handout;
import org.mailstation.desktop.words.Words;

/** The values of one person as a text: for a phone's camera, and for a file beside Outlook. */
record Sheet(Words words, Handout.View view) {

    /** Whether there is anything to be written. */
    boolean complete() {
        return view.in() != null && view.out() != null && !view.person().isEmpty();
    }

    /** What the camera reads: the profile's address, or the values. */
    String forCamera() {
        return view.profilePage().isEmpty()
                ? words.of("programs.qr.values", view.person(), in(), out())
                : view.profilePage();
    }

    /** What to do in Outlook, step by step, with all values. */
    String forOutlook() {
        return words.of(
                "programs.outlook.steps",
                view.person(),
                words.of("programs.short", view.reading()),
                in(),
                out());
    }

    /** Name of that file. */
    String outlookName() {
        return "outlook-" + view.person().replace('@', '-') + ".txt";
    }

    private String in() {
        return words.of("programs.short", view.reading()) + " " + way(view.in());
    }

    private String out() {
        return "SMTP " + way(view.out());
    }

    private String way(@Nullable ClientWay way) {
        return way == null
                ? ""
                : view.host()
                        + ":"
                        + way.port()
                        + " "
                        + words.of(
                                way.tlsAtOnce()
                                        ? "programs.security.tls"
                                        : "programs.security.starttls");
    }
}
