package io.crmkit.benchmarks;

import io.crmkit.tenant.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * What customers write: texts of some 160 bytes, each with the provider's JSON, from contacts drawn at random. A POST is
 * of one tenant. Thread-safe.
 *
 * @param contacts of each tenant
 */
record Traffic(int tenants, int contacts, InstantSource clock, AtomicLong number) {
    static final String ACCOUNT = "106540352242922";

    private static final String[] TEXTS = {
        "Hola, buenas tardes. Quería saber si tienen turno para una limpieza dental el jueves por la tarde, después de"
                + " las cinco, porque salgo tarde del trabajo. Gracias",
        "Buen día, les escribo por el presupuesto de ortodoncia que me pasaron la semana pasada: ¿sigue vigente o hubo"
                + " algún cambio en los precios desde entonces?",
        "Perdón la demora en contestar. Sí, me sirve el martes a las diez y media, ¿tengo que llevar los estudios que"
                + " me hicieron en la otra clínica o no hace falta?",
        "Consulta: mi hija de ocho años se golpeó un diente jugando y lo siente un poco flojo, ¿la pueden ver hoy mismo"
                + " o mejor vamos directamente a la guardia?"
    };

    /** One message, not yet in anybody's words. */
    record Sample(int contact, String phone, String providerId, Instant at, String text, String raw) {}

    /** Messages that come in one request. */
    record Post(int tenant, List<Sample> samples) {
        /** The same messages, so many in a request. */
        List<Post> cut(int size) {
            return IntStream.iterate(0, i -> i < samples.size(), i -> i + size)
                    .mapToObj(i -> new Post(tenant, samples.subList(i, Math.min(i + size, samples.size()))))
                    .toList();
        }
    }

    Post post(RandomGenerator random, int size) {
        List<Sample> samples = new ArrayList<>(size);
        int tenant = random.nextInt(tenants);
        for (int i = 0; i < size; i++) {
            samples.add(sample(tenant, random.nextInt(contacts)));
        }
        return new Post(tenant, samples);
    }

    /** A message of each contact of a tenant. */
    Post everybody(int tenant) {
        List<Sample> samples = new ArrayList<>(contacts);
        for (int contact = 0; contact < contacts; contact++) {
            samples.add(sample(tenant, contact));
        }
        return new Post(tenant, samples);
    }

    private Sample sample(int tenant, int contact) {
        long n = number.incrementAndGet();
        Instant at = clock.instant();
        String phone = phone(tenant, contact);
        String id = "wamid.HBgNNTQ5MTE1NTU1MDAwMRUCABIYFDNBOD" + (1_000_000_000_000L + n) + "A=";
        String text = TEXTS[(int) (n % TEXTS.length)];
        String raw = "{\"from\":\"" + phone + "\",\"id\":\"" + id + "\",\"timestamp\":\"" + at.getEpochSecond()
                + "\",\"type\":\"text\",\"text\":{\"body\":\"" + text + "\"}}";
        return new Sample(contact, phone, id, at, text, raw);
    }

    /** The same traffic to a few contacts only. */
    Traffic crowded(int few) {
        return new Traffic(1, Math.min(few, contacts), clock, number);
    }

    static TenantId tenant(int tenant) {
        return TenantId.of("clinica-" + tenant);
    }

    static String phone(int tenant, int contact) {
        return "54911" + (10_000_000 + tenant * 100_000 + contact);
    }

    static String name(int contact) {
        return "Contacto Ejemplo " + contact;
    }
}
