package io.crmkit.dashboard;

import io.crmkit.bulk.BulkAction;
import io.crmkit.contact.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a change to many would be.
 *
 * @param change what is to be done, in words
 * @param named some of whom it is about
 */
record BulkView(
        Frame frame, Filter filter, String change, String count, List<String> named, Map<String, List<String>> form)
        implements View {
    private static final Set<String> NOT_AGAIN = Set.of(Visit.TOKEN, "confirm");

    /** What was chosen, to be sent again with the confirmation. */
    List<Link.Parameter> again() {
        List<Link.Parameter> again = new ArrayList<>();
        form.forEach((name, values) -> {
            if (!NOT_AGAIN.contains(name)) {
                values.forEach(value -> again.add(new Link.Parameter(name, value)));
            }
        });
        return again;
    }

    static String said(Words words, BulkAction action) {
        if (action instanceof BulkAction.PutTags put) {
            return words.say("bulk.tag", names(put.tags()));
        } else if (action instanceof BulkAction.TakeTags take) {
            return words.say("bulk.untag", names(take.tags()));
        } else if (action instanceof BulkAction.SetStatus set) {
            return words.say("bulk.status", set.status() == null ? words.say("status.follow") : words.of(set.status()));
        } else if (action instanceof BulkAction.MergeInto) {
            return words.say("bulk.merge");
        }
        return words.or(
                "bulk.other." + action.getClass().getSimpleName(),
                action.getClass().getSimpleName());
    }

    private static String names(Set<Tag> tags) {
        return tags.stream().map(Tag::name).sorted().collect(Collectors.joining(", "));
    }

    /** Without whom it is about. */
    @Override
    public String toString() {
        return "BulkView[]";
    }
}
