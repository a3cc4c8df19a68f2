package org.mailstation.probe.real;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.mailstation.probe.Ways;

/** Connects by TCP. */
public final class SocketWays implements Ways {
    @Override
    public Reached reach(InetSocketAddress where, Duration patience) {
        try (Socket socket = new Socket()) {
            socket.connect(where, new Patience(patience).millis());
            return Reached.CONNECTED;
        } catch (SocketTimeoutException e) {
            return Reached.SILENT;
        } catch (ConnectException e) {
            return String.valueOf(e.getMessage()).contains("refused")
                    ? Reached.REFUSED
                    : Reached.NO_WAY;
        } catch (IOException e) {
            return Reached.NO_WAY;
        }
    }
}
