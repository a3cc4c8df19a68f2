package org.mailstation.daemon.accounts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mailstation.control.AppPasswords;
import org.mailstation.control.AppPasswords.Device;
import org.mailstation.control.Secret;
import org.mailstation.files.AtomicFile;
import org.mailstation.text.Text;

/**
 * Passwords of single devices, in {@code secrets/app-passwords} (mode 0600): whoever loses a
 * telephone takes its password away and keeps all others.
 */
public final class DevicePasswords {
    private static final int MOST_DEVICES = 50;
    private static final int LONGEST_NAME = 60;

    private final Path file;
    private final Clock clock;
    private final SecureRandom random;
    private volatile List<AppPassword> all;

    /**
     * @param secrets folder in which the file lies
     * @throws IOException if the file is there and cannot be read
     */
    public DevicePasswords(Path secrets, Clock clock, SecureRandom random) throws IOException {
        this.file = secrets.resolve("app-passwords");
        this.clock = clock;
        this.random = random;
        this.all = read(file);
    }

    private static List<AppPassword> read(Path file) throws IOException {
        try {
            return Files.readAllLines(file).stream().map(AppPassword::parse).toList();
        } catch (NoSuchFileException none) {
            // no device has one yet
            return List.of();
        } catch (RuntimeException damaged) {
            throw new IOException("the file of app passwords is damaged: " + file, damaged);
        }
    }

    /** Whether one of the person's devices has this password. Takes no time. */
    public boolean matches(String address, String password) {
        return AppPassword.looksLikeOne(password)
                && all.stream()
                        .filter(one -> one.address().equals(address))
                        .anyMatch(one -> one.matches(password));
    }

    /** The devices of a person. */
    public AppPasswords list(String address) {
        return new AppPasswords.Devices(null, devices(address));
    }

    private List<Device> devices(String address) {
        return all.stream()
                .filter(one -> one.address().equals(address))
                .map(one -> new Device(one.device(), one.made()))
                .toList();
    }

    /** Makes a password for a device. When this returns, it is on the disk. */
    public synchronized AppPasswords make(String address, String device) throws IOException {
        String name = device.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.matches(".*\\p{C}.*")) {
            return new AppPasswords.Refused(Text.of("app-password.name", LONGEST_NAME));
        }
        List<Device> devices = devices(address);
        if (devices.stream().anyMatch(one -> one.name().equals(name))) {
            return new AppPasswords.Refused(Text.of("app-password.twice", name));
        }
        if (devices.size() >= MOST_DEVICES) {
            return new AppPasswords.Refused(Text.of("app-password.many", MOST_DEVICES));
        }
        Secret made = AppPassword.random(random);
        List<AppPassword> next = new ArrayList<>(all);
        next.add(AppPassword.of(address, name, clock.instant(), made, random));
        write(next);
        return new AppPasswords.Devices(made, devices(address));
    }

    /** Takes a device's password away. When this returns, it cannot sign in any more. */
    public synchronized AppPasswords revoke(String address, String device) throws IOException {
        String name = device.strip();
        boolean gone = keep(one -> !(one.address().equals(address) && one.device().equals(name)));
        return gone ? list(address) : new AppPasswords.Refused(Text.of("app-password.none", name));
    }

    /** Forgets the devices of accounts that are no more. */
    public synchronized void retain(Set<String> addresses) throws IOException {
        boolean _ = keep(one -> addresses.contains(one.address()));
    }

    private boolean keep(Predicate<AppPassword> wanted) throws IOException {
        List<AppPassword> next = all.stream().filter(wanted).toList();
        boolean fewer = next.size() < all.size();
        if (fewer) {
            write(next);
        }
        return fewer;
    }

    private void write(List<AppPassword> next) throws IOException {
        String text = next.stream().map(one -> one.line() + "\n").collect(Collectors.joining());
        AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
        all = List.copyOf(next);
    }
}
