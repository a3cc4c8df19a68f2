package org.mailstation.desktop.flow;

import org.mailstation.desktop.flow.SetupState.Afterwards;
import org.mailstation.desktop.flow.SetupState.Asking;
import org.mailstation.desktop.flow.SetupState.ConfirmingKey;
import org.mailstation.desktop.flow.SetupState.Filling;
import org.mailstation.desktop.flow.SetupState.Home;
import org.mailstation.desktop.flow.SetupState.InstallDone;
import org.mailstation.desktop.flow.SetupState.Installing;
import org.mailstation.desktop.flow.SetupState.KeyChanged;
import org.mailstation.desktop.flow.SetupState.Locating;
import org.mailstation.desktop.flow.SetupState.Looking;
import org.mailstation.desktop.flow.SetupState.NotApplied;
import org.mailstation.desktop.flow.SetupState.Reviewing;
import org.mailstation.desktop.flow.SetupState.Running;
import org.mailstation.desktop.flow.SetupState.SigningIn;

/** What the footer's one coloured button does. */
public enum Forward {
    CONNECT,
    TRUST,
    SIGN_IN,
    ANSWER,
    RETRY,
    INSTALL,
    UPDATE,
    CONTINUE,
    REVIEW,
    APPLY,
    RECONSIDER,
    SHOW_STATUS,
    CHANGE_SETTINGS,
    /** there is no way on */
    NONE;

    /** What it does on a page. */
    public static Forward of(SetupState state) {
        return switch (state) {
            case Locating _ -> CONNECT;
            case ConfirmingKey _ -> TRUST;
            case KeyChanged _ -> NONE;
            case SigningIn _ -> SIGN_IN;
            case Asking _ -> ANSWER;
            case Looking _ -> RETRY;
            case Installing page -> page.forward();
            case InstallDone _ -> CONTINUE;
            case Filling page -> page.step() == Step.SAFETY ? REVIEW : CONTINUE;
            case Reviewing page -> page.nothingToDo() ? SHOW_STATUS : APPLY;
            case Running _ -> CONTINUE;
            case Afterwards page -> page.step().following().looks() ? CONTINUE : SHOW_STATUS;
            case NotApplied _ -> RECONSIDER;
            case Home _ -> CHANGE_SETTINGS;
        };
    }

    /** Whether it can be pressed now. */
    public static boolean enabled(SetupState state) {
        return of(state) != NONE && !state.activity().running();
    }
}
