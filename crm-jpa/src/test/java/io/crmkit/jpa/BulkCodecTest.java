package io.crmkit.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.bulk.BulkAction;
import io.crmkit.bulk.BulkRequest;
import io.crmkit.bulk.Chosen;
import io.crmkit.contact.AttributeValue;
import io.crmkit.contact.ContactId;
import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.Tag;
import io.crmkit.segment.Criterion;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BulkCodecTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123456Z");
    private static final ContactId ONE = new ContactId(new UUID(-5, 7));
    private static final Tag VIP = new Tag(Tag.Category.CUSTOMER_TYPE, "vip ñ");

    private static final List<Criterion> CRITERIA = List.of(
            Criterion.EVERYBODY,
            new Criterion.Any(List.of()),
            Criterion.not(Criterion.not(Criterion.silentFor(36_500))),
            Criterion.status(ContactStatus.values()),
            new Criterion.HasStatus(Set.of()),
            Criterion.tagged(VIP),
            new Criterion.TaggedIn(Tag.Category.PREFERENCE),
            new Criterion.FirstContact(NOON, null),
            new Criterion.FirstContact(null, NOON),
            new Criterion.LastContact(null, null),
            new Criterion.NewFor(0),
            new Criterion.Counted(Criterion.Counter.FROM_BUSINESS, Integer.MIN_VALUE, Integer.MAX_VALUE),
            new Criterion.AttributeIs("insurer", AttributeValue.of("OSDE")),
            new Criterion.AttributeIs("member", AttributeValue.of(false)),
            new Criterion.AttributeBetween("points", AttributeValue.of(new BigDecimal("-1.5")), null),
            new Criterion.AttributeBetween("born", null, AttributeValue.of(LocalDate.of(1990, 2, 28))),
            Criterion.text("' or 1=1 \ud800"));

    private static List<BulkRequest> requests() {
        List<BulkRequest> requests = new ArrayList<>();
        for (BulkAction action : List.of(
                new BulkAction.PutTags(Set.of(VIP, Tag.of("x"))),
                new BulkAction.TakeTags(Set.of(VIP)),
                new BulkAction.SetStatus(null),
                new BulkAction.SetStatus(ContactStatus.BLOCKED),
                new BulkAction.MergeInto(ONE))) {
            requests.add(new BulkRequest("key", action, new Chosen.These(Set.of(ONE, new ContactId(new UUID(0, 0))))));
        }
        CRITERIA.forEach(criterion ->
                requests.add(new BulkRequest("key", new BulkAction.MergeInto(ONE), new Chosen.All(criterion))));
        requests.add(new BulkRequest(
                "key", new BulkAction.SetStatus(null), new Chosen.All(new Criterion.Any(new ArrayList<>(CRITERIA)))));
        return requests;
    }

    @Test
    void whatIsAskedForComesBackAsItWas() {
        for (BulkRequest request : requests()) {
            assertThat(BulkCodec.decode(BulkCodec.encode(request)).equals(request))
                    .as(request.toString())
                    .isTrue();
        }
    }

    @Test
    void differentRequestsAreDifferentBytesAndWhatIsCutOffIsRefused() {
        Set<String> seen = new HashSet<>();
        for (BulkRequest request : requests()) {
            byte[] bytes = BulkCodec.encode(request);
            assertThat(seen.add(Arrays.toString(bytes))).isTrue();
            for (int length = 0; length < 12; length++) {
                byte[] part = Arrays.copyOf(bytes, length);
                assertThatThrownBy(() -> BulkCodec.decode(part)).isInstanceOf(GarbledRecord.class);
            }
        }
    }
}
