package io.crmkit.benchmarks;

import io.crmkit.benchmarks.Traffic.Post;
import io.crmkit.benchmarks.Traffic.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;

/** The contacts of the floors' database, known by heart: ids, keys and open conversations cost the floors no reading. */
final class FloorContacts {
    /** One contact. */
    record Known(
            UUID id, UUID keyId, SecretKeySpec key, byte[] wrapped, byte[] hash, UUID conversation, Instant opened) {}

    private final List<List<Known>> byTenant = new ArrayList<>();

    FloorContacts(Traffic traffic) {
        for (int tenant = 0; tenant < traffic.tenants(); tenant++) {
            List<Known> contacts = new ArrayList<>();
            for (int contact = 0; contact < traffic.contacts(); contact++) {
                contacts.add(known(tenant, contact, traffic.clock().instant()));
            }
            byTenant.add(contacts);
        }
    }

    private static Known known(int tenant, int contact, Instant opened) {
        FloorSeal seal = FloorSeal.mine();
        UUID id = TimeOrdered.id(opened);
        byte[] key = seal.newKey();
        byte[] hash = seal.hash(Traffic.phone(tenant, contact));
        return new Known(
                id, id, new SecretKeySpec(key, "AES"), seal.wrap(key, id), hash, TimeOrdered.id(opened), opened);
    }

    List<Known> of(int tenant) {
        return byTenant.get(tenant);
    }

    Known of(Post post, Sample sample) {
        return byTenant.get(post.tenant()).get(sample.contact());
    }
}
