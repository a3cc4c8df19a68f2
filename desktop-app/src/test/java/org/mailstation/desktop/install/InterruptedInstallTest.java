package org.mailstation.desktop.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.desktop.install.InstallProgress.Phase;
import org.mailstation.desktop.ssh.SshFailure;
import org.mailstation.desktop.testing.Await;
import org.mailstation.desktop.testing.Failures;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.Cancelled;

/** Installations that a lost connection or the person ends, and the attempts after them. */
class InterruptedInstallTest {
    @TempDir Path folder;
    private Bench bench;
    private NasPackage nasPackage;

    @BeforeEach
    void start() throws Exception {
        bench = new Bench(folder);
        bench.nas.start();
        nasPackage = bench.newest();
    }

    @AfterEach
    void stop() throws Exception {
        bench.close();
    }

    @Test
    void an_upload_that_was_cut_goes_on_where_it_ended() throws Exception {
        cutInTheMiddle();
        long there = Files.size(uploaded());
        assertThat(there).isPositive().isLessThan(nasPackage.bytes());

        List<InstallProgress> told = new ArrayList<>();
        Installed installed =
                bench.install(bench.myself(), nasPackage, told::add, Cancellation.never());
        assertThat(installed.version()).isEqualTo("9.9.9");
        assertThat(told.stream().filter(it -> it.phase() == Phase.UPLOADING).toList())
                .first()
                .isEqualTo(new InstallProgress(Phase.UPLOADING, there, nasPackage.bytes()));
        assertThat(bench.leftovers()).isEmpty();
    }

    @Test
    void what_was_changed_meanwhile_is_uploaded_again_from_its_beginning() throws Exception {
        cutInTheMiddle();
        Files.write(uploaded(), new byte[10]);
        assertThat(firstByteOfTheNextAttempt()).isZero();
    }

    @Test
    void what_became_longer_than_the_package_is_uploaded_again_from_its_beginning()
            throws Exception {
        cutInTheMiddle();
        Files.write(uploaded(), new byte[(int) nasPackage.bytes() + 1], StandardOpenOption.APPEND);
        assertThat(firstByteOfTheNextAttempt()).isZero();
    }

    @Test
    void a_connection_lost_while_the_nas_installs_is_told_and_the_next_attempt_works()
            throws Exception {
        bench.nas.environment("INSTALLER_WAITS", "yes");
        CompletableFuture<Void> cut =
                CompletableFuture.runAsync(
                        () -> {
                            awaitFile(bench.nas.home().resolve("installer-waits"));
                            bench.nas.cutConnections();
                        });
        Failures.expect(SshFailure.ConnectionLost.class, () -> bench.installForMyself(nasPackage));
        cut.get();
        bench.nas.awaitQuiet();
        bench.nas.environment("INSTALLER_WAITS", "");
        assertThat(bench.installForMyself(nasPackage).version()).isEqualTo("9.9.9");
        assertThat(bench.leftovers()).isEmpty();
    }

    @Test
    void who_changes_his_mind_during_the_upload_leaves_nothing_behind() throws Exception {
        Cancellation cancellation = new Cancellation();
        Failures.expect(
                Cancelled.class,
                () ->
                        bench.install(
                                bench.myself(),
                                nasPackage,
                                told -> {
                                    if (told.phase() == Phase.UPLOADING && told.done() > 0) {
                                        cancellation.cancel();
                                    }
                                },
                                cancellation));
        assertThat(bench.leftovers()).isEmpty();
        assertThat(bench.installerCalls()).isEmpty();
    }

    @Test
    void who_changes_his_mind_before_the_upload_leaves_nothing_behind() throws Exception {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        Failures.expect(
                Cancelled.class,
                () -> bench.install(bench.myself(), nasPackage, _ -> {}, cancellation));
        assertThat(bench.leftovers()).isEmpty();
    }

    @Test
    void who_changes_his_mind_after_the_upload_leaves_nothing_behind() throws Exception {
        Cancellation cancellation = new Cancellation();
        Failures.expect(
                Cancelled.class,
                () ->
                        bench.install(
                                bench.myself(),
                                nasPackage,
                                told -> {
                                    if (told.phase() == Phase.VERIFYING) {
                                        cancellation.cancel();
                                    }
                                },
                                cancellation));
        assertThat(bench.leftovers()).isEmpty();
        assertThat(bench.installerCalls()).isEmpty();
    }

    /** Cuts the connection at a moment when the NAS has a part of the package. */
    private void cutInTheMiddle() throws Exception {
        Failures.expect(
                SshFailure.ConnectionLost.class,
                () ->
                        bench.install(
                                bench.myself(),
                                nasPackage,
                                told -> {
                                    if (told.phase() == Phase.UPLOADING && told.done() > 0) {
                                        awaitFile(uploaded());
                                        bench.nas.cutConnections();
                                    }
                                },
                                Cancellation.never()));
        bench.nas.awaitQuiet();
    }

    private Path uploaded() {
        String name = ".mail-station-" + nasPackage.sha256().substring(0, 16);
        return bench.nas.home().resolve(name).resolve("package");
    }

    private static void awaitFile(Path file) {
        try {
            Await.until(file + " has something", () -> size(file) > 0);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private long firstByteOfTheNextAttempt() throws Exception {
        List<InstallProgress> told = new ArrayList<>();
        bench.install(bench.myself(), nasPackage, told::add, Cancellation.never());
        return told.stream()
                .filter(it -> it.phase() == Phase.UPLOADING)
                .findFirst()
                .orElseThrow()
                .done();
    }
}
