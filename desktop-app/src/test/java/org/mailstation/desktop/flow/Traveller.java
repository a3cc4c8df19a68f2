package org.mailstation.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.mailstation.control.Secret;
import org.mailstation.desktop.draft.Draft;
import org.mailstation.desktop.draft.Person;
import org.mailstation.desktop.fake.FakeNas;
import org.mailstation.desktop.fake.HandBackground;
import org.mailstation.desktop.fake.MemoryUnfinished;
import org.mailstation.desktop.work.Failure;

/** Somebody who walks through the flow as far as a test needs. */
final class Traveller {

    static final String PASSWORD = "correct-Horse-7-battery";

    static final Instant NOW = Instant.parse("2026-05-07T09:41:00Z");

    final FakeNas nas = new FakeNas();
    final HandBackground background = new HandBackground();
    final MemoryUnfinished unfinished;
    final SetupFlow flow;

    Traveller() {
        this(new MemoryUnfinished());
    }

    /** Somebody who was here before. */
    Traveller(MemoryUnfinished unfinished) {
        this.unfinished = unfinished;
        flow = new SetupFlow(background, nas, nas, nas, unfinished, () -> NOW, FakeNas.VERSION);
    }

    <S extends SetupState> S until(Class<S> kind) {
        background.until(() -> kind.isInstance(flow.state()) && !flow.state().activity().running());
        return kind.cast(flow.state());
    }

    /** Waits until the work is under way, whatever it shows before. */
    <S extends SetupState> S whileRunning(Class<S> kind) {
        background.until(() -> kind.isInstance(flow.state()) && flow.state().activity().running());
        return kind.cast(flow.state());
    }

    Failure failure() {
        background.until(() -> flow.state().activity() instanceof Activity.Failed);
        return ((Activity.Failed) flow.state().activity()).failure();
    }

    Traveller toSignIn() {
        flow.locate("nas");
        if (nas.pinned == null) {
            until(SetupState.ConfirmingKey.class);
            flow.trustKey(true);
        }
        until(SetupState.SigningIn.class);
        return this;
    }

    static SignInForm byPassword(String password) {
        return new SignInForm("admin", false, new Secret(password), "");
    }

    Traveller toInstall() {
        toSignIn();
        flow.signIn(byPassword(nas.password));
        until(SetupState.Installing.class);
        return this;
    }

    Traveller toInstalled() {
        toInstall();
        flow.install();
        until(SetupState.InstallDone.class);
        return this;
    }

    Traveller toForm() {
        toInstalled();
        flow.openForm();
        until(SetupState.Filling.class);
        return this;
    }

    /** What only the person can know. */
    Traveller fillIn() {
        flow.edit("domains[0]", draft -> draft.withName(it -> it.withDomain("example.org")));
        flow.edit("account[0].name", person(it -> it.withName("Alex Muster")));
        flow.edit("account[0].password", person(it -> it.withPassword(PASSWORD)));
        return this;
    }

    /** A change of the first person. */
    static UnaryOperator<Draft> person(UnaryOperator<Person> change) {
        return draft -> draft.withPeople(all -> all.withPerson(0, change));
    }

    Traveller toReview() {
        toForm().fillIn();
        flow.review();
        until(SetupState.Reviewing.class);
        return this;
    }

    Traveller toRunning() {
        toReview();
        flow.apply();
        until(SetupState.Running.class);
        return this;
    }

    Traveller toHome() {
        toRunning();
        flow.home();
        assertThat(flow.state()).isInstanceOf(SetupState.Home.class);
        return this;
    }
}
