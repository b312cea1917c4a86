package io.crmkit.analytics;

import io.crmkit.Storage;
import io.crmkit.UnitOfWork;
import io.crmkit.privacy.Access;
import io.crmkit.privacy.Action;
import io.crmkit.privacy.Actor;
import io.crmkit.tenant.TenantSettings;
import io.crmkit.tenant.Tenants;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One actor's door to the figures of the actor's tenant, in its zone. By default they are of payments in the tenant's
 * currency; {@link #by} and {@link #in} give the same of something else. Each figure is made anew, of everything as of
 * one moment, and reads every sale once or twice. Contacts are named by their ids only. Thread-safe.
 *
 * @since 0.1
 */
public final class Analytics {
    /** So many contacts are named at most. */
    public static final int MOST = 10_000;

    private final Actor actor;
    private final Storage storage;
    private final Access access;
    private final InstantSource clock;
    private final TenantSettings settings;
    private final Books books;

    public Analytics(Actor actor, Storage storage, Access access, Tenants tenants, InstantSource clock) {
        this(actor, storage, access, clock, tenants.settings(actor.tenant()), Optional.empty());
    }

    private Analytics(
            Actor actor,
            Storage storage,
            Access access,
            InstantSource clock,
            TenantSettings settings,
            Optional<Books> books) {
        this.actor = actor;
        this.storage = storage;
        this.access = access;
        this.clock = clock;
        this.settings = settings;
        this.books = books.orElse(new Books(Basis.PAID, settings.currency(), settings.zone()));
    }

    /** The same figures by something else than payments. */
    public Analytics by(Basis basis) {
        Books other = new Books(basis, books.currency(), books.zone());
        return new Analytics(actor, storage, access, clock, settings, Optional.of(other));
    }

    /** The same figures of another currency. */
    public Analytics in(String currency) {
        Books other = new Books(books.basis(), currency, books.zone());
        return new Analytics(actor, storage, access, clock, settings, Optional.of(other));
    }

    /**
     * What customers have been worth so far.
     *
     * @param best how many are named, 0 to {@link #MOST}
     */
    public Worth worth(int best) {
        require(best);
        return read((sales, today) -> Worth.of(books.currency(), books.customers(sales), best));
    }

    /**
     * What customers are expected to bring; empty where there are too few for a model to say anything.
     *
     * @param months how far to look: 1 to 120
     * @param best how many are named, 0 to {@link #MOST}
     */
    public Optional<Forecast> forecast(int months, int best) {
        require(best);
        return read((sales, today) -> Forecast.of(books.customers(sales), today, months, best));
    }

    /**
     * Who may have left.
     *
     * @param horizonWeeks who does not buy in so many weeks has left: 1 to 520
     * @param likeliest how many are named, 0 to {@link #MOST}
     */
    public Churn churn(int horizonWeeks, int likeliest) {
        require(likeliest);
        if (horizonWeeks < 1 || horizonWeeks > 520) {
            throw new IllegalArgumentException("horizonWeeks must be 1 to 520");
        }
        return read((sales, today) ->
                Churn.of(books.customers(sales), today, horizonWeeks, settings.inactiveAfter(), likeliest));
    }

    /** Customers by the month in which they first bought, until the present one. */
    public Cohorts cohorts() {
        return read((sales, today) -> Cohorts.of(books.customers(sales).stream(), YearMonth.from(today)));
    }

    /**
     * How many customers came back, period by period.
     *
     * @param start the first day of the first period
     * @param periods 1 to 1,000
     */
    public List<Retention> retention(LocalDate start, Period length, int periods) {
        require(length, periods);
        return read((sales, today) -> Retention.of(books.customers(sales).stream(), start, length, periods));
    }

    /** To what sources the sales from one day to another, that included, are owed. */
    public Credit credit(Attribution attribution, LocalDate from, LocalDate to) {
        return read((sales, today) -> Credit.of(sales, books, attribution, from, to));
    }

    /** What the appointments attended from one day to another, that included, come to. */
    public Takings takings(LocalDate from, LocalDate to) {
        Books earned = new Books(Basis.EARNED, books.currency(), books.zone());
        return read((sales, today) -> Takings.of(sales, earned, from, to));
    }

    /**
     * How the business dealt with those who wrote to it, period by period.
     *
     * @param start the first day of the first period
     * @param periods 1 to 1,000
     */
    public List<Operations> operations(LocalDate start, Period length, int periods) {
        require(length, periods);
        return ask((work, today) -> Answering.of(work.talks(), books.zone(), start, length, periods));
    }

    private static void require(Period length, int periods) {
        if (periods < 1 || periods > 1_000 || length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException("periods must be 1 to 1,000, and a period must have days");
        }
    }

    private static void require(int named) {
        if (named < 0 || named > MOST) {
            throw new IllegalArgumentException("At most " + MOST + " contacts are named");
        }
    }

    private <T> T read(BiFunction<Sales, LocalDate, T> figure) {
        return ask((work, today) -> figure.apply(work.sales(), today));
    }

    private <T> T ask(BiFunction<UnitOfWork, LocalDate, T> figure) {
        access.enter(actor, Action.VIEW_FIGURES).record(Function.identity());
        LocalDate today = books.day(clock.instant());
        return storage.snapshot(actor.tenant(), work -> figure.apply(work, today));
    }
}
