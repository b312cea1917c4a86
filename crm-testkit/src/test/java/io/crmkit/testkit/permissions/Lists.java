package io.crmkit.testkit.permissions;

import static io.crmkit.testkit.permissions.UseCase.of;
import static io.crmkit.testkit.permissions.UseCase.silent;

import io.crmkit.privacy.Action;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.Criterion;
import io.crmkit.segment.SegmentKey;
import io.crmkit.segment.SmartList;
import java.util.List;

/** Rows of the matrix: segments and smart lists. */
final class Lists {
    static final SmartList LIST = new SmartList(SegmentKey.of("everybody"), "Everybody", Criterion.EVERYBODY);

    private static final SegmentKey NEW = SegmentKey.of("new");

    static final List<UseCase> ALL = List.of(
            of("Segments.all()", Action.VIEW_SEGMENTS, (s, at) -> s.segments().all()),
            of(
                    "Segments.page(SegmentKey,Order,String,int)",
                    Action.LIST,
                    (s, at) -> s.segments().page(NEW, ContactQuery.Order.LAST_CONTACT, null, 10)),
            of(
                    "Segments.size(SegmentKey)",
                    Action.COUNT_SEGMENT,
                    (s, at) -> s.segments().size(NEW)),
            of(
                    "Segments.of(ContactId)",
                    Action.VIEW_MEMBERSHIP,
                    (s, at) -> s.segments().of(at.ana())),
            of(
                    "Segments.explain(ContactId,SegmentKey)",
                    Action.VIEW_MEMBERSHIP,
                    (s, at) -> s.segments().explain(at.ana(), NEW)),
            silent(
                    "Segments.save(SmartList)",
                    Action.EDIT_SEGMENT,
                    (s, at) -> s.segments().save(LIST)),
            silent(
                    "Segments.save(Collection)",
                    Action.EDIT_SEGMENT,
                    (s, at) -> s.segments().save(List.of(LIST))),
            of(
                    "Segments.remove(SegmentKey)",
                    Action.EDIT_SEGMENT,
                    (s, at) -> s.segments().remove(LIST.key())));

    private Lists() {}
}
