package io.crmkit.quarkus;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.SecurityContext;

/** Whether nobody could read a request on its way. */
record Transport(Instance<PrivateWay> ways, boolean behindProxy) {
    boolean isPrivate(SecurityContext request) {
        return request.isSecure()
                || behindProxy
                || ways.isResolvable() && ways.get().isPrivate();
    }
}
