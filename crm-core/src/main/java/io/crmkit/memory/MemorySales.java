package io.crmkit.memory;

import io.crmkit.analytics.Attribution.Touch;
import io.crmkit.analytics.Sale;
import io.crmkit.analytics.Sales;
import io.crmkit.analytics.Touched;
import io.crmkit.interaction.Message;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What all contacts of one tenant bought, in memory. */
record MemorySales(TenantState state) implements Sales {
    @Override
    public void each(Consumer<Sale> reader) {
        state.patronages
                .rows()
                .forEach((contact, patronage) -> Sale.of(contact, patronage).stream()
                        .sorted(Comparator.comparing(Sale::at))
                        .forEach(reader));
    }

    @Override
    public void touches(Consumer<Touched> reader) {
        Stream<Touched> dealt = state.patronages.rows().entrySet().stream()
                .flatMap(row -> Touched.of(row.getKey(), row.getValue()).stream());
        Stream.concat(dealt, referred())
                .sorted(Comparator.comparing(Touched::contact)
                        .thenComparing(touched -> touched.touch().at()))
                .forEach(reader);
    }

    private Stream<Touched> referred() {
        return state.entries.rows().values().stream()
                .map(TenantState.EntryRow::interaction)
                .filter(Message.class::isInstance)
                .map(Message.class::cast)
                .flatMap(message -> Touched.source(message.original()).stream()
                        .map(source ->
                                new Touched(message.occurrence().contact(), new Touch(source, message.occurredAt()))));
    }
}
