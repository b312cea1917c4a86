package io.crmkit.dashboard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The style sheet, htmx and our few lines of script. */
final class Assets {
    private static final String PREFIX = "/dashboard/assets/";
    private static final Map<String, String> TYPES = Map.of(
            "dashboard.css", "text/css; charset=utf-8",
            "dashboard.js", "text/javascript; charset=utf-8",
            "htmx.js", "text/javascript; charset=utf-8",
            "icon.svg", "image/svg+xml");

    private final Map<String, byte[]> files;
    private final String version;

    private Assets(Map<String, byte[]> files, String version) {
        this.files = files;
        this.version = version;
    }

    static Assets load() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Map<String, byte[]> files = new TreeMap<>();
            for (String name : TYPES.keySet()) {
                files.put(name, read(name));
            }
            files.values().forEach(digest::update);
            return new Assets(files, HexFormat.of().formatHex(digest.digest(), 0, 6));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] read(String name) {
        try (InputStream in = Assets.class.getResourceAsStream("assets/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The jar of the dashboard lacks " + name);
            }
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Changes when any of them does, so that browsers may keep them for ever. */
    String version() {
        return version;
    }

    Optional<DashboardResponse> answer(DashboardRequest request) {
        if (request.post() || !request.path().startsWith(PREFIX)) {
            return Optional.empty();
        }
        String name = request.path().substring(PREFIX.length());
        byte[] file = files.get(name);
        String type = TYPES.get(name);
        if (file == null || type == null) {
            return Optional.empty();
        }
        Map<String, String> headers =
                Guard.with("Content-Type", type, "Cache-Control", "public, max-age=31536000, immutable");
        return Optional.of(new DashboardResponse(200, headers, DashboardResponse.Body.of(file)));
    }
}
