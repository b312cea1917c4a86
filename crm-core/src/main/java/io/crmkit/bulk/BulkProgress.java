package io.crmkit.bulk;

import java.util.List;

/**
 * How many contacts what became of.
 *
 * @param chosen 0 until they are
 * @since 0.1
 */
public record BulkProgress(int chosen, int done, int unchanged, int refused) {
    static final BulkProgress NONE = new BulkProgress(0, 0, 0, 0);

    /** How many are still to come. */
    public int left() {
        return chosen - done - unchanged - refused;
    }

    BulkProgress and(List<BulkResult> results) {
        return new BulkProgress(
                chosen,
                done + count(results, BulkOutcome.Done.class),
                unchanged + count(results, BulkOutcome.Unchanged.class),
                refused + count(results, BulkOutcome.Refused.class));
    }

    /** Without those who are still to come. */
    BulkProgress ofThoseLeft() {
        return new BulkProgress(chosen - left(), done, unchanged, refused);
    }

    private static int count(List<BulkResult> results, Class<? extends BulkOutcome> kind) {
        return (int) results.stream()
                .map(BulkResult::outcome)
                .filter(kind::isInstance)
                .count();
    }
}
