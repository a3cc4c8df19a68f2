package org.mailstation.router.igd;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.mailstation.lan.Element;

/**
 * A router on the loopback that keeps a table of mappings and answers over real HTTP, as
 * WANIPConnection wants it.
 */
final class FakeRouter implements AutoCloseable {
    static final Inet4Address HERE = (Inet4Address) InetAddress.ofLiteral("127.0.0.1");

    /** What it forwards, by external port: client, internal port, description, lease. */
    final Map<Integer, String[]> table = new TreeMap<>();

    /** Names of the actions that were called. */
    final List<String> called = new CopyOnWriteArrayList<>();

    String type = "urn:schemas-upnp-org:service:WANIPConnection:1";
    String more = "";
    String status = "Connected";
    String address = "203.0.113.7";
    boolean onlyPermanent;
    boolean cannotTellOne;
    boolean forgetful;
    @Nullable Integer refusesToAdd;
    @Nullable String says;
    int httpStatus = 200;

    private final HttpServer server;

    FakeRouter() throws IOException {
        server = HttpServer.create(new InetSocketAddress(HERE, 0), 0);
        server.createContext("/desc.xml", exchange -> send(exchange, 200, description()));
        server.createContext("/ctl", this::control);
        server.start();
    }

    URI location() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/desc.xml");
    }

    URI control() {
        return location().resolve("/ctl");
    }

    String description() {
        return """
               <?xml version="1.0"?><root xmlns="urn:schemas-upnp-org:device-1-0"><device>
               <deviceType>urn:schemas-upnp-org:device:InternetGatewayDevice:1</deviceType>
               <friendlyName>HomeBox 7</friendlyName><presentationURL>/</presentationURL>
               <deviceList><device><deviceType>urn:schemas-upnp-org:device:WANDevice:1</deviceType>
               <deviceList><device><serviceList>%s
               <service><serviceType>%s</serviceType><controlURL>/ctl</controlURL></service>
               </serviceList></device></deviceList></device></deviceList></device></root>"""
                .formatted(more, type);
    }

    private void control(HttpExchange exchange) throws IOException {
        String header = exchange.getRequestHeaders().getFirst("SOAPAction");
        Element body =
                Element.parse(exchange.getRequestBody().readAllBytes())
                        .flatMap(root -> root.child("Body"))
                        .orElseThrow();
        Element call = body.children().getFirst();
        called.add(call.name());
        if (says != null) {
            send(exchange, httpStatus, says);
        } else if (!header.equals("\"" + type + "#" + call.name() + "\"")) {
            fault(exchange, 401);
        } else {
            answer(exchange, call);
        }
    }

    private void answer(HttpExchange exchange, Element call) throws IOException {
        String port = call.textOf("NewExternalPort");
        switch (call.name()) {
            case "GetStatusInfo" ->
                    done(exchange, call, "NewConnectionStatus", status, "NewUptime", "4711");
            case "GetExternalIPAddress" -> done(exchange, call, "NewExternalIPAddress", address);
            case "GetSpecificPortMappingEntry" -> specific(exchange, call, Integer.parseInt(port));
            case "AddPortMapping" -> add(exchange, call, Integer.parseInt(port));
            case "DeletePortMapping" -> {
                if (table.remove(Integer.parseInt(port)) == null) {
                    fault(exchange, 714);
                } else {
                    done(exchange, call);
                }
            }
            default -> fault(exchange, 401);
        }
    }

    private void specific(HttpExchange exchange, Element call, int port) throws IOException {
        String[] entry = table.get(port);
        if (cannotTellOne) {
            fault(exchange, 501);
        } else if (entry == null) {
            fault(exchange, 714);
        } else {
            done(
                    exchange,
                    call,
                    "NewInternalClient",
                    entry[0],
                    "NewInternalPort",
                    entry[1],
                    "NewPortMappingDescription",
                    entry[2],
                    "NewLeaseDuration",
                    entry[3],
                    "NewEnabled",
                    "1");
        }
    }

    private void add(HttpExchange exchange, Element call, int port) throws IOException {
        String lease = call.textOf("NewLeaseDuration");
        String client = call.textOf("NewInternalClient");
        if (refusesToAdd != null) {
            fault(exchange, refusesToAdd);
        } else if (onlyPermanent && !lease.equals("0")) {
            fault(exchange, 725);
        } else {
            if (!forgetful) {
                String[] entry = {
                    client,
                    call.textOf("NewInternalPort"),
                    call.textOf("NewPortMappingDescription"),
                    lease
                };
                table.put(port, entry);
            }
            done(exchange, call);
        }
    }

    private void done(HttpExchange exchange, Element call, String... values) throws IOException {
        StringBuilder inner = new StringBuilder();
        for (int i = 0; i < values.length; i += 2) {
            inner.append("<%1$s>%2$s</%1$s>".formatted(values[i], escaped(values[i + 1])));
        }
        send(
                exchange,
                200,
                envelope(
                        "<u:%1$sResponse xmlns:u=\"%2$s\">%3$s</u:%1$sResponse>"
                                .formatted(call.name(), type, inner)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static void fault(HttpExchange exchange, int code) throws IOException {
        send(
                exchange,
                500,
                envelope(
                        """
                        <s:Fault><faultcode>s:Client</faultcode><faultstring>UPnPError</faultstring>
                        <detail><UPnPError xmlns="urn:schemas-upnp-org:control-1-0">
                        <errorCode>%d</errorCode><errorDescription>No.%n </errorDescription>
                        </UPnPError></detail></s:Fault>"""
                                .formatted(code)));
    }

    static String envelope(String inner) {
        return "<?xml version=\"1.0\"?><s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>"
                + inner
                + "</s:Body></s:Envelope>";
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
