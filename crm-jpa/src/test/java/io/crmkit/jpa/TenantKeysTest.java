package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.contact.MatchKey;
import io.crmkit.contact.Scheme;
import io.crmkit.interaction.ChannelAccount;
import io.crmkit.interaction.ProviderRef;
import io.crmkit.jpa.TenantKeys.Wrapped;
import io.crmkit.privacy.KeyService;
import io.crmkit.privacy.WrongKey;
import io.crmkit.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class TenantKeysTest {
    private static final TenantId NORTH = TenantId.of("clinica-norte");
    private static final TenantId SOUTH = TenantId.of("clinica-sur");
    private static final MatchKey PHONE = new MatchKey(Scheme.PHONE, "", "5491155550100");
    private static final ChannelAccount ACCOUNT = new ChannelAccount("whatsapp", "109876543210");

    private final KeyService root = EphemeralKeys.create();
    private final SecureRandom random = new SecureRandom();

    @Test
    void whatIsStoredOpensTheSameKeys() {
        Wrapped stored = TenantKeys.fresh(root, NORTH, random);
        TenantKeys keys = TenantKeys.open(root, NORTH, stored);
        TenantKeys again = TenantKeys.open(root, NORTH, stored);
        assertThat(again.hash(PHONE)).isEqualTo(keys.hash(PHONE));
        UUID id = UUID.randomUUID();
        byte[] dataKey = keys.newDataKey(id, random).wrapped();
        assertThat(again.open(id, dataKey).wrapped()).isEqualTo(dataKey);
    }

    @Test
    void anotherRootKeyIsRefusedNamingTheTenant() {
        Wrapped stored = TenantKeys.fresh(root, NORTH, random);
        assertThatThrownBy(() -> TenantKeys.open(EphemeralKeys.create(), NORTH, stored))
                .isInstanceOf(WrongKey.class)
                .hasMessageContaining("clinica-norte");
    }

    @Test
    void anotherTenantsKeysAreRefused() {
        Wrapped stored = TenantKeys.fresh(root, NORTH, random);
        assertThatThrownBy(() -> TenantKeys.open(root, SOUTH, stored)).isInstanceOf(WrongKey.class);
    }

    @Test
    void keysInEachOthersPlaceAreRefused() {
        Wrapped stored = TenantKeys.fresh(root, NORTH, random);
        Wrapped swapped =
                new Wrapped(versions(stored.identity()), stored.seals().get(1));
        assertThatThrownBy(() -> TenantKeys.open(root, NORTH, swapped)).isInstanceOf(WrongKey.class);
    }

    @Test
    void aKeyServiceThatAnswersWithSomethingElseIsNotBelieved() {
        Wrapped stored = TenantKeys.fresh(root, NORTH, random);
        KeyService confused = new KeyService() {
            @Override
            public byte[] wrap(byte[] key, byte[] context) {
                return key;
            }

            @Override
            public byte[] unwrap(byte[] wrapped, byte[] context) {
                return wrapped.clone();
            }
        };
        assertThatThrownBy(() -> TenantKeys.open(confused, NORTH, stored)).isInstanceOf(WrongKey.class);
        Wrapped short16 = new Wrapped(versions(Keyset.fresh().bytes()), new byte[16]);
        assertThatThrownBy(() -> TenantKeys.open(confused, NORTH, short16)).isInstanceOf(WrongKey.class);
    }

    @Test
    void aDataKeyOpensUnderItsOwnIdAndTenantOnly() {
        TenantKeys north = keysOf(NORTH);
        UUID id = UUID.randomUUID();
        byte[] wrapped = north.newDataKey(id, random).wrapped();
        assertThat(north.open(id, wrapped).id()).isEqualTo(id);
        assertThatThrownBy(() -> north.open(UUID.randomUUID(), wrapped)).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> keysOf(NORTH).open(id, wrapped)).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> keysOf(SOUTH).open(id, wrapped))
                .isInstanceOf(SealBroken.class)
                .hasMessageContaining(id.toString())
                .hasMessageContaining("clinica-sur");
        for (int i = 0; i < wrapped.length; i++) {
            byte[] changed = wrapped.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> north.open(id, changed)).isInstanceOf(SealBroken.class);
        }
    }

    @Test
    void everyDataKeyIsAnother() {
        TenantKeys keys = keysOf(NORTH);
        UUID id = UUID.randomUUID();
        DataKey one = keys.newDataKey(id, random);
        DataKey other = keys.newDataKey(id, random);
        byte[] sealed = one.seal("crm_contact", "name", new byte[16], new byte[8]);
        assertThatThrownBy(() -> other.unseal("crm_contact", "name", new byte[16], sealed))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void aHashIsOfTheTenantAndOfEverythingGiven() {
        TenantKeys north = keysOf(NORTH);
        List<byte[]> hashes = List.of(
                north.hash(PHONE),
                keysOf(NORTH).hash(PHONE),
                keysOf(SOUTH).hash(PHONE),
                north.hash(new MatchKey(Scheme.EMAIL, "", "5491155550100")),
                north.hash(new MatchKey(Scheme.PHONE, "5", "491155550100")),
                north.hash(new MatchKey(Scheme.PHONE, "", "549115555010")),
                north.hash(new MatchKey(Scheme.PHONE, "", "549115555010\ud83d")),
                north.hash(new MatchKey(Scheme.PHONE, "", "549115555010\ud83e")),
                north.hash(new MatchKey(Scheme.PHONE, "", "549115555010?")),
                north.hash(new ProviderRef(ACCOUNT, "wamid.1")),
                north.hash(new ProviderRef(new ChannelAccount("whatsapp", "1"), "wamid.1")),
                north.hash(new ProviderRef(new ChannelAccount("telegram", "109876543210"), "wamid.1")),
                north.hash("word"),
                north.hash("word", bytes("")),
                north.hash("word", bytes("ab"), bytes("c")),
                north.hash("word", bytes("a"), bytes("bc")),
                north.hash("word", bytes("abc")),
                north.hash("prefix", bytes("abc")));
        Set<String> different = new HashSet<>();
        hashes.forEach(hash -> different.add(HexFormat.of().formatHex(hash)));
        assertThat(different).hasSameSizeAs(hashes);
        assertThat(hashes).allMatch(hash -> hash.length == 16);
    }

    /** Computed by another implementation. A change of these would lose every contact and double every message. */
    @Test
    void hashesStayWhatTheyAre() {
        TenantKeys keys = TenantKeys.open(root, NORTH, TenantKeys.fresh(root, NORTH, new Counting()));
        assertThat(keys.hash(PHONE)).asHexString().isEqualTo("33C9D162A6299DF760CEBF59F50A8826");
        assertThat(keys.hash(new MatchKey(Scheme.WHATSAPP_USER_ID, "portfolio-1", "U\ud83d")))
                .asHexString()
                .isEqualTo("B05652342FF24E578CF9BA6AF7EE4261");
        assertThat(keys.hash(new ProviderRef(ACCOUNT, "wamid.HBgNNTQ5MTE1NTU1MDEwMBUCABIYFDNB")))
                .asHexString()
                .isEqualTo("6721A5AAFBE0D019246E6F78B4B49DFC");
        assertThat(keys.hash("word", bytes("turno"), bytes("")))
                .asHexString()
                .isEqualTo("48CE7C56FC45973C886A1CF3AA425C65");
    }

    @Test
    void manyThreadsHashForManyTenantsAtOnce() throws Exception {
        List<TenantKeys> tenants = List.of(keysOf(NORTH), keysOf(SOUTH));
        List<byte[]> expected = tenants.stream().map(keys -> keys.hash(PHONE)).toList();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> hashing = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                hashing.add(() -> {
                    for (int j = 0; j < 2_000; j++) {
                        assertThat(tenants.get(j % 2).hash(PHONE)).isEqualTo(expected.get(j % 2));
                    }
                    return true;
                });
            }
            for (Future<Boolean> done : threads.invokeAll(hashing)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void noKeyIsShown() {
        Wrapped stored = TenantKeys.fresh(root, NORTH, random);
        assertThat(stored).hasToString("Wrapped");
        TenantKeys keys = TenantKeys.open(root, NORTH, stored);
        assertThat(keys).hasToString("TenantKeys[clinica-norte]");
        UUID id = UUID.randomUUID();
        assertThat(keys.newDataKey(id, random)).hasToString("DataKey[" + id + "]");
    }

    private TenantKeys keysOf(TenantId tenant) {
        return TenantKeys.open(root, tenant, TenantKeys.fresh(root, tenant, random));
    }

    private static SortedMap<Integer, byte[]> versions(byte[]... oldestFirst) {
        SortedMap<Integer, byte[]> versions = new TreeMap<>();
        for (byte[] one : oldestFirst) {
            versions.put(versions.size() + 1, one);
        }
        return versions;
    }

    @Test
    void aNewerKeyWrapsWhatIsNewAndTheOlderStillOpens() {
        Wrapped stored = TenantKeys.fresh(root, NORTH, random);
        TenantKeys old = TenantKeys.open(root, NORTH, stored);
        byte[] first = stored.seals().get(1);
        byte[] second = old.newer(root);
        TenantKeys both = TenantKeys.open(root, NORTH, new Wrapped(versions(first, second), stored.identity()));
        assertThat(both.version()).isEqualTo(2);
        assertThat(both.hash(PHONE)).isEqualTo(old.hash(PHONE));
        UUID id = UUID.randomUUID();
        byte[] wrapped = old.newDataKey(id, random).wrapped();
        byte[] sealed = old.open(id, wrapped).seal("t", "c", new byte[16], bytes("Ana"));
        byte[] again = both.rewrap(id, wrapped);
        assertThat(both.open(id, again).unseal("t", "c", new byte[16], sealed)).isEqualTo(bytes("Ana"));
        assertThat(both.open(id, wrapped).unseal("t", "c", new byte[16], sealed))
                .isEqualTo(bytes("Ana"));
        assertThatThrownBy(() -> old.open(id, again)).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> both.rewrap(UUID.randomUUID(), wrapped)).isInstanceOf(SealBroken.class);
    }

    @Test
    void anOlderKeyInThePlaceOfTheNewerIsRefused() {
        Wrapped stored = TenantKeys.fresh(root, NORTH, random);
        byte[] first = stored.seals().get(1);
        byte[] second = TenantKeys.open(root, NORTH, stored).newer(root);
        assertThatThrownBy(() -> TenantKeys.open(root, NORTH, new Wrapped(versions(second, first), stored.identity())))
                .isInstanceOf(WrongKey.class);
        assertThatThrownBy(() -> TenantKeys.open(root, NORTH, new Wrapped(versions(second), stored.identity())))
                .isInstanceOf(WrongKey.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
