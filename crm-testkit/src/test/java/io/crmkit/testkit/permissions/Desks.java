package io.crmkit.testkit.permissions;

import static io.crmkit.testkit.permissions.UseCase.of;

import io.crmkit.privacy.Action;
import io.crmkit.segment.Criterion;
import io.crmkit.segment.SegmentKey;
import java.util.List;

/** Rows of the matrix: what a screen for staff asks for. */
final class Desks {
    static final List<UseCase> ALL = List.of(
            of("Desk.waiting(int)", Action.VIEW_QUEUE, (s, at) -> s.desk().waiting(10)),
            of("Desk.called(int)", Action.VIEW_QUEUE, (s, at) -> s.desk().called(10)),
            of(
                    "Desk.around(ContactId,InteractionId,int)",
                    Action.VIEW_TIMELINE,
                    (s, at) -> s.desk().around(at.ana(), at.entry(), 10)),
            of(
                    "Desk.segments(Collection)",
                    Action.VIEW_MEMBERSHIP,
                    (s, at) -> s.desk().segments(List.of(at.ana()))),
            of("Desk.size(Criterion)", Action.COUNT_SEGMENT, (s, at) -> s.desk().size(Criterion.EVERYBODY)),
            of(
                    "Desk.sizes(Collection)",
                    Action.COUNT_SEGMENT,
                    (s, at) -> s.desk().sizes(List.of(SegmentKey.of("new")))),
            of("Desk.summaries(Collection)", Action.LIST, (s, at) -> s.desk().summaries(List.of(at.ana()))));

    private Desks() {}
}
