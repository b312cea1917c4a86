package io.crmkit.jpa;

import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.segment.AsOf;
import io.crmkit.segment.Dealt;
import io.crmkit.segment.Window;
import java.math.BigDecimal;
import java.util.Set;

/** Criteria on what contacts booked and paid, as conditions. */
record DealtSql(AsOf asOf) {
    private static final String FIGURE =
            "select x.contact_id from crm_figure x where x.tenant_id = :tenant and x.name = ?";
    private static final String APPOINTMENT =
            "select x.contact_id from crm_appointment x where x.tenant_id = :tenant and x.status = any(?)";

    Condition of(Dealt criterion) {
        return criterion instanceof Dealt.Appointments appointments
                ? appointments(appointments)
                : amount((Dealt.Amount) criterion);
    }

    private Condition appointments(Dealt.Appointments criterion) {
        Set<AppointmentStatus> any = criterion.any();
        boolean all = any.size() == AppointmentStatus.values().length;
        if (criterion.starts().equals(Window.EVER) && (all || any.size() == 1)) {
            String name = all
                    ? JpaDealings.APPOINTMENTS
                    : JpaDealings.figure(any.iterator().next());
            return total(name, criterion.atLeast(), criterion.atMost());
        }
        Object[] codes = any.stream()
                .map(Codes.APPOINTMENT::code)
                .sorted()
                .map(Integer::shortValue)
                .toArray();
        return new Condition(APPOINTMENT, row -> row.array("smallint", codes))
                .and(Condition.within(criterion.starts(), asOf, "x.starts_at"))
                .counted(criterion.atLeast(), criterion.atMost());
    }

    /** Of how many there are the sums know, without counting. */
    private static Condition total(String name, int atLeast, int atMost) {
        if (atMost < 0 || atLeast > atMost) {
            return Condition.NEVER;
        }
        if (atLeast <= 0) {
            return figure("not in", name, " and x.amount > ?", row -> row.amount(BigDecimal.valueOf(atMost)));
        }
        return figure(
                "in",
                name,
                " and x.amount between ? and ?",
                row -> row.amount(BigDecimal.valueOf(atLeast)).amount(BigDecimal.valueOf(atMost)));
    }

    private static Condition amount(Dealt.Amount criterion) {
        BigDecimal over = criterion.over();
        BigDecimal atMost = criterion.atMost();
        String name = criterion.sum() == Dealt.Sum.SPEND
                ? JpaDealings.spend(criterion.currency())
                : JpaDealings.revenue(criterion.currency());
        Sql.Binder bounds = row -> {
            if (over != null) {
                row.amount(over);
            }
            if (atMost != null) {
                row.amount(atMost);
            }
        };
        if (criterion.holdsOfNothing()) {
            return figure(
                    "not in",
                    name,
                    " and (1 = 0" + (over == null ? "" : " or x.amount <= ?")
                            + (atMost == null ? ")" : " or x.amount > ?)"),
                    bounds);
        }
        return figure(
                "in",
                name,
                (over == null ? "" : " and x.amount > ?") + (atMost == null ? "" : " and x.amount <= ?"),
                bounds);
    }

    private static Condition figure(String in, String name, String bounds, Sql.Binder values) {
        return new Condition("a.contact_id " + in + " (" + FIGURE, row -> row.text(name)).and(bounds + ")", values);
    }
}
