package io.crmkit.example.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Why a request is not answered; its message says what to do, without what was asked. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final @Nullable String parameter;

    private Refused(HttpStatus status, @Nullable String parameter, String message) {
        super(message);
        this.status = status;
        this.parameter = parameter;
    }

    /** A parameter, or a field of the body, that cannot be taken. */
    static Refused parameter(String name, String message) {
        return new Refused(HttpStatus.BAD_REQUEST, name, message);
    }

    static Refused body(String message) {
        return new Refused(HttpStatus.BAD_REQUEST, null, message);
    }

    static Refused unknownContact() {
        return notFound("There is no contact with this id here: take ids from GET /api/contacts.");
    }

    static Refused notFound(String message) {
        return new Refused(HttpStatus.NOT_FOUND, null, message);
    }

    static Refused conflict(String message) {
        return new Refused(HttpStatus.CONFLICT, null, message);
    }

    HttpStatus status() {
        return status;
    }

    @Nullable String parameter() {
        return parameter;
    }
}
