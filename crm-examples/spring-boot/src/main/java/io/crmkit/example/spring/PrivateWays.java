package io.crmkit.example.spring;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses plain HTTP from other machines before anybody's password is looked at. Behind a proxy that ends TLS, set
 * {@code server.forward-headers-strategy=native}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class PrivateWays extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean here = InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        if (request.isSecure() || here) {
            chain.doFilter(request, response);
        } else {
            Refusals.plain(response);
        }
    }

    /** The starter's endpoint has its own rule, and its own setting. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/webhooks/");
    }
}
