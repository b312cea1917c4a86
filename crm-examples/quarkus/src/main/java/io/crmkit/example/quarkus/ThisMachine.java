package io.crmkit.example.quarkus;

import io.crmkit.quarkus.PrivateWay;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Takes webhooks by plain HTTP from this machine. */
@Singleton
public class ThisMachine implements PrivateWay {
    private final Instance<HttpServerRequest> request;

    @Inject
    public ThisMachine(Instance<HttpServerRequest> request) {
        this.request = request;
    }

    @Override
    public boolean isPrivate() {
        try {
            // An address in digits: nothing is looked up.
            return InetAddress.getByName(request.get().remoteAddress().hostAddress())
                    .isLoopbackAddress();
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }
}
