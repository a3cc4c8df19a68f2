package org.mailstation.probe.real;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.mailstation.config.Service;
import org.mailstation.probe.Dial;
import org.mailstation.probe.DoorAnswer;
import org.mailstation.probe.Doors;

/** Knocks at mail ports with sockets. */
public final class SocketDoors implements Doors {
    private final Dial dial;
    private final TlsLook tls;

    private SocketDoors(Dial dial, TlsLook tls) {
        this.dial = dial;
        this.tls = tls;
    }

    /** Tells of each certificate whether this computer's list of authorities leads to it. */
    public static SocketDoors judging() {
        return judging(SocketDoors::fromHere);
    }

    /** The same, from somewhere else. */
    public static SocketDoors judging(Dial dial) {
        return new SocketDoors(dial, TlsLook.byAuthorities());
    }

    /** Looks at keys only, and calls no certificate trusted: the list of authorities is large. */
    public static SocketDoors seeingKeys() {
        return new SocketDoors(SocketDoors::fromHere, TlsLook.trustingNobody());
    }

    private static Socket fromHere(InetSocketAddress where, Duration patience) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(where, new Patience(patience).millis());
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    @Override
    public DoorAnswer knock(
            Service service, InetSocketAddress where, String name, Duration patience) {
        Patience left = new Patience(patience);
        try (Socket socket = dial.open(where, patience)) {
            return talk(service, socket, name, left);
        } catch (SocketTimeoutException e) {
            return new DoorAnswer.Silent();
        } catch (NoRouteToHostException e) {
            return new DoorAnswer.NoWay(String.valueOf(e.getMessage()));
        } catch (ConnectException e) {
            return refused(e) ? new DoorAnswer.Refused() : noWay(e);
        } catch (IOException e) {
            return noWay(e);
        }
    }

    /** From here on somebody is there: whatever fails now is his answer. */
    private DoorAnswer talk(Service service, Socket socket, String name, Patience left) {
        try {
            return service.implicitTls()
                    ? underTls(service, socket, name, left)
                    : byUpgrade(service, socket, name, left);
        } catch (SocketTimeoutException e) {
            return new DoorAnswer.Strange("connected, then silent");
        } catch (SSLException e) {
            return new DoorAnswer.Strange("TLS failed: " + e.getMessage());
        } catch (IOException e) {
            return new DoorAnswer.Strange(String.valueOf(e.getMessage()));
        }
    }

    private DoorAnswer underTls(Service service, Socket socket, String name, Patience left)
            throws IOException {
        try (TlsLook.Session session = tls.over(socket, name, left)) {
            Talk talk = new Talk(session.socket(), Manners.of(service), left);
            return new DoorAnswer.Secured(talk.greeting(), session.seen());
        }
    }

    private DoorAnswer byUpgrade(Service service, Socket socket, String name, Patience left)
            throws IOException {
        Talk talk = new Talk(socket, Manners.of(service), left);
        String greeting = talk.greeting();
        if (!talk.upgrade()) {
            return new DoorAnswer.InTheClear(greeting);
        }
        try (TlsLook.Session session = tls.over(socket, name, left)) {
            return new DoorAnswer.Secured(greeting, session.seen());
        }
    }

    private static boolean refused(ConnectException e) {
        return String.valueOf(e.getMessage()).contains("refused");
    }

    private static DoorAnswer noWay(IOException e) {
        return new DoorAnswer.NoWay(String.valueOf(e.getMessage()));
    }
}
