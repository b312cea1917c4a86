package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.privacy.KeyService;
import io.crmkit.tenant.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class DataKeyTest {
    private static final TenantId NORTH = TenantId.of("clinica-norte");
    private static final byte[] ROW = HexFormat.of().parseHex("0190a6f2b3c47d5e8f00aabbccddeeff");
    private static final byte[] PLAIN = "María Ñandú".getBytes(StandardCharsets.UTF_8);
    private static final UUID ID = UUID.fromString("0190a6f2-b3c4-7d5e-8f00-112233445566");

    private final KeyService root = EphemeralKeys.create();
    private final SecureRandom chance = new SecureRandom();
    private final DataKey key = keysOf(NORTH).newDataKey(ID, chance);

    @Test
    void whatIsSealedComesBackWhereItWasSealed() {
        Random random = new Random(7);
        for (int size : new int[] {0, 1, 15, 16, 17, 1_000, 3_500_000}) {
            byte[] plain = new byte[size];
            random.nextBytes(plain);
            byte[] sealed = key.seal("crm_interaction", "body", ROW, plain);
            assertThat(sealed).hasSize(size + 29);
            assertThat(key.unseal("crm_interaction", "body", ROW, sealed)).isEqualTo(plain);
        }
    }

    @Test
    void aKeyThatWasStoredOpensWhatItSealed() {
        TenantKeys keys = keysOf(NORTH);
        DataKey made = keys.newDataKey(ID, chance);
        byte[] sealed = made.seal("crm_contact", "name", ROW, PLAIN);
        assertThat(keys.open(ID, made.wrapped()).unseal("crm_contact", "name", ROW, sealed))
                .isEqualTo(PLAIN);
    }

    @Test
    void theSameValueLooksDifferentEachTime() {
        Set<String> looks = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            byte[] sealed = key.seal("crm_contact", "name", ROW, PLAIN);
            looks.add(HexFormat.of().formatHex(sealed, 1, 13));
        }
        assertThat(looks).hasSize(1_000);
    }

    @Test
    void everyChangedBitIsRefused() {
        byte[] sealed = key.seal("crm_contact", "name", ROW, PLAIN);
        for (int bit = 0; bit < 8 * sealed.length; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertRefused(key, new Place("crm_contact", "name", ROW), changed);
        }
    }

    @Test
    void everythingShorterOrLongerIsRefused() {
        byte[] sealed = key.seal("crm_contact", "name", ROW, PLAIN);
        for (int length = 0; length <= sealed.length + 20; length++) {
            if (length != sealed.length) {
                assertRefused(key, new Place("crm_contact", "name", ROW), Arrays.copyOf(sealed, length));
            }
        }
    }

    @Test
    void aValueMovedAnywhereElseIsRefused() {
        List<DataKey> keys = new ArrayList<>();
        for (String tenant : List.of("clinica-norte", "clinica-nort", "salon-luna")) {
            TenantKeys tenantKeys = keysOf(TenantId.of(tenant));
            keys.add(tenantKeys.newDataKey(ID, chance));
            keys.add(tenantKeys.newDataKey(UUID.randomUUID(), chance));
        }
        // The same secret under another tenant's name or another id is still another key.
        byte[] secret = new byte[32];
        keys.add(new DataKey(NORTH, ID, new byte[0], secret));
        keys.add(new DataKey(TenantId.of("clinica-sur"), ID, new byte[0], secret));
        keys.add(new DataKey(NORTH, UUID.randomUUID(), new byte[0], secret));
        Random random = new Random(20_260_101);
        int refused = 0;
        while (refused < 10_000) {
            DataKey from = keys.get(random.nextInt(keys.size()));
            Place here = Place.any(random);
            byte[] sealed = from.seal(here.table, here.column, here.row, PLAIN);
            DataKey to = keys.get(random.nextInt(keys.size()));
            Place there = random.nextInt(3) == 0 ? here : Place.any(random);
            if (from == to && here.sameAs(there)) {
                assertThat(to.unseal(there.table, there.column, there.row, sealed))
                        .isEqualTo(PLAIN);
            } else {
                assertRefused(to, there, sealed);
                refused++;
            }
        }
    }

    /** Computed by another implementation: what the first version sealed must open for ever. */
    @Test
    void whatWasSealedLongAgoStillOpens() {
        DataKey known = keysOf(NORTH).newDataKey(ID, new Counting());
        byte[] sealed = HexFormat.of()
                .parseHex("016465666768696a6b6c6d6e6f057aaca5d488765daf03318c19df4b446a317602d6d08e15b2409f6ba246");
        assertThat(known.unseal("crm_contact", "name", ROW, sealed)).isEqualTo(PLAIN);
    }

    @Test
    void aRefusalSaysWhereAndNotWhat() {
        byte[] sealed = key.seal("crm_contact", "name", ROW, PLAIN);
        assertThatThrownBy(() -> key.unseal("crm_contact", "note", ROW, sealed))
                .isInstanceOf(SealBroken.class)
                .hasMessageContaining("crm_contact.note of tenant clinica-norte does not open")
                .hasNoCause();
    }

    @Test
    void aRefusalDoesNotSpoilTheNextValue() {
        byte[] sealed = key.seal("crm_contact", "name", ROW, PLAIN);
        assertRefused(key, new Place("crm_contact", "note", ROW), sealed);
        assertThat(key.unseal("crm_contact", "name", ROW, sealed)).isEqualTo(PLAIN);
    }

    @Test
    void whatIsHandedOutCannotChangeTheKey() {
        byte[] wrapped = key.wrapped();
        key.wrapped()[0] ^= 1;
        assertThat(key.wrapped()).isEqualTo(wrapped);
    }

    @Test
    void manyMaySealAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                byte[] row = ByteBuffer.allocate(4).putInt(i).array();
                work.add(() -> {
                    for (int j = 0; j < 1_000; j++) {
                        byte[] sealed = key.seal("crm_contact", "name", row, PLAIN);
                        assertThat(key.unseal("crm_contact", "name", row, sealed))
                                .isEqualTo(PLAIN);
                    }
                    return true;
                });
            }
            for (Future<Boolean> done : threads.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private record Place(String table, String column, byte[] row) {
        static Place any(Random random) {
            String[] tables = {"crm_contact", "crm_interaction", "crm_contactn"};
            String[] columns = {"name", "ame", "body", ""};
            byte[] row = ROW.clone();
            row[random.nextInt(row.length)] = (byte) random.nextInt(4);
            return new Place(
                    tables[random.nextInt(tables.length)],
                    columns[random.nextInt(columns.length)],
                    Arrays.copyOf(row, 14 + random.nextInt(3)));
        }

        boolean sameAs(Place other) {
            return table.equals(other.table) && column.equals(other.column) && Arrays.equals(row, other.row);
        }
    }

    private static void assertRefused(DataKey key, Place place, byte[] sealed) {
        assertThatThrownBy(() -> key.unseal(place.table, place.column, place.row, sealed))
                .isInstanceOf(SealBroken.class);
    }

    private TenantKeys keysOf(TenantId tenant) {
        return TenantKeys.open(root, tenant, TenantKeys.fresh(root, tenant, chance));
    }
}
