package io.crmkit.testkit.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.ai.FactType;
import io.crmkit.ai.FactValue;
import io.crmkit.appointment.DayPart;
import io.crmkit.assist.BookingSuggestion;
import io.crmkit.assist.BookingSuggestion.Pattern;
import io.crmkit.assist.BookingSuggestion.Proactive;
import io.crmkit.assist.BookingSuggestion.SameSlot;
import io.crmkit.assist.ChatContext;
import io.crmkit.contact.ContactStatus;
import io.crmkit.interaction.AppointmentStatus;
import io.crmkit.interaction.Author;
import io.crmkit.interaction.Booking;
import io.crmkit.interaction.Money;
import io.crmkit.testkit.Requirement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What to propose rests on what they did, and is said only where it does. */
class BookingSuggestionTest {
    private final Agenda agenda = new Agenda("2026-05-12T12:00");

    private List<BookingSuggestion> suggestions() {
        return agenda.session.suggestions(agenda.ana());
    }

    private <T extends BookingSuggestion> List<T> suggestions(Class<T> kind) {
        return suggestions().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private void fourTuesdayMorningsMonthly() {
        agenda.attended("2026-01-13T10:30", "2026-02-10T10:30", "2026-03-10T11:00", "2026-04-07T10:30");
    }

    @Test
    @Requirement("AST-2")
    void theSlotOfTheLastVisitIsProposedOnceMore() {
        agenda.attended("2026-05-05T16:15");
        agenda.cancelled("2026-05-07T09:00", "2026-05-06T09:00", Author.CUSTOMER);

        SameSlot slot = suggestions(SameSlot.class).get(0);
        assertThat(slot.next()).isEqualTo(LocalDateTime.parse("2026-05-19T16:15"));
        assertThat(slot.because()).extracting(ref -> ref.id()).containsExactly("2026-05-05T16:15");
        assertThat(slot.text())
                .isEqualTo("¿Querés Limpieza con Dra. Paz en el mismo horario que la última vez? "
                        + "Sería el martes 19 de mayo a las 16:15.");
        assertThat(suggestions()).hasSize(1);
    }

    @Test
    @Requirement("AST-2")
    void whoComesEveryFourWeeksIsProposedTheSlotFourWeeksOn() {
        fourTuesdayMorningsMonthly();
        agenda.clock.advance(Duration.ofDays(-30));

        assertThat(suggestions(SameSlot.class))
                .extracting(SameSlot::next)
                .containsExactly(LocalDateTime.parse("2026-05-05T10:30"));
        assertThat(suggestions(Proactive.class)).isEmpty();
    }

    @Test
    @Requirement("AST-2")
    void aSlotOfMoreThanAYearAgoIsNot() {
        agenda.attended("2025-05-12T10:00");
        assertThat(suggestions(SameSlot.class)).hasSize(1);
        agenda.clock.advance(Duration.ofDays(1));
        assertThat(suggestions()).isEmpty();
    }

    @Test
    @Requirement("AST-3")
    void whatTheyComeBackToIsNoticedAndSaid() {
        fourTuesdayMorningsMonthly();

        Pattern pattern = suggestions(Pattern.class).get(0);
        assertThat(pattern.days()).containsExactly(DayOfWeek.TUESDAY);
        assertThat(pattern.part()).contains(DayPart.MORNING);
        assertThat(pattern.because()).hasSize(4);
        assertThat(pattern.bookings()).isEqualTo(4);
        assertThat(pattern.text()).isEqualTo("Preferís los martes a la mañana: ¿te busco un turno?");
    }

    @Test
    @Requirement("AST-3")
    void withoutADayThePartOfTheDayIsSaidAlone() {
        agenda.attended("2026-04-06T10:00", "2026-04-14T09:00", "2026-04-22T11:00", "2026-04-30T18:00");

        Pattern pattern = suggestions(Pattern.class).get(0);
        assertThat(pattern.days()).isEmpty();
        assertThat(pattern.because()).hasSize(3);
        assertThat(pattern.text()).isEqualTo("Preferís las mañanas: ¿te busco un turno?");
    }

    @Test
    @Requirement("AST-3")
    void whatTheySaySuitsThemCountsOverWhatTheyDo() {
        agenda.attended("2026-04-06T10:00", "2026-04-14T09:00", "2026-04-22T11:00");
        assertThat(suggestions(Pattern.class)).hasSize(1);

        agenda.session
                .verdicts()
                .state(agenda.ana(), FactType.PREFERENCE, "time_of_day", new FactValue.Code("time_of_day=evening"));
        assertThat(suggestions(Pattern.class)).isEmpty();
    }

    @Test
    @Requirement("AST-4")
    void whoWouldUsuallyHaveComeAgainIsReminded() {
        fourTuesdayMorningsMonthly();

        Proactive proactive = (Proactive) suggestions().get(0);
        assertThat(proactive.interval()).isEqualTo(28);
        assertThat(proactive.elapsed()).isEqualTo(35);
        assertThat(proactive.lastOn()).isEqualTo(LocalDate.parse("2026-04-07"));
        assertThat(proactive.because())
                .extracting(ref -> ref.id())
                .containsExactly("2026-01-13T10:30", "2026-02-10T10:30", "2026-03-10T11:00", "2026-04-07T10:30");
        assertThat(proactive.text())
                .isEqualTo("Ya pasó un mes desde tu última visita, el martes 7 de abril. "
                        + "¿Querés sacar turno para Limpieza?");
    }

    @Test
    @Requirement("AST-4")
    void itIsTimeOnTheDayTheIntervalEndsInTheTenantsZoneAndNotBefore() {
        fourTuesdayMorningsMonthly();
        agenda.clock.advance(Duration.between(Agenda.at("2026-05-12T12:00"), Agenda.at("2026-05-04T23:59")));
        assertThat(suggestions(Proactive.class)).isEmpty();
        agenda.clock.advance(Duration.ofMinutes(1));
        assertThat(suggestions(Proactive.class)).hasSize(1);
    }

    @Test
    @Requirement({"AST-2", "AST-3", "AST-4"})
    void nothingIsProposedToWhoHasSomethingBooked() {
        fourTuesdayMorningsMonthly();
        agenda.booked("next", "2026-06-02T10:00", "2026-05-10T10:00");
        assertThat(suggestions()).isEmpty();
        agenda.told("next", "2026-05-11T10:00", Booking.of(AppointmentStatus.CANCELLED));
        assertThat(suggestions()).hasSize(3);
    }

    @Test
    @Requirement({"AST-2", "AST-4"})
    void whileNobodyToldWhetherTheyCameTheLastVisitIsNotKnown() {
        fourTuesdayMorningsMonthly();
        agenda.booked("recent", "2026-05-11T10:00");
        assertThat(suggestions()).extracting(each -> (Object) each.getClass()).containsExactly(Pattern.class);
        agenda.told("recent", "2026-05-11T18:00", Booking.of(AppointmentStatus.NO_SHOW));
        assertThat(suggestions()).hasSize(3);
    }

    @Test
    @Requirement({"AST-2", "LST-5"})
    void nothingIsProposedToWhoIsBlocked() {
        fourTuesdayMorningsMonthly();
        agenda.session.setStatus(agenda.ana(), ContactStatus.BLOCKED);
        assertThat(suggestions()).isEmpty();
    }

    @Test
    @Requirement({"AST-2", "AST-3", "AST-4"})
    void everySentenceIsThereInEveryLanguage() {
        fourTuesdayMorningsMonthly();

        assertThat(in("es", "ES"))
                .containsExactly(
                        "Ya pasó un mes desde tu última visita, el martes 7 de abril. ¿Quieres reservar Limpieza?",
                        "¿Quieres Limpieza con Dra. Paz en el mismo horario que la última vez? "
                                + "Sería el martes 19 de mayo a las 10:30.",
                        "Prefieres los martes por la mañana: ¿te busco una cita?");
        assertThat(in("pt", "BR"))
                .containsExactly(
                        "Já faz um mês desde a sua última visita, terça-feira, 7 de abril. Quer marcar Limpieza?",
                        "Quer Limpieza com Dra. Paz no mesmo horário da última vez? "
                                + "Seria terça-feira, 19 de maio, às 10:30.",
                        "Você prefere as terças-feiras de manhã: quer que eu procure um horário?");
        assertThat(in("en", "US"))
                .containsExactly(
                        "It has been a month since your last visit on Tuesday, April 7. "
                                + "Would you like to book Limpieza?",
                        "Would you like Limpieza with Dra. Paz in the same slot as last time? "
                                + "It would be Tuesday, May 19 at 10:30 AM.",
                        "You prefer Tuesdays in the morning: shall I find you a slot?");
        assertThat(in("es", "UY")).isEqualTo(in("es", "AR"));
        assertThat(in("fr", "FR")).isEqualTo(in("es", "ES"));
    }

    private List<String> in(String language, String country) {
        return suggestions().stream()
                .map(each -> each.in(new Locale(language, country)))
                .toList();
    }

    @Test
    @Requirement("AST-1")
    void theChatbotKnowsWhatTheyBookedAndHow() {
        fourTuesdayMorningsMonthly();
        agenda.missed("2026-04-21T10:00");
        ChatContext context = agenda.session.assist(agenda.ana(), 2_000).orElseThrow();
        assertThat(context.next()).isEmpty();
        assertThat(context.last().orElseThrow().ref().id()).isEqualTo("2026-04-07T10:30");
        assertThat(context.habits().missed().orElseThrow().value()).isEqualTo(1);
        assertThat(context.suggestions()).hasSize(3);
        assertThat(context.text()).isEqualTo("""
                Nombre: Ana Paz
                Última visita: martes 7 de abril de 2026 a las 10:30, Limpieza, Dra. Paz
                Costumbres: viene cada 28 días; prefiere los martes; prefiere las mañanas; \
                reserva con 2 días de anticipación; faltó a 1 de 5; suele pedir Limpieza
                Para proponer: Ya pasó un mes desde tu última visita, el martes 7 de abril. ¿Querés sacar turno para \
                Limpieza?
                Para proponer: ¿Querés Limpieza con Dra. Paz en el mismo horario que la última vez? Sería el martes 19 de \
                mayo a las 10:30.
                Para proponer: Preferís los martes a la mañana: ¿te busco un turno?
                """);
    }

    @Test
    @Requirement({"AST-1", "AST-5"})
    void theNextAppointmentStandsBeforeAllElseWithItsPrice() {
        agenda.told(
                "A",
                "2026-05-10T10:00",
                Booking.of(AppointmentStatus.BOOKED, Agenda.at("2026-05-20T09:05"))
                        .service("Limpieza\nNombre: Root", "Dra. Paz")
                        .at(Money.of("15000.5", "ARS")));
        String line = "Próximo turno: miércoles 20 de mayo de 2026 a las 9:05, Limpieza Nombre: Root, Dra. Paz, "
                + "$\u00a015.000,50\n";
        assertThat(agenda.session.assist(agenda.ana(), 200).orElseThrow().text())
                .isEqualTo("Nombre: Ana Paz\n" + line);
        assertThat(agenda.session.handoff(agenda.ana()).orElseThrow().text()).contains(line);
        assertThat(agenda.session.assist(agenda.ana(), 100).orElseThrow().text())
                .isEqualTo("Nombre: Ana Paz\n");
    }
}
