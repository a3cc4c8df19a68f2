package org.mailstation.desktop.flow;

import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.flow.SetupState.InstallDone;
import org.mailstation.desktop.flow.SetupState.Installing;
import org.mailstation.desktop.install.InstallProgress;
import org.mailstation.desktop.install.Installed;
import org.mailstation.desktop.install.NasInfo;
import org.mailstation.desktop.remote.Nas;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the NAS and brings the daemon to it. */
final class Installation {

    private static final Logger LOG = LoggerFactory.getLogger(Installation.class);

    private record Look(NasInfo nas, int revision, @Nullable Unfinished unfinished) {}

    private final Stage stage;
    private final Desk desk;
    private final Session session;
    private final Keeper keeper;
    private final Settings settings;
    private final Pace pace;
    private final String ownVersion;

    Installation(
            Stage stage,
            Desk desk,
            Session session,
            Keeper keeper,
            Settings settings,
            Pace pace,
            String ownVersion) {
        this.stage = stage;
        this.desk = desk;
        this.session = session;
        this.keeper = keeper;
        this.settings = settings;
        this.pace = pace;
        this.ownVersion = ownVersion;
    }

    void look(String address) {
        desk.<Look>start(
                activity -> new SetupState.Looking(address, activity),
                Activity.Running.of("flow.looking"),
                (cancellation, _) -> {
                    NasInfo nas = session.onNas(cancellation, Nas::look);
                    return new Look(
                            nas,
                            upToDate(nas) ? revisionThere(cancellation) : 0,
                            keeper.load(address).orElse(null));
                },
                look -> looked(address, look),
                _ -> false);
    }

    private boolean upToDate(NasInfo nas) {
        return nas.installed() && nas.installedVersion().equals(ownVersion);
    }

    /** A daemon that does not answer is shown on the install page, where it can be repaired. */
    private int revisionThere(Cancellation cancellation) {
        try {
            return session.onStation(cancellation, station -> station.config().revision());
        } catch (FailureException e) {
            LOG.info("the installed daemon does not answer: {}", e.failure().code());
            return 0;
        }
    }

    /**
     * Who comes back to a station that is set up wants to see how it is; who left in between wants
     * to go on there.
     */
    private void looked(String address, Look look) {
        Installing page = new Installing(address, look.nas(), ownVersion, Activity.IDLE);
        Unfinished begun = look.unfinished();
        boolean typed = begun != null && begun.draft() != null;
        settings.offer(typed ? begun : null);
        settings.expect(look.nas().conditions().lowPorts());
        if (look.revision() > 0) {
            stage.advance(page, running(address, begun));
        } else {
            stage.show(page);
            if (upToDate(look.nas()) && (typed || pace.accepting())) {
                settings.open();
            } else if (pace.accepting() && !look.nas().installed()) {
                install();
            }
        }
    }

    private SetupState running(String address, @Nullable Unfinished begun) {
        if (begun != null && begun.step().looks()) {
            keeper.resume();
            return new SetupState.Afterwards(begun.step(), Activity.IDLE);
        }
        return new SetupState.Home(address, Activity.IDLE);
    }

    void lookAgain() {
        look(
                stage.state() instanceof Installing page
                        ? page.address()
                        : stage.expect(SetupState.Looking.class).address());
    }

    void install() {
        Installing page = stage.expect(Installing.class);
        desk.<Installed>start(
                activity -> new Installing(page.address(), page.nas(), ownVersion, activity),
                Activity.Running.of("install.looking"),
                (cancellation, progress) ->
                        session.onNas(
                                cancellation,
                                nas ->
                                        nas.install(
                                                step -> progress.accept(running(step)),
                                                cancellation)),
                installed -> installed(page, installed),
                _ -> false);
    }

    private void installed(Installing page, Installed installed) {
        stage.advance(
                new Installing(
                        page.address(), page.nas().with(installed), ownVersion, Activity.IDLE),
                new InstallDone(page.address(), installed, Activity.IDLE));
        if (pace.accepting()) {
            settings.open();
        }
    }

    private static Activity.Running running(InstallProgress step) {
        return new Activity.Running(step.percent(), step.text(), false);
    }
}
