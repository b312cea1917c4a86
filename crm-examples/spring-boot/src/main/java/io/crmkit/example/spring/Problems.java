package io.crmkit.example.spring;

import io.crmkit.StorageUnavailable;
import io.crmkit.UnknownCursor;
import io.crmkit.privacy.AccessDenied;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every error as a problem (RFC 9457) that says what to do. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ProblemDetail of(Refused refused) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(refused.status(), refused.getMessage());
        if (refused.parameter() != null) {
            problem.setProperty("parameter", refused.parameter());
        }
        return problem;
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String name = String.valueOf(mismatch.getPropertyName());
        return ResponseEntity.of(of(Refused.parameter(name, "It is of another kind, as a number.")))
                .build();
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException missing,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return ResponseEntity.of(of(Refused.parameter(missing.getParameterName(), "It is needed.")))
                .build();
    }

    @ExceptionHandler
    ProblemDetail of(AccessDenied denied) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.FORBIDDEN, "This user may not do that; ask as one who has " + denied.permission() + ".");
    }

    @ExceptionHandler
    ProblemDetail of(UnknownCursor cursor) {
        return of(Refused.parameter("cursor", String.valueOf(cursor.getMessage())));
    }

    @ExceptionHandler
    ProblemDetail of(StorageUnavailable unavailable) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "The database does not answer. Try again in a moment.");
    }

    /** Of the library's own messages none has personal data; of others nobody knows. */
    @ExceptionHandler
    ProblemDetail of(RuntimeException failure) {
        LOG.error("A request failed: {}", failure.getClass().getName());
        LOG.debug("A request failed", failure);
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR, "This failed; nothing more was done. The log says where.");
    }
}
