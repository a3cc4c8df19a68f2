package org.mailstation.desktop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.mailstation.desktop.discovery.Channel;
import org.mailstation.desktop.discovery.ChannelAnswer;
import org.mailstation.desktop.discovery.Discovered;
import org.mailstation.desktop.discovery.Discovered.ChannelReport;
import org.mailstation.desktop.discovery.Discovery;
import org.mailstation.desktop.discovery.Found;
import org.mailstation.desktop.discovery.Kind;
import org.mailstation.desktop.discovery.SshAnswer;
import org.mailstation.text.Text;
import picocli.CommandLine;

class DiscoverCommandTest {
    private static final ChannelReport SILENT =
            new ChannelReport(Channel.MDNS, new ChannelAnswer.Silent());
    private static final ChannelReport COULD_NOT =
            new ChannelReport(
                    Channel.SSDP,
                    new ChannelAnswer.CouldNotAsk(Text.of("discover.could-not-ask.no-network")));
    private static final Found DISK_STATION =
            new Found(
                    0,
                    Kind.SYNOLOGY,
                    "DiskStation",
                    "DS220+",
                    "DSM 7.2-69057",
                    "2150",
                    List.of("00:11:32:aa:bb:cc"),
                    List.of("192.168.77.10"),
                    new SshAnswer.Answers(22, "OpenSSH_8.2"),
                    List.of(Channel.MDNS));

    private final StringWriter out = new StringWriter();

    @Test
    void a_device_is_a_line_and_success() {
        assertThat(run(List.of(DISK_STATION), List.of(SILENT))).isZero();
        assertThat(out.toString()).contains("DiskStation").contains("192.168.77.10");
    }

    @Test
    void nothing_found_and_nobody_asked_are_different_ends() {
        assertThat(run(List.of(), List.of(SILENT, COULD_NOT))).isEqualTo(1);
        assertThat(run(List.of(), List.of(COULD_NOT))).isEqualTo(3);
    }

    @Test
    void json_names_everything_for_scripts() {
        assertThat(run(List.of(DISK_STATION), List.of(SILENT, COULD_NOT), "--json")).isZero();

        JsonObject json = JsonParser.parseString(out.toString()).getAsJsonObject();
        JsonObject device = json.getAsJsonArray("found").get(0).getAsJsonObject();
        assertThat(device.get("kind").getAsString()).isEqualTo("synology");
        assertThat(device.get("model").getAsString()).isEqualTo("DS220+");
        assertThat(device.getAsJsonArray("addresses").get(0).getAsString())
                .isEqualTo("192.168.77.10");
        JsonObject ssh = device.getAsJsonObject("ssh");
        assertThat(ssh.get("kind").getAsString()).isEqualTo("Answers");
        assertThat(ssh.get("port").getAsInt()).isEqualTo(22);
        JsonObject channel = json.getAsJsonArray("channels").get(1).getAsJsonObject();
        assertThat(channel.get("channel").getAsString()).isEqualTo("ssdp");
        assertThat(channel.getAsJsonObject("answer").get("kind").getAsString())
                .isEqualTo("CouldNotAsk");
        assertThat(json.get("finished").getAsBoolean()).isTrue();
    }

    private int run(List<Found> found, List<ChannelReport> channels, String... arguments) {
        Discovered last = new Discovered(found, channels, true);
        CommandLine command = new CommandLine(new DiscoverCommand(new Finished(last)));
        return command.setOut(new PrintWriter(out)).execute(arguments);
    }

    /** A search that has ended before it began. */
    private record Finished(Discovered last) implements Discovery, Discovery.Running {
        @Override
        public Running start(Consumer<Discovered> onChange) {
            return this;
        }

        @Override
        public void cancel() {}

        @Override
        public CompletableFuture<Discovered> done() {
            return CompletableFuture.completedFuture(last);
        }
    }
}
