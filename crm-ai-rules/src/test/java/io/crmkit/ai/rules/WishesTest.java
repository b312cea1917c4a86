package io.crmkit.ai.rules;

import static io.crmkit.ai.FactType.DATE_TIME;
import static io.crmkit.ai.FactType.PREFERENCE;
import static io.crmkit.ai.FactType.PRICE;
import static io.crmkit.ai.FactType.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.ai.FactCandidate;
import io.crmkit.ai.Sentiment;
import io.crmkit.ai.Subject;
import io.crmkit.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WishesTest {
    @ParameterizedTest
    @Requirement("EXT-2")
    @CsvSource(
            delimiter = '|',
            value = {
                "el viernes a la mañana | el viernes a la mañana = 2026-03-06TMO",
                "el jueves 12 a las 18 hs | el jueves 12 a las 18 hs = 2026-03-12T18:00",
                "mañana 9 am | mañana 9 am = 2026-03-04T09:00",
                "pasado mañana a las 5 y media | pasado mañana a las 5 y media = 2026-03-05T17:30",
                "la semana que viene | la semana que viene = 2026-03-09/2026-03-15",
                "el 20 de abril | el 20 de abril = 2026-04-20",
                "el 15 | el 15 = 2026-03-15",
                "el 2/4 a la tarde | el 2/4 a la tarde = 2026-04-02TAF",
                "en tres días | en tres días = 2026-03-06",
                "los martes y jueves | los martes y jueves = WEEKLY:TU,TH",
                "cada 3 semanas | cada 3 semanas = INTERVAL:P3W",
                "del 9 al 12 de marzo | del 9 al 12 de marzo = 2026-03-09/2026-03-12",
                "el lunes de 9 a 12 | el lunes de 9 a 12 = 2026-03-09T09:00/2026-03-09T12:00",
                "amanhã às 15h30 | amanhã às 15h30 = 2026-03-04T15:30",
                "sexta-feira de manhã | sexta-feira de manhã = 2026-03-06TMO",
                "dale, el jueves 10.30 me va | el jueves 10.30 = 2026-03-05T10:30",
                "next Tuesday morning | next Tuesday morning = 2026-03-10TMO",
                "March 9th at 4 pm | March 9th at 4 pm = 2026-03-09T16:00"
            })
    void timesAreCountedFromTheMessage(String text, String told) {
        assertThat(Clinic.told(DATE_TIME, text)).containsExactly(told);
    }

    @Test
    void aReplacedTimeIsNoWish() {
        assertThat(Clinic.told(DATE_TIME, "en vez de mañana 9 am, el lunes 16 9 am"))
                .containsExactly("el lunes 16 9 am = 2026-03-16T09:00");
        assertThat(Clinic.told(DATE_TIME, "el martes no puedo, el jueves sí"))
                .containsExactly("el jueves = 2026-03-05");
    }

    @Test
    void whoHadOneTimeAndAsksForAnotherMovesIt() {
        assertThat(Clinic.told(
                        DATE_TIME, "tenía para hoy a las 16 pero me surgió algo en el laburo, puede ser el jueves?"))
                .containsExactly("el jueves = 2026-03-05");
        assertThat(Clinic.told(DATE_TIME, "dá pra passar a limpeza de quinta pra segunda que vem às 14h?"))
                .containsExactly("segunda que vem às 14h = 2026-03-09T14:00");
    }

    @Test
    void howLongSomethingTakesIsNoTimeOfDay() {
        assertThat(Clinic.told(DATE_TIME, "esperamos casi una hora", "it took two hours"))
                .isEmpty();
        assertThat(Clinic.told(DATE_TIME, "mañana a las 15 horas"))
                .containsExactly("mañana a las 15 horas = 2026-03-04T15:00");
    }

    @ParameterizedTest
    @Requirement("EXT-2")
    @CsvSource(
            delimiter = '|',
            value = {
                "en Dental Norte me pidieron 500 lucas | 500 lucas = ARS 500000 | competitor",
                "mi tope son 200 mil | 200 mil = ARS 200000 | budget",
                "puedo gastar hasta u$s 1.200,50 | u$s 1.200,50 = USD 1200.5 | budget",
                "me cobraron $16.000 | $16.000 = ARS 16000 | competitor",
                "custa R$ 45? | R$ 45 = BRL 45 | ''"
            })
    void moneyHasACurrencyAndARole(String text, String told, String role) {
        assertThat(Clinic.told(PRICE, text)).containsExactly(told);
        assertThat(Clinic.facts(PRICE, text))
                .extracting(FactCandidate::relation)
                .containsExactly(role);
    }

    @Test
    @Requirement("EXT-10")
    void theCatalogueMakesServicesOutOfWords() {
        assertThat(Clinic.told(SERVICE, "limpiezas dentales? quiero blanqueamiento"))
                .contains("blanqueamiento = whitening");
        assertThat(Clinic.told(SERVICE, "no quiero blanqueamiento, quiero limpieza"))
                .containsExactly("limpieza = cleaning");
        assertThat(Clinic.told(SERVICE, "hola, te hago una consulta")).isEmpty();
        assertThat(Clinic.told(SERVICE, "hace un mes que espero el blanqueamiento"))
                .isEmpty();
        assertThat(Clinic.told(SERVICE, "o clareamento não chegou")).isEmpty();
        assertThat(Clinic.told(SERVICE, "espero que hagan blanqueamiento"))
                .containsExactly("blanqueamiento = whitening");
        assertThat(Clinic.facts(SERVICE, "quero uma limpeza pra cachorra da minha filha"))
                .extracting(FactCandidate::subject)
                .containsExactly(Subject.THIRD_PARTY);
        assertThat(Clinic.facts(SERVICE, "quiero una limpieza para el jueves con mi hija"))
                .extracting(FactCandidate::subject)
                .containsExactly(Subject.CUSTOMER);
    }

    @ParameterizedTest
    @Requirement("EXT-4")
    @CsvSource(
            delimiter = '|',
            value = {
                "me viene mejor los sábados | weekday=saturday",
                "preferentemente a la tarde | time_of_day=afternoon",
                "só posso depois das 18h | available_after=18:00",
                "pago con débito | payment=debit",
                "prefiero con Mica | staff=mica"
            })
    void preferencesAreKeptApartFromAppointments(String text, String code) {
        assertThat(Clinic.told(PREFERENCE, text)).singleElement().asString().endsWith(" = " + code);
        assertThat(Clinic.told(DATE_TIME, text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quiero un turno | BOOK",
                "tengo que cancelar el turno | CANCEL",
                "quería reprogramar | RESCHEDULE",
                "cuánto sale? | ASK_PRICE",
                "dónde quedan? | ASK_LOCATION",
                "atienden por OSDE? | ASK_INSURANCE",
                "no me manden más mensajes | OPT_OUT",
                "vcs abrem sábado? | ASK_HOURS",
                "tenía el 5, se puede pasar para el 6? | RESCHEDULE",
                "q sale la limpieza | ASK_PRICE",
                "el perro se comió veneno | EMERGENCY",
                "o gato não respira | EMERGENCY",
                "pagué la seña y quiero que me devuelvan la plata | REFUND",
                "marcaram comigo e quando cheguei estava fechado | COMPLAIN",
                "I was on hold for 30 minutes | COMPLAIN",
                "me surgió un imprevisto, podemos ir otro día? | RESCHEDULE",
                "quero marcar um horário | BOOK",
                "I need to cancel my appointment | CANCEL"
            })
    void messagesHaveIntents(String text, String intent) {
        assertThat(Clinic.insight(text).intents()).containsExactly(intent);
    }

    @Test
    void aShortYesToAnOfferConfirms() {
        assertThat(Clinic.insight(">Tengo 15:00, te sirve?", "dale").intents()).containsExactly("CONFIRM");
        assertThat(Clinic.insight("dale").intents()).isEmpty();
    }

    @ParameterizedTest
    @Requirement("EXT-3")
    @CsvSource(
            delimiter = '|',
            value = {
                "Excelente atención, gracias!! | POSITIVE",
                "un desastre, no vuelvo más | NEGATIVE",
                "me gustó cómo quedó pero tardaron un montón | MIXED",
                "buen día, mañana a la tarde | NEUTRAL",
                "no me gustó | NEGATIVE",
                "es caro? | NEUTRAL",
                "atendimento nota 10 | POSITIVE",
                "es un montón | NEGATIVE",
                "no entiende nada este bot | NEGATIVE",
                "hola, me pasás precios? | NEUTRAL",
                "not happy | NEGATIVE"
            })
    void messagesHaveMoods(String text, Sentiment mood) {
        assertThat(Clinic.insight(text).sentiment()).isEqualTo(mood);
    }
}
