package org.mailstation.desktop.view;

import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.mailstation.desktop.flow.SetupState;
import org.mailstation.desktop.flow.Step;
import org.mailstation.desktop.view.find.FindPage;
import org.mailstation.desktop.view.find.HostKeyPage;
import org.mailstation.desktop.view.find.KeyChangedPage;
import org.mailstation.desktop.view.install.InstallDonePage;
import org.mailstation.desktop.view.install.InstallPage;
import org.mailstation.desktop.view.install.LookPage;
import org.mailstation.desktop.view.line.LinePage;
import org.mailstation.desktop.view.name.NamePage;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.Page;
import org.mailstation.desktop.view.people.PeoplePage;
import org.mailstation.desktop.view.ports.PortsPage;
import org.mailstation.desktop.view.programs.ProgramsPage;
import org.mailstation.desktop.view.proof.ProofPage;
import org.mailstation.desktop.view.records.RecordsPage;
import org.mailstation.desktop.view.review.NotAppliedPage;
import org.mailstation.desktop.view.review.ReviewPage;
import org.mailstation.desktop.view.review.RunningPage;
import org.mailstation.desktop.view.safety.SafetyPage;
import org.mailstation.desktop.view.signin.QuestionPage;
import org.mailstation.desktop.view.signin.SignInPage;
import org.mailstation.desktop.view.status.StatusPage;

/** One page for each kind of state, made once, so that nothing typed is lost between visits. */
final class Pages {

    private final FindPage find;
    private final HostKeyPage hostKey;
    private final KeyChangedPage keyChanged;
    private final SignInPage signIn;
    private final QuestionPage question;
    private final LookPage look;
    private final InstallPage install;
    private final InstallDonePage installDone;
    private final LinePage line;
    private final NamePage name;
    private final PeoplePage people;
    private final SafetyPage safety;
    private final PortsPage ports;
    private final RecordsPage records;
    private final ProofPage proof;
    private final ProgramsPage programs;
    private final ReviewPage review;
    private final RunningPage running;
    private final NotAppliedPage notApplied;
    private final StatusPage status;

    Pages(Kit kit, RandomGenerator random, InstantSource clock) {
        find = new FindPage(kit);
        hostKey = new HostKeyPage(kit);
        keyChanged = new KeyChangedPage(kit);
        signIn = new SignInPage(kit);
        question = new QuestionPage(kit);
        look = new LookPage(kit);
        install = new InstallPage(kit);
        installDone = new InstallDonePage(kit);
        line = new LinePage(kit);
        name = new NamePage(kit);
        people = new PeoplePage(kit, random);
        safety = new SafetyPage(kit);
        ports = new PortsPage(kit);
        records = new RecordsPage(kit);
        proof = new ProofPage(kit);
        programs = new ProgramsPage(kit);
        review = new ReviewPage(kit);
        running = new RunningPage(kit);
        notApplied = new NotAppliedPage(kit);
        status = new StatusPage(kit, clock);
    }

    /** Fills the page of a state and returns it. */
    Page<?> show(SetupState state) {
        return switch (state) {
            case SetupState.Locating it -> filled(find, it);
            case SetupState.ConfirmingKey it -> filled(hostKey, it);
            case SetupState.KeyChanged it -> filled(keyChanged, it);
            case SetupState.SigningIn it -> filled(signIn, it);
            case SetupState.Asking it -> filled(question, it);
            case SetupState.Looking it -> filled(look, it);
            case SetupState.Installing it -> filled(install, it);
            case SetupState.InstallDone it -> filled(installDone, it);
            case SetupState.Filling it -> filled(draft(it.step()), it);
            case SetupState.Afterwards it -> filled(after(it.step()), it);
            case SetupState.Reviewing it -> filled(review, it);
            case SetupState.Running it -> filled(running, it);
            case SetupState.NotApplied it -> filled(notApplied, it);
            case SetupState.Home it -> filled(status, it);
        };
    }

    private Page<SetupState.Filling> draft(Step step) {
        return switch (step) {
            case NAME -> name;
            case PEOPLE -> people;
            case SAFETY -> safety;
            default -> line;
        };
    }

    private Page<SetupState.Afterwards> after(Step step) {
        return switch (step) {
            case RECORDS -> records;
            case PROOF -> proof;
            case PROGRAMS -> programs;
            default -> ports;
        };
    }

    private static <S extends SetupState> Page<S> filled(Page<S> page, S state) {
        page.show(state);
        return page;
    }

    StatusPage status() {
        return status;
    }
}
