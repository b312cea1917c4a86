package io.crmkit.example.spring;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** A clinic with CRM Kit inside: the starter brings the CRM and the webhook, this application its API and its people. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class ClinicApplication {
    /** Runs until it is stopped. */
    public static void main(String... args) {
        SpringApplication.run(ClinicApplication.class, args);
    }
}
