package org.mailstation.daemon.control;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.mailstation.config.Parsed;
import org.mailstation.config.StationConfig;
import org.mailstation.control.BanRequest;
import org.mailstation.control.Bans;
import org.mailstation.control.CertificateFetching;
import org.mailstation.control.CertificateRequest;
import org.mailstation.control.ClientRequest;
import org.mailstation.control.ClientSetup;
import org.mailstation.control.DkimRequest;
import org.mailstation.control.DkimStatus;
import org.mailstation.control.Forwards;
import org.mailstation.control.ForwardsRequest;
import org.mailstation.control.LogLines;
import org.mailstation.control.Metrics;
import org.mailstation.control.NasUsers;
import org.mailstation.control.Relayed;
import org.mailstation.control.RelayedRequest;
import org.mailstation.control.StationStatus;
import org.mailstation.control.TraceRequest;
import org.mailstation.control.Traces;
import org.mailstation.daemon.apply.Applier;
import org.mailstation.daemon.state.SecretStore;

/**
 * The parts of the station that a conversation reaches.
 *
 * @param version of this program
 * @param reader text to configuration, with all its problems
 * @param status looks at the station now
 * @param reindexing makes the index agree with the letters
 * @param nasUsers who has an account on the NAS
 * @param copies makes backups and brings them back
 * @param ddns keeps the name at the line's address
 * @param relayChanged called after the relay's password may have become another
 * @param forwards what the router leads here, after doing what is wanted
 * @param dkim how letters are signed, after doing what is wanted
 * @param certificate how a certificate is fetched, after doing what is wanted
 * @param rules what people want done with their letters
 * @param relayed which destinations are reached through the relay, after doing what is wanted
 * @param clients what mail programs must be told
 * @param examining looks at everything that matters to mail
 * @param trace where letters are
 * @param bans who is shut out, after doing what is wanted
 * @param home what is asked by those who look after the station
 * @param metrics figures, as they are now
 * @param logTail the newest lines of the log, at most so many
 */
public record Station(
        String version,
        Applier applier,
        Function<String, Parsed<StationConfig>> reader,
        Supplier<StationStatus> status,
        Passwords passwords,
        SecretStore secrets,
        Reindexing reindexing,
        Supplier<NasUsers> nasUsers,
        Copies copies,
        DdnsDesk ddns,
        Runnable relayChanged,
        Function<ForwardsRequest, Forwards> forwards,
        Function<DkimRequest, DkimStatus> dkim,
        Function<CertificateRequest, CertificateFetching> certificate,
        RulesDesk rules,
        Function<RelayedRequest, Relayed> relayed,
        BiFunction<StationConfig, ClientRequest, ClientSetup> clients,
        Examining examining,
        Function<TraceRequest, Traces> trace,
        Function<BanRequest, Bans> bans,
        HomeDesk home,
        Supplier<Metrics> metrics,
        IntFunction<LogLines> logTail,
        EventHub events) {}
