package io.crmkit.segment;

import io.crmkit.interaction.ProviderRef;
import java.util.List;
import java.util.stream.Stream;

/**
 * Why a contact fulfils a criterion, or why not.
 *
 * @param parts of a criterion that is made of others: why it fulfils each, or not
 * @param found what was looked at, in words such as {@code last contact 2026-03-02T13:00:00Z}; of a criterion on words,
 *     nothing
 * @param entries the interactions it rests on, as far as they are known, the latest first; of an appointment what was told
 *     of it last
 * @since 0.1
 */
public record Explanation(
        Criterion criterion,
        boolean fulfilled,
        List<Explanation> parts,
        List<String> found,
        List<ProviderRef> entries) {
    public Explanation {
        parts = List.copyOf(parts);
        found = List.copyOf(found);
        entries = List.copyOf(entries);
    }

    /** The simple criteria that make it so, the first first: of a fulfilled one those that are fulfilled. */
    public Stream<Explanation> reasons() {
        return parts.isEmpty()
                ? Stream.of(this)
                : parts.stream()
                        .filter(part -> criterion instanceof Criterion.Not || part.fulfilled == fulfilled)
                        .flatMap(Explanation::reasons);
    }

    /** Without what was found, which is personal. */
    @Override
    public String toString() {
        return "Explanation[" + fulfilled + "]";
    }
}
