package org.mailstation.desktop.install;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.install.InstallProgress.Phase;
import org.mailstation.desktop.ssh.Ran;
import org.mailstation.desktop.ssh.RemoteProcess;
import org.mailstation.desktop.ssh.Shell;
import org.mailstation.desktop.ssh.SshConnection;
import org.mailstation.desktop.ssh.SshFailure;
import org.mailstation.desktop.ssh.Sudo;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Installs the daemon: look, upload, compare, run the NAS's own installer, tidy up. */
public final class Installer {
    private static final Logger LOG = LoggerFactory.getLogger(Installer.class);
    private static final Duration INSTALLING = Duration.ofMinutes(5);
    private static final Duration ASKING = Duration.ofMinutes(2);
    private static final int LAST_LINES = 6;

    private final SshConnection connection;
    private final Sudo sudo;
    private final InstallPlace place;
    private final Surveyor surveyor;
    private final String[] uploadPlaces;

    public Installer(SshConnection connection, Sudo sudo, InstallPlace place) {
        // A Disk Station's /tmp is small and in memory; its volumes have a place for what is
        // passing.
        this(
                connection,
                sudo,
                place,
                new Surveyor(connection, place),
                "/volume1/@tmp",
                "/var/tmp",
                "/tmp");
    }

    Installer(
            SshConnection connection,
            Sudo sudo,
            InstallPlace place,
            Surveyor surveyor,
            String... uploadPlaces) {
        this.connection = connection;
        this.sudo = sudo;
        this.place = place;
        this.surveyor = surveyor;
        this.uploadPlaces = uploadPlaces.clone();
    }

    /**
     * Installs one of the packages, the one for this NAS's processor.
     *
     * @param progress called on the calling thread
     * @throws FailureException with an {@link InstallFailure}, an {@link SshFailure}, or {@code
     *     Cancelled}; the NAS is then as it was, but for the part of an upload that the next
     *     attempt goes on with after a lost connection
     */
    public Installed install(
            List<NasPackage> packages,
            Consumer<InstallProgress> progress,
            Cancellation cancellation)
            throws FailureException {
        NasInfo nas = surveyor.look();
        NasPackage nasPackage = suitable(packages, nas);
        mayReplace(nas, nasPackage.version());
        progress.accept(new InstallProgress(Phase.LOOKING, 0, nasPackage.bytes()));
        cancellation.check();
        askForTheRight();
        cancellation.check();
        Upload upload = new Upload(connection, nasPackage, uploadPlaces);
        Upload.Room room = upload.prepare();
        FailureException failure = null;
        try {
            bringOver(upload, room, nasPackage, progress, cancellation);
            progress.accept(
                    new InstallProgress(Phase.INSTALLING, nasPackage.bytes(), nasPackage.bytes()));
            runInstaller(room, nas, nasPackage);
        } catch (FailureException e) {
            failure = e;
            throw e;
        } finally {
            tidyUp(upload, room, failure);
        }
        progress.accept(new InstallProgress(Phase.STARTED, nasPackage.bytes(), nasPackage.bytes()));
        return new Installed(surveyor.look().installedVersion(), nas.installedVersion());
    }

    /** Who may not install learns it now, and not after an upload of many minutes. */
    private void askForTheRight() throws FailureException {
        if (place instanceof InstallPlace.Service) {
            sudo.run(List.of("true"), ASKING);
        }
    }

    /** What is not ours to replace, or newer, is left alone before anything is sent. */
    private static void mayReplace(NasInfo nas, String version) throws FailureException {
        String there = nas.installedVersion();
        if (nas.packaged()) {
            throw new FailureException(new InstallFailure.ByPackage(there, version));
        }
        if (nas.installed() && new ReleaseName(there).isNewerThan(version)) {
            throw new FailureException(new InstallFailure.NewerThere(there, version));
        }
    }

    private static NasPackage suitable(List<NasPackage> packages, NasInfo nas)
            throws FailureException {
        if (!nas.system().equals("Linux")) {
            throw new FailureException(new InstallFailure.WrongSystem(nas.system()));
        }
        String processor = nas.architecture().equals("amd64") ? "x86_64" : nas.architecture();
        for (NasPackage candidate : packages) {
            if (candidate.processor().equals(processor)) {
                return candidate;
            }
        }
        String needed =
                packages.stream().map(NasPackage::processor).collect(Collectors.joining(", "));
        throw new FailureException(new InstallFailure.WrongArchitecture(processor, needed));
    }

    private static void bringOver(
            Upload upload,
            Upload.Room room,
            NasPackage nasPackage,
            Consumer<InstallProgress> progress,
            Cancellation cancellation)
            throws FailureException {
        long total = nasPackage.bytes();
        upload.send(
                room,
                sent -> progress.accept(new InstallProgress(Phase.UPLOADING, sent, total)),
                cancellation);
        progress.accept(new InstallProgress(Phase.VERIFYING, total, total));
        upload.verify(room);
        cancellation.check();
        upload.unpack(room);
        cancellation.check();
    }

    /**
     * From here on there is no cancelling: the NAS's installer itself leaves either the new version
     * or the old one.
     */
    private void runInstaller(Upload.Room room, NasInfo nas, NasPackage nasPackage)
            throws FailureException {
        List<String> arguments = new ArrayList<>(List.of(room.folder()));
        if (place instanceof InstallPlace.Folder(String folder)) {
            arguments.add("--user-mode");
            arguments.add(folder);
        }
        List<String> words = Shell.script(NasScripts.INSTALL, arguments.toArray(String[]::new));
        boolean asAdministrator = place instanceof InstallPlace.Service;
        try (RemoteProcess process =
                asAdministrator ? sudo.start(words) : connection.start(words)) {
            Ran ran = process.finish(INSTALLING);
            if (!ran.ok()) {
                throw new FailureException(failure(ran, nas, nasPackage));
            }
        }
    }

    private InstallFailure failure(Ran ran, NasInfo nas, NasPackage nasPackage) {
        List<String> lines = ran.output().lines().toList();
        String said =
                String.join(
                        " / ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        return switch (ran.status()) {
            case 4 ->
                    new InstallFailure.WrongArchitecture(
                            nas.architecture(), nasPackage.processor());
            case 6 -> new InstallFailure.ChecksumDiffers();
            default -> new InstallFailure.InstallerFailed(ran.status(), said);
        };
    }

    private void tidyUp(Upload upload, Upload.Room room, @Nullable FailureException failure) {
        if (failure != null && Upload.lost(failure)) {
            return;
        }
        try {
            upload.remove(room);
        } catch (FailureException e) {
            // The answer to the person is the failure before, or success; the next installation
            // finds and uses what is left.
            LOG.warn("{} stays on {}", room.folder(), connection.target().host(), e);
        }
    }
}
