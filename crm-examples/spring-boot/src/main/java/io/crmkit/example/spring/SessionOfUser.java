package io.crmkit.example.spring;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.privacy.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives a handler the CRM as the user of the request, so that there is no other way to it. {@code X-Purpose} says why
 * somebody asks, {@code X-Request-Id} names the request; both are in the audit.
 */
@Component
final class SessionOfUser implements HandlerMethodArgumentResolver {
    private static final int LONGEST = 100;

    private final Crm crm;
    private final Staff staff;

    SessionOfUser(Crm crm, Staff staff) {
        this.crm = crm;
        this.staff = staff;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CrmSession.class;
    }

    @Override
    public CrmSession resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (!(request.getUserPrincipal() instanceof Authentication user)) {
            throw new IllegalStateException("Nobody is logged in");
        }
        Actor actor =
                staff.actor(user).forPurpose(header(request, "X-Purpose")).withRequest(header(request, "X-Request-Id"));
        return crm.as(actor);
    }

    private static String header(NativeWebRequest request, String name) {
        String value = request.getHeader(name);
        if (value != null && value.length() > LONGEST) {
            throw Refused.parameter(name, "It has at most 100 characters.");
        }
        return value == null ? "" : value;
    }
}
