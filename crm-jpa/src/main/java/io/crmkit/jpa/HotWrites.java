package io.crmkit.jpa;

import io.crmkit.due.Due;
import io.crmkit.interaction.Conversation;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Writes what every captured message writes, in as few statements as the database allows. */
interface HotWrites {
    /** An interaction to add, its columns already sealed. */
    record NewRow(InteractionRows.Columns columns, Hash ref, Hash route, DataKey key, WordRows.Worded words) {}

    /**
     * Adds interactions, counts them, keeps their conversations and adds what follows from it.
     *
     * @throws io.crmkit.capture.Overtaken if one of the interactions is there already
     */
    void write(List<NewRow> entries, Collection<Touch> touches, List<Conversation> conversations, After after);

    /** What follows from it: what is due, and what is told. */
    record After(Collection<Due> due, EventRows.Told told) {
        /** Which of the shapes of a statement it takes. */
        Shape shape() {
            return Shape.values()[(due.isEmpty() ? 0 : 1) + (told.empty() ? 0 : 2)];
        }
    }

    /** What a statement that writes all of it writes besides. */
    enum Shape {
        ALONE,
        DUE,
        TOLD,
        DUE_AND_TOLD;

        boolean due() {
            return this == DUE || this == DUE_AND_TOLD;
        }

        boolean told() {
            return this == TOLD || this == DUE_AND_TOLD;
        }

        /** A statement of each shape. */
        static Map<Shape, String> texts(Function<Shape, String> text) {
            Map<Shape, String> texts = new EnumMap<>(Shape.class);
            for (Shape shape : values()) {
                texts.put(shape, text.apply(shape));
            }
            return texts;
        }
    }
}
