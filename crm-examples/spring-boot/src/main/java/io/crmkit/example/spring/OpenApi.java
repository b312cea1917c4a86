package io.crmkit.example.spring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What there is to ask, for programs and for those who write them. */
@RestController
final class OpenApi {
    static final String FILE = "openapi.yaml";

    private final String description;

    OpenApi() throws IOException {
        try (InputStream in = Objects.requireNonNull(OpenApi.class.getResourceAsStream(FILE), FILE)) {
            description = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @GetMapping(path = "/api/openapi.yaml", produces = "application/yaml;charset=UTF-8")
    String yaml() {
        return description;
    }
}
