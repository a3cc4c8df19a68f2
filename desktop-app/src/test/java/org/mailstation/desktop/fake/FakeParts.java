package org.mailstation.desktop.fake;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mailstation.config.Port;
import org.mailstation.config.Service;
import org.mailstation.config.StationConfig;
import org.mailstation.control.CertificateStatus;
import org.mailstation.control.ListenerStatus;
import org.mailstation.control.ProcessStatus;
import org.mailstation.control.QueueStatus;
import org.mailstation.control.StationStatus;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.finding.Verdict;
import org.mailstation.text.Text;

/** What a station tells of itself that no test changes. */
final class FakeParts {
    private FakeParts() {}

    static StationStatus status(
            int revision, Optional<StationConfig> config, int queue, List<Finding> findings) {
        return new StationStatus(
                "0.1.0",
                FakeStation.STARTED,
                revision,
                config.map(StationConfig::hostName).orElse(""),
                Arrays.stream(Service.values()).map(service -> listener(service, config)).toList(),
                config.map(it -> certificate(it.hostName())).orElse(null),
                null,
                new QueueStatus(queue, queue == 0 ? null : FakeStation.STARTED.plusSeconds(60)),
                config.map(it -> it.accounts().size()).orElse(0),
                new ProcessStatus(142_000_000, 38_000_000, 812_000_000_000L, 41),
                null,
                config.isEmpty() ? List.of() : findings);
    }

    static ListenerStatus listener(Service service, Optional<StationConfig> config) {
        return config.map(
                        it ->
                                new ListenerStatus(
                                        service,
                                        it.ports().of(service).open(),
                                        it.ports().of(service).number(),
                                        it.ports().of(service).number(),
                                        ""))
                .orElse(new ListenerStatus(service, Port.Open.OFF, 0, 0, ""));
    }

    static Finding notListening(String service, int port) {
        return new Finding(
                "listener." + service,
                Hop.DAEMON,
                Verdict.FAIL,
                Severity.ERROR,
                Text.of("selfcheck.not-listening", service, port),
                List.of(
                        new Evidence(
                                Vantage.NAS,
                                "connect 127.0.0.1:" + port,
                                "connection refused",
                                FakeStation.STARTED)),
                new Remedy.RunOnNas(Text.of("listener.down.remedy", port), "sudo ss -ltnp"));
    }

    static CertificateStatus certificate(String host) {
        return new CertificateStatus(
                "CN=" + host,
                "9f2c4be1a07d3355c8f0e1d2a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6",
                FakeStation.STARTED,
                FakeStation.STARTED.plusSeconds(86_400L * 825),
                true,
                "");
    }
}
