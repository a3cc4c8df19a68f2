package org.mailstation.desktop.check;

import java.util.Arrays;
import java.util.function.Consumer;
import org.mailstation.check.CheckRun;
import org.mailstation.control.Progress;
import org.mailstation.text.Text;

/** How far several are who look at the same time. */
final class Overall {
    private final int[] percent;
    private final Consumer<Progress> progress;

    Overall(int eyes, Consumer<Progress> progress) {
        this.percent = new int[eyes];
        this.progress = progress;
    }

    CheckRun.Listener of(int eye) {
        return (check, done, of) -> tell(eye, check, 100 * done / of);
    }

    private synchronized void tell(int eye, String check, int now) {
        percent[eye] = now;
        int all = Arrays.stream(percent).sum() / percent.length;
        progress.accept(new Progress(all, Text.of("check.progress", check)));
    }
}
