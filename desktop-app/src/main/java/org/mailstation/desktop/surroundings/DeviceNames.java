package org.mailstation.desktop.surroundings;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.mailstation.desktop.discovery.Discovered;
import org.mailstation.desktop.discovery.Discovery;
import org.mailstation.desktop.discovery.Found;

/** What a device at home calls itself. */
public record DeviceNames(Discovery discovery) implements UnaryOperator<String> {
    private static final int SECONDS = 6;

    /** Its name, or its model; empty if it does not tell. */
    @Override
    public String apply(String address) {
        return found().found().stream()
                .filter(one -> one.addresses().contains(address))
                .map(DeviceNames::called)
                .findFirst()
                .orElse("");
    }

    private static String called(Found device) {
        return device.name().isEmpty() ? device.model() : device.name();
    }

    private Discovered found() {
        Discovery.Running running = discovery.start(_ -> {});
        try {
            return running.done().get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException untold) {
            running.cancel();
        }
        return new Discovered(java.util.List.of(), java.util.List.of(), false);
    }
}
