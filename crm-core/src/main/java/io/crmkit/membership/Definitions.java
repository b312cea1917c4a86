package io.crmkit.membership;

import io.crmkit.UnitOfWork;
import io.crmkit.segment.AsOf;
import io.crmkit.segment.AutomaticSegment;
import io.crmkit.segment.Criterion;
import io.crmkit.segment.SegmentKey;
import io.crmkit.segment.SmartList;
import io.crmkit.tenant.TenantId;
import io.crmkit.tenant.Tenants;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which segments there are: the automatic ones and the smart lists. */
public record Definitions(Tenants tenants, InstantSource clock) {
    /** The segments of a tenant at one time. */
    record Now(AsOf asOf, SortedMap<SegmentKey, Criterion> segments) {
        /** The same as long as nothing but the time changes. */
        String digest() {
            String all = asOf.settings() + "\n" + segments;
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(hash);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    Now now(UnitOfWork work, TenantId tenant) {
        AsOf plain = new AsOf(clock.instant().truncatedTo(ChronoUnit.MICROS), tenants.settings(tenant));
        Map<SegmentKey, Criterion> own =
                work.smartLists().all().stream().collect(Collectors.toMap(SmartList::key, SmartList::criterion));
        SortedMap<SegmentKey, Criterion> all = new TreeMap<>(own);
        for (AutomaticSegment automatic : AutomaticSegment.values()) {
            all.put(automatic.key(), automatic.criterion(plain.settings()));
        }
        return new Now(plain.with(own), all);
    }
}
