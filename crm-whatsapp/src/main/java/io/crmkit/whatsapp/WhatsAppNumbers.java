package io.crmkit.whatsapp;

import io.crmkit.tenant.TenantId;
import java.util.List;
import java.util.Optional;

/**
 * The port that says from which numbers is sent. Asked for each message: implementations answer from memory and are
 * thread-safe.
 *
 * @since 0.1
 */
public interface WhatsAppNumbers {
    /** A number; empty if nothing is sent from it. */
    Optional<WhatsAppNumber> find(String phoneNumberId);

    /** The number a tenant sends from where nothing else is said; empty if that has to be said. */
    Optional<WhatsAppNumber> of(TenantId tenant);

    /** These; the first of a tenant is the one it sends from where nothing else is said. */
    static WhatsAppNumbers of(WhatsAppNumber... numbers) {
        List<WhatsAppNumber> all = List.of(numbers);
        return new WhatsAppNumbers() {
            @Override
            public Optional<WhatsAppNumber> find(String phoneNumberId) {
                return all.stream()
                        .filter(number -> number.phoneNumberId().equals(phoneNumberId))
                        .findFirst();
            }

            @Override
            public Optional<WhatsAppNumber> of(TenantId tenant) {
                return all.stream()
                        .filter(number -> number.tenant().equals(tenant))
                        .findFirst();
            }
        };
    }
}
