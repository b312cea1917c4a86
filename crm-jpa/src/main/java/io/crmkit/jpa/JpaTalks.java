package io.crmkit.jpa;

import io.crmkit.analytics.Talk;
import io.crmkit.analytics.Talks;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.EventKind;
import io.crmkit.interaction.InteractionId;
import io.crmkit.interaction.SystemEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How all conversations of one tenant went, a piece of them at a time, by key. */
final class JpaTalks implements Talks {
    private static final int PIECE = 5_000;
    private static final int OPENED = 500;
    private static final UUID LOWEST = new UUID(0, 0);

    /** What the business says comes last within an instant. */
    private static final String BEGUN = """
            select c.contact_id, c.opened_at, c.id, x.author, x.kind, x.occurred_at from (
                select tenant_id, contact_id, opened_at, last_at, id from crm_conversation
                where tenant_id = :tenant and opened_at >= ? and opened_at < ?
                    and (contact_id, opened_at, id) > (?, ?, ?)
                order by tenant_id, contact_id, opened_at, id fetch first ? rows only) c
            join crm_interaction x on x.tenant_id = c.tenant_id and x.contact_id = c.contact_id
                and x.occurred_at between c.opened_at and c.last_at and x.conversation_id = c.id
            where x.tenant_id = :tenant
            order by c.tenant_id, c.contact_id, c.opened_at, c.id, x.occurred_at,
                case when x.kind = 0 and x.author in (1, 2) then 1 else 0 end, x.id""";

    private static final String RATED = """
            select contact_id, occurred_at, id from crm_interaction
            where tenant_id = :tenant and kind = ? and kind between 1 and 99 and occurred_at >= ? and occurred_at < ?
                and (contact_id, occurred_at, id) > (?, ?, ?)
            order by tenant_id, contact_id, occurred_at, id fetch first ? rows only""";

    private final Sql sql;
    private final JpaTimelines timelines;

    JpaTalks(Sql sql, JpaTimelines timelines) {
        this.sql = sql;
        this.timelines = timelines;
    }

    private record Place(UUID contact, Instant at, UUID id) {
        private static Place of(ResultSet row, String at) throws SQLException {
            return new Place(
                    row.getObject("contact_id", UUID.class), Times.present(row, at), row.getObject("id", UUID.class));
        }
    }

    private record Step(Place conversation, Author author, int kind, Instant at) {}

    @Override
    public void begun(Instant from, Instant until, Consumer<Talk> reader) {
        Place after = new Place(LOWEST, JpaSelections.EARLIEST, LOWEST);
        for (List<Step> piece = steps(from, until, after); !piece.isEmpty(); piece = steps(from, until, after)) {
            Talk talk = null;
            for (Step step : piece) {
                if (talk == null || !step.conversation.equals(after)) {
                    hand(talk, reader);
                    after = step.conversation;
                    talk = Talk.begun(after.at);
                }
                talk = with(talk, step);
            }
            hand(talk, reader);
        }
    }

    private List<Step> steps(Instant from, Instant until, Place after) {
        return sql.list(
                BEGUN,
                row -> row.time(from)
                        .time(until)
                        .id(after.contact)
                        .time(after.at)
                        .id(after.id)
                        .number(PIECE),
                row -> new Step(
                        Place.of(row, "opened_at"),
                        Codes.AUTHOR.choice(row.getInt("author")),
                        row.getInt("kind"),
                        Times.present(row, "occurred_at")));
    }

    private static void hand(@Nullable Talk talk, Consumer<Talk> reader) {
        if (talk != null) {
            reader.accept(talk);
        }
    }

    private static Talk with(Talk talk, Step step) {
        if (step.kind == Codes.MESSAGE) {
            return talk.said(step.author, step.at);
        }
        return step.kind == Codes.DEALING ? talk : talk.happened(Codes.EVENT.choice(step.kind - 1), step.at);
    }

    @Override
    public void rated(Instant from, Instant until, Consumer<Rating> reader) {
        Place after = new Place(LOWEST, JpaSelections.EARLIEST, LOWEST);
        for (List<Place> piece = ratings(from, until, after); !piece.isEmpty(); piece = ratings(from, until, after)) {
            timelines
                    .find(piece.stream()
                            .map(place -> new InteractionId(place.id))
                            .toList())
                    .stream()
                    .map(SystemEvent.class::cast)
                    .forEach(event -> reader.accept(new Rating(event.occurredAt(), event.score())));
            after = piece.get(piece.size() - 1);
        }
    }

    private List<Place> ratings(Instant from, Instant until, Place after) {
        return sql.list(
                RATED,
                row -> row.number(1 + Codes.EVENT.code(EventKind.FEEDBACK))
                        .time(from)
                        .time(until)
                        .id(after.contact)
                        .time(after.at)
                        .id(after.id)
                        .number(OPENED),
                row -> Place.of(row, "occurred_at"));
    }
}
