package io.crmkit.spring;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * Tells whether a request came by a way nobody can read: TLS, this machine, or a proxy the host vouched for. A proxy that
 * says its client spoke plain HTTP is believed in any case.
 */
record Transport(boolean behindProxy) {
    boolean isPrivate(ServerRequest request) {
        if (saysPlain(request)) {
            return false;
        }
        return behindProxy
                || request.servletRequest().isSecure()
                || isThisMachine(request.servletRequest().getRemoteAddr());
    }

    private static boolean saysPlain(ServerRequest request) {
        List<String> told = request.headers().header("X-Forwarded-Proto");
        List<String> standard = request.headers().header("Forwarded");
        return told.stream().anyMatch(proto -> proto.strip().equalsIgnoreCase("http"))
                || standard.stream()
                        .map(each -> each.toLowerCase(Locale.ROOT).replace("\"", ""))
                        .anyMatch(each -> each.contains("proto=http") && !each.contains("proto=https"));
    }

    private static boolean isThisMachine(String address) {
        try {
            // An address as the container gives it, in digits: nothing is looked up.
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }
}
