package io.crmkit.example.spring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** What the door says, in the form of every other error. */
final class Refusals {
    private Refusals() {}

    static void notKnown(HttpServletRequest request, HttpServletResponse response, Exception why) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"clinic\", charset=\"UTF-8\"");
        write(response, HttpStatus.UNAUTHORIZED, "Send name and password of a user by HTTP Basic.");
    }

    static void notAllowed(HttpServletRequest request, HttpServletResponse response, Exception why) throws IOException {
        write(response, HttpStatus.FORBIDDEN, "Ask as owner, manager or agent: other users may not do this.");
    }

    static void plain(HttpServletResponse response) throws IOException {
        write(response, HttpStatus.FORBIDDEN, "Use TLS: plain HTTP is taken from this machine only.");
    }

    private static void write(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        String body = "{\"title\":\"" + status.getReasonPhrase() + "\",\"status\":" + status.value() + ",\"detail\":\""
                + detail + "\"}";
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
