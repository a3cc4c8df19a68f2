package org.mailstation.check.real;

import java.time.Clock;
import java.time.Duration;
import org.mailstation.check.AskedLine;
import org.mailstation.check.Identity;
import org.mailstation.check.Landmarks;
import org.mailstation.check.PublicNames;
import org.mailstation.check.Scene;
import org.mailstation.config.StationConfig;
import org.mailstation.ddns.update.JdkWeb;
import org.mailstation.finding.Vantage;
import org.mailstation.probe.Dns;
import org.mailstation.probe.real.DnsjavaDns;
import org.mailstation.probe.real.SntpTime;
import org.mailstation.probe.real.SocketDoors;

/** Makes scenes in which this computer itself asks the world. */
public final class RealScenes implements Scenes {
    /** Several are asked one after the other within the time of a run. */
    private static final Duration DNS_PATIENCE = Duration.ofSeconds(2);

    private static final Duration TIME_PATIENCE = Duration.ofSeconds(2);
    private static final Duration WEB_PATIENCE = Duration.ofSeconds(8);

    private final Vantage vantage;
    private final HomeNetwork home;
    private final String agent;
    private final Clock clock;

    /**
     * @param vantage where this computer stands
     * @param agent names this program to web servers
     */
    public RealScenes(Vantage vantage, String agent, Clock clock) {
        this.vantage = vantage;
        this.home = new HomeNetwork(agent, clock);
        this.agent = agent;
        this.clock = clock;
    }

    @Override
    public Scene of(StationConfig config, Identity identity, Landmarks landmarks) {
        Dns dns = new DnsjavaDns(DNS_PATIENCE);
        return new Scene(
                vantage,
                config,
                identity,
                landmarks,
                new PublicNames(dns, landmarks),
                SocketDoors.judging(),
                new AskedLine(home::line, vantage, clock),
                new SntpTime(clock, TIME_PATIENCE),
                new JdkWeb(agent, WEB_PATIENCE),
                clock);
    }
}
